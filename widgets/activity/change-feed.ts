import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { selectInput } from '../app/fields.ts';
import { dayIn, formatDate } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { LiveEvent } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { people } from '../app/people.ts';
import { bones, emptyState, errorState, problemText } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { changeFeedStyles } from './change-feed.styles.ts';
import { changeRow, type RowView } from './change-row.ts';
import type { Change } from './change-text.ts';
import { beginOf, bundles, byDay, type Span, spans } from './days.ts';
import { activityTexts } from './texts.ts';

type Resource = Schema<'ChangeResource'>;

/** What the entries shown are narrowed to. */
export interface ChangeFilter {
  readonly actorId?: string | undefined;
  readonly resource?: Resource | undefined;
  readonly span?: Span | undefined;
}

interface Shown {
  readonly items: readonly Change[];
  readonly next: string | null;
}

/** What everybody may be told of, and what only those see who see settings. */
export const kinds: readonly Resource[] = ['leads', 'clients', 'projects', 'tasks', 'notes', 'leadForms', 'workspace'];
const managers: readonly Resource[] = ['members', 'invitations', 'connections', 'imports', 'apiKeys'];

const pageSize = 50;
/** Events come in bursts: one look for all of them. */
const patience = 400;

/**
 * Who did what, newest first, under days: of one record or of the studio. It goes on by itself when something happens.
 *
 * @event app-filter - The filter that was chosen.
 * @event app-named - What the record is called, once that is known.
 */
export class ChangeFeed extends AppElement {
  static override styles = [AppElement.styles, changeFeedStyles];

  /** The id of the record; without it, everything that the person may see. */
  @property() subject = '';
  @property({ attribute: false }) filter: ChangeFilter = {};
  @state() private asking = false;
  /** Bundles shown whole, by their oldest entry: newer ones may join in front. */
  @state() private opened: ReadonlySet<string> = new Set();

  readonly language = new LanguageController(this, activityTexts);
  readonly #t = this.language.t;
  /** The team, and whoever else was met in the entries: who to choose from. */
  @state() private people: ReadonlyMap<string, string> = new Map();
  #timer?: ReturnType<typeof setTimeout>;
  readonly #shown = new Loading<Shown>(this, async (signal) => {
    const { items, next } = await this.app.api.changes.list(this.#query(), { signal });
    this.#meet(items);
    const name = this.subject && items[0]?.names[this.subject];
    if (name) this.dispatchEvent(new CustomEvent('app-named', { detail: name }));
    return this.#joined({ items, next });
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.app?.live.addEventListener('event', this.#heard);
    if (this.hasUpdated) void this.#shown.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.live.removeEventListener('event', this.#heard);
    clearTimeout(this.#timer);
  }

  protected override studioChanged(): void {
    this.app.live.addEventListener('event', this.#heard);
    void this.#loadTeam();
    this.#restart();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const asked = (changed.has('subject') || changed.has('filter')) && !changed.has('app');
    if (asked && (changed.has('subject') || !same(changed.get('filter'), this.filter))) this.#restart();
  }

  async #loadTeam(): Promise<void> {
    const { api } = this.app;
    this.people = new Map();
    const team = await people(this.app);
    if (api === this.app.api)
      this.people = new Map([...this.people, ...team.map((one) => [one.actorId, one.name] as const)]);
  }

  #restart(): void {
    this.#shown.value = undefined;
    void this.#shown.run();
  }

  readonly #heard = (message: Event): void => {
    const { data } = (message as CustomEvent<LiveEvent>).detail;
    if (this.subject && data.id !== this.subject && data.subject !== this.subject) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#shown.run(), patience);
  };

