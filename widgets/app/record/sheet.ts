import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AppElement } from '../app-element.ts';
import { type IconName, icon } from '../icons.ts';
import type { MenuItem } from '../parts/menu.ts';
import { rememberRecord } from '../recent.ts';
import type { Route } from '../routes.ts';
import { bones, errorState, problemText } from '../states.ts';
import { StoreController } from '../store-controller.ts';
import { conflictNotice, type FieldWords } from './conflict.ts';
import { type EditorApi, type FieldOf, RecordEditor, type Versioned } from './editor.ts';
import { sheetStyles } from './sheet.styles.ts';
import type { TranslateRecord } from './texts.ts';
import type { RecordTimeline } from './timeline.ts';

/** The list behind a sheet: it knows the records it shows and takes in newer ones. */
export interface RecordStore<T> extends EventTarget {
  get(id: string): T | undefined;
  put(record: T): void;
}

/**
 * One record beside its list: what it is, and what happened. A room says how its head and body look.
 *
 * @event app-close
 * @event app-step - `1` for the next record, `-1` for the one before.
 * @event app-wide - Whether the sheet shall be as wide as the screen.
 */
export abstract class RecordSheet<T extends Versioned, P extends object> extends AppElement {
  static override styles = [AppElement.styles, sheetStyles];

  @property() recordId = '';
  @property({ type: Boolean, reflect: true }) wide = false;
  @state() private error: unknown;
  @state() private historyOpen = false;
  @query('alloza-app-timeline') private timeline?: RecordTimeline;

  abstract store: RecordStore<T>;
  abstract override readonly language: AppElement['language'] & { readonly t: TranslateRecord };
  readonly #updates = new StoreController(this);
  readonly #edits = new StoreController(this);
  #editor?: RecordEditor<T, P>;
  #shownFor = '';
  #asked?: object;
  /** The name while it is being typed: another field's answer must not take it away. */
  #typedName?: string;
  /** The record as it was when the name began to be typed. */
  #seen?: T;

  /** Reads and writes records of this kind. */
  protected abstract records(): EditorApi<T, P>;
  protected abstract nameOf(record: T): string;
  protected abstract routeOf(id: string): Route;
  protected abstract readonly neighbours: { readonly previous: string; readonly next: string };
  protected abstract menuOf(record: T): MenuItem[];
  protected abstract renderHead(record: T, editor: RecordEditor<T, P>): TemplateResult;
  protected abstract renderBody(record: T, editor: RecordEditor<T, P>): TemplateResult;
  protected abstract readonly words: FieldWords<T, P>;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
    this.toggleAttribute('rtl', this.rtl);
    if (changed.has('recordId')) {
      this.#leaveName();
      this.historyOpen = false;
      void this.#open();
    }
    const record = this.store.get(this.recordId);
    if (!record) {
      this.#editor = undefined;
    } else if (this.#editor?.record.id === record.id) {
      if (record.version > this.#editor.record.version) this.#editor.take(record);
    } else {
      this.#editor = new RecordEditor(this.records(), record);
      this.#editor.addEventListener('saved', (event) => this.store.put((event as CustomEvent<T>).detail));
    }
    this.#edits.follow(this.#editor);
  }

  protected override updated(): void {
    this.#showConflict();
    if (!this.#editor || this.#shownFor === this.recordId) return;
    this.#shownFor = this.recordId;
    const { record } = this.#editor;
    rememberRecord(this.app.membership.id, { id: record.id, label: this.nameOf(record) });
    this.#panel?.focus({ preventScroll: true });
  }

  /** A question about a field far down stands at the top, and is answered from there. */
  #showConflict(): void {
    const conflict = this.#editor?.conflict;
    if (conflict && conflict !== this.#asked)
      this.renderRoot.querySelector('.conflict')?.scrollIntoView({ block: 'nearest' });
    this.#asked = conflict;
  }

  get #panel(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.panel');
  }

