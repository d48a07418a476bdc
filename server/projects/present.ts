import type { components } from '../../sdk/schema.ts';
import { publicId } from '../platform/ids.ts';
import { instant } from '../platform/time.ts';
import type { Meaning, Project, ProjectPipeline, ProjectStage, Task, TaskTemplate } from './entities.ts';

type Schemas = components['schemas'];

/** A row of `queries.ts`: the entity's shape, with what stands in other tables. */
export interface ProjectRow extends Omit<Project, 'clientNames'> {
  meaning: Meaning;
  clients: { id: string; displayName: string }[];
  memberIds: string[];
  openTasks: number;
  doneTasks: number;
}

/** @param money whether the reader sees amounts */
export const presentProject = (row: ProjectRow, money: boolean): Schemas['Project'] => ({
  id: publicId('project', row.id),
  title: row.title,
  clients: row.clients.map(({ id, displayName }) => ({ id: publicId('client', id), displayName })),
  memberIds: row.memberIds.map((id) => publicId('member', id)),
  status: row.status,
  stageId: publicId('projectStage', row.stageId),
  stage: row.meaning,
  projectType: row.projectType ?? null,
  description: row.description ?? null,
  dates: row.dates,
  mainDate: row.mainDate ?? null,
  value: money ? moneyOf(row) : null,
  tags: row.tags,
  cancelReason: row.cancelReason ?? null,
  openTasks: row.openTasks,
  doneTasks: row.doneTasks,
  archivedAt: row.archivedAt ? instant(row.archivedAt) : null,
  lastActivityAt: instant(row.lastActivityAt),
  custom: row.custom,
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
  deletedAt: row.deletedAt ? instant(row.deletedAt) : null,
  version: row.version,
});

export const moneyOf = (
  project: Pick<Project, 'valueAmount'> & { valueCurrency?: string | null | undefined },
): Schemas['Money'] | null =>
  project.valueCurrency ? { amount: Number(project.valueAmount), currency: project.valueCurrency } : null;

export const ruleOf = (task: Pick<Task, 'dueDays' | 'dueFrom'>): Schemas['TaskDueRule'] | null =>
  task.dueFrom ? { days: task.dueDays!, from: task.dueFrom } : null;

export const presentTask = (task: Task, projectTitle: string): Schemas['Task'] => ({
  id: publicId('task', task.id),
  projectId: publicId('project', task.projectId),
  projectTitle,
  title: task.title,
  dueOn: task.dueOn ?? null,
  dueRule: ruleOf(task),
  assigneeId: task.assigneeId ? publicId('member', task.assigneeId) : null,
  doneAt: task.doneAt ? instant(task.doneAt) : null,
  createdAt: instant(task.createdAt),
  updatedAt: instant(task.updatedAt),
  version: task.version,
});

export const presentTemplate = (template: TaskTemplate): Schemas['TaskTemplate'] => ({
  id: publicId('taskTemplate', template.id),
  name: template.name,
  items: template.items,
  createdAt: instant(template.createdAt),
  updatedAt: instant(template.updatedAt),
  version: template.version,
});

export const presentPipeline = (pipeline: ProjectPipeline, stages: ProjectStage[]): Schemas['ProjectPipeline'] => ({
  stages: stages.map((stage) => ({ id: publicId('projectStage', stage.id), name: stage.name, meaning: stage.meaning })),
  version: pipeline.version,
});
