/** How times, dates and money read in the app. Pure: the current instant and the language are arguments. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** An instant within a week of now reads relatively ("3 hours ago"); after that as a date. */
export function formatWhen(instant: string, now: number, locale: string, timeZone?: string): string {
  const at = Date.parse(instant);
  const distance = at - now;
  const size = Math.abs(distance);
  if (size >= 7 * day) return formatInstantDay(instant, now, locale, timeZone);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' });
  if (size < minute) return relative.format(0, 'second');
  if (size < hour) return relative.format(Math.trunc(distance / minute), 'minute');
  if (size < day) return relative.format(Math.trunc(distance / hour), 'hour');
  return relative.format(Math.trunc(distance / day), 'day');
}

function formatInstantDay(instant: string, now: number, locale: string, timeZone?: string): string {
  const sameYear = new Date(instant).getUTCFullYear() === new Date(now).getUTCFullYear();
  const year = sameYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year, timeZone }).format(
    Date.parse(instant),
  );
}

/** The whole instant with its zone, for a title. */
export const formatInstant = (instant: string, locale: string, timeZone?: string) =>
  new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(Date.parse(instant));

/** How long ago in as few letters as the language allows: "5m", "3h", "12d". */
export function formatAge(instant: string, now: number, locale: string): string {
  const size = Math.max(0, now - Date.parse(instant));
  const [value, unit] =
    size < hour ? [size / minute, 'minute'] : size < day ? [size / hour, 'hour'] : [size / day, 'day'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(Math.floor(value));
}

/** A calendar date (`YYYY-MM-DD`), which has no zone. */
export function formatDate(date: string, locale: string, style: 'short' | 'long' = 'short'): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'short'
      ? { day: 'numeric', month: 'short', year: 'numeric' }
      : { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(date));
}

/** The day (`YYYY-MM-DD`) that an instant falls on in a zone. */
export const dayIn = (instant: number | string, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(typeof instant === 'string' ? Date.parse(instant) : instant);

/** Whole days from today (in the studio's zone) until a date; negative if it is over. */
export function daysUntil(date: string, now: number, timeZone?: string): number {
  return Math.round((Date.parse(date) - Date.parse(dayIn(now, timeZone))) / day);
}

const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in minor units with its currency; whole amounts without needless decimals. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const value = amount / 10 ** digitsOf(currency);
  const whole = Number.isInteger(value) ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...whole }).format(value);
}

export interface Budget {
  min?: number | null;
  max?: number | null;
  currency: string;
}

/** "1,500–2,500 €", "from 1,500 €", "up to 2,500 €"; undefined for a budget without amounts. */
export function formatBudget(
  budget: Budget | null | undefined,
  locale: string,
  words: { from(amount: string): string; upTo(amount: string): string },
): string | undefined {
  if (!budget) return undefined;
  const { min, max, currency } = budget;
  if (min != null && max != null && min !== max) {
    const scale = 10 ** digitsOf(currency);
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 });
    return format.formatRange(min / scale, max / scale);
  }
  if (min != null && max != null) return formatMoney(min, currency, locale);
  if (min != null) return words.from(formatMoney(min, currency, locale));
  if (max != null) return words.upTo(formatMoney(max, currency, locale));
  return undefined;
}

/** Minor units as text for a field: `125000` EUR is `1250`, `125050` is `1250.50`. */
export function moneyToText(amount: number | null | undefined, currency: string): string {
  if (amount == null) return '';
  const digits = digitsOf(currency);
  return (amount / 10 ** digits).toFixed(Number.isInteger(amount / 10 ** digits) ? 0 : digits);
}

/** What a person typed as minor units: null for an empty field, undefined for what is no amount. */
export function textToMoney(text: string, currency: string): number | null | undefined {
  const trimmed = text.trim().replace(/[\s\u00a0\u202f'’]/g, '');
  if (trimmed === '') return null;
  const digits = digitsOf(currency);
  // With three decimals `1.250` may be either; as a fraction it is what `moneyToText` writes.
  const plain = digits === 3 ? /^(\d+)[.,](\d{3})$/.exec(trimmed) : null;
  const match = plain ?? /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,3}))?$/.exec(trimmed);
  if (!match) return undefined;
  const whole = match[1]!.replace(/[.,]/g, '');
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return undefined;
  const amount = Number(whole + fraction.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

export const formatNumber = (value: number, locale: string) => new Intl.NumberFormat(locale).format(value);

/** One or two letters for a picture that is missing. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toUpperCase() || '?';
}
