import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { LanguageController } from '../../base/language.ts';
import { AppElement } from '../app-element.ts';
import type { Person } from '../people.ts';
import { namesFor, typedName } from './mentions.ts';
import { recordTexts } from './texts.ts';

/**
 * Where a note is written. An @ offers the names of the team: arrow keys go through them, Enter or Tab takes one.
 *
 * @event app-input - The text.
 * @event app-send - By Ctrl or ⌘ with Enter, as everywhere.
 */
export class NoteField extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: block;
        position: relative;
      }

      .input {
        display: block;
        min-block-size: 60px;
      }

      :host(:dir(rtl)) .input {
        text-align: right;
      }

      ul {
        background: var(--_raised);
        border: 1px solid var(--_line);
        border-radius: 10px;
        box-shadow: var(--_shadow-menu);
        inset-block-start: calc(100% + 4px);
        inset-inline-start: 0;
        max-block-size: 220px;
        max-inline-size: 100%;
        min-inline-size: 200px;
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
        min-block-size: 36px;
        padding-inline: 10px;
      }

      li[aria-selected='true'] {
        background: var(--_hover);
      }
    `,
  ];

  @property() name = 'note';
  @property() label = '';
  @property() placeholder = '';
  @property({ type: Number }) rows = 2;
  @property() value = '';
  @property({ attribute: false }) people: readonly Person[] = [];
  @state() private offered: readonly Person[] = [];
  @state() private at = 0;
  @query('textarea') private area!: HTMLTextAreaElement;

  readonly language = new LanguageController(this, recordTexts);

  override focus(): void {
    void this.updateComplete.then(() => this.area?.focus());
  }

  readonly #typed = (): void => {
    this.#tell();
    this.offered = namesFor(typedName(this.area.value, this.area.selectionStart), this.people);
    this.at = 0;
  };

  #tell(): void {
    this.value = this.area.value;
    this.dispatchEvent(new CustomEvent('app-input', { detail: this.value }));
  }

  #choose(person: Person): void {
    const { area } = this;
    const typed = typedName(area.value, area.selectionStart)!;
    area.setRangeText(`@${person.name} `, area.selectionStart - typed.length - 1, area.selectionStart, 'end');
    this.offered = [];
    this.#tell();
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const { offered } = this;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.dispatchEvent(new CustomEvent('app-send'));
    else if (offered.length === 0) return;
    else if (step) this.at = (this.at + step + offered.length) % offered.length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.#choose(offered[this.at]!);
    else if (event.key === 'Escape') this.offered = [];
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  override render(): TemplateResult {
    const { offered } = this;
    return html`
      <textarea
        class="input"
        id=${this.name}
        rows=${this.rows}
        maxlength="10000"
        dir="auto"
        aria-label=${this.label}
        aria-autocomplete="list"
        aria-controls=${offered.length > 0 ? 'people' : nothing}
        aria-activedescendant=${offered.length > 0 ? `person-${this.at}` : nothing}
        placeholder=${this.placeholder}
        .value=${live(this.value)}
        @input=${this.#typed}
        @keydown=${this.#keydown}
        @blur=${() => (this.offered = [])}
      ></textarea>
      ${
        offered.length > 0
          ? html`<ul id="people" role="listbox" aria-label=${this.language.t('timeline.people')}>
            ${offered.map(
              (person, index) => html`<li
                id="person-${index}"
                role="option"
                aria-selected=${String(index === this.at)}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#choose(person)}
              >
                <bdi class="clip">${person.name}</bdi>
              </li>`,
            )}
          </ul>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-note': NoteField;
  }
}
