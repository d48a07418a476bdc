/** An instant as the contract writes it, from a Date or from PostgreSQL's text form. */
export function instant(value: Date | string): string {
  // Of text in UTC only the punctuation differs, and a page of a list holds many; everything else goes through Date.
  if (typeof value === 'string' && value.endsWith('+00') && value[10] === ' ')
    return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z`;
  return new Date(value).toISOString();
}
