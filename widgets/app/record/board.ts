import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app-element.ts';
import { type IconName, icon } from '../icons.ts';
import { bones, errorState, problemText } from '../states.ts';
import { StoreController } from '../store-controller.ts';
import { boardStyles } from './board.styles.ts';
import { Drag } from './drag.ts';
import type { Versioned } from './editor.ts';
import { type List, type Lists, positionIn } from './lists.ts';
import type { TranslateRecord } from './texts.ts';

/** What a card can be dropped on besides a column. */
export interface BoardEnd {
  readonly id: string;
  readonly name: string;
  readonly icon: IconName;
}

/** A card was dropped: `to` is a column's or an end's id. */
export type MoveWish<T> = CustomEvent<{ record: T; to: string }>;

/** What a board needs of its records: lists by column, each in an order of its own. */
export interface BoardStore<T> extends EventTarget {
  readonly board: Lists<T>;
  readonly fresh: ReadonlySet<string>;
  readonly pipeline?: { readonly stages: readonly { readonly id: string; readonly name: string }[] };
  get(id: string): T | undefined;
  more(key: string): unknown;
  comesBefore(one: T, other: T): boolean;
}

/**
 * Records in columns by stage. Cards are moved by pointer, finger or keyboard; a stage is the only choice, as within it
 * records stand in the order of the view. A room says how a card looks and where else it can go.
 *
 * @event app-move - `{ record, to }`: `to` is a stage's id or an end's.
 */
export abstract class RecordBoard<T extends Versioned & { readonly stageId: string }> extends AppElement {
  static override styles = [AppElement.styles, boardStyles];

  /** The record whose sheet is open. */
  @property({ attribute: false }) openId?: string;
  @state() private activeId?: string;
  @state() private said = '';
  @query('.ghost') private ghost?: HTMLElement;
  @query('.board') private board!: HTMLElement;

