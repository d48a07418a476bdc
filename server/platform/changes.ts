import type { components } from '../../sdk/schema.ts';
import { type Context, pendingOf } from './context.ts';
import { query } from './database.ts';
import { type Noun, newId, parseAnyId, publicId } from './ids.ts';
import { type Page, type PageRequest, page } from './pages.ts';
import { instant } from './time.ts';

export type Change = components['schemas']['Change'];
export type FieldChange = components['schemas']['FieldChange'];

export interface PendingChange {
  id: string;
  noun: Noun;
  subjectId: string;
  action: string;
  reason: string | null;
  fields: FieldChange[];
}

/** Adds one row to the record of change. Every write of a record calls it once. */
export function recordChange(
  ctx: Context,
  noun: Noun,
  subjectId: string,
  action: string,
  fields: FieldChange[] = [],
  reason: string | null = null,
): void {
  pendingOf.get(ctx)!.changes.push({ id: newId(), noun, subjectId, action, reason, fields });
}

/** Empties what was written in the changes of records that are gone; who wrote when stays. */
export async function blankChanges(ctx: Context, subjectIds: readonly string[]): Promise<void> {
  await query(ctx.em, "update changes set fields = '[]' where workspace_id = $1 and subject_id = any($2)", [
    ctx.workspace.id,
    subjectIds,
  ]);
}

/** JSON with members in the order of their names: PostgreSQL keeps them in an order of its own. */
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_name, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What a patch changes: the fields whose value differs, with both values. */
export function diff(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  const fields: FieldChange[] = [];
  for (const [field, value] of Object.entries(after)) {
    const former = before[field] ?? null;
    if (spelled(former) !== spelled(value ?? null)) fields.push({ field, before: former, after: value ?? null });
  }
  return fields;
}

interface ChangeRow {
  id: string;
  subject_noun: Noun;
  subject_id: string;
  action: string;
  actor: Change['actor'];
  reason: string | null;
  fields: FieldChange[];
  at: Date;
}

const presentChange = (row: ChangeRow): Change => ({
  id: publicId('change', row.id),
  subject: publicId(row.subject_noun, row.subject_id),
  action: row.action,
  actor: row.actor,
  at: instant(row.at),
  reason: row.reason,
  fields: row.fields,
});

/** Changes newest first, of one record or of all. */
export async function listChanges(ctx: Context, request: PageRequest & { subject?: string }): Promise<Page<Change>> {
  const subject = request.subject ? parseAnyId(request.subject) : null;
  if (request.subject && !subject) return { items: [], next: null };
  return page(request, 'change', presentChange, (after, limit) =>
    query<ChangeRow>(
      ctx.em,
      `select id, subject_noun, subject_id, action, actor, reason, fields, at from changes
        where workspace_id = $1 and ($2::uuid is null or subject_id = $2) and ($3::uuid is null or id < $3)
        order by id desc limit $4`,
      [ctx.workspace.id, subject?.uuid ?? null, after, limit],
    ),
  );
}
