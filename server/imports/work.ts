import { getWorkspace } from '../account/service.ts';
import { attempt } from '../platform/attempt.ts';
import type { Settings } from '../platform/cells.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { JobDefinition } from '../platform/module.ts';
import { clientAdapter } from './clients.ts';
import { type Adapter, type Draft, type Known, keyColumns, problemsOf, readRow, sameKeys } from './drafts.ts';
import type { Action, Import, Resource, RowProblem } from './entities.ts';
import { leadAdapter } from './leads.ts';
import { projectAdapter } from './projects.ts';
import { announce, continueLater, findImport } from './service.ts';

/*
 * A job does one batch in one transaction: what rows do, what they say of it, how far the import has come, and the job of
 * the next batch. A process that is killed leaves a batch done or not begun; its job runs again and finds where to go on.
 */

const adapters: Record<Resource, Adapter> = { clients: clientAdapter, leads: leadAdapter, projects: projectAdapter };

const rowsAtOnce = 200;
/** A batch ends early, so that a cancel does not wait for it and other work of the studio goes on. */
const batchMs = 1000;

interface StoredRow {
  rowNumber: number;
  cells: string[];
}

/** What is written of a row. */
interface Result {
  n: number;
  action: Action;
  problems: RowProblem[];
  match?: string | null;
  second?: string | null;
  record?: string | null;
  outcome?: 'done';
  version?: number;
  formerVersion?: number;
  former?: object;
}

interface Batch {
  ctx: Context;
  found: Import;
  adapter: Adapter;
  rows: StoredRow[];
  drafts: Draft[];
  /** Of each draft without problems: its record, or why it can't be told. */
  matches: Map<Draft, Known | RowProblem | null>;
}

const isProblem = (match: Known | RowProblem | null | undefined): match is RowProblem =>
  match != null && 'code' in match;

async function readBatch(ctx: Context, found: Import): Promise<Batch> {
  const adapter = adapters[found.resource];
  const { timeZone, currency, locale } = await getWorkspace(ctx);
  const settings: Settings = { timeZone, currency, locale, dateOrder: found.dateOrder ?? null };
  const rows = await query<StoredRow>(
    ctx.em,
    `select row_number as "rowNumber", cells from import_rows
      where workspace_id = $1 and import_id = $2 and row_number > $3 order by row_number limit $4`,
    [ctx.workspace.id, found.id, found.position, rowsAtOnce],
  );
  const prepared = await adapter.prepare(ctx);
  const drafts: Draft[] = [];
  for (const { cells } of rows)
    drafts.push(await readRow(ctx, adapter, found.resource, found.columns, cells, settings, prepared));
  const sound = drafts.filter((draft) => draft.problems.length === 0);
  const made = async (ids: string[]) => {
    const own = await query<{ id: string }>(
      ctx.em,
      `select record_id as id from import_rows
        where workspace_id = $1 and import_id = $2 and record_id = any($3) and action = 'create' and outcome is not null`,
      [ctx.workspace.id, found.id, ids],
    );
    return new Set(own.map((row) => row.id));
  };
  const records = await adapter.find(ctx, sound, made);
  return { ctx, found, adapter, rows, drafts, matches: new Map(sound.map((draft, index) => [draft, records[index]!])) };
}

const there: RowProblem = { column: null, code: 'duplicate', message: 'It is there already' };
const unchanged: RowProblem = { column: null, code: 'unchanged', message: 'It says nothing new' };
const sameRow = (row: number): RowProblem => ({
  column: null,
  code: 'duplicate_in_file',
  message: `It is the same as row ${row}`,
});

function doWith({ found, adapter }: Batch, known: Known, draft: Draft): { problem: RowProblem } | { patch: object } {
  if (found.duplicates === 'skip') return { problem: there };
  const patch = adapter.patch(known, draft);
  return Object.keys(patch).length > 0 ? { patch } : { problem: unchanged };
}

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

const reread = async ({ ctx, adapter }: Batch, id: string): Promise<Known | null> =>
  (await adapter.getMany(ctx, [id])).get(id) ?? null;

