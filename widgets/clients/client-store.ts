import type { App } from '../app/app.ts';
import type { LiveEvent } from '../app/live.ts';
import { viewProblem } from '../app/problems.ts';
import { type Client, filterOf, isFiltered, type SavedView, sameView, type View } from './view.ts';

/** How many clients a page of the table holds. */
const pageSize = 50;

/** Changes that follow each other within this time ask for the tags once, in milliseconds. */
const tagsDelay = 300;

/**
 * The clients of one studio as the screen shows them: loads pages, follows the live stream, and takes writes in before
 * the server has answered. Fires `change`.
 */
export class ClientStore extends EventTarget {
  ids: readonly string[] = [];
  state: 'loading' | 'ready' | 'more' | 'error' = 'loading';
  next: string | null = null;
  error: unknown;
  view?: View;
  tags: readonly { tag: string; count: number }[] = [];
  savedViews: readonly SavedView[] = [];
  readonly #app: App;
  readonly #clients = new Map<string, Client>();
  #abort = new AbortController();
  #lived = false;
  #tagsTimer?: ReturnType<typeof setTimeout>;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  start(): void {
    this.#app.live.addEventListener('event', this.#heard);
    this.#app.live.addEventListener('status', this.#connected);
    this.#lived = this.#app.live.status === 'live';
    void this.#loadTags();
    void this.#loadViews();
  }

  stop(): void {
    this.#app.live.removeEventListener('event', this.#heard);
    this.#app.live.removeEventListener('status', this.#connected);
    this.#abort.abort();
    clearTimeout(this.#tagsTimer);
  }

  get(id: string): Client | undefined {
    return this.#clients.get(id);
  }

  get shown(): Client[] {
    return this.ids.flatMap((id) => this.#clients.get(id) ?? []);
  }

  /** Shows another view, or the same one anew with `force`. */
  async show(view: View, force = false): Promise<void> {
    const before = this.view;
    this.view = view;
    if (before && !force && sameView(before, view)) return;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.ids = [];
    this.next = null;
    await this.#load('loading');
  }

  /** The next page, or the same one again after an error. */
  async more(): Promise<void> {
    if (this.state === 'loading' || this.state === 'more') return;
    await this.#load(this.ids.length > 0 ? 'more' : 'loading');
  }

  async #load(state: 'loading' | 'more'): Promise<void> {
    const { signal } = this.#abort;
    this.state = state;
    this.error = undefined;
    this.#changed();
    try {
      const after = state === 'more' ? (this.next ?? undefined) : undefined;
      const { items, next } = await this.#app.api.clients.list(
        { ...filterOf(this.view!), limit: pageSize, after },
        { signal },
      );
      for (const client of items) this.#keep(client);
      // One that was opened while the first page was on its way stands where it belongs, not above all.
      const early = state === 'loading' ? this.shown : [];
      this.ids = [...new Set([...(early.length > 0 ? [] : this.ids), ...items.map(({ id }) => id)])];
      this.next = next;
      for (const client of early) if (!this.ids.includes(client.id)) this.ids = this.#placed(client);
      this.state = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      this.state = 'error';
    }
    this.#changed();
  }

  /** The newest version counts, whichever way it came. */
  #keep(client: Client): void {
    const known = this.#clients.get(client.id);
    if (!known || client.version >= known.version) this.#clients.set(client.id, client);
  }

  /** Takes in a client as it is now: an answer to a write, an event, or what is expected of a write under way. */
  put(client: Client): void {
    this.#clients.set(client.id, client);
    const belongs = (client.deletedAt !== null) === Boolean(this.view?.deleted);
    if (!belongs) this.ids = this.ids.filter((id) => id !== client.id);
    else if (!this.ids.includes(client.id) && this.view && !isFiltered(this.view)) this.ids = this.#placed(client);
    this.#refreshTags();
    this.#changed();
  }

  /** Where a client that was not in the list belongs; one beyond the loaded pages comes with its page. */
  #placed(client: Client): readonly string[] {
    const { order } = this.view!;
    const before = (one: Client): boolean => {
      if (order === 'name') return one.displayName.localeCompare(client.displayName) <= 0;
      return order === 'newest' ? one.createdAt > client.createdAt : one.createdAt < client.createdAt;
    };
    const at = this.shown.findIndex((one) => !before(one));
    if (at < 0) return this.next === null ? [...this.ids, client.id] : this.ids;
    return this.ids.toSpliced(at, 0, client.id);
  }

  /** Fetches one client anew; one that is gone leaves the screen. */
  async refresh(id: string): Promise<Client | undefined> {
    try {
      const client = await this.#app.api.clients.get(id);
      this.put(client);
      return client;
    } catch (error) {
      if (viewProblem(error).kind !== 'missing') return undefined;
      this.#clients.delete(id);
      this.ids = this.ids.filter((one) => one !== id);
      this.#changed();
      return undefined;
    }
  }

  readonly #heard = (message: Event): void => {
    const { type, data } = (message as CustomEvent<LiveEvent & { data: { version?: number } }>).detail;
    if (!type.startsWith('client.')) return;
    const known = this.#clients.get(data.id);
    if (!known || data.version === undefined || data.version > known.version) void this.refresh(data.id);
  };

  /** What happened between the first page and the stream's opening is in neither, so it is asked for once more. */
  readonly #connected = async (): Promise<void> => {
    if (this.#lived || this.#app.live.status !== 'live') return;
    this.#lived = true;
    const { view } = this;
    if (!view || this.state !== 'ready') return;
    const page = await this.#app.api.clients.list({ ...filterOf(view), limit: pageSize }).catch(() => undefined);
    if (this.view !== view) return;
    for (const client of page?.items ?? []) if (client.version > (this.get(client.id)?.version ?? 0)) this.put(client);
  };

  #refreshTags(): void {
    clearTimeout(this.#tagsTimer);
    this.#tagsTimer = setTimeout(() => void this.#loadTags(), tagsDelay);
  }

  /** Both only help to filter: without them the list works all the same. */
  async #loadTags(): Promise<void> {
    const found = await this.#app.api.clients.tags().catch(() => undefined);
    if (!found) return;
    this.tags = found.items;
    this.#changed();
  }

  async #loadViews(): Promise<void> {
    const found = await this.#app.api.savedViews.list({ resource: 'clients', limit: 100 }).catch(() => undefined);
    if (found) this.setViews(found.items);
  }

  setViews(views: readonly SavedView[]): void {
    this.savedViews = views;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
