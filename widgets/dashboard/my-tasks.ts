import type { Schema } from '@alloza/sdk/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { formatNumber } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { LiveEvent } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { people } from '../app/people.ts';
import { saveOnTop } from '../app/record/actions.ts';
import { bones, emptyState, errorState, problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { dashboardTexts } from './texts.ts';
import { TickFocus } from './tick-focus.ts';
import { todayStyles } from './today.styles.ts';
import { groupTasks, type TaskGroup } from './today-lists.ts';
import { type TaskRows, taskRow } from './today-rows.ts';

type Task = Schema<'Task'>;

const pageSize = 100;
/** Events come in bursts: one look for all of them, after this many milliseconds. */
const patience = 400;

interface Shown {
  readonly items: readonly Task[];
  readonly next: string | null;
}

const icons: Record<TaskGroup['name'], IconName> = {
  overdue: 'triangleAlert',
  today: 'squareCheck',
  later: 'calendar',
  undated: 'listChecks',
};

/** Open tasks of all jobs, one's own or everybody's, under when they are due; each is one click from done. */
export class TasksPanel extends AppElement {
  static override styles = [
    AppElement.styles,
    todayStyles,
    css`
      .page > header {
        align-items: end;
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        justify-content: space-between;
      }

      .tabs {
        background: var(--_sunken);
        border-radius: var(--_radius);
        display: flex;
        padding: 2px;
      }

      .tabs a {
        align-items: center;
        border: 1px solid transparent;
        border-radius: calc(var(--_radius) - 2px);
        color: var(--_text-muted);
        display: flex;
        font-weight: 500;
        min-block-size: calc(var(--_control) - 4px);
        padding-inline: 12px;
        text-decoration: none;
      }

      .tabs a:hover {
        color: var(--_text);
      }

      .tabs a[aria-current='page'] {
        background: var(--_raised);
        border-color: var(--_line);
        color: var(--_text);
      }

      .more {
        justify-self: center;
      }
    `,
  ];

  @state() private done: ReadonlySet<string> = new Set();
  @state() private names: ReadonlyMap<string, string> = new Map();
  @state() private asking = false;

  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;
  readonly #address = new StoreController(this, 'navigated');
  #timer?: ReturnType<typeof setTimeout>;
  #shownAll?: boolean;
  readonly #tasks = new Loading<Shown>(this, async (signal) => {
    const shown = await this.#read(this.#tasks.value?.items.length ?? pageSize, signal);
    this.done = new Set();
    return shown;
  });

  constructor() {
    super();
    this.addController(new TickFocus(this));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.live.removeEventListener('event', this.#heard);
    clearTimeout(this.#timer);
  }

  protected override studioChanged(): void {
    this.app.live.addEventListener('event', this.#heard);
    this.#shownAll = undefined;
    void people(this.app).then((team) => {
      this.names = new Map(team.map(({ id, name }) => [id, name]));
    });
  }

  readonly #heard = (message: Event): void => {
    if (!/^(task|project)\./.test((message as CustomEvent<LiveEvent>).detail.type)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tasks.run(), patience);
  };

  /** As many as were shown before, so that nothing that was asked for goes away. */
  async #read(wanted: number, signal: AbortSignal): Promise<Shown> {
    let shown = await this.#page(undefined, signal);
    while (shown.next && shown.items.length < wanted) {
      const { items, next } = await this.#page(shown.next, signal);
      shown = { items: [...shown.items, ...items], next };
    }
    return shown;
  }

  #page(after: string | undefined, signal?: AbortSignal): PromiseLike<Shown> {
    const { api, membership } = this.app;
    const whose = this.#all ? {} : { assigneeId: membership.memberId };
    return api.tasks.list({ ...whose, done: false, limit: pageSize, after }, { ...(signal && { signal }) });
  }

  get #all(): boolean {
    return this.app.navigator.query.get('who') === 'all';
  }

  readonly #more = async (): Promise<void> => {
    const { value } = this.#tasks;
    if (!value?.next || this.asking) return;
    this.asking = true;
    try {
      const { items, next } = await this.#page(value.next);
      if (this.#tasks.value === value) this.#tasks.set({ items: [...value.items, ...items], next });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    } finally {
      this.asking = false;
    }
  };

  /** Ticks off at once, and offers to take it back. */
  readonly #finish = async (task: Task): Promise<void> => {
    this.done = new Set([...this.done, task.id]);
    const saved = await this.#save(task, true);
    if (!saved) return;
    const undo = async (): Promise<void> => {
      this.done = new Set([...this.done].filter((id) => id !== task.id));
      if (await this.#save(saved, false)) void this.#tasks.run();
    };
    this.app.toasts.show({
      text: this.#t('today.finished', { task: task.title }),
      action: { label: this.#t('action.undo'), run: undo },
    });
  };

  /** Whatever else somebody changed of it meanwhile stays. Nothing where it failed, which is said. */
  async #save(task: Task, done: boolean): Promise<Task | undefined> {
    try {
      return await saveOnTop(task, this.app.api.tasks, ({ doneAt }) =>
        (doneAt !== null) === done ? undefined : { done },
      );
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
      void this.#tasks.run();
      return undefined;
    }
  }

  #follow(): void {
    this.#address.follow(this.app.navigator);
    if (this.#all === this.#shownAll) return;
    this.#shownAll = this.#all;
    this.#tasks.value = undefined;
    void this.#tasks.run();
  }

  override render(): TemplateResult {
    this.#follow();
    const { value, state, error } = this.#tasks;
    return html`
      <div class="page">
        <header>
          <div>
            <h1 tabindex="-1">${this.#t(this.#all ? 'tasks.all' : 'nav.tasks')}</h1>
            <p class="intro">${this.#t('tasks.intro')}</p>
          </div>
          ${this.#tabs()}
        </header>
        ${
          value
            ? this.#content(value)
            : state === 'error'
              ? errorState(error, this.#t, () => void this.#tasks.run())
              : html`<div class="bones">${bones([40, 100, 100, 80], this.#t)}</div>`
        }
      </div>
    `;
  }

  #tabs(): TemplateResult {
    const { navigator, membership } = this.app;
    const tab = (all: boolean): TemplateResult => html`<a
      href=${navigator.href({ name: 'tasks', slug: membership.slug }, all ? { who: 'all' } : {})}
      aria-current=${ifDefined(all === this.#all ? 'page' : undefined)}
      >${this.#t(all ? 'tasks.everyones' : 'tasks.mine')}</a
    >`;
    return html`<nav class="tabs" aria-label=${this.#t('tasks.whose')}>${tab(false)}${tab(true)}</nav>`;
  }

  #content({ items, next }: Shown): TemplateResult {
    if (items.length === 0) return this.#empty();
    const rows: TaskRows = {
      app: this.app,
      locale: this.locale,
      t: this.#t,
      done: this.done,
      finish: this.#finish,
      nameOf: (memberId) => this.names.get(memberId),
    };
    return html`
      ${repeat(
        groupTasks(items, this.app.now(), this.timeZone),
        ({ name }) => name,
        ({ name, tasks }) => html`<section class="section" aria-labelledby=${name}>
          <header>
            ${icon(icons[name])}
            <h2 id=${name}>${this.#t(`tasks.${name}`)}</h2>
            <span class="faint numbers">${formatNumber(tasks.length, this.locale)}</span>
          </header>
          <ul class="rows card">
            ${repeat(
              tasks,
              ({ task }) => task.id,
              (each) => html`<li>${taskRow(rows, each)}</li>`,
            )}
          </ul>
        </section>`,
      )}
      ${
        next
          ? html`<button class="button more" ?disabled=${this.asking} @click=${this.#more}>
            ${this.#t('action.showMore')}
          </button>`
          : nothing
      }
    `;
  }

  #empty(): TemplateResult {
    const { navigator, membership } = this.app;
    const which = this.#all ? 'tasks.noneAll' : 'tasks.none';
    return html`<div class="card">
      ${emptyState({
        icon: 'circleCheck',
        title: this.#t(which),
        text: this.#t('tasks.noneText'),
        actions: html`<a class="button" href=${navigator.href({ name: 'projects', slug: membership.slug })}
          >${icon('camera')}${this.#t('tasks.toProjects')}</a
        >`,
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-tasks': TasksPanel;
  }
}
