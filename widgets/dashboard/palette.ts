import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { paletteStyles } from './palette.styles.ts';
import { commands } from './palette-commands.ts';
import { matching, type PaletteItem, type PaletteSection, sections } from './palette-items.ts';
import { PaletteSearch } from './palette-search.ts';
import { dashboardTexts } from './texts.ts';

/** How many rows PageUp and PageDown pass over. */
const leap = 6;

/**
 * Goes anywhere and does anything by typing: records of every kind, pages, actions, studios.
 *
 * @event app-close
 * @event app-overlay - Another overlay that was asked for.
 * @event app-sign-out
 */
export class CommandPalette extends AppElement {
  static override styles = [AppElement.styles, paletteStyles];

  @state() private typed = '';
  /** The item chosen by arrow or pointer; without one it is the first, whatever comes in. */
  @state() private chosen?: string;
  @query('dialog') private dialog!: HTMLDialogElement;

  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;
  readonly #search = new PaletteSearch(() => this.locale);
  readonly #found = new StoreController(this);

  protected override firstUpdated(): void {
    this.#found.follow(this.#search);
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#search.stop();
  }

  #send(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  readonly #close = (): void => this.#send('app-close');

  readonly #type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.chosen = undefined;
    this.#search.find(this.app, this.typed);
  };

  get #sections(): PaletteSection[] {
    const fixed = commands({
      app: this.app,
      t: this.#t,
      showShortcuts: () => this.#send('app-overlay', 'shortcuts'),
      signOut: () => this.#send('app-sign-out'),
    });
    const found = this.#search.items;
    const known = new Set(found.map(({ id }) => `recent.${id}`));
    const others = matching(fixed, this.typed).filter(({ id }) => !known.has(id));
    return sections([...found, ...others], this.typed);
  }

  #run(item: PaletteItem): void {
    this.#close();
    item.run();
  }

  #keydown(event: KeyboardEvent, items: readonly PaletteItem[], at: number): void {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: leap, PageUp: -leap }[event.key];
    if (step && items.length > 0) {
      event.preventDefault();
      const around = Math.abs(step) === 1;
      const next = at + step;
      const place = around ? (next + items.length) % items.length : Math.max(0, Math.min(items.length - 1, next));
      this.chosen = items[place]!.id;
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const item = items[at];
      if (item) this.#run(item);
    } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#close();
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('chosen'))
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render(): TemplateResult {
    const shown = this.#sections;
    const items = shown.flatMap((section) => section.items);
    const at = Math.max(
      0,
      items.findIndex(({ id }) => id === this.chosen),
    );
    const isEmpty = items.length === 0;
    return html`
      <dialog
        aria-label=${this.#t('palette.title')}
        @close=${this.#close}
        @pointerdown=${(event: Event) => event.target === this.dialog && this.#close()}
        @keydown=${(event: KeyboardEvent) => this.#keydown(event, items, at)}
      >
        <div class="find">
          ${icon('search')}
          <input
            role="combobox"
            type="text"
            aria-expanded=${String(!isEmpty)}
            aria-controls="results"
            aria-autocomplete="list"
            aria-activedescendant=${isEmpty ? nothing : `item-${at}`}
            aria-label=${this.#t('palette.title')}
            placeholder=${this.#t('palette.placeholder')}
            autocomplete="off"
            autocapitalize="off"
            enterkeyhint="go"
            spellcheck="false"
            dir="auto"
            maxlength="200"
            .value=${this.typed}
            @input=${this.#type}
          />
          <kbd aria-hidden="true">Esc</kbd>
          <button class="button quiet small only-icon" aria-label=${this.#t('action.close')} @click=${this.#close}>${icon('x')}</button>
        </div>
        <div class="only-spoken" role="status">${this.#spoken(items.length)}</div>
        ${this.#search.state === 'failed' ? html`<p class="failed">${icon('wifiOff')}${this.#t('palette.failed')}</p>` : nothing}
        ${isEmpty && this.#search.state !== 'failed' ? this.#none() : nothing}
        <div class="results" id="results" role="listbox" aria-label=${this.#t('palette.title')} ?hidden=${isEmpty}>
          ${shown.map((section) => this.#section(section, items, at))}
        </div>
      </dialog>
    `;
  }

  /** Said once the answer is there, not with every letter. */
  #spoken(count: number): string {
    if (!this.typed || this.#search.state === 'asking') return '';
    return this.#t('palette.results', { count });
  }

  #none(): TemplateResult {
    if (this.#search.state === 'asking') return html`<p class="none">${this.#t('palette.asking')}</p>`;
    return html`<p class="none">${this.#t('palette.none', { query: this.typed })}</p>`;
  }

  #section({ group, items }: PaletteSection, all: readonly PaletteItem[], at: number): TemplateResult {
    return html`<div role="group" aria-labelledby="group-${group}">
      <div class="group" id="group-${group}" role="presentation">${this.#t(`palette.${group}`)}</div>
      ${items.map((item) => this.#item(item, all.indexOf(item), at))}
    </div>`;
  }

  #item(item: PaletteItem, index: number, at: number): TemplateResult {
    return html`<div
      class="item"
      id="item-${index}"
      role="option"
      aria-selected=${String(index === at)}
      @pointermove=${() => {
        this.chosen = item.id;
      }}
      @click=${() => this.#run(item)}
    >
      ${icon(item.icon)}<span class="label clip"><bdi>${item.label}</bdi></span>
      ${item.hint ? html`<span class="hint clip"><bdi>${item.hint}</bdi></span>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-palette': CommandPalette;
  }
}
