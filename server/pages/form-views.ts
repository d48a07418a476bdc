import { html } from 'hono/html';
import type { FormField, LeadForm } from '../leads/entities.ts';
import type { LeadInput } from '../leads/service.ts';
import type { FieldError } from '../platform/problem.ts';

export interface FormView {
  form: LeadForm;
  /** As the address names it. */
  formId: string;
  studio: string;
  locale: 'en' | 'de' | 'ar';
  currency: string;
  action: string;
  /** The studio's colour as six hexadecimal digits. */
  accent: string;
}

const words = {
  en: {
    review: 'Review your enquiry',
    hint: 'Nothing is sent until you press the button.',
    send: 'Send enquiry',
    continue: 'Continue',
    back: 'Change something with your browser’s back button.',
    from: 'From',
    to: 'To',
    choose: 'Choose',
    yes: 'Yes',
    no: 'No',
  },
  de: {
    review: 'Anfrage prüfen',
    hint: 'Es wird nichts gesendet, bevor Sie auf den Knopf drücken.',
    send: 'Anfrage senden',
    continue: 'Weiter',
    back: 'Mit „Zurück“ im Browser können Sie noch etwas ändern.',
    from: 'Von',
    to: 'Bis',
    choose: 'Auswählen',
    yes: 'Ja',
    no: 'Nein',
  },
  ar: {
    review: 'راجع استفسارك',
    hint: 'لن يُرسل شيء قبل الضغط على الزر.',
    send: 'إرسال الاستفسار',
    continue: 'متابعة',
    back: 'يمكنك التعديل بزر الرجوع في المتصفح.',
    from: 'من',
    to: 'إلى',
    choose: 'اختر',
    yes: 'نعم',
    no: 'لا',
  },
} as const;

type Html = ReturnType<typeof html>;

const frame = (view: FormView, title: string, body: Html): Html => html`<!doctype html>
<html lang="${view.locale}" dir="${view.locale === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · ${view.studio}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/f/page.css"><link rel="stylesheet" href="/f/accent-${view.accent}.css"></head>
<body><main><p class="studio">${view.studio}</p><h1>${title}</h1>${body}</main></body></html>`;

const autocomplete: Record<string, string> = { name: 'name', email: 'email', phone: 'tel' };
const inputType: Partial<Record<FormField['type'], string>> = {
  email: 'email',
  phone: 'tel',
  date: 'date',
  number: 'number',
};

function control(view: FormView, field: FormField, posted: URLSearchParams): Html {
  const text = words[view.locale];
  const { key } = field;
  const value = posted.get(key) ?? '';
  const required = field.required ? 'required' : '';
  const line = (type: string, option: string, label = option) =>
    html`<label class="line"><input type="${type}" name="${key}" value="${option}" ${posted.getAll(key).includes(option) ? 'checked' : ''}> ${label}</label>`;
  switch (field.type) {
    case 'longText':
      return html`<label for="${key}">${field.label}</label><textarea id="${key}" name="${key}" maxlength="5000" ${required}>${value}</textarea>`;
    case 'choice':
      return html`<label for="${key}">${field.label}</label><select id="${key}" name="${key}" ${required}><option value="">${text.choose}</option>
${(field.options ?? []).map((option) => html`<option ${value === option ? 'selected' : ''}>${option}</option>`)}</select>`;
    case 'choices':
      return html`<fieldset><legend>${field.label}</legend>${(field.options ?? []).map((option) => line('checkbox', option))}</fieldset>`;
    case 'yesNo':
      return html`<fieldset><legend>${field.label}</legend>${line('radio', 'yes', text.yes)}${line('radio', 'no', text.no)}</fieldset>`;
    case 'budget':
      return html`<fieldset><legend>${field.label} (${view.currency})</legend>
<label for="${key}.min">${text.from}</label><input id="${key}.min" name="${key}.min" inputmode="decimal" value="${posted.get(`${key}.min`) ?? ''}">
<label for="${key}.max">${text.to}</label><input id="${key}.max" name="${key}.max" inputmode="decimal" value="${posted.get(`${key}.max`) ?? ''}"></fieldset>`;
    default:
      return html`<label for="${key}">${field.label}</label><input id="${key}" name="${key}" type="${inputType[field.type] ?? 'text'}"
 autocomplete="${autocomplete[key] ?? 'off'}" value="${value}" maxlength="500" ${required}>`;
  }
}

const checkbox = (name: string, label: string, posted: URLSearchParams) =>
  html`<label class="line"><input type="checkbox" name="${name}" value="yes" ${posted.get(name) === 'yes' ? 'checked' : ''}> ${label}</label>`;

/** The form itself, with what was wrong with the last try. */
export function fieldsView(view: FormView, posted: URLSearchParams, errors: FieldError[]): Html {
  const { form } = view;
  const general = errors.filter((error) => !form.fields.some((field) => error.pointer.startsWith(`/${field.key}`)));
  return frame(
    view,
    form.title,
    html`${form.intro ? html`<p>${form.intro}</p>` : ''}${general.map((error) => html`<p class="error" role="alert">${error.message}</p>`)}
<form method="post" action="${view.action}">
${form.fields.map((field) => {
  const error = errors.find(
    (candidate) => candidate.pointer === `/${field.key}` || candidate.pointer.startsWith(`/${field.key}/`),
  );
  return html`${control(view, field, posted)}${field.hint ? html`<p class="hint">${field.hint}</p>` : ''}${error ? html`<p class="error">${error.message}</p>` : ''}`;
})}
${checkbox('consent.email', form.consent.emailText, posted)}${form.consent.smsText ? checkbox('consent.sms', form.consent.smsText, posted) : ''}
<label class="trap" aria-hidden="true">Website <input name="website" tabindex="-1" autocomplete="off"></label>
<button>${words[view.locale].continue}</button></form>`,
  );
}

const shown = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));

/** What will be sent, with the button that sends it. */
export function reviewView(view: FormView, draft: LeadInput, posted: URLSearchParams, token: string): Html {
  const text = words[view.locale];
  const answers = new Map((draft.answers ?? []).map((answer) => [answer.key, answer.value]));
  const rows = view.form.fields.flatMap((field) => {
    const value =
      field.type === 'budget'
        ? posted.get(`${field.key}.min`)
        : ((draft as unknown as Record<string, unknown>)[field.key] ?? answers.get(field.key));
    return shown(value) ? [html`<dt>${field.label}</dt><dd>${shown(value)}</dd>`] : [];
  });
  const hidden = [...posted].filter(([name]) => name !== 'token');
  return frame(
    view,
    text.review,
    html`<p>${text.hint}</p><dl>${rows}</dl><form method="post" action="${view.action}">
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="hidden" name="token" value="${token}"><button>${text.send}</button></form><p class="hint">${text.back}</p>`,
  );
}

export const messageView = (view: FormView, title: string, message: string): Html =>
  frame(view, title, html`<p>${message}</p>`);
