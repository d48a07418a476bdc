/** An instant as the contract writes it, from a Date or from PostgreSQL's text form. */
export function instant(value: Date | string): string {
  // Of text in UTC only the punctuation differs, and a page of a list holds many; everything else goes through Date.
  if (typeof value === 'string' && value.endsWith('+00') && value[10] === ' ')
    return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z`;
  return new Date(value).toISOString();
}

/** The calendar day of an instant in a time zone: `YYYY-MM-DD`. */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const { year, month, day } = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${year!.padStart(4, '0')}-${month}-${day}`;
}

/** The day so many days after another, or before it if negative; null outside the years 1 to 9999, which dates can't say. */
export function dayAfter(day: string, days: number): string | null {
  const shifted = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
  const year = shifted.getUTCFullYear();
  return year >= 1 && year <= 9999 ? shifted.toISOString().slice(0, 10) : null;
}
