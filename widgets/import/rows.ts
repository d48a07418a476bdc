import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { formatNumber } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { Route } from '../app/routes.ts';
import { bones, errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { reasonText } from './field-names.ts';
import { type Import, isBusy, type Row } from './import-store.ts';
import { type RowFilter, RowStore } from './row-store.ts';
import { rowStyles } from './rows.styles.ts';
import { importStyles } from './styles.ts';
import { importTexts } from './texts.ts';

const looks: Record<NonNullable<Row['action']>, readonly [tone: string, name: IconName]> = {
  create: ['success', 'plus'],
  update: ['info', 'pencil'],
  skip: ['', 'arrowRight'],
  error: ['danger', 'circleAlert'],
};

const filters: readonly RowFilter[] = ['all', 'create', 'update', 'skip', 'error', 'kept'];

/** The rows of an import by what they do; what is wrong stands at its cell. The filter is in the address. */
export class ImportRows extends AppElement {
  static override styles = [AppElement.styles, importStyles, rowStyles];

  @property({ attribute: false }) found!: Import;

  readonly language = new LanguageController(this, importTexts);
  readonly #t = this.language.t;
  readonly #rows = new RowStore();
  readonly #updates = new StoreController(this);
  readonly #places = new StoreController(this, 'navigated');
  #shown = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#rows.stop();
    this.#shown = '';
  }

  protected override studioChanged(): void {
    this.#updates.follow(this.#rows);
    this.#places.follow(this.app.navigator);
  }

  get #filter(): RowFilter {
    const asked = this.app.navigator.query.get('rows');
    return filters.find((filter) => filter === asked) ?? (this.found.kept > 0 ? 'kept' : 'all');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { id, status, version } = this.found;
    const wanted = [id, status, version, this.#filter].join();
    if (wanted === this.#shown || isBusy(this.found)) return;
    this.#shown = wanted;
    void this.#rows.show(this.app, id, this.#filter);
  }

  #count(filter: RowFilter): number {
    const { counts, kept, rowCount } = this.found;
    if (filter === 'all') return rowCount;
    return filter === 'kept' ? kept : counts[filter];
  }

  override render(): TemplateResult {
    const { rows, state, error, next } = this.#rows;
    return html`<div class="card">
      <div class="filters" role="group" aria-label=${this.#t('rows.filter')}>
        ${filters.filter((filter) => filter !== 'kept' || this.found.kept > 0).map((filter) => this.#tab(filter))}
      </div>
      ${
        state === 'error' && rows.length === 0
          ? errorState(error, this.#t, () => void this.#rows.more())
          : state === 'loading'
            ? html`<div class="group">${bones([80, 60, 100], this.#t)}</div>`
            : rows.length === 0 && !next
              ? html`<p class="group muted">${this.#t('rows.none')}</p>`
              : this.#table(rows)
      }
      ${
        next && state !== 'loading'
          ? html`<button class="button more" ?disabled=${state === 'more'} @click=${() => void this.#rows.more()}>
            ${this.#t('action.showMore')}
          </button>`
          : nothing
      }
    </div>`;
  }

  #tab(filter: RowFilter): TemplateResult {
    const show = (): void => this.app.navigator.setQuery({ rows: filter });
    return html`<button class="tab" data-filter=${filter} aria-pressed=${String(filter === this.#filter)} @click=${show}>
      <strong class="numbers">${formatNumber(this.#count(filter), this.locale)}</strong>
      <span>${this.#t(`rows.${filter}`)}</span>
    </button>`;
  }

  #table(rows: readonly Row[]): TemplateResult {
    const columns = this.found.columns.map((column, at) => ({ ...column, at })).filter(({ field }) => field !== null);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.#t('rows.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="amount">${this.#t('rows.number')}</th>
            <th scope="col">${this.#t('rows.action')}</th>
            ${columns.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ rowNumber }) => rowNumber,
            (row) => html`<tr data-action=${row.action ?? nothing}>
              <td class="amount">${this.#number(row)}</td>
              <td class="what">${this.#what(row)}</td>
              ${columns.map(({ name, at }) => this.#cell(row, name, at))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** A row's number leads to what became of it. */
  #number({ rowNumber, recordId, outcome }: Row): TemplateResult {
    const number = formatNumber(rowNumber, this.locale);
    if (!recordId || outcome === 'undone') return html`${number}`;
    const { slug } = this.app.membership;
    const { resource } = this.found;
    const id = { clients: 'clientId', leads: 'leadId', projects: 'projectId' }[resource];
    const href = this.app.navigator.href({ name: resource, slug, [id]: recordId } as Route);
    return html`<a href=${href} aria-label=${this.#t('rows.open', { row: rowNumber })}>${number}</a>`;
  }

  #what({ action, outcome, problems }: Row): TemplateResult {
    if (!action) return html`<span class="pill">${this.#t('rows.notYet')}</span>`;
    const [tone, name] = looks[action];
    const pill =
      outcome === 'undone' || outcome === 'kept'
        ? html`<span class="pill ${outcome === 'kept' ? 'warning' : ''}"
            >${icon(outcome === 'kept' ? 'info' : 'rotateCcw')}${this.#t(`rows.${outcome}`)}</span
          >`
        : html`<span class="pill ${tone}">${icon(name)}${this.#t(`rows.${action}`)}</span>`;
    return html`${pill}
      ${problems.map((problem) => {
        const reason = reasonText(problem, this.#t);
        const text = problem.column ? this.#t('rows.reason', { column: problem.column, reason }) : reason;
        return html`<span class="reason"><bdi>${text}</bdi></span>`;
      })}`;
  }

  #cell({ cells, problems }: Row, name: string, at: number): TemplateResult {
    const value = cells[at] ?? '';
    const wrong = problems.find(({ column }) => column === name);
    if (!wrong) return html`<td title=${value}><bdi>${value}</bdi></td>`;
    return html`<td class="wrong" title=${reasonText(wrong, this.#t)}>
      <span class="with-icon">${icon('circleAlert')}<bdi class="clip">${value || '—'}</bdi></span>
    </td>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-import-rows': ImportRows;
  }
}
