import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { invalid } from '../platform/problem.ts';
import { checkVersion } from '../platform/records.ts';
import { type Meaning, ProjectPipeline, ProjectStage } from './entities.ts';
import { errors } from './errors.ts';

type Schemas = components['schemas'];

const defaultNames: Record<Schemas['Locale'], Record<Meaning, string>> = {
  en: {
    draft: 'Draft',
    booked: 'Booked',
    in_production: 'In production',
    delivered: 'Delivered',
    closed: 'Closed',
  },
  de: {
    draft: 'Entwurf',
    booked: 'Gebucht',
    in_production: 'In Arbeit',
    delivered: 'Geliefert',
    closed: 'Abgeschlossen',
  },
  ar: {
    draft: 'مسودة',
    booked: 'محجوز',
    in_production: 'قيد الإنتاج',
    delivered: 'تم التسليم',
    closed: 'مغلق',
  },
};
const meanings = Object.keys(defaultNames.en) as Meaning[];

export interface Pipeline {
  pipeline: ProjectPipeline;
  stages: ProjectStage[];
}

/** One stage of each meaning, in the studio's language, made when they are first looked for; twice at once makes one set. */
async function ensurePipeline(ctx: Context): Promise<void> {
  const made = await query(
    ctx.em,
    'insert into project_pipelines (workspace_id, id) values ($1, $2) on conflict (workspace_id) do nothing returning 1',
    [ctx.workspace.id, newId()],
  );
  if (made.length === 0) return;
  const names = defaultNames[(await getWorkspace(ctx)).locale];
  const stages = meanings.map((meaning, position) => ({ id: newId(), meaning, name: names[meaning], position }));
  await query(
    ctx.em,
    `insert into project_stages (workspace_id, id, name, meaning, position)
     select $1, id, name, meaning, position from jsonb_to_recordset($2) as s(id uuid, name text, meaning text, position integer)`,
    [ctx.workspace.id, JSON.stringify(stages)],
  );
}

/** The pipeline with its stages in order; made on first sight. */
export async function getPipeline(ctx: Context): Promise<Pipeline> {
  let pipeline = await ctx.em.findOne(ProjectPipeline, { workspaceId: ctx.workspace.id });
  if (!pipeline) {
    await ensurePipeline(ctx);
    pipeline = await ctx.em.findOneOrFail(ProjectPipeline, { workspaceId: ctx.workspace.id });
  }
  const stages = await ctx.em.find(ProjectStage, { workspaceId: ctx.workspace.id }, { orderBy: { position: 'asc' } });
  return { pipeline, stages };
}

/**
 * The stages in order, which stay as they are until the transaction ends: a project's state is what its stage means, so
 * nobody may change the meaning while a project goes there.
 */
export async function holdStages(ctx: Context): Promise<ProjectStage[]> {
  const hold = () =>
    query(ctx.em, 'select 1 from project_pipelines where workspace_id = $1 for share', [ctx.workspace.id]);
  if ((await hold()).length === 0) {
    await ensurePipeline(ctx);
    await hold();
  }
  return query<ProjectStage>(
    ctx.em,
    'select id, workspace_id as "workspaceId", name, meaning, position from project_stages where workspace_id = $1 order by position',
    [ctx.workspace.id],
  );
}

/** The names of the stages by their public ids; reads only. */
export async function stageNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    ctx.em,
    'select id, name from project_stages where workspace_id = $1',
    [ctx.workspace.id],
  );
  return new Map(rows.map(({ id, name }) => [publicId('projectStage', id), name]));
}

export function findStage(stages: ProjectStage[], stageId: string): ProjectStage {
  const id = storedId('projectStage', stageId);
  const stage = stages.find((candidate) => candidate.id === id);
  if (!stage)
    throw errors.stage_not_found({
      errors: [{ pointer: '/stageId', code: 'not_found', message: 'is no stage of this pipeline' }],
    });
  return stage;
}

