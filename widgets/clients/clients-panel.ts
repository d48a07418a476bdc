import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { icon } from '../app/icons.ts';
import type { BulkAction } from '../app/record/bulk-bar.ts';
import { RecordPanel } from '../app/record/panel.ts';
import { importLink, transferMenu } from '../app/record/transfer.ts';
import type { Shortcut } from '../app/shortcuts.ts';
import { emptyState } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { ClientActions } from './client-actions.ts';
import { ClientStore } from './client-store.ts';
import type { ClientSheet } from './sheet.ts';
import { clientTexts } from './texts.ts';
import { toolbar } from './toolbar.ts';
import { type Client, filterOf, isFiltered, readView, sameView, type View, writeView } from './view.ts';

/** The clients screen: reads its view from the address, shows the table, and a client's sheet above it. */
export class ClientsPanel extends RecordPanel<ClientStore, View> {
  @state() private merging?: { readonly client: Client; readonly other?: Client };
  @state() private asking?: 'view' | 'tag';
  @query('alloza-client-sheet') protected readonly sheet?: ClientSheet;

  protected override readonly home = 'clients';
  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  protected override actions!: ClientActions;

  protected override readonly readView = readView;
  protected override readonly writeView = writeView;

  protected override makeStore(): ClientStore {
    const store = new ClientStore(this.app);
    this.actions = new ClientActions(this.app, store, this.#t);
    return store;
  }

  protected override follow(store: ClientStore, view: View): void {
    if (!store.view || !sameView(store.view, view)) void store.show(view);
  }

  protected override idsOf({ ids }: ClientStore): readonly string[] {
    return ids;
  }

  protected override get shortcuts(): Shortcut[] {
    return [
      ...(this.mayCreate ? [{ keys: 'c', label: this.#t('shortcut.create'), run: this.create }] : []),
      ...this.commonShortcuts({
        search: this.#t('clients.search'),
        next: this.#t('sheet.next'),
        previous: this.#t('sheet.previous'),
        note: this.#t('shortcut.note'),
        close: this.#t('shortcut.close'),
      }),
    ];
  }

  readonly #created = (event: CustomEvent<Client>): void => {
    this.store?.put(event.detail);
    this.app.toasts.show({ text: this.#t('create.done') });
    this.open(event.detail.id);
  };

  readonly #merged = (event: CustomEvent<string>): void => {
    this.merging = undefined;
    this.selection.clear();
    this.open(event.detail);
  };

  override render(): TemplateResult {
    const store = this.store!;
    const list = html`
      ${toolbar({
        t: this.#t,
        view: this.typedView,
        status: this.app.live.status,
        tags: store.tags,
        savedViews: store.savedViews,
        href: this.hrefOf,
        change: this.change,
        search: this.search,
        create: this.mayCreate ? this.create : undefined,
        transfer: transferMenu(this.app, this.#t, 'clients', filterOf(this.view)),
        saveView: () => (this.asking = 'view'),
        removeView: (id) => void this.actions.removeView(id),
      })}
      <div class="main">${this.#main(store)}</div>
      ${this.#bulk(store)}
    `;
    return html`${this.place(list, this.openId ? this.#sheetOf(store, this.openId) : nothing)} ${this.#dialogs(store)}`;
  }

  #sheetOf(store: ClientStore, openId: string): TemplateResult {
    return html`<alloza-client-sheet
      .store=${store}
      .actions=${this.actions}
      .recordId=${openId}
      ?wide=${this.wide}
      @keydown=${this.sheetKey}
      @app-close=${this.sheetClose}
      @app-step=${this.sheetStep}
      @app-wide=${this.sheetWide}
      @app-merge=${(event: CustomEvent<{ client: Client; other?: Client }>) => (this.merging = event.detail)}
    ></alloza-client-sheet>`;
  }

  #bulk(store: ClientStore): TemplateResult {
    const marked = this.marked((id) => store.get(id));
    return this.renderBulk(this.#t, this.actions, marked.length, this.#buttons(marked));
  }

  #buttons(marked: readonly Client[]): BulkAction[] {
    const { actions } = this;
    if (this.view.deleted) {
      const restore = (): void => void this.begin(actions.restore(marked));
      return [{ label: this.#t('action.restore'), icon: 'rotateCcw', run: restore }];
    }
    const tags = [...new Set(marked.flatMap((client) => client.tags))];
    const items = tags.map((tag) => ({ label: tag, run: () => void this.begin(actions.tag(marked, tag, false)) }));
    const merge = (): void => {
      this.merging = { client: marked[0]!, other: marked[1]! };
    };
    const compare: BulkAction = { label: this.#t('duplicate.compare'), icon: 'merge', run: merge };
    return [
      { label: this.#t('bulk.addTag'), icon: 'tag', run: () => (this.asking = 'tag') },
      { label: this.#t('bulk.removeTag'), icon: 'x', items },
      ...(this.may('manager') && marked.length === 2 ? [compare] : []),
      { label: this.#t('action.delete'), icon: 'trash2', run: () => void this.begin(actions.remove(marked)) },
    ];
  }

  /** The dialog doesn't wait for all of them. */
  async #addTag(store: ClientStore, tag: string): Promise<void> {
    void this.begin(
      this.actions.tag(
        this.marked((id) => store.get(id)),
        tag,
        true,
      ),
    );
  }

  #dialogs(store: ClientStore): TemplateResult {
    const close = (): void => {
      this.asking = undefined;
    };
    return html`
      ${
        this.merging
          ? html`<alloza-merge-clients
            .actions=${this.actions}
            .client=${this.merging.client}
            .other=${this.merging.other}
            @app-close=${() => (this.merging = undefined)}
            @app-merged=${this.#merged}
          ></alloza-merge-clients>`
          : nothing
      }
      ${
        this.asking === 'view'
          ? html`<alloza-app-word
            heading=${this.#t('views.save')}
            label=${this.#t('views.name')}
            action=${this.#t('action.save')}
            .submit=${(name: string) => this.actions.saveView(name, this.view)}
            @app-close=${close}
          ></alloza-app-word>`
          : nothing
      }
      ${
        this.asking === 'tag'
          ? html`<alloza-app-word
            heading=${this.#t('bulk.addTag')}
            label=${this.#t('clients.tag')}
            action=${this.#t('bulk.addTag')}
            .known=${store.tags.slice(0, 8).map(({ tag }) => tag)}
            .submit=${(tag: string) => this.#addTag(store, tag)}
            @app-close=${close}
          ></alloza-app-word>`
          : nothing
      }
      ${
        this.creating
          ? html`<alloza-create-client @app-close=${this.endCreate} @app-created=${this.#created}></alloza-create-client>`
          : nothing
      }
    `;
  }

  #main(store: ClientStore): TemplateResult {
    const { view } = this;
    if (store.state === 'ready' && store.ids.length === 0) {
      return html`<div class="empty-place">${this.#empty(view)}</div>`;
    }
    return html`<alloza-client-table
      .store=${store}
      .openId=${this.openId}
      .selection=${this.selection}
    ></alloza-client-table>`;
  }

  #empty(view: View): TemplateResult {
    if (isFiltered(view)) {
      const clear = (): void => this.change({ ...view, q: '', kind: '', tag: '', importId: '' });
      return emptyState({
        icon: 'search',
        title: this.#t('empty.filtered.title'),
        text: this.#t('empty.filtered.text'),
        actions: html`<button class="button" @click=${clear}>${this.#t('list.clearFilters')}</button>`,
      });
    }
    if (view.deleted) {
      return emptyState({ icon: 'trash2', title: this.#t('empty.deleted.title'), text: this.#t('empty.deleted.text') });
    }
    if (!this.mayCreate)
      return emptyState({ icon: 'users', title: this.#t('empty.first.title'), text: this.#t('empty.own.text') });
    const { navigator, membership } = this.app;
    return emptyState({
      icon: 'users',
      title: this.#t('empty.first.title'),
      text: this.#t('empty.first.text'),
      actions: html`
        <button class="button primary" @click=${this.create}>${icon('plus')}${this.#t('clients.create')}</button>
        <a class="button" href=${navigator.href({ name: 'leads', slug: membership.slug })}>${this.#t('empty.first.leads')}</a>
        ${importLink(this.app, this.#t, 'clients')}
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-clients-panel': ClientsPanel;
  }
}
