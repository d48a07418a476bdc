import { type Answered, Call } from './call.ts';

/** One page of a list, newest first unless the operation says otherwise. */
export interface Page<Item> {
  items: Item[];
  /** Where the next page begins: pass it as `after`. `null` on the last page. */
  next: string | null;
}

/**
 * A list under way. `await` it for its first page; iterate over it for every item of every page, each fetched when
 * it is needed; or collect the items with `toArray`.
 */
export class ListCall<Item> extends Call<Page<Item>> implements AsyncIterable<Item> {
  readonly #following: (after: string) => Promise<Answered<Page<Item>>>;

  constructor(first: Promise<Answered<Page<Item>>>, following: (after: string) => Promise<Answered<Page<Item>>>) {
    super(first);
    this.#following = following;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    let page: Page<Item> = await this;
    yield* page.items;
    while (page.next !== null) {
      page = (await this.#following(page.next)).data;
      yield* page.items;
    }
  }

  /** All items, or the first `limit` of them, in one array. */
  async toArray({ limit = Infinity }: { limit?: number } = {}): Promise<Item[]> {
    const items: Item[] = [];
    for await (const item of this) if (items.push(item) >= limit) break;
    return items.slice(0, limit);
  }
}