  abstract store: BoardStore<T>;
  abstract override readonly language: AppElement['language'] & { readonly t: TranslateRecord };
  readonly #updates = new StoreController(this);
  readonly #drag = new Drag(this, {
    at: (x, y) => this.#targetAt(x, y),
    drop: (id, over) => this.#drop(id, over),
    nudge: (x) => this.#nudge(x),
  });
  #refocus = false;

  protected abstract nameOf(record: T): string;
  protected abstract hrefOf(id: string): string;
  protected abstract renderCard(record: T): TemplateResult;
  /** Where a card that is held can be dropped besides the stages. */
  protected abstract endsOf(record: T): readonly BoardEnd[];
  /** Whether a card that is held can be dropped there; the board shows it. */
  protected accepts(_record: T, _to: string): boolean {
    return true;
  }
  /** How many stand in a column, in words; empty while nobody knows. */
  protected abstract countOf(stageId: string): string;
  /** What an empty column says. */
  protected abstract readonly hollow: string;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
    const { records, lists } = this.store.board;
    const shown = [...lists.values()].flatMap(({ ids }) => ids);
    if (!this.activeId || !shown.includes(this.activeId)) this.activeId = shown[0];
    if (this.#drag.state && !records.has(this.#drag.state.id)) this.#drag.cancel();
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

  #placeName(target: string, record: T): string {
    return [...this.#stages, ...this.endsOf(record)].find(({ id }) => id === target)?.name ?? '';
  }

  #focusCard(id: string | undefined): void {
    if (id) this.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }

  #drop(id: string, over: string): void {
    const record = this.store.get(id);
    if (!record) return;
    this.activeId = id;
    this.dispatchEvent(new CustomEvent('app-move', { bubbles: true, detail: { record, to: over } }));
  }

  #targetAt(x: number, y: number): string | undefined {
    const elements = (this.renderRoot as ShadowRoot).elementsFromPoint(x, y);
    const found = elements.map((element) => element.closest<HTMLElement>('[data-target]')).find(Boolean);
    const held = this.#drag.state && this.store.get(this.#drag.state.id);
    const target = found?.dataset.target;
    return target && held && !this.accepts(held, target) ? undefined : target;
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
    const record = id ? this.store.get(id) : undefined;
    if (!record || event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = this.#drag.state ? this.#carry(event.key, record) : this.#walk(event.key, record);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A key while a card is picked up. */
  #carry(key: string, record: T): boolean {
    const { over } = this.#drag.state!;
    const targets = [...this.#stages, ...this.endsOf(record)]
      .map(({ id }) => id)
      .filter((id) => id === over || this.accepts(record, id));
    const forward = this.rtl ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.rtl ? 'ArrowRight' : 'ArrowLeft';
    if (key === forward || key === backward) {
      const index = targets.indexOf(over) + (key === forward ? 1 : -1);
      const next = targets[index];
      if (next) this.#hover(next, record);
    } else if (key === ' ' || key === 'Enter') {
      this.#drag.cancel();
      this.#refocus = true;
      if (over === record.stageId) this.#say('drag.cancelled', record, over);
      else {
        this.#say('drag.dropped', record, over);
        this.#drop(record.id, over);
      }
    } else if (key === 'Escape' || key === 'Tab') {
      this.#drag.cancel();
      this.#say('drag.cancelled', record, record.stageId);
      return key === 'Escape';
    } else return key.startsWith('Arrow');
    return true;
  }

  #positionIn(list: List, record: T): number {
    const { board } = this.store;
    return positionIn(list, record, board.records, (one, other) => this.store.comesBefore(one, other));
  }

  #hover(target: string, record: T): void {
    this.#drag.hover(target);
    const list = this.store.board.lists.get(target);
    const place = this.#placeName(target, record);
    if (!list) this.said = this.language.t('drag.overClose', { place });
    else {
      const position = this.#positionIn(list, record) + 1;
      this.said = this.language.t('drag.over', { place, position });
    }
    this.renderRoot
      .querySelector(`[data-target="${CSS.escape(target)}"]`)
      ?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }

  #say(key: 'drag.picked' | 'drag.dropped' | 'drag.cancelled', record: T, target: string): void {
    this.said = this.language.t(key, { name: this.nameOf(record), place: this.#placeName(target, record) });
  }

  /** A key that goes from card to card, or picks one up. */
  #walk(key: string, record: T): boolean {
    if (key === ' ') {
      this.#drag.pick(record.id, record.stageId);
      this.#say('drag.picked', record, record.stageId);
      return true;
    }
    const columns = this.#stages.map(({ id }) => this.store.board.lists.get(id)?.ids ?? []);
    const column = columns.findIndex((ids) => ids.includes(record.id));
    const row = columns[column]?.indexOf(record.id) ?? 0;
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
    if (!this.store.pipeline) return boardSkeleton(this.language.t);
    const { lists } = this.store.board;
    const [first, ...others] = lists.values();
    // What is wrong everywhere is said once.
    if (first && [first, ...others].every(({ state, ids }) => state === 'error' && ids.length === 0))
      return errorState(first.error, this.language.t, () => {
        for (const key of lists.keys()) void this.store.more(key);
      });
    const { state } = this.#drag;
    const held = state ? this.store.get(state.id) : undefined;
    return html`
      <p class="only-spoken" id="help">${this.language.t('card.help')}</p>
      <div class="only-spoken" role="status" aria-live="assertive">${this.said}</div>
      <div class="board" @pointerdown=${this.#press} @keydown=${this.#keydown}>
        ${repeat(
          this.#stages,
          ({ id }) => id,
          ({ id, name }) => this.#column(id, name, held),
        )}
      </div>
      ${held ? this.#ends(held, state!.over) : nothing}
      ${
        held && state!.by === 'pointer'
          ? html`<div class="ghost" aria-hidden="true"><div class="card">${this.renderCard(held)}</div></div>`
          : nothing
      }
    `;
  }

  #column(id: string, name: string, held: T | undefined): TemplateResult {
    const list = this.store.board.lists.get(id);
    const over = held !== undefined && this.#drag.state?.over === id;
    const ids = [...(list?.ids ?? [])];
    if (over && list && held.stageId !== id) {
      ids.splice(this.#positionIn(list, held), 0, 'slot');
    }
    return html`
      <section class="column ${over ? 'over' : ''} ${held && !this.accepts(held, id) ? 'shut' : ''}" data-target=${id} aria-labelledby="stage-${id}">
        <header>
          <h2 class="clip" id="stage-${id}">${name}</h2>
          <span class="count">${this.countOf(id)}</span>
        </header>
        <ul class="cards" aria-labelledby="stage-${id}" aria-busy=${String(list?.state === 'loading')}>
          ${repeat(
            ids,
            (cardId) => cardId,
            (cardId) => (cardId === 'slot' ? html`<li class="slot" aria-hidden="true"></li>` : this.#card(cardId)),
          )}
          ${this.#end(id, name)}
        </ul>
      </section>
    `;
  }

  #card(id: string): TemplateResult | typeof nothing {
    const record = this.store.get(id);
    if (!record) return nothing;
    const { state } = this.#drag;
    const held = state?.id === id;
    const look = `${held ? (state.by === 'pointer' ? 'lifted' : 'held') : ''} ${this.store.fresh.has(id) ? 'fresh' : ''}`;
    return html`<li>
      <a
        class="card ${look}"
        href=${this.hrefOf(id)}
        data-id=${id}
        draggable="false"
        tabindex=${id === this.activeId ? '0' : '-1'}
        aria-current=${ifDefined(id === this.openId ? 'true' : undefined)}
        aria-describedby="help"
        @focus=${() => (this.activeId = id)}
        >${this.renderCard(record)}</a
      >
    </li>`;
  }

  /** What stands below the cards: more, none, or why there are none. */
  #end(id: string, name: string): TemplateResult | typeof nothing {
    const list = this.store.board.lists.get(id);
    if (!list || list.state === 'loading') {
      return html`<li class="bone-card">${bones([60, 80, 40], this.language.t)}</li>
        <li class="bone-card">${bones([40, 80, 60], this.language.t)}</li>`;
    }
    const more = () => void this.store.more(id);
    if (list.state === 'error') {
      return html`<li class="hollow" role="alert">
        <p>${problemText(list.error, this.language.t)}</p>
        <button class="button small" @click=${more}>${icon('refreshCw')}${this.language.t('action.retry')}</button>
      </li>`;
    }
    if (list.next) {
      return html`<li>
        <button
          class="button small quiet wide"
          ?disabled=${list.state === 'more'}
          aria-label=${this.language.t('column.more', { name })}
          @click=${more}
        >
          ${this.language.t('action.showMore')}
        </button>
      </li>`;
    }
    return list.ids.length === 0 ? html`<li class="hollow">${this.hollow}</li>` : nothing;
  }

  #ends(record: T, over: string): TemplateResult {
    return html`<div class="closings" aria-hidden="true">
      ${this.endsOf(record).map(
        ({ id, name, icon: shape }) => html`<div class="closing ${over === id ? 'over' : ''}" data-target=${id}>
          ${icon(shape)}${name}
        </div>`,
      )}
    </div>`;
  }
}

/** A board before its stages are known. */
function boardSkeleton(t: TranslateRecord): TemplateResult {
  const card = html`<div class="bone-card">${bones([60, 80, 40], t)}</div>`;
  return html`<div class="board" aria-busy="true">
    ${[3, 2, 2, 1].map((count) => html`<div class="column">${Array(count).fill(card)}</div>`)}
  </div>`;
}
