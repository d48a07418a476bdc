/** The clients screen's part of the address, and what it asks the server for. Pure. */
import type { Schema } from '@alloza/sdk/core';
import type { Query } from '../app/navigator.ts';

export type Client = Schema<'Client'>;
export type SavedView = Schema<'SavedView'>;

export interface View {
  readonly q: string;
  readonly kind: Client['kind'] | '';
  readonly tag: string;
  readonly importId: string;
  readonly order: 'newest' | 'oldest' | 'name';
  readonly deleted: boolean;
}

const orders: readonly View['order'][] = ['newest', 'oldest', 'name'];

const orderOf = (text: unknown) => orders.find((order) => order === text) ?? 'newest';
const kindOf = (text: unknown) => (text === 'person' || text === 'company' ? text : '');

export const readView = (query: URLSearchParams): View => ({
  q: (query.get('q') ?? '').trim().slice(0, 200),
  kind: kindOf(query.get('kind')),
  tag: (query.get('tag') ?? '').slice(0, 60),
  importId: (query.get('import') ?? '').slice(0, 60),
  order: orderOf(query.get('order')),
  deleted: query.get('deleted') === '1',
});

/** The parameters of a view; what is as by default stays out of the address. */
export const writeView = (view: View): Query => ({
  q: view.q || undefined,
  kind: view.kind || undefined,
  tag: view.tag || undefined,
  import: view.importId || undefined,
  order: view.order === 'newest' ? undefined : view.order,
  deleted: view.deleted ? '1' : undefined,
});

/** The parameters of `clients.list`, which is what a saved view keeps too. */
export const filterOf = ({ q, kind, tag, importId, order, deleted }: View) => ({
  ...(q && { q }),
  ...(kind && { kind }),
  ...(tag && { tag }),
  ...(importId && { importId }),
  ...(order !== 'newest' && { order }),
  ...(deleted && { deleted }),
});

export const viewOf = ({ filter }: SavedView): View => ({
  q: String(filter.q ?? ''),
  kind: kindOf(filter.kind),
  tag: String(filter.tag ?? ''),
  importId: String(filter.importId ?? ''),
  order: orderOf(filter.order),
  deleted: filter.deleted === true,
});

export const sameView = (one: View, other: View) => JSON.stringify(filterOf(one)) === JSON.stringify(filterOf(other));

/** Whether something hides clients that are there. */
export const isFiltered = ({ q, kind, tag, importId }: View) => Boolean(q || kind || tag || importId);
