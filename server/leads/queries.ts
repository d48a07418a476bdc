import type { components } from '../../sdk/schema.ts';
import type { Context } from '../platform/context.ts';
import { eachRow, query } from '../platform/database.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { cursorId, type Page, type PageRequest, page } from '../platform/pages.ts';
import { isOfImport } from '../platform/records.ts';
import type { Lead, LeadStatus, Meaning } from './entities.ts';
import { getPipeline } from './pipeline.ts';
import { presentLead } from './present.ts';

type Schemas = components['schemas'];
type LeadRow = Lead & { meaning: Meaning; knownClientId: string | null };

/** Rows in the shape of the entity, without hydrating it: lists are read often. */
const columns = `l.id, l.form_id as "formId", l.name, l.email, l.phone, l.project_type as "projectType",
  l.event_date::text as "eventDate", l.date_undecided as "dateUndecided", l.date_flexible as "dateFlexible", l.place,
  l.guest_count as "guestCount", l.budget_min as "budgetMin", l.budget_max as "budgetMax", l.budget_currency as "budgetCurrency",
  l.message, l.heard_from as "heardFrom", l.answers, l.consent, l.source, l.status, l.stage_id as "stageId",
  l.lost_reason as "lostReason", l.rating, l.confidence, l.decide_by::text as "decideBy", l.last_activity_at as "lastActivityAt",
  l.client_id as "clientId", l.project_id as "projectId", l.custom, l.created_at as "createdAt", l.updated_at as "updatedAt", l.deleted_at as "deletedAt", l.version, s.meaning,
  case when l.client_id is null then (select known.client_id from client_identities known
    where known.workspace_id = l.workspace_id and known.kind = 'email' and known.value = l.email) end as "knownClientId"`;

export interface LeadFilter extends PageRequest {
  q?: string | undefined;
  importId?: string | undefined;
  status?: LeadStatus | undefined;
  stageId?: string | undefined;
  formId?: string | undefined;
  projectType?: string | undefined;
  createdFrom?: string | undefined;
  createdTo?: string | undefined;
  deleted?: boolean | undefined;
  order?: 'newest' | 'oldest' | undefined;
}

/** The statement of a list and its parameters; only the filters that are set stand in it, so that each finds its index. */
export function listStatement(
  ctx: Pick<Context, 'workspace'>,
  filter: LeadFilter,
  limit: number | null = (filter.limit ?? 25) + 1,
): { text: string; values: unknown[] } {
  const values: unknown[] = [ctx.workspace.id];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['l.workspace_id = $1', filter.deleted ? 'l.deleted_at is not null' : 'l.deleted_at is null'];
  if (filter.status) where.push(`l.status = ${bind(filter.status)}`);
  if (filter.stageId) where.push(`l.stage_id = ${bind(storedId('leadStage', filter.stageId))}`, "l.status = 'open'");
  if (filter.formId) where.push(`l.form_id = ${bind(storedId('leadForm', filter.formId))}`);
  if (filter.projectType) where.push(`l.project_type = ${bind(filter.projectType)}`);
  if (filter.createdFrom) where.push(`l.created_at >= ${bind(filter.createdFrom)}`);
  if (filter.createdTo) where.push(`l.created_at < ${bind(filter.createdTo)}`);
  if (filter.importId) where.push(isOfImport('l.id', bind(storedId('import', filter.importId))));
  if (filter.q) where.push(`l.id in (select search_leads(${bind(filter.q)}))`);
  const oldest = filter.order === 'oldest';
  const after = cursorId('lead', filter.after);
  if (after) where.push(`l.id ${oldest ? '>' : '<'} ${bind(after)}`);
  const text = `select ${columns} from leads l join lead_stages s on s.workspace_id = l.workspace_id and s.id = l.stage_id
    where ${where.join(' and ')} order by l.id ${oldest ? 'asc' : 'desc'} limit ${bind(limit)}`;
  return { text, values };
}

