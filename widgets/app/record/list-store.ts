import type { App } from '../app.ts';
import type { LiveEvent } from '../live.ts';
import { viewProblem } from '../problems.ts';
import type { Versioned } from './editor.ts';
import { addPage, dropRecord, type Lists, noLists, putRecord, setList, tableKey } from './lists.ts';

/** How many records a page of a column, and of a table, holds. */
const columnPage = 25;
const tablePage = 50;

/** How long a record that just arrived is marked, in milliseconds. */
const freshTime = 4000;

export type StoreEvent = LiveEvent & { readonly data: { readonly version?: number; readonly projectId?: string } };

export interface Page {
  readonly limit: number;
  readonly after?: string;
}

/** A view of what one import has made or changed says so. */
interface Narrowed {
  readonly importId: string;
}

interface Stages {
  readonly stages: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The records of one studio as a board and a table show them: loads pages, follows the live stream, and takes writes in
 * before the server has answered. Fires `change`, and `arrived` (detail: the record) for one that came in by itself.
 *
 * `T` is the record, `V` the view, `P` the pipeline with the columns, `S` the studio's counts.
 */
export abstract class ListStore<T extends Versioned, V extends Narrowed, P extends Stages, S> extends EventTarget {
  board: Lists<T> = noLists;
  pipeline?: P;
  summary?: S;
  view?: V;
  /** The pipeline could not be loaded, and without it there are no columns. */
  error: unknown;
  readonly fresh = new Set<string>();
  protected readonly app: App;
  #abort = new AbortController();
  #summaryTimer?: ReturnType<typeof setTimeout>;
  #lived = false;

  constructor(app: App) {
    super();
    this.app = app;
  }

  protected abstract loadPipeline(): PromiseLike<P>;
  protected abstract loadSummary(): PromiseLike<S>;
  protected abstract recount(summary: S, from: T, to: T): S;
  protected abstract fetchOne(id: string): PromiseLike<T>;
  /** One page of a column (`stageId`) or of the table. */
  protected abstract fetchPage(
    view: V,
    stageId: string | undefined,
    page: Page,
    signal?: AbortSignal,
  ): PromiseLike<{ items: T[]; next: string | null }>;
  protected abstract inColumns(view: V): boolean;
  protected abstract sameRecords(one: V, other: V): boolean;
  protected abstract listOf(record: T, view: V): string | undefined;
  abstract comesBefore(one: T, other: T): boolean;
  /** The record an event is about; undefined if it is about none of this kind. */
  protected abstract subjectOf(event: StoreEvent): string | undefined;
  /** Whether an event says that a record came in by itself. */
  protected abstract isArrival(event: StoreEvent): boolean;
  protected abstract readonly pipelineEvent: string;

  /** All of it has loaded, and nothing is there. */
  get isEmpty(): boolean {
    const lists = [...this.board.lists.values()];
    return (
      this.pipeline !== undefined &&
      lists.length > 0 &&
      lists.every(({ state, ids }) => state === 'ready' && ids.length === 0)
    );
  }

