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
