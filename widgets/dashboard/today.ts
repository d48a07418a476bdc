import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { formatNumber } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { LiveEvent } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { bones, emptyState, errorState, problemText } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import type { DashboardText } from './rail.ts';
import { dashboardTexts } from './texts.ts';
import { TickFocus } from './tick-focus.ts';
import { todayStyles } from './today.styles.ts';
import { daytime, soon } from './today-lists.ts';
import { loadToday, type Today } from './today-load.ts';
import { decision, jobRow, leadRow, moment, type Rows, taskRow, undatedRow } from './today-rows.ts';

type Lead = Schema<'Lead'>;
type Task = Schema<'Task'>;

/** How many rows of a list stand there before the rest is asked for. */
const shownRows = 6;
/** What was read longer ago than this is read again when the page is looked at: yesterday's list is not today's. */
const fresh = 60_000;

/** The start page: what waits for somebody, each one click away or one click from done. */
export class TodayPanel extends AppElement {
  static override styles = [AppElement.styles, todayStyles];

  constructor() {
    super();
    this.addController(new TickFocus(this));
  }

  @state() private done: ReadonlySet<string> = new Set();
  @state() private open: ReadonlySet<string> = new Set();

  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;
  #timer?: ReturnType<typeof setTimeout>;
  #readAt = 0;
  readonly #today = new Loading<Today>(this, async (signal) => {
    const today = await loadToday(this.app, signal);
    this.#readAt = this.app.now();
    this.done = new Set();
    return today;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#looked);
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#looked);
    this.app?.live.removeEventListener('event', this.#heard);
    clearTimeout(this.#timer);
  }

  protected override studioChanged(): void {
    this.#today.value = undefined;
    this.app.live.addEventListener('event', this.#heard);
    void this.#today.run();
  }

  readonly #heard = (message: Event): void => {
    if (!/^(lead|task|project)\./.test((message as CustomEvent<LiveEvent>).detail.type)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#today.run(), 400);
  };

  readonly #looked = (): void => {
    if (document.visibilityState === 'visible' && this.app && this.app.now() - this.#readAt > fresh)
      void this.#today.run();
  };

  /** Says what was done and offers to take it back; what could not be done is said instead, and read again. */
  async #act(work: () => Promise<{ text: string; undo: () => Promise<unknown> }>): Promise<void> {
    const fail = (error: unknown): void => {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
      void this.#today.run();
    };
    try {
      const { text, undo } = await work();
      const run = () => undo().then(() => this.#today.run(), fail);
      this.app.toasts.show({ text, action: { label: this.#t('action.undo'), run } });
    } catch (error) {
      fail(error);
    }
  }

  readonly #finish = (task: Task): void => {
    const { tasks } = this.app.api;
    this.done = new Set([...this.done, task.id]);
    void this.#act(async () => {
      const { id, version } = await tasks.update(task.id, { done: true }, { ifMatch: task.version });
      return {
        text: this.#t('today.finished', { task: task.title }),
        undo: () => tasks.update(id, { done: false }, { ifMatch: version }),
      };
    });
  };

  /** Moves a new lead to the first stage that means it was answered. */
  readonly #answered = (lead: Lead): void => {
    const { leads, leadPipeline } = this.app.api;
    void this.#act(async () => {
      const { stages } = await leadPipeline.get();
      const stage = stages.find(({ meaning }) => meaning === 'contacted') ?? stages.at(-1)!;
      await leads.move(lead.id, { status: 'open', stageId: stage.id });
      await this.#today.run();
      return {
        text: this.#t('today.answeredDone', { name: lead.name, stage: stage.name }),
        undo: () => leads.move(lead.id, { status: 'open', stageId: lead.stageId }),
      };
    });
  };

  override render(): TemplateResult {
    const { value, state, error } = this.#today;
    if (!value && state === 'error') return errorState(error, this.#t, () => void this.#today.run());
    const first = this.app.account.name.split(' ')[0] ?? '';
    const now = this.app.now();
    const greeting = `today.${daytime(now, this.timeZone)}` as const;
    const date = new Intl.DateTimeFormat(this.locale, { dateStyle: 'full', timeZone: this.timeZone }).format(now);
    return html`
      <div class="page">
        <header>
          <h1 tabindex="-1">${this.#t(greeting, { name: first })}</h1>
          <p class="intro">${date}</p>
        </header>
        ${value ? this.#content(value) : html`<div class="bones">${bones([40, 100, 100, 80], this.#t)}</div>`}
      </div>
    `;
  }

  #content(today: Today): TemplateResult {
    if (today.isNew) return this.#first();
    const sections = this.#sections(today);
    return html`
      ${this.#figures(today)}
      ${sections.some((section) => section !== nothing) ? sections : this.#clear()}
      <a class="button quiet small activity" href=${this.#activity}>${icon('history')}${this.#t('today.activity')}</a>
    `;
  }

  /** On phones the way to what happened: the bar below has no room for it. */
  get #activity(): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'activity', slug: membership.slug });
  }

  #first(): TemplateResult {
    const { navigator, membership } = this.app;
    const { slug } = membership;
    return html`<div class="card">
      ${emptyState({
        icon: 'sparkles',
        title: this.#t('today.firstTitle'),
        text: this.#t('today.firstText'),
        actions: html`
          <a class="button primary" href=${navigator.href({ name: 'forms', slug })}>${this.#t('today.firstForm')}</a>
          <a class="button" href=${navigator.href({ name: 'leads', slug }, { new: '1' })}>${this.#t('today.firstLead')}</a>
        `,
      })}
    </div>`;
  }

  #clear(): TemplateResult {
    const text = this.app.membership.ownJobsOnly ? 'today.clearOwn' : 'today.clearText';
    return html`<div class="card">
      ${emptyState({ icon: 'circleCheck', title: this.#t('today.clear'), text: this.#t(text) })}
    </div>`;
  }

  /** The day in three numbers, each the way to what it counts. */
  #figures({ leads, tasks, jobs }: Today): TemplateResult {
    const { navigator, membership } = this.app;
    const { slug, ownJobsOnly } = membership;
    const figure = (count: number, label: DashboardText, href: string): TemplateResult => html`
      <a class="figure card" href=${href}>
        <strong class="numbers">${formatNumber(count, this.locale)}</strong>
        <span class="muted">${this.#t(label)}</span>
      </a>
    `;
    const projects = navigator.href({ name: 'projects', slug });
    // What is counted is what the page it leads to shows.
    const all = tasks.due.some(({ task }) => task.assigneeId !== membership.memberId);
    const due = navigator.href({ name: 'tasks', slug }, all ? { who: 'all' } : {});
    const near = new Set(jobs.filter(({ days }) => days <= soon).map(({ project }) => project.id));
    return html`<div class="figures">
      ${figure(tasks.due.filter(({ task }) => !this.done.has(task.id)).length, 'today.figureTasks', due)}
      ${ownJobsOnly ? nothing : figure(leads.fresh.length, 'today.figureLeads', navigator.href({ name: 'leads', slug }))}
      ${figure(near.size, 'today.figureJobs', projects)}
    </div>`;
  }

  #sections({ leads, tasks, jobs, undated }: Today): (TemplateResult | typeof nothing)[] {
    const rows: Rows = {
      app: this.app,
      locale: this.locale,
      t: this.#t,
      done: this.done,
      finish: this.#finish,
      answered: this.#answered,
    };
    const list = <T>(
      title: DashboardText,
      hint: DashboardText,
      name: IconName,
      items: readonly T[],
      row: (item: T) => TemplateResult,
    ) => this.#section(title, hint, name, items.map(row));
    return [
      list('today.due', 'today.dueHint', 'squareCheck', tasks.due, (each) => taskRow(rows, each)),
      list('today.decide', 'today.decideHint', 'hourglass', leads.deciding, ({ lead, days }) =>
        leadRow(rows, lead, decision(rows, days)),
      ),
      list('today.new', 'today.newHint', 'inbox', leads.fresh, (lead) =>
        leadRow(rows, lead, moment(rows, lead.createdAt)),
      ),
      list('today.jobs', 'today.jobsHint', 'camera', jobs, (job) => jobRow(rows, job)),
      list('today.undated', 'today.undatedHint', 'calendar', undated, (project) => undatedRow(rows, project)),
      list('today.next', 'today.nextHint', 'listChecks', tasks.next, (each) => taskRow(rows, each)),
      list('today.stale', 'today.staleHint', 'moon', leads.stale, (lead) =>
        leadRow(rows, lead, moment(rows, lead.lastActivityAt)),
      ),
    ];
  }

  #section(
    title: DashboardText,
    hint: DashboardText,
    name: IconName,
    rows: TemplateResult[],
  ): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    const all = this.open.has(title) || rows.length <= shownRows + 1;
    const toggle = (): void => {
      this.open = new Set([...this.open, title]);
    };
    return html`<section class="section" aria-labelledby=${title}>
      <header>
        ${icon(name)}
        <h2 id=${title}>${this.#t(title)}</h2>
        <span class="faint numbers">${formatNumber(rows.length, this.locale)}</span>
        <span class="meta">${this.#t(hint)}</span>
      </header>
      <ul class="rows card">
        ${(all ? rows : rows.slice(0, shownRows)).map((row) => html`<li>${row}</li>`)}
      </ul>
      ${
        all
          ? nothing
          : html`<button class="button quiet small more" @click=${toggle}>
              ${this.#t('today.more', { count: rows.length - shownRows })}
            </button>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-today': TodayPanel;
  }
}
