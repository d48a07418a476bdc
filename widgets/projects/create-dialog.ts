import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { textField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { textToMoney } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { NamedClient } from '../app/record/client-picker.ts';
import { problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { type ProjectText, projectTexts } from './texts.ts';

const noInput = { title: '', projectType: '', date: '', place: '', value: '' };
type Field = keyof typeof noInput;

/**
 * Opens a project by hand.
 *
 * @event app-close
 * @event app-created - The project.
 */
export class CreateProjectDialog extends AppElement {
  @state() private input = noInput;
  @state() private clients: readonly NamedClient[] = [];

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  get #value(): number | null | undefined {
    return textToMoney(this.input.value, this.app.workspace.currency);
  }

  #check(): Record<string, string> {
    return {
      ...(this.input.title.trim() ? {} : { title: this.#t('field.required') }),
      ...(this.#value === undefined ? { value: this.#t('field.amount') } : {}),
      ...(this.input.place.trim() && !this.input.date ? { date: this.#t('create.placeNeedsDate') } : {}),
    };
  }

  async #send(): Promise<void> {
    const { title, projectType, date, place } = this.input;
    const amount = this.#value;
    const label = projectType.trim() || title.trim().slice(0, 120);
    const project = await this.app.api.projects.create({
      title: title.trim(),
      clientIds: this.clients.map(({ id }) => id),
      ...(projectType.trim() && { projectType: projectType.trim() }),
      ...(date && { dates: [{ label, date, ...(place.trim() && { place: place.trim() }) }] }),
      ...(amount && { value: { amount, currency: this.app.workspace.currency } }),
    });
    this.dispatchEvent(new CustomEvent('app-created', { detail: project }));
  }

  readonly #submit = (event: Event): void => {
    void this.#form.submit(event, { check: () => this.#check(), send: () => this.#send() });
  };

  #text(name: Field, label: ProjectText, more: Partial<Parameters<typeof textField>[0]> = {}): TemplateResult {
    return textField({
      name,
      label: this.#t(label),
      value: this.input[name],
      error: this.#form.errors[name],
      autocomplete: 'off',
      dir: 'auto',
      optional: this.#t('state.optional'),
      input: (value) => {
        this.input = { ...this.input, [name]: value };
        this.#form.touch(name);
      },
      ...more,
    });
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    const { currency } = this.app.workspace;
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#t('projects.create')}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        <form class="form" novalidate @submit=${this.#submit}>
          ${problemNotice(this.#form.problem, this.#t)}
          ${this.#text('title', 'project.title', { required: true, autofocus: true, maxLength: 200, optional: undefined })}
          ${this.#clientField()}
          <div class="pair">
            ${this.#text('projectType', 'project.type', { maxLength: 120 })}
            ${
              this.may('manager')
                ? this.#text('value', 'project.value', {
                    inputMode: 'decimal',
                    optional: `${currency}, ${this.#t('state.optional')}`,
                  })
                : nothing
            }
          </div>
          <div class="pair">
            ${this.#text('date', 'column.date', { type: 'date' })}
            ${this.#text('place', 'dates.place', { maxLength: 300 })}
          </div>
          <button hidden></button>
        </form>
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
          ${this.#t('create.action')}
        </button>
      </alloza-app-dialog>
    `;
  }

  #clientField(): TemplateResult {
    return html`<div class="field" role="group" aria-label=${this.#t('project.clients')}>
      <span class="label">${this.#t('project.clients')} <span class="optional">${this.#t('state.optional')}</span></span>
      ${
        this.clients.length > 0
          ? html`<div class="row">
            ${this.clients.map(
              ({ id, displayName }) => html`<button
                type="button"
                class="chip"
                aria-label=${this.#t('entry.remove', { name: displayName })}
                @click=${() => (this.clients = this.clients.filter((one) => one.id !== id))}
              >
                <span class="clip" dir="auto">${displayName}</span>${icon('x')}
              </button>`,
            )}
          </div>`
          : nothing
      }
      <alloza-client-picker
        label=${this.#t('project.findClient')}
        .without=${this.clients.map(({ id }) => id)}
        @app-pick=${(event: CustomEvent<NamedClient>) => (this.clients = [...this.clients, event.detail])}
      ></alloza-client-picker>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-create-project': CreateProjectDialog;
  }
}
