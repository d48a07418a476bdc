import type { components } from '../../sdk/schema.ts';
import { type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { EventType } from '../platform/events.ts';
import { publicId } from '../platform/ids.ts';
import { problems } from '../platform/problem.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { Lead } from './entities.ts';
import { findLead } from './queries.ts';

type Schemas = components['schemas'];

export async function get(ctx: Context, leadId: string): Promise<Schemas['Lead']> {
  const lead = await findLead(ctx, leadId);
  if (!lead) throw problems.not_found();
  return lead;
}

/** Loads a lead for writing, locked. @throws 404, also for a deleted one; 412 */
export async function load(ctx: Context, leadId: string, ifMatch: number | '*' = '*', deleted = false): Promise<Lead> {
  const lead = await loadForWrite<Lead>(ctx, Lead, 'lead', leadId, ifMatch);
  if (!deleted && lead.deletedAt) throw problems.not_found();
  return lead;
}

/** Writes a changed lead, its record and its event, and answers it as staff see it. */
export async function save(
  ctx: Context,
  lead: Lead,
  type: EventType,
  action: string,
  fields: FieldChange[],
  reason: string | null = null,
): Promise<Schemas['Lead']> {
  touch(ctx, lead);
  lead.lastActivityAt = ctx.now;
  await ctx.em.flush();
  recordChange(ctx, 'lead', lead.id, action, fields, reason);
  announce(ctx, lead, type, fields);
  return get(ctx, publicId('lead', lead.id));
}

/** Writes the event of a change; of a converted lead it belongs to its client and project too. */
export function announce(ctx: Context, lead: Lead, type: EventType, fields: FieldChange[]): void {
  const { id, clientId, projectId } = lead;
  const data = {
    id: publicId('lead', id),
    changed: fields.map((field) => field.field),
    status: lead.status,
    stageId: publicId('leadStage', lead.stageId),
    ...(clientId ? { clientId: publicId('client', clientId) } : {}),
    ...(projectId ? { projectId: publicId('project', projectId) } : {}),
    version: lead.version,
  };
  ctx.emit(type, data, { leadId: id, ...(clientId ? { clientId } : {}), ...(projectId ? { projectId } : {}) });
}
