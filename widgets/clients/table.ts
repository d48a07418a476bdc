import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import { recordTableStyles } from '../app/record/table.styles.ts';
import { bones, errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import type { ClientStore } from './client-store.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

/** So many tags fit a row; the rest are counted. */
const tagsShown = 3;

/**
 * The clients as rows. The whole row opens; the name is the link for keyboard and reader. Arrow keys go from row to
 * row, Space marks one.
 *
 * @event app-select - The ids that are marked now.
 */
export class ClientTable extends AppElement {
  static override styles = [
    AppElement.styles,
    recordTableStyles,
    css`
      th.mark,
      td.mark {
        inline-size: 1px;
        padding-inline-end: 0;
      }

      .mark input {
        accent-color: var(--_accent);
        block-size: 16px;
        display: block;
        inline-size: 16px;
        margin: 0;
      }

      .mark label {
        display: block;
        margin: -12px;
        padding: 12px;
      }

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

      tr.marked td,
      tr.marked:hover td {
        background: var(--_accent-tint);
      }
    `,
  ];

  @property({ attribute: false }) store!: ClientStore;
  @property({ attribute: false }) openId?: string;
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
  }

  #href(clientId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'clients', slug: membership.slug, clientId }, Object.fromEntries(navigator.query));
  }

  #select(ids: Iterable<string>): void {
    this.dispatchEvent(new CustomEvent('app-select', { detail: new Set(ids) }));
  }

  #toggle(id: string): void {
    const { selected } = this;
    this.#select(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id]);
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const link = event.target as HTMLElement;
    if (!link.matches('td a')) return;
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('td a')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) links[links.indexOf(link) + step]?.focus();
    else if (event.key === ' ') this.#toggle(link.dataset.id!);
    else return;
    event.preventDefault();
  };

  override render(): TemplateResult {
    const { store, selected } = this;
    if (store.state === 'error' && store.ids.length === 0) {
      return errorState(store.error, this.#t, () => void store.more());
    }
    const waiting = store.state === 'loading';
    const clients = store.shown;
    const all = clients.length > 0 && clients.every(({ id }) => selected.has(id));
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.#t('clients.title')}>
        <table aria-busy=${String(waiting)}>
          <thead>
            <tr>
              <th scope="col" class="mark">
                <label>
                  <span class="only-spoken">${this.#t('bulk.selectAll')}</span>
                  <input
                    type="checkbox"
                    .checked=${live(all)}
                    .indeterminate=${live(!all && selected.size > 0)}
                    @change=${() => this.#select(all ? [] : clients.map(({ id }) => id))}
                  />
                </label>
              </th>
              <th scope="col">${this.#t('column.name')}</th>
              <th scope="col" class="minor">${this.#t('column.contact')}</th>
              <th scope="col" class="minor">${this.#t('column.tags')}</th>
              <th scope="col" class="minor amount">${this.#t('column.projects')}</th>
              <th scope="col">${this.#t('column.activity')}</th>
            </tr>
          </thead>
          <tbody @keydown=${this.#keydown}>
            ${
              waiting
                ? [1, 2, 3, 4, 5, 6].map(
                    () => html`<tr class="bone-row"><td colspan="6">${bones([60], this.#t)}</td></tr>`,
                  )
                : repeat(
                    clients,
                    ({ id }) => id,
                    (client) => this.#row(client),
                  )
            }
          </tbody>
        </table>
        ${this.#more()}
      </div>
      ${
        waiting
          ? nothing
          : html`<div class="tail numbers">
            ${this.#t(store.next ? 'clients.shownMore' : 'clients.shown', { count: clients.length })}
          </div>`
      }
    `;
  }

  #more(): TemplateResult | typeof nothing {
    const { store } = this;
    if (store.state === 'error') return errorState(store.error, this.#t, () => void store.more());
    if (!store.next) return nothing;
    return html`<button class="button small more" ?disabled=${store.state === 'more'} @click=${() => void store.more()}>
      ${this.#t('action.showMore')}
    </button>`;
  }

  #row(client: Client): TemplateResult {
    const href = this.#href(client.id);
    const marked = this.selected.has(client.id);
    const open = (event: MouseEvent): void => {
      if (!(event.target as Element).closest('a, .mark')) this.app.navigator.go(href);
    };
    const contact = client.contacts.find(({ email, phone }) => email || phone);
    const dash = html`<span class="faint">–</span>`;
    return html`
      <tr
        class=${marked ? 'marked' : ''}
        aria-selected=${ifDefined(client.id === this.openId ? 'true' : undefined)}
        @click=${open}
      >
        <td class="mark">
          <label>
            <span class="only-spoken">${this.#t('bulk.select', { name: client.displayName })}</span>
            <input type="checkbox" .checked=${live(marked)} @change=${() => this.#toggle(client.id)} />
          </label>
        </td>
        <td class="wide">
          <span class="name">
            ${icon(client.kind === 'company' ? 'building2' : 'user')}
            <a class="clip" href=${href} data-id=${client.id} dir="auto">${client.displayName}</a>
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
      </tr>
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
