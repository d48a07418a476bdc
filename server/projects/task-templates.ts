import type { components } from '../../sdk/schema.ts';
import { diff, type FieldChange, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { TaskTemplate } from './entities.ts';
import { presentTemplate } from './present.ts';

type Schemas = components['schemas'];

function announce(
  ctx: Context,
  template: TaskTemplate,
  action: 'created' | 'updated' | 'deleted',
  fields: FieldChange[] = [],
): void {
  recordChange(ctx, 'taskTemplate', template.id, action, fields);
  ctx.emit(`task_template.${action}`, {
    id: publicId('taskTemplate', template.id),
    changed: fields.map((field) => field.field),
    version: template.version,
  });
}

export async function listTemplates(ctx: Context, request: PageRequest): Promise<Page<Schemas['TaskTemplate']>> {
  const limit = request.limit ?? 25;
  const after = cursorId('taskTemplate', request.after);
  const rows = await ctx.em.find(
    TaskTemplate,
    { workspaceId: ctx.workspace.id, ...(after ? { id: { $lt: after } } : {}) },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(presentTemplate),
    next: rows.length > limit ? publicId('taskTemplate', shown.at(-1)!.id) : null,
  };
}

/** A template of this studio, or null. */
export async function findTemplate(ctx: Context, templateId: string): Promise<TaskTemplate | null> {
  const id = storedId('taskTemplate', templateId);
  return id ? ctx.em.findOne(TaskTemplate, { id }) : null;
}

export async function getTemplate(ctx: Context, templateId: string): Promise<TaskTemplate> {
  const template = await findTemplate(ctx, templateId);
  if (!template) throw problems.not_found();
  return template;
}

export async function createTemplate(ctx: Context, input: Schemas['TaskTemplateInput']): Promise<TaskTemplate> {
  const template = ctx.em.create(TaskTemplate, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    name: input.name,
    items: input.items,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  ctx.em.persist(template);
  announce(ctx, template, 'created');
  return template;
}

/** Changes a template. Projects that used it keep their tasks as they are. */
export async function updateTemplate(
  ctx: Context,
  templateId: string,
  patch: Schemas['TaskTemplatePatch'],
  ifMatch: number | '*',
): Promise<TaskTemplate> {
  const template = await loadForWrite<TaskTemplate>(ctx, TaskTemplate, 'taskTemplate', templateId, ifMatch);
  const fields = diff(template as unknown as Record<string, unknown>, patch);
  if (fields.length === 0) return template;
  Object.assign(template, patch);
  touch(ctx, template);
  announce(ctx, template, 'updated', fields);
  return template;
}

export async function deleteTemplate(ctx: Context, templateId: string): Promise<void> {
  const template = await loadForWrite<TaskTemplate>(ctx, TaskTemplate, 'taskTemplate', templateId);
  ctx.em.remove(template);
  announce(ctx, template, 'deleted', [{ field: 'name', before: template.name, after: null }]);
}