/** Does what each row of the batch says, as far as there is time. */
async function run(batch: Batch): Promise<Result[]> {
  const { ctx, found, adapter, rows, drafts, matches } = batch;
  const end = performance.now() + batchMs;
  const results: Result[] = [];
  /** Records that this batch has made or changed, and which row's keys they have. */
  const made = new Map<string, { first: Set<string>; second: Set<string> }>();
  const touched = new Set<string>();
  for (const [index, draft] of drafts.entries()) {
    if (index > 0 && performance.now() > end) break;
    const n = rows[index]!.rowNumber;
    const keys = keyColumns(draft);
    let match = matches.get(draft);
    if (draft.problems.length > 0 || isProblem(match)) {
      const problems = isProblem(match) ? [match] : draft.problems;
      results.push({ n, action: 'error', problems });
      continue;
    }
    if (!match) {
      const { first, second } = sameKeys(draft);
      const own = [...made].find(
        ([, has]) => first.some((key) => has.first.has(key)) || second.some((key) => has.second.has(key)),
      );
      match = own ? await reread(batch, own[0]) : null;
    } else if (touched.has(match.id)) match = await reread(batch, match.id);
    try {
      if (!match) {
        const record = await attempt(ctx, () => adapter.create(ctx, draft));
        made.set(record.id, {
          first: new Set(draft.keys.filter((key) => key === keys.match || key.startsWith('email:'))),
          second: new Set(keys.second ? [keys.second] : []),
        });
        touched.add(record.id);
        results.push({
          n,
          action: 'create',
          problems: [],
          ...keys,
          record: record.id,
          outcome: 'done',
          version: record.version,
        });
        continue;
      }
      const todo = doWith(batch, match, draft);
      if ('problem' in todo) {
        results.push({ n, action: 'skip', problems: [todo.problem], ...keys, record: match.id });
        continue;
      }
      const { id, version: formerVersion } = match;
      const former = adapter.former(match, todo.patch);
      const { version } = await attempt(ctx, () => adapter.update(ctx, id, todo.patch));
      touched.add(id);
      results.push({
        n,
        action: 'update',
        problems: [],
        ...keys,
        record: id,
        outcome: 'done',
        version,
        formerVersion,
        former,
      });
    } catch (error) {
      results.push({ n, action: 'error', problems: problemsOf(error, found.columns) });
    }
  }
  return results;
}

