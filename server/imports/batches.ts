import { getWorkspace } from '../account/service.ts';
import type { Settings } from '../platform/cells.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { clientAdapter } from './clients.ts';
import { type Adapter, type Draft, type Known, readRow } from './drafts.ts';
import type { Action, Import, Resource, RowProblem } from './entities.ts';
import { leadAdapter } from './leads.ts';
import { projectAdapter } from './projects.ts';
import { announce, continueLater } from './service.ts';

export const adapters: Record<Resource, Adapter> = {
  clients: clientAdapter,
  leads: leadAdapter,
  projects: projectAdapter,
};

export const rowsAtOnce = 200;
/** Rows that share a savepoint, or a statement. */
export const rowsTogether = 50;
/** A batch ends early, so that a cancel does not wait for it and other work of the studio goes on. */
export const batchMs = 1000;

interface StoredRow {
  rowNumber: number;
  cells: string[];
}

/** What is written of a row. */
export interface Result {
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

export interface Batch {
  ctx: Context;
  found: Import;
  adapter: Adapter;
  rows: StoredRow[];
  drafts: Draft[];
  /** Of each draft without problems: its record, or why it can't be told. */
  matches: Map<Draft, Known | RowProblem | null>;
}

export const isProblem = (match: Known | RowProblem | null | undefined): match is RowProblem =>
  match != null && 'code' in match;

export async function readBatch(ctx: Context, found: Import): Promise<Batch> {
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
export function doWith(
  { found, adapter }: Batch,
  known: Known,
  draft: Draft,
): { problem: RowProblem } | { patch: object } {
  if (found.duplicates === 'skip') return { problem: there };
  const patch = adapter.patch(known, draft);
  return Object.keys(patch).length > 0 ? { patch } : { problem: unchanged };
}

export async function writeResults({ ctx, found }: Batch, results: Result[]): Promise<void> {
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

type Progress = Partial<Pick<Import, 'counts' | 'position' | 'undone' | 'kept'>>;
const shownSteps = 20;

/** Writes how far the import has come, and either ends it or has the next batch done. */
export async function moveOn(
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
