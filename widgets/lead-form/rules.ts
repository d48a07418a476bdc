import { parseMoney, parseNumber } from '../parts/numbers.ts';
import type { submissionEn } from '../strings/submission.en.ts';
import type { Values } from '../strings/table.ts';
import { type Draft, type Entry, type Form, type FormField, type Reading, textOf } from './draft.ts';

/** Why a field can't be sent as it is: a key of the form's texts and what is filled into it. */
export interface Fault {
  text: keyof typeof submissionEn;
  values?: Values;
}

/** Faults by field key, in the order of the form. */
export type Faults = Record<string, Fault>;

/** The contract's limits of a lead's own parts. */
const longest: Record<string, number> = {
  name: 120,
  email: 254,
  phone: 30,
  projectType: 120,
  place: 300,
  heardFrom: 200,
};

/** The same rules the server has, so that a visitor hears of a mistake before anything is sent. */
export function findFaults(form: Form, draft: Draft, reading: Reading): Faults {
  const faults: Faults = {};
  for (const field of form.fields) {
    const fault = faultOf(field, draft[field.key] ?? {}, reading);
    if (fault) faults[field.key] = fault;
  }
  const ways = form.fields.filter(({ key }) => key === 'email' || key === 'phone');
  const first = ways[0];
  if (first && ways.every(({ key }) => !textOf(draft[key]) && !faults[key])) faults[first.key] = { text: 'contact' };
  return faults;
}

function faultOf(field: FormField, entry: Entry, reading: Reading): Fault | undefined {
  const value = textOf(entry);
  if (isEmpty(field, entry)) {
    if (!field.required) return undefined;
    return { text: ['choice', 'choices', 'yesNo'].includes(field.type) ? 'missingChoice' : 'missing' };
  }
  const max = longest[field.key] ?? (field.type === 'text' ? 500 : 5000);
  if (value.length > max) return { text: 'tooLong', values: { max, length: value.length } };
  switch (field.type) {
    case 'email':
      return isEmail(value) ? undefined : { text: 'badEmail' };
    case 'phone':
      return isPhone(value) ? undefined : { text: 'badPhone' };
    case 'date':
      return entry.undecided || isDate(value) ? undefined : { text: 'badDate' };
    case 'number':
      return numberFault(field, parseNumber(value, reading.locale));
    case 'budget':
      return budgetFault(entry, reading);
    default:
      return undefined;
  }
}

function isEmpty(field: FormField, entry: Entry): boolean {
  if (field.type === 'choices') return !entry.many?.length;
  if (field.type === 'budget') return !entry.min?.trim() && !entry.max?.trim();
  return !textOf(entry) && !entry.undecided;
}

function numberFault(field: FormField, value: number | null): Fault | undefined {
  if (value === null) return { text: 'badNumber' };
  const countable = Number.isInteger(value) && value >= 0 && value <= 100_000;
  return field.key === 'guestCount' && !countable ? { text: 'badWhole', values: { max: 100_000 } } : undefined;
}

function budgetFault({ min, max }: Entry, { locale, currency }: Reading): Fault | undefined {
  const amounts = [min, max].map((text) => (text?.trim() ? parseMoney(text, currency, locale) : undefined));
  if (amounts.includes(null)) return { text: 'badAmount', values: { example: 1500 } };
  const [least, most] = amounts;
  return least != null && most != null && most < least ? { text: 'badOrder' } : undefined;
}

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** One plain address: no name around it, a host with a dot. Hosts in any script. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && at <= 64 && local.test(text.slice(0, at)) && /^[^\s@.]+(\.[^\s@.]+)+$/.test(text.slice(at + 1));
}

/** What looks like a phone number; the server knows the numbering plans. */
export function isPhone(text: string): boolean {
  return /^\+?[\d\s()./-]{5,30}$/.test(text) && text.replace(/\D/g, '').length >= 4;
}

/** A day that exists, as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
