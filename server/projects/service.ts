import type { components } from '../../sdk/schema.ts';
import { requireClients } from '../clients/service.ts';
import { diff, type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { EventType } from '../platform/events.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { invalid, problems } from '../platform/problem.ts';
import { loadForWrite, mergeCustom, touch } from '../platform/records.ts';
import { scopeOf, seesMoney } from '../platform/scope.ts';
import { mayMove, Project, wayOn } from './entities.ts';
import { errors } from './errors.ts';
import { clientNames, type NamedClient, requireMembers, setClients, setMembers } from './people.ts';
import { findStage, holdStages } from './pipeline.ts';
import { moneyOf, type ProjectRow } from './present.ts';
import { findProject } from './queries.ts';
import { moveDueDates } from './tasks.ts';

export { erase, purge } from './erase.ts';
export { mergeClients, onClientChanged } from './people.ts';
export { getPipeline, stageNames, updatePipeline } from './pipeline.ts';
export { eachProject, listProjects, type ProjectFilter, projectsLike, shapeOfProjects, summarize } from './queries.ts';
export { createTemplate, deleteTemplate, getTemplate, listTemplates, updateTemplate } from './task-templates.ts';
export { applyTemplate, createTask, deleteTask, getTask, listTasks, updateTask } from './tasks.ts';

type Schemas = components['schemas'];

/** @throws 404 for a project that is none of this studio's or none of the caller's */
export async function get(ctx: Context, projectId: string): Promise<ProjectRow> {
  const project = await findProject(ctx, storedId('project', projectId));
  if (!project) throw problems.not_found();
  return project;
}

async function load(ctx: Context, projectId: string, ifMatch: number | '*' = '*', deleted = false): Promise<Project> {
  // Whose it is comes first: that a version is stale would tell that the project is there.
  if (scopeOf(ctx)) await get(ctx, projectId);
  const project = await loadForWrite<Project>(ctx, Project, 'project', projectId, ifMatch);
  if (!deleted && project.deletedAt) throw problems.not_found();
  return project;
}

/** Writes the record and the event of a change that is stored already, and answers the project as it is now. */
async function announce(
  ctx: Context,
  project: Project,
  type: EventType,
  action: string,
  fields: FieldChange[] = [],
  reason: string | null = null,
): Promise<ProjectRow> {
  const row = (await findProject(ctx, project.id))!;
  recordChange(ctx, 'project', project.id, action, fields, reason);
  const client = row.clients[0];
  ctx.emit(
    type,
    {
      id: publicId('project', project.id),
      changed: fields.map((field) => field.field),
      status: project.status,
      stageId: publicId('projectStage', project.stageId),
      ...(client ? { clientId: publicId('client', client.id) } : {}),
      version: project.version,
    },
    { projectId: project.id, ...(client ? { clientId: client.id } : {}) },
  );
  return row;
}

async function save(ctx: Context, project: Project, ...said: SaidOfChange): Promise<ProjectRow> {
  touch(ctx, project);
  project.lastActivityAt = ctx.now;
  await ctx.em.flush();
  return announce(ctx, project, ...said);
}
type SaidOfChange = [type: EventType, action: string, fields?: FieldChange[], reason?: string | null];

const filled = (title: string): string => {
  if (!title.trim()) throw invalid('/title', 'required', 'is required');
  return title.trim();
};

const readDates = (dates: Schemas['ProjectDateInput'][]): Schemas['ProjectDate'][] =>
  dates.map(({ label, date, startTime, place }) => ({
    label,
    date,
    startTime: startTime ?? null,
    place: place || null,
  }));

const requireMoney = (ctx: Context): void => {
  if (!seesMoney(ctx)) throw problems.forbidden({ detail: 'You do not see amounts, so you can not set one' });
};

/** Opens a project in the named stage, or in the first that means draft. */
export async function create(ctx: Context, input: Schemas['ProjectInput']): Promise<ProjectRow> {
  if (input.value !== undefined) requireMoney(ctx);
  const stages = await holdStages(ctx);
  const stage = input.stageId ? findStage(stages, input.stageId) : stages.find(({ meaning }) => meaning === 'draft')!;
  const clients = await requireClients(ctx, input.clientIds ?? [], (index) => `/clientIds/${index}`);
  const memberIds = await requireMembers(ctx, input.memberIds ?? [], '/memberIds');
  const dates = readDates(input.dates ?? []);
  const project = ctx.em.create(Project, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    title: filled(input.title),
    clientNames: clientNames(clients),
    status: stage.meaning,
    stageId: stage.id,
    projectType: input.projectType || null,
    description: input.description || null,
    dates,
    mainDate: dates[0]?.date ?? null,
    valueAmount: input.value?.amount ?? null,
    valueCurrency: input.value?.currency ?? null,
    tags: input.tags ?? [],
    cancelReason: null,
    archivedAt: null,
    lastActivityAt: ctx.now,
    custom: input.custom ?? {},
    createdAt: ctx.now,
    updatedAt: ctx.now,
    deletedAt: null,
    version: 1,
  });
  ctx.em.persist(project);
  await ctx.em.flush();
  await setClients(ctx, project.id, clients);
  await setMembers(ctx, project.id, memberIds);
  return announce(ctx, project, 'project.created', 'created');
}

