import type { components } from '../../sdk/schema.ts';
import { type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query, sqlState } from '../platform/database.ts';
import type { EventType } from '../platform/events.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { problems } from '../platform/problem.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { scopeOf } from '../platform/scope.ts';
import { Client, type Contact } from './entities.ts';
import { errors } from './errors.ts';
import { presentClient } from './present.ts';
import { findClient } from './queries.ts';

type Schemas = components['schemas'];

export async function get(ctx: Context, clientId: string): Promise<Schemas['Client']> {
  const client = await findClient(ctx, storedId('client', clientId));
  if (!client) throw problems.not_found();
  return presentClient(client);
}

/** Loads a client for writing, locked. @throws 404 for one that is none, deleted, or none of the caller's; 412 */
export async function load(
  ctx: Context,
  clientId: string,
  ifMatch: number | '*' = '*',
  deleted = false,
): Promise<Client> {
  // Whose it is comes first: that a version is stale would tell that the client is there.
  if (scopeOf(ctx)) await get(ctx, clientId);
  const client = await loadForWrite<Client>(ctx, Client, 'client', clientId, ifMatch);
  if (!deleted && client.deletedAt) throw problems.not_found();
  return client;
}

/** Writes a changed client, its record and its event. */
export async function save(
  ctx: Context,
  client: Client,
  type: EventType,
  action: string,
  fields: FieldChange[],
): Promise<void> {
  touch(ctx, client);
  client.lastActivityAt = ctx.now;
  await ctx.em.flush().catch(emailTaken);
  recordSaved(ctx, client, type, action, fields);
}

/** The record of a change that is stored already, and its event. */
export function recordSaved(
  ctx: Context,
  { id, version }: Pick<Client, 'id' | 'version'>,
  type: EventType,
  action: string,
  fields: FieldChange[],
): void {
  recordChange(ctx, 'client', id, action, fields);
  ctx.emit(
    type,
    { id: publicId('client', id), changed: fields.map((field) => field.field), version },
    { clientId: id },
  );
}

/** @throws 409 with the places of addresses that other clients have, and nothing else about these */
export async function requireFreeEmails(ctx: Context, client: { id: string; contacts: Contact[] }): Promise<void> {
  const emails = client.contacts.flatMap(({ email }) => email ?? []);
  if (emails.length === 0) return;
  const taken = await query<{ value: string }>(
    ctx.em,
    "select value from client_identities where workspace_id = $1 and kind = 'email' and value = any($2) and client_id <> $3",
    [ctx.workspace.id, emails, client.id],
  );
  if (taken.length === 0) return;
  throw errors.email_taken({
    errors: client.contacts.flatMap(({ email }, index) =>
      taken.some(({ value }) => value === email)
        ? [{ pointer: `/contacts/${index}/email`, code: 'taken', message: 'is the address of another client' }]
        : [],
    ),
  });
}

/** What the index refuses, when two writers take one address at the same time. */
export function emailTaken(error: unknown): never {
  throw sqlState(error) === '23505' ? errors.email_taken() : error;
}
