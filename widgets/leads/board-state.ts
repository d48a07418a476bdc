/** Which lists the leads on screen stand in. Pure. */
import type { Schema } from '@alloza/sdk/core';
import { createdBefore, mentions, tableKey } from '../app/record/lists.ts';

export type Lead = Schema<'Lead'>;
export type Status = Schema<'LeadStatus'>;

export interface View {
  readonly layout: 'board' | 'table';
  readonly status: Status | 'deleted';
  readonly q: string;
  readonly formId: string;
  readonly projectType: string;
  readonly importId: string;
  readonly order: 'newest' | 'oldest';
}

/** Whether leads are shown in columns by stage: only open ones are. */
export const inColumns = ({ layout, status }: View) => layout === 'board' && status === 'open';

export const isFiltered = ({ q, formId, projectType, importId }: View) =>
  Boolean(q || formId || projectType || importId);

/** Whether two views show the same leads in the same lists, so that nothing has to be loaded anew. */
export const sameLeads = (one: View, other: View) =>
  inColumns(one) === inColumns(other) &&
  (['status', 'q', 'formId', 'projectType', 'importId', 'order'] as const).every((name) => one[name] === other[name]);

/** The list a lead belongs to under a view; undefined if it isn't shown. */
export function listOf(lead: Lead, view: View): string | undefined {
  const status = lead.deletedAt ? 'deleted' : lead.status;
  if (status !== view.status) return undefined;
  if (view.formId && lead.formId !== view.formId) return undefined;
  if (view.projectType && lead.projectType !== view.projectType) return undefined;
  const { name, email, phone, projectType, place, message } = lead;
  if (view.q && !mentions([name, email, phone, projectType, place, message].join(' '), view.q)) return undefined;
  return inColumns(view) ? lead.stageId : tableKey;
}

export const comesBefore = (one: Lead, other: Lead, { order }: View) => createdBefore(one, other, order);

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
