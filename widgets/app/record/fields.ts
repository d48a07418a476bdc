import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AppElement } from '../app-element.ts';
import { icon } from '../icons.ts';
import { viewProblem } from '../problems.ts';
import { problemText } from '../states.ts';
import { StoreController } from '../store-controller.ts';
import type { FieldOf, RecordEditor, Versioned } from './editor.ts';
import { fieldStyles } from './fields.styles.ts';
import type { TranslateRecord } from './texts.ts';

/** The fields of a record, edited where they stand and saved when they are left. A room says which there are. */
export abstract class RecordFields<T extends Versioned, P extends object> extends AppElement {
  static override styles = [AppElement.styles, fieldStyles];

  @property({ attribute: false }) editor!: RecordEditor<T, P>;

  abstract override readonly language: AppElement['language'] & { readonly t: TranslateRecord };
  readonly #updates = new StoreController(this);
  #wrong = new Map<string, string>();
  /** What is being typed, by control: another field's answer must not take it away. */
  #typed = new Map<string, string>();
  /** The record as it was when somebody began to type, by control: a colleague's change may arrive in between. */
  #seen = new Map<string, T>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.renderRoot.addEventListener('input', this.#type);
    this.renderRoot.addEventListener('focusout', this.#leave);
  }

  readonly #type = ({ target }: Event): void => {
    const { id, type, value } = target as HTMLInputElement;
    if (type === 'checkbox') return;
    this.#typed.set(id, value);
    if (!this.#seen.has(id)) this.#seen.set(id, this.editor.record);
  };

  readonly #leave = ({ target }: Event): void => {
    const { id } = target as HTMLElement;
    if (!this.#wrong.has(id)) this.#letGo(id);
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.editor);
    this.toggleAttribute('rtl', this.rtl);
    if (changed.has('editor')) this.forget();
  }

  /** Another record is shown: nothing of this one is being typed. */
  protected forget(): void {
    this.#wrong = new Map();
    this.#typed = new Map();
    this.#seen = new Map();
  }

  #letGo(control: string): void {
    this.#typed.delete(control);
    this.#seen.delete(control);
  }

  protected typed(control: string): string | undefined {
    return this.#typed.get(control);
  }

  /** Saves what a control means; `patch` is that of its field alone unless others follow from it. */
  protected save(
    name: FieldOf<T, P>,
    value: unknown,
    { control = name as string, patch = {}, shown }: { control?: string; patch?: object; shown?: Partial<T> } = {},
  ): void {
    const seen = this.#seen.get(control);
    this.#wrong.delete(control);
    this.#letGo(control);
    void this.editor.save(name, { [name]: value, ...patch } as unknown as P, shown, seen);
  }

  /** A control holds what can't be saved. */
  protected mark(control: string, message: string): void {
    this.#wrong.set(control, message);
    this.requestUpdate();
  }

  /** A label, its control, and what became of the last save. `field` is the one saved, if not named like the control. */
  protected row(control: string, label: unknown, content: unknown, field = control as FieldOf<T, P>): TemplateResult {
    const error = this.errorOf(control, field);
    return html`<div class="property">
      <label for=${control}>${label}</label>
      ${content} ${this.tick(field)}
      ${
        error
          ? html`<div class="error" id="${control}-error" role="alert">${icon('circleAlert')}<span>${error}</span></div>`
          : nothing
      }
    </div>`;
  }

  protected errorOf(control: string, field = control as FieldOf<T, P>): string | undefined {
    const wrong = this.#wrong.get(control);
    const state = this.editor.states.get(field);
    if (wrong || typeof state !== 'object') return wrong;
    return viewProblem(state.error).fields[control] ?? problemText(state.error, this.language.t);
  }

  protected tick(name: FieldOf<T, P>): TemplateResult {
    const saved = this.editor.states.get(name) === 'saved';
    return html`<span class="mark" role="status">
      ${
        saved
          ? html`<span class="done" @animationend=${() => this.editor.settle(name)}>${icon('check')}</span
            ><span class="only-spoken">${this.language.t('state.saved')}</span>`
          : nothing
      }
    </span>`;
  }

  /** Tags in use, offered while typing, are `known`; the record has a field `tags`. */
  protected tagList(tags: readonly string[], known: readonly string[]): TemplateResult {
    return html`<div class="tags">
      <datalist id="known">
        ${known.filter((tag) => !tags.includes(tag)).map((tag) => html`<option value=${tag}></option>`)}
      </datalist>
      ${tags.map(
        (tag) => html`<span class="pill"
          ><bdi class="clip">${tag}</bdi
          ><button
            aria-label=${this.language.t('tags.remove', { tag })}
            @click=${() => this.#saveTags(tags.filter((one) => one !== tag))}
          >
            ${icon('x')}
          </button></span
        >`,
      )}
      <input
        class="input"
        id="tags"
        list="known"
        dir="auto"
        autocomplete="off"
        maxlength="60"
        placeholder=${this.language.t('tags.add')}
        .value=${live(this.typed('tags') ?? '')}
        @keydown=${this.#tagKey}
        @change=${(event: Event) => this.#addTag(event.target as HTMLInputElement)}
      />
    </div>`;
  }

  /** Comma and Enter end a tag; Backspace in the empty field takes the last one back. */
  readonly #tagKey = (event: KeyboardEvent): void => {
    const input = event.target as HTMLInputElement;
    const tags = this.#tags;
    if (event.key === ',' || event.key === 'Enter') {
      event.preventDefault();
      this.#addTag(input);
    } else if (event.key === 'Backspace' && input.value === '' && tags.length > 0) {
      event.preventDefault();
      this.#saveTags(tags.slice(0, -1));
    }
  };

  get #tags(): readonly string[] {
    return (this.editor.shown as unknown as { tags: readonly string[] }).tags;
  }

  #addTag(input: HTMLInputElement): void {
    const tag = input.value.trim();
    input.value = '';
    const tags = this.#tags;
    if (tag && !tags.includes(tag)) this.#saveTags([...tags, tag]);
    this.requestUpdate();
  }

  /** A tag is put to those that are there now, whoever added them. */
  #saveTags(tags: readonly string[]): void {
    this.#letGo('tags');
    this.save('tags' as FieldOf<T, P>, tags);
  }
}
