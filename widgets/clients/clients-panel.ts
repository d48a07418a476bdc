import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { listPanelStyles } from '../app/record/list-panel.styles.ts';
import { isTyping, type Shortcut } from '../app/shortcuts.ts';
import { emptyState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { bulkBar, bulkStyles } from './bulk-bar.ts';
import { ClientActions } from './client-actions.ts';
import { ClientStore } from './client-store.ts';
import type { ClientSheet } from './sheet.ts';
import { clientTexts } from './texts.ts';
import { toolbar } from './toolbar.ts';
import { type Client, isFiltered, readView, sameView, type View, writeView } from './view.ts';

const searchDelay = 250;

/** The clients screen: reads its view from the address, shows the table, and a client's sheet above it. */
export class ClientsPanel extends AppElement {
  static override styles = [AppElement.styles, listPanelStyles, bulkStyles];

  @state() private store?: ClientStore;
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private merging?: { readonly client: Client; readonly other?: Client };
  @state() private asking?: 'view' | 'tag';
  @query('alloza-client-sheet') private sheet?: ClientSheet;

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  readonly #connection = new StoreController(this, 'status');
  readonly #places = new StoreController(this, 'navigated');
  #actions!: ClientActions;
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
    this.#removeShortcuts = undefined;
    clearTimeout(this.#searchTimer);
  }

  protected override studioChanged(): void {
    this.store?.stop();
    const store = new ClientStore(this.app);
    this.store = store;
    this.selected = new Set();
    this.#actions = new ClientActions(this.app, store, this.#t);
    this.#updates.follow(store);
    this.#connection.follow(this.app.live);
    this.#places.follow(this.app.navigator);
    store.start();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { store } = this;
    if (store && (!store.view || !sameView(store.view, this.#view))) {
      this.selected = new Set();
      void store.show(this.#view);
    }
    this.#removeShortcuts ??= this.app.shortcuts.set(this, this.#shortcuts);
  }

  get #view(): View {
    return readView(this.app.navigator.query);
  }

  get #openId(): string | undefined {
    const { route } = this.app.navigator;
    return route.name === 'clients' ? route.clientId : undefined;
  }

  /** Those that are marked and still in the list. */
  get #marked(): Client[] {
    return this.store!.shown.filter(({ id }) => this.selected.has(id));
  }

  get #shortcuts(): Shortcut[] {
    const open = (run: () => void) => () => this.#openId && run();
    const focusSearch = (): void => this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
    return [
      { keys: 'c', label: this.#t('shortcut.create'), run: this.#create },
      { keys: '/', label: this.#t('clients.search'), run: focusSearch },
      { keys: 'j', label: this.#t('sheet.next'), run: open(() => this.#step(1)) },
      { keys: 'k', label: this.#t('sheet.previous'), run: open(() => this.#step(-1)) },
      { keys: 'n', label: this.#t('shortcut.note'), run: open(() => this.sheet?.writeNote()) },
      { keys: 'Escape', label: this.#t('shortcut.close'), run: this.#leave },
    ];
  }

  /** Out of the sheet first, then out of the selection. */
  readonly #leave = (): void => {
    if (this.#openId) this.#show(undefined);
    else this.selected = new Set();
  };

  #change(view: View): void {
    this.app.navigator.setQuery(writeView(view));
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

  #show(clientId: string | undefined, replace = false): void {
    const { navigator, membership } = this.app;
    const before = this.#openId;
    const query = { ...Object.fromEntries(navigator.query), new: undefined };
    navigator.go({ name: 'clients', slug: membership.slug, clientId }, { query, replace });
    if (!clientId && before) void this.updateComplete.then(() => this.#focusRow(before));
  }

  /** Back to where the sheet was opened from. */
  #focusRow(id: string): void {
    const table = this.renderRoot.querySelector('alloza-client-table');
    table?.shadowRoot?.querySelector<HTMLElement>(`a[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  #step(by: number): void {
    const { ids } = this.store!;
    const next = ids[ids.indexOf(this.#openId ?? '') + by];
    if (next) this.#show(next, true);
  }

  readonly #created = (event: CustomEvent<Client>): void => {
    this.store?.put(event.detail);
    this.app.toasts.show({ text: this.#t('create.done') });
    this.#show(event.detail.id);
  };

  readonly #merged = (event: CustomEvent<string>): void => {
    this.merging = undefined;
    this.selected = new Set();
    this.#show(event.detail);
  };

  override render(): TemplateResult {
    const store = this.store!;
    const { navigator, membership } = this.app;
    const openId = this.#openId;
    const wide = navigator.query.has('wide');
    const covered = Boolean(openId) && (wide || matchMedia('(max-width: 720px)').matches);
    return html`
      <div class="list" ?inert=${covered}>
        ${toolbar({
          t: this.#t,
          view: { ...this.#view, q: this.#searching ?? this.#view.q },
          status: this.app.live.status,
          tags: store.tags,
          savedViews: store.savedViews,
          href: (view) => navigator.href({ name: 'clients', slug: membership.slug }, writeView(view)),
          change: (view) => this.#change(view),
          search: this.#search,
          create: this.#create,
          saveView: () => (this.asking = 'view'),
          removeView: (id) => void this.#actions.removeView(id),
        })}
        <div class="main">${this.#main(store)}</div>
        ${this.#bulk()}
      </div>
      ${
        openId
          ? html`<alloza-client-sheet
            .store=${store}
            .actions=${this.#actions}
            .recordId=${openId}
            ?wide=${wide}
            @keydown=${this.#sheetKey}
            @app-close=${() => this.#show(undefined)}
            @app-step=${(event: CustomEvent<number>) => this.#step(event.detail)}
            @app-wide=${(event: CustomEvent<boolean>) => navigator.setQuery({ wide: event.detail ? '1' : undefined })}
            @app-merge=${(event: CustomEvent<{ client: Client; other?: Client }>) => (this.merging = event.detail)}
          ></alloza-client-sheet>`
          : nothing
      }
      ${this.#dialogs(store)}
    `;
  }

  #bulk(): TemplateResult | typeof nothing {
    const marked = this.#marked;
    const done = (run: (clients: Client[]) => unknown) => () => {
      this.selected = new Set();
      void run(marked);
    };
    return bulkBar({
      t: this.#t,
      clients: marked,
      deleted: this.#view.deleted,
      mayMerge: this.may('manager'),
      addTag: () => (this.asking = 'tag'),
      removeTag: (tag) => void this.#actions.tag(marked, tag, false),
      merge: () => (this.merging = { client: marked[0]!, other: marked[1]! }),
      remove: done((clients) => this.#actions.remove(clients)),
      restore: done((clients) => this.#actions.restore(clients)),
      clear: () => (this.selected = new Set()),
    });
  }

  #dialogs(store: ClientStore): TemplateResult {
    const close = (): void => {
      this.asking = undefined;
    };
    return html`
      ${
        this.merging
          ? html`<alloza-merge-clients
            .actions=${this.#actions}
            .client=${this.merging.client}
            .other=${this.merging.other}
            @app-close=${() => (this.merging = undefined)}
            @app-merged=${this.#merged}
          ></alloza-merge-clients>`
          : nothing
      }
      ${
        this.asking === 'view'
          ? html`<alloza-client-word
            heading=${this.#t('views.save')}
            label=${this.#t('views.name')}
            action=${this.#t('action.save')}
            .submit=${(name: string) => this.#actions.saveView(name, this.#view)}
            @app-close=${close}
          ></alloza-client-word>`
          : nothing
      }
      ${
        this.asking === 'tag'
          ? html`<alloza-client-word
            heading=${this.#t('bulk.addTag')}
            label=${this.#t('clients.tag')}
            action=${this.#t('bulk.addTag')}
            .known=${store.tags.slice(0, 8).map(({ tag }) => tag)}
            .submit=${(tag: string) => this.#actions.tag(this.#marked, tag, true)}
            @app-close=${close}
          ></alloza-client-word>`
          : nothing
      }
      ${
        this.app.navigator.query.has('new')
          ? html`<alloza-create-client @app-close=${this.#endCreate} @app-created=${this.#created}></alloza-create-client>`
          : nothing
      }
    `;
  }

  /** Escape leaves a field first, and the sheet only then: what was typed is saved on the way. */
  readonly #sheetKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isTyping(event)) return;
    event.preventDefault();
    this.sheet?.leaveField();
  };

  #main(store: ClientStore): TemplateResult {
    const view = this.#view;
    if (store.state === 'ready' && store.ids.length === 0) {
      return html`<div class="empty-place">${this.#empty(view)}</div>`;
    }
    return html`<alloza-client-table
      .store=${store}
      .openId=${this.#openId}
      .selected=${this.selected}
      @app-select=${(event: CustomEvent<ReadonlySet<string>>) => (this.selected = event.detail)}
    ></alloza-client-table>`;
  }

  #empty(view: View): TemplateResult {
    if (isFiltered(view)) {
      const clear = (): void => this.#change({ ...view, q: '', kind: '', tag: '' });
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
    const { navigator, membership } = this.app;
    return emptyState({
      icon: 'users',
      title: this.#t('empty.first.title'),
      text: this.#t('empty.first.text'),
      actions: html`
        <button class="button primary" @click=${this.#create}>${icon('plus')}${this.#t('clients.create')}</button>
        <a class="button" href=${navigator.href({ name: 'leads', slug: membership.slug })}>${this.#t('empty.first.leads')}</a>
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-clients-panel': ClientsPanel;
  }
}
