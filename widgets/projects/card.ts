/** How a project looks on the board. */
import { html, nothing, type TemplateResult } from 'lit';
import { daysUntil, formatDate, formatMoney } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { TranslateProject } from './texts.ts';
import type { Project, Status } from './view.ts';

export interface Reading {
  readonly t: TranslateProject;
  readonly locale: string;
  readonly timeZone: string;
  readonly now: number;
}

export const statusLooks: Record<Status, string> = {
  draft: '',
  booked: 'accent',
  in_production: 'info',
  delivered: 'success',
  closed: '',
  postponed: 'warning',
  cancelled: 'danger',
};

export const clientNames = ({ clients }: Project, locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(clients.map(({ displayName }) => displayName));

/** How near the job is, said for the weeks around it. */
export function nearness({ mainDate }: Project, { t, now, timeZone }: Reading): string | undefined {
  if (!mainDate) return undefined;
  const days = daysUntil(mainDate, now, timeZone);
  if (days === 0) return t('date.today');
  if (days > 0 && days <= 30) return t('date.in', { count: days });
  return undefined;
}

export const valueText = ({ value }: Project, locale: string): string | undefined =>
  value ? formatMoney(value.amount, value.currency, locale) : undefined;

export const tasksText = ({ openTasks, doneTasks }: Project): string | undefined =>
  openTasks + doneTasks > 0 ? `${doneTasks}/${openTasks + doneTasks}` : undefined;

const fact = (name: IconName, text: string | undefined, label?: string) =>
  text
    ? html`<span class="fact numbers" title=${label ?? nothing}
        >${icon(name)}<span class="clip">${label ? html`<span class="only-spoken">${label}</span>` : nothing}${text}</span></span
      >`
    : nothing;

export function cardContent(project: Project, reading: Reading): TemplateResult {
  const { t, locale } = reading;
  const date = project.mainDate ? formatDate(project.mainDate, locale) : t('date.none');
  const near = nearness(project, reading);
  const names = clientNames(project, locale);
  return html`
    <span class="top"><span class="name clip" dir="auto">${project.title}</span></span>
    ${names && names !== project.title ? html`<span class="line clip muted" dir="auto">${names}</span>` : nothing}
    <span class="facts">${fact('calendar', date)}${fact('wallet', valueText(project, locale))}</span>
    <span class="foot">
      ${fact('listChecks', tasksText(project), t('tasks.title'))}
      ${project.projectType ? html`<span class="fact"><span class="clip" dir="auto">${project.projectType}</span></span>` : nothing}
      ${near ? html`<span class="pill ${near === t('date.today') ? 'accent' : ''}">${near}</span>` : nothing}
    </span>
  `;
}
