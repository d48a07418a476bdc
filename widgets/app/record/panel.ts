import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AppElement } from '../app-element.ts';
import { leave, leavingStyles } from '../leaving.ts';
import type { Query } from '../navigator.ts';
import type { Route } from '../routes.ts';
import { isTyping, type Shortcut } from '../shortcuts.ts';
import { StoreController } from '../store-controller.ts';
import type { RecordActions } from './actions.ts';
import { type BulkAction, bulkBar, bulkStyles, failuresDialog } from './bulk-bar.ts';
import { listPanelStyles } from './list-panel.styles.ts';
import { Selection } from './selection.ts';
import type { TranslateRecord } from './texts.ts';

/** Milliseconds without a key before a search is sent. */
const searchDelay = 250;

const idNames = { leads: 'leadId', clients: 'clientId', projects: 'projectId' } as const;

interface Sheet extends HTMLElement {
  writeNote(): void;
  leaveField(): void;
}

interface Store extends EventTarget {
  start(): void;
  stop(): void;
}

/** What the common keys do, in the words of a room. */
export interface PanelWords {
  readonly search: string;
  readonly next: string;
  readonly previous: string;
  readonly note: string;
  readonly close: string;
}

/**
 * A screen of records: its view and the open record stand in the address, the list shows the one, a sheet above it the
 * other. `S` holds the records, `V` is the view.
 */
export abstract class RecordPanel<S extends Store, V extends { readonly q: string }> extends AppElement {
  static override styles = [AppElement.styles, leavingStyles, listPanelStyles, bulkStyles];

  @state() protected store?: S;
  /** What is marked in the table; another view begins with nothing. */
  protected readonly selection = new Selection();

  protected abstract readonly home: keyof typeof idNames;
  protected abstract readonly sheet?: Sheet;
  readonly #updates = new StoreController(this);
  readonly #connection = new StoreController(this, 'status');
  readonly #places = new StoreController(this, 'navigated');
  readonly #marks = new StoreController(this);
  readonly #work = new StoreController(this);
  #markedIn?: string;
  #searchTimer?: ReturnType<typeof setTimeout>;
  #searching?: string;
  #removeShortcuts?: () => void;

  protected abstract makeStore(): S;
  protected abstract readView(query: URLSearchParams): V;
  protected abstract writeView(view: V): Query;
  /** Shows the records of the view, unless it does already. */
  protected abstract follow(store: S, view: V): void;
  /** The ids of the records in the list, in their order. */
  protected abstract idsOf(store: S): readonly string[];
  protected abstract readonly shortcuts: Shortcut[];
  /** Tells of what it does to several records. */
  protected abstract readonly actions?: EventTarget;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store?.stop();
    this.#removeShortcuts?.();
    this.#removeShortcuts = undefined;
    clearTimeout(this.#searchTimer);
  }

