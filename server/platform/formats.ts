import { domainToASCII, domainToUnicode } from 'node:url';

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Whether a domain is its own ASCII form, as nearly every one is; converting costs more than all else here. */
const isPlain = (host: string): boolean => /^[a-z0-9.-]+$/i.test(host) && !/xn--/i.test(host);

/**
 * The one spelling of an e-mail address that is stored and compared: lower case, domain in ASCII.
 * @returns null for anything that is not exactly one plain address; look-alike characters are refused, not repaired
 */
export function normalizeEmail(value: string): string | null {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  const host = value.slice(at + 1);
  if (at < 1 || local.length > 64 || value.length > 254 || host !== host.normalize('NFKC')) return null;
  const ascii = isPlain(host) ? host.toLowerCase() : domainToASCII(host);
  // What only becomes a domain by leaving characters out or reading others for them is not that domain.
  const lower = host.toLowerCase();
  if (ascii !== lower && domainToUnicode(ascii) !== lower) return null;
  return localPart.test(local) && domain.test(ascii) ? `${local.toLowerCase()}@${ascii}` : null;
}

const isDate = (value: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};

const isDateTime = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(value) &&
  isDate(value.slice(0, 10));

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Every name the tz database knows: the list that Intl offers lacks newer spellings such as Asia/Kolkata. */
function isTimeZone(value: string): boolean {
  if (!/^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z0-9_+-]*)+)$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
  } catch {
    return false;
  }
}

function isWebOrigin(value: string): boolean {
  const match = /^(https?):\/\/(\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(:\d{1,5})?$/.exec(value);
  if (!match) return false;
  // A wildcard over a whole top-level domain would be no list at all.
  if (match[2] && !match[3]!.includes('.')) return false;
  return match[4] === undefined || Number(match[4].slice(1)) <= 65535;
}

/** The contract's own string formats. */
export const formats: Record<string, true | ((value: string) => boolean)> = {
  email: (value) => normalizeEmail(value) !== null,
  date: isDate,
  'date-time': isDateTime,
  phone: (value) => /^\+?[\d\s()./-]{5,30}$/.test(value) && /\d.*\d.*\d.*\d/.test(value),
  'time-zone': isTimeZone,
  currency: (value) => currencies.has(value),
  'web-origin': isWebOrigin,
  password: true,
  binary: true,
};
