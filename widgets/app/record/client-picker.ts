import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { LanguageController } from '../../base/language.ts';
import { AppElement } from '../app-element.ts';
import { icon } from '../icons.ts';
import { Loading } from '../loading.ts';
import { problemText } from '../states.ts';
import { recordTexts } from './texts.ts';

type Client = Schema<'Client'>;
export type NamedClient = Schema<'ProjectClient'>;

/** Milliseconds without a key before a search is sent. */
const searchDelay = 200;

/**
 * Finds a client by name while it is typed. Arrow keys go through what was found, Enter takes it.
 *
 * With `quiet` it looks like a field that is edited in place.
 *
 * @event app-pick - `{ id, displayName }`
 */
export class ClientPicker extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: block;
        position: relative;
      }

      /* What is typed keeps its own direction and stands where the page begins all the same. */
      :host(:dir(rtl)) .input {
        text-align: right;
      }

      :host([quiet]) .input {
        background: none;
        block-size: 32px;
        border-color: transparent;
        inline-size: calc(100% + 9px);
        margin-inline-start: -9px;
        padding-inline: 8px;
      }

      :host([quiet]) .input:hover:not(:focus) {
        background: var(--_hover);
      }

      @media (pointer: coarse) {
        :host([quiet]) .input {
          block-size: 44px;
        }
      }

      ul {
        background: var(--_raised);
        border: 1px solid var(--_line);
        border-radius: 10px;
        box-shadow: var(--_shadow-menu);
        inset-block-start: calc(100% + 4px);
        inset-inline: 0;
        max-block-size: 260px;
        overflow: auto;
        padding: 4px;
        position: absolute;
        z-index: 4;
      }

      li {
        align-items: center;
        border-radius: 6px;
        cursor: pointer;
        display: flex;
        gap: 8px;
        min-block-size: 36px;
        padding-inline: 8px;
      }

      li[aria-selected='true'] {
        background: var(--_hover);
      }

      .none {
        color: var(--_text-muted);
        cursor: default;
      }
    `,
  ];

  @property() label = '';
  /** Those that are there already are not offered. */
  @property({ attribute: false }) without: readonly string[] = [];
  @state() private q = '';
  @state() private at = 0;
  @query('input') private input!: HTMLInputElement;

  readonly language = new LanguageController(this, recordTexts);
  readonly #t = this.language.t;
  #timer?: ReturnType<typeof setTimeout>;

  readonly #found = new Loading<readonly Client[]>(this, async (signal) => {
    const { items } = await this.app.api.clients.list({ q: this.q, limit: 8 }, { signal });
    this.at = 0;
    return items;
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override focus(): void {
    this.input.focus();
  }

  get #offered(): readonly Client[] {
    return (this.#found.value ?? []).filter(({ id }) => !this.without.includes(id));
  }

  readonly #search = (event: Event): void => {
    this.q = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#timer);
    if (this.q) this.#timer = setTimeout(() => void this.#found.run(), searchDelay);
  };

  #pick({ id, displayName }: Client): void {
    this.#clear();
    this.dispatchEvent(new CustomEvent<NamedClient>('app-pick', { detail: { id, displayName } }));
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.q = '';
    this.input.value = '';
    this.#found.value = undefined;
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const offered = this.#offered;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[this.at];
    if (step) this.at = (this.at + step + offered.length) % (offered.length || 1);
    else if (event.key === 'Enter' && this.q) {
      if (chosen) this.#pick(chosen);
    } else if (event.key === 'Escape' && this.q) this.#clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  override render(): TemplateResult {
    const open = this.q !== '' && (this.#found.value !== undefined || this.#found.state === 'error');
    const offered = this.#offered;
    return html`
      <input
        class="input"
        role="combobox"
        dir="auto"
        autocomplete="off"
        maxlength="200"
        aria-label=${this.label}
        aria-expanded=${String(open)}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant=${open && offered.length > 0 ? `found-${this.at}` : nothing}
        placeholder=${this.label}
        .value=${live(this.q === '' ? '' : this.input?.value)}
        @input=${this.#search}
        @keydown=${this.#keydown}
      />
      ${open ? this.#list(offered) : nothing}
    `;
  }

  #list(offered: readonly Client[]): TemplateResult {
    if (this.#found.state === 'error')
      return html`<ul><li class="none" role="alert">${problemText(this.#found.error, this.#t)}</li></ul>`;
    if (offered.length === 0)
      return html`<ul><li class="none" role="status">${this.#t('empty.filtered.title')}</li></ul>`;
    return html`<ul id="found" role="listbox" aria-label=${this.label}>
      ${offered.map(
        (client, index) => html`<li
          id="found-${index}"
          role="option"
          aria-selected=${String(index === this.at)}
          @pointerenter=${() => (this.at = index)}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => this.#pick(client)}
        >
          ${icon(client.kind === 'company' ? 'building2' : 'user')}
          <span class="clip" dir="auto">${client.displayName}</span>
        </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-picker': ClientPicker;
  }
}
