import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../../app/app-element.ts';
import { FormController } from '../../app/form.ts';
import { icon } from '../../app/icons.ts';
import { viewProblem } from '../../app/problems.ts';
import { problemNotice } from '../../app/states.ts';
import { LanguageController } from '../../base/language.ts';
import type { LeadForm } from './form-draft.ts';
import { formTexts } from './texts.ts';

/**
 * Asks before a form is deleted, deletes it, and tells why the last one stays.
 *
 * @event app-close - The person changed their mind.
 * @event app-deleted - The form is gone.
 */
export class DeleteFormDialog extends AppElement {
  @property({ attribute: false }) form!: LeadForm;
  @state() private isLast = false;

  readonly language = new LanguageController(this, formTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  readonly #delete = async (): Promise<void> => {
    const { api, toasts } = this.app;
    const { id, name } = this.form;
    const gone = await this.#form.submit(undefined, { send: () => api.leadForms.delete(id) });
    this.isLast = !gone && viewProblem(this.#form.problem).code === 'last_form';
    if (!gone) return;
    toasts.show({ text: this.#t('designer.deleted', { name }) });
    this.dispatchEvent(new CustomEvent('app-deleted', { detail: this.form }));
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    return html`<alloza-app-dialog
      .open=${true}
      heading=${this.#t('designer.deleteTitle', { name: this.form.name })}
      closeLabel=${this.#t('action.close')}
      @app-close=${this.#close}
    >
      ${
        this.isLast
          ? html`<div class="notice" role="alert">${icon('info')}<div>${this.#t('designer.lastForm')}</div></div>`
          : html`<div class="form">
            ${problemNotice(this.#form.problem, this.#t)}
            <p class="muted">${this.#t('designer.deleteText')}</p>
          </div>`
      }
      <button slot="footer" class="button" @click=${this.#close}>
        ${this.#t(this.isLast ? 'action.close' : 'action.cancel')}
      </button>
      ${
        this.isLast
          ? nothing
          : html`<button slot="footer" class="button danger" ?disabled=${this.#form.busy} @click=${this.#delete}>
            ${this.#t('designer.delete')}
          </button>`
      }
    </alloza-app-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-delete-form': DeleteFormDialog;
  }
}
