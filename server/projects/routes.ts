import type { Context } from '../platform/context.ts';
import type { Routes } from '../platform/contract-types.ts';
import { scopeOf, seesMoney } from '../platform/scope.ts';
import { timeline } from '../platform/timeline.ts';
import { type ProjectRow, presentPipeline, presentProject, presentTemplate } from './present.ts';
import * as projects from './service.ts';

const present = async (ctx: Context, project: Promise<ProjectRow>) => presentProject(await project, seesMoney(ctx));

export const routes = {
  'projectPipeline.get': async (ctx) => {
    const { pipeline, stages } = await projects.getPipeline(ctx);
    return presentPipeline(pipeline, stages);
  },
  'projectPipeline.update': async (ctx, { body, ifMatch }) => {
    const { pipeline, stages } = await projects.updatePipeline(ctx, body, ifMatch);
    return presentPipeline(pipeline, stages);
  },
  'projects.list': (ctx, { query }) => projects.listProjects(ctx, query),
  'projects.create': (ctx, { body }) => present(ctx, projects.create(ctx, body)),
  'projects.summary': (ctx) => projects.summarize(ctx),
  'projects.get': (ctx, { path }) => present(ctx, projects.get(ctx, path.projectId)),
  'projects.update': (ctx, { path, body, ifMatch }) =>
    present(ctx, projects.update(ctx, path.projectId, body, ifMatch)),
  'projects.delete': (ctx, { path }) => projects.remove(ctx, path.projectId),
  'projects.restore': (ctx, { path }) => present(ctx, projects.restore(ctx, path.projectId)),
  'projects.move': (ctx, { path, body }) => present(ctx, projects.move(ctx, path.projectId, body)),
  'projects.archive': (ctx, { path, body }) => present(ctx, projects.archive(ctx, path.projectId, body.archived)),
  'projects.timeline': async (ctx, { path, query }) => {
    const project = await projects.get(ctx, path.projectId);
    // Enquiries are for those who see every job.
    return timeline(ctx, 'project', project.id, query, scopeOf(ctx) ? { nouns: ['lead'] } : {});
  },
  'projects.applyTaskTemplate': (ctx, { path, body }) => projects.applyTemplate(ctx, path.projectId, body.templateId),
  'tasks.list': (ctx, { query }) => projects.listTasks(ctx, query),
  'tasks.create': (ctx, { body }) => projects.createTask(ctx, body),
  'tasks.get': (ctx, { path }) => projects.getTask(ctx, path.taskId),
  'tasks.update': (ctx, { path, body, ifMatch }) => projects.updateTask(ctx, path.taskId, body, ifMatch),
  'tasks.delete': (ctx, { path }) => projects.deleteTask(ctx, path.taskId),
  'taskTemplates.list': (ctx, { query }) => projects.listTemplates(ctx, query),
  'taskTemplates.create': async (ctx, { body }) => presentTemplate(await projects.createTemplate(ctx, body)),
  'taskTemplates.get': async (ctx, { path }) => presentTemplate(await projects.getTemplate(ctx, path.taskTemplateId)),
  'taskTemplates.update': async (ctx, { path, body, ifMatch }) =>
    presentTemplate(await projects.updateTemplate(ctx, path.taskTemplateId, body, ifMatch)),
  'taskTemplates.delete': (ctx, { path }) => projects.deleteTemplate(ctx, path.taskTemplateId),
} satisfies Routes;
