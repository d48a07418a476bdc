import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { formatNumber } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import { bones, problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { boardStyles } from './board.styles.ts';
import { isFiltered, type Lead, positionIn } from './board-state.ts';
import { boardSkeleton, cardContent, type Reading } from './card.ts';
import { Drag } from './drag.ts';
import type { LeadStore } from './lead-store.ts';
import { leadTexts } from './texts.ts';

/** What a card can be dropped on besides a stage. */
export const closings = ['won', 'lost', 'spam'] as const;
export type Closing = (typeof closings)[number];

const closingIcons: Record<Closing, IconName> = { won: 'trophy', lost: 'circleX', spam: 'ban' };

export type MoveWish = CustomEvent<{ lead: Lead; to: string }>;

/**
 * The open leads in columns by stage. Cards are moved by pointer, finger or keyboard; a stage is the only choice, as
 * within it leads stand by the time they came in.
 *
 * @event app-move - `{ lead, to }`: `to` is a stage's id or a closing.
 */
export class LeadBoard extends AppElement {
  static override styles = [AppElement.styles, boardStyles];

  @property({ attribute: false }) store!: LeadStore;
  /** The lead whose sheet is open. */
  @property({ attribute: false }) openId?: string;
  @state() private activeId?: string;
  @state() private said = '';
  @query('.ghost') private ghost?: HTMLElement;
  @query('.board') private board!: HTMLElement;

  readonly language = new LanguageController(this, leadTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  readonly #drag = new Drag(this, {
    at: (x, y) => this.#targetAt(x, y),
    drop: (id, over) => this.#drop(id, over),
    nudge: (x) => this.#nudge(x),
  });
  #refocus = false;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
    const { leads, lists } = this.store.board;
    const shown = [...lists.values()].flatMap(({ ids }) => ids);
    if (!this.activeId || !shown.includes(this.activeId)) this.activeId = shown[0];
    if (this.#drag.state && !leads.has(this.#drag.state.id)) this.#drag.cancel();
  }

  protected override updated(): void {
    const { state } = this.#drag;
    if (state && this.ghost) {
      this.ghost.style.setProperty('translate', `${state.x}px ${state.y}px`);
      this.ghost.style.setProperty('width', `${state.width}px`);
    }
    if (this.#refocus) {
      this.#refocus = false;
      this.#focusCard(this.activeId);
    }
  }

  get #stages() {
    return this.store.pipeline?.stages ?? [];
  }

  get #targets(): string[] {
    return [...this.#stages.map(({ id }) => id), ...closings];
  }

  #placeName(target: string): string {
    const stage = this.#stages.find(({ id }) => id === target);
    return stage ? stage.name : this.#t(`status.${target as Closing}`);
  }

  #focusCard(id: string | undefined): void {
    if (id) this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  #drop(id: string, over: string): void {
    const lead = this.store.board.leads.get(id);
    if (!lead) return;
    this.activeId = id;
    this.dispatchEvent(new CustomEvent('app-move', { bubbles: true, detail: { lead, to: over } }));
  }

  #targetAt(x: number, y: number): string | undefined {
    const elements = (this.renderRoot as ShadowRoot).elementsFromPoint(x, y);
    const found = elements.map((element) => element.closest<HTMLElement>('[data-target]')).find(Boolean);
    return found?.dataset.target;
  }

  #nudge(x: number): void {
    const box = this.board.getBoundingClientRect();
    if (x < box.left + 48) this.board.scrollBy(-16, 0);
    else if (x > box.right - 48) this.board.scrollBy(16, 0);
  }

  readonly #press = (event: PointerEvent): void => {
    const card = (event.target as Element).closest<HTMLElement>('.card');
    const column = card?.closest<HTMLElement>('[data-target]');
    if (card?.dataset.id && column?.dataset.target)
      this.#drag.press(event, card, card.dataset.id, column.dataset.target);
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('.card')?.dataset.id;
    const lead = id ? this.store.board.leads.get(id) : undefined;
    if (!lead || event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = this.#drag.state ? this.#carry(event.key, lead) : this.#walk(event.key, lead);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A key while a card is picked up. */
  #carry(key: string, lead: Lead): boolean {
    const { over } = this.#drag.state!;
    const targets = this.#targets;
    const forward = this.rtl ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.rtl ? 'ArrowRight' : 'ArrowLeft';
    if (key === forward || key === backward) {
      const index = targets.indexOf(over) + (key === forward ? 1 : -1);
      const next = targets[index];
      if (next) this.#hover(next, lead);
    } else if (key === ' ' || key === 'Enter') {
      this.#drag.cancel();
      this.#refocus = true;
      if (over === lead.stageId) this.#say('drag.cancelled', lead, over);
      else {
        this.#say('drag.dropped', lead, over);
        this.#drop(lead.id, over);
      }
    } else if (key === 'Escape' || key === 'Tab') {
      this.#drag.cancel();
      this.#say('drag.cancelled', lead, lead.stageId);
      return key === 'Escape';
    } else return key.startsWith('Arrow');
    return true;
  }

  #hover(target: string, lead: Lead): void {
    this.#drag.hover(target);
    const list = this.store.board.lists.get(target);
    const place = this.#placeName(target);
    if (!list) this.said = this.#t('drag.overClose', { place });
    else {
      const position = positionIn(list, lead, this.store.board.leads, this.store.view!.order) + 1;
      this.said = this.#t('drag.over', { place, position });
    }
    this.renderRoot
      .querySelector(`[data-target="${CSS.escape(target)}"]`)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  #say(key: 'drag.picked' | 'drag.dropped' | 'drag.cancelled', lead: Lead, target: string): void {
    this.said = this.#t(key, { name: lead.name, place: this.#placeName(target) });
  }

  /** A key that goes from card to card, or picks one up. */
  #walk(key: string, lead: Lead): boolean {
    if (key === ' ') {
      this.#drag.pick(lead.id, lead.stageId);
      this.#say('drag.picked', lead, lead.stageId);
      return true;
    }
    const columns = this.#stages.map(({ id }) => this.store.board.lists.get(id)?.ids ?? []);
    const column = columns.findIndex((ids) => ids.includes(lead.id));
    const row = columns[column]?.indexOf(lead.id) ?? 0;
    const sideways = { ArrowRight: this.rtl ? -1 : 1, ArrowLeft: this.rtl ? 1 : -1 }[key];
    const next =
      sideways !== undefined
        ? this.#beside(columns, column, row, sideways)
        : {
            ArrowDown: columns[column]?.[row + 1],
            ArrowUp: columns[column]?.[row - 1],
            Home: columns[column]?.[0],
            End: columns[column]?.at(-1),
          }[key];
    if (next) {
      this.activeId = next;
      void this.updateComplete.then(() => this.#focusCard(next));
    }
    return next !== undefined || key.startsWith('Arrow');
  }

  #beside(columns: (readonly string[])[], column: number, row: number, step: number): string | undefined {
    for (let index = column + step; index >= 0 && index < columns.length; index += step) {
      const ids = columns[index]!;
      if (ids.length > 0) return ids[Math.min(row, ids.length - 1)];
    }
    return undefined;
  }

  override render(): TemplateResult {
    if (!this.store.pipeline) return boardSkeleton(this.#t);
    const { state } = this.#drag;
    const held = state ? this.store.board.leads.get(state.id) : undefined;
    const reading = { t: this.#t, locale: this.locale, timeZone: this.timeZone, now: this.app.now() };
    return html`
      <p class="only-spoken" id="help">${this.#t('card.help')}</p>
      <div class="only-spoken" role="status" aria-live="assertive">${this.said}</div>
      <div class="board" @pointerdown=${this.#press} @keydown=${this.#keydown}>
        ${repeat(
          this.#stages,
          ({ id }) => id,
          ({ id, name }) => this.#column(id, name, reading, held),
        )}
      </div>
      ${held ? this.#closings(state!.over) : nothing}
      ${
        held && state!.by === 'pointer'
          ? html`<div class="ghost" aria-hidden="true"><div class="card">${cardContent(held, reading)}</div></div>`
          : nothing
      }
    `;
  }

  #column(id: string, name: string, reading: Reading, held: Lead | undefined): TemplateResult {
    const list = this.store.board.lists.get(id);
    const over = held !== undefined && this.#drag.state?.over === id;
    const ids = [...(list?.ids ?? [])];
    if (over && list && held.stageId !== id) {
      ids.splice(positionIn(list, held, this.store.board.leads, this.store.view!.order), 0, 'slot');
    }
    return html`
      <section class="column ${over ? 'over' : ''}" data-target=${id} aria-labelledby="stage-${id}">
        <header>
          <h2 class="clip" id="stage-${id}">${name}</h2>
          <span class="count">${this.#count(id)}</span>
        </header>
        <ul class="cards" aria-labelledby="stage-${id}" aria-busy=${String(list?.state === 'loading')}>
          ${repeat(
            ids,
            (cardId) => cardId,
            (cardId) =>
              cardId === 'slot' ? html`<li class="slot" aria-hidden="true"></li>` : this.#card(cardId, reading),
          )}
          ${this.#end(id, name)}
        </ul>
      </section>
    `;
  }

  /** The whole stage by the studio's counts; under a filter only what is loaded can be counted. */
  #count(id: string): string {
    const list = this.store.board.lists.get(id);
    const { view, summary } = this.store;
    if (!view || !isFiltered(view)) {
      const count = summary?.stages.find(({ stageId }) => stageId === id)?.count;
      return count === undefined ? '' : formatNumber(count, this.locale);
    }
    if (!list || list.state === 'loading') return '';
    const count = formatNumber(list.ids.length, this.locale);
    return list.next ? this.#t('leads.countMore', { count }) : count;
  }

  #card(id: string, reading: Reading): TemplateResult | typeof nothing {
    const lead = this.store.board.leads.get(id);
    if (!lead) return nothing;
    const { state } = this.#drag;
    const held = state?.id === id;
    const look = `${held ? (state.by === 'pointer' ? 'lifted' : 'held') : ''} ${this.store.fresh.has(id) ? 'fresh' : ''}`;
    const { navigator, membership } = this.app;
    const query = Object.fromEntries(navigator.query);
    return html`<li>
      <a
        class="card ${look}"
        href=${navigator.href({ name: 'leads', slug: membership.slug, leadId: id }, query)}
        data-id=${id}
        draggable="false"
        tabindex=${id === this.activeId ? '0' : '-1'}
        aria-current=${ifDefined(id === this.openId ? 'true' : undefined)}
        aria-describedby="help"
        @focus=${() => (this.activeId = id)}
        >${cardContent(lead, reading)}</a
      >
    </li>`;
  }

  /** What stands below the cards: more, none, or why there are none. */
  #end(id: string, name: string): TemplateResult | typeof nothing {
    const list = this.store.board.lists.get(id);
    if (!list || list.state === 'loading') {
      return html`<li class="bone-card">${bones([60, 80, 40], this.#t)}</li>
        <li class="bone-card">${bones([40, 80, 60], this.#t)}</li>`;
    }
    const more = () => void this.store.more(id);
    if (list.state === 'error') {
      return html`<li class="hollow" role="alert">
        <p>${problemText(list.error, this.#t)}</p>
        <button class="button small" @click=${more}>${icon('refreshCw')}${this.#t('action.retry')}</button>
      </li>`;
    }
    if (list.next) {
      return html`<li>
        <button
          class="button small quiet wide"
          ?disabled=${list.state === 'more'}
          aria-label=${this.#t('column.more', { name })}
          @click=${more}
        >
          ${this.#t('action.showMore')}
        </button>
      </li>`;
    }
    return list.ids.length === 0 ? html`<li class="hollow">${this.#t('empty.column')}</li>` : nothing;
  }

  #closings(over: string): TemplateResult {
    return html`<div class="closings" aria-hidden="true">
      ${closings.map(
        (closing) => html`<div class="closing ${over === closing ? 'over' : ''}" data-target=${closing}>
          ${icon(closingIcons[closing])}${this.#t(`status.${closing}`)}
        </div>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-board': LeadBoard;
  }
}
