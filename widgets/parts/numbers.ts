/** The number of decimals of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Reads a number as people of the locale write it: their digits, their decimal sign, grouping or not (`1.500,50` in
 * German, `١٬٥٠٠` in Arabic). Null when it can't be read.
 */
export function parseNumber(text: string, locale: string): number | null {
  const own = new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210);
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value;
  const plain = [...text.trim()]
    .map((char) => {
      const digit = [...own].indexOf(char);
      if (digit >= 0) return String(9 - digit);
      if (char === sign('decimal')) return '.';
      return char === sign('group') || /[\s'’]/.test(char) ? '' : char;
    })
    .join('');
  return /^-?\d{1,15}(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Reads an amount into minor units. Null when it can't be read or has more decimals than the currency. */
export function parseMoney(text: string, currency: string, locale: string): number | null {
  const amount = parseNumber(text, locale);
  if (amount === null || amount < 0) return null;
  const minor = amount * 10 ** decimalsOf(currency);
  const rounded = Math.round(minor);
  return Number.isSafeInteger(rounded) && Math.abs(minor - rounded) < 1e-4 ? rounded : null;
}
