import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import type { LiveEvent } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { bones, errorState, problemText } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { type Import, isBusy } from './import-store.ts';
import { statusPill } from './status.ts';
import { importStyles } from './styles.ts';
import { importTexts } from './texts.ts';

const pageSize = 10;
/** Events that follow each other within this time are one reason to look; milliseconds. */
const reloadDelay = 300;

interface Listed {
  readonly items: readonly Import[];
  readonly next: string | null;
}

/** What was imported before, and what somebody is importing now. */
export class PastImports extends AppElement {
  static override styles = [
    AppElement.styles,
    importStyles,
    css`
      :host {
        margin-block-start: 32px;
      }

      h2 {
        font-size: 16px;
        line-height: 24px;
        padding-block-end: 12px;
      }

      .notice {
        align-items: center;
        margin-block-end: 12px;
      }

      li:not(:last-child) {
        border-block-end: 1px solid var(--_line);
      }

      li a {
        align-items: center;
        color: inherit;
        display: flex;
        gap: 4px 14px;
        min-block-size: 56px;
        padding: 8px 16px 8px 20px;
        text-decoration: none;
      }

      li a:hover {
        background: var(--_hover);
      }

      li:first-child a {
        border-start-end-radius: var(--_radius-card);
        border-start-start-radius: var(--_radius-card);
      }

      li:last-child a {
        border-end-end-radius: var(--_radius-card);
        border-end-start-radius: var(--_radius-card);
      }

      li a > .icon {
        color: var(--_text-muted);
      }

      li div {
        flex: 1;
        min-inline-size: 0;
      }

      strong {
        display: block;
        font-weight: 600;
      }

      .none {
        padding: 20px 24px;
      }

      .more {
        display: block;
        margin: 12px auto;
      }
    `,
  ];

  @state() private older = false;

  readonly language = new LanguageController(this, importTexts);
  readonly #t = this.language.t;
  readonly #list = new Loading<Listed>(this, (signal) => this.app.api.imports.list({ limit: pageSize }, { signal }));
  #timer?: ReturnType<typeof setTimeout>;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.live.removeEventListener('event', this.#heard);
    clearTimeout(this.#timer);
  }

  protected override studioChanged(): void {
    this.app.live.addEventListener('event', this.#heard);
    void this.#list.run();
  }

  readonly #heard = (message: Event): void => {
    if (!(message as CustomEvent<LiveEvent>).detail.type.startsWith('import.')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#list.run(), reloadDelay);
  };

  readonly #more = async (): Promise<void> => {
    const { value } = this.#list;
    if (!value?.next || this.older) return;
    this.older = true;
    try {
      const { items, next } = await this.app.api.imports.list({ limit: pageSize, after: value.next });
      this.#list.set({ items: [...value.items, ...items], next });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    } finally {
      this.older = false;
    }
  };

  #href(importId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'import', slug: membership.slug, importId });
  }

  override render(): TemplateResult {
    const { value, state, error } = this.#list;
    return html`
      ${value?.items.filter(isBusy).map((found) => this.#running(found))}
      <h2>${this.#t('past.title')}</h2>
      ${
        value
          ? this.#items(value)
          : state === 'error'
            ? errorState(error, this.#t, () => void this.#list.run())
            : html`<div class="card group">${bones([60, 40], this.#t)}</div>`
      }
    `;
  }

  #running({ id, fileName: file, startedBy }: Import): TemplateResult {
    const name = startedBy?.name ?? this.#t('past.someone');
    return html`<div class="notice" role="status">
      ${icon('hourglass')}
      <div><bdi>${this.#t('past.running', { name, file })}</bdi></div>
      <a class="button small" href=${this.#href(id)}>${this.#t('past.watch')}</a>
    </div>`;
  }

  #items({ items, next }: Listed): TemplateResult {
    if (items.length === 0) return html`<p class="card none muted">${this.#t('past.empty')}</p>`;
    return html`
      <ul class="card">
        ${repeat(
          items,
          ({ id }) => id,
          (found) => this.#item(found),
        )}
      </ul>
      ${next ? html`<button class="button more" ?disabled=${this.older} @click=${this.#more}>${this.#t('past.more')}</button>` : nothing}
    `;
  }

  #item(found: Import): TemplateResult {
    const icons = { clients: 'users', leads: 'inbox', projects: 'camera' } as const;
    const { id, resource, fileName, rowCount, startedBy, createdAt } = found;
    const when = this.when(createdAt);
    const facts = [
      this.#t(`resource.${resource}`),
      this.#t('import.rows', { count: rowCount }),
      startedBy?.name ? this.#t('past.by', { when, name: startedBy.name }) : when,
    ];
    return html`<li>
      <a href=${this.#href(id)}>
        ${icon(icons[resource], 20)}
        <div>
          <strong class="clip"><bdi>${fileName}</bdi></strong>
          <span class="meta" title=${this.instant(createdAt)}>${facts.join(' · ')}</span>
        </div>
        ${statusPill(found, this.#t)}
      </a>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-past-imports': PastImports;
  }
}