/** Edits a project. Who is on it may be changed by those only who see every job: being on it is what shows it. */
export async function update(
  ctx: Context,
  projectId: string,
  patch: Schemas['ProjectPatch'],
  ifMatch: number | '*',
): Promise<ProjectRow> {
  const { clientIds, memberIds, dates, value, custom, ...plain } = patch;
  if (scopeOf(ctx) && (clientIds || memberIds))
    throw problems.forbidden({ detail: 'Only those who see every job say who is on it' });
  if (value !== undefined) requireMoney(ctx);
  const clients = clientIds && (await requireClients(ctx, clientIds, (index) => `/clientIds/${index}`));
  const project = await load(ctx, projectId, ifMatch);
  const row = await get(ctx, projectId);
  const next: Partial<Project> = { ...plain } as Partial<Project>;
  if (plain.title !== undefined) next.title = filled(plain.title);
  for (const key of ['projectType', 'description'] as const) if (next[key] === '') next[key] = null;
  if (custom) next.custom = mergeCustom(project.custom, custom);
  if (dates) next.dates = readDates(dates);
  const members = memberIds && (await requireMembers(ctx, memberIds, '/memberIds'));
  const fields = diff(
    {
      ...project,
      value: moneyOf(project),
      clientIds: row.clients.map(({ id }) => publicId('client', id)),
      memberIds: row.memberIds.map((id) => publicId('member', id)),
    },
    {
      ...next,
      ...(value === undefined ? {} : { value }),
      ...(clientIds ? { clientIds } : {}),
      ...(memberIds ? { memberIds } : {}),
    },
  );
  if (fields.length === 0) return row;
  const formerDate = project.mainDate ?? null;
  Object.assign(project, next);
  project.mainDate = project.dates[0]?.date ?? null;
  if (value !== undefined)
    Object.assign(project, { valueAmount: value?.amount ?? null, valueCurrency: value?.currency ?? null });
  if (clients) {
    await setClients(ctx, project.id, clients);
    project.clientNames = clientNames(clients);
  }
  if (members) await setMembers(ctx, project.id, members);
  if (project.mainDate !== formerDate) await moveDueDates(ctx, project);
  return save(ctx, project, 'project.updated', 'updated', fields);
}

/** A project that is there and not deleted, or null. */
export async function findOpen(ctx: Context, projectId: string): Promise<ProjectRow | null> {
  const project = await findProject(ctx, storedId('project', projectId));
  return project?.deletedAt ? null : project;
}

/** Puts a client, which `requireClients` has answered, last on a project, unless it is on it. */
export async function addClient(ctx: Context, uuid: string, client: NamedClient): Promise<void> {
  const project = await load(ctx, publicId('project', uuid));
  const { clients } = (await findProject(ctx, uuid))!;
  if (clients.some(({ id }) => id === client.id)) return;
  const next = [...clients, client];
  const idsOf = (people: NamedClient[]) => ({ clientIds: people.map(({ id }) => publicId('client', id)) });
  await setClients(ctx, uuid, next);
  project.clientNames = clientNames(next);
  await save(ctx, project, 'project.updated', 'updated', diff(idsOf(clients), idsOf(next)));
}

/** Moves a project to a stage, postpones or cancels it. Moving it to where it is changes nothing. */
export async function move(ctx: Context, projectId: string, given: Schemas['ProjectMove']): Promise<ProjectRow> {
  const stages = await holdStages(ctx);
  const project = await load(ctx, projectId);
  const stage = given.to === 'stage' ? findStage(stages, given.stageId) : null;
  const status = given.to === 'stage' ? stage!.meaning : given.to;
  if (!mayMove(project.status, status)) throw errors.invalid_transition({ detail: wayOn(project.status) });
  const before = {
    status: project.status,
    stageId: publicId('projectStage', project.stageId),
    cancelReason: project.cancelReason ?? null,
  };
  project.status = status;
  if (stage) project.stageId = stage.id;
  project.cancelReason = given.to === 'cancelled' ? given.reason : null;
  const after = {
    status,
    stageId: publicId('projectStage', project.stageId),
    cancelReason: project.cancelReason,
  };
  const fields = diff(before, after);
  if (fields.length === 0) return get(ctx, projectId);
  // Cancelling what is cancelled only corrects the reason.
  if (before.status === status && !stage) return save(ctx, project, 'project.updated', 'updated', fields);
  const action = given.to === 'stage' ? 'moved' : given.to;
  return save(ctx, project, `project.${action}`, action, fields, project.cancelReason);
}

/** Takes a project out of the lists, or brings it back; it keeps its state. */
export async function archive(ctx: Context, projectId: string, archived: boolean): Promise<ProjectRow> {
  const project = await load(ctx, projectId);
  if ((project.archivedAt != null) === archived) return get(ctx, projectId);
  project.archivedAt = archived ? ctx.now : null;
  const action = archived ? 'archived' : 'unarchived';
  return save(ctx, project, `project.${action}`, action);
}

/** Hides a project with its tasks; it can be restored for 30 days, then it is purged. Deleting it again is a 404. */
export async function remove(ctx: Context, projectId: string): Promise<void> {
  const project = await load(ctx, projectId);
  project.deletedAt = ctx.now;
  await save(ctx, project, 'project.deleted', 'deleted');
}

export async function restore(ctx: Context, projectId: string): Promise<ProjectRow> {
  const project = await load(ctx, projectId, '*', true);
  if (!project.deletedAt) throw errors.not_deleted();
  project.deletedAt = null;
  return save(ctx, project, 'project.restored', 'restored');
}
