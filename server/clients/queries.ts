import type { components } from '../../sdk/schema.ts';
import type { Context } from '../platform/context.ts';
import { eachRow, query } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { invalid } from '../platform/problem.ts';
import { isOfImport } from '../platform/records.ts';
import { scopeOf } from '../platform/scope.ts';
import { readPhone } from './contacts.ts';
import type { ClientKind } from './entities.ts';
import { type ClientRow, presentClient } from './present.ts';

type Schemas = components['schemas'];
type Bind = (value: unknown) => string;

/**
 * Rows in the shape of the entity, without hydrating it. Projects come later in the order; their tables are named. Who
 * is limited to own jobs is told of no others, not even how many there are.
 */
function columnsFor(ctx: Pick<Context, 'actor'>, bind: Bind): string {
  const scope = scopeOf(ctx);
  const own = scope
    ? ` and p.id in (select project_id from project_members where workspace_id = $1 and member_id = ${bind(scope.memberId)})`
    : '';
  return `c.id, c.workspace_id as "workspaceId", c.kind, c.display_name as "displayName", c.contacts, c.addresses,
  c.tags, c.source, c.consents, c.merged_into_id as "mergedIntoId", c.last_activity_at as "lastActivityAt", c.custom,
  c.created_at as "createdAt", c.updated_at as "updatedAt", c.deleted_at as "deletedAt", c.version, c.folded_name as "foldedName",
  (select count(*)::int from project_clients pc join projects p on p.workspace_id = pc.workspace_id and p.id = pc.project_id
    where pc.workspace_id = c.workspace_id and pc.client_id = c.id and p.deleted_at is null${own}) as "projectCount"`;
}

export interface ClientFilter extends PageRequest {
  q?: string | undefined;
  importId?: string | undefined;
  kind?: ClientKind | undefined;
  tag?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  deleted?: boolean | undefined;
  order?: 'newest' | 'oldest' | 'name' | undefined;
}

/** Which clients a caller may see: of members limited to own jobs, those of the projects they are assigned to. */
function ownClients(ctx: Pick<Context, 'actor'>, bind: Bind): string[] {
  const scope = scopeOf(ctx);
  if (!scope) return [];
  return [
    `c.id in (select pc.client_id from project_members pm
       join projects p on p.workspace_id = pm.workspace_id and p.id = pm.project_id and p.deleted_at is null
       join project_clients pc on pc.workspace_id = pm.workspace_id and pc.project_id = pm.project_id
      where pm.workspace_id = $1 and pm.member_id = ${bind(scope.memberId)})`,
  ];
}

/** The statement of a list and its parameters; only the filters that are set stand in it, so that each finds its index. */
function listStatement(
  ctx: Pick<Context, 'workspace' | 'actor'>,
  filter: ClientFilter,
  phone: string | null,
  limit: number | null,
) {
  const values: unknown[] = [ctx.workspace.id];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const where = ['c.workspace_id = $1', `c.deleted_at is ${filter.deleted ? 'not null' : 'null'}`];
  let from = 'clients c';
  // Deleted clients have given up their addresses and tags, and are few.
  const having = (kind: 'email' | 'phone', value: string | null) =>
    filter.deleted
      ? `c.contacts @> ${bind(JSON.stringify([{ [kind]: value ?? '' }]))}::jsonb`
      : `c.id in (select client_id from client_identities where workspace_id = $1 and kind = '${kind}' and value = ${bind(value)})`;
  if (filter.email) where.push(having('email', normalizeEmail(filter.email)));
  if (filter.phone) where.push(having('phone', phone));
  if (filter.tag && filter.deleted) where.push(`${bind(filter.tag)} = any(c.tags)`);
  else if (filter.tag) {
    from += ' join client_tags t on t.workspace_id = c.workspace_id and t.client_id = c.id';
    where.push('t.workspace_id = $1', `t.tag = ${bind(filter.tag)}`);
  }
  if (filter.kind) where.push(`c.kind = ${bind(filter.kind)}`);
  if (filter.createdFrom) where.push(`c.created_at >= ${bind(filter.createdFrom)}`);
  if (filter.createdTo) where.push(`c.created_at < ${bind(filter.createdTo)}`);
  if (filter.importId) where.push(isOfImport('c.id', bind(storedId('import', filter.importId))));
  if (filter.q) where.push(`c.id in (select search_clients(${bind(filter.q)}))`);
  where.push(...ownClients(ctx, bind));
  const oldest = filter.order === 'oldest';
  if (filter.order === 'name') {
    const place = readNameCursor(filter.after);
    if (place) where.push(`(c.folded_name, c.id) > (${bind(place.name)}, ${bind(place.id)})`);
  } else {
    const after = cursorId('client', filter.after);
    if (after) where.push(`c.id ${oldest ? '>' : '<'} ${bind(after)}`);
  }
  const order = filter.order === 'name' ? 'c.folded_name, c.id' : `c.id ${oldest ? 'asc' : 'desc'}`;
  const text = `select ${columnsFor(ctx, bind)} from ${from} where ${where.join(' and ')} order by ${order} limit ${bind(limit)}`;
  return { text, values };
}

