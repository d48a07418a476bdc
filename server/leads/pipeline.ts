import type { components } from '../../sdk/schema.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query, sqlState } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { invalid } from '../platform/problem.ts';
import { checkVersion } from '../platform/records.ts';
import { ensureDefaults } from './defaults.ts';
import { LeadPipeline, LeadStage } from './entities.ts';
import { errors } from './errors.ts';

type PipelinePatch = components['schemas']['LeadPipelinePatch'];

export interface Pipeline {
  pipeline: LeadPipeline;
  stages: LeadStage[];
}

/** The pipeline with its stages in order; made on first sight. */
export async function getPipeline(ctx: Context): Promise<Pipeline> {
  let pipeline = await ctx.em.findOne(LeadPipeline, { workspaceId: ctx.workspace.id });
  if (!pipeline) {
    await ensureDefaults(ctx);
    pipeline = await ctx.em.findOneOrFail(LeadPipeline, { workspaceId: ctx.workspace.id });
  }
  const stages = await ctx.em.find(LeadStage, { workspaceId: ctx.workspace.id }, { orderBy: { position: 'asc' } });
  return { pipeline, stages };
}

/** The stages in order, as rows in the shape of the entity, for reading; made on first sight. */
export async function listStages(ctx: Context): Promise<LeadStage[]> {
  const read = () =>
    query<LeadStage>(
      ctx.em,
      'select id, workspace_id as "workspaceId", name, meaning, position from lead_stages where workspace_id = $1 order by position',
      [ctx.workspace.id],
    );
  const stages = await read();
  if (stages.length > 0) return stages;
  await ensureDefaults(ctx);
  return read();
}

/** The names of the stages by their public ids; reads only. */
export async function stageNames(ctx: Context): Promise<Map<string, string>> {
  const rows = await query<{ id: string; name: string }>(
    ctx.em,
    'select id, name from lead_stages where workspace_id = $1',
    [ctx.workspace.id],
  );
  return new Map(rows.map(({ id, name }) => [publicId('leadStage', id), name]));
}

/**
 * The stage a new lead starts in: the named one, else the first that means `new`, else the first. It stays until the
 * transaction ends, and one that is being removed meanwhile is passed over. @throws 422 for a name of none
 */
export async function startingStage(ctx: Context, stageId: string | undefined): Promise<LeadStage> {
  const [stage] = await query<LeadStage>(
    ctx.em,
    `select id, workspace_id as "workspaceId", name, meaning, position from lead_stages
     where workspace_id = $1 and ($2::boolean or id = $3)
     order by (meaning = 'new') desc, position limit 1 for key share`,
    [ctx.workspace.id, stageId === undefined, stageId === undefined ? null : storedId('leadStage', stageId)],
  );
  if (stage) return stage;
  const stages = await listStages(ctx);
  return stageId === undefined ? startingStage(ctx, undefined) : findStage(stages, stageId);
}

export function findStage(stages: LeadStage[], stageId: string): LeadStage {
  const id = storedId('leadStage', stageId);
  const stage = stages.find((candidate) => candidate.id === id);
  if (!stage)
    throw errors.stage_not_found({
      errors: [{ pointer: '/stageId', code: 'not_found', message: 'is no stage of this pipeline' }],
    });
  return stage;
}

/** The named stage, which stays until the transaction ends. @throws 422 if it has just been removed, too */
export async function holdStage(ctx: Context, stages: LeadStage[], stageId: string): Promise<LeadStage> {
  const stage = findStage(stages, stageId);
  const held = await query(ctx.em, 'select 1 from lead_stages where workspace_id = $1 and id = $2 for key share', [
    ctx.workspace.id,
    stage.id,
  ]);
  return held.length > 0 ? stage : findStage([], stageId);
}

/** Sets stages (in the order given) and reasons. Closed leads of a stage that goes move to the first that stays. */
export async function updatePipeline(ctx: Context, patch: PipelinePatch, ifMatch: number | '*'): Promise<Pipeline> {
  await getPipeline(ctx);
  await query(ctx.em, 'select 1 from lead_pipelines where workspace_id = $1 for update', [ctx.workspace.id]);
  ctx.em.clear();
  const { pipeline, stages } = await getPipeline(ctx);
  checkVersion(pipeline, ifMatch);
  const before = { stages: stages.map(({ name, meaning }) => ({ name, meaning })), lostReasons: pipeline.lostReasons };
  const next = patch.stages ? await setStages(ctx, stages, patch.stages) : stages;
  if (patch.lostReasons) pipeline.lostReasons = patch.lostReasons;
  pipeline.version += 1;
  const fields = diff(before, {
    stages: next.map(({ name, meaning }) => ({ name, meaning })),
    lostReasons: pipeline.lostReasons,
  });
  recordChange(ctx, 'workspace', ctx.workspace.id, 'pipeline_updated', fields);
  ctx.emit('lead_pipeline.updated', {
    id: publicId('workspace', ctx.workspace.id),
    changed: fields.map((field) => field.field),
    version: pipeline.version,
  });
  return { pipeline, stages: next };
}

async function setStages(
  ctx: Context,
  current: LeadStage[],
  wanted: NonNullable<PipelinePatch['stages']>,
): Promise<LeadStage[]> {
  const named = wanted.map((input) => input.id);
  const next = wanted.map((input, position) => {
    if (input.id === undefined) {
      const stage = ctx.em.create(LeadStage, {
        id: newId(),
        workspaceId: ctx.workspace.id,
        name: input.name,
        meaning: input.meaning,
        position,
      });
      ctx.em.persist(stage);
      return stage;
    }
    const stage = current.find((candidate) => candidate.id === storedId('leadStage', input.id!));
    if (!stage)
      throw errors.stage_not_found({
        errors: [{ pointer: `/stages/${position}/id`, code: 'not_found', message: 'is no stage of this pipeline' }],
      });
    if (named.indexOf(input.id) < position) throw invalid(`/stages/${position}/id`, 'repeated', 'is given twice');
    return Object.assign(stage, { name: input.name, meaning: input.meaning, position });
  });
  await ctx.em.flush();
  const gone = current.filter((stage) => !next.includes(stage));
  if (gone.length === 0) return next;
  const ids = gone.map((stage) => stage.id);
  const [{ count } = { count: 0 }] = await query<{ count: number }>(
    ctx.em,
    "select count(*)::int as count from leads where workspace_id = $1 and stage_id = any($2) and status = 'open' and deleted_at is null",
    [ctx.workspace.id, ids],
  );
  if (count > 0) throw errors.stage_in_use({ detail: `${count} open leads are in it` });
  await query(ctx.em, 'update leads set stage_id = $3 where workspace_id = $1 and stage_id = any($2)', [
    ctx.workspace.id,
    ids,
    next[0]!.id,
  ]);
  await query(ctx.em, 'delete from lead_stages where workspace_id = $1 and id = any($2)', [
    ctx.workspace.id,
    ids,
  ]).catch((error) => {
    // A lead that moved into the stage while it was being removed keeps it.
    throw sqlState(error) === '23503' ? errors.stage_in_use() : error;
  });
  return next;
}
