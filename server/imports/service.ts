import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import { maskCardNumbers } from '../platform/body.ts';
import { type DateOrder, orderOfStudio, orderTold } from '../platform/cells.ts';
import { diff, type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { CsvUnreadable, readCsv, unguarded } from '../platform/csv.ts';
import { query } from '../platform/database.ts';
import type { EventType } from '../platform/events.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { type Page, type PageRequest, page } from '../platform/pages.ts';
import { type FieldError, invalid, problems } from '../platform/problem.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { asksForTaxNumber, namesTaxNumber } from '../platform/tax-numbers.ts';
import { type Action, type Column, Import, may, noCounts, type Resource, type Verb } from './entities.ts';
import { errors } from './errors.ts';
import { fieldOf, guessFields } from './fields.ts';
import { missingFields, presentImport, presentRow, type Row } from './present.ts';

type Schemas = components['schemas'];

const maxColumns = 200;
const maxRows = 200_000;
const insertedAtOnce = 500;
const samples = 3;
const sampleLength = 80;

const unreadable = (detail: string) => errors.csv_unreadable({ detail });

/**
 * Reads a file and keeps its rows, with the fields that its head suggests. Nothing is imported yet.
 * @throws 422 `csv_unreadable`, with the line where there is one
 */
export async function createImport(
  ctx: Context,
  resource: Resource,
  name: string | undefined,
  bytes: Uint8Array,
): Promise<Import> {
  const records = readCsv(bytes);
  try {
    const head = await records.next();
    if (head.done) throw unreadable('The file is empty');
    const columns = columnsOf(resource, head.value);
    const found: Import = {
      id: newId(),
      workspaceId: ctx.workspace.id,
      resource,
      fileName: name?.trim() || `${resource}.csv`,
      status: 'uploaded',
      columns,
      duplicates: 'skip',
      dateOrder: null,
      rowCount: 0,
      processed: 0,
      position: 0,
      counts: noCounts(),
      undone: 0,
      kept: 0,
      startedBy: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      version: 1,
    };
    const record = ctx.em.create(Import, found);
    ctx.em.persist(record);
    await ctx.em.flush();
    const told = await keepRows(ctx, record, records);
    record.dateOrder = told ?? orderOfStudio(await getWorkspace(ctx));
    // Samples were added in place, which the entity can't see.
    record.columns = structuredClone(columns);
    await ctx.em.flush();
    recordChange(ctx, 'import', record.id, 'created');
    announce(ctx, record, 'import.created');
    return record;
  } catch (error) {
    throw error instanceof CsvUnreadable ? unreadable(error.message) : error;
  }
}

const asksForNumber = (head: string): boolean => asksForTaxNumber(head) || namesTaxNumber(head);

function columnsOf(resource: Resource, head: readonly string[]): Column[] {
  if (!head.some((cell) => cell.trim())) throw unreadable('The first row names no column');
  if (head.length > maxColumns) throw unreadable(`It has more than ${maxColumns} columns`);
  const names = head.map((cell, index) => unguarded(cell.trim()).slice(0, 200).toWellFormed() || `Column ${index + 1}`);
  const fields = guessFields(resource, names);
  return names.map((name, index) => {
    const refused = asksForNumber(name);
    return { name, field: refused ? null : fields[index]!, refused, samples: [] };
  });
}

/** Keeps the rows that are not empty, and answers the order in which their dates are written, if they tell. */
async function keepRows(ctx: Context, found: Import, records: AsyncIterable<string[]>): Promise<DateOrder | null> {
  const { columns } = found;
  const forms = columns.map(({ field }) => (field === null ? null : fieldOf(found.resource, field)));
  const told = new Set<DateOrder>();
  let batch: [number, string[]][] = [];
  const insert = async () => {
    await query(
      ctx.em,
      `insert into import_rows (workspace_id, import_id, row_number, cells)
       select $1, $2, (row ->> 0)::integer, row -> 1 from jsonb_array_elements($3::jsonb) row`,
      [ctx.workspace.id, found.id, JSON.stringify(batch)],
    );
    batch = [];
  };
  let rowNumber = 1;
  for await (const record of records) {
    rowNumber += 1;
    if (!record.some((cell) => cell.trim())) continue;
    const cells = record.map((cell, index) => {
      if (columns[index]?.refused) return '';
      const text = unguarded(cell);
      // A telephone number may look like a card's; nothing else may.
      return forms[index]?.kind === 'phone' ? text : maskCardNumbers(text);
    });
    for (const [index, column] of columns.entries()) {
      const cell = cells[index]?.trim();
      if (!cell) continue;
      if (column.samples.length < samples) column.samples.push(cell.slice(0, sampleLength).toWellFormed());
      const order = forms[index]?.kind === 'date' ? orderTold(cell) : null;
      if (order) told.add(order);
    }
    found.rowCount += 1;
    if (found.rowCount > maxRows) throw unreadable(`It has more than ${maxRows} rows: split it`);
    batch.push([rowNumber, cells]);
    if (batch.length === insertedAtOnce) await insert();
  }
  if (found.rowCount === 0) throw unreadable('There is no row below the head');
  if (batch.length > 0) await insert();
  return told.size === 1 ? [...told][0]! : null;
}

/** Writes the event of an import: its state, and that it has moved on. */
export function announce(ctx: Context, found: Import, type: EventType, changed: string[] = []): void {
  ctx.emit(type, { id: publicId('import', found.id), status: found.status, changed, version: found.version });
}

export async function getImport(ctx: Context, importId: string): Promise<Import> {
  const id = storedId('import', importId);
  const found = id ? await ctx.em.findOne(Import, { id }) : null;
  if (!found) throw problems.not_found();
  return found;
}

const columns = `id, workspace_id as "workspaceId", resource, file_name as "fileName", status, columns, duplicates,
  date_order as "dateOrder", row_count as "rowCount", processed, position, counts, undone, kept,
  started_by as "startedBy", created_at as "createdAt", updated_at as "updatedAt", version`;

/** An import as a row that nobody else may write until the transaction ends, or null. Takes the stored id. */
export async function findImport(ctx: Context, id: string): Promise<Import | null> {
  const rows = await query<Import>(
    ctx.em,
    `select ${columns} from imports where workspace_id = $1 and id = $2 for update`,
    [ctx.workspace.id, id],
  );
  return rows[0] ?? null;
}

export const listImports = (ctx: Context, request: PageRequest): Promise<Page<Schemas['Import']>> =>
  page(request, 'import', presentImport, (after, limit) =>
    query<Import>(
      ctx.em,
      `select ${columns} from imports where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [ctx.workspace.id, after, limit],
    ),
  );

async function load(ctx: Context, importId: string, verb: Verb, ifMatch: number | '*' = '*'): Promise<Import> {
  const found = await loadForWrite<Import>(ctx, Import, 'import', importId, ifMatch);
  const ran = await query(
    ctx.em,
    'select 1 from import_rows where workspace_id = $1 and import_id = $2 and record_id is not null and outcome is not null limit 1',
    [ctx.workspace.id, found.id],
  );
  if (!may(found, verb, ran.length > 0)) throw errors.invalid_transition({ detail: `It is ${found.status}` });
  return found;
}

async function save(ctx: Context, found: Import, type: EventType, action: string, fields: FieldChange[]) {
  touch(ctx, found);
  await ctx.em.flush();
  recordChange(ctx, 'import', found.id, action, fields);
  announce(
    ctx,
    found,
    type,
    fields.map(({ field }) => field),
  );
}

/** Changes what columns fill and how rows are read. What was checked has to be checked again. */
export async function updateImport(
  ctx: Context,
  importId: string,
  patch: Schemas['ImportPatch'],
  ifMatch: number | '*',
): Promise<Import> {
  const found = await load(ctx, importId, 'update', ifMatch);
  const next: Partial<Import> = {};
  if (patch.fields) next.columns = mapped(found, patch.fields);
  if (patch.duplicates) next.duplicates = patch.duplicates;
  if (patch.dateOrder !== undefined) next.dateOrder = patch.dateOrder;
  const fields = diff(found as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return found;
  Object.assign(found, next, { status: 'uploaded', processed: 0, position: 0, counts: noCounts() });
  const named = fields.map(({ field }) => ({
    field: field === 'columns' ? 'fields' : field,
    before: null,
    after: null,
  }));
  await save(ctx, found, 'import.updated', 'updated', named);
  return found;
}

/** The columns with other fields. @throws 422 with the place of what is none, is given twice or may not be filled */
function mapped(found: Import, fields: readonly (string | null)[]): Column[] {
  if (fields.length !== found.columns.length)
    throw invalid('/fields', 'length', `must have one entry for each of the ${found.columns.length} columns`);
  const wrong: FieldError[] = [];
  const refuse = (index: number, code: string, message: string) =>
    wrong.push({ pointer: `/fields/${index}`, code, message });
  for (const [index, field] of fields.entries()) {
    if (field === null) continue;
    if (!fieldOf(found.resource, field)) refuse(index, 'unknown', `${found.resource} have no field ${field}`);
    else if (fields.indexOf(field) < index) refuse(index, 'repeated', 'is filled by another column already');
    else if (found.columns[index]!.refused || field.split('.').some(namesTaxNumber))
      refuse(index, 'tax_number', 'Social security and employer numbers are never stored');
  }
  if (wrong.length > 0) throw problems.invalid_request({ errors: wrong.slice(0, 50) });
  return found.columns.map((column, index) => ({ ...column, field: fields[index]! }));
}

const begun = { check: 'checking', run: 'running', undo: 'undoing' } as const;

/** Begins what the worker goes on with, batch by batch. */
export async function start(ctx: Context, importId: string, verb: 'check' | 'run' | 'undo'): Promise<Import> {
  const found = await load(ctx, importId, verb);
  const missing = missingFields(found);
  if (verb === 'check' && missing.length > 0)
    throw errors.mapping_incomplete({ detail: `Let a column fill ${missing.join(' or ')}` });
  const goesOn = verb === 'run' && found.status !== 'checked';
  if (!goesOn) found.processed = 0;
  if (verb !== 'undo' && !goesOn) Object.assign(found, { position: 0, counts: noCounts() });
  found.status = begun[verb];
  found.startedBy = { kind: ctx.actor.kind, id: ctx.actor.id, name: ctx.actor.name };
  await save(ctx, found, 'import.updated', begun[verb], [{ field: 'status', before: null, after: found.status }]);
  continueLater(ctx, found);
  return found;
}

/** Lets the worker do the next batch. One that is out of date by then does nothing. */
export const continueLater = (ctx: Context, found: Import): void =>
  ctx.enqueue('import.work', { importId: found.id, version: found.version, processed: found.processed });

/** Ends a check or a run after the batch that is under way. */
export async function cancel(ctx: Context, importId: string): Promise<Import> {
  const found = await load(ctx, importId, 'cancel');
  const wasChecking = found.status === 'checking';
  found.status = wasChecking ? 'uploaded' : 'cancelled';
  if (wasChecking) Object.assign(found, { processed: 0, position: 0, counts: noCounts() });
  await save(ctx, found, 'import.cancelled', 'cancelled', [{ field: 'status', before: null, after: found.status }]);
  return found;
}

export async function deleteImport(ctx: Context, importId: string): Promise<void> {
  const found = await load(ctx, importId, 'delete');
  await query(ctx.em, 'delete from imports where workspace_id = $1 and id = $2', [ctx.workspace.id, found.id]);
  recordChange(ctx, 'import', found.id, 'deleted');
  announce(ctx, found, 'import.deleted');
}

/** The rows in the order of the file; what an outdated check has said of them is not told. */
export async function listRows(
  ctx: Context,
  importId: string,
  request: PageRequest & { action?: Action | undefined; outcome?: Schemas['ImportOutcome'] | undefined },
): Promise<Page<Schemas['ImportRow']>> {
  const found = await getImport(ctx, importId);
  const limit = request.limit ?? 25;
  if (request.after !== undefined && !/^\d{1,7}$/.test(request.after))
    throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  const decided = found.status === 'uploaded' || found.status === 'checking' ? found.position : maxRows * 10;
  const values: unknown[] = [ctx.workspace.id, found.id, Number(request.after ?? 0)];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['workspace_id = $1', 'import_id = $2', 'row_number > $3'];
  if (request.action) where.push(`action = ${bind(request.action)}`, `row_number <= ${bind(decided)}`);
  if (request.outcome) where.push(`outcome = ${bind(request.outcome)}`);
  const rows = await query<Row>(
    ctx.em,
    `select row_number as "rowNumber", cells, action, problems, outcome, record_id as "recordId" from import_rows
      where ${where.join(' and ')} order by row_number limit ${bind(limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => presentRow(row, found.resource, row.rowNumber <= decided)),
    next: rows.length > limit ? String(shown.at(-1)!.rowNumber) : null,
  };
}

/** Empties the rows that name a person's e-mail address. */
export async function erase(ctx: Context, person: { email: string }): Promise<number> {
  const email = normalizeEmail(person.email);
  if (!email) return 0;
  const rows = await query(
    ctx.em,
    `update import_rows set cells = '[]', problems = '[]', former = null, match_key = null, second_key = null
      where workspace_id = $1 and (position($2 in lower(cells::text)) > 0 or position($2 in lower(former::text)) > 0)
      returning 1`,
    [ctx.workspace.id, email],
  );
  await query(
    ctx.em,
    `update imports set columns = (select jsonb_agg(jsonb_set(c, '{samples}', '[]')) from jsonb_array_elements(columns) c)
      where workspace_id = $1 and position($2 in lower(columns::text)) > 0`,
    [ctx.workspace.id, email],
  );
  return rows.length;
}
