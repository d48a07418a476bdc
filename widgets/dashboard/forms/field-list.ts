import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../../app/app-element.ts';
import { areaField, checkField, selectField, textField } from '../../app/fields.ts';
import { type IconName, icon } from '../../app/icons.ts';
import type { MenuItem } from '../../app/parts/menu.ts';
import { moveItem, removeItem, replaceItem } from '../../app/reorder.ts';
import { LanguageController } from '../../base/language.ts';
import type { DraftErrors } from './draft-errors.ts';
import { fieldListStyles } from './field-list.styles.ts';
import {
  type Field,
  type FieldType,
  hasOptions,
  leadKeys,
  most,
  newField,
  questionTypes,
  readOptions,
  typesFor,
  unusedKeys,
  withType,
} from './form-draft.ts';
import { RowDrag } from './row-drag.ts';
import { type FormText, formTexts } from './texts.ts';

const typeIcons: Record<FieldType, IconName> = {
  text: 'type',
  longText: 'alignLeft',
  email: 'mail',
  phone: 'phone',
  date: 'calendar',
  number: 'hash',
  choice: 'circleDot',
  choices: 'listChecks',
  yesNo: 'toggleRight',
  budget: 'wallet',
};

/**
 * The fields of a form: add, change, reorder, remove.
 *
 * @event app-change - The new list.
 */
export class FieldList extends AppElement {
  static override styles = [AppElement.styles, fieldListStyles];

  @property({ attribute: false }) fields: readonly Field[] = [];
  @property({ attribute: false }) errors: DraftErrors['fields'] = {};
  @property({ type: Boolean }) disabled = false;
  @state() private openKey?: string;
  @state() private said = '';
  /** Lines as they are typed: an empty last line is no choice yet, but must not vanish under the cursor. */
  @state() private optionText: Readonly<Record<string, string>> = {};

