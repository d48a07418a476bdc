/** The rows of the start page: each leads to its record, and does the next thing at once. */
import type { Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { App } from '../app/app.ts';
import { formatDate, formatInstant, formatWhen } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import type { DashboardText } from './rail.ts';
import { type JobDay, soon, type TaskGroup } from './today-lists.ts';

type Lead = Schema<'Lead'>;
type Project = Schema<'Project'>;

interface Reading {
  readonly app: App;
  readonly locale: string;
  readonly t: (key: DashboardText, values?: Record<string, string | number>) => string;
}

export interface TaskRows extends Reading {
  /** Tasks that were ticked off a moment ago: shown as done until the lists are read again. */
  readonly done: ReadonlySet<string>;
  readonly finish: (task: Schema<'Task'>) => void;
  /** What a member is called, where that is known. */
  readonly nameOf?: (memberId: string) => string | undefined;
}

export interface Rows extends TaskRows {
  readonly answered: (lead: Lead) => void;
}

export const relativeDay = (days: number, locale: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');

/** The details below a name; each keeps its own direction. Nothing where there are none. */
function details(...parts: readonly (string | null | undefined)[]): TemplateResult | typeof nothing {
  const there = parts.filter(Boolean);
  if (there.length === 0) return nothing;
  return html`<span class="detail clip muted"
    >${there.map((part, index) => html`${index > 0 ? ' · ' : nothing}<bdi>${part}</bdi>`)}</span
  >`;
}

/** A pill for a day: over, today, or to come. Farther away it is the date. */
const dayPill = (days: number, locale: string, date?: string | null): TemplateResult =>
  html`<span class="pill ${days < 0 ? 'danger' : days === 0 ? 'warning' : ''}"
    >${date && Math.abs(days) > soon ? formatDate(date, locale) : relativeDay(days, locale)}</span
  >`;

export function leadRow({ app, locale, t, answered }: Rows, lead: Lead, end: TemplateResult): TemplateResult {
  const { navigator, membership } = app;
  const mail = lead.email ? `mailto:${encodeURIComponent(lead.email).replaceAll('%40', '@')}` : undefined;
  return html`
    <a class="row-link" href=${navigator.href({ name: 'leads', slug: membership.slug, leadId: lead.id })}>
      <span class="avatar" aria-hidden="true">${lead.name.slice(0, 1)}</span>
      <span class="words">
        <span class="name clip" dir="auto">${lead.name}</span>
        ${details(lead.projectType, lead.eventDate && formatDate(lead.eventDate, locale), lead.place)}
      </span>
      <span class="end muted numbers">${end}</span>
    </a>
    <span class="acts">
      ${
        mail
          ? html`<a class="button quiet small only-icon" href=${mail} aria-label=${t('today.write', { name: lead.name })} title=${t('today.write', { name: lead.name })}>${icon('mail')}</a>`
          : nothing
      }
      ${
        lead.stage === 'new'
          ? html`<button class="button quiet small only-icon" aria-label=${t('today.answered', { name: lead.name })} title=${t('today.answered', { name: lead.name })} @click=${() => answered(lead)}>
              ${icon('check')}
            </button>`
          : nothing
      }
    </span>
  `;
}

/** When something happened, as the end of a lead's row. */
export const moment = ({ app, locale }: Rows, instant: string): TemplateResult => {
  const { timeZone } = app.workspace;
  return html`<time datetime=${instant} title=${formatInstant(instant, locale, timeZone)}
    >${formatWhen(instant, app.now(), locale, timeZone)}</time
  >`;
};

export const decision = ({ locale }: Rows, days: number): TemplateResult => dayPill(days, locale);

export function taskRow(rows: TaskRows, { task, days }: TaskGroup['tasks'][number]): TemplateResult {
  const { app, locale, t, done, finish, nameOf } = rows;
  const { navigator, membership } = app;
  const { assigneeId } = task;
  const someone = assigneeId ? (nameOf?.(assigneeId) ?? t('today.someone')) : t('today.nobody');
  const whose = assigneeId === membership.memberId ? undefined : someone;
  const isDone = done.has(task.id);
  return html`
    <button
      class="tick"
      role="checkbox"
      aria-checked=${String(isDone)}
      aria-label=${t('today.finish', { task: task.title })}
      @click=${() => !isDone && finish(task)}
    >
      ${icon(isDone ? 'circleCheck' : 'check')}
    </button>
    <a
      class="row-link ${isDone ? 'done' : ''}"
      href=${navigator.href({ name: 'projects', slug: membership.slug, projectId: task.projectId })}
    >
      <span class="words">
        <span class="name clip" dir="auto">${task.title}</span>
        ${details(task.projectTitle, whose)}
      </span>
      <span class="end numbers">${days === null ? nothing : dayPill(days, locale, task.dueOn)}</span>
    </a>
  `;
}

const clientNames = ({ clients }: Project): string => clients.map(({ displayName }) => displayName).join(', ');

export function jobRow({ app, locale }: Rows, { project, days, date }: JobDay): TemplateResult {
  const { navigator, membership } = app;
  const day = Date.parse(date.date);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day);
  return html`<a
    class="row-link"
    href=${navigator.href({ name: 'projects', slug: membership.slug, projectId: project.id })}
  >
    <span class="day ${days === 0 ? 'now' : ''}" aria-hidden="true">
      <span>${part({ month: 'short' })}</span><strong class="numbers">${part({ day: 'numeric' })}</strong>
    </span>
    <span class="words">
      <span class="name clip" dir="auto">${project.title}</span>
      ${details(
        clientNames(project),
        date.label === project.title ? null : date.label,
        date.startTime && timeText(date.startTime, locale),
        date.place,
      )}
    </span>
    <span class="end numbers" title=${formatDate(date.date, locale, 'long')}>${dayPill(days, locale)}</span>
  </a>`;
}

/** A wall-clock time of the studio's zone, as people write it here. */
const timeText = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(Date.parse(`1970-01-01T${time}Z`));

export function undatedRow({ app, t }: Rows, project: Project): TemplateResult {
  const { navigator, membership } = app;
  return html`<a
    class="row-link"
    href=${navigator.href({ name: 'projects', slug: membership.slug, projectId: project.id })}
  >
    <span class="day none" aria-hidden="true">${icon('calendar')}</span>
    <span class="words">
      <span class="name clip" dir="auto">${project.title}</span>
      ${details(clientNames(project), project.projectType)}
    </span>
    <span class="end muted">${t('today.setDate')}</span>
  </a>`;
}
