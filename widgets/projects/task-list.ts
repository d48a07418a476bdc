/** The tasks of one project: read, written, and kept up with what others do. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import type { LiveEvent } from '../app/live.ts';

export type Task = Schema<'Task'>;
export type TaskPatch = Schema<'TaskPatch'>;
export type Template = Schema<'TaskTemplate'>;

const limit = 100;

/** Open ones first, the soonest due first, undated ones last; what is done follows. */
export const inOrder = (tasks: readonly Task[]): Task[] =>
  tasks.toSorted((one, other) => {
    const key = ({ doneAt, dueOn, createdAt, id }: Task) => `${doneAt ? 1 : 0} ${dueOn ?? '9999'} ${createdAt} ${id}`;
    return key(one) < key(other) ? -1 : 1;
  });

/** Fires `change`. */
export class TaskList extends EventTarget {
  tasks: readonly Task[] = [];
  templates: readonly Template[] = [];
  state: 'loading' | 'ready' | 'error' = 'loading';
  error: unknown;
  readonly #app: App;
  readonly #projectId: string;

  constructor(app: App, projectId: string) {
    super();
    this.#app = app;
    this.#projectId = projectId;
  }

  start(): void {
    this.#app.live.addEventListener('event', this.#heard);
    void this.load();
    void this.#loadTemplates();
  }

  stop(): void {
    this.#app.live.removeEventListener('event', this.#heard);
  }

  async load(): Promise<void> {
    try {
      const all: Task[] = [];
      for (let after: string | undefined | null; after !== null; ) {
        const page = await this.#app.api.tasks.list({ projectId: this.#projectId, limit, after: after ?? undefined });
        all.push(...page.items);
        after = page.next;
      }
      this.state = 'ready';
      this.error = undefined;
      this.#set(all);
    } catch (error) {
      this.error = error;
      if (this.state === 'loading') this.state = 'error';
      this.#changed();
    }
  }

  /** Templates only help: without them tasks are written one by one. */
  async #loadTemplates(): Promise<void> {
    const found = await this.#app.api.taskTemplates.list({ limit }).catch(() => undefined);
    this.templates = found?.items ?? [];
    this.#changed();
  }

  readonly #heard = (message: Event): void => {
    const { type, data } = (message as CustomEvent<LiveEvent & { data: { projectId?: string } }>).detail;
    const moved = type === 'project.updated' && data.id === this.#projectId;
    if (moved || (type.startsWith('task.') && data.projectId === this.#projectId)) void this.load();
  };

  async add(title: string, more: Partial<Schema<'TaskInput'>>): Promise<void> {
    const task = await this.#app.api.tasks.create({ projectId: this.#projectId, title, ...more });
    this.#set([...this.tasks, task]);
  }

  async apply(template: Template): Promise<number> {
    const { items } = await this.#app.api.projects.applyTaskTemplate(this.#projectId, { templateId: template.id });
    this.#set([...this.tasks, ...items]);
    return items.length;
  }

  /** Shows a change at once; one that fails looks as before. */
  async update(task: Task, patch: TaskPatch): Promise<void> {
    const { done, ...rest } = patch;
    const doneAt = done === undefined ? task.doneAt : done ? new Date(this.#app.now()).toISOString() : null;
    this.#replace({ ...task, ...rest, doneAt });
    try {
      this.#replace(await this.#app.api.tasks.update(task.id, patch, { ifMatch: task.version }));
    } catch (error) {
      this.#replace(task);
      void this.load();
      throw error;
    }
  }

  async remove({ id }: Task): Promise<void> {
    await this.#app.api.tasks.delete(id);
    this.#set(this.tasks.filter((task) => task.id !== id));
  }

  #replace(task: Task): void {
    this.#set(this.tasks.map((one) => (one.id === task.id ? task : one)));
  }

  #set(tasks: readonly Task[]): void {
    const known = new Map(tasks.map((task) => [task.id, task]));
    this.tasks = inOrder([...known.values()]);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