async function writeResults({ ctx, found }: Batch, results: Result[]): Promise<void> {
  await query(
    ctx.em,
    `update import_rows r
        set action = d.action, problems = d.problems, match_key = d.match, second_key = d.second, record_id = d.record,
            outcome = d.outcome, record_version = d.version, former_version = d."formerVersion", former = d.former
       from jsonb_to_recordset($3::jsonb) as d(n integer, action text, problems jsonb, match text, second text, record uuid,
            outcome text, version integer, "formerVersion" integer, former jsonb)
      where r.workspace_id = $1 and r.import_id = $2 and r.row_number = d.n`,
    [ctx.workspace.id, found.id, JSON.stringify(results)],
  );
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

interface DoneRow {
  n: number;
  action: 'create' | 'update';
  record: string;
  version: number;
  formerVersion: number | null;
  former: object | null;
}

/** One batch of an undo, the last rows first. */
async function goBack(ctx: Context, found: Import): Promise<void> {
  const adapter = adapters[found.resource];
  const rows = await query<DoneRow>(
    ctx.em,
    `select row_number as n, action, record_id as record, record_version as version, former_version as "formerVersion", former
       from import_rows where workspace_id = $1 and import_id = $2 and outcome = 'done' order by row_number desc limit $3`,
    [ctx.workspace.id, found.id, rowsAtOnce],
  );
  const ids = rows.map((row) => row.record);
  const records = await adapter.getMany(ctx, ids);
  const end = performance.now() + batchMs;
  const results: { n: number; outcome: 'undone' | 'kept'; problems: RowProblem[] }[] = [];
  for (const [index, row] of rows.entries()) {
    if (index > 0 && performance.now() > end) break;
    // Another row of the same record has just been taken back.
    const isAgain = ids.indexOf(row.record) < index;
    const fresh = isAgain ? await adapter.getMany(ctx, [row.record]) : records;
    const problem = await takeBack(ctx, found, adapter, row, fresh.get(row.record), rows.slice(index + 1));
    results.push({ n: row.n, outcome: problem ? 'kept' : 'undone', problems: problem ? [problem] : [] });
  }
  await query(
    ctx.em,
    `update import_rows r set outcome = d.outcome, problems = d.problems
       from jsonb_to_recordset($3::jsonb) as d(n integer, outcome text, problems jsonb)
      where r.workspace_id = $1 and r.import_id = $2 and r.row_number = d.n`,
    [ctx.workspace.id, found.id, JSON.stringify(results)],
  );
  const kept = results.filter(({ outcome }) => outcome === 'kept').length;
  const isLast = results.length === rows.length && rows.length < rowsAtOnce;
  const next = { undone: found.undone + results.length - kept, kept: found.kept + kept };
  await moveOn(ctx, found, next, results.length, isLast ? 'undone' : null);
}

/** Takes one row back. @returns why not, or null */
async function takeBack(
  ctx: Context,
  found: Import,
  adapter: Adapter,
  row: DoneRow,
  known: Known | undefined,
  earlier: DoneRow[],
): Promise<RowProblem | null> {
  if (!known) return null;
  const kept = (code: string, message: string): RowProblem => ({ column: null, code, message });
  if (known.version !== row.version) return kept('edited_since', 'It was edited since');
  const use = row.action === 'create' ? adapter.inUse(known) : null;
  if (use) return kept('in_use', use);
  if (row.action === 'update' && !row.former) return kept('erased', 'What it was before is erased');
  try {
    if (row.action === 'create') await attempt(ctx, () => adapter.remove(ctx, row.record));
    else {
      const { version } = await attempt(ctx, () => adapter.update(ctx, row.record, row.former!));
      // Earlier rows of the file left this record at the version that it had before this row, and has again.
      const values = [ctx.workspace.id, found.id, row.record, row.formerVersion, version];
      await query(
        ctx.em,
        `update import_rows set record_version = $5
          where workspace_id = $1 and import_id = $2 and record_id = $3 and outcome = 'done' and record_version = $4`,
        values,
      );
      for (const other of earlier)
        if (other.record === row.record && other.version === row.formerVersion) other.version = version;
    }
    return null;
  } catch (error) {
    return problemsOf(error, found.columns)[0]!;
  }
}

type Progress = Partial<Pick<Import, 'counts' | 'position' | 'undone' | 'kept'>>;
const shownSteps = 20;

/** Writes how far the import has come, and either ends it or has the next batch done. */
async function moveOn(
  ctx: Context,
  found: Import,
  progress: Progress,
  count: number,
  ends: 'checked' | 'finished' | 'undone' | null,
): Promise<void> {
  const before = found.processed;
  Object.assign(found, progress, { processed: before + count, status: ends ?? found.status });
  await query(
    ctx.em,
    `update imports set status = $3, processed = $4, position = $5, counts = $6, undone = $7, kept = $8, updated_at = $9
      where workspace_id = $1 and id = $2`,
    [
      ctx.workspace.id,
      found.id,
      found.status,
      found.processed,
      found.position,
      JSON.stringify(found.counts),
      found.undone,
      found.kept,
      ctx.now,
    ],
  );
  if (ends) {
    recordChange(ctx, 'import', found.id, ends);
    announce(ctx, found, `import.${ends}`, ['status']);
    return;
  }
  // Twenty times are enough for a bar that moves; an event for each batch would fill the catalogue with them.
  const step = (rows: number) => Math.floor((rows / found.rowCount) * shownSteps);
  if (step(before) !== step(found.processed)) announce(ctx, found, 'import.updated', ['processed']);
  continueLater(ctx, found);
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
