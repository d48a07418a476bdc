import { onlyClientsOf } from '../clients/service.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { dropLinks } from '../platform/record-links.ts';
import { removeClient } from './people.ts';

/** Removes projects for good: with their tasks, the notes on them, the mails about them and the words in their record of change. */
export async function purge(ctx: Context, ids: string[]): Promise<void> {
  const inWorkspace = [ctx.workspace.id, ids];
  const tasks = await query<{ id: string }>(
    ctx.em,
    "select subject_id as id from record_links where workspace_id = $1 and parent_id = any($2) and subject_noun = 'task'",
    inWorkspace,
  );
  const subjects = [...ids, ...tasks.map((task) => task.id)];
  const notes = await query<{ id: string }>(
    ctx.em,
    'delete from notes where workspace_id = $1 and subject_id = any($2) returning id',
    [ctx.workspace.id, subjects],
  );
  await query(ctx.em, "update changes set fields = '[]' where workspace_id = $1 and subject_id = any($2)", [
    ctx.workspace.id,
    [...subjects, ...notes.map((note) => note.id)],
  ]);
  await query(ctx.em, 'delete from mails where workspace_id = $1 and subject_id = any($2)', inWorkspace);
  await dropLinks(ctx, ids);
  await query(ctx.em, 'delete from projects where workspace_id = $1 and id = any($2)', inWorkspace);
}

/**
 * Removes the jobs that were a person's alone and takes the person off the others. Rooms erase from the last to the
 * first, so the client is still there; one that is other people too keeps its jobs.
 */
export async function erase(ctx: Context, person: { email: string }): Promise<number> {
  const clientIds = await onlyClientsOf(ctx, person);
  const rows = await query<{ id: string; alone: boolean }>(
    ctx.em,
    `select project_id as id, not exists (select 1 from project_clients other
              where other.workspace_id = $1 and other.project_id = pc.project_id and other.client_id <> all($2)) as alone
       from project_clients pc where workspace_id = $1 and client_id = any($2) group by project_id`,
    [ctx.workspace.id, clientIds],
  );
  await purge(
    ctx,
    rows.filter((row) => row.alone).map((row) => row.id),
  );
  for (const clientId of clientIds) await removeClient(ctx, clientId);
  return rows.length;
}
