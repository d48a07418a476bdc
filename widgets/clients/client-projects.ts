import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { LanguageController } from '../base/language.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

/** So many jobs are shown; the rest are counted. */
const most = 10;

/** The jobs of a client, the newest first. Says nothing where there are none. */
export class ClientProjects extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: contents;
      }

      section {
        display: grid;
        gap: 6px;
      }

      h3 {
        color: var(--_text-muted);
        font-size: 12px;
        font-weight: 500;
      }

      a {
        align-items: center;
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        color: inherit;
        display: flex;
        gap: 8px;
        min-block-size: 40px;
        padding: 4px 12px;
        text-decoration: none;
      }

      a:hover {
        background: var(--_hover);
      }

      a .icon {
        color: var(--_text-faint);
        flex: none;
      }

      a time {
        margin-inline-start: auto;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;

  readonly language = new LanguageController(this, clientTexts);
  readonly #projects = new Loading<readonly Schema<'Project'>[]>(this, async (signal) => {
    const { items } = await this.app.api.projects.list({ clientId: this.client.id, limit: most }, { signal });
    return items;
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('client') as Client | undefined;
    const { id, projectCount } = this.client;
    if (!changed.has('client') || (before?.id === id && before.projectCount === projectCount)) return;
    if (before?.id !== id) this.#projects.value = undefined;
    if (projectCount > 0) void this.#projects.run();
  }

  override render(): TemplateResult | typeof nothing {
    const projects = this.#projects.value ?? [];
    if (projects.length === 0 || this.client.projectCount === 0) return nothing;
    const { navigator, membership } = this.app;
    const rest = this.client.projectCount - projects.length;
    return html`<section>
      <h3>${this.language.t('column.projects')}</h3>
      ${projects.map(
        ({ id, title, mainDate }) => html`<a
          href=${navigator.href({ name: 'projects', slug: membership.slug, projectId: id })}
          >${icon('camera')}<span class="clip" dir="auto">${title}</span>${
            mainDate ? html`<time class="meta numbers" datetime=${mainDate}>${this.date(mainDate)}</time>` : nothing
          }</a
        >`,
      )}
      ${rest > 0 ? html`<p class="meta">+${rest}</p>` : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-projects': ClientProjects;
  }
}
