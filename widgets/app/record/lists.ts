/** The records on screen and the lists they stand in. Pure: every change makes new lists. */

/** One column of a board, or a whole table. */
export interface List {
  readonly ids: readonly string[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  readonly state: 'loading' | 'ready' | 'more' | 'error';
  readonly error?: unknown;
}

export interface Lists<T> {
  readonly records: ReadonlyMap<string, T>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Whether a record stands in front of another. */
export type ComesBefore<T> = (one: T, other: T) => boolean;

interface Identified {
  readonly id: string;
}

/** The key of the only list of a table. */
export const tableKey = 'table';

export const noLists: Lists<never> = { records: new Map<string, never>(), lists: new Map() };

export const setList = <T>(board: Lists<T>, key: string, list: List): Lists<T> => ({
  ...board,
  lists: new Map(board.lists).set(key, list),
});

/**
 * Adds a page to a list. A record that moved between pages while they were read stands only once; one that came while
 * the first page was on its way stands where it belongs.
 */
export function addPage<T extends Identified>(
  board: Lists<T>,
  key: string,
  page: { items: readonly T[]; next: string | null },
  comesBefore: ComesBefore<T>,
): Lists<T> {
  const records = new Map(board.records);
  for (const record of page.items) records.set(record.id, record);
  const { ids: there = [], state } = board.lists.get(key) ?? {};
  const isFirst = state !== 'more';
  const ids = [...new Set([...(isFirst ? [] : there), ...page.items.map(({ id }) => id)])];
  let list: List = { ids, next: page.next, state: 'ready' };
  for (const id of isFirst ? there : [])
    if (!list.ids.includes(id)) list = { ...list, ids: insert(list, records.get(id)!, records, comesBefore) };
  return setList({ ...board, records }, key, list);
}

/** Puts a record into the list it belongs to now, if any, and takes it from where it stood. */
export function putRecord<T extends Identified>(
  board: Lists<T>,
  record: T,
  target: string | undefined,
  comesBefore: ComesBefore<T>,
): Lists<T> {
  const records = new Map(board.records).set(record.id, record);
  const lists = new Map(board.lists);
  for (const [key, list] of lists) {
    const stands = list.ids.includes(record.id);
    if (key === target) lists.set(key, stands ? list : { ...list, ids: insert(list, record, records, comesBefore) });
    else if (stands) lists.set(key, { ...list, ids: list.ids.filter((id) => id !== record.id) });
  }
  return { records, lists };
}

export function dropRecord<T>(board: Lists<T>, id: string): Lists<T> {
  const records = new Map(board.records);
  records.delete(id);
  const lists = new Map(
    [...board.lists].map(([key, list]) => [key, { ...list, ids: list.ids.filter((other) => other !== id) }]),
  );
  return { records, lists };
}

/** Where a record will stand in a list: what a drop shows before it happens. */
export function positionIn<T extends Identified>(
  list: List,
  record: T,
  records: ReadonlyMap<string, T>,
  comesBefore: ComesBefore<T>,
): number {
  const others = list.ids.filter((id) => id !== record.id);
  const index = others.findIndex((id) => comesBefore(record, records.get(id)!));
  return index < 0 ? others.length : index;
}

/** A record that would stand behind the last one loaded comes with its page, unless there are no more pages. */
function insert<T extends Identified>(
  list: List,
  record: T,
  records: ReadonlyMap<string, T>,
  comesBefore: ComesBefore<T>,
): readonly string[] {
  const index = positionIn(list, record, records, comesBefore);
  if (index === list.ids.length && list.next !== null) return list.ids;
  return list.ids.toSpliced(index, 0, record.id);
}

/** By the time of creation. Ids are ordered by time too, which settles records of the same instant. */
export function createdBefore<T extends Identified & { readonly createdAt: string }>(
  one: T,
  other: T,
  order: 'newest' | 'oldest',
): boolean {
  const [a, b] = order === 'newest' ? [one, other] : [other, one];
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** A guess at what the server's search would find, for a record that arrives while a search is on. */
export const mentions = (text: string, q: string) => q.split(/\s+/).every((word) => plain(text).includes(plain(word)));
