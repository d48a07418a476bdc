/** Words of a key or sentence: `clientSsn`, `social-security_no` and `S.S.N.` become plain ones. */
const plain = (text: string): string =>
  text
    .replaceAll('.', '')
    .replace(/[-_]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2');

const named = /\b(ssn|social ?security|employer id(entification)?|taxpayer id(entification)?)\b/i;

/**
 * What any such name holds, however it is written. Nearly no text does, so nearly none is looked at more closely.
 */
const hint = new RegExp(
  ['ssn', 'social', 'employer', 'taxpayer', 'ein'].map((word) => [...word].join('\\.*')).join('|'),
  'i',
);

/** Whether words that people read ask for an SSN or EIN, which no field may (P10). `ein` in small letters is German. */
export const asksForTaxNumber = (words: string): boolean =>
  hint.test(words) && (named.test(plain(words)) || /\bEIN\b/.test(plain(words)));

/** The same of a key or property name. */
export const namesTaxNumber = (key: string): boolean =>
  hint.test(key) && (named.test(plain(key)) || /\bein\b/i.test(plain(key)));
