import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { Actor } from '../platform/context.ts';
import type { Noun } from '../platform/ids.ts';

export const Note = defineEntity({
  name: 'Note',
  tableName: 'notes',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    subjectNoun: p.text().$type<Noun>(),
    subjectId: p.uuid(),
    body: p.text(),
    author: p.json<Actor>(),
    /** Stored ids of members. */
    mentions: p.array().columnType('uuid[]').$type<string[]>(),
    custom: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type Note = InferEntity<typeof Note>;
