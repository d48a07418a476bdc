import type { components } from '../../sdk/schema.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { insertRow, insertRows, query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import type { Page, PageRequest } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { mergeCustom } from '../platform/records.ts';
import { scopeOf } from '../platform/scope.ts';
import { timeline as recordTimeline } from '../platform/timeline.ts';
import {
  type ConsentSource,
  type ConsentStatements,
  readConsents,
  readContacts,
  readName,
  readTags,
} from './contacts.ts';
import type { Client } from './entities.ts';
import { errors } from './errors.ts';
import { findClient, hiddenProjects } from './queries.ts';
import { emailTaken, get, load, recordSaved, requireFreeEmails, save } from './write.ts';

export { type ConsentStatements, readPhone } from './contacts.ts';
export { duplicates } from './duplicates.ts';
export type { Client } from './entities.ts';
export { erase, onlyClientsOf, purge } from './erase.ts';
export { merge, mergesInto, registerMergeHooks, unmerge } from './merge.ts';
export {
  type ClientFilter,
  clientByEmail,
  clientsNamed,
  eachClient,
  getMany,
  identified,
  listClients,
  shapeOfClients,
  tagsInUse,
} from './queries.ts';
export { createView, deleteView, getView, listViews, updateView } from './saved-views.ts';
export { get } from './write.ts';

type Schemas = components['schemas'];
export type NewClient = Omit<Schemas['ClientInput'], 'consents'> & { consents?: ConsentStatements };

const noConsents = { email: null, sms: null };

async function newClient(ctx: Context, input: NewClient, source: ConsentSource): Promise<Client> {
  return {
    id: newId(),
    workspaceId: ctx.workspace.id,
    kind: input.kind ?? 'person',
    displayName: readName(input.displayName, '/displayName'),
    contacts: await readContacts(ctx, input.contacts ?? [], []),
    addresses: input.addresses ?? [],
    tags: readTags(input.tags ?? []),
    source: input.source || null,
    consents: readConsents(ctx, noConsents, input.consents, source),
    mergedIntoId: null,
    lastActivityAt: ctx.now,
    custom: mergeCustom({}, input.custom),
    createdAt: ctx.now,
    updatedAt: ctx.now,
    deletedAt: null,
    version: 1,
  };
}

function recordCreated(ctx: Context, client: Client): void {
  recordChange(ctx, 'client', client.id, 'created');
  ctx.emit('client.created', { id: publicId('client', client.id), version: 1 }, { clientId: client.id });
}

/**
 * Adds a client.
 * @param source where what it says about consents was said
 * @throws 409 `email_taken`
 */
export async function createClient(ctx: Context, input: NewClient, source: ConsentSource): Promise<Client> {
  const client = await newClient(ctx, input, source);
  await requireFreeEmails(ctx, client);
  await insertRow(ctx.em, 'clients', client).catch(emailTaken);
  recordCreated(ctx, client);
  return client;
}

/** Adds clients in one statement: all of them, or none if one can't be. @throws what `createClient` does */
export async function createClients(
  ctx: Context,
  inputs: readonly NewClient[],
  source: ConsentSource,
): Promise<Client[]> {
  const clients: Client[] = [];
  for (const input of inputs) clients.push(await newClient(ctx, input, source));
  await insertRows(ctx.em, 'clients', clients).catch(emailTaken);
  for (const client of clients) recordCreated(ctx, client);
  return clients;
}

