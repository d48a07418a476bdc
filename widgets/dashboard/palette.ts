import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { type SettingsSection, settingsSections } from '../app/routes.ts';
import { LanguageController } from '../base/language.ts';
import { paletteStyles } from './palette.styles.ts';
import { matching, type PaletteItem } from './palette-items.ts';
import type { DashboardText } from './rail.ts';
import { dashboardTexts } from './texts.ts';

const searchDelay = 180;

/**
 * Goes anywhere and does anything by typing: pages, actions, leads, studios.
 *
 * @event app-close
 * @event app-overlay - Another overlay that was asked for.
 */
export class CommandPalette extends AppElement {
  static override styles = [AppElement.styles, paletteStyles];

  @state() private typed = '';
  @state() private leads: readonly Schema<'Lead'>[] = [];
  @state() private at = 0;
  @query('dialog') private dialog!: HTMLDialogElement;

  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;
  #timer?: ReturnType<typeof setTimeout>;
  #search?: AbortController;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#search?.abort();
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  readonly #type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.at = 0;
    clearTimeout(this.#timer);
    this.#search?.abort();
    if (this.typed.trim().length < 2) this.leads = [];
    else this.#timer = setTimeout(() => void this.#findLeads(this.typed.trim()), searchDelay);
  };

  async #findLeads(q: string): Promise<void> {
    const search = new AbortController();
    this.#search = search;
    const page = await this.app.api.leads.list({ q, limit: 8 }, { signal: search.signal }).catch(() => undefined);
    if (page && !search.signal.aborted) this.leads = page.items;
  }

  get #items(): PaletteItem[] {
    const { navigator, membership, account } = this.app;
    const { slug } = membership;
    const page = (id: DashboardText, name: PaletteItem['icon'], run: () => void): PaletteItem => ({
      id,
      group: 'pages',
      label: this.#t(id),
      icon: name,
      run,
    });
    const settings = (section: SettingsSection): PaletteItem => ({
      id: `settings.${section}`,
      group: 'pages',
      label: this.#t(`palette.settings.${section}`),
      hint: this.#t('nav.settings'),
      icon: 'settings',
      run: () => navigator.go({ name: 'settings', slug, section }),
    });
    const fixed: PaletteItem[] = [
      page('nav.today', 'house', () => navigator.go({ name: 'today', slug })),
      page('nav.leads', 'inbox', () => navigator.go({ name: 'leads', slug })),
      page('nav.clients', 'users', () => navigator.go({ name: 'clients', slug })),
      page('nav.projects', 'camera', () => navigator.go({ name: 'projects', slug })),
      page('nav.forms', 'clipboardList', () => navigator.go({ name: 'forms', slug })),
      ...settingsSections.map(settings),
      ...(this.may('manager') ? [page('nav.import', 'upload', () => navigator.go({ name: 'import', slug }))] : []),
      {
        id: 'create',
        group: 'actions',
        label: this.#t('palette.createLead'),
        icon: 'plus',
        run: () => navigator.go({ name: 'leads', slug }, { query: { new: '1' } }),
      },
      {
        id: 'shortcuts',
        group: 'actions',
        label: this.#t('palette.shortcuts'),
        icon: 'keyboard',
        run: () => this.dispatchEvent(new CustomEvent('app-overlay', { detail: 'shortcuts' })),
      },
      ...account.workspaces
        .filter(({ id }) => id !== membership.id)
        .map(
          (one): PaletteItem => ({
            id: one.id,
            group: 'studios',
            label: one.name,
            hint: this.#t(one.mode === 'test' ? 'switcher.test' : 'switcher.live'),
            icon: one.mode === 'test' ? 'flaskConical' : 'building2',
            run: () => navigator.go({ name: 'today', slug: one.slug }),
          }),
        ),
    ];
    const found = this.leads.map(
      (lead): PaletteItem => ({
        id: lead.id,
        group: 'leads',
        label: lead.name,
        hint: [lead.projectType, lead.email].filter(Boolean).join(' · '),
        icon: 'user',
        run: () => navigator.go({ name: 'leads', slug, leadId: lead.id }),
      }),
    );
    const order = ['leads', 'actions', 'pages', 'studios'] as const;
    const all = [...found, ...matching(fixed, this.typed)];
    return order.flatMap((group) => all.filter((item) => item.group === group));
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const items = this.#items;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + items.length) % items.length;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = items[this.at];
      if (item) this.#run(item);
    } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#close();
    }
  };

  #run(item: PaletteItem): void {
    this.#close();
    item.run();
  }

  protected override updated(_changed: PropertyValues): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const items = this.#items;
    const at = Math.min(this.at, items.length - 1);
    return html`
      <dialog
        aria-label=${this.#t('palette.title')}
        @close=${this.#close}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.#close()}
        @keydown=${this.#keydown}
      >
        <div class="find">
          ${icon('search')}
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="results"
            aria-autocomplete="list"
            aria-activedescendant=${items.length > 0 ? `item-${at}` : nothing}
            aria-label=${this.#t('palette.title')}
            placeholder=${this.#t('palette.placeholder')}
            autocomplete="off"
            spellcheck="false"
            maxlength="200"
            .value=${this.typed}
            @input=${this.#type}
          />
          <kbd aria-hidden="true">Esc</kbd>
        </div>
        <div class="only-spoken" role="status">${this.typed ? this.#t('palette.results', { count: items.length }) : ''}</div>
        ${items.length === 0 ? html`<p class="none">${this.#t('palette.none', { query: this.typed })}</p>` : nothing}
        <div class="results" id="results" role="listbox" aria-label=${this.#t('palette.title')} ?hidden=${items.length === 0}>
          ${items.map((item, index) => this.#item(item, index, at, items[index - 1]?.group))}
        </div>
      </dialog>
    `;
  }

  #item(item: PaletteItem, index: number, at: number, groupBefore: string | undefined): TemplateResult {
    return html`
      ${
        item.group !== groupBefore
          ? html`<div class="group" role="presentation">${this.#t(`palette.${item.group}`)}</div>`
          : nothing
      }
      <div
        class="item"
        id="item-${index}"
        role="option"
        aria-selected=${String(index === at)}
        @pointermove=${() => (this.at = index)}
        @click=${() => this.#run(item)}
      >
        ${icon(item.icon)}<span class="clip" dir="auto">${item.label}</span>
        <span class="hint clip" dir="auto">${item.hint ?? nothing}</span>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-palette': CommandPalette;
  }
}
