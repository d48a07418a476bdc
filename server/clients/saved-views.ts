import type { components, operations } from '../../sdk/schema.ts';
import { diff, type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { type Page, type PageRequest, page } from '../platform/pages.ts';
import { invalid, problems } from '../platform/problem.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { readName } from './contacts.ts';
import { SavedView } from './entities.ts';
import { presentView } from './present.ts';

type Schemas = components['schemas'];
type Resource = Schemas['SavedViewResource'];
type ListOf<Name extends Resource> = NonNullable<operations[`${Name}.list`]['parameters']['query']>;

/** What each list can be narrowed and ordered by; a parameter added to the contract is missed here by the compiler. */
const parameters: { [Name in Resource]: Record<Exclude<keyof ListOf<Name>, 'limit' | 'after'>, true> } = {
  leads: {
    ...{ q: true, importId: true, status: true, stageId: true, formId: true, projectType: true },
    ...{ createdFrom: true, createdTo: true, deleted: true, order: true },
  },
  clients: {
    ...{ q: true, importId: true, kind: true, tag: true, email: true, phone: true },
    ...{ createdFrom: true, createdTo: true, deleted: true, order: true },
  },
  projects: {
    ...{ q: true, importId: true, status: true, stageId: true, clientId: true, memberId: true },
    ...{ dateFrom: true, dateTo: true, dated: true, archived: true, deleted: true, order: true },
  },
};

/** @throws 422 for what is no parameter of the list */
function checkFilter(resource: Resource, filter: Schemas['SavedViewFilter']): void {
  const unknown = Object.keys(filter).find((name) => !Object.hasOwn(parameters[resource], name));
  if (unknown !== undefined)
    throw invalid(
      `/filter/${unknown.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      'unknown',
      `is no filter of ${resource}`,
    );
}

function announce(
  ctx: Context,
  view: SavedView,
  action: 'created' | 'updated' | 'deleted',
  fields: FieldChange[] = [],
): void {
  recordChange(ctx, 'savedView', view.id, action, fields);
  ctx.emit(`saved_view.${action}`, {
    id: publicId('savedView', view.id),
    changed: fields.map((field) => field.field),
    version: view.version,
  });
}

export function listViews(
  ctx: Context,
  request: PageRequest & { resource?: Resource | undefined },
): Promise<Page<Schemas['SavedView']>> {
  return page(request, 'savedView', presentView, (after, limit) => {
    const values: unknown[] = [ctx.workspace.id];
    const where = ['workspace_id = $1'];
    if (request.resource) where.push(`resource = $${values.push(request.resource)}`);
    if (after) where.push(`id < $${values.push(after)}`);
    return query<SavedView>(
      ctx.em,
      `select id, resource, name, filter, created_at as "createdAt", updated_at as "updatedAt", version
         from saved_views where ${where.join(' and ')} order by id desc limit $${values.push(limit)}`,
      values,
    );
  });
}

export async function getView(ctx: Context, viewId: string): Promise<SavedView> {
  const id = storedId('savedView', viewId);
  const view = id ? await ctx.em.findOne(SavedView, { id }) : null;
  if (!view) throw problems.not_found();
  return view;
}

/** Saves a filter for everybody in the studio. */
export async function createView(ctx: Context, input: Schemas['SavedViewInput']): Promise<SavedView> {
  checkFilter(input.resource, input.filter);
  const view = ctx.em.create(SavedView, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    resource: input.resource,
    name: readName(input.name, '/name'),
    filter: input.filter,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  ctx.em.persist(view);
  announce(ctx, view, 'created');
  return view;
}

export async function updateView(
  ctx: Context,
  viewId: string,
  patch: Schemas['SavedViewPatch'],
  ifMatch: number | '*',
): Promise<SavedView> {
  const view = await loadForWrite<SavedView>(ctx, SavedView, 'savedView', viewId, ifMatch);
  if (patch.filter) checkFilter(view.resource, patch.filter);
  const next = { ...patch, ...(patch.name === undefined ? {} : { name: readName(patch.name, '/name') }) };
  const fields = diff({ ...view }, next);
  if (fields.length === 0) return view;
  Object.assign(view, next);
  touch(ctx, view);
  announce(ctx, view, 'updated', fields);
  return view;
}

export async function deleteView(ctx: Context, viewId: string): Promise<void> {
  const view = await loadForWrite<SavedView>(ctx, SavedView, 'savedView', viewId);
  ctx.em.remove(view);
  announce(ctx, view, 'deleted');
}
