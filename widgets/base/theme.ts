import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { accentCss } from './accent.ts';

/** `auto` follows the page (embeds) or the system (the product's own pages). */
export type Theme = 'light' | 'dark' | 'auto';

/** What the ThemeController reads from its widget. */
export interface Themed extends ReactiveControllerHost, HTMLElement {
  readonly skin: 'embed' | 'app';
  readonly appearance: { theme: Theme; accent?: string; radius?: number };
}

/**
 * Decides light or dark and sets the accent, as one constructed style sheet per widget: no `style` attribute, so a
 * strict Content-Security-Policy has nothing to refuse.
 */
export class ThemeController implements ReactiveController {
  #host: Themed;
  #sheet: CSSStyleSheet;
  #written = '';
  #system = matchMedia('(prefers-color-scheme: dark)');
  #page = new MutationObserver(() => this.#write());

  /** @param sheet One of the widget's adopted style sheets, behind its own styles. */
  constructor(host: Themed, sheet: CSSStyleSheet) {
    this.#host = host;
    this.#sheet = sheet;
    host.addController(this);
  }

  /** Light or dark, as it is shown now. */
  get scheme(): 'light' | 'dark' {
    const { skin, appearance } = this.#host;
    if (appearance.theme !== 'auto') return appearance.theme;
    const isDark = skin === 'app' ? this.#system.matches : isBright(getComputedStyle(this.#host).color);
    return isDark ? 'dark' : 'light';
  }

  hostConnected(): void {
    this.#system.addEventListener('change', this.#write);
    addEventListener('load', this.#write);
    for (const element of [document.documentElement, document.body]) this.#page.observe(element, { attributes: true });
    this.#write();
  }

  hostDisconnected(): void {
    this.#system.removeEventListener('change', this.#write);
    removeEventListener('load', this.#write);
    this.#page.disconnect();
  }

  hostUpdated(): void {
    this.#write();
  }

  readonly #write = (): void => {
    const { appearance } = this.#host;
    const accent = accentCss(this.#host, appearance.accent);
    const css = `:host{color-scheme:${this.scheme};--_brand-radius:${appearance.radius ?? 8}px;${accent}}`;
    if (css === this.#written) return;
    this.#written = css;
    this.#sheet.replaceSync(css);
  };
}

/**
 * Whether a computed colour is nearer to white. The page's text tells the page's ground, also where the page has a
 * switch of its own and no `color-scheme`.
 */
function isBright(color: string): boolean {
  const [a = 0, b = 0, c = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (color.startsWith('rgb')) return a * 0.3 + b * 0.59 + c * 0.11 > 140;
  // oklch(), oklab() and color() count to 1, lab() and lch() to 100; all begin with what is light or red.
  return a > 1 ? a > 60 : a > 0.6;
}
