import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { LanguageController } from '../../base/language.ts';
import { AppElement } from '../app-element.ts';
import type { IconName } from '../icons.ts';
import { icon } from '../icons.ts';
import { Later, laterTime } from '../later.ts';
import type { LiveEvent } from '../live.ts';
import { Loading } from '../loading.ts';
import { bones, errorState, problemText } from '../states.ts';
import { recordTexts, type TranslateRecord } from './texts.ts';
import { timelineStyles } from './timeline.styles.ts';

type Note = Schema<'Note'>;
type Entry = Schema<'TimelineEntry'>;

/** One field of an entry, before and after, in words. */
export interface EntryChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** An entry in the words of its room. */
export interface EntryView {
  readonly icon: IconName;
  readonly text: string;
  readonly changes: readonly EntryChange[];
}

export type LoadTimeline = (
  subject: string,
  page: { limit: number; after?: string },
  options?: { signal: AbortSignal },
) => PromiseLike<{ items: Entry[]; next: string | null }>;

/** All that happened to a record, newest first, with the studio's notes in between. */
export class RecordTimeline extends AppElement {
  static override styles = [AppElement.styles, timelineStyles];

  /** The id of the record. */
  @property() subject = '';
  @property({ attribute: false }) load!: LoadTimeline;
  @property({ attribute: false }) describe!: (entry: Entry) => EntryView;
  /** Of the record: each one has an entry of its own. */
  @property({ attribute: false }) version = 0;
  @state() private draft = '';
  @state() private editing?: { note: Note; body: string };
  @state() private busy = false;
  @query('#note') private noteField?: HTMLTextAreaElement;

