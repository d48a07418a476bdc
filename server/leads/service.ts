import type { components } from '../../sdk/schema.ts';
import { diff } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { publicId, storedId } from '../platform/ids.ts';
import type { Page, PageRequest } from '../platform/pages.ts';
import { invalid } from '../platform/problem.ts';
import { mergeCustom } from '../platform/records.ts';
import { timeline as recordTimeline } from '../platform/timeline.ts';
import { readBudget, readPhone } from './create.ts';
import { isConverted, type Lead, mayMove } from './entities.ts';
import { errors } from './errors.ts';
import { getPipeline, holdStage } from './pipeline.ts';
import { get, load, save } from './write.ts';

export { convert, mergeClients } from './convert.ts';
export { checkDraft, createLead, type LeadInput } from './create.ts';
export { erase, purge } from './erase.ts';
export { createForm, deleteForm, findForm, getForm, leadKeys, listForms, updateForm } from './forms.ts';
export { getPipeline, stageNames, updatePipeline } from './pipeline.ts';
export { eachLead, type LeadFilter, leadsLike, listLeads, shapeOfLeads, summarize } from './queries.ts';
export { get } from './write.ts';

type Schemas = components['schemas'];

/** Edits a lead. An e-mail address and phone number can't both go. */
export async function update(
  ctx: Context,
  leadId: string,
  patch: Schemas['LeadPatch'],
  ifMatch: number | '*',
): Promise<Schemas['Lead']> {
  const lead = await load(ctx, leadId, ifMatch);
  const { budget, custom, ...plain } = patch;
  const next: Partial<Lead> = { ...plain } as Partial<Lead>;
  if (plain.email) next.email = normalizeEmail(plain.email);
  if (plain.phone) next.phone = await readPhone(ctx, plain.phone);
  if (plain.name !== undefined && !plain.name.trim()) throw invalid('/name', 'required', 'is required');
  if (budget !== undefined) {
    const current = {
      min: lead.budgetMin ?? null,
      max: lead.budgetMax ?? null,
      ...(lead.budgetCurrency ? { currency: lead.budgetCurrency } : {}),
    };
    Object.assign(next, readBudget(budget && { ...current, ...budget }));
  }
  if (custom) next.custom = mergeCustom(lead.custom, custom);
  for (const key of ['projectType', 'place', 'message', 'heardFrom'] as const) if (next[key] === '') next[key] = null;
  const merged = { ...lead, ...next };
  if (!merged.email && !merged.phone)
    throw invalid('/email', 'required', 'An e-mail address or a phone number is needed');
  const fields = diff(lead as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return get(ctx, leadId);
  Object.assign(lead, next);
  return save(ctx, lead, 'lead.updated', 'updated', fields);
}

/** Moves a lead to another stage, closes it or reopens it. Moving it to where it is changes nothing. */
export async function move(ctx: Context, leadId: string, to: Schemas['LeadMove']): Promise<Schemas['Lead']> {
  const lead = await load(ctx, leadId);
  const before = {
    status: lead.status,
    stageId: publicId('leadStage', lead.stageId),
    lostReason: lead.lostReason ?? null,
  };
  const { stages } = await getPipeline(ctx);
  const stage = to.status === 'open' && to.stageId !== undefined ? await holdStage(ctx, stages, to.stageId) : null;
  if (!mayMove(lead.status, to.status) && lead.status !== to.status)
    throw errors.invalid_transition({ detail: `${lead.status} leads can only be reopened` });
  if (to.status === 'open' && isConverted(lead))
    throw errors.invalid_transition({ detail: 'It has become a client and a project' });
  lead.status = to.status;
  if (stage) lead.stageId = stage.id;
  lead.lostReason = to.status === 'lost' ? to.lostReason : null;
  const after = { status: lead.status, stageId: publicId('leadStage', lead.stageId), lostReason: lead.lostReason };
  const fields = diff(before, after);
  if (fields.length === 0) return get(ctx, leadId);
  const type =
    to.status !== 'open' ? (`lead.${to.status}` as const) : before.status === 'open' ? 'lead.moved' : 'lead.reopened';
  return save(ctx, lead, type, type.slice('lead.'.length), fields, lead.lostReason);
}

/** All that happened to a lead, newest first. */
export async function timeline(
  ctx: Context,
  leadId: string,
  request: PageRequest,
): Promise<Page<Schemas['TimelineEntry']>> {
  const lead = await get(ctx, leadId);
  return recordTimeline(ctx, 'lead', storedId('lead', lead.id)!, request);
}

/** Hides a lead; it can be restored for 30 days, then it is purged. Deleting it again is a 404. */
export async function remove(ctx: Context, leadId: string): Promise<void> {
  const lead = await load(ctx, leadId);
  lead.deletedAt = ctx.now;
  await save(ctx, lead, 'lead.deleted', 'deleted', []);
}

export async function restore(ctx: Context, leadId: string): Promise<Schemas['Lead']> {
  const lead = await load(ctx, leadId, '*', true);
  if (!lead.deletedAt) throw errors.not_deleted();
  lead.deletedAt = null;
  return save(ctx, lead, 'lead.restored', 'restored', []);
}
