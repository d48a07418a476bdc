import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app-element.ts';
import { selectField, type TextView, textField } from '../fields.ts';
import { icon } from '../icons.ts';
import { problemText } from '../states.ts';
import { StoreController } from '../store-controller.ts';
import type { FieldOf, RecordEditor, Versioned } from './editor.ts';
import { fieldStyles } from './fields.styles.ts';
import type { TranslateRecord } from './texts.ts';

/** An entry as a form holds it: an empty line is an empty text, one that was never there is missing. */
export type Draft = Readonly<Record<string, string | null | undefined>>;

export type Translate<K extends string> = (key: K, values?: Record<string, string | number>) => string;

export interface EntryLine<K extends string> {
  readonly name: string;
  readonly label: K;
  readonly type?: TextView['type'];
  readonly max?: number;
  readonly choices?: readonly { readonly value: string; readonly label: K }[];
}

/** What entries of one kind consist of, how they are checked and how they read; `K` are the room's texts. */
export interface EntryKind<K extends string> {
  readonly title: K;
  readonly add: K;
  readonly most: number;
  /** Whether the order says something, so that one can be put first. */
  readonly ordered: boolean;
  readonly blank: Draft;
  readonly lines: readonly EntryLine<K>[];
  name(entry: Draft): string;
  /** What a form holds as the API takes it. */
  read(draft: Draft): Draft;
  /** What is wrong with it, by line. */
  check(entry: Draft, t: Translate<K>): Record<string, string>;
  show(entry: Draft, t: Translate<K>, locale: string): TemplateResult;
}

/** What is being written, and the list and the record as they were when that began. */
interface Editing<T> {
  readonly draft: Draft;
  /** The entry that is changed; none for a new one. */
  readonly of?: Draft;
  readonly entries: readonly Draft[];
  readonly seen: T;
}

