/** The values of a record of change in words: names for ids, dates, amounts. Pure. */
import { formatBudget, formatDate, formatInstant, formatMoney, formatNumber } from '../app/format.ts';
import { en } from './strings/en.ts';
import type { ActivityText, TranslateActivity } from './texts.ts';

export interface Reading {
  readonly t: TranslateActivity;
  readonly locale: string;
  readonly timeZone: string;
  /** What the records spoken of are called, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

type Parts = Record<string, unknown>;

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('currency' in value);

/** The members that differ of a value that has parts, such as a brand or the consent by channel; undefined for others. */
export function partsChanged(
  before: unknown,
  after: unknown,
): [name: string, before: unknown, after: unknown][] | undefined {
  if (!(isParts(before) || isParts(after)) || !(isParts(before ?? {}) && isParts(after ?? {}))) return undefined;
  const [one, other] = [(before ?? {}) as Parts, (after ?? {}) as Parts];
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names
    .filter((name) => JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null))
    .map((name) => [name, one[name] ?? null, other[name] ?? null]);
}

/** Both sides of a field in words; empty where a list only grew or only shrank. */
export interface ValueChange {
  readonly before: string;
  readonly after: string;
}

const isId = (text: string) => /^[a-z]{2,6}_[0-9a-hjkmnp-tv-z]{26}$/.test(text);
const isBlank = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Of lists only what came and what went is told: a fifth tag beside four that stay is one word, not nine. */
export function changeOf(before: unknown, after: unknown, reading: Reading, field: string): ValueChange {
  if (Array.isArray(before) && Array.isArray(after)) {
    const gone = without(before, after);
    const come = without(after, before);
    if (gone.length + come.length > 0)
      return {
        before: gone.length > 0 ? valueText(gone, reading, field) : '',
        after: come.length > 0 ? valueText(come, reading, field) : '',
      };
  }
  return { before: valueText(before, reading, field), after: valueText(after, reading, field) };
}

function without(list: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map((value) => JSON.stringify(value)));
  return list.filter((value) => !known.has(JSON.stringify(value)));
}

export function valueText(value: unknown, reading: Reading, field = ''): string {
  if (isBlank(value)) return reading.t('value.empty');
  return plain(value, reading, field) || reading.t('value.empty');
}

function plain(value: unknown, reading: Reading, field: string): string {
  const { t, locale } = reading;
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return field === 'confidence' ? percent(value, locale) : formatNumber(value, locale);
  if (typeof value === 'string') return textOf(value, reading);
  if (Array.isArray(value)) {
    const parts = value.map((part) => plain(part, reading, field)).filter(Boolean);
    return parts.map((part) => isolated(part, locale)).join(locale.startsWith('ar') ? '، ' : ', ');
  }
  return typeof value === 'object' && value !== null ? objectText(value as Record<string, unknown>, reading) : '';
}

/** A part that may run the other way than its neighbours keeps its direction to itself. */
const isolated = (text: string, locale: string): string =>
  locale.startsWith('ar') || /[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text;

const percent = (value: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value / 100);

function textOf(text: string, { t, locale, timeZone, names }: Reading): string {
  if (isId(text)) return names[text] ?? t(text.startsWith('file_') ? 'value.file' : 'value.gone');
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatDate(text, locale);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return formatInstant(text, locale, timeZone);
  const word = `value.${text}`;
  return word in en ? t(word as ActivityText) : text;
}

/** As people say it: the name first, a street before its town. The database keeps the parts in an order of its own. */
const spoken = [
  'name',
  'label',
  'title',
  'date',
  'startTime',
  'place',
  'line1',
  'line2',
  'postalCode',
  'city',
  'region',
];
const placeOf = (name: string): number => (spoken.includes(name) ? spoken.indexOf(name) : spoken.length);

/** An amount, a budget, or whatever else: what people wrote in it, one after the other. */
function objectText(value: Record<string, unknown>, reading: Reading): string {
  const { t, locale } = reading;
  // When, how and by whom somebody agreed is kept with the consent itself; what changed is whether.
  if (typeof value.given === 'boolean') return plain(value.given, reading, '');
  if (typeof value.currency === 'string') {
    if (typeof value.amount === 'number') return formatMoney(value.amount, value.currency, locale);
    const words = {
      from: (amount: string) => t('value.from', { amount }),
      upTo: (amount: string) => t('value.upTo', { amount }),
    };
    return formatBudget(value as { currency: string }, locale, words) ?? '';
  }
  return Object.entries(value)
    .filter(([name, part]) => name !== 'id' && !isBlank(part) && part !== false)
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, part]) => plain(part, reading, name))
    .filter(Boolean)
    .map((part) => isolated(part, locale))
    .join(' · ');
}
