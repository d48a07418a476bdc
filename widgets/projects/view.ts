/** Which projects the screen shows, in which lists, and how that reads in the address. Pure. */
import type { Schema } from '@alloza/sdk/core';
import type { Query } from '../app/navigator.ts';
import { createdBefore, mentions, tableKey } from '../app/record/lists.ts';

export type Project = Schema<'Project'>;
export type Status = Schema<'ProjectStatus'>;
export type Summary = Schema<'ProjectSummary'>;
/** What a sheet saves. Clients are read as `clients` and written as `clientIds`. */
export type ProjectPatch = Schema<'ProjectPatch'> & { clients?: Project['clients'] };

/** `all` are the jobs at hand. */
export const shows = ['all', 'postponed', 'cancelled', 'archived', 'deleted'] as const;

export interface View {
  readonly layout: 'board' | 'table';
  readonly show: (typeof shows)[number];
  readonly q: string;
  readonly memberId: string;
  readonly importId: string;
  readonly order: 'newest' | 'oldest' | 'date';
}

export function readView(query: URLSearchParams): View {
  const order = query.get('order');
  return {
    layout: query.get('view') === 'table' ? 'table' : 'board',
    show: shows.find((one) => one === query.get('show')) ?? 'all',
    q: (query.get('q') ?? '').trim().slice(0, 200),
    memberId: (query.get('member') ?? '').slice(0, 60),
    importId: (query.get('import') ?? '').slice(0, 60),
    order: order === 'newest' || order === 'oldest' ? order : 'date',
  };
}

/** The parameters of a view; what is as by default stays out of the address. */
export const writeView = (view: View): Query => ({
  view: view.layout === 'table' ? 'table' : undefined,
  show: view.show === 'all' ? undefined : view.show,
  q: view.q || undefined,
  member: view.memberId || undefined,
  import: view.importId || undefined,
  order: view.order === 'date' ? undefined : view.order,
});

/** The parameters of `projects.list`. */
export const filterOf = ({ show, q, memberId, importId, order }: View) => ({
  ...(show === 'postponed' || show === 'cancelled' ? { status: show } : {}),
  ...(show === 'archived' || show === 'deleted' ? { [show]: true } : {}),
  ...(q && { q }),
  ...(memberId && { memberId }),
  ...(importId && { importId }),
  order,
});

/** Whether projects stand in columns by stage: only those at hand do. */
export const inColumns = ({ layout, show }: View) => layout === 'board' && show === 'all';

export const isFiltered = ({ q, memberId, importId }: View) => Boolean(q || memberId || importId);

export const sameProjects = (one: View, other: View) =>
  inColumns(one) === inColumns(other) && JSON.stringify(filterOf(one)) === JSON.stringify(filterOf(other));

const isAside = (status: Status) => status === 'postponed' || status === 'cancelled';

/** The list a project belongs to under a view; undefined if it isn't shown. */
export function listOf(project: Project, view: View): string | undefined {
  const { status, title, clients, projectType, dates } = project;
  const place = project.deletedAt ? 'deleted' : project.archivedAt ? 'archived' : 'all';
  if (place !== (view.show === 'postponed' || view.show === 'cancelled' ? 'all' : view.show)) return undefined;
  if (view.memberId && !project.memberIds.includes(view.memberId)) return undefined;
  const words = [title, projectType, ...clients.map((one) => one.displayName), ...dates.map((one) => one.place)];
  if (view.q && !mentions(words.join(' '), view.q)) return undefined;
  if (view.show === 'postponed' || view.show === 'cancelled') return status === view.show ? tableKey : undefined;
  if (!inColumns(view)) return tableKey;
  return isAside(status) ? undefined : project.stageId;
}

/** By the day of the job, undated ones last; or by when the project was opened. */
export function comesBefore(one: Project, other: Project, { order }: View): boolean {
  if (order !== 'date') return createdBefore(one, other, order);
  const [a, b] = [one.mainDate ?? '9999', other.mainDate ?? '9999'];
  return a === b ? one.id < other.id : a < b;
}

/** The counts after a project went from one place to another. An archived or deleted one is counted nowhere. */
export function recount(summary: Summary, from: Project, to: Project): Summary {
  const change = (project: Project, by: number, counts: Summary): Summary => {
    const { status, stageId } = project;
    if (project.deletedAt || project.archivedAt) return counts;
    if (status === 'postponed' || status === 'cancelled')
      return { ...counts, [status]: Math.max(0, counts[status] + by) };
    const stages = counts.stages.map((stage) =>
      stage.stageId === stageId ? { ...stage, count: Math.max(0, stage.count + by) } : stage,
    );
    return { ...counts, stages };
  };
  return change(to, 1, change(from, -1, summary));
}

const next: Record<Status, readonly Status[]> = {
  draft: ['booked', 'cancelled'],
  booked: ['in_production', 'postponed', 'cancelled'],
  in_production: ['delivered', 'postponed', 'cancelled'],
  delivered: ['closed'],
  closed: [],
  postponed: ['booked', 'cancelled'],
  cancelled: [],
};

/** Where a project may go, as the contract says it: on to the next meaning, and freely among stages of one. */
export const mayGo = (from: Status, to: Status): boolean => from === to || next[from].includes(to);