/** Edits a client; lists are replaced whole. @throws 409 `email_taken` */
export async function update(
  ctx: Context,
  clientId: string,
  patch: Schemas['ClientPatch'],
  ifMatch: number | '*',
  source: ConsentSource,
): Promise<Schemas['Client']> {
  const client = await load(ctx, clientId, ifMatch);
  const { displayName, contacts, tags, consents, custom, ...plain } = patch;
  const next: Partial<Client> = { ...plain };
  if (displayName !== undefined) next.displayName = readName(displayName, '/displayName');
  if (contacts) next.contacts = await readContacts(ctx, contacts, client.contacts);
  if (tags) next.tags = readTags(tags);
  if (consents) next.consents = readConsents(ctx, client.consents, consents, source);
  if (custom) next.custom = mergeCustom(client.custom, custom);
  if (next.source === '') next.source = null;
  const fields = diff(client as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return get(ctx, clientId);
  if (next.contacts) await requireFreeEmails(ctx, { id: client.id, contacts: next.contacts });
  Object.assign(client, next);
  await save(ctx, client, 'client.updated', 'updated', fields);
  return get(ctx, clientId);
}

/** Hides a client; it can be restored for 30 days, then it is purged. Its e-mail addresses are free at once. */
export async function remove(ctx: Context, clientId: string): Promise<void> {
  const client = await load(ctx, clientId);
  client.deletedAt = ctx.now;
  await save(ctx, client, 'client.deleted', 'deleted', []);
}

/** Hides clients in one statement; ones that are gone already are passed over. */
export async function removeClients(ctx: Context, ids: readonly string[]): Promise<void> {
  const removed = await query<{ id: string; version: number }>(
    ctx.em,
    `update clients set deleted_at = $3, updated_at = $3, last_activity_at = $3, version = version + 1
      where workspace_id = $1 and id = any($2) and deleted_at is null returning id, version`,
    [ctx.workspace.id, ids, ctx.now],
  );
  for (const { id, version } of removed) recordSaved(ctx, { id, version }, 'client.deleted', 'deleted', []);
}

/** @throws 409 if it is not deleted, was merged into another, or another client has its address by now */
export async function restore(ctx: Context, clientId: string): Promise<Schemas['Client']> {
  const client = await load(ctx, clientId, '*', true);
  if (!client.deletedAt) throw errors.not_deleted();
  if (client.mergedIntoId) throw errors.merged();
  await requireFreeEmails(ctx, client);
  client.deletedAt = null;
  await save(ctx, client, 'client.restored', 'restored', []);
  return get(ctx, clientId);
}

/** All that touched a client, its merged ones, its projects and what hangs on them. Members limited to own jobs see theirs. */
export async function timeline(
  ctx: Context,
  clientId: string,
  request: PageRequest,
): Promise<Page<Schemas['TimelineEntry']>> {
  const client = await findClient(ctx, storedId('client', clientId));
  if (!client) throw problems.not_found();
  const hidden = scopeOf(ctx) ? { nouns: ['lead' as const], ids: await hiddenProjects(ctx, client.id) } : {};
  return recordTimeline(ctx, 'client', client.id, request, hidden);
}

/**
 * Clients that are there and not deleted, in the order given. Until the transaction ends they are neither merged away
 * nor edited, so ask for them before locking what is to hang on them.
 * @throws 422 `client_not_found` with the place of one that is none
 */
export async function requireClients(
  ctx: Context,
  clientIds: readonly string[],
  pointer: string | ((index: number) => string),
): Promise<{ id: string; displayName: string }[]> {
  const ids = clientIds.map((id) => storedId('client', id));
  const rows = await query<{ id: string; displayName: string }>(
    ctx.em,
    `select id, display_name as "displayName" from clients
      where workspace_id = $1 and id = any($2) and deleted_at is null order by id for key share`,
    [ctx.workspace.id, ids.filter((id) => id !== null)],
  );
  return ids.map((id, index) => {
    const found = rows.find((row) => row.id === id);
    if (found) return found;
    const place = typeof pointer === 'string' ? pointer : pointer(index);
    throw errors.client_not_found({
      errors: [{ pointer: place, code: 'not_found', message: 'is no client of this studio' }],
    });
  });
}

/** Something happened with a client. */
export async function touchClient(ctx: Context, uuid: string): Promise<void> {
  await query(ctx.em, 'update clients set last_activity_at = $3 where workspace_id = $1 and id = $2', [
    ctx.workspace.id,
    uuid,
    ctx.now,
  ]);
}
