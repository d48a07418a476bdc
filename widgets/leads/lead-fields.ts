import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { moneyToText, textToMoney } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { FieldOf } from '../app/record/editor.ts';
import { RecordFields } from '../app/record/fields.ts';
import { LanguageController } from '../base/language.ts';
import type { Lead } from './board-state.ts';
import { type LeadText, leadTexts } from './texts.ts';

export type LeadPatch = Schema<'LeadPatch'>;
export type FieldName = FieldOf<Lead, LeadPatch>;

interface Line {
  readonly name: FieldName;
  readonly label: LeadText;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'number';
  readonly autocomplete?: string;
  readonly max?: number;
  readonly list?: string;
}

const contact: readonly Line[] = [
  { name: 'email', label: 'lead.email', type: 'email', max: 254 },
  { name: 'phone', label: 'lead.phone', type: 'tel', max: 30 },
];

const job: readonly Line[] = [
  { name: 'projectType', label: 'lead.projectType', max: 120, list: 'types' },
  { name: 'place', label: 'lead.place', max: 300 },
  { name: 'guestCount', label: 'lead.guestCount', type: 'number', max: 100_000 },
  { name: 'heardFrom', label: 'lead.heardFrom', max: 200 },
];

/** The fields of a lead, edited where they stand and saved when they are left. */
export class LeadFields extends RecordFields<Lead, LeadPatch> {
  /** Project types known from the forms, offered while typing. */
  @property({ attribute: false }) types: readonly string[] = [];

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #changed = (event: Event, line: Line): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    const number = text === '' ? null : Number(text);
    if (line.type !== 'number') this.save(line.name, text || null);
    else if (number === null || Number.isInteger(number)) this.save(line.name, number);
    else this.mark(line.name, this.#t('field.amount'));
  };

  #budget(event: Event, end: 'min' | 'max'): void {
    const { min = null, max = null, currency = this.app.workspace.currency } = this.editor.shown.budget ?? {};
    const amount = textToMoney((event.target as HTMLInputElement).value, currency);
    if (amount === undefined) {
      this.mark(end, this.#t('field.amount'));
      return;
    }
    const ends = { min, max, [end]: amount };
    const budget = ends.min === null && ends.max === null ? null : { ...ends, currency };
    this.save('budget', budget, { control: end });
  }

  override render(): TemplateResult {
    const { shown: lead } = this.editor;
    return html`
      <datalist id="types">${this.types.map((type) => html`<option value=${type}></option>`)}</datalist>
      <section class="group words">
        <h3><label for="message">${this.#t('lead.message')}</label>${this.tick('message')}</h3>
        <textarea
          class="input"
          id="message"
          rows="1"
          dir="auto"
          maxlength="5000"
          placeholder=${this.#t('sheet.empty')}
          .value=${live(this.typed('message') ?? lead.message ?? '')}
          @change=${(event: Event) => this.save('message', (event.target as HTMLTextAreaElement).value || null)}
        ></textarea>
      </section>
      <section class="group">
        <h3>${this.#t('sheet.contact')}</h3>
        ${contact.map((line) => this.#line(line))}
      </section>
      <section class="group">
        <h3>${this.#t('sheet.job')}</h3>
        ${this.#line(job[0]!)} ${this.#dates()} ${job.slice(1).map((line) => this.#line(line))}
        ${this.#amount('min', 'lead.budgetMin')} ${this.#amount('max', 'lead.budgetMax')}
      </section>
      <section class="group">
        <h3>${this.#t('sheet.judgement')}</h3>
        ${this.#rating()} ${this.#line({ name: 'confidence', label: 'lead.confidence', type: 'number', max: 100 })}
        ${this.#line({ name: 'decideBy', label: 'lead.decideBy', type: 'date' })}
      </section>
    `;
  }

