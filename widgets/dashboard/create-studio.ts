import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Connection, personApi } from '../app/api.ts';
import { textField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { problemNotice } from '../app/states.ts';
import { base } from '../app/styles/base.ts';
import { controls } from '../app/styles/controls.ts';
import { surfaces } from '../app/styles/surfaces.ts';
import { LanguageController } from '../base/language.ts';
import { dashboardTexts } from './texts.ts';

/**
 * Opens a studio, which comes with its test studio.
 *
 * @event app-close
 * @event app-created - The slug of the new studio.
 */
export class CreateStudioDialog extends LitElement {
  static override styles = [base, controls, surfaces];

  @property({ attribute: false }) connection!: Connection;
  @state() private name = '';
  readonly chosenLocale = undefined;
  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  readonly #submit = (event: Event): void => {
    void this.#form.submit(event, {
      check: () => (this.name.trim() ? {} : { name: this.#t('field.required') }),
      send: async () => {
        const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
        const input = { name: this.name.trim(), timeZone, locale: this.language.language };
        const { slug } = await personApi(this.connection).workspaces.create(input);
        this.dispatchEvent(new CustomEvent('app-created', { detail: slug }));
      },
    });
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    return html`
      <alloza-app-dialog .open=${true} heading=${this.#t('studio.createTitle')} @app-close=${this.#close}>
        <form class="form" novalidate @submit=${this.#submit}>
          ${problemNotice(this.#form.problem, this.#t)}
          ${textField({
            name: 'name',
            label: this.#t('studio.name'),
            hint: this.#t('studio.createText'),
            value: this.name,
            autocomplete: 'organization',
            autofocus: true,
            maxLength: 120,
            error: this.#form.errors.name,
            input: (value) => {
              this.name = value;
              this.#form.touch('name');
            },
          })}
        </form>
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
          ${this.#t('studio.create')}
        </button>
      </alloza-app-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-create-studio': CreateStudioDialog;
  }
}
