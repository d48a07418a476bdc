import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { areaField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { leadTexts } from './texts.ts';

const other = '\u0000other';

/**
 * Asks why leads were lost: one of the studio's own reasons, or free words.
 *
 * @event app-close
 * @event app-reason - The reason as text.
 */
export class LostDialog extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      fieldset {
        display: grid;
        gap: 2px;
      }

      .choice {
        align-items: center;
        border-radius: var(--_radius);
        cursor: pointer;
        display: flex;
        gap: 10px;
        margin-inline: -8px;
        min-block-size: var(--_control);
        padding-inline: 8px;
      }

      .choice:hover {
        background: var(--_hover);
      }

      .choice input {
        accent-color: var(--_accent);
        block-size: 16px;
        inline-size: 16px;
        margin: 0;
      }

      .words {
        padding-block-start: 8px;
      }
    `,
  ];

  @property({ attribute: false }) leads: readonly Lead[] = [];
  @property({ attribute: false }) reasons: readonly string[] = [];
  @state() private chosen = '';
  @state() private words = '';

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  readonly #submit = (event: Event): void => {
    const free = this.chosen === other || this.reasons.length === 0;
    const reason = free ? this.words.trim() : this.chosen;
    void this.#form.submit(event, {
      check: () => (reason ? {} : { words: this.#t('field.required') }),
      send: async () => void this.dispatchEvent(new CustomEvent('app-reason', { detail: reason })),
    });
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  get #heading(): string {
    const { length: count, 0: first } = this.leads;
    return count === 1 ? this.#t('lost.title', { name: first!.name }) : this.#t('lost.titleMany', { count });
  }

  override render(): TemplateResult {
    const free = this.chosen === other || this.reasons.length === 0;
    const choice = (value: string, label: string, first: boolean): TemplateResult => html`
      <label class="choice">
        <input
          type="radio"
          name="reason"
          ?autofocus=${first}
          .checked=${this.chosen === value}
          @change=${() => (this.chosen = value)}
        />
        <span><bdi>${label}</bdi></span>
      </label>
    `;
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#heading}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        <form id="lost" class="form" novalidate @submit=${this.#submit}>
          <fieldset>
            <legend class="only-spoken">${this.#t('column.reason')}</legend>
            ${this.reasons.map((reason, index) => choice(reason, reason, index === 0))}
            ${this.reasons.length > 0 ? choice(other, this.#t('lost.other'), false) : nothing}
          </fieldset>
          ${
            free || this.#form.errors.words
              ? areaField({
                  name: 'words',
                  label: this.#t('lost.otherLabel'),
                  value: this.words,
                  maxLength: 300,
                  rows: 2,
                  hint: this.#t('lost.text'),
                  error: this.#form.errors.words,
                  input: (value) => {
                    this.words = value;
                    this.chosen = other;
                    this.#form.touch('words');
                  },
                })
              : nothing
          }
        </form>
        <button slot="footer" class="button" @click=${this.#close}>
          ${this.#t('action.cancel')}
        </button>
        <button slot="footer" class="button primary" @click=${this.#submit}>${this.#t('lost.action')}</button>
      </alloza-app-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lost-dialog': LostDialog;
  }
}
