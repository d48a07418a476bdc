import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { icon } from '../app/icons.ts';
import type { MoveWish } from '../app/record/board.ts';
import { tableKey } from '../app/record/lists.ts';
import { RecordPanel } from '../app/record/panel.ts';
import { importLink, transferMenu } from '../app/record/transfer.ts';
import type { Shortcut } from '../app/shortcuts.ts';
import { emptyState, errorState } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { inColumns, isFiltered, type Lead, type View } from './board-state.ts';
import { leadButtons } from './bulk.ts';
import { LeadActions } from './lead-actions.ts';
import { LeadStore } from './lead-store.ts';
import type { LeadSheet } from './sheet.ts';
import { leadTexts } from './texts.ts';
import { toolbar } from './toolbar.ts';
import { filterOf, readView, writeView } from './view.ts';

/** The leads screen: reads its view from the address, shows board or table, and a lead's sheet above it. */
export class LeadsPanel extends RecordPanel<LeadStore, View> {
  @state() private forms: readonly Schema<'LeadForm'>[] = [];
  @state() private closing?: readonly Lead[];
  @state() private converting?: Lead;
  @state() private arrived = '';
  @query('alloza-lead-sheet') protected readonly sheet?: LeadSheet;

  protected override readonly home = 'leads';
  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  protected override actions!: LeadActions;

  protected override readonly readView = readView;
  protected override readonly writeView = writeView;

  protected override makeStore(): LeadStore {
    const store = new LeadStore(this.app);
    this.forms = [];
    this.actions = new LeadActions(this.app, store, this.#t);
    store.addEventListener('arrived', (event) => {
      this.arrived = this.#t('leads.arrived', { name: (event as CustomEvent<Lead>).detail.name });
    });
    void this.#loadForms();
    return store;
  }

  async #loadForms(): Promise<void> {
    const { api } = this.app;
    const forms = await api.leadForms
      .list({ limit: 100 })
      .then(({ items }) => items)
      .catch(() => []);
    if (api === this.app.api) this.forms = forms;
  }

  protected override follow(store: LeadStore, view: View): void {
    if (!sameView(store.view, view)) void store.show(view);
  }

  protected override idsOf({ board, pipeline }: LeadStore): readonly string[] {
    const keys = inColumns(this.view) ? (pipeline?.stages.map(({ id }) => id) ?? []) : [tableKey];
    return keys.flatMap((key) => board.lists.get(key)?.ids ?? []);
  }

