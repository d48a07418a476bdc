import { type requireClients, touchClient } from '../clients/service.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { Event } from '../platform/events.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { linkRecord, unlinkRecord } from '../platform/record-links.ts';
import { errors } from './errors.ts';

export type NamedClient = Awaited<ReturnType<typeof requireClients>>[number];

/** The stored ids of members of this studio, in the order given. @throws 422 that points at one that is none */
export async function requireMembers(ctx: Context, memberIds: string[], pointer: string): Promise<string[]> {
  const ids = memberIds.map((id) => storedId('member', id));
  const rows = await query<{ id: string }>(
    ctx.em,
    'select id from members where workspace_id = $1 and id = any($2::uuid[])',
    [ctx.workspace.id, ids.filter((id) => id !== null)],
  );
  const known = new Set<string | null>(rows.map((row) => row.id));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0)
    throw errors.member_not_found({
      errors: [{ pointer: `${pointer}/${missing}`, code: 'not_found', message: 'is no member of this studio' }],
    });
  return ids as string[];
}

/** Puts clients on a project in the order given, and takes the others off. Those that are deleted or merged away stay. */
export async function setClients(ctx: Context, projectId: string, clients: NamedClient[]): Promise<void> {
  const ids = clients.map((client) => client.id);
  const off = await query<{ client_id: string }>(
    ctx.em,
    `delete from project_clients pc using clients c
      where pc.workspace_id = $1 and pc.project_id = $2 and pc.client_id <> all($3::uuid[])
        and c.workspace_id = pc.workspace_id and c.id = pc.client_id and c.deleted_at is null
      returning pc.client_id`,
    [ctx.workspace.id, projectId, ids],
  );
  const on = await query<{ client_id: string; added: boolean }>(
    ctx.em,
    `insert into project_clients (workspace_id, project_id, client_id, position)
     select $1, $2, id, position from unnest($3::uuid[]) with ordinality as given(id, position)
     on conflict (workspace_id, project_id, client_id) do update set position = excluded.position
     returning client_id, xmax = 0 as added`,
    [ctx.workspace.id, projectId, ids],
  );
  for (const { client_id: id } of off) await unlinkRecord(ctx, id, projectId);
  for (const { client_id: id } of on.filter((row) => row.added)) {
    await linkRecord(ctx, id, 'project', projectId);
    await touchClient(ctx, id);
  }
}

export async function setMembers(ctx: Context, projectId: string, memberIds: string[]): Promise<void> {
  const values = [ctx.workspace.id, projectId, memberIds];
  await query(
    ctx.em,
    'delete from project_members where workspace_id = $1 and project_id = $2 and member_id <> all($3::uuid[])',
    values,
  );
  await query(
    ctx.em,
    `insert into project_members (workspace_id, project_id, member_id, position)
     select $1, $2, id, position from unnest($3::uuid[]) with ordinality as given(id, position)
     on conflict (workspace_id, project_id, member_id) do update set position = excluded.position`,
    values,
  );
}

/** The names of a project's clients as searching finds them. */
export const clientNames = (clients: { displayName: string }[]): string =>
  clients.map((client) => client.displayName).join(' ');

/** Lets projects be found by the names that their clients have now. */
async function refreshNames(ctx: Context, projectIds: string[]): Promise<void> {
  if (projectIds.length === 0) return;
  await query(
    ctx.em,
    `update projects p set client_names = coalesce((
       select string_agg(c.display_name, ' ' order by pc.position, c.id)
         from project_clients pc join clients c on c.workspace_id = pc.workspace_id and c.id = pc.client_id and c.deleted_at is null
        where pc.workspace_id = p.workspace_id and pc.project_id = p.id), '')
      where p.workspace_id = $1 and p.id = any($2::uuid[])`,
    [ctx.workspace.id, projectIds],
  );
}

async function projectsOf(ctx: Context, clientId: string | null): Promise<string[]> {
  const rows = await query<{ project_id: string }>(
    ctx.em,
    'select project_id from project_clients where workspace_id = $1 and client_id = $2 order by project_id',
    [ctx.workspace.id, clientId],
  );
  return rows.map((row) => row.project_id);
}

export const onClientChanged = async (ctx: Context, event: Event): Promise<void> =>
  refreshNames(ctx, await projectsOf(ctx, storedId('client', event.data.id)));

/** Takes a client who is erased off every project. */
export async function removeClient(ctx: Context, clientId: string): Promise<void> {
  const ids = await projectsOf(ctx, clientId);
  await query(ctx.em, 'delete from project_clients where workspace_id = $1 and client_id = $2', [
    ctx.workspace.id,
    clientId,
  ]);
  await refreshNames(ctx, ids);
}

/**
 * Moves projects from one client to another; `only` limits an undo to what had moved. A project that has both keeps
 * both rows: the client that goes is no longer shown, and is there again when it comes back.
 */
export async function mergeClients(ctx: Context, move: { from: string; to: string; only?: string[] | undefined }) {
  const moved = await query<{ project_id: string }>(
    ctx.em,
    `update project_clients pc set client_id = $3
      where workspace_id = $1 and client_id = $2 and ($4::uuid[] is null or project_id = any($4::uuid[]))
        and not exists (select 1 from project_clients other
          where other.workspace_id = pc.workspace_id and other.project_id = pc.project_id and other.client_id = $3)
      returning project_id`,
    [ctx.workspace.id, move.from, move.to, move.only ?? null],
  );
  const ids = moved.map((row) => row.project_id);
  await query(
    ctx.em,
    'update projects set version = version + 1, updated_at = $3 where workspace_id = $1 and id = any($2::uuid[])',
    [ctx.workspace.id, ids, ctx.now],
  );
  const fields = [{ field: 'clientId', before: publicId('client', move.from), after: publicId('client', move.to) }];
  for (const id of ids) recordChange(ctx, 'project', id, 'client_merged', fields);
  await refreshNames(ctx, await projectsOf(ctx, move.to));
  return [{ resource: 'projects', ids }];
}
