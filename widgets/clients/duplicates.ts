import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { LanguageController } from '../base/language.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

/**
 * Clients that look like the same person. Says nothing where there are none, or where it can't be told.
 *
 * @event app-merge - `{ client, other }`, composed.
 */
export class ClientDuplicates extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }

      :host(:empty) {
        display: contents;
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  @property({ type: Boolean, attribute: 'may-merge' }) mayMerge = false;

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #pairs = new Loading<readonly Schema<'ClientDuplicate'>[]>(this, async (signal) => {
    const { items } = await this.app.api.clients.duplicates({ clientId: this.client.id, limit: 5 }, { signal });
    return items;
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('client') as Client | undefined;
    if (!changed.has('client') || (before?.id === this.client.id && before.version === this.client.version)) return;
    if (before?.id !== this.client.id) this.#pairs.value = undefined;
    void this.#pairs.run();
  }

  override render(): TemplateResult {
    return html`${(this.#pairs.value ?? []).map((pair) => this.#pair(pair))}`;
  }

  #pair({ clients, reasons }: Schema<'ClientDuplicate'>): TemplateResult {
    const { client } = this;
    const other = clients.find(({ id }) => id !== client.id)!;
    const compare = (): void => {
      const detail = { client, other };
      this.dispatchEvent(new CustomEvent('app-merge', { detail, bubbles: true, composed: true }));
    };
    const { navigator, membership } = this.app;
    const href = navigator.href({ name: 'clients', slug: membership.slug, clientId: other.id });
    return html`<div class="notice duplicate">
      ${icon('users')}
      <div>
        ${this.#t('duplicate.text')} <a href=${href}><bdi>${other.displayName}</bdi></a>
        <p class="meta">${reasons.map((reason) => this.#t(`duplicate.${reason}`)).join(', ')}</p>
      </div>
      ${
        this.mayMerge
          ? html`<button class="button small" @click=${compare}>${this.#t('duplicate.compare')}</button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-duplicates': ClientDuplicates;
  }
}
