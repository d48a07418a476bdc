import { parseJson } from '../platform/body.ts';
import { currencyOf, readCell, readMoney, type Settings, writeJson } from '../platform/cells.ts';
import type { Context } from '../platform/context.ts';
import type { Download } from '../platform/contract-types.ts';
import { csvMark, csvRow } from '../platform/csv.ts';
import { sqlState } from '../platform/database.ts';
import { theContract } from '../platform/openapi.ts';
import { type FieldError, Problem } from '../platform/problem.ts';
import type { Column, Resource, RowProblem } from './entities.ts';
import { fieldOf } from './fields.ts';

/** The values of a row's filled cells by field. */
export type Values = Map<string, unknown>;

/** A record that is there already. */
export interface Known<R = unknown> {
  /** Stored. */
  id: string;
  version: number;
  record: R;
}

/** What a row says, in the form that the verbs of its resource take. */
export interface Draft<I = unknown> {
  input: I;
  values: Values;
  /** Public, as the file has it. */
  id: string | null;
  /** What its record is told by besides an id, the surest first. */
  keys: string[];
  problems: RowProblem[];
}

export interface Made {
  id: string;
  version: number;
}

/**
 * What an import needs of the room of its records. `R` are the records as the contract shows them, `I` what makes one;
 * the work on an import hands both through without looking inside.
 */
export interface Adapter<R = unknown, I = unknown> {
  noun: 'client' | 'lead' | 'project';
  table: string;
  /** The schema of the contract that an input must fit. */
  schema: string;
  /** Reads what rows of a batch have in common, such as the stages. */
  prepare(ctx: Context): Promise<unknown>;
  /** Its input is held against the schema before anything else sees it. */
  draft(ctx: Context, values: Values, settings: Settings, prepared: unknown): Promise<Omit<Draft<object>, 'problems'>>;
  /** The record of each draft, if it is there already; `made` are those that this import has made. @throws never */
  find(
    ctx: Context,
    drafts: Draft<I>[],
    made: (ids: string[]) => Promise<Set<string>>,
  ): Promise<(Known<R> | RowProblem | null)[]>;
  /** By their stored ids; deleted ones are none. */
  getMany(ctx: Context, ids: string[]): Promise<Map<string, Known<R>>>;
  /** What of a row is not so yet, as the update verb takes it. */
  patch(known: Known<R>, draft: Draft<I>): object;
  /** The same members as they were. */
  former(known: Known<R>, patch: object): object;
  create(ctx: Context, draft: Draft<I>): Promise<Made>;
  /** All of them in one statement, or none. */
  createMany?(ctx: Context, drafts: readonly Draft<I>[]): Promise<Made[]>;
  update(ctx: Context, id: string, patch: object): Promise<Made>;
  remove(ctx: Context, id: string): Promise<void>;
  removeMany?(ctx: Context, ids: readonly string[]): Promise<void>;
  /** Why a record that was not edited stays all the same. */
  inUse(known: Known<R>): string | null;
}

/** The keys by which later rows of the file may be the same. */
export const keyColumns = ({ keys }: Draft) => {
  const [match = null] = keys;
  return { match, second: keys.find((key) => key !== match && key.startsWith('phone:')) ?? null };
};

/** The keys by which an earlier row of the file is the same: by its first key, and by its second. */
export function sameKeys({ id, keys }: Draft): { first: string[]; second: string[] } {
  const isClient = keys.every((key) => /^(email|phone):/.test(key));
  if (!isClient) return { first: id === null ? keys : [], second: [] };
  const emails = keys.filter((key) => key.startsWith('email:'));
  if (id !== null) return { first: emails, second: [] };
  return { first: keys, second: emails.length === 0 ? keys : [] };
}

/** A value that does not fit, told by its field. */
export class FieldProblem extends Error {
  readonly field: string;
  readonly code: string;

  constructor(field: string, code: string, message: string) {
    super(message);
    this.field = field;
    this.code = code;
  }
}

const columnOf = (columns: readonly Column[], field: string): string | null =>
  columns.find((column) => column.field === field)?.name ?? null;

