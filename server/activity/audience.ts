import { query } from '../platform/database.ts';
import { publicId } from '../platform/ids.ts';

/** What everybody works with, whatever their jobs. */
const common = ['workspace.updated', 'project_pipeline.updated', 'task_template.%'];

/**
 * Which of a workspace's events may be told to members who are limited to own jobs: those of their jobs and of the
 * clients of these. Who is taken off a job is told of that, so that it leaves their screen.
 * @returns the sequences, by the stored ids of the members
 */
export async function audienceOf(
  em: Parameters<typeof query>[0],
  workspaceId: string,
  memberIds: readonly string[],
  span: { after: number; to: number },
): Promise<Map<string, Set<number>>> {
  const rows = await query<{ member_id: string; sequence: string }>(
    em,
    `with told as (
       select sequence, type, data, project_id, client_id, created_at from events
        where workspace_id = $1 and sequence > $2 and sequence <= $3 and lead_id is null
     )
     select pm.member_id, told.sequence
       from told join project_members pm on pm.workspace_id = $1 and pm.project_id = told.project_id
      where pm.member_id = any($4::uuid[])
     union
     select pm.member_id, told.sequence
       from told
       join project_clients pc on pc.workspace_id = $1 and pc.client_id = told.client_id
       join projects p on p.workspace_id = $1 and p.id = pc.project_id and p.deleted_at is null
       join project_members pm on pm.workspace_id = $1 and pm.project_id = pc.project_id
      where told.project_id is null and pm.member_id = any($4::uuid[])
     union
     select reader.id, told.sequence
       from unnest($4::uuid[], $5::text[]) as reader(id, name) cross join told
      where told.type like any($6)
         or (told.type = 'project.updated' and told.data -> 'changed' ? 'memberIds' and exists (
              select 1 from changes c
               where c.workspace_id = $1 and c.subject_id = told.project_id and c.at = told.created_at
                 and c.fields @> jsonb_build_array(
                   jsonb_build_object('field', 'memberIds', 'before', jsonb_build_array(reader.name)))))`,
    [workspaceId, span.after, span.to, memberIds, memberIds.map((id) => publicId('member', id)), common],
  );
  const audience = new Map<string, Set<number>>();
  for (const row of rows) {
    const sequences = audience.get(row.member_id) ?? new Set();
    audience.set(row.member_id, sequences.add(Number(row.sequence)));
  }
  return audience;
}
