import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { JobDefinition } from '../platform/module.ts';
import { type Batch, doWith, isProblem, moveOn, type Result, readBatch, rowsAtOnce, writeResults } from './batches.ts';
import { keyColumns, sameKeys } from './drafts.ts';
import type { Import, RowProblem } from './entities.ts';
import { run } from './run-rows.ts';
import { announce, findImport } from './service.ts';
import { goBack } from './undo.ts';

/*
 * A job does one batch in one transaction: what rows do, what they say of it, how far the import has come, and the job of
 * the next batch. A process that is killed leaves a batch done or not begun; its job runs again and finds where to go on.
 */

const sameRow = (row: number): RowProblem => ({
  column: null,
  code: 'duplicate_in_file',
  message: `It is the same as row ${row}`,
});

/** Says of each row of the batch what it will do. */
async function check(batch: Batch): Promise<Result[]> {
  const { ctx, found, rows, drafts, matches } = batch;
  const wanted = drafts.map(sameKeys);
  const earlier = await query<{ key: string; n: number; isSecond: boolean }>(
    ctx.em,
    `select match_key as key, row_number as n, false as "isSecond" from import_rows
      where workspace_id = $1 and import_id = $2 and match_key = any($3) and row_number <= $5 and action = 'create'
     union all
     select second_key, row_number, true from import_rows
      where workspace_id = $1 and import_id = $2 and second_key = any($4) and row_number <= $5 and action = 'create'
     order by n desc`,
    [
      ctx.workspace.id,
      found.id,
      wanted.flatMap(({ first }) => first),
      wanted.flatMap(({ second }) => second),
      found.position,
    ],
  );
  const seen = { first: new Map<string, number>(), second: new Map<string, number>() };
  for (const { key, n, isSecond } of earlier) seen[isSecond ? 'second' : 'first'].set(key, n);
  return drafts.map((draft, index): Result => {
    const n = rows[index]!.rowNumber;
    const keys = keyColumns(draft);
    const match = matches.get(draft);
    if (draft.problems.length > 0) return { n, action: 'error', problems: draft.problems };
    if (isProblem(match)) return { n, action: 'error', problems: [match], ...keys };
    if (match) {
      const todo = doWith(batch, match, draft);
      if ('problem' in todo) return { n, action: 'skip', problems: [todo.problem], ...keys, record: match.id };
      return { n, action: 'update', problems: [], ...keys, record: match.id };
    }
    const { first, second } = wanted[index]!;
    const same =
      first.map((key) => seen.first.get(key)).find((row) => row !== undefined) ??
      second.map((key) => seen.second.get(key)).find((row) => row !== undefined);
    if (same !== undefined) {
      const isSkipped = found.duplicates === 'skip';
      return { n, action: isSkipped ? 'skip' : 'update', problems: [sameRow(same)], ...keys };
    }
    for (const key of draft.keys.filter((one) => one === keys.match || one.startsWith('email:')))
      if (!seen.first.has(key)) seen.first.set(key, n);
    if (keys.second && !seen.second.has(keys.second)) seen.second.set(keys.second, n);
    return { n, action: 'create', problems: [], ...keys };
  });
}

/** One batch of a check or a run. */
async function goForward(ctx: Context, found: Import): Promise<void> {
  const batch = await readBatch(ctx, found);
  const results = found.status === 'checking' ? await check(batch) : await run(batch);
  await writeResults(batch, results);
  const counts = { ...found.counts };
  for (const { action } of results) counts[action] += 1;
  const isLast = results.length === batch.rows.length && batch.rows.length < rowsAtOnce;
  const ends = found.status === 'checking' ? 'checked' : 'finished';
  await moveOn(
    ctx,
    found,
    { counts, position: results.at(-1)?.n ?? found.position },
    results.length,
    isLast ? ends : null,
  );
}

const batch: JobDefinition['run'] = async (ctx, payload) => {
  const { importId, version, processed } = payload as unknown as {
    importId: string;
    version: number;
    processed: number;
  };
  const found = await findImport(ctx, importId);
  // Cancelled and begun again, or this very batch was done by the try before.
  if (!found || found.version !== version || found.processed !== processed) return;
  // What an import does is done by who has it run.
  if (found.startedBy) ctx.actor = found.startedBy;
  if (found.status === 'checking' || found.status === 'running') await goForward(ctx, found);
  else if (found.status === 'undoing') await goBack(ctx, found);
};

const gaveUp: JobDefinition['gaveUp'] = async (ctx, payload) => {
  const found = await findImport(ctx, (payload as unknown as { importId: string }).importId);
  if (!found || !/ing$/.test(found.status)) return;
  found.status = 'failed';
  await query(ctx.em, "update imports set status = 'failed', updated_at = $3 where workspace_id = $1 and id = $2", [
    ctx.workspace.id,
    found.id,
    ctx.now,
  ]);
  recordChange(ctx, 'import', found.id, 'failed');
  announce(ctx, found, 'import.failed', ['status']);
};

export const jobs: Record<string, JobDefinition> = { 'import.work': { run: batch, gaveUp, retryLimit: 5 } };
