import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { emptyState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { ImportStore } from './import-store.ts';
import { importTexts } from './texts.ts';

/** The place of imports: a new one, or the one that the address names. */
export class ImportPanel extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        block-size: 100%;
        display: block;
        min-block-size: 0;
      }

      .scroll {
        block-size: 100%;
        scroll-padding-block-end: 96px;
      }

      .scroll:focus-visible {
        outline-offset: -2px;
      }

      .content {
        margin-inline: auto;
        max-inline-size: 1040px;
        padding: 24px 32px 56px;
      }

      .back {
        margin-block-end: 8px;
        margin-inline-start: -8px;
      }

      header {
        padding-block-end: 24px;
      }

      h1 {
        font-size: 20px;
        line-height: 28px;
      }

      header p {
        color: var(--_text-muted);
        padding-block-start: 2px;
        text-wrap: pretty;
      }

      @media (max-width: 720px) {
        .content {
          padding: 16px 16px 40px;
        }

        header {
          padding-block-end: 16px;
        }
      }
    `,
  ];

  @state() private store?: ImportStore;

  readonly language = new LanguageController(this, importTexts);
  readonly #t = this.language.t;
  readonly #places = new StoreController(this, 'navigated');

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override studioChanged(): void {
    this.#leave();
    this.#places.follow(this.app.navigator);
  }

  #leave(): void {
    this.store?.stop();
    this.store = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { route } = this.app.navigator;
    const id = route.name === 'import' ? route.importId : undefined;
    if (id === this.store?.id || !this.may('manager')) return;
    this.#leave();
    if (!id) return;
    this.store = new ImportStore(this.app, id);
    this.store.start();
  }

  override render(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.#t('import.title')}>
      <div class="content">${this.#content()}</div>
    </div>`;
  }

  #content(): TemplateResult {
    const { navigator, membership } = this.app;
    if (!this.may('manager')) {
      const title = this.#t('problem.forbidden.title');
      return emptyState({ icon: 'shieldOff', title, text: this.#t('problem.forbidden.text') });
    }
    const { store } = this;
    const back = html`<a class="button quiet small back" href=${navigator.href({ name: 'import', slug: membership.slug })}
      >${icon('arrowLeft')}${this.#t('import.back')}</a
    >`;
    return html`
      ${store ? back : nothing}
      ${
        store
          ? html`<alloza-import-page .store=${store}></alloza-import-page>`
          : html`<header>
              <h1>${this.#t('import.title')}</h1>
              <p>${this.#t('import.text')}</p>
            </header>
            <alloza-import-start></alloza-import-start>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-import': ImportPanel;
  }
}
