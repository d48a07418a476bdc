/** What can be done to projects, each shown at once, with a toast that takes it back where that is possible. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import type { Person } from '../app/people.ts';
import { RecordActions, saveOnTop, type Work } from '../app/record/actions.ts';
import type { ProjectStore } from './project-store.ts';
import type { TranslateProject } from './texts.ts';
import { mayGo, type Project } from './view.ts';

export type Move = Schema<'ProjectMove'>;

type Way = Pick<Work<Project>, 'expect' | 'send'>;

/** Where a move came from, as the move that goes back there; undefined where there is no way back. */
export function reverse(before: Project, after: Project): Move | undefined {
  if (!mayGo(after.status, before.status)) return undefined;
  if (before.status === 'postponed') return { to: 'postponed' };
  if (before.status === 'cancelled') return { to: 'cancelled', reason: before.cancelReason ?? '-' };
  return { to: 'stage', stageId: before.stageId };
}

export class ProjectActions extends RecordActions<Project> {
  readonly #store: ProjectStore;
  readonly #t: TranslateProject;

  constructor(app: App, store: ProjectStore, t: TranslateProject) {
    super(app, store, t, ({ title }) => title);
    this.#store = store;
    this.#t = t;
  }

  /** How a project will look once the server has agreed. */
  moved(project: Project, move: Move): Project {
    if (move.to === 'postponed') return { ...project, status: 'postponed' };
    if (move.to === 'cancelled') return { ...project, status: 'cancelled', cancelReason: move.reason };
    const stage = this.#store.pipeline?.stages.find(({ id }) => id === move.stageId);
    return stage ? { ...project, status: stage.meaning, stage: stage.meaning, stageId: stage.id } : project;
  }

  async move(projects: readonly Project[], move: Move): Promise<void> {
    await this.run(projects, {
      ...this.#moving(move),
      said: (all) => this.#saidMoved(all, move),
      back: (before, after) => {
        const way = reverse(before, after);
        return way && this.#moving(way);
      },
    });
  }

  #moving(move: Move): Way {
    return {
      expect: (project) => this.moved(project, move),
      send: ({ id }) => this.app.api.projects.move(id, move),
    };
  }

  #saidMoved(projects: readonly Project[], move: Move): string {
    const place = move.to === 'stage' ? (this.#store.stageName(move.stageId) ?? '') : '';
    const what = move.to === 'stage' ? 'moved' : move.to;
    return this.#named(`move.${what}`, `bulk.${what}`, projects, { place });
  }

  /** What is said of one project by its name, and of several by their count. */
  #named(
    one: Parameters<TranslateProject>[0],
    several: Parameters<TranslateProject>[0],
    projects: readonly Project[],
    more: Record<string, string> = {},
  ): string {
    const { length: count } = projects;
    return count === 1 ? this.#t(one, { name: projects[0]!.title, ...more }) : this.#t(several, { count, ...more });
  }

  async archive(projects: readonly Project[], archived: boolean): Promise<void> {
    await this.run(projects, {
      ...this.#archiving(archived),
      said: (all) =>
        archived
          ? this.#named('move.archived', 'bulk.archived', all)
          : this.#named('move.unarchived', 'bulk.unarchived', all),
      back: () => this.#archiving(!archived),
    });
  }

  #archiving(archived: boolean): Way {
    return {
      expect: (project) => ({ ...project, archivedAt: archived ? this.#now : null }),
      send: ({ id }) => this.app.api.projects.archive(id, { archived }),
    };
  }

  /** Puts a person on the projects that they are not on, or takes them off. */
  async assign(projects: readonly Project[], person: Person, on: boolean): Promise<void> {
    await this.run(
      projects.filter(({ memberIds }) => memberIds.includes(person.id) !== on),
      {
        ...this.#assigning(person.id, on),
        said: ({ length: count }) => this.#t(on ? 'bulk.assigned' : 'bulk.unassigned', { count, name: person.name }),
        back: () => this.#assigning(person.id, !on),
      },
    );
  }

  #assigning(memberId: string, on: boolean): Way {
    const changed = ({ memberIds }: Project) =>
      on ? [...memberIds, memberId] : memberIds.filter((id) => id !== memberId);
    return {
      expect: (project) => ({ ...project, memberIds: changed(project) }),
      send: (project) =>
        saveOnTop(project, this.app.api.projects, (newest) =>
          newest.memberIds.includes(memberId) === on ? undefined : { memberIds: changed(newest) },
        ),
    };
  }

  /** True when the server agreed to at least one. */
  async remove(projects: readonly Project[]): Promise<boolean> {
    const deletedAt = this.#now;
    const done = await this.run(projects, {
      expect: (project) => ({ ...project, deletedAt }),
      send: async ({ id }) => {
        await this.app.api.projects.delete(id);
        return undefined;
      },
      said: (all) => this.#named('record.deleted', 'bulk.deleted', all),
      back: () => this.#restoring,
      saidBack: (all) => this.#named('record.restored', 'bulk.restored', all),
    });
    return done.length > 0;
  }

  readonly #restoring: Way = { send: ({ id }) => this.app.api.projects.restore(id) };

  async restore(projects: readonly Project[]): Promise<void> {
    await this.run(projects, {
      ...this.#restoring,
      said: (all) => this.#named('record.restored', 'bulk.restored', all),
    });
  }

  get #now(): string {
    return new Date(this.app.now()).toISOString();
  }
}