  /** What the list knows is shown at once; the newest version follows. */
  async #open(): Promise<void> {
    const id = this.recordId;
    this.error = undefined;
    try {
      const record = await this.records().get(id);
      if (id === this.recordId) this.store.put(record);
    } catch (error) {
      if (id === this.recordId) this.error = error;
    }
  }

  writeNote(): void {
    this.timeline?.write();
  }

  /** Out of a field, and not yet out of the sheet. */
  leaveField(): void {
    this.#panel?.focus();
  }

  protected send(type: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  protected get editor(): RecordEditor<T, P> | undefined {
    return this.#editor;
  }

  protected get copyLinkItem(): MenuItem {
    const copy = async (): Promise<void> => {
      const url = new URL(this.app.navigator.href(this.routeOf(this.recordId)), this.app.baseUrl);
      await navigator.clipboard.writeText(url.href);
      this.app.toasts.show({ text: this.language.t('action.copied') });
    };
    return { label: this.language.t('sheet.copyLink'), icon: 'link', run: () => void copy() };
  }

  /** Who changed it, when, and what stood there before; its code comes when it is first asked for. */
  readonly #showHistory = async (): Promise<void> => {
    try {
      await import('../../define/dashboard-activity.ts');
      this.historyOpen = true;
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.language.t), tone: 'problem' });
    }
  };

  #history(record: T): TemplateResult {
    return html`<alloza-app-record-history
      .subject=${record.id}
      .name=${this.nameOf(record)}
      @app-close=${() => {
        this.historyOpen = false;
      }}
    ></alloza-app-record-history>`;
  }

  override render(): TemplateResult {
    const record = this.#editor?.record;
    return html`
      <div
        class="panel"
        role="dialog"
        aria-label=${record ? this.nameOf(record) : this.language.t('state.loading')}
        tabindex="-1"
      >
        ${this.#toolbar(record)}
        ${record ? this.#content(record, this.#editor!) : this.#waiting()}
      </div>
      ${record && this.historyOpen ? this.#history(record) : nothing}
    `;
  }

  #waiting(): TemplateResult {
    if (this.error) return errorState(this.error, this.language.t, () => void this.#open());
    return html`<div class="waiting">${bones([60, 40, 80, 80, 60, 80], this.language.t)}</div>`;
  }

  #toolbar(record: T | undefined): TemplateResult {
    const { t } = this.language;
    const button = (name: IconName, label: string, run: () => void, look = ''): TemplateResult => html`
      <button class="button quiet small only-icon ${look}" aria-label=${label} title=${label} @click=${run}>
        ${icon(name)}
      </button>
    `;
    return html`<div class="toolbar">
      ${button('x', t('sheet.close'), () => this.send('app-close'))}
      ${button(
        this.wide ? 'minimize2' : 'maximize2',
        t(this.wide ? 'sheet.shrink' : 'sheet.expand'),
        () => this.send('app-wide', !this.wide),
        'desktop',
      )}
      <span class="spacer"></span>
      ${record ? button('history', t('sheet.history'), () => void this.#showHistory()) : nothing}
      ${button('arrowUp', this.neighbours.previous, () => this.send('app-step', -1))}
      ${button('arrowDown', this.neighbours.next, () => this.send('app-step', 1))}
      ${
        record
          ? html`<alloza-app-menu .items=${this.menuOf(record)} label=${t('action.more')}>
            <button class="button quiet small only-icon" aria-label=${t('action.more')}>${icon('ellipsis')}</button>
          </alloza-app-menu>`
          : ''
      }
    </div>`;
  }

  #content(record: T, editor: RecordEditor<T, P>): TemplateResult {
    return html`<div class="content">
      <h2 class="only-spoken">${this.nameOf(record)}</h2>
      ${conflictNotice(editor, this.words)}
      <div class="head">${this.renderHead(record, editor)}</div>
      <div class="body">${this.renderBody(record, editor)}</div>
    </div>`;
  }

  #leaveName(): void {
    this.#typedName = undefined;
    this.#seen = undefined;
  }

  /** The name of the record as its heading, edited in place. */
  protected nameField(
    editor: RecordEditor<T, P>,
    field: FieldOf<T, P>,
    label: string,
    maxLength: number,
  ): TemplateResult {
    const { record } = editor;
    const rename = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const name = input.value.trim();
      const patch = { [field]: name };
      if (name && name !== record[field])
        void editor.save(field, patch as unknown as P, patch as unknown as Partial<T>, this.#seen);
      else input.value = String(record[field]);
      this.#leaveName();
    };
    return html`<input
      class="title"
      aria-label=${label}
      maxlength=${maxLength}
      dir="auto"
      autocomplete="off"
      .value=${live(this.#typedName ?? String(editor.shown[field]))}
      @input=${(event: Event) => {
        this.#typedName = (event.target as HTMLInputElement).value;
        this.#seen ??= record;
      }}
      @blur=${() => this.#leaveName()}
      @change=${rename}
    />`;
  }
}
