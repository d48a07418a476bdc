import type { components } from '../../sdk/schema.ts';
import type { Context } from '../platform/context.ts';
import { eachRow, query } from '../platform/database.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { cursorId, dayCursor, type Page, type PageRequest, readDayCursor } from '../platform/pages.ts';
import { isOfImport } from '../platform/records.ts';
import { scopeOf, seesMoney } from '../platform/scope.ts';
import type { ProjectStatus } from './entities.ts';
import { getPipeline } from './pipeline.ts';
import { type ProjectRow, presentProject } from './present.ts';

type Schemas = components['schemas'];

/** Clients that are deleted or merged away keep their place, which they find again when they are restored. */
const visibleClients = `project_clients pc join clients c on c.workspace_id = pc.workspace_id and c.id = pc.client_id and c.deleted_at is null`;

const columns = `p.id, p.workspace_id as "workspaceId", p.title, p.status, p.stage_id as "stageId", p.project_type as "projectType",
  p.description, p.dates, p.main_date::text as "mainDate", p.value_amount as "valueAmount", p.value_currency as "valueCurrency",
  p.tags, p.cancel_reason as "cancelReason", p.archived_at as "archivedAt", p.last_activity_at as "lastActivityAt", p.custom,
  p.created_at as "createdAt", p.updated_at as "updatedAt", p.deleted_at as "deletedAt", p.version,
  p.sort_date::text as "sortDate", s.meaning,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'displayName', c.display_name) order by pc.position, c.id), '[]')
     from ${visibleClients} where pc.workspace_id = p.workspace_id and pc.project_id = p.id) as clients,
  (select coalesce(array_agg(pm.member_id order by pm.position, pm.member_id), '{}')
     from project_members pm where pm.workspace_id = p.workspace_id and pm.project_id = p.id) as "memberIds",
  t."openTasks", t."doneTasks"`;
const tables = `projects p join project_stages s on s.workspace_id = p.workspace_id and s.id = p.stage_id
  cross join lateral (select (count(*) filter (where done_at is null))::int as "openTasks", count(done_at)::int as "doneTasks"
    from tasks where tasks.workspace_id = p.workspace_id and tasks.project_id = p.id) t`;

type ListedRow = ProjectRow & { sortDate: string };

export interface ProjectFilter extends PageRequest {
  q?: string | undefined;
  importId?: string | undefined;
  status?: ProjectStatus | undefined;
  stageId?: string | undefined;
  clientId?: string | undefined;
  memberId?: string | undefined;
  dateFrom?: string | undefined;
  dateTo?: string | undefined;
  dated?: boolean | undefined;
  archived?: boolean | undefined;
  deleted?: boolean | undefined;
  order?: 'newest' | 'oldest' | 'date' | undefined;
}

type Bind = (value: unknown) => string;
type Reader = Pick<Context, 'workspace' | 'actor'>;

/** Which projects a caller may see at all; nothing for those who see every job. */
export function ownJobs(ctx: Pick<Context, 'actor'>, column: string, bind: Bind): string[] {
  const scope = scopeOf(ctx);
  return scope ? [`${column} in (${jobsOf(bind(scope.memberId))})`] : [];
}

const jobsOf = (member: string) =>
  `select project_id from project_members where workspace_id = $1 and member_id = ${member}`;

/** The main date is the first one: what lies between it and the last decides only where both ends are given. */
function inSpan({ dateFrom, dateTo }: ProjectFilter, bind: Bind): string[] {
  const from = dateFrom && bind(dateFrom);
  const to = dateTo && bind(dateTo);
  const some = `exists (select 1 from jsonb_array_elements(p.dates) day where (day ->> 'date')::date >= ${from} and (day ->> 'date')::date < ${to})`;
  return [
    ...(from ? [`p.last_date >= ${from}`] : []),
    ...(to ? [`p.sort_date < ${to}`] : []),
    ...(from && to ? [some] : []),
  ];
}

/** The statement of a list and its parameters; only the filters that are set stand in it, so that each finds its index. */
function listStatement(ctx: Reader, filter: ProjectFilter, limit: number | null): { text: string; values: unknown[] } {
  const values: unknown[] = [ctx.workspace.id];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const where = ['p.workspace_id = $1', ...ownJobs(ctx, 'p.id', bind)];
  if (filter.deleted) where.push('p.deleted_at is not null');
  else where.push('p.deleted_at is null', `p.archived_at is ${filter.archived ? 'not null' : 'null'}`);
  if (filter.status) where.push(`p.status = ${bind(filter.status)}`);
  if (filter.stageId)
    where.push(
      `p.stage_id = ${bind(storedId('projectStage', filter.stageId))}`,
      "p.status not in ('postponed', 'cancelled')",
    );
  if (filter.clientId)
    where.push(
      `p.id in (select project_id from project_clients where workspace_id = $1 and client_id = ${bind(storedId('client', filter.clientId))})`,
    );
  if (filter.memberId) where.push(`p.id in (${jobsOf(bind(storedId('member', filter.memberId)))})`);
  where.push(...inSpan(filter, bind));
  if (filter.dated !== undefined) where.push(`p.sort_date ${filter.dated ? '<' : '='} 'infinity'`);
  if (filter.importId) where.push(isOfImport('p.id', bind(storedId('import', filter.importId))));
  if (filter.q) where.push(`p.id in (select search_projects(${bind(filter.q)}))`);
  const place = filter.order === 'date' ? readDayCursor(filter.after) : null;
  const after = filter.order === 'date' ? null : cursorId('project', filter.after);
  const oldest = filter.order === 'oldest';
  if (place) where.push(`(p.sort_date, p.id) > (${bind(place.day)}::date, ${bind(place.id)})`);
  if (after) where.push(`p.id ${oldest ? '>' : '<'} ${bind(after)}`);
  const order = filter.order === 'date' ? 'p.sort_date, p.id' : `p.id ${oldest ? 'asc' : 'desc'}`;
  const text = `select ${columns} from ${tables} where ${where.join(' and ')} order by ${order} limit ${bind(limit)}`;
  return { text, values };
}

