/** What the start page asks the server: four lists at once, none of them of what the person may not see. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import { dayIn } from '../app/format.ts';
import {
  ahead,
  type JobDay,
  type LeadsToday,
  soon,
  sortJobs,
  sortLeads,
  sortTasks,
  type TasksToday,
  withoutDate,
} from './today-lists.ts';

export interface Today {
  readonly leads: LeadsToday;
  readonly tasks: TasksToday;
  readonly jobs: readonly JobDay[];
  readonly undated: readonly Schema<'Project'>[];
  /** Nothing was ever in this studio: it is about to begin. */
  readonly isNew: boolean;
}

const day = 86_400_000;
const limit = 100;

export async function loadToday({ api, membership, workspace, now }: App, signal: AbortSignal): Promise<Today> {
  const at = now();
  const { timeZone } = workspace;
  const inDays = (days: number) => dayIn(at + days * day, timeZone);
  const options = { signal };
  const nothing: { items: Schema<'Lead'>[] } = { items: [] };
  const [leads, tasks, jobs, undated] = await Promise.all([
    membership.ownJobsOnly ? nothing : api.leads.list({ status: 'open', limit }, options),
    api.tasks.list({ done: false, dueBefore: inDays(soon + 1), limit }, options),
    api.projects.list({ dateFrom: inDays(0), dateTo: inDays(ahead + 1), order: 'date', limit }, options),
    api.projects.list({ dated: false, limit }, options),
  ]);
  const isEmpty = [leads, tasks, jobs, undated].every(({ items }) => items.length === 0);
  return {
    leads: sortLeads(leads.items, at, timeZone),
    tasks: sortTasks(tasks.items, membership.memberId, at, timeZone),
    jobs: sortJobs(jobs.items, at, timeZone),
    undated: withoutDate(undated.items),
    isNew: isEmpty && !membership.ownJobsOnly && (await neverHadLeads(api, options)),
  };
}

/** Asked only where nothing waits: all done, or not begun. */
async function neverHadLeads(api: App['api'], options: { signal: AbortSignal }): Promise<boolean> {
  const { open, won, lost, spam } = await api.leads.summary(options);
  return open + won + lost + spam === 0;
}
