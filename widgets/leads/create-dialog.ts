import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { areaField, selectField, textField } from '../app/fields.ts';
import { FormController, looksLikeEmail } from '../app/form.ts';
import { textToMoney } from '../app/format.ts';
import { problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { type LeadText, leadTexts } from './texts.ts';

const noInput = {
  name: '',
  email: '',
  phone: '',
  projectType: '',
  eventDate: '',
  place: '',
  budget: '',
  message: '',
  stageId: '',
};
type Field = keyof typeof noInput;

/**
 * Enters a lead that came by phone, by mail or in person.
 *
 * @event app-close
 * @event app-created - The lead.
 */
export class CreateLeadDialog extends AppElement {
  @property({ attribute: false }) stages: readonly Schema<'LeadStage'>[] = [];
  @state() private input = noInput;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);

  get #budget(): number | null | undefined {
    return textToMoney(this.input.budget, this.app.workspace.currency);
  }

  #check(): Record<string, string> {
    const { name, email, phone } = this.input;
    return {
      ...(name.trim() ? {} : { name: this.#t('field.required') }),
      ...(email.trim() || phone.trim() ? {} : { email: this.#t('create.contact') }),
      ...(email.trim() && !looksLikeEmail(email) ? { email: this.#t('field.email') } : {}),
      ...(this.#budget === undefined ? { budget: this.#t('field.amount') } : {}),
    };
  }

  async #send(): Promise<void> {
    const { budget: _text, ...rest } = this.input;
    const filled = Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
    ) as Partial<Omit<typeof rest, 'name'>> & { name: string };
    const amount = this.#budget;
    const budget = amount ? { min: amount, max: amount, currency: this.app.workspace.currency } : undefined;
    const { lead, id } = await this.app.api.leads.create({ ...filled, budget });
    this.dispatchEvent(new CustomEvent('app-created', { detail: lead ?? (await this.app.api.leads.get(id)) }));
  }

  readonly #submit = (event: Event): void => {
    void this.#form.submit(event, { check: () => this.#check(), send: () => this.#send() });
  };

  #text(name: Field, label: LeadText, more: Partial<Parameters<typeof textField>[0]> = {}): TemplateResult {
    return textField({
      name,
      label: this.#t(label),
      value: this.input[name],
      error: this.#form.errors[name],
      autocomplete: 'off',
      dir: 'auto',
      input: (value) => this.#set(name, value),
      ...more,
    });
  }

  #set(name: Field, value: string): void {
    this.input = { ...this.input, [name]: value };
    this.#form.touch(name);
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  override render(): TemplateResult {
    const optional = this.#t('state.optional');
    return html`
      <alloza-app-dialog
        .open=${true}
        size="wide"
        heading=${this.#t('create.title')}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        <form class="form" novalidate @submit=${this.#submit}>
          ${problemNotice(this.#form.problem, this.#t)}
          ${this.#text('name', 'lead.name', { required: true, autofocus: true, maxLength: 120 })}
          <div class="pair">
            ${this.#text('email', 'lead.email', { type: 'email', maxLength: 254, dir: 'ltr' })}
            ${this.#text('phone', 'lead.phone', { type: 'tel', maxLength: 30, dir: 'ltr' })}
          </div>
          <div class="pair">
            ${this.#text('projectType', 'lead.projectType', { optional, maxLength: 120 })}
            ${this.#text('eventDate', 'lead.eventDate', { optional, type: 'date' })}
          </div>
          <div class="pair">
            ${this.#text('place', 'lead.place', { optional, maxLength: 300 })}
            ${this.#text('budget', 'column.budget', {
              optional: `${this.app.workspace.currency}, ${optional}`,
              inputMode: 'decimal',
            })}
          </div>
          ${areaField({
            name: 'message',
            label: this.#t('lead.message'),
            optional,
            value: this.input.message,
            maxLength: 5000,
            input: (value) => this.#set('message', value),
          })}
          ${
            this.stages.length > 1
              ? selectField({
                  name: 'stageId',
                  label: this.#t('create.stage'),
                  value: this.input.stageId || this.stages[0]!.id,
                  choices: this.stages.map(({ id, name }) => ({ value: id, label: name })),
                  change: (value) => this.#set('stageId', value),
                })
              : nothing
          }
          <button hidden></button>
        </form>
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button slot="footer" class="button primary" ?disabled=${this.#form.busy} @click=${this.#submit}>
          ${this.#t('create.action')}
        </button>
      </alloza-app-dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-create-lead': CreateLeadDialog;
  }
}
