/** Time zones, currencies and languages as choices, named in the person's language. */
import type { Choice } from '../app/fields.ts';

/** Without `Intl.supportedValuesOf` the present value alone is offered. */
const known = (key: 'timeZone' | 'currency', present: string): string[] =>
  [...new Set([present, ...(Intl.supportedValuesOf?.(key) ?? [])])].sort();

export function timeZones(present: string): Choice[] {
  return known('timeZone', present).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

export function currencies(present: string, locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return known('currency', present).map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}

export const languages: readonly Choice[] = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'ar', label: 'العربية' },
];