/** Reads a row: each filled cell by its column's field, then all of it as its resource does, held against the contract. */
export async function readRow(
  ctx: Context,
  adapter: Adapter,
  resource: Resource,
  columns: readonly Column[],
  cells: readonly string[],
  settings: Settings,
  prepared: unknown,
): Promise<Draft> {
  const values: Values = new Map();
  const problems: RowProblem[] = [];
  for (const [index, { name, field }] of columns.entries()) {
    const cell = cells[index] ?? '';
    const target = field === null || !cell.trim() ? null : fieldOf(resource, field);
    if (!target) continue;
    const read = await readCell(target, cell, settings);
    if ('value' in read) values.set(target.name, read.value);
    else problems.push({ column: name, ...read });
  }
  if (cells.slice(columns.length).some((cell) => cell.trim()))
    problems.push({
      column: null,
      code: 'too_many_cells',
      message: 'The row has more cells than the head has columns',
    });
  const draft: Draft = { input: {}, values, id: null, keys: [], problems };
  if (problems.length > 0) return draft;
  try {
    Object.assign(draft, await adapter.draft(ctx, values, settings, prepared));
    draft.input = parseJson(Buffer.from(JSON.stringify(draft.input)));
    const pointer = `/components/schemas/${adapter.schema}`;
    problems.push(
      ...theContract()
        .check(pointer, structuredClone(draft.input))
        .map((error) => told(error, columns)),
    );
  } catch (error) {
    problems.push(...problemsOf(error, columns));
  }
  return draft;
}

/** Why a verb has refused a row, told by its columns. @throws what is no refusal */
export function problemsOf(error: unknown, columns: readonly Column[]): RowProblem[] {
  if (error instanceof FieldProblem)
    return [{ column: columnOf(columns, error.field), code: error.code, message: error.message }];
  if (/^2[23]/.test(sqlState(error) ?? '')) return [{ column: null, code: 'refused', message: 'It can not be stored' }];
  if (!(error instanceof Problem) || error.status >= 500) throw error;
  if (error.errors) return error.errors.map((one) => told(one, columns));
  return [{ column: null, code: error.code, message: error.detail ?? error.title }];
}

/** A pointer into an input as the field that filled it: `/contacts/0/email` is `contacts.1.email`. */
function told({ pointer, code, message }: FieldError, columns: readonly Column[]): RowProblem {
  const parts = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const names = parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part));
  // The longest beginning that is a column: what is wrong may lie deep inside of a value.
  for (let length = names.length; length > 0; length -= 1) {
    const column = columnOf(columns, names.slice(0, length).join('.'));
    if (column !== null) return { column, code, message };
  }
  return { column: null, code, message: `${names.join('.')} ${message}`.trim() };
}

/** Puts the values of fields such as `budget.min` where their names say. */
export function setAll(input: Record<string, unknown>, values: Values, fields: readonly string[]): void {
  for (const field of fields) if (values.has(field)) input[field] = values.get(field);
}

/** The members of a group with at least one value, in order: `contacts.2.name` is a member of the second. */
export function members(values: Values, group: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (const [field, value] of values) {
    const [first, number, last] = field.split('.');
    if (first !== group) continue;
    const place = Number(number) - 1;
    found[place] = { ...found[place], [last!]: value };
  }
  return found.filter(Boolean);
}

/** The values of fields of any name, such as `custom.acme`. */
export function openMembers(values: Values, group: string): Record<string, unknown> {
  const prefix = `${group}.`;
  const found = [...values].filter(([field, value]) => field.startsWith(prefix) && value !== null);
  return Object.fromEntries(found.map(([field, value]) => [field.slice(prefix.length), value]));
}

/** The first that is there of a name in one field, or in two. */
export function nameOf(values: Values, ...fields: readonly string[]): string | undefined {
  for (const field of fields) if (values.has(field)) return values.get(field) as string;
  const both = [values.get('firstName'), values.get('lastName')].filter(Boolean).join(' ');
  return both || undefined;
}

