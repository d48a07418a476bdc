import { html, nothing, type TemplateResult } from 'lit';
import { field, noteOf } from '../parts/field.ts';
import type { leadFormEn } from '../strings/lead-form.en.ts';
import type { Values } from '../strings/table.ts';
import type { Entry, FormField, Reading } from './draft.ts';

/** What a field needs to be shown and edited. */
export interface FieldScope {
  field: FormField;
  entry: Entry;
  /** The fault in the visitor's words. */
  error?: unknown;
  reading: Reading;
  t: (key: keyof typeof leadFormEn, values?: Values) => string;
  /** Called on every keystroke and choice. */
  edit: (change: Partial<Entry>) => void;
  /** Called when the visitor leaves the field. */
  settle: () => void;
}

/** More options than this are a list to open rather than chips to see. */
const mostChips = 6;

const autofill: Record<string, string> = { name: 'name', email: 'email', phone: 'tel' };
const inputTypes: Record<string, string> = { email: 'email', phone: 'tel', date: 'date' };

/** A field of the form with label, hint or error, and the controls of its type. */
export function formField(scope: FieldScope): TemplateResult {
  const { field: asked, error, t } = scope;
  const { type } = asked;
  const radio = type === 'yesNo' || (type === 'choice' && !isList(asked));
  const parts = {
    id: idOf(asked),
    label: asked.label,
    optional: asked.required ? undefined : t('optional'),
    hint: asked.hint,
    error,
  };
  if (radio || type === 'choices') {
    return field({ ...parts, group: radio ? 'radiogroup' : 'group', control: chips(scope, radio) });
  }
  if (type === 'budget') return field({ ...parts, group: 'group', control: budget(scope) });
  return field({
    ...parts,
    control: asked.key === 'eventDate' ? html`${single(scope)}${dateOptions(scope)}` : single(scope),
  });
}

/** The id of a field's control, or of its group. */
export const idOf = ({ key }: Pick<FormField, 'key'>) => `field-${key}`;

const isList = ({ options }: FormField) => (options?.length ?? 0) > mostChips;
const described = ({ field, error }: FieldScope) => noteOf({ id: idOf(field), hint: field.hint, error });
const textFrom = (event: Event) => (event.target as HTMLInputElement).value;
const isChecked = (event: Event) => (event.target as HTMLInputElement).checked;

function single(scope: FieldScope): TemplateResult {
  const { field: asked, entry, error, t, edit, settle } = scope;
  const { key, type, required } = asked;
  const id = idOf(asked);
  const invalid = error ? 'true' : nothing;
  const onInput = (event: Event) => edit({ text: textFrom(event) });
  if (type === 'longText') {
    return html`<textarea id=${id} class="box" part="input" name=${key} rows="5" ?required=${required} aria-invalid=${invalid}
      aria-describedby=${described(scope)} .value=${entry.text ?? ''} @input=${onInput} @change=${settle}></textarea>`;
  }
  if (type === 'choice') {
    const options = asked.options ?? [];
    return html`<select id=${id} class="box" part="input" name=${key} ?required=${required} aria-invalid=${invalid}
      aria-describedby=${described(scope)} @change=${onInput}>
      <option value="" ?selected=${!entry.text}>${t('choose')}</option>
      ${options.map((option) => html`<option .value=${option} ?selected=${entry.text === option}>${option}</option>`)}
    </select>`;
  }
  return html`<input id=${id} class="box" part="input" name=${key} type=${inputTypes[type] ?? 'text'}
    autocomplete=${autofill[key] ?? 'off'} inputmode=${type === 'number' ? 'decimal' : nothing} ?required=${required}
    ?disabled=${entry.undecided} aria-invalid=${invalid} aria-describedby=${described(scope)}
    .value=${entry.text ?? ''} @input=${onInput} @change=${settle}>`;
}

function chips({ field: asked, entry, error, t, edit }: FieldScope, radio: boolean): TemplateResult {
  const { key, type } = asked;
  const yesNo = [
    { value: 'yes', words: t('yes') },
    { value: 'no', words: t('no') },
  ];
  const options = type === 'yesNo' ? yesNo : (asked.options ?? []).map((value) => ({ value, words: value }));
  const chosen = (value: string) => (radio ? entry.text === value : Boolean(entry.many?.includes(value)));
  const choose = (value: string, on: boolean) => {
    if (radio) edit({ text: value });
    else edit({ many: options.map((option) => option.value).filter((each) => (each === value ? on : chosen(each))) });
  };
  return html`<div class="chips ${error ? 'invalid' : ''}">${options.map(
    ({ value, words }) =>
      html`<label class="chip box" part="choice"><input type=${radio ? 'radio' : 'checkbox'} name=${key} .value=${value}
        .checked=${chosen(value)} @change=${(event: Event) => choose(value, isChecked(event))}><bdi>${words}</bdi></label>`,
  )}</div>`;
}

function dateOptions({ entry, t, edit }: FieldScope): TemplateResult {
  return html`<div class="chips">
    <label class="check"><input type="checkbox" name="dateUndecided" .checked=${Boolean(entry.undecided)}
      @change=${(event: Event) => edit({ undecided: isChecked(event) })}><span>${t('undecided')}</span></label>
    <label class="check" ?hidden=${Boolean(entry.undecided)}><input type="checkbox" name="dateFlexible"
      .checked=${Boolean(entry.flexible)} @change=${(event: Event) => edit({ flexible: isChecked(event) })}>
      <span>${t('flexible')}</span></label>
  </div>`;
}

function budget(scope: FieldScope): TemplateResult {
  const { field: asked, entry, error, reading, t, edit, settle } = scope;
  const amount = (end: 'min' | 'max', word: string) => html`<label class="box" part="input">${word}
    <input id="${idOf(asked)}-${end}" name="${asked.key}-${end}" type="text" inputmode="decimal"
      autocomplete="off" aria-invalid=${error ? 'true' : nothing} aria-describedby=${described(scope)}
      .value=${entry[end] ?? ''} @input=${(event: Event) => edit({ [end]: textFrom(event) })} @change=${settle}>
    ${symbolOf(reading)}</label>`;
  return html`<div class="amounts">${amount('min', t('from'))}${amount('max', t('to'))}</div>`;
}

/** `€`, `$`, `CHF`: the shortest the locale has. */
function symbolOf({ currency, locale }: Reading): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Whether a field may share its row with another. */
export const isShort = (field: FormField) =>
  ['text', 'email', 'phone', 'date', 'number'].includes(field.type) || (field.type === 'choice' && isList(field));
