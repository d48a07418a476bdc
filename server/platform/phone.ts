import type { CountryCode } from 'libphonenumber-js';

/** Loaded with the first number, since its table of all countries is large. */
let library: Promise<typeof import('libphonenumber-js')> | undefined;

/** A telephone number in E.164, or null. A national one is read by the country most people of the time zone live in. */
export async function normalizePhone(given: string, timeZone: string | undefined): Promise<string | null> {
  library ??= import('libphonenumber-js');
  const { default: parsePhoneNumber } = await library;
  const number = parsePhoneNumber(given, countryOf(timeZone));
  return number?.isPossible() ? number.number : null;
}

const countries: Record<string, CountryCode> = {
  'America/New_York': 'US',
  'America/Chicago': 'US',
  'America/Denver': 'US',
  'America/Los_Angeles': 'US',
  'America/Toronto': 'CA',
  'America/Vancouver': 'CA',
  'America/Sao_Paulo': 'BR',
  'America/Mexico_City': 'MX',
  'Asia/Dubai': 'AE',
  'Asia/Riyadh': 'SA',
  'Asia/Tokyo': 'JP',
  'Africa/Cairo': 'EG',
  'Australia/Sydney': 'AU',
  'Europe/Amsterdam': 'NL',
  'Europe/Berlin': 'DE',
  'Europe/London': 'GB',
  'Europe/Madrid': 'ES',
  'Europe/Paris': 'FR',
  'Europe/Rome': 'IT',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
};

/** Whether the time zone tells the country that national numbers and dates are written by. */
export const countryOfZone = (timeZone: string): string | null => countries[timeZone] ?? null;

const countryOf = (timeZone: string | undefined): CountryCode => countries[timeZone ?? ''] ?? 'US';
