import type { FormField, LeadForm } from '../leads/entities.ts';
import { type LeadInput, leadKeys } from '../leads/service.ts';
import { maskCardNumbers } from '../platform/body.ts';
import type { FieldError } from '../platform/problem.ts';

/** Digits that are meant: a telephone number, and the time inside our own token. */
const unmasked = new Set(['phone', 'token']);

/** The fields of a posted form as they may be kept: no U+0000, which PostgreSQL can't hold, and no card number (P09). */
export function readPosted(bytes: Uint8Array): URLSearchParams {
  const posted = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(Buffer.from(bytes).toString('utf8'))) {
    const text = value.replaceAll('\u0000', '');
    posted.append(name.replaceAll('\u0000', ''), unmasked.has(name) ? text : maskCardNumbers(text));
  }
  return posted;
}

const minorUnits = (amount: string, currency: string): number | null => {
  const value = Number(amount.replace(/[^\d.]/g, ''));
  if (!amount.trim() || !Number.isFinite(value)) return null;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return Math.round(value * 10 ** digits);
};

function postedValue(field: FormField, form: URLSearchParams): unknown {
  const text = (form.get(field.key) ?? '').trim();
  if (field.type === 'choices') return form.getAll(field.key).filter(Boolean);
  if (field.type === 'yesNo') return form.has(field.key) ? text === 'yes' : undefined;
  if (field.type === 'number') return text === '' ? undefined : Number(text);
  return text === '' ? undefined : text;
}

/** An enquiry from the names and texts of a plain form post. What does not fit is left for the verb to refuse. */
export function readDraft(form: LeadForm, posted: URLSearchParams, currency: string): LeadInput {
  const draft: Record<string, unknown> = { name: (posted.get('name') ?? '').trim().slice(0, 120) };
  const answers: { key: string; value: unknown }[] = [];
  for (const field of form.fields) {
    if (field.type === 'budget') {
      const [min, max] = ['min', 'max'].map((end) => minorUnits(posted.get(`${field.key}.${end}`) ?? '', currency));
      if (min !== null || max !== null) draft[field.key] = { min, max, currency };
      continue;
    }
    const value = postedValue(field, posted);
    if (value === undefined) continue;
    if (Object.hasOwn(leadKeys, field.key)) draft[field.key] = value;
    else answers.push({ key: field.key, value });
  }
  if (answers.length > 0) draft.answers = answers;
  draft.consent = {
    email: posted.get('consent.email') === 'yes',
    sms: posted.get('consent.sms') === 'yes',
    textVersion: form.consent.textVersion,
  };
  const pageUrl = posted.get('pageUrl');
  if (pageUrl) draft.pageUrl = pageUrl.slice(0, 2000);
  return draft as unknown as LeadInput;
}

/** Points what was wrong with an answer at the answer's own field, where the page shows it. */
export function atFields(errors: FieldError[], draft: LeadInput): FieldError[] {
  return errors.map((error) => {
    const [, place, part = ''] = error.pointer.split('/');
    if (place !== 'answers') return error;
    const key = /^\d+$/.test(part) ? draft.answers?.[Number(part)]?.key : part;
    return { ...error, pointer: `/${key}` };
  });
}
