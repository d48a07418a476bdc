/** What can be done to a project, each shown at once, with a toast that takes it back where that is possible. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import { viewProblem } from '../app/problems.ts';
import { problemText } from '../app/states.ts';
import type { ProjectStore } from './project-store.ts';
import type { TranslateProject } from './texts.ts';
import { mayGo, type Project } from './view.ts';

export type Move = Schema<'ProjectMove'>;

/** Where a move came from, as the move that goes back there; undefined where there is no way back. */
export function reverse(before: Project, after: Project): Move | undefined {
  if (!mayGo(after.status, before.status)) return undefined;
  if (before.status === 'postponed') return { to: 'postponed' };
  if (before.status === 'cancelled') return { to: 'cancelled', reason: before.cancelReason ?? '-' };
  return { to: 'stage', stageId: before.stageId };
}

export class ProjectActions {
  readonly #app: App;
  readonly #store: ProjectStore;
  readonly #t: TranslateProject;

  constructor(app: App, store: ProjectStore, t: TranslateProject) {
    this.#app = app;
    this.#store = store;
    this.#t = t;
  }

  /** How a project will look once the server has agreed. */
  #moved(project: Project, move: Move): Project {
    if (move.to === 'postponed') return { ...project, status: 'postponed' };
    if (move.to === 'cancelled') return { ...project, status: 'cancelled', cancelReason: move.reason };
    const stage = this.#store.pipeline?.stages.find(({ id }) => id === move.stageId);
    return stage ? { ...project, status: stage.meaning, stage: stage.meaning, stageId: stage.id } : project;
  }

  async move(project: Project, move: Move, undo = true): Promise<void> {
    this.#store.put(this.#moved(project, move));
    try {
      const after = await this.#app.api.projects.move(project.id, move);
      this.#store.put(after);
      const back = undo ? reverse(project, after) : undefined;
      this.#app.toasts.show({
        text: this.#said(project, move),
        action: back && { label: this.#t('action.undo'), run: () => void this.move(after, back, false) },
      });
    } catch (error) {
      await this.#failed(project, error);
    }
  }

  #said({ title }: Project, move: Move): string {
    if (move.to !== 'stage') return this.#t(`move.${move.to}`, { name: title });
    return this.#t('move.moved', { name: title, place: this.#store.stageName(move.stageId) ?? '' });
  }

  async archive(project: Project, archived: boolean, undo = true): Promise<void> {
    this.#store.put({ ...project, archivedAt: archived ? this.#now : null });
    try {
      const after = await this.#app.api.projects.archive(project.id, { archived });
      this.#store.put(after);
      const run = (): void => void this.archive(after, !archived, false);
      this.#app.toasts.show({
        text: this.#t(archived ? 'move.archived' : 'move.unarchived', { name: project.title }),
        action: undo ? { label: this.#t('action.undo'), run } : undefined,
      });
    } catch (error) {
      await this.#failed(project, error);
    }
  }

  /** True when the server agreed. */
  async remove(project: Project): Promise<boolean> {
    this.#store.put({ ...project, deletedAt: this.#now });
    try {
      await this.#app.api.projects.delete(project.id);
      this.#app.toasts.show({
        text: this.#t('record.deleted', { name: project.title }),
        action: { label: this.#t('action.undo'), run: () => void this.restore(project) },
      });
      return true;
    } catch (error) {
      await this.#failed(project, error);
      return false;
    }
  }

  async restore(project: Project): Promise<void> {
    try {
      this.#store.put(await this.#app.api.projects.restore(project.id));
      this.#app.toasts.show({ text: this.#t('record.restored', { name: project.title }) });
    } catch (error) {
      await this.#failed(project, error);
    }
  }

  get #now(): string {
    return new Date(this.#app.now()).toISOString();
  }

  /** It looks as before; where somebody else was quicker, as it is now. */
  async #failed(project: Project, error: unknown): Promise<void> {
    this.#store.put(project);
    const { kind, detail } = viewProblem(error);
    if (kind === 'signedOut') return this.#app.signedOut();
    const changed = kind === 'stale' || kind === 'missing' || kind === 'refused';
    if (changed) await this.#store.refresh(project.id);
    const text =
      changed && !detail
        ? this.#t('record.changedElsewhere', { name: project.title })
        : this.#t('action.failed', { reason: problemText(error, this.#t) });
    this.#app.toasts.show({ text, tone: 'problem' });
  }
}
