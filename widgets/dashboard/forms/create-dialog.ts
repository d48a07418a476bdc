import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../../app/app-element.ts';
import { textField } from '../../app/fields.ts';
import { FormController } from '../../app/form.ts';
import { problemNotice } from '../../app/states.ts';
import { LanguageController } from '../../base/language.ts';
import { copyOf, type LeadForm, newForm } from './form-draft.ts';
import { formTexts } from './texts.ts';

/**
 * Asks for the name of a new form and creates it: from the usual fields, or as a copy of another.
 *
 * @event app-close - The person changed their mind.
 * @event app-created - The new form.
 */
export class CreateFormDialog extends AppElement {
  /** The form to copy; none for a new one. */
  @property({ attribute: false }) source?: LeadForm;
  @state() private name = '';

  readonly language = new LanguageController(this, formTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  protected override studioChanged(): void {
    if (this.source) this.name = this.#t('forms.copyName', { name: this.source.name }).slice(0, 120);
  }

  readonly #submit = (event: Event): void => {
    const name = this.name.trim();
    void this.#form.submit(event, {
      check: () => ({ name: name ? undefined : this.#t('field.required') }),
      send: async () => {
        const input = this.source ? copyOf(this.source, name) : newForm(name, this.#t);
        const created = await this.app.api.leadForms.create(input);
        this.dispatchEvent(new CustomEvent('app-created', { detail: created }));
      },
    });
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    const { source } = this;
    return html`<alloza-app-dialog
      .open=${true}
      heading=${source ? this.#t('forms.duplicateTitle', { name: source.name }) : this.#t('forms.create')}
      closeLabel=${this.#t('action.close')}
      @app-close=${this.#close}
    >
      <form class="form" novalidate @submit=${this.#submit}>
        ${problemNotice(this.#form.problem, this.#t)}
        ${textField({
          name: 'name',
          label: this.#t('designer.name'),
          hint: this.#t('designer.nameHint'),
          value: this.name,
          maxLength: 120,
          autofocus: true,
          autocomplete: 'off',
          dir: 'auto',
          error: this.#form.errors.name,
          input: (value) => {
            this.name = value;
            this.#form.touch('name');
          },
        })}
        <button hidden></button>
      </form>
      <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
      <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
        ${this.#t(source ? 'forms.duplicate' : 'forms.createAction')}
      </button>
    </alloza-app-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-create-form': CreateFormDialog;
  }
}
