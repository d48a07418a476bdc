import type { Language, Texts } from './table.ts';

/**
 * A studio's own words, by language and key: `setStrings('en', { projectType: 'Kind of shoot' })`. Later calls add
 * to earlier ones; widgets already on the page change at once.
 */
export function setStrings(language: Language, words: Texts): void {
  const store = ownWords();
  store.words[language] = { ...store.words[language], ...words };
  store.dispatchEvent(new Event('change'));
}

type Words = EventTarget & { words: Partial<Record<Language, Texts>> };

/** One store per page: the copy of this module that a studio's script imports need not be the widget's. */
export function ownWords(): Words {
  const store = globalThis as unknown as Record<symbol, Words | undefined>;
  store[place] ??= Object.assign(new EventTarget(), { words: {} });
  return store[place];
}

const place = Symbol.for('alloza.strings');
