import { pageLocale } from '../base/language.ts';
import { languageOf } from '../strings/table.ts';

/**
 * Inner elements of the app look up the tree for their language. What a person or the `locale` attribute chose is
 * therefore written on the outermost element as its `lang`, unless the page says otherwise closer by.
 */
export class CarriedLanguage {
  readonly #host: HTMLElement & { readonly locale?: string };
  #written?: string;

  constructor(host: HTMLElement & { readonly locale?: string }) {
    this.#host = host;
  }

  /**
   * Call before each render.
   * @param preferred The person's own choice, which wins over the page's.
   */
  carry(preferred?: string): void {
    const { parentNode, locale } = this.#host;
    const before = this.#host.getAttribute('lang');
    const authored = before !== null && before !== this.#written;
    const lang = preferred ?? (locale && parentNode && !authored ? pageLocale(parentNode, locale) : undefined);
    // Only when it differs: every write of `lang` is a change that language controllers answer with an update.
    if (lang && lang !== before) this.#host.setAttribute('lang', lang);
    else if (!lang && !authored) this.#host.removeAttribute('lang');
    if (lang) this.#host.dir = languageOf(lang) === 'ar' ? 'rtl' : 'ltr';
    this.#written = lang;
  }
}