/** Sets the stages in the order given. One with projects on the board neither goes nor changes its meaning. */
export async function updatePipeline(
  ctx: Context,
  patch: Schemas['ProjectPipelinePatch'],
  ifMatch: number | '*',
): Promise<Pipeline> {
  await getPipeline(ctx);
  await query(ctx.em, 'select 1 from project_pipelines where workspace_id = $1 for update', [ctx.workspace.id]);
  ctx.em.clear();
  const { pipeline, stages } = await getPipeline(ctx);
  checkVersion(pipeline, ifMatch);
  const before = { stages: stages.map(({ name, meaning }) => ({ name, meaning })) };
  const next = await setStages(ctx, stages, patch.stages);
  pipeline.version += 1;
  const fields = diff(before, { stages: next.map(({ name, meaning }) => ({ name, meaning })) });
  recordChange(ctx, 'workspace', ctx.workspace.id, 'project_pipeline_updated', fields);
  ctx.emit('project_pipeline.updated', {
    id: publicId('workspace', ctx.workspace.id),
    changed: fields.map((field) => field.field),
    version: pipeline.version,
  });
  return { pipeline, stages: next };
}

async function setStages(
  ctx: Context,
  current: ProjectStage[],
  wanted: Schemas['ProjectStageInput'][],
): Promise<ProjectStage[]> {
  const missing = meanings.filter((meaning) => !wanted.some((input) => input.meaning === meaning));
  if (missing.length > 0) throw invalid('/stages', 'meaning', `needs a stage that means ${missing.join(', ')}`);
  const former = new Map(current.map((stage) => [stage.id, stage.meaning]));
  const named = wanted.map((input) => input.id);
  const next = wanted.map((input, position) => {
    const given = { name: input.name, meaning: input.meaning, position };
    if (input.id === undefined) {
      const stage = ctx.em.create(ProjectStage, { id: newId(), workspaceId: ctx.workspace.id, ...given });
      ctx.em.persist(stage);
      return stage;
    }
    const stage = current.find((candidate) => candidate.id === storedId('projectStage', input.id!));
    if (!stage)
      throw errors.stage_not_found({
        errors: [{ pointer: `/stages/${position}/id`, code: 'not_found', message: 'is no stage of this pipeline' }],
      });
    if (named.indexOf(input.id) < position) throw invalid(`/stages/${position}/id`, 'repeated', 'is given twice');
    return Object.assign(stage, given);
  });
  await ctx.em.flush();
  const left = current.filter((stage) => !next.includes(stage) || stage.meaning !== former.get(stage.id));
  await requireEmpty(ctx, left);
  await rehouse(
    ctx,
    left.map(({ id }) => ({ from: id, to: next.find(({ meaning }) => meaning === former.get(id))!.id })),
  );
  const gone = left.filter((stage) => !next.includes(stage)).map((stage) => stage.id);
  await query(ctx.em, 'delete from project_stages where workspace_id = $1 and id = any($2)', [ctx.workspace.id, gone]);
  return next;
}

/** @throws 409 if a stage has projects on the board */
async function requireEmpty(ctx: Context, stages: ProjectStage[]): Promise<void> {
  const [{ count } = { count: 0 }] = await query<{ count: number }>(
    ctx.em,
    `select count(*)::int as count from projects
      where workspace_id = $1 and stage_id = any($2) and status not in ('postponed', 'cancelled')
        and deleted_at is null and archived_at is null`,
    [ctx.workspace.id, stages.map((stage) => stage.id)],
  );
  if (count > 0) throw errors.stage_in_use({ detail: `${count} projects are in it` });
}

/** What no board shows any more (archived, deleted, cancelled) keeps its state in another stage of the same meaning. */
const rehouse = (ctx: Context, moves: { from: string; to: string }[]) =>
  query(
    ctx.em,
    `update projects set stage_id = m."to" from jsonb_to_recordset($2) as m("from" uuid, "to" uuid)
      where workspace_id = $1 and stage_id = m."from"`,
    [ctx.workspace.id, JSON.stringify(moves)],
  );
