import { formats } from './formats.ts';
import { type Noun, publicId, storedId } from './ids.ts';
import { invalid } from './problem.ts';

export interface PageRequest {
  limit?: number | undefined;
  after?: string | undefined;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** The stored id that a cursor stands for. @throws a 422 at `query/after` for anything else */
export function cursorId(noun: Noun, after: string | undefined): string | null {
  if (after === undefined) return null;
  const id = storedId(noun, after);
  if (!id) throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  return id;
}

/** The cursor of a list in the order of days, of which undated records come last: their day is `infinity`. */
export const dayCursor = (day: string, uuid: string): string => Buffer.from(`${day}|${uuid}`).toString('base64url');

/** The place that a `dayCursor` stands for. @throws a 422 at `query/after` for anything else */
export function readDayCursor(after: string | undefined): { day: string; id: string } | null {
  if (after === undefined) return null;
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const [, day, id] = /^(infinity|\d{4}-\d\d-\d\d)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  const isDate = formats.date as (value: string) => boolean;
  if (!day || !id || !(day === 'infinity' || isDate(day)))
    throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  return { day, id };
}

/** One page of a list that is held whole. @param cursorOf names an item, the same whatever stands around it */
export function pageOf<Item>(
  { limit = 25, after }: PageRequest,
  all: readonly Item[],
  cursorOf: (item: Item) => string,
): Page<Item> {
  const start = after === undefined ? 0 : all.findIndex((item) => cursorOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  const items = all.slice(start, start + limit);
  return { items, next: start + items.length < all.length ? cursorOf(items.at(-1)!) : null };
}

/**
 * One page of rows ordered by id. Reads one row more than asked for to know whether there is a next page.
 * @param read gets the id to continue after (or null) and how many rows to read
 */
export async function page<Row extends { id: string }, Item>(
  request: PageRequest,
  noun: Noun,
  present: (row: Row) => Item,
  read: (after: string | null, limit: number) => Promise<Row[]>,
): Promise<Page<Item>> {
  const limit = request.limit ?? 25;
  const rows = await read(cursorId(noun, request.after), limit + 1);
  const more = rows.length > limit;
  const shown = more ? rows.slice(0, limit) : rows;
  return { items: shown.map(present), next: more ? publicId(noun, shown.at(-1)!.id) : null };
}
