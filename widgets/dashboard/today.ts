import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import { AppElement } from '../app/app-element.ts';
import { formatDate } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { LiveEvent } from '../app/live.ts';
import { Loading } from '../app/loading.ts';
import { bones, emptyState, errorState } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import type { DashboardText } from './rail.ts';
import { dashboardTexts } from './texts.ts';
import { todayStyles } from './today.styles.ts';
import { daytime, sortToday, type Today } from './today-lists.ts';

type Lead = Schema<'Lead'>;

interface Answer {
  readonly leads: readonly Lead[];
  readonly summary: Schema<'LeadSummary'>;
}

/** The start page: what waits for somebody, each one click away. */
export class TodayPanel extends AppElement {
  static override styles = [AppElement.styles, todayStyles];

  readonly language = new LanguageController(this, dashboardTexts);
  readonly #t = this.language.t;
  #timer?: ReturnType<typeof setTimeout>;
  readonly #answer = new Loading<Answer>(this, async (signal) => {
    const { api } = this.app;
    const [{ items }, summary] = await Promise.all([
      api.leads.list({ status: 'open', limit: 100 }, { signal }),
      api.leads.summary({ signal }),
    ]);
    return { leads: items, summary };
  });

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
    this.#answer.value = undefined;
    this.app.live.addEventListener('event', this.#heard);
    void this.#answer.run();
  }

  readonly #heard = (message: Event): void => {
    if (!(message as CustomEvent<LiveEvent>).detail.type.startsWith('lead.')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#answer.run(), 400);
  };

  override render(): TemplateResult {
    const { value, state, error } = this.#answer;
    if (!value && state === 'error') return errorState(error, this.#t, () => void this.#answer.run());
    const first = this.app.account.name.split(' ')[0] ?? '';
    const greeting = `today.${daytime(this.app.now(), this.timeZone)}` as const;
    return html`
      <div class="page">
        <header>
          <h1>${this.#t(greeting, { name: first })}</h1>
          ${value ? html`<p class="intro">${this.#t('today.summary', { count: value.summary.newThisWeek })}</p>` : nothing}
        </header>
        ${value ? this.#content(value) : html`<div class="bones">${bones([40, 100, 100, 80], this.#t)}</div>`}
      </div>
    `;
  }

  #content({ leads, summary }: Answer): TemplateResult {
    const nothingYet = summary.open + summary.won + summary.lost + summary.spam === 0;
    if (nothingYet) return this.#first();
    const today = sortToday(leads, this.app.now(), this.timeZone);
    const clear = today.fresh.length + today.stale.length + today.deciding.length === 0;
    return html`${this.#figures(summary)} ${clear ? this.#clear() : this.#lists(today)}`;
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
    return html`<div class="card">
      ${emptyState({ icon: 'circleCheck', title: this.#t('today.clear'), text: this.#t('today.clearText') })}
    </div>`;
  }

  #figures({ newThisWeek, open, won }: Schema<'LeadSummary'>): TemplateResult {
    const { navigator, membership } = this.app;
    const leads = (status?: string) => navigator.href({ name: 'leads', slug: membership.slug }, { status });
    const figure = (count: number, label: DashboardText, href: string): TemplateResult => html`
      <a class="figure card" href=${href}>
        <strong class="numbers">${new Intl.NumberFormat(this.locale).format(count)}</strong>
        <span class="muted">${this.#t(label)}</span>
      </a>
    `;
    return html`<div class="figures">
      ${figure(newThisWeek, 'today.week', leads())} ${figure(open, 'today.open', leads())}
      ${figure(won, 'today.won', leads('won'))}
    </div>`;
  }

  #lists({ fresh, stale, deciding }: Today): TemplateResult {
    const age = (lead: Lead): TemplateResult =>
      html`<time datetime=${lead.createdAt} title=${this.instant(lead.createdAt)}>${this.when(lead.createdAt)}</time>`;
    const quiet = (lead: Lead): TemplateResult =>
      html`<time datetime=${lead.lastActivityAt} title=${this.instant(lead.lastActivityAt)}>${this.when(lead.lastActivityAt)}</time>`;
    return html`
      ${this.#section(
        'today.decide',
        'today.decideHint',
        deciding.map(({ lead, days }) => this.#row(lead, this.#due(days))),
      )}
      ${this.#section(
        'today.new',
        'today.newHint',
        fresh.map((lead) => this.#row(lead, age(lead))),
      )}
      ${this.#section(
        'today.stale',
        'today.staleHint',
        stale.map((lead) => this.#row(lead, quiet(lead))),
      )}
    `;
  }

  #due(days: number): TemplateResult {
    const text = new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }).format(days, 'day');
    return html`<span class="pill ${days <= 1 ? 'warning' : ''}">${text}</span>`;
  }

  #section(title: DashboardText, hint: DashboardText, rows: TemplateResult[]): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing;
    return html`<section class="section" aria-labelledby=${title}>
      <header>
        <h2 id=${title}>${this.#t(title)}</h2>
        <span class="faint numbers">${rows.length}</span>
        <span class="meta">${this.#t(hint)}</span>
      </header>
      <ul class="rows card">
        ${rows.map((row) => html`<li>${row}</li>`)}
      </ul>
    </section>`;
  }

  #row(lead: Lead, end: TemplateResult): TemplateResult {
    const { navigator, membership } = this.app;
    const details = [lead.projectType, lead.eventDate && formatDate(lead.eventDate, this.locale), lead.place];
    return html`<a href=${navigator.href({ name: 'leads', slug: membership.slug, leadId: lead.id })}>
      <span class="avatar" aria-hidden="true">${lead.name.slice(0, 1)}</span>
      <span class="name clip" dir="auto">${lead.name}</span>
      <span class="detail clip muted" dir="auto">${details.filter(Boolean).join(' · ')}</span>
      <span class="end muted numbers">${end}</span>
      <span class="chevron">${icon('chevronRight')}</span>
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-today': TodayPanel;
  }
}
