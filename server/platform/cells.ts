import type { components } from '../../sdk/schema.ts';
import { formats, normalizeEmail } from './formats.ts';
import { countryOfZone, normalizePhone } from './phone.ts';

/** How the cells of a column are read and written. */
export type CellKind =
  | 'text'
  | 'long'
  | 'email'
  | 'phone'
  | 'date'
  | 'time'
  | 'integer'
  | 'money'
  | 'currency'
  | 'country'
  | 'yesNo'
  | 'list'
  | 'json'
  | 'choice';

export interface CellForm {
  kind: CellKind;
  /** Of a choice: the value of each word for it. */
  choices?: Readonly<Record<string, string>>;
}

export type DateOrder = components['schemas']['ImportDateOrder'];

/** What the studio and its people take for granted in a cell. */
export interface Settings {
  timeZone: string;
  currency: string;
  locale: string;
  dateOrder: DateOrder | null;
}

export interface CellProblem {
  code: string;
  message: string;
}
type Read = { value: unknown } | CellProblem;

const problem = (code: string, message: string): CellProblem => ({ code, message });

/** The value of a cell that is not empty, or why it has none. */
export async function readCell(field: CellForm, raw: string, settings: Settings): Promise<Read> {
  const text = raw.trim();
  switch (field.kind) {
    case 'text':
      return { value: text };
    case 'long':
      return { value: raw };
    case 'email': {
      const value = normalizeEmail(text.replace(/^mailto:/i, ''));
      return value ? { value } : problem('email', 'is not an e-mail address');
    }
    case 'phone':
      return readPhone(text, settings);
    case 'date':
      return readDate(text, settings.dateOrder);
    case 'time':
      return readTime(text);
    case 'integer': {
      const digits = text.replace(/(?<=\d)[.,'’\s](?=\d{3}(\D|$))/g, '');
      return /^\d{1,9}$/.test(digits) ? { value: Number(digits) } : problem('number', 'is not a whole number');
    }
    case 'money':
      return /\d/.test(text) ? { value: text } : problem('money', 'is not an amount');
    case 'currency': {
      const value = currencyOf(text);
      return value ? { value } : problem('currency', 'is not a currency: write a code such as EUR');
    }
    case 'country':
      return readCountry(text);
    case 'yesNo': {
      const value = yesNo.get(text.toLowerCase());
      return value === undefined ? problem('yes_no', 'must be yes or no') : { value };
    }
    case 'list':
      return { value: readList(raw) };
    case 'json':
      return { value: readJson(raw) };
    case 'choice': {
      const value = field.choices![text.toLowerCase()];
      const words = [...new Set(Object.values(field.choices!))].join(', ');
      return value === undefined ? problem('choice', `must be one of ${words}`) : { value };
    }
  }
}

const yesNo = new Map<string, boolean>([
  ...['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'wahr', 'نعم'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0', 'nein', 'falsch', 'لا'].map((word) => [word, false] as const),
]);

async function readPhone(text: string, { timeZone }: Settings): Promise<Read> {
  const isInternational = text.startsWith('+');
  if (!isInternational && countryOfZone(timeZone) === null && /\d/.test(text))
    return problem(
      'phone_ambiguous',
      'is a national number, and the country is not known: write it with its country code',
    );
  const value = (formats.phone as (text: string) => boolean)(text) ? await normalizePhone(text, timeZone) : null;
  return value ? { value } : problem('phone', 'is not a telephone number');
}

const months = [
  ['jan', 'januar', 'january', 'jän', 'jänner'],
  ['feb', 'februar', 'february'],
  ['mar', 'march', 'mär', 'märz', 'mrz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
];
const monthOf = (word: string): number =>
  months.findIndex((names) => names.includes(word.toLowerCase().replace('.', ''))) + 1;

const isoDate = (year: string, month: number, day: number): Read => {
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return (formats.date as (text: string) => boolean)(value)
    ? { value }
    : problem('date', 'is not a day of the calendar');
};

/** Two numbers and a year, with what stands between them. */
const numeric = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?:[ T,].*)?$/;

function readDate(text: string, order: DateOrder | null): Read {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return isoDate(iso[1]!, Number(iso[2]), Number(iso[3]));
  const [, first, mark, second, year] = numeric.exec(text) ?? [];
  if (year) {
    const [a, b] = [Number(first), Number(second)];
    // Points are written by those who put the day first.
    if (mark === '.' || a > 12 || a === b) return isoDate(year, b, a);
    if (b > 12) return isoDate(year, a, b);
    if (order) return order === 'dayFirst' ? isoDate(year, b, a) : isoDate(year, a, b);
    return problem('date_ambiguous', 'may be read in two ways: say whether the day or the month comes first');
  }
  const named =
    /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}+\.?),?\s+(\d{4})$/u.exec(text) ??
    /^(?:\p{L}+,\s+)?(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text);
  if (named) {
    const [word, day] = /^\d/.test(named[1]!) ? [named[2]!, named[1]!] : [named[1]!, named[2]!];
    const month = monthOf(word);
    if (month > 0) return isoDate(named[3]!, month, Number(day));
  }
  return problem('date', 'is not a date; 2027-06-12 always is, with all digits of the year');
}