  start(): void {
    this.app.live.addEventListener('event', this.#heard);
    this.app.live.addEventListener('status', this.#connected);
    this.#lived = this.app.live.status === 'live';
  }

  stop(): void {
    this.app.live.removeEventListener('event', this.#heard);
    this.app.live.removeEventListener('status', this.#connected);
    this.#abort.abort();
    clearTimeout(this.#summaryTimer);
  }

  get(id: string): T | undefined {
    return this.board.records.get(id);
  }

  /** Shows another view, or the same one anew with `force`; what is there already stays until then. */
  async show(view: V, force = false): Promise<void> {
    const before = this.view;
    this.view = view;
    if (before && !force && this.sameRecords(before, view)) return this.changed();
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.error = undefined;
    this.board = { records: this.board.records, lists: new Map() };
    this.changed();
    try {
      await this.#loadFrame(force);
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      return this.changed();
    }
    if (signal.aborted) return;
    const keys = this.inColumns(view) ? this.pipeline!.stages.map(({ id }) => id) : [tableKey];
    await Promise.all(keys.map((key) => this.#load(key, undefined)));
  }

  async #loadFrame(force: boolean): Promise<void> {
    const [pipeline, summary] = await Promise.all([
      this.pipeline && !force ? this.pipeline : this.loadPipeline(),
      this.loadSummary(),
    ]);
    this.pipeline = pipeline;
    this.summary = summary;
    this.changed();
  }

  /** The next page of a list, or its first one again after an error. */
  async more(key: string): Promise<void> {
    const list = this.board.lists.get(key);
    if (!list || list.state === 'loading' || list.state === 'more') return;
    await this.#load(key, list.ids.length > 0 ? (list.next ?? undefined) : undefined);
  }

  async #load(key: string, after: string | undefined): Promise<void> {
    const { signal } = this.#abort;
    const view = this.view!;
    const before = this.board.lists.get(key) ?? { ids: [], next: null };
    this.board = setList(this.board, key, { ...before, state: after ? 'more' : 'loading', error: undefined });
    this.changed();
    const columns = this.inColumns(view);
    try {
      const size = { limit: columns ? columnPage : tablePage, after };
      const page = await this.fetchPage(view, columns ? key : undefined, size, signal);
      this.board = addPage(this.board, key, page, (one, other) => this.comesBefore(one, other));
    } catch (error) {
      if (signal.aborted) return;
      this.board = setList(this.board, key, { ...before, state: 'error', error });
    }
    this.changed();
  }

  /** Takes in a record as it is now: an answer to a write, an event, or what is expected of a write under way. */
  put(record: T): void {
    const before = this.board.records.get(record.id);
    if (this.summary && before) this.summary = this.recount(this.summary, before, record);
    // Where a record was that nobody has looked at yet, only the server knows.
    if (!before) this.refreshSummary();
    // Whether a record is of an import, only the server knows: none comes in that was not there.
    const isListed = [...this.board.lists.values()].some(({ ids }) => ids.includes(record.id));
    const target = this.view && (isListed || !this.view.importId) ? this.listOf(record, this.view) : undefined;
    this.board = putRecord(this.board, record, target, (one, other) => this.comesBefore(one, other));
    this.changed();
  }

  /** Fetches one record anew; one that is gone leaves the screen. */
  async refresh(id: string): Promise<T | undefined> {
    try {
      const record = await this.fetchOne(id);
      this.put(record);
      return record;
    } catch (error) {
      if (viewProblem(error).kind !== 'missing') return undefined;
      this.board = dropRecord(this.board, id);
      this.changed();
      return undefined;
    }
  }

  readonly #heard = (message: Event): void => {
    const event = (message as CustomEvent<StoreEvent>).detail;
    if (event.type === this.pipelineEvent && this.view) void this.show(this.view, true);
    const id = this.subjectOf(event);
    if (!id) return;
    const known = this.board.records.get(id);
    const { version } = event.data;
    // An event about something that hangs on the record bears that one's version.
    const isOwn = id === event.data.id;
    if (!known || !isOwn || version === undefined || version > known.version) void this.#follow(event, id);
    this.refreshSummary();
  };

  async #follow(event: StoreEvent, id: string): Promise<void> {
    const isNew = this.isArrival(event) && !this.board.records.has(id);
    const record = await this.refresh(id);
    if (!record || !isNew || !this.view || this.listOf(record, this.view) === undefined) return;
    this.markFresh(id);
    this.dispatchEvent(new CustomEvent('arrived', { detail: record }));
  }

  markFresh(id: string): void {
    this.fresh.add(id);
    this.changed();
    setTimeout(() => {
      this.fresh.delete(id);
      this.changed();
    }, freshTime);
  }

  /** What happened between the first page and the stream's opening is in neither, so it is asked for once more. */
  readonly #connected = (): void => {
    if (this.#lived || this.app.live.status !== 'live') return;
    this.#lived = true;
    if (this.view && this.pipeline) void this.#reloadQuietly(this.view);
  };

  async #reloadQuietly(view: V): Promise<void> {
    const keys = [...this.board.lists].filter(([, list]) => list.state === 'ready').map(([key]) => key);
    for (const key of keys) {
      const stageId = this.inColumns(view) ? key : undefined;
      const page = await Promise.resolve(this.fetchPage(view, stageId, { limit: 5 })).catch(() => undefined);
      for (const record of page?.items ?? []) if (this.view === view) this.put(record);
    }
    this.refreshSummary();
  }

  protected refreshSummary(): void {
    clearTimeout(this.#summaryTimer);
    this.#summaryTimer = setTimeout(async () => {
      const summary = await Promise.resolve(this.loadSummary()).catch(() => undefined);
      if (!summary) return;
      this.summary = summary;
      this.changed();
    }, 300);
  }

  protected changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
