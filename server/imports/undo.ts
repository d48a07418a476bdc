import { attempt, attemptEach } from '../platform/attempt.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { adapters, batchMs, moveOn, rowsAtOnce, rowsTogether } from './batches.ts';
import { type Adapter, type Known, problemsOf } from './drafts.ts';
import type { Import, RowProblem } from './entities.ts';

interface DoneRow {
  n: number;
  action: 'create' | 'update';
  record: string;
  version: number;
  formerVersion: number | null;
  former: object | null;
}

interface TakenBack {
  n: number;
  outcome: 'undone' | 'kept';
  problems: RowProblem[];
  record: string;
  /** The version that an edit of the row had left before it, and the one that it has again by being taken back. */
  again?: { from: number | null; to: number };
}

interface Batch {
  ctx: Context;
  found: Import;
  adapter: Adapter;
  records: Map<string, Known>;
}

/** One batch of an undo, the last rows first: `position` is the last row that may have to be taken back. */
export async function goBack(ctx: Context, found: Import): Promise<void> {
  const adapter = adapters[found.resource];
  const rows = await query<DoneRow>(
    ctx.em,
    `select row_number as n, action, record_id as record, record_version as version, former_version as "formerVersion", former
       from import_rows
      where workspace_id = $1 and import_id = $2 and row_number <= $3 and outcome = 'done' order by row_number desc limit $4`,
    [ctx.workspace.id, found.id, found.position, rowsAtOnce],
  );
  const ids = [...new Set(rows.map((row) => row.record))];
  // Nobody edits between the look at a version and the taking back.
  await query(
    ctx.em,
    `select 1 from ${adapter.table} where workspace_id = $1 and id = any($2) order by id for update`,
    [ctx.workspace.id, ids],
  );
  const batch: Batch = { ctx, found, adapter, records: await adapter.getMany(ctx, ids) };
  const end = performance.now() + batchMs;
  const results: TakenBack[] = [];
  while (results.length < rows.length && (results.length === 0 || performance.now() < end)) {
    const some = rows.slice(results.length, results.length + rowsTogether);
    results.push(...((await removeTogether(batch, some, results)) ?? (await oneByOne(batch, some, results))));
  }
  await query(
    ctx.em,
    `update import_rows r set outcome = d.outcome, problems = d.problems
       from jsonb_to_recordset($3::jsonb) as d(n integer, outcome text, problems jsonb)
      where r.workspace_id = $1 and r.import_id = $2 and r.row_number = d.n`,
    [ctx.workspace.id, found.id, JSON.stringify(results)],
  );
  const left = results.filter(({ outcome }) => outcome === 'kept').length;
  const isLast = results.length === rows.length && rows.length < rowsAtOnce;
  const next = {
    undone: found.undone + results.length - left,
    kept: found.kept + left,
    position: (results.at(-1)?.n ?? 1) - 1,
  };
  await moveOn(ctx, found, next, results.length, isLast ? 'undone' : null);
}

/** Removes what rows have made in one statement; null if one of them needs more than that, and then nothing was done. */
async function removeTogether(
  { ctx, adapter, records }: Batch,
  rows: readonly DoneRow[],
  results: readonly TakenBack[],
): Promise<TakenBack[] | null> {
  const done = new Set(results.map(({ record }) => record));
  const isPlain = ({ action, record, version }: DoneRow): boolean => {
    const known = records.get(record);
    return action === 'create' && known?.version === version && !adapter.inUse(known) && !done.has(record);
  };
  if (!adapter.removeMany || !rows.every(isPlain)) return null;
  const ids = rows.map(({ record }) => record);
  return attempt(ctx, () => adapter.removeMany!(ctx, ids)).then(
    () => rows.map(undone),
    () => null,
  );
}

const oneByOne = (batch: Batch, rows: readonly DoneRow[], results: readonly TakenBack[]): Promise<TakenBack[]> =>
  attemptEach<DoneRow, TakenBack>(
    batch.ctx,
    rows,
    (row, earlier) => takeBack(batch, row, [...results, ...earlier]),
    (error, row) => kept(row, problemsOf(error, batch.found.columns)[0]!),
  );

const undone = ({ n, record }: DoneRow): TakenBack => ({ n, record, outcome: 'undone', problems: [] });
const kept = ({ n, record }: DoneRow, problem: RowProblem): TakenBack => ({
  n,
  record,
  outcome: 'kept',
  problems: [problem],
});
const reason = (code: string, message: string): RowProblem => ({ column: null, code, message });

/** Takes one row back, or says why not. */
async function takeBack({ ctx, found, adapter, records }: Batch, row: DoneRow, earlier: readonly TakenBack[]) {
  const before = earlier.filter(({ record }) => record === row.record);
  // Another row of the same record has just been taken back.
  const isAgain = before.length > 0;
  const known = (isAgain ? await adapter.getMany(ctx, [row.record]) : records).get(row.record);
  if (!known) return undone(row);
  const left = before.findLast(({ again }) => again?.from === row.version)?.again?.to ?? row.version;
  if (known.version !== left) return kept(row, reason('edited_since', 'It was edited since'));
  const use = row.action === 'create' ? adapter.inUse(known) : null;
  if (use) return kept(row, reason('in_use', use));
  if (row.action === 'create') {
    await adapter.remove(ctx, row.record);
    return undone(row);
  }
  if (!row.former) return kept(row, reason('erased', 'What it was before is erased'));
  const { version } = await adapter.update(ctx, row.record, row.former);
  // Earlier rows of the file left this record at the version that it had before this row, and has again.
  await query(
    ctx.em,
    `update import_rows set record_version = $5
      where workspace_id = $1 and import_id = $2 and record_id = $3 and outcome = 'done' and record_version = $4`,
    [ctx.workspace.id, found.id, row.record, row.formerVersion, version],
  );
  return { ...undone(row), again: { from: row.formerVersion, to: version } };
}
