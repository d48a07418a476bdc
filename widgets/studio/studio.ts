import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { type Studio, StudioConnection, type StudioOptions, studioContext } from '../base/studio-context.ts';
import type { Theme } from '../base/theme.ts';
import { version } from '../base/version.ts';

/**
 * @summary Gives all widgets inside it one connection to a studio, its brand, language and theme.
 * @slot - Anything; widgets in it need no attributes of their own.
 * @since 0.1.0
 */
export class AllozaStudio extends LitElement {
  static readonly version = version;

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties = {
    publishableKey: { attribute: 'publishable-key' },
    baseUrl: { attribute: 'base-url' },
    locale: {},
    theme: {},
    debug: { type: Boolean },
    session: { type: Boolean },
    workspace: {},
    fetch: { attribute: false },
    brand: { state: true },
  };

  /** The studio's publishable key, `pk_live_...` or `pk_test_...`. */
  declare publishableKey?: string;

  /** Where the API is, if not at the origin of the script. */
  declare baseUrl?: string;

  /** BCP 47 language, for pages without `lang`. */
  declare locale?: string;

  /** `light`, `dark` or `auto`, which follows the page. */
  declare theme?: Theme;

  /** Looks for mistakes in how the widgets are embedded and writes what it finds to the console. */
  declare debug?: boolean;

  /** The product's own pages: sign in by the session cookie instead of a key. */
  declare session?: boolean;

  /** With `session`: slug or id of the workspace. */
  declare workspace?: string;

  /** Sends the requests in place of the browser's own `fetch`. */
  declare fetch?: StudioOptions['fetch'];

  declare private brand?: Studio['brand'];
  #connection?: StudioConnection;
  readonly #provider = new ContextProvider(this, { context: studioContext });

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { publishableKey, session, workspace, baseUrl, fetch, locale, theme } = this;
    const identity = ['publishableKey', 'session', 'workspace', 'baseUrl', 'fetch'] as const;
    if (!this.#connection || identity.some((name) => changed.has(name))) {
      this.#connection = new StudioConnection({ publishableKey, session, workspace, baseUrl, fetch });
      void this.#loadBrand(this.#connection);
    }
    this.#provider.setValue({ connection: this.#connection, locale, theme, brand: this.brand });
    if (this.debug && changed.has('debug')) void this.#examine();
  }

  /** Widgets that need more of the studio than its looks ask themselves and report what goes wrong. */
  async #loadBrand(connection: StudioConnection): Promise<void> {
    if (!this.publishableKey && !(this.session && this.workspace)) return;
    const brand = await connection.workspace().then(
      ({ brand }) => brand,
      () => undefined,
    );
    if (connection === this.#connection) this.brand = brand;
  }

  async #examine(): Promise<void> {
    const { examine } = await import('./doctor.ts');
    await examine(this, this.#connection!);
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-studio': AllozaStudio;
  }
}
