import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { leave, leavingStyles } from '../app/leaving.ts';
import { isTyping, type Shortcut } from '../app/shortcuts.ts';
import { emptyState, errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { inColumns, isFiltered, type Lead, tableKey, type View } from './board-state.ts';
import { LeadActions } from './lead-actions.ts';
import { LeadStore } from './lead-store.ts';
import { panelStyles } from './leads-panel.styles.ts';
import type { LeadSheet } from './sheet.ts';
import { leadTexts } from './texts.ts';
import { toolbar } from './toolbar.ts';
import { readView, writeView } from './view.ts';

const searchDelay = 250;

/** The leads screen: reads its view from the address, shows board or table, and a lead's sheet above it. */
export class LeadsPanel extends AppElement {
  static override styles = [AppElement.styles, leavingStyles, panelStyles];

  @state() private store?: LeadStore;
  @state() private forms: readonly Schema<'LeadForm'>[] = [];
  @state() private closing?: Lead;
  @state() private arrived = '';
  @query('alloza-lead-sheet') private sheet?: LeadSheet;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  readonly #connection = new StoreController(this, 'status');
  readonly #places = new StoreController(this, 'navigated');
  #actions!: LeadActions;
  #searchTimer?: ReturnType<typeof setTimeout>;
  #searching?: string;
  #removeShortcuts?: () => void;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store?.stop();
    this.#removeShortcuts?.();
    clearTimeout(this.#searchTimer);
  }

  protected override studioChanged(): void {
    this.store?.stop();
    const store = new LeadStore(this.app);
    this.store = store;
    this.forms = [];
    this.#actions = new LeadActions(this.app, store, this.#t);
    this.#updates.follow(store);
    this.#connection.follow(this.app.live);
    this.#places.follow(this.app.navigator);
    store.addEventListener('arrived', (event) => {
      this.arrived = this.#t('leads.arrived', { name: (event as CustomEvent<Lead>).detail.name });
    });
    store.start();
    void this.#loadForms();
  }

  async #loadForms(): Promise<void> {
    const { api } = this.app;
    const forms = await api.leadForms
      .list({ limit: 100 })
      .then(({ items }) => items)
      .catch(() => []);
    if (api === this.app.api) this.forms = forms;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store && !sameView(this.store.view, this.#view)) void this.store.show(this.#view);
    this.#removeShortcuts ??= this.app.shortcuts.set(this, this.#shortcuts);
  }

  get #view(): View {
    return readView(this.app.navigator.query);
  }

  get #openId(): string | undefined {
    const { route } = this.app.navigator;
    return route.name === 'leads' ? route.leadId : undefined;
  }

  get #creating(): boolean {
    return this.app.navigator.query.has('new');
  }

  get #types(): string[] {
    const fields = this.forms.flatMap(({ fields: all }) => all.filter(({ key }) => key === 'projectType'));
    return [...new Set(fields.flatMap(({ options }) => options ?? []))];
  }

  get #shortcuts(): Shortcut[] {
    const open = (run: () => void) => () => this.#openId && run();
    return [
      {
        keys: '/',
        label: this.#t('shortcut.search'),
        run: () => this.renderRoot.querySelector<HTMLElement>('#search')?.focus(),
      },
      {
        keys: 'v',
        label: this.#t('shortcut.layout'),
        run: () => this.#change({ ...this.#view, layout: this.#view.layout === 'board' ? 'table' : 'board' }),
      },
      { keys: 'j', label: this.#t('shortcut.next'), run: open(() => this.#step(1)) },
      { keys: 'k', label: this.#t('shortcut.previous'), run: open(() => this.#step(-1)) },
      { keys: 'n', label: this.#t('shortcut.note'), run: open(() => this.sheet?.writeNote()) },
      { keys: 'w', label: this.#t('shortcut.won'), run: open(() => this.#close('won')) },
      { keys: 'l', label: this.#t('shortcut.lost'), run: open(() => this.#close('lost')) },
      { keys: 'Escape', label: this.#t('shortcut.close'), run: open(() => this.#show(undefined)) },
    ];
  }

  #change(view: View): void {
    this.app.navigator.setQuery(writeView(view));
  }

  #href(view: View): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'leads', slug: membership.slug }, writeView(view));
  }

  readonly #search = (text: string): void => {
    this.#searching = text;
    clearTimeout(this.#searchTimer);
    const apply = (): void => {
      this.#searching = undefined;
      this.#change({ ...this.#view, q: text.trim() });
    };
    this.#searchTimer = setTimeout(apply, text ? searchDelay : 0);
  };

  readonly #create = (): void => this.app.navigator.setQuery({ new: '1' });

  readonly #endCreate = (): void => this.app.navigator.setQuery({ new: undefined });

  #show(leadId: string | undefined, replace = false): void {
    const { navigator, membership } = this.app;
    const before = this.#openId;
    const query = { ...Object.fromEntries(navigator.query), new: undefined };
    navigator.go({ name: 'leads', slug: membership.slug, leadId }, { query, replace });
    if (!leadId && before) void this.updateComplete.then(() => this.#focusLead(before));
  }

  /** Back to where the sheet was opened from. */
  #focusLead(id: string): void {
    const list = this.renderRoot.querySelector('alloza-lead-board, alloza-lead-table');
    const link = list?.shadowRoot?.querySelector<HTMLElement>(`a[href*="${CSS.escape(id)}"]`);
    link?.focus();
  }

  #step(by: number): void {
    const lists = this.store?.board.lists;
    if (!lists) return;
    const order = inColumns(this.#view) ? (this.store?.pipeline?.stages.map(({ id }) => id) ?? []) : [tableKey];
    const ids = order.flatMap((key) => lists.get(key)?.ids ?? []);
    const next = ids[ids.indexOf(this.#openId ?? '') + by];
    if (next) this.#show(next, true);
  }

  #close(to: 'won' | 'lost'): void {
    const lead = this.store?.board.leads.get(this.#openId ?? '');
    if (lead?.status === 'open') this.#move(lead, to);
  }

  #move(lead: Lead, to: string): void {
    if (to === 'lost') this.closing = lead;
    else if (to === 'won' || to === 'spam') void this.#actions.move(lead, { status: to });
    else if (to !== lead.stageId || lead.status !== 'open')
      void this.#actions.move(lead, { status: 'open', stageId: to });
  }

  readonly #moved = (event: CustomEvent<{ lead: Lead; to: string }>): void =>
    this.#move(event.detail.lead, event.detail.to);

  readonly #lost = (event: CustomEvent<string>): void => {
    const lead = this.closing!;
    this.closing = undefined;
    void this.#actions.move(lead, { status: 'lost', lostReason: event.detail });
  };

  readonly #created = (event: CustomEvent<Lead>): void => {
    this.store?.put(event.detail);
    this.store?.markFresh(event.detail.id);
    this.app.toasts.show({ text: this.#t('create.done') });
    this.#show(event.detail.id);
  };

  protected override scheduleUpdate(): undefined | Promise<unknown> {
    const update = () => super.scheduleUpdate() ?? undefined;
    return this.sheet && !this.#openId ? leave(this.sheet, update) : update();
  }

  override render(): TemplateResult {
    const store = this.store!;
    const openId = this.#openId;
    const wide = this.app.navigator.query.has('wide');
    const covered = Boolean(openId) && (wide || matchMedia('(max-width: 720px)').matches);
    return html`
      <div class="only-spoken" role="status">${this.arrived}</div>
      <div class="place">
        <div class="list" ?inert=${covered}>
          ${toolbar({
            t: this.#t,
            locale: this.locale,
            view: { ...this.#view, q: this.#searching ?? this.#view.q },
            summary: store.summary,
            status: this.app.live.status,
            forms: this.forms,
            types: this.#types,
            href: (view) => this.#href(view),
            change: (view) => this.#change(view),
            search: this.#search,
            create: this.#create,
          })}
          <div class="main" @app-move=${this.#moved}>${this.#main(store)}</div>
        </div>
        ${
          openId
            ? html`<alloza-lead-sheet
              .store=${store}
              .actions=${this.#actions}
              .leadId=${openId}
              .forms=${this.forms}
              .types=${this.#types}
              ?wide=${wide}
              @keydown=${this.#sheetKey}
              @app-close=${() => this.#show(undefined)}
              @app-step=${(event: CustomEvent<number>) => this.#step(event.detail)}
              @app-wide=${(event: CustomEvent<boolean>) => this.app.navigator.setQuery({ wide: event.detail ? '1' : undefined })}
              @app-move=${this.#moved}
            ></alloza-lead-sheet>`
            : nothing
        }
      </div>
      ${
        this.closing
          ? html`<alloza-lost-dialog
            .lead=${this.closing}
            .reasons=${store.pipeline?.lostReasons ?? []}
            @app-close=${() => (this.closing = undefined)}
            @app-reason=${this.#lost}
          ></alloza-lost-dialog>`
          : nothing
      }
      ${
        this.#creating
          ? html`<alloza-create-lead
            .stages=${store.pipeline?.stages ?? []}
            @app-close=${this.#endCreate}
            @app-created=${this.#created}
          ></alloza-create-lead>`
          : nothing
      }
    `;
  }

  /** Escape leaves a field first, and the sheet only then: what was typed is saved on the way. */
  readonly #sheetKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isTyping(event)) return;
    event.preventDefault();
    this.sheet?.renderRoot.querySelector<HTMLElement>('.panel')?.focus();
  };

  #main(store: LeadStore): TemplateResult {
    const view = this.#view;
    if (store.error) return errorState(store.error, this.#t, () => void store.show(view, true));
    if (this.#isEmpty(store)) return html`<div class="empty-place">${this.#empty(view)}</div>`;
    return inColumns(view)
      ? html`<alloza-lead-board .store=${store} .openId=${this.#openId}></alloza-lead-board>`
      : html`<alloza-lead-table .store=${store} .openId=${this.#openId}></alloza-lead-table>`;
  }

  #isEmpty({ board, pipeline }: LeadStore): boolean {
    const lists = [...board.lists.values()];
    return (
      pipeline !== undefined &&
      lists.length > 0 &&
      lists.every(({ state, ids }) => state === 'ready' && ids.length === 0)
    );
  }

  #empty(view: View): TemplateResult {
    if (isFiltered(view)) {
      const clear = (): void => this.#change({ ...view, q: '', formId: '', projectType: '' });
      return emptyState({
        icon: 'search',
        title: this.#t('empty.filtered.title'),
        text: this.#t('empty.filtered.text'),
        actions: html`<button class="button" @click=${clear}>${this.#t('leads.clearFilters')}</button>`,
      });
    }
    if (view.status === 'open') {
      const { navigator, membership } = this.app;
      return emptyState({
        icon: 'inbox',
        title: this.#t('empty.first.title'),
        text: this.#t('empty.first.text'),
        actions: html`
          <a class="button primary" href=${navigator.href({ name: 'forms', slug: membership.slug })}>${this.#t('empty.first.form')}</a>
          <button class="button" @click=${this.#create}>${icon('plus')}${this.#t('leads.create')}</button>
        `,
      });
    }
    const icons = { won: 'trophy', lost: 'circleX', spam: 'ban', deleted: 'trash2' } as const;
    return emptyState({
      icon: icons[view.status],
      title: this.#t(`empty.${view.status}.title`),
      text: this.#t(`empty.${view.status}.text`),
    });
  }
}

function sameView(one: View | undefined, other: View): boolean {
  return one !== undefined && (Object.keys(other) as (keyof View)[]).every((name) => one[name] === other[name]);
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-leads-panel': LeadsPanel;
  }
}