  protected override studioChanged(): void {
    this.store?.stop();
    this.selection.clear();
    this.store = this.makeStore();
    this.#marks.follow(this.selection);
    this.#work.follow(this.actions);
    this.actions?.addEventListener('left', (event) => this.selection.set((event as CustomEvent<string[]>).detail));
    this.#updates.follow(this.store);
    this.#connection.follow(this.app.live);
    this.#places.follow(this.app.navigator);
    this.store.start();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store) this.#show(this.store);
    this.#removeShortcuts ??= this.app.shortcuts.set(this, this.shortcuts);
  }

  #show(store: S): void {
    const { view } = this;
    const key = JSON.stringify(this.writeView(view));
    if (key !== this.#markedIn) this.selection.clear();
    this.#markedIn = key;
    this.follow(store, view);
  }

  protected override scheduleUpdate(): undefined | Promise<unknown> {
    const update = () => super.scheduleUpdate() ?? undefined;
    // Signed out, there is no place to look at any more.
    return this.sheet && this.app && !this.openId ? leave(this.sheet, update) : update();
  }

  protected get view(): V {
    return this.readView(this.app.navigator.query);
  }

  /** The view with what is being typed into the search. */
  protected get typedView(): V {
    return { ...this.view, q: this.#searching ?? this.view.q };
  }

  protected get openId(): string | undefined {
    const { route } = this.app.navigator;
    return route.name === this.home ? (route as Record<string, string | undefined>)[idNames[this.home]] : undefined;
  }

  protected get creating(): boolean {
    return this.mayCreate && this.app.navigator.query.has('new');
  }

  /** Whoever works on their own jobs only is given them, and makes none. */
  protected get mayCreate(): boolean {
    return !this.app.membership.ownJobsOnly;
  }

  protected get wide(): boolean {
    return this.app.navigator.query.has('wide');
  }

  protected routeOf(id?: string): Route {
    return { name: this.home, slug: this.app.membership.slug, [idNames[this.home]]: id } as Route;
  }

  protected commonShortcuts(words: PanelWords): Shortcut[] {
    const search = (): void => this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
    return [
      { keys: '/', label: words.search, run: search },
      { keys: 'j', label: words.next, run: this.whenOpen(() => this.#step(1)) },
      { keys: 'k', label: words.previous, run: this.whenOpen(() => this.#step(-1)) },
      { keys: 'n', label: words.note, run: this.whenOpen(() => this.sheet?.writeNote()) },
      { keys: 'Escape', label: words.close, run: () => this.leave() },
    ];
  }

  protected whenOpen(run: () => void): () => void {
    return () => {
      if (this.openId) run();
    };
  }

  /** Escape, outside of a field: out of the sheet first, then out of the selection. */
  protected leave(): void {
    if (this.openId) this.open(undefined);
    else this.selection.clear();
  }

  /** Those that are marked and still in the list. */
  protected marked<T>(recordOf: (id: string) => T | undefined): T[] {
    if (this.selection.size === 0 || !this.store) return [];
    return this.idsOf(this.store).flatMap((id) => (this.selection.has(id) ? (recordOf(id) ?? []) : []));
  }

  /** Begins something with what is marked: the bar gives way to its progress, and the keyboard goes on in the list. */
  protected begin(work: Promise<unknown>): Promise<unknown> {
    this.selection.clear();
    void this.updateComplete.then(() => {
      const list = this.renderRoot.querySelector('.main')?.firstElementChild;
      list?.shadowRoot?.querySelector<HTMLElement>('.scroll')?.focus({ preventScroll: true });
    });
    return work;
  }

  protected renderBulk<T extends { readonly id: string }>(
    t: TranslateRecord,
    actions: RecordActions<T>,
    count: number,
    buttons: readonly BulkAction[],
  ): TemplateResult {
    const { progress, failures, dismiss } = actions;
    return html`
      ${bulkBar({ t, count, progress, actions: buttons, clear: () => this.selection.clear() })}
      ${failuresDialog(failures, { t, nameOf: (record) => actions.nameOf(record), close: dismiss })}
    `;
  }

  protected readonly change = (view: V): void => this.app.navigator.setQuery(this.writeView(view));

  protected readonly hrefOf = (view: V): string => this.app.navigator.href(this.routeOf(), this.writeView(view));

  protected readonly search = (text: string): void => {
    this.#searching = text;
    clearTimeout(this.#searchTimer);
    const apply = (): void => {
      this.#searching = undefined;
      this.change({ ...this.view, q: text.trim() });
    };
    this.#searchTimer = setTimeout(apply, text ? searchDelay : 0);
  };

  protected readonly create = (): void => {
    if (this.mayCreate) this.app.navigator.setQuery({ new: '1' });
  };

  protected readonly endCreate = (): void => this.app.navigator.setQuery({ new: undefined });

  protected open(id: string | undefined, replace = false): void {
    const { navigator } = this.app;
    const before = this.openId;
    navigator.go(this.routeOf(id), { query: { ...Object.fromEntries(navigator.query), new: undefined }, replace });
    if (!id && before) void this.updateComplete.then(() => this.#focusLink(before));
  }

  /** Back to where the sheet was opened from. */
  #focusLink(id: string): void {
    const list = this.renderRoot.querySelector('.main')?.firstElementChild;
    list?.shadowRoot?.querySelector<HTMLElement>(`a[href*="${CSS.escape(id)}"]`)?.focus();
  }

  #step(by: number): void {
    const ids = this.store ? this.idsOf(this.store) : [];
    const next = ids[ids.indexOf(this.openId ?? '') + by];
    if (next) this.open(next, true);
  }

  /** Escape leaves a field first, and the sheet only then: what was typed is saved on the way. */
  protected readonly sheetKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isTyping(event)) return;
    event.preventDefault();
    this.sheet?.leaveField();
  };

  protected readonly sheetClose = (): void => this.open(undefined);

  protected readonly sheetStep = (event: CustomEvent<number>): void => this.#step(event.detail);

  protected readonly sheetWide = (event: CustomEvent<boolean>): void =>
    this.app.navigator.setQuery({ wide: event.detail ? '1' : undefined });

  /** The list, and the sheet above it; what the sheet covers can't be reached. */
  protected place(list: unknown, sheet: unknown): TemplateResult {
    const covered = Boolean(this.openId) && (this.wide || matchMedia('(max-width: 720px)').matches);
    return html`<div class="place"><div class="list" ?inert=${covered}>${list}</div>${sheet}</div>`;
  }
}
