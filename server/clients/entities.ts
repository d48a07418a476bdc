import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { components } from '../../sdk/schema.ts';
import { TextArray } from '../platform/text-array.ts';

type Schemas = components['schemas'];
export type ClientKind = Schemas['ClientKind'];
/** As in the contract, its id in the public form: contacts live inside their client. */
export type Contact = Schemas['ClientContact'];
export type Address = Schemas['Address'];
export type Consents = Schemas['ClientConsents'];

export const Client = defineEntity({
  name: 'Client',
  tableName: 'clients',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    kind: p.text().$type<ClientKind>(),
    displayName: p.text(),
    contacts: p.json<Contact[]>(),
    addresses: p.json<Address[]>(),
    tags: p.type(TextArray).$type<string[]>(),
    source: p.text().nullable(),
    consents: p.json<Consents>(),
    mergedIntoId: p.uuid().nullable(),
    lastActivityAt: p.datetime(),
    custom: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export type Client = InferEntity<typeof Client>;

/** A filter that a studio keeps under a name. */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_views',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    resource: p.text().$type<Schemas['SavedViewResource']>(),
    name: p.text(),
    filter: p.json<Schemas['SavedViewFilter']>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type SavedView = InferEntity<typeof SavedView>;
