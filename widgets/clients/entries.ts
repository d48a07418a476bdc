import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { selectField, textField } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import type { RecordEditor } from '../app/record/editor.ts';
import { fieldStyles } from '../app/record/fields.styles.ts';
import { problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import type { ClientPatch } from './client-fields.ts';
import { type Draft, type EntryKind, entryKinds } from './entry-kinds.ts';
import { clientTexts } from './texts.ts';
import type { Client } from './view.ts';

/** The contacts or the addresses of a client: each can be edited in place, added, put first and removed. */
export class ClientEntries extends AppElement {
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

  @property({ attribute: false }) editor!: RecordEditor<Client, ClientPatch>;
  @property() list: 'contacts' | 'addresses' = 'contacts';
  @state() private editing?: { readonly at: number; readonly draft: Draft };
  @state() private errors: Readonly<Record<string, string>> = {};

  readonly language = new LanguageController(this, clientTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);

  get #kind(): EntryKind {
    return entryKinds[this.list];
  }

  get #entries(): readonly Draft[] {
    return this.editor.shown[this.list] as readonly Draft[];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#updates.follow(this.editor);
    this.toggleAttribute('rtl', this.rtl);
    if (changed.has('editor')) this.#end();
  }

  #edit(at: number): void {
    this.errors = {};
    this.editing = { at, draft: this.#entries[at] ?? this.#kind.blank };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('form input')?.focus());
  }

  #end(): void {
    this.editing = undefined;
    this.errors = {};
  }

  #save(entries: readonly Draft[]): void {
    void this.editor.save(
      this.list,
      { [this.list]: entries } as ClientPatch,
      {
        [this.list]: entries,
      } as Partial<Client>,
    );
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { at, draft } = this.editing!;
    const entry = this.#kind.read(draft);
    this.errors = this.#kind.check(entry, this.#t);
    if (Object.keys(this.errors).length > 0) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.#end();
    this.#save(at < this.#entries.length ? this.#entries.with(at, entry) : [...this.#entries, entry]);
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
    const kind = this.#kind;
    const entries = this.#entries;
    const status = this.editor.states.get(this.list);
    return html`
      <section class="group">
        <h3>
          ${this.#t(kind.title)}
          <span class="mark" role="status">
            ${
              status === 'saved'
                ? html`<span class="done" @animationend=${() => this.editor.settle(this.list)}>${icon('check')}</span
                  ><span class="only-spoken">${this.#t('state.saved')}</span>`
                : nothing
            }
          </span>
        </h3>
        <ul>
          ${entries.map((entry, at) => html`<li>${this.editing?.at === at ? this.#form() : this.#entry(entry, at)}</li>`)}
          ${this.editing && this.editing.at >= entries.length ? html`<li>${this.#form()}</li>` : nothing}
        </ul>
        ${
          typeof status === 'object'
            ? html`<div class="error" role="alert">
              ${icon('circleAlert')}<span>${problemText(status.error, this.#t)}</span>
            </div>`
            : nothing
        }
      </section>
      ${
        this.editing || entries.length >= kind.most
          ? nothing
          : html`<button class="button quiet small add" @click=${() => this.#edit(entries.length)}>
            ${icon('plus')}${this.#t(kind.add)}
          </button>`
      }
    `;
  }

  #entry(entry: Draft, at: number): TemplateResult {
    const entries = this.#entries;
    const name = this.#kind.name(entry) || this.#t(this.#kind.title);
    const tool = (shape: Parameters<typeof icon>[0], label: string, run: () => void, look = ''): TemplateResult => html`
      <button class="button quiet small only-icon ${look}" aria-label=${label} title=${label} @click=${run}>
        ${icon(shape)}
      </button>
    `;
    const first = (): void => this.#save([entry, ...entries.toSpliced(at, 1)]);
    return html`<div class="entry">
      <div>${this.#kind.show(entry, this.#t, this.locale)}</div>
      ${at > 0 ? tool('arrowUp', this.#t('entry.first', { name }), first) : nothing}
      ${tool('pencil', this.#t('entry.edit', { name }), () => this.#edit(at), 'edit')}
      ${tool('trash2', this.#t('entry.remove', { name }), () => this.#save(entries.toSpliced(at, 1)))}
    </div>`;
  }

  #form(): TemplateResult {
    const { at, draft } = this.editing!;
    const set = (name: string, value: string): void => {
      this.editing = { at, draft: { ...draft, [name]: value } };
      const { [name]: _gone, ...rest } = this.errors;
      this.errors = rest;
    };
    const fields = this.#kind.lines.map((line) => {
      const view = {
        name: line.name,
        label: this.#t(line.label),
        value: draft[line.name] ?? '',
        error: this.errors[line.name],
      };
      return line.choices
        ? selectField({
            ...view,
            choices: line.choices.map(({ value, label }) => ({ value, label: this.#t(label) })),
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
        <button type="button" class="button small" @click=${() => this.#end()}>${this.#t('action.cancel')}</button>
        <button class="button small primary">${this.#t('action.save')}</button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-client-entries': ClientEntries;
  }
}