export async function listClients(ctx: Context, filter: ClientFilter): Promise<Page<Schemas['Client']>> {
  const limit = filter.limit ?? 25;
  const phone = filter.phone ? await readPhone(ctx, filter.phone, 'query/phone') : null;
  const { text, values } = listStatement(ctx, filter, phone, limit + 1);
  const rows = await query<ClientRow>(ctx.em, text, values);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : null;
  return {
    items: shown.map(presentClient),
    next: last && (filter.order === 'name' ? nameCursor(last) : publicId('client', last.id)),
  };
}

/** All clients of a list in its order, in batches. */
export async function* eachClient(ctx: Context, filter: ClientFilter): AsyncGenerator<Schemas['Client'][]> {
  const phone = filter.phone ? await readPhone(ctx, filter.phone, 'query/phone') : null;
  const { text, values } = listStatement(ctx, filter, phone, null);
  for await (const rows of eachRow<ClientRow>(ctx.em, text, values)) yield rows.map(presentClient);
}

/** How much the clients of a list have of what they have several of, and the names of their custom fields. */
export async function shapeOfClients(
  ctx: Context,
  filter: ClientFilter,
): Promise<{ contacts: number; addresses: number; custom: string[] }> {
  const phone = filter.phone ? await readPhone(ctx, filter.phone, 'query/phone') : null;
  const { text, values } = listStatement(ctx, filter, phone, null);
  const rows = await query<{ contacts: number; addresses: number; custom: string[] }>(
    ctx.em,
    `select coalesce(max(jsonb_array_length(listed.contacts)), 0) as contacts,
            coalesce(max(jsonb_array_length(listed.addresses)), 0) as addresses,
            coalesce(array_agg(distinct field) filter (where field is not null), '{}') as custom
       from (${text}) listed left join lateral jsonb_object_keys(listed.custom) field on true`,
    values,
  );
  return rows[0]!;
}

/** The place in the order of names, with the name itself: a client renamed meanwhile moves no other. */
const nameCursor = (row: ClientRow): string => Buffer.from(`${row.foldedName}|${row.id}`).toString('base64url');

function readNameCursor(after: string | undefined): { name: string; id: string } | null {
  if (after === undefined) return null;
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const [, name, id] = /^([^|\p{Cc}]*)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(text) ?? [];
  if (name === undefined || !id) throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  return { name, id };
}