/** What a cell that may be a date says of the order: the day can't be a month. */
export function orderTold(text: string): DateOrder | null {
  const [, first, mark, second] = (text.length < 30 && numeric.exec(text.trim())) || [];
  if (!second || mark === '.') return null;
  if (Number(first) > 12) return Number(second) <= 12 ? 'dayFirst' : null;
  return Number(second) > 12 ? 'monthFirst' : null;
}

/** The order that a studio's country writes; null where only its language is known. */
export function orderOfStudio({ locale, timeZone }: Pick<Settings, 'locale' | 'timeZone'>): DateOrder | null {
  if (locale === 'de' || locale === 'ar') return 'dayFirst';
  const country = countryOfZone(timeZone);
  // Canada writes all three.
  if (country === null || country === 'CA') return null;
  return country === 'US' ? 'monthFirst' : 'dayFirst';
}

function readTime(text: string): Read {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2})?\s*(am|pm|uhr)?$/i.exec(text) ?? [];
  const wanted = half?.toLowerCase();
  let hour = Number(hours);
  if ((wanted === 'am' || wanted === 'pm') && hour >= 1 && hour <= 12) hour = (hour % 12) + (wanted === 'pm' ? 12 : 0);
  if (hours === undefined || hour > 23 || Number(minutes) > 59) return problem('time', 'is not a time of day');
  return { value: `${String(hour).padStart(2, '0')}:${minutes}` };
}

const symbols: Record<string, string> = { '€': 'EUR', '£': 'GBP' };

/** The currency that a text names by code or symbol, or null; `$` is many. */
export function currencyOf(text: string): string | null {
  const code = /[A-Z]{3}/.exec(text.toUpperCase())?.[0];
  if (code && (formats.currency as (text: string) => boolean)(code)) return code;
  return symbols[/[€£]/.exec(text)?.[0] ?? ''] ?? null;
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in the currency's minor unit, or null. What stands before the last two digits is the sign of the decimals. */
export function readMoney(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const plain = text.replace(/[^\d.,'’-]/g, '').replace(/['’]|[.,]?-+$/g, '');
  if (!/^\d[\d.,]*$/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const tail = last < 0 ? '' : plain.slice(last + 1);
  const isRepeated = last >= 0 && plain.indexOf(plain[last]!) !== last;
  const isDecimal = last >= 0 && !isRepeated && (tail.length !== 3 || (digits === 3 && plain[last] === '.'));
  const whole = (isDecimal ? plain.slice(0, last) : plain).replace(/[.,]/g, '');
  const fraction = isDecimal ? tail : '';
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return null;
  const amount = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

export function writeMoney(amount: number, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(amount).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

let countries: Map<string, string> | undefined;

function readCountry(text: string): Read {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return { value: code };
  countries ??= countryNames();
  const value = countries.get(text.toLowerCase());
  return value ? { value } : problem('country', 'is not a country: write a code such as DE');
}

/** Countries by their names in the languages of the app. */
function countryNames(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Map([['usa', 'US']]);
  for (const locale of ['en', 'de', 'ar']) {
    const display = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
      const name = display.of(code);
      if (name && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), code);
    }
  }
  return names;
}

/** Several values in one cell, between semicolons or, without any, between commas; a backslash keeps one of these. */
export function readList(text: string): string[] {
  const parts: string[] = text.match(/\\[\\;,]|[;,]|[^\\;,]+|\\/g) ?? [];
  const mark = parts.includes(';') ? ';' : ',';
  const items = [''];
  for (const part of parts) {
    if (part === mark) items.push('');
    else items.push(items.pop()! + (/^\\[\\;,]$/.test(part) ? part.slice(1) : part));
  }
  return items.map((item) => item.trim());
}

export const writeList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[\\;,]/g, '\\$&')).join('; ');

/** A text, or any value as JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A text stands as it is, unless it would be read as something else. */
export const writeJson = (value: unknown): string =>
  typeof value === 'string' && readJson(value) === value ? value : JSON.stringify(value);
