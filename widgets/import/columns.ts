import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AppElement } from '../app/app-element.ts';
import { selectField } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import { viewProblem } from '../app/problems.ts';
import { problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { columnStyles } from './columns.styles.ts';
import { fieldName, fieldsFor, readsDates, withField } from './field-names.ts';
import type { Import, ImportStore } from './import-store.ts';
import { importStyles } from './styles.ts';
import { importTexts } from './texts.ts';

type Column = Import['columns'][number];
type Patch = Parameters<ImportStore['update']>[0];

/** What each column becomes, and how rows are read. Every choice is saved as it is made. */
export class ImportColumns extends AppElement {
  static override styles = [AppElement.styles, importStyles, columnStyles];

  @property({ attribute: false }) store!: ImportStore;
  /** Columns whose field nobody has confirmed or chosen yet. */
  @state() private suggested?: ReadonlySet<number>;
  @state() private told = '';
  /** Choices on their way to the server are shown at once. */
  @state() private chosen?: (string | null)[];

  readonly language = new LanguageController(this, importTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
    const { columns, version } = this.store.found!;
    // Only what nobody has touched is told to be a suggestion; a version later says that somebody has looked.
    this.suggested ??= new Set(version === 1 ? columns.flatMap(({ field }, index) => (field ? [index] : [])) : []);
  }

  get #columns(): Column[] {
    const { columns } = this.store.found!;
    return columns.map((column, index) => ({ ...column, field: this.chosen ? this.chosen[index]! : column.field }));
  }

  async #save(patch: Patch): Promise<void> {
    try {
      await this.store.update(patch);
    } catch (error) {
      const text = viewProblem(error).kind === 'stale' ? this.#t('columns.stale') : problemText(error, this.#t);
      this.app.toasts.show({ text, tone: 'problem' });
    }
  }

  async #choose(at: number, field: string | null): Promise<void> {
    const columns = this.#columns;
    const taken = field === null ? undefined : columns.find((column, index) => index !== at && column.field === field);
    this.told = taken ? this.#t('columns.taken', { name: taken.name }) : '';
    this.suggested = new Set([...this.suggested!].filter((index) => index !== at));
    const isSaving = this.chosen !== undefined;
    this.chosen = withField(columns, at, field);
    if (isSaving) return;
    // Choices made while one is being saved are sent together behind it.
    let sent: typeof this.chosen;
    do {
      sent = this.chosen;
      await this.#save({ fields: sent });
    } while (sent !== this.chosen);
    this.chosen = undefined;
  }

  override render(): TemplateResult {
    const found = this.store.found!;
    const columns = this.#columns;
    return html`
      <div class="stack">
        <section class="card">
          <header class="group">
            <div>
              <h2>${this.#t('columns.title')}</h2>
              <p class="muted">${this.#t('columns.text')}</p>
            </div>
            ${this.#summary(found, columns)}
          </header>
          <table>
            <thead>
              <tr>
                <th scope="col">${this.#t('columns.column')}</th>
                <th scope="col">${this.#t('columns.samples')}</th>
                <th scope="col">${this.#t('columns.field')}</th>
              </tr>
            </thead>
            <tbody>
              ${columns.map((column, index) => this.#row(found, column, index))}
            </tbody>
          </table>
        </section>
        <section class="card group">${this.#rules(found, columns)}</section>
      </div>
    `;
  }

  #summary(found: Import, columns: readonly Column[]): TemplateResult {
    const out = columns.filter(({ field }) => field === null).map(({ name }) => name);
    const list = new Intl.ListFormat(this.locale);
    const either = new Intl.ListFormat(this.locale, { type: 'disjunction' });
    const missing = found.missingFields.map((name) => fieldName(name, found, this.#t));
    return html`
      ${
        missing.length > 0
          ? html`<div class="notice warning" role="status">
            ${icon('triangleAlert')}<div>${this.#t('columns.missing', { names: either.format(missing) })}</div>
          </div>`
          : nothing
      }
      <p class="out ${out.length > 0 ? '' : 'muted'}">
        <bdi>${out.length > 0 ? this.#t('columns.leftOut', { count: out.length, names: list.format(out) }) : this.#t('columns.allIn')}</bdi>
      </p>
      <p class="only-spoken" role="status">${this.told}</p>
    `;
  }

  #row(found: Import, column: Column, index: number): TemplateResult {
    const { name, field, refused, samples } = column;
    return html`<tr class=${field === null ? 'without' : ''}>
      <th scope="row"><bdi>${name}</bdi></th>
      <td class="samples">
        ${
          samples.length > 0
            ? samples.map((sample) => html`<bdi>${sample}</bdi>`)
            : html`<span class="none">${this.#t('columns.noSamples')}</span>`
        }
      </td>
      <td class="becomes">
        ${
          refused
            ? html`<span class="refused">${icon('shieldOff')}${this.#t('columns.refused')}</span>`
            : this.#select(found, column, index)
        }
        ${
          field !== null && this.suggested!.has(index)
            ? html`<span class="pill info">${icon('sparkles')}${this.#t('columns.suggested')}</span>`
            : nothing
        }
      </td>
    </tr>`;
  }

  #select(found: Import, column: Column, index: number): TemplateResult {
    const option = (name: string): TemplateResult =>
      html`<option value=${name} .selected=${live(name === column.field)}>${fieldName(name, found, this.#t)}</option>`;
    return html`<span class="select">
      <select
        class="input"
        aria-label=${this.#t('columns.fieldOf', { name: column.name })}
        @change=${(event: Event) => void this.#choose(index, (event.target as HTMLSelectElement).value || null)}
      >
        <option value="" .selected=${live(column.field === null)}>${this.#t('columns.leaveOut')}</option>
        <hr />
        ${fieldsFor(found, column).map(option)}
      </select>
      ${icon('chevronDown')}
    </span>`;
  }

  #rules({ duplicates, dateOrder }: Import, columns: Column[]): TemplateResult {
    const choice = (value: Import['duplicates']): TemplateResult => html`<label class="check">
      <input
        type="radio"
        name="duplicates"
        value=${value}
        .checked=${live(value === duplicates)}
        @change=${() => void this.#save({ duplicates: value })}
      />
      <span>${this.#t(`duplicates.${value}`)}<br /><span class="hint">${this.#t(`duplicates.${value}Hint`)}</span></span>
    </label>`;
    const orders = (['dayFirst', 'monthFirst'] as const).map((value) => ({ value, label: this.#t(`dates.${value}`) }));
    return html`
      <fieldset>
        <legend>${this.#t('duplicates.label')}</legend>
        <div class="choices">${choice('skip')}${choice('update')}</div>
      </fieldset>
      ${
        readsDates(columns)
          ? html`<div class="order">
            ${selectField({
              name: 'dateOrder',
              label: this.#t('dates.label'),
              value: dateOrder ?? '',
              choices: dateOrder ? orders : [{ value: '', label: this.#t('dates.open') }, ...orders],
              change: (value) => value && void this.#save({ dateOrder: value as 'dayFirst' | 'monthFirst' }),
            })}
          </div>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-import-columns': ImportColumns;
  }
}
