import { peopleOf } from '../account/service.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { type Noun, parseAnyId, publicId } from '../platform/ids.ts';

/** What a record is called, by its noun: its table and the column of its name. */
const named: Partial<Record<Noun, [table: string, column: string]>> = {
  lead: ['leads', 'name'],
  leadForm: ['lead_forms', 'name'],
  leadStage: ['lead_stages', 'name'],
  client: ['clients', 'display_name'],
  project: ['projects', 'title'],
  projectStage: ['project_stages', 'name'],
  task: ['tasks', 'title'],
  taskTemplate: ['task_templates', 'name'],
  savedView: ['saved_views', 'name'],
  apiKey: ['api_keys', 'name'],
  // While it is open: whoever has joined, or is no longer invited, is not named by it.
  invitation: ['invitations', 'email'],
  import: ['imports', 'file_name'],
  workspace: ['workspaces', 'name'],
};

/** What belongs to jobs, of which some members see their own alone. */
const ofJobs: readonly Noun[] = ['lead', 'client', 'project', 'task'];

/** The public ids that stand anywhere in a value. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z]{2,6}_[0-9a-hjkmnp-tv-z]{26}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}

/**
 * What records are called now, by their public ids. What is gone has no name, nor has what the reader may not see.
 * @param own the stored ids of the records of the reader's jobs, null for those who see every job
 */
export async function namesOf(ctx: Context, ids: Iterable<string>, own: Set<string> | null) {
  const byNoun = new Map<Noun, string[]>();
  for (const id of new Set(ids)) {
    const parsed = parseAnyId(id);
    if (!parsed || (own && ofJobs.includes(parsed.noun) && !own.has(parsed.uuid))) continue;
    byNoun.set(parsed.noun, [...(byNoun.get(parsed.noun) ?? []), parsed.uuid]);
  }
  const names = new Map<string, string>();
  for (const [noun, uuids] of byNoun) {
    if (noun === 'member') {
      for (const { memberId, name } of await peopleOf(ctx, uuids)) names.set(publicId(noun, memberId), name);
      continue;
    }
    const place = named[noun];
    if (!place) continue;
    const [table, column] = place;
    const key = noun === 'workspace' ? 'id' : 'workspace_id';
    const rows = await query<{ id: string; name: string }>(
      ctx.em,
      `select id, ${column} as name from ${table} where ${key} = $1 and id = any($2::uuid[])`,
      [ctx.workspace.id, uuids],
    );
    for (const row of rows) names.set(publicId(noun, row.id), row.name);
  }
  return names;
}
