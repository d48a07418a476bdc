/** Words of a key or sentence: `clientSsn`, `social-security_no` and `S.S.N.` become plain ones. */
const plain = (text: string): string =>
  text
    .replaceAll('.', '')
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');

const named = /\b(ssn|social ?security|employer id(entification)?|taxpayer id(entification)?)\b/i;

/** Whether words that people read ask for an SSN or EIN, which no field may (P10). `ein` in small letters is German. */
export const asksForTaxNumber = (words: string): boolean => named.test(plain(words)) || /\bEIN\b/.test(plain(words));

/** The same of a key or property name. */
export const namesTaxNumber = (key: string): boolean => named.test(plain(key)) || /\bein\b/i.test(plain(key));
