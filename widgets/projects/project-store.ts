import type { Schema } from '@alloza/sdk/core';
import { ListStore, type Page, type StoreEvent } from '../app/record/list-store.ts';
import {
  comesBefore,
  filterOf,
  inColumns,
  listOf,
  mayGo,
  type Project,
  recount,
  type Summary,
  sameProjects,
  type View,
} from './view.ts';

export type ProjectStage = Schema<'ProjectStage'>;

/** The projects of one studio as the screen shows them. */
export class ProjectStore extends ListStore<Project, View, Schema<'ProjectPipeline'>, Summary> {
  protected override readonly pipelineEvent = 'project_pipeline.updated';

  /** The stages a project may be moved to, its own included. */
  stagesFor({ status }: Project): readonly ProjectStage[] {
    return this.pipeline?.stages.filter(({ meaning }) => mayGo(status, meaning)) ?? [];
  }

  stageName(stageId: string): string | undefined {
    return this.pipeline?.stages.find(({ id }) => id === stageId)?.name;
  }

  protected override loadPipeline() {
    return this.app.api.projectPipeline.get();
  }

  protected override loadSummary() {
    return this.app.api.projects.summary();
  }

  protected override recount(summary: Summary, from: Project, to: Project): Summary {
    return recount(summary, from, to);
  }

  protected override fetchOne(id: string) {
    return this.app.api.projects.get(id);
  }

  protected override fetchPage(view: View, stageId: string | undefined, page: Page, signal?: AbortSignal) {
    return this.app.api.projects.list({ ...filterOf(view), stageId, ...page }, { signal });
  }

  protected override inColumns(view: View): boolean {
    return inColumns(view);
  }

  protected override sameRecords(one: View, other: View): boolean {
    return sameProjects(one, other);
  }

  protected override listOf(project: Project, view: View): string | undefined {
    return listOf(project, view);
  }

  override comesBefore(one: Project, other: Project): boolean {
    return comesBefore(one, other, this.view!);
  }

  /** What happens to a task changes the counts on its project. */
  protected override subjectOf({ type, data }: StoreEvent): string | undefined {
    if (type.startsWith('project.')) return data.id;
    return type.startsWith('task.') ? data.projectId : undefined;
  }

  protected override isArrival({ type }: StoreEvent): boolean {
    return type === 'project.created';
  }
}
