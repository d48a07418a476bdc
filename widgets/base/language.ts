import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { directionOf, type Language, languageOf, type StringTable, type Texts, type Values } from '../strings/table.ts';

/** What the LanguageController reads from its widget. */
export interface Localised extends ReactiveControllerHost, HTMLElement {
  /** The `locale` attribute of the widget or of the `<alloza-studio>` around it. */
  readonly chosenLocale: string | undefined;
  /** What the person in front of it chose for themselves, which wins over the page. */
  readonly preferredLocale?: string | undefined;
}

/**
 * The language of a widget and its texts in it. The page decides, not the browser: the nearest `lang` up the tree
 * (through shadow roots), then the `locale` attribute, then `<html lang>`, then the browser. Only a person's own choice
 * comes before that. Changes are followed.
 */
export class LanguageController<T extends Texts> implements ReactiveController {
  #host: Localised;
  #table: StringTable<T>;
  #observer = new MutationObserver(() => this.#changed());

  constructor(host: Localised, table: StringTable<T>) {
    this.#host = host;
    this.#table = table;
    host.addController(this);
  }

  /** BCP 47, for `Intl`: the page's own tag (`de-AT`) where we speak its language, otherwise `en`. */
  get locale(): string {
    const asked = this.#asked;
    const language = languageOf(asked);
    try {
      return language ? Intl.getCanonicalLocales(asked)[0]! : 'en';
    } catch {
      // Pages write `en_US`, and some systems call themselves `en-US@posix`.
      return language!;
    }
  }

  get #asked(): string {
    return this.#host.preferredLocale || pageLocale(this.#host, this.#host.chosenLocale);
  }

  /** The language the texts are in. */
  get language(): Language {
    return languageOf(this.locale) ?? 'en';
  }

  /** An explicit `dir` of the page wins as long as we speak the page's language, and not one chosen against it. */
  get dir(): 'ltr' | 'rtl' {
    const asked = this.#asked;
    const { preferredLocale, chosenLocale } = this.#host;
    const before = asked === chosenLocale ? document.documentElement : undefined;
    const page = asked !== preferredLocale && languageOf(asked) && nearest(this.#host, 'dir', before);
    return page === 'rtl' || page === 'ltr' ? page : directionOf(this.language);
  }

  /** The text of a key; `{name}` in it becomes `values.name`, and `values.count` picks the plural form. */
  t = (key: keyof T & string, values?: Values): string => this.#table.text(this.language, this.locale, key, values);

  hostConnected(): void {
    for (let root = this.#host.getRootNode(); ; root = root.host.getRootNode()) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
      if (!(root instanceof ShadowRoot)) break;
    }
    this.#table.addEventListener('change', this.#changed);
    this.#changed();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#table.removeEventListener('change', this.#changed);
  }

  hostUpdate(): void {
    this.#table.load(this.language);
  }

  #changed = (): void => {
    this.#host.requestUpdate();
  };
}

/** The locale that a page asks for at this place; see LanguageController for the order. */
export function pageLocale(element: Element, chosen?: string): string {
  const near = nearest(element, 'lang', document.documentElement);
  return near || chosen || document.documentElement.lang || navigator.language;
}

function nearest(element: Element, attribute: 'lang' | 'dir', before?: Element): string | null {
  for (let node: Node | null = element; node && node !== before; node = parentOf(node)) {
    const value = node instanceof Element ? node.getAttribute(attribute) : null;
    if (value) return value;
  }
  return null;
}

const parentOf = (node: Node) => (node instanceof ShadowRoot ? node.host : node.parentNode);
