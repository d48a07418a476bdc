/** What needs somebody today: of the open leads, the open tasks and the jobs ahead. Pure. */
import type { Schema } from '@alloza/sdk/core';
import { daysUntil } from '../app/format.ts';

type Lead = Schema<'Lead'>;
type Task = Schema<'Task'>;
type Project = Schema<'Project'>;

/** How many days ahead a decision or a task is due soon, and how far the jobs ahead are looked at. */
export const soon = 7;
export const ahead = 14;

export interface LeadsToday {
  /** Not answered yet, the newest first. */
  readonly fresh: readonly Lead[];
  /** Quiet for seven days, the longest first. */
  readonly stale: readonly Lead[];
  /** Decision due within a week or over, the nearest first. */
  readonly deciding: readonly { readonly lead: Lead; readonly days: number }[];
}

/** Each lead stands once: what is due first, then what is new, then what went quiet. */
export function sortLeads(leads: readonly Lead[], now: number, timeZone?: string): LeadsToday {
  const deciding = leads
    .flatMap((lead) => (lead.decideBy ? [{ lead, days: daysUntil(lead.decideBy, now, timeZone) }] : []))
    .filter(({ days }) => days <= soon)
    .sort((a, b) => a.days - b.days);
  const taken = new Set(deciding.map(({ lead }) => lead.id));
  const rest = leads.filter(({ id }) => !taken.has(id));
  const fresh = rest.filter(({ stage, stale }) => stage === 'new' && !stale);
  const stale = rest.filter((lead) => lead.stale).sort((a, b) => a.lastActivityAt.localeCompare(b.lastActivityAt));
  return { fresh, stale, deciding };
}

export interface TaskDay {
  readonly task: Task;
  /** Until it is due; negative if that is over. */
  readonly days: number;
}

export interface TasksToday {
  /** Due today or before: one's own, then nobody's, then others'; the longest overdue first. */
  readonly due: readonly TaskDay[];
  /** One's own and nobody's of the days after. */
  readonly next: readonly TaskDay[];
}

export function sortTasks(tasks: readonly Task[], memberId: string, now: number, timeZone?: string): TasksToday {
  const days = tasks.flatMap((task): TaskDay[] =>
    task.dueOn ? [{ task, days: daysUntil(task.dueOn, now, timeZone) }] : [],
  );
  const turn = ({ task: { assigneeId } }: TaskDay) => (assigneeId === memberId ? 0 : assigneeId ? 2 : 1);
  const due = days.filter((each) => each.days <= 0).sort((a, b) => turn(a) - turn(b) || a.days - b.days);
  const next = days.filter((each) => each.days > 0 && turn(each) < 2).sort((a, b) => a.days - b.days);
  return { due, next };
}

export interface TaskGroup {
  readonly name: 'overdue' | 'today' | 'later' | 'undated';
  readonly tasks: readonly { readonly task: Task; readonly days: number | null }[];
}

/** Open tasks under when they are due, in the order given; groups without any are left out. */
export function groupTasks(tasks: readonly Task[], now: number, timeZone?: string): TaskGroup[] {
  const all = tasks.map((task) => ({ task, days: task.dueOn ? daysUntil(task.dueOn, now, timeZone) : null }));
  const nameOf = (days: number | null): TaskGroup['name'] => {
    if (days === null) return 'undated';
    return days < 0 ? 'overdue' : days === 0 ? 'today' : 'later';
  };
  return (['overdue', 'today', 'later', 'undated'] as const)
    .map((name) => ({ name, tasks: all.filter(({ days }) => nameOf(days) === name) }))
    .filter((group) => group.tasks.length > 0);
}

export interface JobDay {
  readonly project: Project;
  readonly days: number;
  /** The day it is about: what it is called, when it begins and where. */
  readonly date: Project['dates'][number];
}

/** The days of jobs ahead, the nearest first, each of a job's days for itself; jobs that don't happen are left out. */
export const sortJobs = (projects: readonly Project[], now: number, timeZone?: string): JobDay[] =>
  projects
    .filter(({ status }) => status !== 'cancelled' && status !== 'postponed')
    .flatMap((project) => project.dates.map((date) => ({ project, days: daysUntil(date.date, now, timeZone), date })))
    .filter(({ days }) => days >= 0 && days <= ahead)
    .sort((a, b) => a.days - b.days || (a.date.startTime ?? '').localeCompare(b.date.startTime ?? ''));

/** Jobs that go on and still have no date. */
export const withoutDate = (projects: readonly Project[]): Project[] =>
  projects.filter(({ status, mainDate }) => mainDate === null && ['draft', 'booked', 'in_production'].includes(status));

/** Which greeting fits the hour in the studio's zone. */
export function daytime(now: number, timeZone?: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone }).format(now));
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