export async function listProjects(ctx: Context, filter: ProjectFilter): Promise<Page<Schemas['Project']>> {
  const limit = filter.limit ?? 25;
  const { text, values } = listStatement(ctx, filter, limit + 1);
  const rows = await query<ListedRow>(ctx.em, text, values);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : null;
  const money = seesMoney(ctx);
  return {
    items: shown.map((row) => presentProject(row, money)),
    next: last && (filter.order === 'date' ? dayCursor(last.sortDate, last.id) : publicId('project', last.id)),
  };
}

/** All projects of a list in its order, in batches. */
export async function* eachProject(ctx: Context, filter: ProjectFilter): AsyncGenerator<Schemas['Project'][]> {
  const { text, values } = listStatement(ctx, filter, null);
  const money = seesMoney(ctx);
  for await (const rows of eachRow<ListedRow>(ctx.em, text, values))
    yield rows.map((row) => presentProject(row, money));
}

/** How many dates the projects of a list have at most, and the names of their custom fields. */
export async function shapeOfProjects(
  ctx: Context,
  filter: ProjectFilter,
): Promise<{ dates: number; custom: string[] }> {
  const { text, values } = listStatement(ctx, filter, null);
  const rows = await query<{ dates: number; custom: string[] }>(
    ctx.em,
    `select coalesce(max(jsonb_array_length(listed.dates)), 0) as dates,
            coalesce(array_agg(distinct field) filter (where field is not null), '{}') as custom
       from (${text}) listed left join lateral jsonb_object_keys(listed.custom) field on true`,
    values,
  );
  return rows[0]!;
}

/** Projects that are not deleted: those with these stored ids, and those called so. */
export async function projectsLike(
  ctx: Context,
  given: { ids: readonly string[]; titles: readonly string[] },
): Promise<Schemas['Project'][]> {
  const rows = await query<ProjectRow>(
    ctx.em,
    `select ${columns} from ${tables} where p.workspace_id = $1 and p.deleted_at is null and p.id in (
        select id from projects where workspace_id = $1 and id = any($2::uuid[])
        union select id from projects where workspace_id = $1 and title = any($3) and deleted_at is null) order by p.id`,
    [ctx.workspace.id, given.ids, given.titles],
  );
  return rows.map((row) => presentProject(row, seesMoney(ctx)));
}

/** One project as a row, or null for one that is none or none of the caller's. */
export async function findProject(ctx: Context, uuid: string | null): Promise<ProjectRow | null> {
  const values: unknown[] = [ctx.workspace.id, uuid];
  const where = ownJobs(ctx, 'p.id', (value) => `$${values.push(value)}`);
  const rows = await query<ProjectRow>(
    ctx.em,
    `select ${columns} from ${tables} where ${['p.workspace_id = $1', 'p.id = $2', ...where].join(' and ')}`,
    values,
  );
  return rows[0] ?? null;
}

/** Projects on the board, by stage, with the two states beside it. */
export async function summarize(ctx: Context): Promise<Schemas['ProjectSummary']> {
  const { stages } = await getPipeline(ctx);
  const values: unknown[] = [ctx.workspace.id];
  const where = ownJobs(ctx, 'p.id', (value) => `$${values.push(value)}`);
  const rows = await query<{ status: ProjectStatus; stage_id: string; count: number }>(
    ctx.em,
    `select status, stage_id, count(*)::int as count from projects p
      where ${['p.workspace_id = $1', 'p.deleted_at is null', 'p.archived_at is null', ...where].join(' and ')}
      group by status, stage_id`,
    values,
  );
  const count = (matches: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(matches).reduce((total, row) => total + row.count, 0);
  const isAside = (status: ProjectStatus) => status === 'postponed' || status === 'cancelled';
  return {
    stages: stages.map((stage) => ({
      stageId: publicId('projectStage', stage.id),
      count: count((row) => row.stage_id === stage.id && !isAside(row.status)),
    })),
    postponed: count((row) => row.status === 'postponed'),
    cancelled: count((row) => row.status === 'cancelled'),
  };
}
