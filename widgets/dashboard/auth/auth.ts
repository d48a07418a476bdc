import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Connection } from '../../app/api.ts';
import type { Navigator } from '../../app/navigator.ts';
import type { AuthPage } from '../../app/routes.ts';

/** The page before sign-in that the address asks for. `app-signed-in` passes through from the pages that sign in. */
export class AuthScreen extends LitElement {
  @property({ attribute: false }) connection!: Connection;
  @property({ attribute: false }) navigator!: Navigator;
  @property() page: AuthPage = 'sign-in';
  @property({ type: Boolean }) google = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.navigator.addEventListener('navigated', this.#navigated);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.navigator.removeEventListener('navigated', this.#navigated);
  }

  readonly #navigated = (): void => this.requestUpdate();

  readonly #signedIn = (): void => {
    this.dispatchEvent(new CustomEvent('app-signed-in'));
  };

  /** Another link of a mail, opened in the same tab, changes nothing but what stands behind `#`: it gets a page anew. */
  override render(): unknown {
    return keyed(this.navigator.place.url.hash, this.#page());
  }

  #page(): TemplateResult {
    const { connection, navigator, google } = this;
    switch (this.page) {
      case 'register':
        return html`<alloza-app-register
          .connection=${connection}
          .navigator=${navigator}
          .google=${google}
        ></alloza-app-register>`;
      case 'verify-email':
        return html`<alloza-app-verify-email
          .connection=${connection}
          .navigator=${navigator}
          @app-signed-in=${this.#signedIn}
        ></alloza-app-verify-email>`;
      case 'forgot-password':
        return html`<alloza-app-forgot-password
          .connection=${connection}
          .navigator=${navigator}
        ></alloza-app-forgot-password>`;
      case 'reset-password':
        return html`<alloza-app-reset-password
          .connection=${connection}
          .navigator=${navigator}
        ></alloza-app-reset-password>`;
      case 'confirm-email':
        return html`<alloza-app-confirm-email
          .connection=${connection}
          .navigator=${navigator}
          @app-signed-in=${this.#signedIn}
        ></alloza-app-confirm-email>`;
      case 'join':
        return html`<alloza-app-join
          .connection=${connection}
          .navigator=${navigator}
          .google=${google}
          @app-signed-in=${this.#signedIn}
        ></alloza-app-join>`;
      default:
        return html`<alloza-app-sign-in
          .connection=${connection}
          .navigator=${navigator}
          .google=${google}
          @app-signed-in=${this.#signedIn}
        ></alloza-app-sign-in>`;
    }
  }
}