/** JSON with members in the order of their names, for comparing. */
export const spelled = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, part) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Members of a custom object whose value differs. */
export function customPatch(
  current: Record<string, unknown>,
  wanted: Record<string, unknown> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => spelled(current[name]) !== spelled(value)),
  );
}

/** The members of a record that a patch has changed, as they were; namespaces that were not there go again. */
export function formerOf(record: Record<string, unknown>, patch: object): Record<string, unknown> {
  const names = Object.keys(patch);
  const former = Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
  const { custom } = patch as { custom?: Record<string, unknown> };
  if (custom) {
    const before = record.custom as Record<string, unknown>;
    former.custom = Object.fromEntries(Object.keys(custom).map((name) => [name, before[name] ?? null]));
  }
  return former;
}

/** A stage by its name, whatever its case, or by what it means. */
export function stageOf<Stage extends { name: string; meaning: string }>(
  stages: readonly Stage[],
  name: string,
): Stage {
  const lower = name.toLowerCase();
  const found =
    stages.find((stage) => stage.name === name) ??
    stages.find((stage) => stage.name.toLowerCase() === lower) ??
    stages.find((stage) => stage.meaning === lower);
  if (found) return found;
  throw new FieldProblem(
    'stage',
    'stage_not_found',
    `is no stage: there are ${stages.map((stage) => stage.name).join(', ')}`,
  );
}

/** An amount in the currency beside it, in its own cell, or the studio's. */
export function amountOf(
  values: Values,
  field: string,
  settings: Settings,
): { amount: number; currency: string } | null {
  const text = values.get(field) as string | undefined;
  if (text === undefined) return null;
  const beside = values.get(`${field.split('.')[0]}.currency`) as string | undefined;
  const currency = beside ?? currencyOf(text) ?? settings.currency;
  const amount = readMoney(text, currency);
  if (amount === null) throw new FieldProblem(field, 'money', `is not an amount in ${currency}`);
  return { amount, currency };
}

/** Words for what a file does not tell and a record needs. */
export const wordsFor = (locale: string): { date: string; reason: string } => words[locale as 'en'] ?? words.en;
const words = {
  en: { date: 'Date', reason: 'Not told' },
  de: { date: 'Datum', reason: 'Nicht angegeben' },
  ar: { date: 'التاريخ', reason: 'غير مذكور' },
} as const;

/** A CSV file of a list, whose columns and rows are read at the same moment of the database. */
export function csvOf<Item>(
  resource: Resource,
  columns: () => Promise<string[]>,
  batches: () => AsyncIterable<Item[]>,
  cellsOf: (item: Item) => ReadonlyMap<string, string>,
): Download {
  async function* chunks() {
    const names = await columns();
    yield csvMark + csvRow(names.map((name) => fieldOf(resource, name)?.head ?? createdHead));
    for await (const items of batches()) {
      yield items
        .map((item) => cellsOf(item))
        .map((cells) => csvRow(names.map((name) => cells.get(name) ?? '')))
        .join('');
    }
  }
  return { fileName: `${resource}.csv`, contentType: 'text/csv; charset=utf-8; header=present', chunks: chunks() };
}

/** The one column that an import leaves out: a record is as old as its import. */
export const createdHead = 'Created';

/** Names in the order of the alphabet, as fields of a group. */
export const fieldsNamed = (group: string, names: readonly string[]): string[] =>
  names.toSorted().map((name) => `${group}.${name}`);

/** The cells of a record by field: those of its members that have a value. */
export class Cells extends Map<string, string> {
  put(field: string, value: string | number | boolean | null | undefined): this {
    if (value === null || value === undefined) return this;
    return this.set(field, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  }

  putGroup(group: string, items: readonly object[], fields: readonly string[]): this {
    for (const [index, item] of items.entries())
      for (const field of fields)
        this.put(`${group}.${index + 1}.${field}`, (item as Record<string, string | null | undefined>)[field]);
    return this;
  }

  putOpen(group: string, values: Record<string, unknown>): this {
    for (const [name, value] of Object.entries(values)) this.set(`${group}.${name}`, writeJson(value));
    return this;
  }
}
