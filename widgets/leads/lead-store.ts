import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import type { LiveEvent } from '../app/live.ts';
import { viewProblem } from '../app/problems.ts';
import {
  addPage,
  type Board,
  dropLead,
  inColumns,
  type Lead,
  noBoard,
  putLead,
  recount,
  type Summary,
  sameLeads,
  setList,
  tableKey,
  type View,
} from './board-state.ts';

/** How many leads a page of a column, and of the table, holds. */
const columnPage = 25;
const tablePage = 50;

/** How long a lead that just arrived is marked, in milliseconds. */
const freshTime = 4000;

/**
 * The leads of one studio as the screen shows them: loads pages, follows the live stream, and takes writes in before
 * the server has answered. Fires `change`, and `arrived` (detail: the lead) for an enquiry that came in by itself.
 */
export class LeadStore extends EventTarget {
  board: Board = noBoard;
  pipeline?: Schema<'LeadPipeline'>;
  summary?: Summary;
  view?: View;
  /** The pipeline could not be loaded, and without it there are no columns. */
  error: unknown;
  readonly fresh = new Set<string>();
  readonly #app: App;
  #abort = new AbortController();
  #summaryTimer?: ReturnType<typeof setTimeout>;
  #lived = false;

  constructor(app: App) {
    super();
    this.#app = app;
  }

  start(): void {
    this.#app.live.addEventListener('event', this.#heard);
    this.#app.live.addEventListener('status', this.#connected);
    this.#lived = this.#app.live.status === 'live';
  }

  stop(): void {
    this.#app.live.removeEventListener('event', this.#heard);
    this.#app.live.removeEventListener('status', this.#connected);
    this.#abort.abort();
    clearTimeout(this.#summaryTimer);
  }

  get(id: string): Lead | undefined {
    return this.board.leads.get(id);
  }

  /** Shows another view, or the same one anew with `force`; what is there already stays until then. */
  async show(view: View, force = false): Promise<void> {
    const before = this.view;
    this.view = view;
    if (before && !force && sameLeads(before, view)) return this.#changed();
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.error = undefined;
    this.board = { leads: this.board.leads, lists: new Map() };
    this.#changed();
    try {
      await this.#loadFrame(force);
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      return this.#changed();
    }
    if (signal.aborted) return;
    const keys = inColumns(view) ? this.pipeline!.stages.map(({ id }) => id) : [tableKey];
    await Promise.all(keys.map((key) => this.#load(key, undefined)));
  }

  async #loadFrame(force: boolean): Promise<void> {
    const { api } = this.#app;
    const [pipeline, summary] = await Promise.all([
      this.pipeline && !force ? this.pipeline : api.leadPipeline.get(),
      api.leads.summary(),
    ]);
    this.pipeline = pipeline;
    this.summary = summary;
    this.#changed();
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
    this.#changed();
    try {
      const page = await this.#app.api.leads.list(
        {
          status: view.status === 'deleted' ? undefined : view.status,
          deleted: view.status === 'deleted' || undefined,
          stageId: inColumns(view) ? key : undefined,
          q: view.q || undefined,
          formId: view.formId || undefined,
          projectType: view.projectType || undefined,
          order: view.order,
          limit: inColumns(view) ? columnPage : tablePage,
          after,
        },
        { signal },
      );
      this.board = addPage(this.board, key, page);
    } catch (error) {
      if (signal.aborted) return;
      this.board = setList(this.board, key, { ...before, state: 'error', error });
    }
    this.#changed();
  }

  /** Takes in a lead as it is now: an answer to a write, an event, or what is expected of a write under way. */
  put(lead: Lead): void {
    const before = this.board.leads.get(lead.id);
    if (this.summary && before) this.summary = recount(this.summary, before, lead);
    // Where a lead was that nobody has looked at yet, only the server knows.
    if (!before) this.#refreshSummary();
    this.board = this.view
      ? putLead(this.board, lead, this.view)
      : { ...this.board, leads: new Map(this.board.leads).set(lead.id, lead) };
    this.#changed();
  }

  /** Fetches one lead anew; a lead that is gone leaves the screen. */
  async refresh(id: string): Promise<Lead | undefined> {
    try {
      const lead = await this.#app.api.leads.get(id);
      this.put(lead);
      return lead;
    } catch (error) {
      if (viewProblem(error).kind !== 'missing') return undefined;
      this.board = dropLead(this.board, id);
      this.#changed();
      return undefined;
    }
  }

  readonly #heard = (message: Event): void => {
    const event = (message as CustomEvent<LiveEvent & { data: { version?: number } }>).detail;
    if (event.type === 'lead_pipeline.updated' && this.view) void this.show(this.view, true);
    if (!event.type.startsWith('lead.')) return;
    const known = this.board.leads.get(event.data.id);
    const isNews = !known || event.data.version === undefined || event.data.version > known.version;
    if (isNews) void this.#follow(event);
    this.#refreshSummary();
  };

  async #follow(event: LiveEvent): Promise<void> {
    const isNew = event.type === 'lead.created' && !this.board.leads.has(event.data.id);
    const lead = await this.refresh(event.data.id);
    if (!lead || !isNew || lead.status !== 'open') return;
    this.markFresh(lead.id);
    this.dispatchEvent(new CustomEvent('arrived', { detail: lead }));
  }

  markFresh(id: string): void {
    this.fresh.add(id);
    this.#changed();
    setTimeout(() => {
      this.fresh.delete(id);
      this.#changed();
    }, freshTime);
  }

  /** What happened between the first page and the stream's opening is in neither, so it is asked for once more. */
  readonly #connected = (): void => {
    if (this.#lived || this.#app.live.status !== 'live') return;
    this.#lived = true;
    if (this.view && this.pipeline) void this.#reloadQuietly(this.view);
  };

  async #reloadQuietly(view: View): Promise<void> {
    const keys = [...this.board.lists].filter(([, list]) => list.state === 'ready').map(([key]) => key);
    for (const key of keys) {
      const page = await this.#app.api.leads
        .list({
          status: view.status === 'deleted' ? undefined : view.status,
          stageId: inColumns(view) ? key : undefined,
          limit: 5,
        })
        .catch(() => undefined);
      for (const lead of page?.items ?? []) if (this.view === view) this.put(lead);
    }
    this.#refreshSummary();
  }

  #refreshSummary(): void {
    clearTimeout(this.#summaryTimer);
    this.#summaryTimer = setTimeout(async () => {
      const summary = await this.#app.api.leads.summary().catch(() => undefined);
      if (!summary) return;
      this.summary = summary;
      this.#changed();
    }, 300);
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