  #line(line: Line): TemplateResult {
    const value = this.typed(line.name) ?? this.editor.shown[line.name];
    const percent = line.name === 'confidence' ? ` (${this.#t('lead.confidenceHint')})` : '';
    return this.row(
      line.name,
      this.#label(line.label, percent),
      html`<input
        class="input"
        id=${line.name}
        type=${line.type ?? 'text'}
        dir=${line.type === 'email' || line.type === 'tel' ? 'ltr' : 'auto'}
        list=${line.list ?? nothing}
        autocomplete="off"
        placeholder=${this.#t('sheet.empty')}
        maxlength=${line.type === 'number' ? nothing : (line.max ?? nothing)}
        min=${line.type === 'number' ? '0' : nothing}
        max=${line.type === 'number' ? (line.max ?? nothing) : nothing}
        aria-invalid=${this.errorOf(line.name) ? 'true' : nothing}
        aria-describedby=${this.errorOf(line.name) ? `${line.name}-error` : nothing}
        .value=${live(value == null ? '' : String(value))}
        @change=${(event: Event) => this.#changed(event, line)}
      />`,
    );
  }

  #dates(): TemplateResult {
    const { shown: lead } = this.editor;
    const toggle = (name: 'dateFlexible' | 'dateUndecided', checked: boolean): void => {
      const clears = name === 'dateUndecided' && checked && lead.eventDate;
      this.save(name, checked, { patch: clears ? { eventDate: null } : {} });
    };
    const check = (name: 'dateFlexible' | 'dateUndecided'): TemplateResult => html`
      <label class="check">
        <input
          type="checkbox"
          id=${name}
          .checked=${live(lead[name])}
          @change=${(event: Event) => toggle(name, (event.target as HTMLInputElement).checked)}
        />
        ${this.#t(`lead.${name}`)}
      </label>
    `;
    const change = (event: Event): void => {
      const date = (event.target as HTMLInputElement).value || null;
      this.save('eventDate', date, { patch: date && lead.dateUndecided ? { dateUndecided: false } : {} });
    };
    return this.row(
      'eventDate',
      this.#label('lead.eventDate'),
      html`<div>
        <input
          class="input"
          id="eventDate"
          type="date"
          .value=${live(this.typed('eventDate') ?? lead.eventDate ?? '')}
          aria-invalid=${this.errorOf('eventDate') ? 'true' : nothing}
          @change=${change}
        />
        ${lead.eventDate ? check('dateFlexible') : check('dateUndecided')}
      </div>`,
    );
  }

  #amount(end: 'min' | 'max', label: LeadText): TemplateResult {
    const { budget } = this.editor.shown;
    const currency = budget?.currency ?? this.app.workspace.currency;
    return this.row(
      end,
      this.#label(label, ` (${currency})`),
      html`<input
        class="input numbers"
        id=${end}
        inputmode="decimal"
        autocomplete="off"
        placeholder=${this.#t('sheet.empty')}
        aria-invalid=${this.errorOf(end, 'budget') ? 'true' : nothing}
        aria-describedby=${this.errorOf(end, 'budget') ? `${end}-error` : nothing}
        .value=${live(this.typed(end) ?? moneyToText(budget?.[end], currency))}
        @change=${(event: Event) => this.#budget(event, end)}
      />`,
      'budget',
    );
  }

  #label(label: LeadText, addition = ''): unknown {
    return html`${this.#t(label)}${addition ? html`<span class="faint">${addition}</span>` : nothing}`;
  }

  #rating(): TemplateResult {
    const { rating } = this.editor.shown;
    const star = (count: number): TemplateResult => html`
      <button
        class=${count <= (rating ?? 0) ? 'on' : ''}
        aria-pressed=${String(count === rating)}
        aria-label=${count === rating ? this.#t('lead.noRating') : this.#t('card.rating', { count })}
        @click=${() => this.save('rating', count === rating ? null : count)}
      >
        ${icon('star')}
      </button>
    `;
    return html`<div class="property">
      <span class="label" id="rating-label">${this.#t('lead.rating')}</span>
      <div class="stars" role="group" aria-labelledby="rating-label">${[1, 2, 3, 4, 5].map(star)}</div>
      ${this.tick('rating')}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-fields': LeadFields;
  }
}
