import { ContextProvider } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type App, appContext } from '../app/app.ts';
import { languageRoot, languageRootStyles } from '../app/language-root.ts';
import { browserPlace, followedLink, Navigator } from '../app/navigator.ts';
import { OnlineController } from '../app/online.ts';
import { forgetRecords } from '../app/recent.ts';
import { Session } from '../app/session.ts';
import { errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { base } from '../app/styles/base.ts';
import { controls } from '../app/styles/controls.ts';
import { surfaces } from '../app/styles/surfaces.ts';
import { appTokens } from '../app/styles/tokens.ts';
import { AllozaElement } from '../base/element.ts';
import { LanguageController } from '../base/language.ts';
import { StudioConnection, studioContext } from '../base/studio-context.ts';
import { app as appSkin, tokens } from '../base/tokens.styles.ts';
import { frame } from './dashboard.styles.ts';
import { globalShortcuts } from './global-shortcuts.ts';
import { Panels, type PanelTag } from './panels.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { bottomBar, type RailView, rail } from './rail.ts';
import { gone, opening, strips } from './shell.ts';
import { signOut } from './sign-in-request.ts';
import { dashboardTexts } from './texts.ts';

/**
 * The studio's whole app, on the product's own origin: sign-in, enquiries, forms and settings under one address space.
 *
 * @summary The studio's dashboard.
 * @since 0.1.0
 */
export class AllozaDashboard extends AllozaElement {
  static override styles = [tokens, appSkin, appTokens, base, controls, surfaces, languageRootStyles, frame];

  override readonly skin = 'app';

  /** The path below which the dashboard lives. */
  @property({ attribute: 'base-path' }) basePath = '/app';

  /** Offers signing in with Google; the server sets it where it can. */
  @property({ type: Boolean, attribute: 'google-sign-in' }) googleSignIn = false;

  /** Reads and writes the address; by default the browser's. Taken over when the element is connected. */
  @property({ attribute: false }) navigator?: Navigator;

  @state() private overlay?: 'palette' | 'shortcuts' | 'createStudio';
  @state() private preferences = readPreferences();

  readonly #language = new LanguageController(this, dashboardTexts);
  readonly #t = this.#language.t;
  readonly #session = new Session(
    this,
    () => this.#connection,
    () => this.navigator!,
  );
  readonly #panels = new Panels();
  readonly #appProvider = new ContextProvider(this, { context: appContext });
  readonly #studioProvider = new ContextProvider(this, { context: studioContext });
  readonly #network = new OnlineController(this);
  readonly #loaded = new StoreController(this);
  #asked = '';
  /** The palette is there at once when it is first asked for, and not in the way of the first screen. */
  #fetchAhead?: ReturnType<typeof setTimeout>;

  get #connection() {
    return { baseUrl: this.baseUrl || location.origin, fetch: this.fetch, google: this.googleSignIn };
  }

  /** For the LanguageController. */
  get preferredLocale(): string | undefined {
    return this.preferences.language;
  }

  override get appearance() {
    const accent = this.#session.app?.workspace.brand.accent;
    return { theme: this.theme ?? this.preferences.theme, ...(accent ? { accent } : {}) };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.navigator ??= new Navigator(browserPlace(), this.basePath);
    this.navigator.start();
    this.navigator.addEventListener('navigated', this.#navigated);
    this.#loaded.follow(this.#panels);
    document.addEventListener('keydown', this.#keydown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.navigator?.stop();
    this.navigator?.removeEventListener('navigated', this.#navigated);
    document.removeEventListener('keydown', this.#keydown);
    clearTimeout(this.#fetchAhead);
    this.#fetchAhead = undefined;
  }

  readonly #navigated = (): void => {
    this.overlay = undefined;
    this.requestUpdate();
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    // Also while the overlay's code is on its way: what is typed for the palette must not do something else.
    if (!this.overlay) this.#session.shortcuts.handle(event);
  };

  readonly #click = (event: MouseEvent): void => {
    const url = followedLink(event, this.basePath);
    if (!url) return;
    event.preventDefault();
    this.navigator!.go(url);
  };

  readonly #signOut = async (): Promise<void> => {
    if (!(await signOut(this.#connection))) {
      this.#session.toasts.show({ text: this.#t('problem.offline.text'), tone: 'problem' });
      return;
    }
    forgetRecords();
    this.#session.leave();
    this.navigator!.go({ name: 'auth', page: 'sign-in' });
  };

  readonly #close = (): void => {
    this.overlay = undefined;
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#followRoute();
    this.#handDown();
    document.title = this.#title();
  }

  /** Opens what the address asks for, and sends on whoever can't stay there. */
  #followRoute(): void {
    const { navigator } = this;
    const { route } = navigator!;
    if (route.name === 'auth' || route.name === 'unknown') return;
    const slug = route.name === 'home' ? undefined : route.slug;
    const { state } = this.#session;
    if (state.kind === 'signedOut') {
      const next = route.name === 'home' ? undefined : navigator!.here;
      this.#session.forget();
      this.#asked = '';
      queueMicrotask(() => navigator!.go({ name: 'auth', page: 'sign-in' }, { query: { next }, replace: true }));
      return;
    }
    if (state.kind === 'elsewhere' && slug === undefined) {
      const to = state.slug;
      queueMicrotask(() => navigator!.go({ name: 'today', slug: to }, { replace: true }));
      return;
    }
    const asking = slug ?? '/';
    if (asking === this.#asked) return;
    this.#asked = asking;
    queueMicrotask(() => this.#session.enter(slug));
  }

  readonly #retry = (): void => {
    this.#asked = '';
    this.#session.forget();
  };

  readonly #signedIn = (): void => {
    this.#retry();
  };

  /** Panels read the App; widgets of ours inside (a form's preview) read the studio's connection. */
  #handDown(): void {
    const app = this.#session.app;
    if (app === this.#appProvider.value) return;
    if (app) globalShortcuts(app, this.#t, { open: (overlay) => (this.overlay = overlay) });
    this.#appProvider.setValue(app as App);
    if (!app) return;
    this.#fetchAhead ??= setTimeout(() => this.#panels.state('alloza-app-palette'), 2000);
    const { accent, radius } = app.workspace.brand;
    const options = { session: true, workspace: app.membership.id, ...this.#connection };
    const connection = new StudioConnection(options);
    this.#studioProvider.setValue({ connection, theme: this.appearance.theme, brand: { accent, radius } });
  }

  #title(): string {
    const { route } = this.navigator!;
    const page = 'slug' in route ? this.#t(`nav.${route.name}`) : '';
    return [page, this.#session.app?.membership.name, 'Alloza'].filter(Boolean).join(' · ');
  }

  override render(): TemplateResult {
    return languageRoot(this.#language, this.#page());
  }

  #page(): TemplateResult {
    const { route } = this.navigator!;
    if (route.name === 'auth') {
      const ready = this.#panel(
        'alloza-app-auth',
        () => html`
        <alloza-app-auth
          .connection=${this.#connection}
          .navigator=${this.navigator!}
          .page=${route.page}
          .google=${this.googleSignIn}
          @app-signed-in=${this.#signedIn}
        ></alloza-app-auth>
      `,
      );
      return html`${ready}`;
    }
    const { state } = this.#session;
    if (route.name === 'unknown' || state.kind === 'unknownStudio') {
      return html`<div @click=${this.#click}>${gone(this.basePath, this.#t)}</div>`;
    }
    if (state.kind === 'failed')
      return html`<main class="alone">${errorState(state.error, this.#t, this.#retry)}</main>`;
    if (state.kind === 'noStudio') return html`<main>${this.#createStudio()}</main>`;
    return state.kind === 'open' ? this.#shell(state.app) : opening(this.#t);
  }

  #shell(app: App): TemplateResult {
    const view: RailView = {
      app,
      route: this.navigator!.route,
      t: this.#t,
      preferences: this.preferences,
      language: this.#language.language,
      openPalette: () => (this.overlay = 'palette'),
      showShortcuts: () => (this.overlay = 'shortcuts'),
      createStudio: () => (this.overlay = 'createStudio'),
      signOut: this.#signOut,
      choose: (preferences) => {
        this.preferences = preferences;
        writePreferences(preferences);
      },
    };
    return html`
      <div class="shell" @click=${this.#click}>
        <button class="skip button" @click=${() => this.renderRoot.querySelector<HTMLElement>('#main')?.focus()}>
          ${this.#t('nav.skip')}
        </button>
        ${rail(view)}
        <main class="stage" id="main" tabindex="-1">
          ${strips(app, this.#network.online, this.#t)}
          <div class="outlet">${this.#outlet()}</div>
        </main>
        ${bottomBar(view)}
      </div>
      ${this.#overlays(app)}
      <alloza-app-toaster .toasts=${app.toasts} closeLabel=${this.#t('action.dismiss')}></alloza-app-toaster>
    `;
  }

  #outlet(): TemplateResult {
    const { route } = this.navigator!;
    switch (route.name) {
      case 'leads':
        return this.#panel('alloza-leads', () => html`<alloza-leads></alloza-leads>`);
      case 'clients':
        return this.#panel('alloza-clients', () => html`<alloza-clients></alloza-clients>`);
      case 'projects':
        return this.#panel('alloza-projects', () => html`<alloza-projects></alloza-projects>`);
      case 'tasks':
        return this.#panel('alloza-app-tasks', () => html`<alloza-app-tasks></alloza-app-tasks>`);
      case 'activity':
        return this.#panel('alloza-app-activity', () => html`<alloza-app-activity></alloza-app-activity>`);
      case 'forms':
        return this.#panel(
          'alloza-app-forms',
          () => html`<alloza-app-forms .formId=${route.formId}></alloza-app-forms>`,
        );
      case 'import':
        return this.#panel('alloza-app-import', () => html`<alloza-app-import></alloza-app-import>`);
      case 'settings':
        return this.#panel('alloza-settings', () => html`<alloza-settings></alloza-settings>`);
      default:
        return this.#panel('alloza-app-today', () => html`<alloza-app-today></alloza-app-today>`);
    }
  }

  #panel(tag: PanelTag, show: () => TemplateResult): TemplateResult {
    const state = this.#panels.state(tag);
    if (state === 'ready') return show();
    if (state === 'loading') return html`<div class="waiting" aria-busy="true"></div>`;
    return errorState(state.error, this.#t, () => {
      void this.#panels.retry(tag);
      this.requestUpdate();
    });
  }

  #overlays(app: App): TemplateResult | typeof nothing {
    if (this.overlay === 'palette') {
      return this.#panel(
        'alloza-app-palette',
        () => html`<alloza-app-palette
          @app-close=${this.#close}
          @app-overlay=${(event: CustomEvent<'shortcuts'>) => (this.overlay = event.detail)}
          @app-sign-out=${this.#signOut}
        ></alloza-app-palette>`,
      );
    }
    if (this.overlay === 'shortcuts') {
      return html`<alloza-app-shortcuts .shortcuts=${app.shortcuts} @app-close=${this.#close}></alloza-app-shortcuts>`;
    }
    return this.overlay === 'createStudio' ? this.#createStudio() : nothing;
  }

  #createStudio(): TemplateResult {
    return html`<alloza-app-create-studio
      .connection=${this.#connection}
      @app-close=${this.#close}
      @app-created=${(event: CustomEvent<string>) => {
        this.overlay = undefined;
        this.#retry();
        this.navigator!.go({ name: 'today', slug: event.detail });
      }}
    ></alloza-app-create-studio>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-dashboard': AllozaDashboard;
  }
}
