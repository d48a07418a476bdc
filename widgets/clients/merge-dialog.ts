import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { textField } from '../app/fields.ts';
import { FormController } from '../app/form.ts';
import { icon } from '../app/icons.ts';
import { Loading } from '../app/loading.ts';
import { bones, problemNotice } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import type { ClientActions } from './client-actions.ts';
import { fieldValue } from './field-text.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

const searchDelay = 250;
const kinds = ['projects', 'leads', 'notes'] as const;

/**
 * Makes two clients one: finds the other, lets choose which stays, and shows what comes of it before it happens.
 *
 * @event app-close
 * @event app-merged - The id of the client that stays.
 */
export class MergeDialog extends AppElement {
  static override styles = [
    AppElement.styles,
    css`
      .preview {
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        display: grid;
        gap: 8px;
        padding: 12px;
      }

      dl {
        display: grid;
        gap: 6px 8px;
        grid-template-columns: minmax(80px, 112px) minmax(0, 1fr);
      }

      dt {
        color: var(--_text-muted);
      }

      dd {
        overflow-wrap: anywhere;
      }

      .found {
        display: grid;
        gap: 4px;
      }

      .found .button {
        justify-content: start;
        min-inline-size: 0;
      }

      .stay {
        display: grid;
        gap: 8px;
      }

      legend {
        font-weight: 500;
        margin-block-end: 6px;
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) actions!: ClientActions;
  @property({ attribute: false }) client!: Client;
  @property({ attribute: false }) other?: Client;
  @state() private swapped = false;
  @state() private q = '';

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #form = new FormController(this);
  #timer?: ReturnType<typeof setTimeout>;
  #previewed = '';

  readonly #found = new Loading<readonly Client[]>(this, async (signal) => {
    const { items } = await this.app.api.clients.list({ ...(this.q && { q: this.q }), limit: 6 }, { signal });
    return items.filter(({ id }) => id !== this.client.id);
  });

  readonly #preview = new Loading<Schema<'ClientMerge'>>(this, (signal) => {
    const { stays, goes } = this.#pair!;
    return Promise.resolve(this.app.api.clients.merge(stays.id, { otherId: goes.id, dryRun: true }, { signal }));
  });

  get #pair(): { stays: Client; goes: Client } | undefined {
    const { client, other, swapped } = this;
    if (!other) return undefined;
    return swapped ? { stays: other, goes: client } : { stays: client, goes: other };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const pair = this.#pair;
    const wanted = pair ? `${pair.stays.id} ${pair.goes.id}` : 'search';
    if (wanted === this.#previewed) return;
    this.#previewed = wanted;
    this.#preview.value = undefined;
    void (pair ? this.#preview.run() : this.#found.run());
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent('app-close'));
  };

  #search(text: string): void {
    this.q = text.trim();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#found.run(), searchDelay);
  }

  readonly #submit = (event: Event): void => {
    const { stays, goes } = this.#pair!;
    void this.#form.submit(event, {
      send: async () => {
        await this.actions.merge(stays, goes);
        this.dispatchEvent(new CustomEvent('app-merged', { detail: stays.id }));
      },
    });
  };

  override render(): TemplateResult {
    return html`
      <alloza-app-dialog
        .open=${true}
        heading=${this.#t('merge.title')}
        closeLabel=${this.#t('action.close')}
        @app-close=${this.#close}
      >
        ${this.other ? this.#compare() : this.#find()}
        <button slot="footer" class="button" @click=${this.#close}>${this.#t('action.cancel')}</button>
        <button
          slot="footer"
          class="button primary"
          ?disabled=${this.#form.busy || this.#preview.state !== 'complete'}
          @click=${this.#submit}
        >
          ${this.#t('merge.action')}
        </button>
      </alloza-app-dialog>
    `;
  }

  #find(): TemplateResult {
    const { value, state: loading } = this.#found;
    return html`<div class="form">
      ${textField({
        name: 'other',
        label: this.#t('merge.find', { name: this.client.displayName }),
        type: 'search',
        value: this.q,
        autocomplete: 'off',
        autofocus: true,
        maxLength: 200,
        input: (text) => this.#search(text),
      })}
      ${problemNotice(this.#found.error && loading === 'error' ? this.#found.error : undefined, this.#t)}
      <div class="found" role="group" aria-label=${this.#t('clients.title')}>
        ${
          value
            ? value.map(
                (one) => html`<button class="button quiet" @click=${() => (this.other = one)}>
                  ${icon(one.kind === 'company' ? 'building2' : 'user')}<span class="clip" dir="auto">${one.displayName}</span>
                  <span class="meta clip" dir="auto">${one.contacts.find(({ email }) => email)?.email ?? nothing}</span>
                </button>`,
              )
            : bones([60, 80, 40], this.#t)
        }
        ${value?.length === 0 ? html`<p class="muted" role="status">${this.#t('empty.filtered.title')}</p>` : nothing}
      </div>
    </div>`;
  }

  #compare(): TemplateResult {
    const choice = (one: Client, swapped: boolean): TemplateResult => html`<label class="check">
      <input type="radio" name="stays" .checked=${this.swapped === swapped} @change=${() => (this.swapped = swapped)} />
      <span
        ><bdi>${one.displayName}</bdi><br /><span class="meta"
          >${this.#t('sheet.created', { when: this.when(one.createdAt) })} ·
          ${this.#t('sheet.projects', { count: one.projectCount })}</span
        ></span
      >
    </label>`;
    return html`<div class="form">
      ${problemNotice(this.#form.problem ?? (this.#preview.state === 'error' ? this.#preview.error : undefined), this.#t)}
      <fieldset class="stay">
        <legend>${this.#t('merge.stays')}</legend>
        ${choice(this.client, false)} ${choice(this.other!, true)}
      </fieldset>
      ${this.#outcome()}
    </div>`;
  }

  #outcome(): TemplateResult | typeof nothing {
    if (this.#preview.state === 'error') return nothing;
    const preview = this.#preview.value;
    if (!preview) return html`<div class="preview">${bones([40, 80, 60], this.#t)}</div>`;
    const { client, other, moved } = preview;
    const counted = moved.map(({ resource, count }) => {
      const known = kinds.find((kind) => kind === resource);
      return known ? this.#t(`moved.${known}`, { count }) : this.#t('moved.other', { count });
    });
    return html`<div class="preview" role="status">
      <h3 dir="auto">${this.#t('merge.outcome', { name: client.displayName })}</h3>
      <dl>
        <dt>${this.#t('sheet.contacts')}</dt>
        <dd>${client.contacts.map((one) => html`<p dir="auto">${fieldValue('contacts', [one], this.#t)}</p>`)}</dd>
        <dt>${this.#t('column.tags')}</dt>
        <dd dir="auto">${fieldValue('tags', client.tags, this.#t)}</dd>
        <dt>${this.#t('merge.moves')}</dt>
        <dd>${counted.length > 0 ? new Intl.ListFormat(this.locale).format(counted) : this.#t('merge.nothing')}</dd>
      </dl>
      <p class="muted">${this.#t('merge.goes', { name: other.displayName })}</p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-merge-clients': MergeDialog;
  }
}