  readonly language = new LanguageController(this, formTexts);
  readonly #t = this.language.t;
  readonly #drag = new RowDrag(this, {
    rows: () => [...this.renderRoot.querySelectorAll<HTMLElement>('li')],
    position: (id) => this.fields.findIndex(({ key }) => key === id),
    move: (from, to) => void this.#shift(from, to),
    done: (id, cancelled) => this.#dropped(id, cancelled),
  });
  #before: readonly Field[] = [];

  #emit(fields: readonly Field[]): void {
    // Shown at once, so that what comes next finds the new rows; the owner hands the same list back.
    this.fields = fields;
    this.dispatchEvent(new CustomEvent('app-change', { detail: fields }));
  }

  #set(index: number, field: Field): void {
    this.#emit(replaceItem(this.fields, index, field));
  }

  #add(wanted: { key: string } | { type: FieldType }): void {
    const field = newField(this.fields, wanted, this.#t);
    this.openKey = field.key;
    this.#emit([...this.fields, field]);
    void this.updateComplete.then(() => {
      const label = this.renderRoot.querySelector<HTMLInputElement>(`#label-${field.key}`);
      label?.focus();
      label?.select();
    });
  }

  /** Moves a field without a word, as a drag does many times. */
  #shift(from: number, to: number): boolean {
    const moved = moveItem(this.fields, from, to);
    if (moved === this.fields) return false;
    this.#emit(moved);
    return true;
  }

  #say(key: string): void {
    const index = this.fields.findIndex((field) => field.key === key);
    const { label } = this.fields[index]!;
    this.said = this.#t('field.moved', { name: label, position: index + 1, total: this.fields.length });
  }

  /** Moves a field by keyboard or button; the control that did it keeps the focus, or its handle at the end. */
  async #move(key: string, step: 1 | -1, control: string): Promise<void> {
    const from = this.fields.findIndex((field) => field.key === key);
    if (!this.#shift(from, from + step)) return;
    await this.updateComplete;
    this.#say(key);
    const used = this.renderRoot.querySelector<HTMLButtonElement>(`#${control}-${key}`);
    (used?.disabled ? this.renderRoot.querySelector<HTMLElement>(`#handle-${key}`) : used)?.focus();
  }

  #grab(event: PointerEvent, key: string): void {
    if (this.disabled) return;
    this.openKey = undefined;
    this.#before = this.fields;
    this.#drag.press(event, key);
  }

  #dropped(key: string, cancelled: boolean): void {
    const before = this.#before;
    if (cancelled) this.#emit(before);
    else if (before !== this.fields) this.#say(key);
  }

  async #remove(index: number): Promise<void> {
    const field = this.fields[index]!;
    this.openKey = undefined;
    this.#emit(removeItem(this.fields, index));
    this.app.toasts.show({
      text: this.#t('field.removed', { name: field.label }),
      action: { label: this.#t('action.undo'), run: () => this.#putBack(field, index) },
    });
    await this.updateComplete;
    const neighbour = this.fields[index] ?? this.fields[index - 1];
    if (neighbour) this.renderRoot.querySelector<HTMLElement>(`#toggle-${neighbour.key}`)?.focus();
  }

  /** Back to where it was; what was changed since then stays. */
  #putBack(field: Field, index: number): void {
    if (this.fields.some(({ key }) => key === field.key)) return;
    this.#emit(this.fields.toSpliced(Math.min(index, this.fields.length), 0, field));
  }

  override render(): TemplateResult {
    const full = this.fields.length >= most.fields;
    return html`
      <div class="only-spoken" role="status">${this.said}</div>
      <ol>
        ${repeat(
          this.fields,
          ({ key }) => key,
          (field, index) => this.#row(field, index),
        )}
      </ol>
      ${
        this.disabled
          ? nothing
          : html`<alloza-app-menu .items=${this.#choices()} label=${this.#t('designer.addField')}>
            <button type="button" class="button" ?disabled=${full}>${icon('plus')}${this.#t('designer.addField')}</button>
          </alloza-app-menu>`
      }
    `;
  }

  #choices(): MenuItem[] {
    const parts = unusedKeys(this.fields).map(
      (key): MenuItem => ({
        label: this.#t(`key.${key}` as FormText),
        icon: typeIcons[leadKeys[key]![0]!],
        run: () => this.#add({ key }),
      }),
    );
    const questions = questionTypes.map(
      (type, index): MenuItem => ({
        label:
          index === 0
            ? this.#t('designer.ownQuestion')
            : `${this.#t('designer.ownQuestion')}: ${this.#t(`type.${type}`)}`,
        icon: typeIcons[type],
        divided: index === 0 && parts.length > 0,
        run: () => this.#add({ type }),
      }),
    );
    return [...parts, ...questions];
  }

  #row(field: Field, index: number): TemplateResult {
    const { key, label } = field;
    const wrong = this.errors[key] !== undefined;
    const isOpen = key === this.openKey || wrong;
    const classes = [this.#drag.id === key && 'dragged', isOpen && 'open', wrong && 'wrong'].filter(Boolean).join(' ');
    return html`<li class=${classes}>
      <div class="summary">
        ${this.disabled ? nothing : this.#handle(field)}
        <button
          type="button"
          class="toggle"
          id="toggle-${key}"
          aria-expanded=${String(isOpen)}
          @click=${() => (this.openKey = isOpen ? undefined : key)}
        >
          ${icon(typeIcons[field.type])}
          <span class="clip"><bdi>${label || this.#t('field.unnamed')}</bdi></span>
          ${field.required ? html`<span class="pill">${this.#t('field.requiredPill')}</span>` : nothing}
          <span class="kind meta">${this.#t(`type.${field.type}`)}</span>
          ${icon('chevronDown')}
        </button>
        ${this.disabled ? nothing : html`<span class="order">${this.#arrow(field, index, -1)}${this.#arrow(field, index, 1)}</span>`}
      </div>
      ${isOpen ? this.#editor(field, index) : nothing}
    </li>`;
  }

  #handle({ key, label }: Field): TemplateResult {
    const keydown = (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      void this.#move(key, event.key === 'ArrowUp' ? -1 : 1, 'handle');
    };
    return html`<button
      type="button"
      class="handle"
      id="handle-${key}"
      aria-label=${this.#t('field.handle', { name: label })}
      title=${this.#t('designer.fieldsText')}
      @keydown=${keydown}
      @pointerdown=${(event: PointerEvent) => this.#grab(event, key)}
    >
      ${icon('gripVertical')}
    </button>`;
  }

  #arrow({ key, label }: Field, index: number, step: 1 | -1): TemplateResult {
    const direction = step < 0 ? 'up' : 'down';
    return html`<button
      type="button"
      class="button quiet small only-icon"
      id="${direction}-${key}"
      aria-label=${this.#t(`field.${direction}`, { name: label })}
      ?disabled=${index + step < 0 || index + step >= this.fields.length}
      @click=${() => void this.#move(key, step, direction)}
    >
      ${icon(step < 0 ? 'arrowUp' : 'arrowDown')}
    </button>`;
  }

  #editor(field: Field, index: number): TemplateResult {
    const { key } = field;
    const { disabled } = this;
    const errors = this.errors[key] ?? {};
    const types = typesFor(key);
    const fills = leadKeys[key] ? this.#t('field.fills', { name: this.#t(`key.${key}` as FormText) }) : '';
    return html`<div class="editor">
      <div class="pair">
        ${textField({
          name: `label-${key}`,
          label: this.#t('field.label'),
          hint: fills,
          value: field.label,
          disabled,
          maxLength: 200,
          dir: 'auto',
          autocomplete: 'off',
          error: errors.label,
          input: (label) => this.#set(index, { ...field, label }),
        })}
        ${selectField({
          name: `type-${key}`,
          label: this.#t('field.type'),
          value: field.type,
          disabled: disabled || types.length === 1,
          error: errors.type,
          choices: types.map((type) => ({ value: type, label: this.#t(`type.${type}`) })),
          change: (type) => this.#set(index, withType(field, type as FieldType, this.#t)),
        })}
      </div>
      ${hasOptions(field.type) ? this.#options(field, index, errors.options) : nothing}
      ${textField({
        name: `hint-${key}`,
        label: this.#t('field.hint'),
        optional: this.#t('state.optional'),
        value: field.hint ?? '',
        disabled,
        maxLength: 300,
        dir: 'auto',
        autocomplete: 'off',
        error: errors.hint,
        input: (hint) => {
          const { hint: _former, ...rest } = field;
          this.#set(index, hint ? { ...rest, hint } : rest);
        },
      })}
      <div class="row between">
        ${checkField({
          name: `required-${key}`,
          label: this.#t('field.requiredLabel'),
          checked: field.required,
          disabled: disabled || key === 'name',
          change: (required) => this.#set(index, { ...field, required }),
        })}
        ${
          key === 'name'
            ? html`<span class="meta">${this.#t('field.fixed')}</span>`
            : html`<button type="button" class="button quiet small" ?disabled=${disabled} @click=${() => void this.#remove(index)}>
              ${icon('trash2')}${this.#t('field.remove')}
            </button>`
        }
      </div>
    </div>`;
  }

  #options(field: Field, index: number, error: string | undefined): TemplateResult {
    const { key } = field;
    return areaField({
      name: `options-${key}`,
      label: this.#t('field.options'),
      hint: this.#t('field.optionsHint'),
      value: this.optionText[key] ?? (field.options ?? []).join('\n'),
      rows: 3,
      disabled: this.disabled,
      error,
      input: (text) => {
        this.optionText = { ...this.optionText, [key]: text };
        this.#set(index, { ...field, options: readOptions(text) });
      },
      change: () => {
        const { [key]: _done, ...rest } = this.optionText;
        this.optionText = rest;
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-field-list': FieldList;
  }
}