  readonly language = new LanguageController(this, recordTexts);
  readonly #t = this.language.t;
  readonly #later = new Later();
  readonly #page = new Loading<{ items: Entry[]; next: string | null }>(this, async (signal) => {
    const { items, next } = await this.load(this.subject, { limit: 30 }, { signal });
    return { items, next };
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.app?.live.addEventListener('event', this.#heard);
    if (this.hasUpdated) void this.#page.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.live.removeEventListener('event', this.#heard);
    this.#later.flush();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('subject')) {
      if (changed.has('version')) void this.#page.run();
      return;
    }
    this.draft = '';
    this.editing = undefined;
    this.#page.value = undefined;
    void this.#page.run();
  }

  protected override studioChanged(): void {
    this.app.live.addEventListener('event', this.#heard);
  }

  readonly #heard = (message: Event): void => {
    const { data } = (message as CustomEvent<LiveEvent>).detail;
    if (data.id === this.subject || data.subject === this.subject) void this.#page.run();
  };

  /** Puts the cursor where a note is written. */
  write(): void {
    this.noteField?.focus();
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
      await this.#page.run();
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  readonly #add = (event: Event): void => {
    event.preventDefault();
    const body = this.draft.trim();
    if (!body || this.busy) return;
    void this.#attempt(async () => {
      await this.app.api.notes.create({ subject: this.subject, body });
      this.draft = '';
    });
  };

  readonly #saveEdit = (event: Event): void => {
    event.preventDefault();
    const { editing } = this;
    const body = editing?.body.trim();
    if (!editing || !body || this.busy) return;
    void this.#attempt(async () => {
      await this.app.api.notes.update(editing.note.id, { body }, { ifMatch: editing.note.version });
      this.editing = undefined;
    });
  };

  #remove(note: Note): void {
    this.#later.add(note.id, () => void this.#attempt(async () => void (await this.app.api.notes.delete(note.id))));
    this.requestUpdate();
    this.app.toasts.show({
      text: this.#t('timeline.noteDeleted'),
      time: laterTime,
      action: {
        label: this.#t('action.undo'),
        run: () => {
          this.#later.cancel(note.id);
          this.requestUpdate();
        },
      },
    });
  }

  readonly #more = async (): Promise<void> => {
    const page = this.#page.value;
    if (!page?.next) return;
    try {
      const { items, next } = await this.load(this.subject, { limit: 30, after: page.next });
      this.#page.set({ items: [...page.items, ...items], next });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    }
  };

  /** Ctrl or ⌘ with Enter sends, as everywhere; Escape leaves an edit. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      (event.target as HTMLTextAreaElement).form?.requestSubmit();
    } else if (event.key === 'Escape' && this.editing) {
      event.stopPropagation();
      event.preventDefault();
      this.editing = undefined;
    }
  };

  override render(): TemplateResult {
    const page = this.#page.value;
    return html`
      <h3>${this.#t('timeline.title')}</h3>
      <form class="composer" @submit=${this.#add}>
        <label class="only-spoken" for="note">${this.#t('timeline.note')}</label>
        <textarea
          class="input"
          id="note"
          rows="2"
          maxlength="10000"
          dir="auto"
          placeholder=${this.#t('timeline.notePlaceholder')}
          .value=${this.draft}
          @input=${(event: Event) => (this.draft = (event.target as HTMLTextAreaElement).value)}
          @keydown=${this.#keydown}
        ></textarea>
        ${
          this.draft.trim()
            ? html`<button class="button small primary" ?disabled=${this.busy}>${this.#t('timeline.addNote')}</button>`
            : nothing
        }
      </form>
      ${
        !page && this.#page.state === 'error'
          ? errorState(this.#page.error, this.#t, () => void this.#page.run())
          : nothing
      }
      ${!page && this.#page.state !== 'error' ? html`<div class="bones">${bones([60, 80, 40], this.#t)}</div>` : nothing}
      ${page ? this.#list(page) : nothing}
    `;
  }

  #list({ items, next }: { items: Entry[]; next: string | null }): TemplateResult {
    const shown = items.filter(({ note }) => !note || !this.#later.has(note.id));
    return html`
      <ol>
        ${repeat(
          shown,
          ({ id }) => id,
          (entry) =>
            html`<li>${icon(entry.note ? 'messageSquare' : this.describe(entry).icon)} ${this.#entry(entry)}</li>`,
        )}
      </ol>
      ${next ? html`<button class="button small quiet" @click=${this.#more}>${this.#t('action.showMore')}</button>` : nothing}
    `;
  }

  #entry(entry: Entry): TemplateResult {
    const by = html`<span class="meta"
      >${actorText(entry, this.#t)} · <time datetime=${entry.at} title=${this.instant(entry.at)}>${this.when(entry.at)}</time></span
    >`;
    if (entry.note) return this.#note(entry.note, by);
    const { text, changes } = this.describe(entry);
    return html`<div>
      <p>${text}</p>
      ${changes.map(
        ({ label, before, after }) => html`<p class="change">
          <span class="faint">${label}</span> ${before ? html`<s><bdi>${before}</bdi></s> ` : nothing}<span><bdi>${after}</bdi></span>
        </p>`,
      )}
      ${by}
    </div>`;
  }

  #note(note: Note, by: TemplateResult): TemplateResult {
    if (this.editing?.note.id === note.id) return this.#noteEditor(this.editing.body);
    const edit = (): void => {
      this.editing = { note, body: note.body };
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#edit')?.focus());
    };
    return html`<div class="note">
      <p class="body" dir="auto">${note.body}</p>
      <div class="row between">
        <span>${by}${note.version > 1 ? html` <span class="meta">· ${this.#t('timeline.edited')}</span>` : nothing}</span>
        <span class="tools">
          <button class="button quiet small only-icon" aria-label=${this.#t('timeline.editNote')} @click=${edit}>
            ${icon('pencil')}
          </button>
          <button
            class="button quiet small only-icon"
            aria-label=${this.#t('timeline.deleteNote')}
            @click=${() => this.#remove(note)}
          >
            ${icon('trash2')}
          </button>
        </span>
      </div>
    </div>`;
  }

  #noteEditor(body: string): TemplateResult {
    return html`<form class="note" @submit=${this.#saveEdit}>
      <label class="only-spoken" for="edit">${this.#t('timeline.editNote')}</label>
      <textarea
        class="input"
        id="edit"
        rows="3"
        maxlength="10000"
        dir="auto"
        .value=${body}
        @input=${(event: Event) => {
          this.editing = { ...this.editing!, body: (event.target as HTMLTextAreaElement).value };
        }}
        @keydown=${this.#keydown}
      ></textarea>
      <div class="row end">
        <button type="button" class="button small" @click=${() => (this.editing = undefined)}>${this.#t('action.cancel')}</button>
        <button class="button small primary" ?disabled=${this.busy || !body.trim()}>${this.#t('action.save')}</button>
      </div>
    </form>`;
  }
}

/** Who did it. */
function actorText({ actor: { kind, name } }: Entry, t: TranslateRecord): string {
  if (name) return name;
  const keys = {
    visitor: 'timeline.visitor',
    system: 'timeline.system',
    key: 'timeline.key',
    user: 'role.member',
  } as const;
  return t(keys[kind]);
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-timeline': RecordTimeline;
  }
}
