/** Labelled native fields: label above, hint below, an error in place of the hint. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from './icons.ts';

interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly hint?: unknown;
  readonly error?: string;
  /** The word behind the label of a field that may stay empty. */
  readonly optional?: string;
}

const describedBy = ({ name, hint, error }: FieldView) => (error || hint ? `${name}-hint` : undefined);

/** The frame around any control; the control has the field's name as its id. */
export const field = (view: FieldView, control: unknown): TemplateResult => html`
  <div class="field">
    <label for=${view.name}>${view.label}${view.optional ? html` <span class="optional">${view.optional}</span>` : nothing}</label>
    ${control}
    ${
      view.error
        ? html`<div class="error" id="${view.name}-hint">${icon('circleAlert')}<span>${view.error}</span></div>`
        : view.hint
          ? html`<div class="hint" id="${view.name}-hint">${view.hint}</div>`
          : nothing
    }
  </div>
`;

export interface TextView extends FieldView {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'url' | 'search' | 'number';
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url' | 'search';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autofocus?: boolean;
  readonly dir?: 'auto' | 'ltr';
  readonly input?: (value: string) => void;
  readonly change?: (value: string) => void;
}

export const textInput = (view: TextView): TemplateResult => html`
  <input
    class="input"
    id=${view.name}
    name=${view.name}
    type=${view.type ?? 'text'}
    .value=${live(view.value)}
    autocomplete=${ifDefined(view.autocomplete as AutoFill | undefined)}
    inputmode=${ifDefined(view.inputMode)}
    placeholder=${ifDefined(view.placeholder)}
    maxlength=${ifDefined(view.maxLength)}
    min=${ifDefined(view.min)}
    max=${ifDefined(view.max)}
    dir=${ifDefined(view.dir)}
    ?required=${view.required}
    ?disabled=${view.disabled}
    ?autofocus=${view.autofocus}
    aria-invalid=${view.error ? 'true' : nothing}
    aria-describedby=${ifDefined(describedBy(view))}
    @input=${(event: Event) => view.input?.((event.target as HTMLInputElement).value)}
    @change=${(event: Event) => view.change?.((event.target as HTMLInputElement).value)}
  />
`;

export const textField = (view: TextView): TemplateResult => field(view, textInput(view));

export interface AreaView extends FieldView {
  readonly value: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly disabled?: boolean;
  readonly input?: (value: string) => void;
  readonly change?: (value: string) => void;
}

export const areaInput = (view: AreaView): TemplateResult => html`
  <textarea
    class="input"
    id=${view.name}
    name=${view.name}
    rows=${view.rows ?? 3}
    maxlength=${ifDefined(view.maxLength)}
    dir="auto"
    ?disabled=${view.disabled}
    aria-invalid=${view.error ? 'true' : nothing}
    aria-describedby=${ifDefined(describedBy(view))}
    .value=${live(view.value)}
    @input=${(event: Event) => view.input?.((event.target as HTMLTextAreaElement).value)}
    @change=${(event: Event) => view.change?.((event.target as HTMLTextAreaElement).value)}
  ></textarea>
`;

export const areaField = (view: AreaView): TemplateResult => field(view, areaInput(view));

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectView extends FieldView {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly disabled?: boolean;
  /** No label is shown beside it, so it carries its own. */
  readonly unlabelled?: boolean;
  readonly change?: (value: string) => void;
}

export const selectInput = (view: SelectView): TemplateResult => html`
  <span class="select">
    <select
      class="input"
      id=${view.name}
      name=${view.name}
      ?disabled=${view.disabled}
      aria-label=${view.unlabelled ? view.label : nothing}
      aria-invalid=${view.error ? 'true' : nothing}
      aria-describedby=${ifDefined(describedBy(view))}
      @change=${(event: Event) => view.change?.((event.target as HTMLSelectElement).value)}
    >
      ${view.choices.map(
        ({ value, label }) => html`<option value=${value} .selected=${live(value === view.value)}>${label}</option>`,
      )}
    </select>
    ${icon('chevronDown')}
  </span>
`;

export const selectField = (view: SelectView): TemplateResult => field(view, selectInput(view));

export interface CheckView {
  readonly name: string;
  readonly label: unknown;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly change?: (checked: boolean) => void;
}

export const checkField = (view: CheckView): TemplateResult => html`
  <label class="check">
    <input
      type="checkbox"
      name=${view.name}
      .checked=${live(view.checked)}
      ?disabled=${view.disabled}
      @change=${(event: Event) => view.change?.((event.target as HTMLInputElement).checked)}
    />
    <span>${view.label}${view.hint ? html`<br /><span class="hint">${view.hint}</span>` : nothing}</span>
  </label>
`;
