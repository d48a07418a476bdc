import { LitElement, type PropertyDeclarations } from 'lit';
import { type Failure, toFailure } from './failure.ts';
import { warn } from './log.ts';
import { type Studio, StudioConnection, type StudioOptions, studioContext } from './studio-context.ts';
import type { Theme } from './theme.ts';
import { version } from './version.ts';

/** The detail of `alloza-error`. */
export type AllozaErrorEvent = CustomEvent<Failure>;

/**
 * The base of every widget: its connection to the studio, theme, typed events, custom states, and the promise that
 * nothing it does throws into the page around it.
 *
 * A widget finds its studio from the `<alloza-studio>` around it; used alone it makes its own from its attributes.
 */
export abstract class AllozaElement extends LitElement {
  static readonly version = version;

  // Without decorators, whose helpers every embed would carry.
  static override properties: PropertyDeclarations = {
    publishableKey: { attribute: 'publishable-key' },
    baseUrl: { attribute: 'base-url' },
    locale: {},
    theme: {},
    fetch: { attribute: false },
  };

  /** The studio's publishable key, `pk_live_...` or `pk_test_...`. Not needed inside `<alloza-studio>`. */
  declare publishableKey?: string;

  /** Where the API is, if not at the origin of the script. */
  declare baseUrl?: string;

  /** BCP 47 language, for pages without `lang`. */
  declare locale?: string;

  /** `light`, `dark` or `auto`, which follows the page. */
  declare theme?: Theme;

  /** Sends the requests in place of the browser's own `fetch`. */
  declare fetch?: StudioOptions['fetch'];

  /** Looks: `embed` takes font and colour from the page, `app` is the product's own page. */
  readonly skin: 'embed' | 'app' = 'embed';

  protected readonly internals = this.attachInternals();
  readonly #themeSheet = new CSSStyleSheet();
  /** The studio of a widget used alone, and the attributes it was made from. */
  #own?: { studio: Studio; from: unknown[] };
  #provided?: Studio;
  #isProvided = false;
  #unsubscribe?: () => void;

  /** The studio; undefined as long as the `<alloza-studio>` around the widget is not ready. */
  get studio(): Studio | undefined {
    if (this.#isProvided) return this.#provided;
    const { publishableKey, baseUrl, fetch } = this;
    const from = [publishableKey, baseUrl, fetch];
    if (!this.#own?.from.every((value, i) => value === from[i])) {
      this.#own = { studio: { connection: new StudioConnection({ publishableKey, baseUrl, fetch }) }, from };
    }
    return this.#own!.studio;
  }

  get chosenLocale(): string | undefined {
    return this.locale || this.studio?.locale;
  }

  get appearance(): { theme: Theme; accent?: string; radius?: number } {
    return { theme: this.theme ?? this.studio?.theme ?? 'auto', ...this.studio?.brand };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#findStudio();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  /** Asks upwards by the community's context protocol, as @lit/context does, once a provider is there to answer. */
  async #findStudio(): Promise<void> {
    const provider = providerOf(this);
    this.#isProvided = provider !== null;
    if (provider?.matches(':not(:defined)')) await customElements.whenDefined('alloza-studio');
    if (!this.isConnected) return;
    const request = { context: studioContext, contextTarget: this, callback: this.#take, subscribe: true };
    this.dispatchEvent(Object.assign(new Event('context-request', { bubbles: true, composed: true }), request));
  }

  readonly #take = (studio: Studio | undefined, unsubscribe?: () => void): void => {
    this.#isProvided = true;
    this.#provided = studio;
    this.#unsubscribe = unsubscribe;
    this.requestUpdate();
  };

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets.push(this.#themeSheet);
    void this.#dress();
    return root;
  }

  /** Loaded beside the first request, since a studio's colour is known no sooner; until then there is no colour. */
  async #dress(): Promise<void> {
    try {
      const { ThemeController } = await import('./theme.ts');
      new ThemeController(this, this.#themeSheet);
    } catch {
      // It works in grey.
    }
  }

  /** A fault while rendering stays inside: the page hears of it by `alloza-error`, not by an exception. */
  protected override scheduleUpdate(): undefined | Promise<unknown> {
    try {
      return super.scheduleUpdate() ?? undefined;
    } catch (error) {
      this.report(error);
      return undefined;
    }
  }

  /** Tells the page and the console what went wrong. Answers it as a Failure, for showing. */
  report(error: unknown): Failure {
    const failure = toFailure(error);
    warn(this.localName, `${failure.code}: ${failure.message}`, ...(failure.code === 'unexpected' ? [error] : []));
    this.emit('alloza-error', failure);
    return failure;
  }

  /** Dispatches a typed event that leaves the shadow root. False when it was cancelled. */
  emit<Name extends keyof AllozaEvents>(name: Name, detail: AllozaEvents[Name]['detail'], cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  /** Sets or removes a custom state, which page CSS reads as `:state(name)`. */
  setState(name: string, on: boolean): void {
    try {
      this.internals.states[on ? 'add' : 'delete'](name);
    } catch {
      // Browsers before `:state()` refuse names without dashes; nothing but styling hooks is lost.
    }
  }
}

/** The events of all widgets by name. A widget's module adds its own. */
export interface AllozaEvents {
  'alloza-error': AllozaErrorEvent;
}

/** The nearest provider, also one outside of the shadow roots around the element. */
function providerOf(element: Element): Element | null {
  const found = element.closest('alloza-studio');
  const root = element.getRootNode();
  return found ?? (root instanceof ShadowRoot ? providerOf(root.host) : null);
}

declare global {
  interface HTMLElementEventMap {
    'alloza-error': AllozaErrorEvent;
  }
}
