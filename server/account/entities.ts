import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { components } from '../../sdk/schema.ts';
import type { Role } from '../platform/authenticate.ts';
import { TextArray } from '../platform/text-array.ts';

export type Scope = components['schemas']['Scope'];
export type Locale = components['schemas']['Locale'];

export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    email: p.text(),
    passwordHash: p.text().nullable(),
    pictureUrl: p.text().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type User = InferEntity<typeof User>;

export const Session = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    tokenHash: p.blob(),
    device: p.text(),
    networkHash: p.text(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});
export type Session = InferEntity<typeof Session>;

export const Workspace = defineEntity({
  name: 'Workspace',
  tableName: 'workspaces',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    slug: p.text(),
    mode: p.text().$type<'live' | 'test'>(),
    twinId: p.uuid(),
    timeZone: p.text(),
    locale: p.text().$type<Locale>(),
    currency: p.text(),
    accent: p.text(),
    radius: p.integer(),
    logoFileId: p.uuid().nullable(),
    senderName: p.text(),
    replyTo: p.text(),
    notificationEmail: p.text(),
    custom: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type Workspace = InferEntity<typeof Workspace>;

export const Member = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    userId: p.uuid(),
    role: p.text().$type<Role>(),
    ownJobsOnly: p.boolean(),
    seesMoney: p.boolean(),
    createdAt: p.datetime(),
  },
});
export type Member = InferEntity<typeof Member>;

export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    kind: p.text().$type<'publishable' | 'secret'>(),
    name: p.text(),
    keyHash: p.blob(),
    value: p.text().nullable(),
    hint: p.text(),
    origins: p.type(TextArray).$type<string[]>(),
    scopes: p.type(TextArray).$type<Scope[]>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export type ApiKey = InferEntity<typeof ApiKey>;
