import { ContextConsumer, ContextProvider } from '@lit/context';
import { css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AllozaElement } from '../base/element.ts';
import { app as appSkin, tokens } from '../base/tokens.styles.ts';
import { type App, appContext } from './app.ts';
import { languageRoot, languageRootStyles } from './language-root.ts';
import { followedLink, memoryPlace, Navigator } from './navigator.ts';
import { Session } from './session.ts';
import { errorState } from './states.ts';
import type { CommonText } from './strings/common.ts';
import { base } from './styles/base.ts';
import { controls } from './styles/controls.ts';
import { surfaces } from './styles/surfaces.ts';
import { appTokens } from './styles/tokens.ts';

/**
 * A panel of the dashboard as an element of its own. Inside `<alloza-dashboard>` it shares that one's session; alone
 * (on the product's own origin) it opens the studio that `workspace` names and keeps its address to itself.
 */
export abstract class AppPanel extends AllozaElement {
  static override styles = [
    tokens,
    appSkin,
    appTokens,
    base,
    controls,
    surfaces,
    languageRootStyles,
    css`
      :host {
        background: var(--_surface);
      }
    `,
  ];

  override readonly skin = 'app';

  /** The studio's slug. Not needed inside `<alloza-dashboard>` and inside an `<alloza-studio>` with a session. */
  @property() workspace = '';

  readonly #given = new ContextConsumer(this, { context: appContext, subscribe: true });
  #own?: { session: Session; navigator: Navigator; provider: ContextProvider<typeof appContext> };

  /** The place where the panel is, for one that stands alone. */
  protected abstract readonly home: 'leads' | 'clients' | 'projects' | 'settings';
  protected abstract readonly language: {
    readonly locale: string;
    readonly dir: 'ltr' | 'rtl';
    readonly t: (key: CommonText) => string;
  };
  protected abstract renderPanel(app: App): TemplateResult;

  get #alone() {
    if (this.#own) return this.#own;
    const options = this.studio?.connection.options;
    const slug = this.workspace || options?.workspace;
    if (!slug) return undefined;
    const connection = { baseUrl: this.baseUrl || options?.baseUrl || location.origin, fetch: this.fetch };
    const navigator = new Navigator(memoryPlace(`/app/${slug}/${this.home}`));
    navigator.addEventListener('navigated', () => this.requestUpdate());
    // Its links and keys are its own: they move the panel, not the page around it.
    this.addEventListener('click', (event) => {
      const url = followedLink(event, navigator.base);
      if (!url) return;
      event.preventDefault();
      navigator.go(url);
    });
    this.addEventListener('keydown', (event) => session.shortcuts.handle(event));
    const session = new Session(
      this,
      () => connection,
      () => navigator,
    );
    this.#own = { session, navigator, provider: new ContextProvider(this, { context: appContext }) };
    void session.enter(slug);
    return this.#own;
  }

  override render(): TemplateResult {
    return languageRoot(this.language, this.#content());
  }

  #content(): TemplateResult {
    if (this.#given.value) return this.renderPanel(this.#given.value);
    const alone = this.#alone;
    const state = alone?.session.state;
    if (!alone || !state || state.kind === 'opening') return html`<div aria-busy="true"></div>`;
    if (state.kind === 'open') {
      if (alone.provider.value !== state.app) alone.provider.setValue(state.app);
      return html`${this.renderPanel(state.app)}<alloza-app-toaster .toasts=${state.app.toasts}></alloza-app-toaster>`;
    }
    const error = state.kind === 'failed' ? state.error : undefined;
    return errorState(error, this.language.t, () => alone.session.forget());
  }
}
