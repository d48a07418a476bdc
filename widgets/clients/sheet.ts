import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { FieldWords } from '../app/record/conflict.ts';
import type { EditorApi, RecordEditor } from '../app/record/editor.ts';
import { RecordSheet } from '../app/record/sheet.ts';
import type { EntryView, LoadTimeline } from '../app/record/timeline.ts';
import type { Route } from '../app/routes.ts';
import { LanguageController } from '../base/language.ts';
import type { ClientActions } from './client-actions.ts';
import type { ClientPatch } from './client-fields.ts';
import type { ClientStore } from './client-store.ts';
import { fieldValue } from './field-text.ts';
import { type ClientText, clientTexts } from './texts.ts';
import { describeEntry } from './timeline-text.ts';
import type { Client } from './view.ts';

type Editor = RecordEditor<Client, ClientPatch>;

const labels: Partial<Record<string, ClientText>> = {
  displayName: 'column.name',
  kind: 'clients.kind',
  tags: 'column.tags',
  source: 'client.source',
  contacts: 'sheet.contacts',
  addresses: 'sheet.addresses',
  consents: 'sheet.consents',
};

/**
 * One client beside the list.
 *
 * @event app-merge - `{ client, other? }`: the two that shall become one.
 */
export class ClientSheet extends RecordSheet<Client, ClientPatch> {
  @property({ attribute: false }) store!: ClientStore;
  @property({ attribute: false }) actions!: ClientActions;

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;

  protected override readonly words: FieldWords<Client, ClientPatch> = {
    t: this.#t,
    label: (field) => this.#t(labels[field] ?? 'timeline.other'),
    value: (field, value) => fieldValue(field, value, this.#t),
  };

  protected override get neighbours() {
    return { previous: this.#t('sheet.previous'), next: this.#t('sheet.next') };
  }

  protected override records(): EditorApi<Client, ClientPatch> {
    return this.app.api.clients;
  }

  protected override nameOf({ displayName }: Client): string {
    return displayName;
  }

  protected override routeOf(clientId: string): Route {
    return { name: 'clients', slug: this.app.membership.slug, clientId };
  }

  protected override menuOf(client: Client): MenuItem[] {
    const link = this.copyLinkItem;
    if (client.deletedAt) return [link];
    const remove = async (): Promise<void> => {
      if (await this.actions.remove([client])) this.send('app-close');
    };
    const merge: MenuItem = {
      label: this.#t('merge.with'),
      icon: 'merge',
      run: () => this.send('app-merge', { client }),
    };
    return [
      link,
      ...(this.may('manager') ? [merge] : []),
      { label: this.#t('action.delete'), icon: 'trash2', tone: 'danger', divided: true, run: () => void remove() },
    ];
  }

  protected override renderHead(client: Client, editor: Editor): TemplateResult {
    const { projectCount, createdAt } = client;
    return html`
      ${this.nameField(editor, 'displayName', this.#t('column.name'), 160)}
      <div class="where">
        <time datetime=${createdAt} title=${this.instant(createdAt)}
          >${this.#t('sheet.created', { when: this.when(createdAt) })}</time
        >
        <span>${this.#t('sheet.projects', { count: projectCount })}</span>
      </div>
      ${client.deletedAt ? this.#deleted(client) : this.#reach(client)}
    `;
  }

  /** The first thing one does with a client: writing or calling. */
  #reach({ contacts }: Client): TemplateResult | typeof nothing {
    const email = contacts.find((one) => one.email)?.email;
    const phone = contacts.find((one) => one.phone)?.phone;
    if (!email && !phone) return nothing;
    return html`<div class="row">
      ${
        email
          ? html`<a class="button primary" href="mailto:${encodeURIComponent(email).replaceAll('%40', '@')}"
            >${icon('mail')}${this.#t('sheet.mail')}</a
          >`
          : nothing
      }
      ${phone ? html`<a class="button" href="tel:${phone}">${icon('phone')}${this.#t('sheet.call')}</a>` : nothing}
    </div>`;
  }

  #deleted(client: Client): TemplateResult {
    const { mergedIntoId } = client;
    const { navigator } = this.app;
    return html`<div class="notice warning">
      ${icon(mergedIntoId ? 'merge' : 'trash2')}
      <div>${this.#t(mergedIntoId ? 'sheet.mergedAway' : 'sheet.deleted')}</div>
      ${
        mergedIntoId
          ? html`<a class="button small" href=${navigator.href(this.routeOf(mergedIntoId))}>${this.#t('sheet.survivor')}</a>`
          : html`<button class="button small" @click=${() => void this.actions.restore([client])}>
            ${this.#t('action.restore')}
          </button>`
      }
    </div>`;
  }

  protected override renderBody(client: Client, editor: Editor): TemplateResult {
    return html`
      <div class="side">
        ${
          client.deletedAt
            ? nothing
            : html`<alloza-client-duplicates .client=${client} ?may-merge=${this.may('manager')}></alloza-client-duplicates>`
        }
        <alloza-client-entries list="contacts" .editor=${editor}></alloza-client-entries>
        <alloza-client-fields .editor=${editor} .tags=${this.store.tags.map(({ tag }) => tag)}></alloza-client-fields>
        <alloza-client-entries list="addresses" .editor=${editor}></alloza-client-entries>
      </div>
      <alloza-app-timeline
        .subject=${client.id}
        .version=${client.version}
        .load=${this.#load}
        .describe=${this.#describe}
      ></alloza-app-timeline>
    `;
  }

  readonly #load: LoadTimeline = (id, page, options) => this.app.api.clients.timeline(id, page, options);

  readonly #describe = (entry: Parameters<typeof describeEntry>[0]): EntryView =>
    describeEntry(entry, { t: this.#t, locale: this.locale, clientId: this.recordId });
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-sheet': ClientSheet;
  }
}