export async function listLeads(ctx: Context, filter: LeadFilter): Promise<Page<Schemas['Lead']>> {
  const { text, values } = listStatement(ctx, filter);
  const present = (row: LeadRow) => presentLead(row, row.meaning, ctx.now);
  return page<LeadRow, Schemas['Lead']>(filter, 'lead', present, () => query<LeadRow>(ctx.em, text, values));
}

/** All leads of a list in its order, in batches. */
export async function* eachLead(ctx: Context, filter: LeadFilter): AsyncGenerator<Schemas['Lead'][]> {
  const { text, values } = listStatement(ctx, filter, null);
  for await (const rows of eachRow<LeadRow>(ctx.em, text, values))
    yield rows.map((row) => presentLead(row, row.meaning, ctx.now));
}

/** The keys of the answers of a list's leads, and the names of their custom fields. */
export async function shapeOfLeads(ctx: Context, filter: LeadFilter): Promise<{ answers: string[]; custom: string[] }> {
  const { text, values } = listStatement(ctx, filter, null);
  const rows = await query<{ answers: string[]; custom: string[] }>(
    ctx.em,
    `select coalesce(array_agg(distinct named.name) filter (where named.kind = 'answer'), '{}') as answers,
            coalesce(array_agg(distinct named.name) filter (where named.kind = 'custom'), '{}') as custom
       from (${text}) listed cross join lateral (
         select 'answer' as kind, answer ->> 'key' as name from jsonb_array_elements(listed.answers) answer
         union all select 'custom', field from jsonb_object_keys(listed.custom) field) named`,
    values,
  );
  return rows[0]!;
}

/** Leads that are not deleted: those with these stored ids, and those reached at these addresses and numbers. */
export async function leadsLike(
  ctx: Context,
  given: { ids: readonly string[]; emails: readonly string[]; phones: readonly string[] },
): Promise<Schemas['Lead'][]> {
  const rows = await query<LeadRow>(
    ctx.em,
    `select ${columns} from leads l join lead_stages s on s.workspace_id = l.workspace_id and s.id = l.stage_id
      where l.workspace_id = $1 and l.deleted_at is null and l.id in (
        select id from leads where workspace_id = $1 and id = any($2::uuid[])
        union select id from leads where workspace_id = $1 and email = any($3)
        union select id from leads where workspace_id = $1 and phone = any($4)) order by l.id`,
    [ctx.workspace.id, given.ids, given.emails, given.phones],
  );
  return rows.map((row) => presentLead(row, row.meaning, ctx.now));
}

/** One lead as staff see it, or null. */
export async function findLead(ctx: Context, leadId: string): Promise<Schemas['Lead'] | null> {
  const rows = await query<LeadRow>(
    ctx.em,
    `select ${columns} from leads l join lead_stages s on s.workspace_id = l.workspace_id and s.id = l.stage_id
      where l.workspace_id = $1 and l.id = $2`,
    [ctx.workspace.id, storedId('lead', leadId)],
  );
  return rows[0] ? presentLead(rows[0], rows[0].meaning, ctx.now) : null;
}

export async function summarize(ctx: Context): Promise<Schemas['LeadSummary']> {
  const { stages } = await getPipeline(ctx);
  const rows = await query<{ status: LeadStatus; stage_id: string; count: number; recent: number }>(
    ctx.em,
    `select status, stage_id, count(*)::int as count, (count(*) filter (where created_at > $2::timestamptz - interval '7 days'))::int as recent
       from leads where workspace_id = $1 and deleted_at is null group by status, stage_id`,
    [ctx.workspace.id, ctx.now],
  );
  const sum = (status: LeadStatus) =>
    rows.filter((row) => row.status === status).reduce((total, row) => total + row.count, 0);
  return {
    stages: stages.map((stage) => ({
      stageId: publicId('leadStage', stage.id),
      count: rows.find((row) => row.status === 'open' && row.stage_id === stage.id)?.count ?? 0,
    })),
    open: sum('open'),
    won: sum('won'),
    lost: sum('lost'),
    spam: sum('spam'),
    newThisWeek: rows.filter((row) => row.status !== 'spam').reduce((total, row) => total + row.recent, 0),
  };
}