/** Clients by their stored ids, as rows. */
export async function findClients(ctx: Context, ids: readonly string[]): Promise<Map<string, ClientRow>> {
  const values: unknown[] = [ctx.workspace.id, ids];
  const columns = columnsFor(ctx, (value) => `$${values.push(value)}`);
  const rows = await query<ClientRow>(
    ctx.em,
    `select ${columns} from clients c where c.workspace_id = $1 and c.id = any($2)`,
    values,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Clients that are not deleted, by their stored ids. */
export async function getMany(ctx: Context, ids: readonly string[]): Promise<Map<string, Schemas['Client']>> {
  const rows = [...(await findClients(ctx, ids)).values()].filter((row) => !row.deletedAt);
  return new Map(rows.map((row) => [row.id, presentClient(row)]));
}

/** Whose these e-mail addresses and telephone numbers are, in the form in which they are stored. */
export const identified = (
  ctx: Context,
  given: { emails: readonly string[]; phones: readonly string[] },
): Promise<{ clientId: string; kind: 'email' | 'phone'; value: string }[]> =>
  query(
    ctx.em,
    `select client_id as "clientId", kind, value from client_identities
      where workspace_id = $1 and kind = 'email' and value = any($2)
     union all
     select client_id, kind, value from client_identities where workspace_id = $1 and kind = 'phone' and value = any($3)`,
    [ctx.workspace.id, given.emails, given.phones],
  );

/** Clients of these names, whatever their case and accents. */
export const clientsNamed = (ctx: Context, name: string): Promise<{ id: string; displayName: string }[]> =>
  query(
    ctx.em,
    `select id, display_name as "displayName" from clients
      where workspace_id = $1 and deleted_at is null and folded_name = trim(fold($2)) order by id limit 20`,
    [ctx.workspace.id, name],
  );

/** One client as a row, deleted ones too; null for one that is none or none of the caller's. */
export async function findClient(ctx: Context, uuid: string | null): Promise<ClientRow | null> {
  const values: unknown[] = [ctx.workspace.id, uuid];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const own = ownClients(ctx, bind);
  const rows = await query<ClientRow>(
    ctx.em,
    `select ${columnsFor(ctx, bind)} from clients c where ${['c.workspace_id = $1', 'c.id = $2', ...own].join(' and ')}`,
    values,
  );
  return rows[0] ?? null;
}

/** Every tag in use, in the order of the alphabet. */
export async function tagsInUse(ctx: Context): Promise<Schemas['ClientTags']> {
  const items = await query<{ tag: string; count: number }>(
    ctx.em,
    'select tag, count(*)::int as count from client_tags where workspace_id = $1 group by tag order by fold(tag), tag',
    [ctx.workspace.id],
  );
  return { items };
}

/** The stored id of the client with this e-mail address, or null; deleted clients have given theirs up. */
export async function clientByEmail(
  ctx: Context,
  email: string,
  options: {
    /** Who else looks it up so waits for this transaction: for making the client if there is none. */ inTurn?: boolean;
  } = {},
): Promise<string | null> {
  const address = normalizeEmail(email);
  if (!address) return null;
  if (options.inTurn)
    await query(ctx.em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `client ${ctx.workspace.id} ${address}`,
    ]);
  const rows = await query<{ client_id: string }>(
    ctx.em,
    "select client_id from client_identities where workspace_id = $1 and kind = 'email' and value = $2",
    [ctx.workspace.id, address],
  );
  return rows[0]?.client_id ?? null;
}

/** The projects on a client that a member limited to own jobs is not assigned to. */
export async function hiddenProjects(ctx: Context, uuid: string): Promise<string[]> {
  const scope = scopeOf(ctx);
  if (!scope) return [];
  const rows = await query<{ subject_id: string }>(
    ctx.em,
    `select subject_id from record_links link where workspace_id = $1 and parent_id = $2 and subject_noun = 'project'
        and not exists (select 1 from project_members pm
          where pm.workspace_id = $1 and pm.project_id = link.subject_id and pm.member_id = $3)`,
    [ctx.workspace.id, uuid, scope.memberId],
  );
  return rows.map((row) => row.subject_id);
}

export const storedClient = (id: string): string | null => storedId('client', id);
