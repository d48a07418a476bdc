/** The leads on screen and the lists they stand in. Pure: every change makes a new board. */
import type { Schema } from '@alloza/sdk/core';

export type Lead = Schema<'Lead'>;
export type Status = Schema<'LeadStatus'>;

/** One column of the board, or the whole table. */
export interface List {
  readonly ids: readonly string[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  readonly state: 'loading' | 'ready' | 'more' | 'error';
  readonly error?: unknown;
}

export interface Board {
  readonly leads: ReadonlyMap<string, Lead>;
  readonly lists: ReadonlyMap<string, List>;
}

export interface View {
  readonly layout: 'board' | 'table';
  readonly status: Status | 'deleted';
  readonly q: string;
  readonly formId: string;
  readonly projectType: string;
  readonly order: 'newest' | 'oldest';
}

/** The key of the only list of a table. */
export const tableKey = 'table';

export const noBoard: Board = { leads: new Map(), lists: new Map() };

/** Whether leads are shown in columns by stage: only open ones are. */
export const inColumns = ({ layout, status }: View) => layout === 'board' && status === 'open';

export const isFiltered = ({ q, formId, projectType }: View) => Boolean(q || formId || projectType);

/** Whether two views show the same leads in the same lists, so that nothing has to be loaded anew. */
export const sameLeads = (one: View, other: View) =>
  inColumns(one) === inColumns(other) &&
  (['status', 'q', 'formId', 'projectType', 'order'] as const).every((name) => one[name] === other[name]);

/** The list a lead belongs to under a view; undefined if it isn't shown. */
export function listOf(lead: Lead, view: View): string | undefined {
  const status = lead.deletedAt ? 'deleted' : lead.status;
  if (status !== view.status) return undefined;
  if (view.formId && lead.formId !== view.formId) return undefined;
  if (view.projectType && lead.projectType !== view.projectType) return undefined;
  if (view.q && !mentions(lead, view.q)) return undefined;
  return inColumns(view) ? lead.stageId : tableKey;
}

/** A guess at what the server's search would find, for a lead that arrives while a search is on. */
function mentions(lead: Lead, q: string): boolean {
  const text = [lead.name, lead.email, lead.phone, lead.projectType, lead.place, lead.message].join(' ');
  return q.split(/\s+/).every((word) => plain(text).includes(plain(word)));
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

export function setList(board: Board, key: string, list: List): Board {
  return { ...board, lists: new Map(board.lists).set(key, list) };
}

/** Adds a page to a list. A lead that moved between pages while they were read stands only once. */
export function addPage(board: Board, key: string, page: { items: readonly Lead[]; next: string | null }): Board {
  const leads = new Map(board.leads);
  for (const lead of page.items) leads.set(lead.id, lead);
  const before = board.lists.get(key)?.ids ?? [];
  const ids = [...new Set([...before, ...page.items.map(({ id }) => id)])];
  return setList({ ...board, leads }, key, { ids, next: page.next, state: 'ready' });
}

/** Puts a lead where it belongs now, and takes it from where it stood. */
export function putLead(board: Board, lead: Lead, view: View): Board {
  const leads = new Map(board.leads).set(lead.id, lead);
  const target = listOf(lead, view);
  const lists = new Map(board.lists);
  for (const [key, list] of lists) {
    const stands = list.ids.includes(lead.id);
    if (key === target) lists.set(key, stands ? list : { ...list, ids: insert(list, lead, leads, view.order) });
    else if (stands) lists.set(key, { ...list, ids: list.ids.filter((id) => id !== lead.id) });
  }
  return { leads, lists };
}

export function dropLead(board: Board, id: string): Board {
  const leads = new Map(board.leads);
  leads.delete(id);
  const lists = new Map(
    [...board.lists].map(([key, list]) => [key, { ...list, ids: list.ids.filter((other) => other !== id) }]),
  );
  return { leads, lists };
}

/** Where a lead will stand in a list: what a drop shows before it happens. */
export function positionIn(list: List, lead: Lead, leads: ReadonlyMap<string, Lead>, order: View['order']): number {
  const others = list.ids.filter((id) => id !== lead.id);
  const index = others.findIndex((id) => comesBefore(lead, leads.get(id)!, order));
  return index < 0 ? others.length : index;
}

/** A lead that would stand behind the last one loaded comes with its page, unless there are no more pages. */
function insert(list: List, lead: Lead, leads: ReadonlyMap<string, Lead>, order: View['order']): readonly string[] {
  const index = positionIn(list, lead, leads, order);
  if (index === list.ids.length && list.next !== null) return list.ids;
  return list.ids.toSpliced(index, 0, lead.id);
}

function comesBefore(one: Lead, other: Lead, order: View['order']): boolean {
  const [a, b] = order === 'newest' ? [one, other] : [other, one];
  // Ids are ordered by time too, which settles leads of the same instant.
  return a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;
}

export type Summary = Schema<'LeadSummary'>;

/** The counts after a lead went from one place to another. A deleted one is counted nowhere. */
export function recount(summary: Summary, from: Lead, to: Lead): Summary {
  const change = (lead: Lead, by: number, counts: Summary): Summary => {
    if (lead.deletedAt) return counts;
    const stages =
      lead.status === 'open'
        ? counts.stages.map((stage) =>
            stage.stageId === lead.stageId ? { ...stage, count: Math.max(0, stage.count + by) } : stage,
          )
        : counts.stages;
    return { ...counts, stages, [lead.status]: Math.max(0, counts[lead.status] + by) };
  };
  return change(to, 1, change(from, -1, summary));
}
