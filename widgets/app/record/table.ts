import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app-element.ts';
import { bones, errorState } from '../states.ts';
import { StoreController } from '../store-controller.ts';
import type { List } from './lists.ts';
import type { Selection } from './selection.ts';
import { recordTableStyles } from './table.styles.ts';
import type { TranslateRecord } from './texts.ts';

interface Identified {
  readonly id: string;
}

/**
 * Records as rows. The whole row opens; the name is the link for keyboard and reader. Arrow keys go from row to row,
 * Space marks one, Shift marks a range, Ctrl-A marks all that is shown.
 */
export abstract class RecordTable<T extends Identified> extends AppElement {
  static override styles = [AppElement.styles, recordTableStyles];

  @property({ attribute: false }) openId?: string;
  @property({ attribute: false }) selection!: Selection;

  /** What the rows are read from; it fires `change`. */
  protected abstract readonly source: EventTarget;
  protected abstract readonly words: TranslateRecord;
  protected abstract readonly label: string;
  /** How many columns there are besides that of the marks. */
  protected abstract readonly width: number;
  readonly #updates = new StoreController(this);
  readonly #marks = new StoreController(this);
  #shift = false;

  protected abstract listed(): List | undefined;
  protected abstract recordOf(id: string): T | undefined;
  protected abstract nameOf(record: T): string;
  protected abstract hrefOf(id: string): string;
  protected abstract more(): void;
  protected abstract isFresh(id: string): boolean;
  protected abstract renderHead(): TemplateResult;
  protected abstract renderCells(record: T): TemplateResult;
  protected abstract countText(count: number, more: boolean): string;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.source);
    this.#marks.follow(this.selection);
  }

  get #shown(): T[] {
    return this.listed()?.ids.flatMap((id) => this.recordOf(id) ?? []) ?? [];
  }

  #mark(id: string, range: boolean): void {
    const shown = range ? this.#shown.map((record) => record.id) : [];
    if (range) this.selection.extend(id, shown);
    else this.selection.toggle(id);
  }

  readonly #markAll = (): void => {
    const ids = this.#shown.map(({ id }) => id);
    this.selection.set(ids.every((id) => this.selection.has(id)) ? [] : ids);
  };

  readonly #keydown = (event: KeyboardEvent): void => {
    const at = (event.target as HTMLElement).closest('tr');
    if (!at || event.altKey) return;
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('td a[data-id]')];
    const link = at.querySelector<HTMLElement>('a[data-id]');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isLink = event.target === link;
    if (step && link) this.#step(links[links.indexOf(link) + step], event.shiftKey && isLink);
    else if (event.key === ' ' && isLink) this.#mark(link!.dataset.id!, event.shiftKey);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) this.#markAll();
    else return;
    event.preventDefault();
  };

  /** Held down, Shift takes the marks along. */
  #step(to: HTMLElement | undefined, marking: boolean): void {
    if (marking && to) this.#mark(to.dataset.id!, false);
    to?.focus();
  }

  override render(): TemplateResult {
    const list = this.listed();
    const more = (): void => this.more();
    if (list?.state === 'error' && list.ids.length === 0) return errorState(list.error, this.words, more);
    const waiting = !list || list.state === 'loading';
    const records = this.#shown;
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.label}>
        <table aria-busy=${String(waiting)}>
          <thead>
            <tr>
              ${this.#headMark(records)} ${this.renderHead()}
            </tr>
          </thead>
          <tbody @keydown=${this.#keydown}>
            ${
              waiting
                ? [60, 40, 80, 60, 80, 40].map((width, index) => this.#boneRow(width, index === 0))
                : repeat(
                    records,
                    ({ id }) => id,
                    (record) => this.#row(record),
                  )
            }
          </tbody>
        </table>
        ${list?.state === 'error' ? errorState(list.error, this.words, more) : nothing}
        ${
          list?.next && list.state !== 'error'
            ? html`<button class="button small more" ?disabled=${list.state === 'more'} @click=${more}>
              ${this.words('action.showMore')}
            </button>`
            : nothing
        }
      </div>
      ${
        waiting ? nothing : html`<div class="tail numbers">${this.countText(list.ids.length, list.next !== null)}</div>`
      }
    `;
  }

  /** A row to come, in its shape: the box, the name, and what else there will be. One of them says it. */
  #boneRow(width: number, speaks: boolean): TemplateResult {
    const bone = html`<span class="bone w${width}" aria-hidden="true"></span>`;
    return html`<tr class="bone-row">
      <td class="mark"></td>
      <td class="wide">${speaks ? bones([width], this.words) : bone}</td>
      <td class="minor" colspan=${this.width - 1}><span class="bone w40" aria-hidden="true"></span></td>
    </tr>`;
  }

  #headMark(records: readonly T[]): TemplateResult {
    const marked = records.filter(({ id }) => this.selection.has(id)).length;
    const all = marked > 0 && marked === records.length;
    return html`<th scope="col" class="mark">
      <label>
        <span class="only-spoken">${this.words('bulk.selectAll')}</span>
        <input
          type="checkbox"
          ?disabled=${records.length === 0}
          .checked=${live(all)}
          .indeterminate=${live(!all && marked > 0)}
          @change=${this.#markAll}
        />
      </label>
    </th>`;
  }

  #row(record: T): TemplateResult {
    const { id } = record;
    const marked = this.selection.has(id);
    const classes = [marked ? 'marked' : '', this.isFresh(id) ? 'fresh' : ''].join(' ').trim();
    const open = (event: MouseEvent): void => {
      if (!(event.target as Element).closest('a, .mark')) this.app.navigator.go(this.hrefOf(id));
    };
    return html`
      <tr class=${classes} aria-selected=${ifDefined(id === this.openId ? 'true' : undefined)} @click=${open}>
        <td class="mark">
          <label @click=${this.#clicked}>
            <span class="only-spoken">${this.words('bulk.select', { name: this.nameOf(record) })}</span>
            <input type="checkbox" .checked=${live(marked)} @change=${() => this.#changed(id)} />
          </label>
        </td>
        ${this.renderCells(record)}
      </tr>
    `;
  }

  /** A press on the label comes once more as one on the box, in some browsers without its keys. */
  readonly #clicked = (event: MouseEvent): void => {
    const again = (event.target as Element).matches('input') && this.#shift;
    this.#shift = event.shiftKey || again;
  };

  #changed(id: string): void {
    const range = this.#shift;
    this.#shift = false;
    this.#mark(id, range);
  }
}
