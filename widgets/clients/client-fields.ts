import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { selectInput } from '../app/fields.ts';
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
        ${this.row('tags', this.#t('column.tags'), this.tagList(client.tags, this.tags))}
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
