import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { selectInput } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { RecordFields } from '../app/record/fields.ts';
import { LanguageController } from '../base/language.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

export type ClientPatch = Schema<'ClientPatch'>;

type Channel = keyof Client['consents'];

/** What a client is: kind, tags, where from, and what the studio may send. Saved when a field is left. */
export class ClientFields extends RecordFields<Client, ClientPatch> {
  static override styles = [
    ...[RecordFields.styles].flat(),
    css`
      .tags {
        align-items: center;
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        min-block-size: 32px;
      }

      .tags .pill {
        padding-inline-end: 2px;
      }

      .tags .pill button {
        background: none;
        block-size: 20px;
        border: 0;
        border-radius: 999px;
        cursor: pointer;
        display: inline-flex;
        inline-size: 20px;
        align-items: center;
        justify-content: center;
        padding: 0;
      }

      .tags .pill button:hover {
        background: var(--_line);
      }

      .property .tags .input {
        flex: 1 1 90px;
        margin: 0;
      }

      .select .input:not(:hover) {
        border-color: transparent;
      }

      .consent .meta {
        padding-block-end: 6px;
      }
    `,
  ];

  /** Tags in use, offered while typing. */
  @property({ attribute: false }) tags: readonly string[] = [];

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;

  override render(): TemplateResult {
    const { shown: client } = this.editor;
    return html`
      <datalist id="known">
        ${this.tags.filter((tag) => !client.tags.includes(tag)).map((tag) => html`<option value=${tag}></option>`)}
      </datalist>
      <section class="group">
        <h3>${this.#t('sheet.about')}</h3>
        ${this.row(
          'kind',
          this.#t('clients.kind'),
          selectInput({
            name: 'kind',
            label: this.#t('clients.kind'),
            value: client.kind,
            choices: [
              { value: 'person', label: this.#t('kind.person') },
              { value: 'company', label: this.#t('kind.company') },
            ],
            change: (kind) => this.save('kind', kind),
          }),
        )}
        ${this.row('tags', this.#t('column.tags'), this.#tagList(client.tags))}
        ${this.row(
          'source',
          this.#t('client.source'),
          html`<input
            class="input"
            id="source"
            dir="auto"
            autocomplete="off"
            maxlength="200"
            placeholder=${this.#t('sheet.empty')}
            .value=${live(this.typed('source') ?? client.source ?? '')}
            @change=${(event: Event) => this.save('source', (event.target as HTMLInputElement).value.trim() || null)}
          />`,
        )}
      </section>
      <section class="group">
        <h3>${this.#t('sheet.consents')}</h3>
        ${this.#consent('email')} ${this.#consent('sms')}
      </section>
    `;
  }

  #tagList(tags: readonly string[]): TemplateResult {
    return html`<div class="tags">
      ${tags.map(
        (tag) => html`<span class="pill"
          ><bdi class="clip">${tag}</bdi
          ><button
            aria-label=${this.#t('client.removeTag', { tag })}
            @click=${() => this.#saveTags(tags.filter((one) => one !== tag))}
          >
            ${icon('x')}
          </button></span
        >`,
      )}
      <input
        class="input"
        id="tags"
        list="known"
        dir="auto"
        autocomplete="off"
        maxlength="60"
        placeholder=${this.#t('client.addTag')}
        .value=${live(this.typed('tags') ?? '')}
        @keydown=${this.#tagKey}
        @change=${(event: Event) => this.#addTag(event.target as HTMLInputElement)}
      />
    </div>`;
  }

  /** Comma and Enter end a tag; Backspace in the empty field takes the last one back. */
  readonly #tagKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    const { tags } = this.editor.shown;
    if (event.key === ',' || event.key === 'Enter') {
      event.preventDefault();
      this.#addTag(input);
    } else if (event.key === 'Backspace' && input.value === '' && tags.length > 0) {
      event.preventDefault();
      this.#saveTags(tags.slice(0, -1));
    }
  };

  #addTag(input: HTMLInputElement): void {
    const tag = input.value.trim();
    input.value = '';
    const { tags } = this.editor.shown;
    if (tag && !tags.includes(tag)) this.#saveTags([...tags, tag]);
    this.requestUpdate();
  }

  #saveTags(tags: readonly string[]): void {
    this.save('tags', tags);
  }

  #consent(channel: Channel): TemplateResult {
    const consent = this.editor.shown.consents[channel];
    const value = consent ? (consent.given ? 'given' : 'withdrawn') : 'unknown';
    const change = (answer: string): void => {
      if (answer === 'unknown') return;
      const given = answer === 'given';
      const noted = { given, at: new Date(this.app.now()).toISOString(), source: 'staff', textVersion: null } as const;
      const shown = { consents: { ...this.editor.shown.consents, [channel]: noted } };
      this.save('consents', { [channel]: given }, { control: channel, shown });
    };
    const asked = (answer: string) => ({ value: answer, label: this.#t(`consent.${answer as 'given' | 'withdrawn'}`) });
    return html`<div class="consent">
      ${this.row(
        channel,
        this.#t(`consent.${channel}`),
        selectInput({
          name: channel,
          label: this.#t(`consent.${channel}`),
          value,
          choices: [
            ...(consent ? [] : [{ value: 'unknown', label: this.#t('consent.unknown') }]),
            ...['given', 'withdrawn'].map(asked),
          ],
          change,
        }),
        'consents',
      )}
      ${
        consent
          ? html`<p class="meta">
            ${this.#t(`consent.by.${consent.source}`, { when: this.instant(consent.at) })}
            ${consent.textVersion === null ? nothing : this.#t('consent.version', { version: consent.textVersion })}
          </p>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-fields': ClientFields;
  }
}