/** A list of small things on a record: each can be edited in place, added, put first and removed. */
export abstract class RecordEntries<T extends Versioned, P extends object, K extends string> extends AppElement {
  static override styles = [
    AppElement.styles,
    fieldStyles,
    css`
      :host {
        gap: 4px;
      }

      .entry {
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        display: flex;
        gap: 8px;
        padding: 8px 6px 8px 12px;
      }

      .entry > div {
        flex: 1;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }

      .entry .row {
        gap: 2px 8px;
      }

      form {
        background: var(--_sunken);
        border-radius: var(--_radius);
        display: grid;
        gap: 12px;
        padding: 12px;
      }

      form .pair {
        gap: 12px;
      }

      ul {
        display: grid;
        gap: 6px;
      }

      .add {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) editor!: RecordEditor<T, P>;
  @state() private editing?: Editing<T>;
  @state() private errors: Readonly<Record<string, string>> = {};

  abstract override readonly language: AppElement['language'] & { readonly t: TranslateRecord & Translate<K> };
  protected abstract readonly list: FieldOf<T, P>;
  protected abstract readonly kind: EntryKind<K>;
  readonly #updates = new StoreController(this);

  get #entries(): readonly Draft[] {
    return this.editor.shown[this.list] as unknown as readonly Draft[];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#updates.follow(this.editor);
    this.toggleAttribute('rtl', this.rtl);
    if (changed.has('editor')) this.#end();
  }

  #edit(at: number): void {
    this.errors = {};
    const entries = this.#entries;
    this.editing = { draft: entries[at] ?? this.kind.blank, of: entries[at], entries, seen: this.editor.record };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('form input')?.focus());
  }

  #end(): void {
    this.editing = undefined;
    this.errors = {};
  }

  #save(entries: readonly Draft[], seen?: T): void {
    const change = { [this.list]: entries };
    void this.editor.save(this.list, change as unknown as P, change as unknown as Partial<T>, seen);
  }

  /** Where the entry being changed stands now that others may have changed the list; at the end if it is gone or new. */
  get #at(): number {
    const { of } = this.editing!;
    const at = of ? this.#entries.findIndex((entry) => JSON.stringify(entry) === JSON.stringify(of)) : -1;
    return at < 0 ? this.#entries.length : at;
  }

  /** Puts an entry into the list as it is now; if somebody changed that very entry, the person decides. */
  #put(entry: Draft, { of, entries, seen }: Editing<T>, at: number): void {
    if (!of) this.#save([...this.#entries, entry]);
    else if (at < this.#entries.length) this.#save(this.#entries.with(at, entry));
    else this.#save(entries.with(entries.indexOf(of), entry), seen);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const editing = this.editing!;
    const at = this.#at;
    const entry = this.kind.read(editing.draft);
    this.errors = this.kind.check(entry, this.language.t);
    if (Object.keys(this.errors).length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.#end();
    this.#put(entry, editing, at);
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('.entry .edit')[at]?.focus();
  };

  /** Escape leaves the form, and nothing else. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  override render(): TemplateResult {
    const kind = this.kind;
    const entries = this.#entries;
    const status = this.editor.states.get(this.list);
    const at = this.editing && this.#at;
    return html`
      <section class="group">
        <h3>
          ${this.language.t(kind.title)}
          <span class="mark" role="status">
            ${
              status === 'saved'
                ? html`<span class="done" @animationend=${() => this.editor.settle(this.list)}>${icon('check')}</span
                  ><span class="only-spoken">${this.language.t('state.saved')}</span>`
                : nothing
            }
          </span>
        </h3>
        <ul>
          ${entries.map((entry, index) => html`<li>${index === at ? this.#form() : this.#entry(entry, index)}</li>`)}
          ${at === entries.length ? html`<li>${this.#form()}</li>` : nothing}
        </ul>
        ${
          typeof status === 'object'
            ? html`<div class="error" role="alert">
              ${icon('circleAlert')}<span>${problemText(status.error, this.language.t)}</span>
            </div>`
            : nothing
        }
      </section>
      ${
        this.editing || entries.length >= kind.most
          ? nothing
          : html`<button class="button quiet small add" @click=${() => this.#edit(entries.length)}>
            ${icon('plus')}${this.language.t(kind.add)}
          </button>`
      }
    `;
  }

  #entry(entry: Draft, at: number): TemplateResult {
    const entries = this.#entries;
    const name = this.kind.name(entry) || this.language.t(this.kind.title);
    const tool = (shape: Parameters<typeof icon>[0], label: string, run: () => void, look = ''): TemplateResult => html`
      <button class="button quiet small only-icon ${look}" aria-label=${label} title=${label} @click=${run}>
        ${icon(shape)}
      </button>
    `;
    const first = (): void => this.#save([entry, ...entries.toSpliced(at, 1)]);
    return html`<div class="entry">
      <div>${this.kind.show(entry, this.language.t, this.locale)}</div>
      ${this.kind.ordered && at > 0 ? tool('arrowUp', this.language.t('entry.first', { name }), first) : nothing}
      ${tool('pencil', this.language.t('entry.edit', { name }), () => this.#edit(at), 'edit')}
      ${tool('trash2', this.language.t('entry.remove', { name }), () => this.#save(entries.toSpliced(at, 1)))}
    </div>`;
  }

  #form(): TemplateResult {
    const editing = this.editing!;
    const { draft } = editing;
    const set = (name: string, value: string): void => {
      this.editing = { ...editing, draft: { ...draft, [name]: value } };
      const { [name]: _gone, ...rest } = this.errors;
      this.errors = rest;
    };
    const fields = this.kind.lines.map((line) => {
      const view = {
        name: line.name,
        label: this.language.t(line.label),
        value: draft[line.name] ?? '',
        error: this.errors[line.name],
      };
      return line.choices
        ? selectField({
            ...view,
            choices: line.choices.map(({ value, label }) => ({ value, label: this.language.t(label) })),
            change: (value) => set(line.name, value),
          })
        : textField({
            ...view,
            type: line.type,
            maxLength: line.max,
            autocomplete: 'off',
            dir: line.type === 'email' || line.type === 'tel' ? 'ltr' : 'auto',
            input: (value) => set(line.name, value),
          });
    });
    return html`<form novalidate @submit=${this.#submit} @keydown=${this.#keydown}>
      <div class="pair">${fields}</div>
      <div class="row end">
        <button type="button" class="button small" @click=${() => this.#end()}>${this.language.t('action.cancel')}</button>
        <button class="button small primary">${this.language.t('action.save')}</button>
      </div>
    </form>`;
  }
}
