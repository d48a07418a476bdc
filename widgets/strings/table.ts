/** The languages that widgets speak. */
export type Language = 'en' | 'de' | 'ar';

/** A text, or its plural forms by the categories of `Intl.PluralRules`. `{name}` is filled in. */
export type Text = string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>);

/** The texts of one widget in one language. */
export type Texts = Readonly<Record<string, Text>>;

/** The same keys in another language: a missing or unknown one is a type error. */
export type Translation<T extends Texts> = { readonly [Key in keyof T]: Text };

/** What is filled into a text; `count` picks the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/** The language of a locale (`de` for `de-AT`) if widgets speak it. */
export function languageOf(locale: string): Language | undefined {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  return language === 'en' || language === 'de' || language === 'ar' ? language : undefined;
}

/** The way a language is written; English stands in for those that widgets do not speak. */
export const directionOf = (language?: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/**
 * The texts of one widget: English at hand, the other languages loaded when a page needs them. Until they are there,
 * and where a studio's own words are missing, English shows. Dispatches `change` when there are new texts.
 */
export class StringTable<T extends Texts> extends EventTarget {
  #english: T;
  #others: Record<Exclude<Language, 'en'>, () => Promise<Translation<T>>>;
  #loaded: Partial<Record<Language, Translation<T>>> = {};
  #loading = new Set<Language>();

  constructor(english: T, others: Record<Exclude<Language, 'en'>, () => Promise<Translation<T>>>) {
    super();
    this.#english = english;
    this.#others = others;
    addEventListener('alloza-strings', () => this.dispatchEvent(new Event('change')));
  }

  /** Fetches a language once. A failure leaves English and is tried again with the next widget update. */
  async load(language: Language): Promise<void> {
    if (language === 'en' || this.#loading.has(language)) return;
    this.#loading.add(language);
    try {
      this.#loaded[language] = await this.#others[language]();
      this.dispatchEvent(new Event('change'));
    } catch {
      this.#loading.delete(language);
    }
  }

  text(language: Language, locale: string, key: keyof T & string, values: Values = {}): string {
    const own = ownWords()?.[language]?.[key];
    const translated = own ?? this.#loaded[language]?.[key];
    const text: Text = translated ?? this.#english[key]!;
    const plural = new Intl.PluralRules(translated ? locale : 'en').select(Number(values.count ?? 0));
    const chosen = typeof text === 'string' ? text : (text[plural] ?? text.other);
    return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
    });
  }
}

/** What `setStrings` has put on the page, from whichever copy of it. */
const ownWords = () =>
  (globalThis as unknown as Record<symbol, Partial<Record<Language, Texts>> | undefined>)[Symbol.for('alloza.strings')];
