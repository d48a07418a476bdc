import type { components } from '../../sdk/schema.ts';
import { type Context, pendingOf } from './context.ts';
import { query } from './database.ts';
import { type Noun, newId } from './ids.ts';
import { seesMoney } from './scope.ts';

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

/** An amount in the words of the contract, alone or inside something, which some members may not see. */
const holdsMoney = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('currency' in value || Object.values(value).some(holdsMoney));

/** What of a change this reader may see. */
export const visibleFields = (ctx: Pick<Context, 'actor'>, fields: FieldChange[]): FieldChange[] =>
  seesMoney(ctx) ? fields : fields.filter(({ before, after }) => !holdsMoney(before) && !holdsMoney(after));
