/** The code that a studio pastes into its website. Pure. */
import type { Schema } from '@alloza/sdk/core';

type Form = Pick<Schema<'LeadForm'>, 'id' | 'fields' | 'submitLabel' | 'consent'>;
type Field = Form['fields'][number];

export interface EmbedView {
  /** Where the product is. */
  readonly baseUrl: string;
  readonly slug: string;
  readonly publishableKey: string;
  readonly form: Form;
  readonly currency: string;
  /** Words of the plain form that the studio does not write itself. */
  readonly words: { readonly from: string; readonly upTo: string; readonly yes: string; readonly no: string };
}

/**
 * The script, the element, and inside it a plain form: the way without JavaScript. It posts to the product, which asks
 * to review the enquiry before anything is sent.
 */
export function embedCode(view: EmbedView): string {
  const { baseUrl, slug, publishableKey, form } = view;
  const origin = new URL(baseUrl).origin;
  const action = `${origin}/f/${encodeURIComponent(slug)}/${encodeURIComponent(form.id)}`;
  return [
    `<script type="module" src="${origin}/v1/alloza.js"></script>`,
    `<alloza-lead-form publishable-key="${text(publishableKey)}" form="${text(form.id)}">`,
    `  <form method="post" action="${action}">`,
    ...form.fields.flatMap((field) => control(field, view)).map((line) => `    ${line}`),
    `    ${consent('email', form.consent.emailText)}`,
    ...(form.consent.smsText ? [`    ${consent('sms', form.consent.smsText)}`] : []),
    `    <button>${text(form.submitLabel)}</button>`,
    '  </form>',
    '</alloza-lead-form>',
    '',
  ].join('\n');
}

const types: Partial<Record<Field['type'], string>> = { email: 'email', phone: 'tel', date: 'date', number: 'number' };
const autocompletes: Record<string, string> = { name: 'name', email: 'email', phone: 'tel' };

function control(field: Field, { words, currency }: EmbedView): string[] {
  const { key, label, type, options = [] } = field;
  const required = field.required ? ' required' : '';
  const choice = (kind: 'checkbox' | 'radio', value: string, shown: string) =>
    `  <label><input type="${kind}" name="${key}" value="${text(value)}"> ${text(shown)}</label>`;
  switch (type) {
    case 'longText':
      return [`<label>${text(label)} <textarea name="${key}"${required}></textarea></label>`];
    case 'choice': {
      const all = options.map((option) => `<option>${text(option)}</option>`).join('');
      return [
        `<label>${text(label)} <select name="${key}"${required}><option value=""></option>${all}</select></label>`,
      ];
    }
    case 'choices':
      return group(
        label,
        options.map((option) => choice('checkbox', option, option)),
      );
    case 'yesNo':
      return group(label, [choice('radio', 'yes', words.yes), choice('radio', 'no', words.no)]);
    case 'budget':
      return group(`${label} (${currency})`, [
        `  <label>${text(words.from)} <input name="${key}.min" inputmode="decimal"></label>`,
        `  <label>${text(words.upTo)} <input name="${key}.max" inputmode="decimal"></label>`,
      ]);
    default: {
      const auto = autocompletes[key] ? ` autocomplete="${autocompletes[key]}"` : '';
      return [`<label>${text(label)} <input name="${key}" type="${types[type] ?? 'text'}"${auto}${required}></label>`];
    }
  }
}

const group = (legend: string, lines: string[]): string[] => [
  '<fieldset>',
  `  <legend>${text(legend)}</legend>`,
  ...lines,
  '</fieldset>',
];

const consent = (channel: 'email' | 'sms', shown: string) =>
  `<label><input type="checkbox" name="consent.${channel}" value="yes"> ${text(shown)}</label>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const text = (value: string) => value.replace(/[&<>"]/g, (letter) => entities[letter]!);