  get #types(): string[] {
    const fields = this.forms.flatMap(({ fields: all }) => all.filter(({ key }) => key === 'projectType'));
    return [...new Set(fields.flatMap(({ options }) => options ?? []))];
  }

  protected override get shortcuts(): Shortcut[] {
    const layout = (): void => this.change({ ...this.view, layout: this.view.layout === 'board' ? 'table' : 'board' });
    return [
      ...this.commonShortcuts({
        search: this.#t('shortcut.search'),
        next: this.#t('shortcut.next'),
        previous: this.#t('shortcut.previous'),
        note: this.#t('shortcut.note'),
        close: this.#t('shortcut.close'),
      }),
      { keys: 'v', label: this.#t('shortcut.layout'), run: layout },
      { keys: 'w', label: this.#t('shortcut.won'), run: this.whenOpen(() => this.#close('won')) },
      { keys: 'l', label: this.#t('shortcut.lost'), run: this.whenOpen(() => this.#close('lost')) },
    ];
  }

  #close(to: 'won' | 'lost'): void {
    const lead = this.store?.get(this.openId ?? '');
    if (lead?.status === 'open') this.#move(lead, to);
  }

  #move(lead: Lead, to: string): void {
    if (to === 'lost') this.closing = [lead];
    else if (to === 'won' || to === 'spam') void this.actions.move([lead], { status: to });
    else if (to !== lead.stageId || lead.status !== 'open')
      void this.actions.move([lead], { status: 'open', stageId: to });
  }

  readonly #moved = (event: MoveWish<Lead>): void => this.#move(event.detail.record, event.detail.to);

  readonly #lost = (event: CustomEvent<string>): void => {
    const leads = this.closing!;
    this.closing = undefined;
    const isMarked = this.selection.size > 0;
    const work = this.actions.move(leads, { status: 'lost', lostReason: event.detail });
    if (isMarked) void this.begin(work);
  };

  readonly #created = (event: CustomEvent<Lead>): void => {
    this.store?.put(event.detail);
    this.store?.markFresh(event.detail.id);
    this.app.toasts.show({ text: this.#t('create.done') });
    this.open(event.detail.id);
  };

  override render(): TemplateResult {
    const store = this.store!;
    const list = html`
      ${toolbar({
        t: this.#t,
        locale: this.locale,
        view: this.typedView,
        summary: store.summary,
        status: this.app.live.status,
        forms: this.forms,
        types: this.#types,
        href: this.hrefOf,
        change: this.change,
        search: this.search,
        create: this.mayCreate ? this.create : undefined,
        transfer: transferMenu(this.app, this.#t, 'leads', filterOf(this.view)),
      })}
      <div class="main" @app-move=${this.#moved}>${this.#main(store)}</div>
      ${this.#bulk(store)}
    `;
    return html`
      <div class="only-spoken" role="status">${this.arrived}</div>
      ${this.place(list, this.openId ? this.#sheetOf(store, this.openId) : nothing)}
      ${
        this.closing
          ? html`<alloza-lost-dialog
            .leads=${this.closing}
            .reasons=${store.pipeline?.lostReasons ?? []}
            @app-close=${() => (this.closing = undefined)}
            @app-reason=${this.#lost}
          ></alloza-lost-dialog>`
          : nothing
      }
      ${
        this.converting
          ? html`<alloza-convert-lead
            .lead=${this.converting}
            @app-close=${() => (this.converting = undefined)}
            @app-converted=${(event: CustomEvent<Lead>) => store.put(event.detail)}
          ></alloza-convert-lead>`
          : nothing
      }
      ${
        this.creating
          ? html`<alloza-create-lead
            .stages=${store.pipeline?.stages ?? []}
            @app-close=${this.endCreate}
            @app-created=${this.#created}
          ></alloza-create-lead>`
          : nothing
      }
    `;
  }

  #bulk(store: LeadStore): TemplateResult | typeof nothing {
    if (inColumns(this.view)) return nothing;
    const marked = this.marked((id) => store.get(id));
    const buttons = leadButtons({
      t: this.#t,
      status: this.view.status,
      marked,
      stages: store.pipeline?.stages ?? [],
      actions: this.actions,
      begin: (work) => void this.begin(work),
      lost: () => (this.closing = marked),
    });
    return this.renderBulk(this.#t, this.actions, marked.length, buttons);
  }

  #sheetOf(store: LeadStore, openId: string): TemplateResult {
    return html`<alloza-lead-sheet
      .store=${store}
      .actions=${this.actions}
      .recordId=${openId}
      .forms=${this.forms}
      .types=${this.#types}
      ?wide=${this.wide}
      @keydown=${this.sheetKey}
      @app-close=${this.sheetClose}
      @app-step=${this.sheetStep}
      @app-wide=${this.sheetWide}
      @app-move=${this.#moved}
      @app-convert=${() => (this.converting = store.get(openId))}
    ></alloza-lead-sheet>`;
  }

  #main(store: LeadStore): TemplateResult {
    const { view } = this;
    if (store.error) return errorState(store.error, this.#t, () => void store.show(view, true));
    if (store.isEmpty) return html`<div class="empty-place">${this.#empty(view)}</div>`;
    return inColumns(view)
      ? html`<alloza-lead-board .store=${store} .openId=${this.openId}></alloza-lead-board>`
      : html`<alloza-lead-table .store=${store} .openId=${this.openId} .selection=${this.selection}></alloza-lead-table>`;
  }

  #empty(view: View): TemplateResult {
    if (isFiltered(view)) {
      const clear = (): void => this.change({ ...view, q: '', formId: '', projectType: '', importId: '' });
      return emptyState({
        icon: 'search',
        title: this.#t('empty.filtered.title'),
        text: this.#t('empty.filtered.text'),
        actions: html`<button class="button" @click=${clear}>${this.#t('list.clearFilters')}</button>`,
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
          <button class="button" @click=${this.create}>${icon('plus')}${this.#t('leads.create')}</button>
          ${importLink(this.app, this.#t, 'leads')}
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
