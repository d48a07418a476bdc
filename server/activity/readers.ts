import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { Noun } from '../platform/ids.ts';
import { scopeOf } from '../platform/scope.ts';

/** What a member may be told of; the rest is for those who see settings. Keys see what their scope says. */
const forMembers: readonly Noun[] = [
  ...(['lead', 'client', 'project', 'task', 'note'] as const),
  ...(['leadForm', 'taskTemplate', 'workspace', 'member'] as const),
];

/** The kinds of records whose changes this caller sees; null for all. */
export const visibleNouns = ({ actor }: Pick<Context, 'actor'>): readonly Noun[] | null =>
  actor.member?.role === 'member' ? forMembers : null;

/** The stored ids of what belongs to the caller's own jobs; null for those who see every job. */
export async function ownRecords(ctx: Context): Promise<Set<string> | null> {
  const scope = scopeOf(ctx);
  if (!scope) return null;
  const rows = await query<{ id: string }>(
    ctx.em,
    `with jobs as (
       select p.id, p.deleted_at from project_members pm
         join projects p on p.workspace_id = pm.workspace_id and p.id = pm.project_id
        where pm.workspace_id = $1 and pm.member_id = $2
     ), records as (
       select id from jobs
       union select t.id from jobs join tasks t on t.workspace_id = $1 and t.project_id = jobs.id where jobs.deleted_at is null
       union select pc.client_id from jobs join project_clients pc on pc.workspace_id = $1 and pc.project_id = jobs.id
        where jobs.deleted_at is null
     )
     select id from records
     union select n.id from records join notes n on n.workspace_id = $1 and n.subject_id = records.id`,
    [ctx.workspace.id, scope.memberId],
  );
  return new Set(rows.map((row) => row.id));
}
