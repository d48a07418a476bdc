import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../../app/app-element.ts';
import { embedCode } from '../../app/embed-code.ts';
import { selectField } from '../../app/fields.ts';
import { icon } from '../../app/icons.ts';
import { Loading } from '../../app/loading.ts';
import { bones, errorState } from '../../app/states.ts';
import { LanguageController } from '../../base/language.ts';
import type { LeadForm } from './form-draft.ts';
import { formTexts } from './texts.ts';

/** The code that puts a form on a website, with the key of choice, and the link to its hosted page. */
export class FormEmbed extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }

      .code {
        position: relative;
      }

      pre {
        background: var(--_sunken);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        direction: ltr;
        font-family: inherit;
        line-height: 18px;
        margin: 0;
        max-block-size: 340px;
        overflow: auto;
        padding: 14px;
        text-align: left;
      }

      .link {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }

      .link .input {
        flex: 1 1 220px;
        inline-size: auto;
      }
    `,
  ];

  @property({ attribute: false }) form!: LeadForm;
  /** The draft differs from what is saved. */
  @property({ type: Boolean }) dirty = false;
  @state() private chosen = '';

  readonly language = new LanguageController(this, formTexts);
  readonly #t = this.language.t;
  readonly #keys = new Loading<Schema<'ApiKey'>[]>(this, async (signal) => {
    const { items } = await this.app.api.apiKeys.list({ limit: 100 }, { signal });
    return items.filter(({ kind, revokedAt }) => kind === 'publishable' && !revokedAt);
  });

  protected override studioChanged(): void {
    if (this.may('manager')) void this.#keys.run();
  }

  #code(publishableKey: string): string {
    const { baseUrl, membership, workspace } = this.app;
    const words = {
      from: this.#t('budget.from'),
      upTo: this.#t('budget.upTo'),
      yes: this.#t('answer.yes'),
      no: this.#t('answer.no'),
    };
    const { slug } = membership;
    return embedCode({ baseUrl, slug, publishableKey, form: this.form, currency: workspace.currency, words });
  }

  override render(): TemplateResult {
    return html`
      <p class="muted">${this.#t('embed.text')}</p>
      ${this.dirty ? html`<div class="notice">${icon('info')}<div>${this.#t('embed.saveFirst')}</div></div>` : nothing}
      ${this.may('manager') ? this.#withKey() : html`<div class="notice">${icon('info')}<div>${this.#t('embed.noPermission')}</div></div>`}
      ${this.#link()}
    `;
  }

  #withKey(): TemplateResult {
    const { value, state, error } = this.#keys;
    if (!value) {
      if (state === 'error') return errorState(error, this.#t, () => void this.#keys.run());
      return bones([100, 80], this.#t);
    }
    const key = value.find(({ id }) => id === this.chosen) ?? value[0];
    if (!key?.value) {
      const { navigator, membership } = this.app;
      return html`<div class="notice warning">
        ${icon('keyRound')}
        <div>${this.#t('embed.noKey')}</div>
        <a class="button small" href=${navigator.href({ name: 'settings', slug: membership.slug, section: 'keys' })}
          >${this.#t('embed.createKey')}</a
        >
      </div>`;
    }
    const code = this.#code(key.value);
    return html`
      ${
        value.length > 1
          ? selectField({
              name: 'key',
              label: this.#t('embed.key'),
              value: key.id,
              choices: value.map(({ id, name }) => ({ value: id, label: name })),
              change: (id) => {
                this.chosen = id;
              },
            })
          : nothing
      }
      <pre class="code" tabindex="0" role="region" aria-label=${this.#t('embed.title')}>${code}</pre>
      <div>
        <alloza-app-copy
          look="primary"
          .text=${code}
          label=${this.#t('embed.copy')}
          doneLabel=${this.#t('action.copied')}
        ></alloza-app-copy>
      </div>
      <p class="meta">${this.#t('embed.noScript')}</p>
    `;
  }

  #link(): TemplateResult {
    const { membership, baseUrl } = this.app;
    const url = new URL(`/f/${membership.slug}/${this.form.id}`, baseUrl).href;
    return html`<div class="field">
      <label for="link">${this.#t('embed.link')}</label>
      <span class="hint">${this.#t('embed.linkText')}</span>
      <div class="link">
        <input class="input" id="link" readonly dir="ltr" .value=${url} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
        <alloza-app-copy look="" .text=${url} label=${this.#t('embed.copyLink')} doneLabel=${this.#t('action.copied')}></alloza-app-copy>
        <a class="button" href=${url} target="_blank" rel="noopener">${icon('externalLink')}${this.#t('embed.open')}</a>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-form-embed': FormEmbed;
  }
}
