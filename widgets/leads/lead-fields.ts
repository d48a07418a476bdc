import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AppElement } from '../app/app-element.ts';
import { moneyToText, textToMoney } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import { viewProblem } from '../app/problems.ts';
import { problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { fieldStyles } from './fields.styles.ts';
import type { FieldName, LeadEditor, LeadPatch } from './lead-editor.ts';
import { type LeadText, leadTexts } from './texts.ts';

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
export class LeadFields extends AppElement {
  static override styles = [AppElement.styles, fieldStyles];

  @property({ attribute: false }) editor!: LeadEditor;
  /** Project types known from the forms, offered while typing. */
  @property({ attribute: false }) types: readonly string[] = [];

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  #wrong = new Map<string, string>();
  /** What is being typed, by control: another field's answer must not take it away. */
  #typed = new Map<string, string>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener('input', this.#type);
    this.renderRoot.addEventListener('focusout', this.#leave);
  }

  readonly #type = ({ target }: Event): void => {
    const { id, type, value } = target as HTMLInputElement;
    if (type !== 'checkbox') this.#typed.set(id, value);
  };

  readonly #leave = ({ target }: Event): void => {
    const { id } = target as HTMLElement;
    if (!this.#wrong.has(id)) this.#typed.delete(id);
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#updates.follow(this.editor);
    this.toggleAttribute('rtl', this.rtl);
    if (!changed.has('editor')) return;
    this.#wrong = new Map();
    this.#typed = new Map();
  }

  /** Saves what a control means; `patch` is that of its field alone unless others follow from it. */
  #save(
    name: FieldName,
    value: LeadPatch[FieldName],
    { control = name as string, patch = {} as LeadPatch } = {},
  ): void {
    this.#wrong.delete(control);
    this.#typed.delete(control);
    void this.editor.save(name, { [name]: value, ...patch });
  }

  readonly #changed = (event: Event, line: Line): void => {
    const text = (event.target as HTMLInputElement).value.trim();
    const number = text === '' ? null : Number(text);
    if (line.type !== 'number') this.#save(line.name, text || null);
    else if (number === null || Number.isInteger(number)) this.#save(line.name, number);
    else this.#mark(line.name, this.#t('field.amount'));
  };

  #mark(name: string, message: string): void {
    this.#wrong.set(name, message);
    this.requestUpdate();
  }

  #budget(event: Event, end: 'min' | 'max'): void {
    const { min = null, max = null, currency = this.app.workspace.currency } = this.editor.shown.budget ?? {};
    const amount = textToMoney((event.target as HTMLInputElement).value, currency);
    if (amount === undefined) {
      this.#mark(end, this.#t('field.amount'));
      return;
    }
    const ends = { min, max, [end]: amount };
    const budget = ends.min === null && ends.max === null ? null : { ...ends, currency };
    this.#save('budget', budget, { control: end });
  }

  override render(): TemplateResult {
    const { shown: lead } = this.editor;
    return html`
      <datalist id="types">${this.types.map((type) => html`<option value=${type}></option>`)}</datalist>
      <section class="group words">
        <h3><label for="message">${this.#t('lead.message')}</label>${this.#tick('message')}</h3>
        <textarea
          class="input"
          id="message"
          rows="1"
          dir="auto"
          maxlength="5000"
          placeholder=${this.#t('lead.empty')}
          .value=${live(this.#typed.get('message') ?? lead.message ?? '')}
          @change=${(event: Event) => this.#save('message', (event.target as HTMLTextAreaElement).value || null)}
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
    const value = this.#typed.get(line.name) ?? this.editor.shown[line.name];
    const percent = line.name === 'confidence' ? ` (${this.#t('lead.confidenceHint')})` : '';
    return this.#row(
      line.name,
      line.label,
      html`<input
        class="input"
        id=${line.name}
        type=${line.type ?? 'text'}
        dir=${line.type === 'email' || line.type === 'tel' ? 'ltr' : 'auto'}
        list=${line.list ?? nothing}
        autocomplete="off"
        placeholder=${this.#t('lead.empty')}
        maxlength=${line.type === 'number' ? nothing : (line.max ?? nothing)}
        min=${line.type === 'number' ? '0' : nothing}
        max=${line.type === 'number' ? (line.max ?? nothing) : nothing}
        aria-invalid=${this.#errorOf(line.name) ? 'true' : nothing}
        aria-describedby=${this.#errorOf(line.name) ? `${line.name}-error` : nothing}
        .value=${live(value == null ? '' : String(value))}
        @change=${(event: Event) => this.#changed(event, line)}
      />`,
      percent,
    );
  }

  #dates(): TemplateResult {
    const { shown: lead } = this.editor;
    const toggle = (name: 'dateFlexible' | 'dateUndecided', checked: boolean): void => {
      const clears = name === 'dateUndecided' && checked && lead.eventDate;
      this.#save(name, checked, { patch: clears ? { eventDate: null } : {} });
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
      this.#save('eventDate', date, { patch: date && lead.dateUndecided ? { dateUndecided: false } : {} });
    };
    return this.#row(
      'eventDate',
      'lead.eventDate',
      html`<div>
        <input
          class="input"
          id="eventDate"
          type="date"
          .value=${live(this.#typed.get('eventDate') ?? lead.eventDate ?? '')}
          aria-invalid=${this.#errorOf('eventDate') ? 'true' : nothing}
          @change=${change}
        />
        ${lead.eventDate ? check('dateFlexible') : check('dateUndecided')}
      </div>`,
    );
  }

  #amount(end: 'min' | 'max', label: LeadText): TemplateResult {
    const { budget } = this.editor.shown;
    const currency = budget?.currency ?? this.app.workspace.currency;
    return this.#row(
      end,
      label,
      html`<input
        class="input numbers"
        id=${end}
        inputmode="decimal"
        autocomplete="off"
        placeholder=${this.#t('lead.empty')}
        aria-invalid=${this.#errorOf(end) ? 'true' : nothing}
        aria-describedby=${this.#errorOf(end) ? `${end}-error` : nothing}
        .value=${live(this.#typed.get(end) ?? moneyToText(budget?.[end], currency))}
        @change=${(event: Event) => this.#budget(event, end)}
      />`,
      ` (${currency})`,
    );
  }

  #rating(): TemplateResult {
    const { rating } = this.editor.shown;
    const star = (count: number): TemplateResult => html`
      <button
        class=${count <= (rating ?? 0) ? 'on' : ''}
        aria-pressed=${String(count === rating)}
        aria-label=${count === rating ? this.#t('lead.noRating') : this.#t('card.rating', { count })}
        @click=${() => this.#save('rating', count === rating ? null : count)}
      >
        ${icon('star')}
      </button>
    `;
    return html`<div class="property">
      <span class="label" id="rating-label">${this.#t('lead.rating')}</span>
      <div class="stars" role="group" aria-labelledby="rating-label">${[1, 2, 3, 4, 5].map(star)}</div>
      ${this.#tick('rating')}
    </div>`;
  }

  #row(name: FieldName | 'min' | 'max', label: LeadText, control: TemplateResult, addition = ''): TemplateResult {
    const error = this.#errorOf(name);
    return html`<div class="property">
      <label for=${name}>${this.#t(label)}${addition ? html`<span class="faint">${addition}</span>` : nothing}</label>
      ${control} ${this.#tick(name === 'min' || name === 'max' ? 'budget' : name)}
      ${error ? html`<div class="error" id="${name}-error" role="alert">${icon('circleAlert')}<span>${error}</span></div>` : nothing}
    </div>`;
  }

  #errorOf(name: FieldName | 'min' | 'max'): string | undefined {
    const wrong = this.#wrong.get(name);
    const state = this.editor.states.get(name === 'min' || name === 'max' ? 'budget' : name);
    if (wrong || typeof state !== 'object') return wrong;
    return viewProblem(state.error).fields[name] ?? problemText(state.error, this.#t);
  }

  #tick(name: FieldName): TemplateResult {
    const saved = this.editor.states.get(name) === 'saved';
    return html`<span class="mark" role="status">
      ${
        saved
          ? html`<span class="done" @animationend=${() => this.editor.settle(name)}>${icon('check')}</span
            ><span class="only-spoken">${this.#t('state.saved')}</span>`
          : nothing
      }
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-fields': LeadFields;
  }
}
