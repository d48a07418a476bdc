import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { textField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { clientTexts } from './texts.ts';

/**
 * Asks for one word: the name of a view, a tag.
 *
 * @event app-close - Also once it was sent.
 */
export class WordDialog extends AppElement {
  @property() heading = '';
  @property() label = '';
  @property() action = '';
  /** Words to choose from, pressed instead of typed. */
  @property({ attribute: false }) known: readonly string[] = [];
  @property({ attribute: false }) submit!: (word: string) => Promise<void>;
  @state() private word = '';

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  readonly #submit = async (event: Event): Promise<void> => {
    const word = this.word.trim();
    const sent = await this.#form.submit(event, {
      check: () => (word ? {} : { word: this.#t('field.required') }),
      send: () => this.submit(word),
    });
    if (sent) this.#close();
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  #choose(word: string): void {
    this.word = word;
    this.#form.touch('word');
  }

  override render(): TemplateResult {
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.heading}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        <form class="form" novalidate @submit=${this.#submit}>
          ${problemNotice(this.#form.problem, this.#t)}
          ${textField({
            name: 'word',
            label: this.label,
            value: this.word,
            error: this.#form.errors.word,
            autocomplete: 'off',
            autofocus: true,
            maxLength: 60,
            dir: 'auto',
            input: (word) => this.#choose(word),
          })}
          ${
            this.known.length > 0
              ? html`<div class="row">
                ${this.known.map(
                  (word) => html`<button type="button" class="button small" @click=${() => this.#choose(word)}>
                    <bdi>${word}</bdi>
                  </button>`,
                )}
              </div>`
              : nothing
          }
          <button hidden></button>
        </form>
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
          ${this.action}
        </button>
      </alloza-app-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-word': WordDialog;
  }
}
