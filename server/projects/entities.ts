import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { components } from '../../sdk/schema.ts';
import { TextArray } from '../platform/text-array.ts';

type Schemas = components['schemas'];
export type ProjectStatus = Schemas['ProjectStatus'];
export type Meaning = Schemas['ProjectMeaning'];
export type TemplateItem = Schemas['TaskTemplateItem'];

export const ProjectStage = defineEntity({
  name: 'ProjectStage',
  tableName: 'project_stages',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    meaning: p.text().$type<Meaning>(),
    position: p.integer(),
  },
});
export type ProjectStage = InferEntity<typeof ProjectStage>;

export const ProjectPipeline = defineEntity({
  name: 'ProjectPipeline',
  tableName: 'project_pipelines',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    version: p.integer(),
  },
});
export type ProjectPipeline = InferEntity<typeof ProjectPipeline>;

export const Project = defineEntity({
  name: 'Project',
  tableName: 'projects',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    title: p.text(),
    clientNames: p.text(),
    status: p.text().$type<ProjectStatus>(),
    stageId: p.uuid(),
    projectType: p.text().nullable(),
    description: p.text().nullable(),
    dates: p.json<Schemas['ProjectDate'][]>(),
    mainDate: p.date().$type<string>().nullable(),
    valueAmount: p.bigint('number').nullable(),
    valueCurrency: p.text().nullable(),
    tags: p.type(TextArray).$type<string[]>(),
    cancelReason: p.text().nullable(),
    archivedAt: p.datetime().nullable(),
    lastActivityAt: p.datetime(),
    custom: p.json<Record<string, unknown>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    deletedAt: p.datetime().nullable(),
    version: p.integer(),
  },
});
export type Project = InferEntity<typeof Project>;

export const Task = defineEntity({
  name: 'Task',
  tableName: 'tasks',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    projectId: p.uuid(),
    title: p.text(),
    dueOn: p.date().$type<string>().nullable(),
    dueDays: p.integer().nullable(),
    dueFrom: p.text().$type<Schemas['TaskDueRule']['from']>().nullable(),
    assigneeId: p.uuid().nullable(),
    doneAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type Task = InferEntity<typeof Task>;

export const TaskTemplate = defineEntity({
  name: 'TaskTemplate',
  tableName: 'task_templates',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    items: p.json<TemplateItem[]>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type TaskTemplate = InferEntity<typeof TaskTemplate>;

/** Where each state may go; besides, a project moves freely among stages of one meaning. */
const next: Record<ProjectStatus, readonly ProjectStatus[]> = {
  draft: ['booked', 'cancelled'],
  booked: ['in_production', 'postponed', 'cancelled'],
  in_production: ['delivered', 'postponed', 'cancelled'],
  // The room of invoices will let a job be closed only once its balance is 0 or written off: a check before this step.
  delivered: ['closed'],
  closed: [],
  postponed: ['booked', 'cancelled'],
  cancelled: [],
};

export const mayMove = (from: ProjectStatus, to: ProjectStatus): boolean => from === to || next[from].includes(to);

/** The states a project can go to, in words for a problem's detail. */
export const wayOn = (from: ProjectStatus): string =>
  next[from].length === 0 ? `${from} is final` : `from ${from} it goes to ${next[from].join(' or ')}`;
