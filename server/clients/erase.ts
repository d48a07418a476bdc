import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { publicId } from '../platform/ids.ts';
import { dropLinks } from '../platform/record-links.ts';
import type { Contact } from './entities.ts';

/**
 * Removes clients for good, with those merged into them: the rows, the notes on them, the mails about them, the words
 * in their record of change and what merges remember of them.
 */
export async function purge(ctx: Context, given: string[]): Promise<void> {
  const merged = await query<{ id: string }>(
    ctx.em,
    `with recursive gone (id) as (
       select unnest($2::uuid[])
       union
       select c.id from gone join clients c on c.workspace_id = $1 and c.merged_into_id = gone.id
     )
     select id from gone`,
    [ctx.workspace.id, given],
  );
  const ids = merged.map((row) => row.id);
  const inWorkspace = [ctx.workspace.id, ids];
  const notes = await query<{ id: string }>(
    ctx.em,
    'delete from notes where workspace_id = $1 and subject_id = any($2) returning id',
    inWorkspace,
  );
  await query(ctx.em, "update changes set fields = '[]' where workspace_id = $1 and subject_id = any($2)", [
    ctx.workspace.id,
    [...ids, ...notes.map((note) => note.id)],
  ]);
  await query(ctx.em, 'delete from mails where workspace_id = $1 and subject_id = any($2)', inWorkspace);
  await query(
    ctx.em,
    'update client_merges set before = null, after = null where workspace_id = $1 and other_id = any($2)',
    inWorkspace,
  );
  await dropLinks(ctx, ids);
  await query(ctx.em, 'delete from clients where workspace_id = $1 and id = any($2)', inWorkspace);
}

interface Known {
  id: string;
  contacts: Contact[];
}

/** Clients with this e-mail address, deleted and merged ones too. */
const clientsWith = (ctx: Context, email: string): Promise<Known[]> =>
  query<Known>(
    ctx.em,
    `select id, contacts from clients where workspace_id = $1 and id in (
       select client_id from client_identities where workspace_id = $1 and kind = 'email' and value = $2
       union all
       select id from clients where workspace_id = $1 and deleted_at is not null and contacts @> $3::jsonb)`,
    [ctx.workspace.id, email, JSON.stringify([{ email }])],
  );

const isOnly = (client: Known, email: string): boolean => client.contacts.every((contact) => contact.email === email);

/** The stored ids of clients that are this person and nobody else: erasing the person erases them. */
export async function onlyClientsOf(ctx: Context, person: { email: string }): Promise<string[]> {
  const email = normalizeEmail(person.email);
  const found = email ? await clientsWith(ctx, email) : [];
  return found.filter((client) => isOnly(client, email!)).map(({ id }) => id);
}

/** Removes the clients that are a person alone, and takes the person out of those that are others too. */
export async function erase(ctx: Context, person: { email: string }): Promise<number> {
  const email = normalizeEmail(person.email);
  if (!email) return 0;
  const found = await clientsWith(ctx, email);
  for (const { id, contacts } of found.filter((client) => !isOnly(client, email)))
    await forget(
      ctx,
      id,
      contacts.filter((contact) => contact.email !== email),
      email,
    );
  await purge(
    ctx,
    found.filter((client) => isOnly(client, email)).map(({ id }) => id),
  );
  await query(
    ctx.em,
    `update client_merges set before = null, after = null
      where workspace_id = $1 and (before @> $2::jsonb or after @> $2::jsonb)`,
    [ctx.workspace.id, JSON.stringify({ contacts: [{ email }] })],
  );
  await query(ctx.em, 'delete from mails where workspace_id = $1 and recipient = $2', [ctx.workspace.id, email]);
  return found.length;
}

/** Leaves a client to its other contacts. People are called by these from now on; a company keeps its name. */
async function forget(ctx: Context, id: string, contacts: Contact[], email: string): Promise<void> {
  await query(
    ctx.em,
    `update clients set contacts = $3, display_name = case kind when 'person' then $4 else display_name end,
        version = version + 1, updated_at = $5
      where workspace_id = $1 and id = $2`,
    [
      ctx.workspace.id,
      id,
      JSON.stringify(contacts),
      contacts
        .map((contact) => contact.name)
        .join(' & ')
        .slice(0, 160)
        .toWellFormed(),
      ctx.now,
    ],
  );
  await query(
    ctx.em,
    "update changes set fields = '[]' where workspace_id = $1 and subject_id = $2 and position($3 in lower(fields::text)) > 0",
    [ctx.workspace.id, id, email],
  );
  recordChange(ctx, 'client', id, 'person_erased');
  ctx.emit('client.updated', { id: publicId('client', id), changed: ['contacts', 'displayName'] }, { clientId: id });
}
