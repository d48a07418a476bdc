import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { recordRoute } from '../app/record-route.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import type { ChangeFilter } from './change-feed.ts';
import { type Span, spans } from './days.ts';
import { activityTexts } from './texts.ts';

/** What happened in the studio, or to one record: its address holds the filters. */
export class ActivityPanel extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        block-size: 100%;
        display: block;
        overflow-y: auto;
        scrollbar-color: var(--_line) transparent;
        scrollbar-width: thin;
      }

      .page {
        display: grid;
        gap: 24px;
        margin-inline: auto;
        max-inline-size: 800px;
        padding: 40px 32px 56px;
      }

      h1 {
        letter-spacing: -0.02em;
        overflow-wrap: anywhere;
      }

      header {
        display: grid;
        gap: 4px;
      }

      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-block-start: 8px;
      }

      @media (max-width: 720px) {
        .page {
          padding: 24px 16px 40px;
        }
      }
    `,
  ];

  @state() private name = '';

  readonly language = new LanguageController(this, activityTexts);
  readonly #t = this.language.t;
  readonly #address = new StoreController(this, 'navigated');

  get #filter(): ChangeFilter {
    const { query } = this.app.navigator;
    const span = query.get('time');
    return {
      actorId: query.get('person') ?? undefined,
      resource: (query.get('kind') ?? undefined) as Schema<'ChangeResource'> | undefined,
      span: spans.includes(span as Span) ? (span as Span) : undefined,
    };
  }

  readonly #choose = (event: CustomEvent<ChangeFilter>): void => {
    const { actorId, resource, span } = event.detail;
    this.app.navigator.setQuery({ person: actorId, kind: resource, time: span });
  };

  /** The name comes with the entries; until then, or where none is left, the word alone. */
  get #heading(): string {
    return this.name ? this.#t('activity.of', { name: this.name }) : this.#t('activity.history');
  }

  override render(): TemplateResult {
    const { navigator, membership } = this.app;
    this.#address.follow(navigator);
    const subject = navigator.query.get('record') ?? '';
    const route = subject ? recordRoute(subject, membership.slug) : undefined;
    return html`<div class="page">
      <header>
        <h1>${subject ? this.#heading : this.#t('activity.title')}</h1>
        ${subject ? nothing : html`<p class="muted">${this.#t('activity.intro')}</p>`}
        ${
          subject
            ? html`<div class="links">
                ${route ? html`<a class="button small" href=${navigator.href(route)}>${icon('arrowLeft')}${this.#t('activity.back')}</a>` : nothing}
                <a class="button small quiet" href=${navigator.href({ name: 'activity', slug: membership.slug })}>${this.#t('activity.all')}</a>
              </div>`
            : nothing
        }
      </header>
      <alloza-app-changes .subject=${subject} .filter=${this.#filter} @app-filter=${this.#choose} @app-named=${(event: CustomEvent<string>) => (this.name = event.detail)}></alloza-app-changes>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-activity': ActivityPanel;
  }
}
