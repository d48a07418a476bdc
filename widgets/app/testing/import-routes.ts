import type { Schema } from '@alloza/sdk/core';
import { iso, page, Refusal } from './answers.ts';
import type { Context, Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

export type Import = Schema<'Import'>;
type Row = Schema<'ImportRow'>;

const field = (name: string, head: string): Import['availableFields'][number] => ({ name, head });
const column = (name: string, target: string | null, ...samples: string[]): Import['columns'][number] => ({
  name,
  field: target,
  refused: name === 'SSN',
  samples: name === 'SSN' ? [] : samples,
});

export function makeImport(change: Partial<Import> = {}): Import {
  return {
    id: 'imp_1',
    resource: 'clients',
    fileName: 'clients-2027.csv',
    status: 'uploaded',
    columns: [
      column('Name', 'displayName', 'Ana Ruiz', 'Clara Voss'),
      column('Mail', 'contacts.1.email', 'ana@example.com', 'clara@example.com'),
      column('Wedding day', null, '03/04/2027'),
      column('SSN', null),
    ],
    availableFields: [
      field('displayName', 'Name'),
      field('contacts.1.email', 'Contact 1 e-mail'),
      field('contacts.1.phone', 'Contact 1 phone'),
      field('tags', 'Tags'),
    ],
    missingFields: [],
    duplicates: 'skip',
    dateOrder: null,
    rowCount: 4,
    processed: 0,
    counts: { create: 0, update: 0, skip: 0, error: 0 },
    undone: 0,
    kept: 0,
    startedBy: null,
    createdAt: iso(),
    updatedAt: iso(),
    version: 1,
    ...change,
  };
}

const problem = (code: string, message: string, at: string | null = null) => [{ column: at, code, message }];

export const sampleRows = (): Row[] => [
  row(2, ['Ana Ruiz', 'ana@example.com', '', ''], 'create'),
  row(3, ['Clara Voss', 'clara@example.com', '', ''], 'update', 'cli_0001'),
  row(4, ['Mina Okafor', 'mina@example.com', '', ''], 'skip', null, problem('duplicate', 'It is there already')),
  row(5, ['Tom', 'nobody', '', ''], 'error', null, problem('email', 'is not an e-mail address', 'Mail')),
];

function row(
  rowNumber: number,
  cells: string[],
  action: Row['action'],
  recordId: string | null = null,
  problems: Row['problems'] = [],
): Row {
  return { rowNumber, cells, action, problems, outcome: null, recordId };
}

/** The imports of the studio in memory. Work goes on when a test says so, by `advance`. */
export class ImportBook {
  all: Import[] = [];
  rows: Row[] = sampleRows();

  find(id: string | undefined): Import {
    const found = this.all.find((one) => one.id === id);
    if (!found) throw new Refusal(404, 'not_found');
    return found;
  }

  change(id: string, change: Partial<Import>): Import {
    const after = { ...this.find(id), ...change };
    this.all = this.all.map((one) => (one.id === id ? after : one));
    return after;
  }

  /** The work under way comes to its end. */
  finish(id: string): Import {
    const { status, rowCount } = this.find(id);
    const counts = { create: 1, update: 1, skip: 1, error: 1 };
    const done = { processed: rowCount, counts };
    if (status === 'checking') return this.change(id, { ...done, status: 'checked' });
    const outcomeOf = ({ action, rowNumber }: Row): Row['outcome'] => {
      if (action !== 'create' && action !== 'update') return null;
      return status === 'running' ? 'done' : rowNumber === 3 ? 'kept' : 'undone';
    };
    this.rows = this.rows.map((one) => {
      const outcome = outcomeOf(one);
      const problems = outcome === 'kept' ? problem('edited_since', 'It was edited since') : one.problems;
      return { ...one, outcome, problems, recordId: outcome ? (one.recordId ?? 'cli_0002') : null };
    });
    if (status === 'running') return this.change(id, { ...done, status: 'finished' });
    return this.change(id, { ...done, status: 'undone', undone: 1, kept: 1 });
  }
}

/** The operations on imports. */
export function importRoutes(responder: Responder): Record<string, Handler> {
  const book = responder.imports;
  const me = { kind: 'user', id: 'user_lena', name: 'Lena Hartmann' } as const;
  const begin = (from: Import['status'][], status: Import['status']): Handler => {
    return ({ ids: [id] }) => {
      const found = book.find(id);
      if (!from.includes(found.status)) throw new Refusal(409, 'invalid_transition', `It is ${found.status}`);
      const processed = status === 'cancelled' ? found.processed : 0;
      return book.change(found.id, { status, processed, startedBy: me, version: found.version + 1 });
    };
  };
  return {
    'GET /v1/imports': ({ query }) => page(book.all, Number(query.get('limit')), Number(query.get('after') ?? 0)),
    'POST /v1/imports': ({ query }) => {
      const resource = query.get('resource') as Import['resource'];
      const made = makeImport({ id: `imp_${book.all.length + 1}`, resource, fileName: query.get('name')! });
      book.all = [made, ...book.all];
      return made;
    },
    'GET /v1/imports/*': ({ ids: [id] }) => book.find(id),
    'PATCH /v1/imports/*': (context: Context) => {
      const before = book.find(context.ids[0]);
      const { fields, ...rest } = context.body as Schema<'ImportPatch'>;
      const columns = before.columns.map((one, at) => ({ ...one, field: fields ? fields[at]! : one.field }));
      const missingFields = columns.some((one) => one.field === 'displayName') ? [] : ['displayName', 'lastName'];
      const body = { ...rest, columns, missingFields, status: 'uploaded' };
      return book.change(before.id, responder.patched(before, { ...context, body }));
    },
    'DELETE /v1/imports/*': ({ ids: [id] }) => {
      book.all = book.all.filter((one) => one.id !== id);
    },
    'POST /v1/imports/*/check': begin(['uploaded', 'checked', 'failed'], 'checking'),
    'POST /v1/imports/*/run': begin(['checked', 'cancelled'], 'running'),
    'POST /v1/imports/*/cancel': begin(['running', 'checking'], 'cancelled'),
    'POST /v1/imports/*/undo': begin(['finished', 'cancelled'], 'undoing'),
    'GET /v1/imports/*/rows': ({ query }) => {
      const isAsked = (name: 'action' | 'outcome', row: Row) => !query.has(name) || row[name] === query.get(name);
      const rows = book.rows.filter((row) => isAsked('action', row) && isAsked('outcome', row));
      return page(rows, Number(query.get('limit')), Number(query.get('after') ?? 0));
    },
  };
}
