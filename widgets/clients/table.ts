import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { icon } from '../app/icons.ts';
import { RecordTable } from '../app/record/table.ts';
import { LanguageController } from '../base/language.ts';
import type { ClientStore } from './client-store.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

/** So many tags fit a row; the rest are counted. */
const tagsShown = 3;

/** The clients as rows. */
export class ClientTable extends RecordTable<Client> {
  static override styles = [
    ...RecordTable.styles,
    css`
      .name {
        align-items: center;
        display: flex;
        gap: 6px;
      }

      .name .icon {
        color: var(--_text-faint);
      }

      td.wide {
        max-inline-size: 280px;
      }

      .tags {
        display: flex;
        gap: 4px;
      }

      .tags .pill {
        flex: 0 1 auto;
        min-inline-size: 0;
      }
    `,
  ];

  @property({ attribute: false }) store!: ClientStore;

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  protected override readonly words = this.#t;
  protected override readonly width = 5;

  protected override get source(): ClientStore {
    return this.store;
  }

  protected override get label(): string {
    return this.#t('clients.title');
  }

  protected override listed() {
    return this.store;
  }

  protected override recordOf(id: string): Client | undefined {
    return this.store.get(id);
  }

  protected override nameOf({ displayName }: Client): string {
    return displayName;
  }

  protected override hrefOf(clientId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'clients', slug: membership.slug, clientId }, Object.fromEntries(navigator.query));
  }

  protected override more(): void {
    void this.store.more();
  }

  protected override isFresh(): boolean {
    return false;
  }

  protected override countText(count: number, more: boolean): string {
    return this.#t(more ? 'clients.shownMore' : 'clients.shown', { count });
  }

  protected override renderHead(): TemplateResult {
    return html`
      <th scope="col">${this.#t('column.name')}</th>
      <th scope="col" class="minor">${this.#t('column.contact')}</th>
      <th scope="col" class="minor">${this.#t('column.tags')}</th>
      <th scope="col" class="minor amount">${this.#t('column.projects')}</th>
      <th scope="col">${this.#t('column.activity')}</th>
    `;
  }

  protected override renderCells(client: Client): TemplateResult {
    const contact = client.contacts.find(({ email, phone }) => email || phone);
    const dash = html`<span class="faint">–</span>`;
    return html`
      <td class="wide">
        <span class="name">
          ${icon(client.kind === 'company' ? 'building2' : 'user')}
          <a class="clip" href=${this.hrefOf(client.id)} data-id=${client.id} dir="auto">${client.displayName}</a>
          ${client.kind === 'company' ? html`<span class="only-spoken">${this.#t('kind.company')}</span>` : nothing}
        </span>
      </td>
      <td class="minor"><bdi>${contact?.email ?? contact?.phone ?? dash}</bdi></td>
      <td class="minor">${client.tags.length > 0 ? this.#tags(client.tags) : dash}</td>
      <td class="minor amount">${client.projectCount || dash}</td>
      <td>
        <time class="numbers" datetime=${client.lastActivityAt} title=${this.instant(client.lastActivityAt)}
          >${this.when(client.lastActivityAt)}</time
        >
      </td>
    `;
  }

  #tags(tags: readonly string[]): TemplateResult {
    const rest = tags.slice(tagsShown);
    return html`<span class="tags">
      ${tags.slice(0, tagsShown).map((tag) => html`<span class="pill"><bdi class="clip">${tag}</bdi></span>`)}
      ${rest.length > 0 ? html`<span class="meta" title=${rest.join(', ')}>+${rest.length}</span>` : nothing}
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-table': ClientTable;
  }
}
