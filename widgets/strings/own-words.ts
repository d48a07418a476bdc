import type { Language, Texts } from './table.ts';

/**
 * A studio's own words, by language and key: `setStrings('en', { another: 'Ask something else' })`. Later calls add to
 * earlier ones; widgets already on the page change at once.
 *
 * The words lie on the page rather than in this module: the copy that a studio's script imports need not be the
 * widgets'.
 */
export function setStrings(language: Language, words: Texts): void {
  const page = globalThis as unknown as Record<symbol, Partial<Record<Language, Texts>> | undefined>;
  const place = Symbol.for('alloza.strings');
  page[place] = { ...page[place], [language]: { ...page[place]?.[language], ...words } };
  dispatchEvent(new Event('alloza-strings'));
}