  #query(): { limit: number; subject?: string; actorId?: string; resource?: Resource; from?: string } {
    const { actorId, resource, span } = this.filter;
    return {
      limit: pageSize,
      ...(this.subject ? { subject: this.subject } : {}),
      ...(actorId ? { actorId } : {}),
      ...(resource ? { resource } : {}),
      ...(span ? { from: beginOf(span, this.app.now(), this.timeZone) } : {}),
    };
  }

  /** A newer first page on top of what was paged through already. */
  #joined(first: Shown): Shown {
    const { value } = this.#shown;
    const last = first.items.at(-1);
    const at = value && last ? value.items.findIndex(({ id }) => id === last.id) : -1;
    if (!value || at < 0) return first;
    return { items: [...first.items, ...value.items.slice(at + 1)], next: value.next };
  }

  #meet(items: readonly Change[]): void {
    const met = items.flatMap(({ actor: { id, name } }) =>
      id && name && !this.people.has(id) ? [[id, name] as const] : [],
    );
    if (met.length > 0) this.people = new Map([...met, ...this.people]);
  }

  readonly #more = async (): Promise<void> => {
    const { value } = this.#shown;
    if (!value?.next || this.asking) return;
    this.asking = true;
    try {
      const { items, next } = await this.app.api.changes.list({ ...this.#query(), after: value.next });
      this.#meet(items);
      if (this.#shown.value === value) this.#shown.set({ items: [...value.items, ...items], next });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    } finally {
      this.asking = false;
    }
  };

  #choose(change: ChangeFilter): void {
    this.dispatchEvent(new CustomEvent('app-filter', { detail: { ...this.filter, ...change } }));
  }

  override render(): TemplateResult {
    const { value, state, error } = this.#shown;
    return html`
      ${this.#filters()}
      ${value ? this.#days(value) : state === 'error' ? errorState(error, this.#t, () => void this.#shown.run()) : this.#waiting()}
    `;
  }

  #waiting(): TemplateResult {
    return html`<div class="bones">${bones([40, 80, 60, 80, 40, 60], this.#t)}</div>`;
  }

  get #isFiltered(): boolean {
    return Object.values(this.filter).some(Boolean);
  }

  #filters(): TemplateResult {
    const { account } = this.app;
    const { actorId, resource, span } = this.filter;
    const others = [...this.people]
      .filter(([id]) => id !== account.id)
      .sort(([, a], [, b]) => a.localeCompare(b, this.locale));
    const people = [
      { value: account.id, label: this.#t('filter.you') },
      ...others.map(([value, label]) => ({ value, label })),
    ];
    if (actorId && !people.some(({ value }) => value === actorId))
      people.push({ value: actorId, label: this.#t('actor.user') });
    return html`<div class="filters" role="group" aria-label=${this.#t('filter.label')}>
      ${select('person', this.#t('filter.person'), actorId, [['', this.#t('filter.everyone')], ...people.map(({ value, label }): Pair => [value, label])], (id) => this.#choose({ actorId: id }))}
      ${
        this.subject
          ? nothing
          : select(
              'kind',
              this.#t('filter.kind'),
              resource,
              [
                ['', this.#t('filter.everything')],
                ...this.#kinds().map((kind): Pair => [kind, this.#t(`kind.${kind}`)]),
              ],
              (kind) => this.#choose({ resource: kind as Resource | undefined }),
            )
      }
      ${select('time', this.#t('filter.time'), span, [['', this.#t('filter.anyTime')], ...spans.map((one): Pair => [one, this.#t(`filter.${one}`)])], (one) => this.#choose({ span: one as Span | undefined }))}
      ${
        this.#isFiltered
          ? html`<button class="button quiet small" @click=${() => this.#choose({ actorId: undefined, resource: undefined, span: undefined })}>
              ${icon('x')}${this.#t('filter.clear')}
            </button>`
          : nothing
      }
    </div>`;
  }

  #kinds(): readonly Resource[] {
    if (this.app.membership.ownJobsOnly)
      return kinds.filter((kind) => ['clients', 'projects', 'tasks', 'notes'].includes(kind));
    return this.may('manager') ? [...kinds, ...managers] : kinds;
  }

  #days({ items, next }: Shown): TemplateResult {
    if (items.length === 0) {
      const [title, text] = this.#isFiltered
        ? (['empty.filteredTitle', 'empty.filteredText'] as const)
        : (['empty.title', 'empty.text'] as const);
      return emptyState({ icon: 'history', title: this.#t(title), text: this.#t(text) });
    }
    const row: RowView = {
      app: this.app,
      locale: this.locale,
      t: this.#t,
      named: !this.subject,
      isOpen: (bundle) => this.opened.has(bundle.at(-1)!.id),
      open: (bundle) => {
        this.opened = new Set([...this.opened, bundle.at(-1)!.id]);
      },
    };
    return html`
      ${repeat(
        byDay(items, this.timeZone),
        ({ date }) => date,
        ({ date, entries }) => html`<section aria-labelledby="day-${date}">
          <h2 id="day-${date}">${this.#dayText(date)}</h2>
          <ol>
            ${repeat(
              bundles(entries),
              ([newest]) => newest!.id,
              (bundle) => html`<li>${changeRow(row, bundle)}</li>`,
            )}
          </ol>
        </section>`,
      )}
      ${next ? html`<button class="button more" ?disabled=${this.asking} @click=${this.#more}>${this.#t('action.showMore')}</button>` : nothing}
    `;
  }

  #dayText(date: string): string {
    const now = this.app.now();
    if (date === dayIn(now, this.timeZone)) return this.#t('day.today');
    if (date === dayIn(now - 86_400_000, this.timeZone)) return this.#t('day.yesterday');
    return formatDate(date, this.locale, 'long');
  }
}

type Pair = readonly [value: string, label: string];

const select = (
  name: string,
  label: string,
  value: string | undefined,
  choices: readonly Pair[],
  choose: (value: string | undefined) => void,
): TemplateResult =>
  selectInput({
    name,
    label,
    unlabelled: true,
    value: value ?? '',
    choices: choices.map(([of, text]) => ({ value: of, label: text })),
    change: (chosen) => choose(chosen || undefined),
  });

const same = (one: ChangeFilter | undefined, other: ChangeFilter): boolean =>
  one?.actorId === other.actorId && one?.resource === other.resource && one?.span === other.span;

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-changes': ChangeFeed;
  }
}
