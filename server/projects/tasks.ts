import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import { diff, type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { EventType } from '../platform/events.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { dayCursor, type Page, type PageRequest, readDayCursor } from '../platform/pages.ts';
import { invalid, problems } from '../platform/problem.ts';
import { linkRecord } from '../platform/record-links.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { dayAfter, dayIn } from '../platform/time.ts';
import { type Project, Task } from './entities.ts';
import { errors } from './errors.ts';
import { requireMembers } from './people.ts';
import { presentTask, ruleOf } from './present.ts';
import { ownJobs } from './queries.ts';
import { findTemplate } from './task-templates.ts';

type Schemas = components['schemas'];
type Rule = Schemas['TaskDueRule'];

const columns = `t.id, t.workspace_id as "workspaceId", t.project_id as "projectId", t.title, t.due_on::text as "dueOn",
  t.due_days as "dueDays", t.due_from as "dueFrom", t.assignee_id as "assigneeId", t.done_at as "doneAt",
  t.created_at as "createdAt", t.updated_at as "updatedAt", t.version, t.sort_due::text as "sortDue", p.title as "projectTitle"`;
const tables = `tasks t join projects p on p.workspace_id = t.workspace_id and p.id = t.project_id and p.deleted_at is null`;

type TaskRow = Task & { projectTitle: string; sortDue: string };

export interface TaskFilter extends PageRequest {
  q?: string | undefined;
  projectId?: string | undefined;
  assigneeId?: string | undefined;
  done?: boolean | undefined;
  dueBefore?: string | undefined;
}

/** Tasks by due date, undated ones last. Those of archived and cancelled jobs are listed only with their project. */
export async function listTasks(ctx: Context, filter: TaskFilter): Promise<Page<Schemas['Task']>> {
  const limit = filter.limit ?? 25;
  const values: unknown[] = [ctx.workspace.id];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['t.workspace_id = $1', ...ownJobs(ctx, 't.project_id', bind)];
  if (filter.projectId) where.push(`t.project_id = ${bind(storedId('project', filter.projectId))}`);
  else where.push('p.archived_at is null', "p.status <> 'cancelled'");
  if (filter.assigneeId) where.push(`t.assignee_id = ${bind(storedId('member', filter.assigneeId))}`);
  if (filter.done !== undefined) where.push(`t.done_at is ${filter.done ? 'not null' : 'null'}`);
  if (filter.dueBefore) where.push(`t.sort_due < ${bind(filter.dueBefore)}`);
  if (filter.q) where.push(`t.id in (select search_tasks(${bind(filter.q)}))`);
  const after = readDayCursor(filter.after);
  if (after) where.push(`(t.sort_due, t.id) > (${bind(after.day)}::date, ${bind(after.id)})`);
  const rows = await query<TaskRow>(
    ctx.em,
    `select ${columns} from ${tables} where ${where.join(' and ')} order by t.sort_due, t.id limit ${bind(limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1)! : null;
  return {
    items: shown.map((row) => presentTask(row, row.projectTitle)),
    next: last && dayCursor(last.sortDue, last.id),
  };
}

export async function getTask(ctx: Context, taskId: string): Promise<Schemas['Task']> {
  const values: unknown[] = [ctx.workspace.id, storedId('task', taskId)];
  const own = ownJobs(ctx, 't.project_id', (value) => `$${values.push(value)}`);
  const rows = await query<TaskRow>(
    ctx.em,
    `select ${columns} from ${tables} where ${['t.workspace_id = $1', 't.id = $2', ...own].join(' and ')}`,
    values,
  );
  if (!rows[0]) throw problems.not_found();
  return presentTask(rows[0], rows[0].projectTitle);
}

type Held = Pick<Project, 'id' | 'title' | 'mainDate'>;

/** Locks a project of the caller's, so that its date stays while due dates are counted from it; null if there is none. */
async function holdProject(ctx: Context, uuid: string | null): Promise<Held | null> {
  const values: unknown[] = [ctx.workspace.id, uuid];
  const own = ownJobs(ctx, 'p.id', (value) => `$${values.push(value)}`);
  const rows = await query<Held>(
    ctx.em,
    `select p.id, p.title, p.main_date::text as "mainDate" from projects p
      where ${['p.workspace_id = $1', 'p.id = $2', 'p.deleted_at is null', ...own].join(' and ')} for update`,
    values,
  );
  return rows[0] ?? null;
}

/** Loads a task for writing with its project. The project is locked first, as everywhere. */
async function load(ctx: Context, taskId: string, ifMatch: number | '*' = '*'): Promise<{ task: Task; project: Held }> {
  const [found] = await query<{ project_id: string }>(
    ctx.em,
    'select project_id from tasks where workspace_id = $1 and id = $2',
    [ctx.workspace.id, storedId('task', taskId)],
  );
  const project = found ? await holdProject(ctx, found.project_id) : null;
  if (!project) throw problems.not_found();
  return { task: await loadForWrite<Task>(ctx, Task, 'task', taskId, ifMatch), project };
}

async function announce(ctx: Context, task: Task, type: EventType, action: string, fields: FieldChange[] = []) {
  await query(ctx.em, 'update projects set last_activity_at = $3 where workspace_id = $1 and id = $2', [
    ctx.workspace.id,
    task.projectId,
    ctx.now,
  ]);
  tell(ctx, task, type, action, fields);
}

function tell(
  ctx: Context,
  task: Pick<Task, 'id' | 'projectId' | 'version'>,
  type: EventType,
  action: string,
  fields: FieldChange[],
): void {
  recordChange(ctx, 'task', task.id, action, fields);
  const changed = fields.map((field) => field.field);
  const data = { id: publicId('task', task.id), projectId: publicId('project', task.projectId), changed };
  ctx.emit(type, { ...data, version: task.version }, { projectId: task.projectId });
}

/** The day a rule names; null while it has no date to count from. */
function dueDay(rule: Rule, project: Held, addedOn: string): string | null {
  const from = rule.from === 'mainDate' ? project.mainDate : addedOn;
  return from ? dayAfter(from, rule.days) : null;
}

const today = async (ctx: Context, at: Date = ctx.now): Promise<string> =>
  dayIn((await getWorkspace(ctx)).timeZone, at);

const ruled = (rule: Rule | null) => ({ dueDays: rule?.days ?? null, dueFrom: rule?.from ?? null });

const filled = (title: string): string => {
  if (!title.trim()) throw invalid('/title', 'required', 'is required');
  return title.trim();
};

function refuseBoth(dueOn: string | null | undefined, rule: Rule | null | undefined): void {
  if (dueOn && rule) throw invalid('/dueRule', 'exclusive', 'can not be given together with a day');
}

const requireAssignee = async (ctx: Context, memberId: string): Promise<string> =>
  (await requireMembers(ctx, [memberId], '/assigneeId'))[0]!;

async function add(
  ctx: Context,
  project: Held,
  tasks: { title: string; dueOn?: string | null; rule: Rule | null; assigneeId: string | null }[],
): Promise<Task[]> {
  const addedOn = await today(ctx);
  const made = tasks.map(({ title, dueOn, rule, assigneeId }) =>
    ctx.em.create(Task, {
      id: newId(),
      workspaceId: ctx.workspace.id,
      projectId: project.id,
      title,
      dueOn: rule ? dueDay(rule, project, addedOn) : (dueOn ?? null),
      ...ruled(rule),
      assigneeId,
      doneAt: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      version: 1,
    }),
  );
  ctx.em.persist(made);
  await ctx.em.flush();
  for (const task of made) {
    await linkRecord(ctx, project.id, 'task', task.id);
    await announce(ctx, task, 'task.created', 'created');
  }
  return made;
}

export async function createTask(ctx: Context, input: Schemas['TaskInput']): Promise<Schemas['Task']> {
  refuseBoth(input.dueOn, input.dueRule);
  const project = await holdProject(ctx, storedId('project', input.projectId));
  if (!project)
    throw errors.project_not_found({
      errors: [{ pointer: '/projectId', code: 'not_found', message: 'is no project of this studio' }],
    });
  const assigneeId = input.assigneeId ? await requireAssignee(ctx, input.assigneeId) : null;
  const rule = input.dueRule ?? null;
  const [task] = await add(ctx, project, [
    { title: filled(input.title), dueOn: input.dueOn ?? null, rule, assigneeId },
  ]);
  return presentTask(task!, project.title);
}

/** Adds the tasks of a template, in its order. */
export async function applyTemplate(ctx: Context, projectId: string, templateId: string): Promise<Schemas['Tasks']> {
  const project = await holdProject(ctx, storedId('project', projectId));
  if (!project) throw problems.not_found();
  const template = await findTemplate(ctx, templateId);
  if (!template)
    throw errors.task_template_not_found({
      errors: [{ pointer: '/templateId', code: 'not_found', message: 'is no task template of this studio' }],
    });
  const items = template.items.map(({ title, dueRule }) => ({ title, rule: dueRule, assigneeId: null }));
  const made = await add(ctx, project, items);
  return { items: made.map((task) => presentTask(task, project.title)) };
}

/** What of a task is recorded when it changes. */
const faceOf = (task: Task) => {
  const { title, dueOn, dueRule, assigneeId, doneAt } = presentTask(task, '');
  return { title, dueOn, dueRule, assigneeId, doneAt };
};

/** Edits a task. A day of its own takes the rule away; `dueRule: null` keeps the day. */
export async function updateTask(
  ctx: Context,
  taskId: string,
  patch: Schemas['TaskPatch'],
  ifMatch: number | '*',
): Promise<Schemas['Task']> {
  refuseBoth(patch.dueOn, patch.dueRule);
  const { task, project } = await load(ctx, taskId, ifMatch);
  const before = faceOf(task);
  if (patch.title !== undefined) task.title = filled(patch.title);
  if (patch.assigneeId !== undefined)
    task.assigneeId = patch.assigneeId ? await requireAssignee(ctx, patch.assigneeId) : null;
  if (patch.dueOn !== undefined) Object.assign(task, { dueOn: patch.dueOn, ...ruled(null) });
  if (patch.dueRule !== undefined) Object.assign(task, ruled(patch.dueRule));
  if (patch.done !== undefined) task.doneAt = patch.done ? (task.doneAt ?? ctx.now) : null;
  const rule = ruleOf(task);
  // A done task keeps its day when the job moves, and catches up when it is opened again.
  if (rule && (patch.dueRule || (before.doneAt && !task.doneAt)))
    task.dueOn = dueDay(rule, project, await today(ctx, task.createdAt));
  const after = faceOf(task);
  const fields = diff(before, after);
  if (fields.length === 0) return presentTask(task, project.title);
  touch(ctx, task);
  await ctx.em.flush();
  const action = !before.doneAt === !after.doneAt ? 'updated' : after.doneAt ? 'done' : 'reopened';
  await announce(ctx, task, `task.${action}`, action, fields);
  return presentTask(task, project.title);
}

/** Removes a task; the record of change keeps its title. */
export async function deleteTask(ctx: Context, taskId: string): Promise<void> {
  const { task } = await load(ctx, taskId);
  ctx.em.remove(task);
  await ctx.em.flush();
  await announce(ctx, task, 'task.deleted', 'deleted', [{ field: 'title', before: task.title, after: null }]);
}

/** Lets the open tasks that are due relative to the main date follow it. The project is locked. */
export async function moveDueDates(ctx: Context, project: Project): Promise<void> {
  const moved = await query<{ id: string; before: string | null; after: string | null; version: number }>(
    ctx.em,
    `update tasks t set due_on = d.after, updated_at = $4, version = t.version + 1
       from (select id, due_on as before,
                    case when $3::date + due_days between date '0001-01-01' and date '9999-12-31' then $3::date + due_days end as after
               from tasks where workspace_id = $1 and project_id = $2 and done_at is null and due_from = 'mainDate') d
      where t.workspace_id = $1 and t.id = d.id and d.after is distinct from d.before
      returning t.id, d.before::text, d.after::text, t.version`,
    [ctx.workspace.id, project.id, project.mainDate ?? null, ctx.now],
  );
  for (const { id, before, after, version } of moved)
    tell(ctx, { id, projectId: project.id, version }, 'task.updated', 'updated', [{ field: 'dueOn', before, after }]);
}
