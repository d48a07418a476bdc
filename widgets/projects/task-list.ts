/** The tasks of one project: read, written, and kept up with what others do. */
import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import type { LiveEvent } from '../app/live.ts';
import { viewProblem } from '../app/problems.ts';

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

/** Whether a patch changes what differs between two versions of a task. */
function touches(patch: TaskPatch, seen: Task, newest: Task): boolean {
  const names = Object.keys(patch).map((name) => (name === 'done' ? 'doneAt' : name)) as (keyof Task)[];
  return names.some((name) => JSON.stringify(seen[name]) !== JSON.stringify(newest[name]));
}

/** Fires `change`. */
export class TaskList extends EventTarget {
  tasks: readonly Task[] = [];
  templates: readonly Template[] = [];
  state: 'loading' | 'ready' | 'error' = 'loading';
  error: unknown;
  readonly #app: App;
  readonly #projectId: string;
  /** What is expected of writes under way: a page that was asked for before does not undo it. */
  readonly #expected = new Map<string, Task>();
  #turn = 0;

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
    const turn = ++this.#turn;
    try {
      const all: Task[] = [];
      for (let after: string | undefined | null; after !== null; ) {
        const page = await this.#app.api.tasks.list({ projectId: this.#projectId, limit, after: after ?? undefined });
        all.push(...page.items);
        after = page.next;
      }
      if (turn !== this.#turn) return;
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

  /**
   * Shows a change at once. Where somebody else changed the task meanwhile, but not the same of it, it is saved on top;
   * otherwise theirs stays.
   */
  async update(task: Task, patch: TaskPatch): Promise<void> {
    const { done, ...rest } = patch;
    const doneAt = done === undefined ? task.doneAt : done ? new Date(this.#app.now()).toISOString() : null;
    this.#expected.set(task.id, { ...task, ...rest, doneAt });
    this.#set(this.tasks);
    try {
      const saved = await this.#save(task, patch);
      this.#expected.delete(task.id);
      this.#replace(saved);
    } catch (error) {
      this.#expected.delete(task.id);
      this.#replace(task);
      void this.load();
      throw error;
    }
  }

  async #save(task: Task, patch: TaskPatch): Promise<Task> {
    const send = ({ id, version }: Task) => this.#app.api.tasks.update(id, patch, { ifMatch: version });
    try {
      return await send(task);
    } catch (error) {
      const newest = viewProblem(error).kind === 'stale' ? await this.#app.api.tasks.get(task.id) : undefined;
      if (!newest || touches(patch, task, newest)) throw error;
      return send(newest);
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
    const known = new Map(tasks.map((task) => [task.id, this.#expected.get(task.id) ?? task]));
    this.tasks = inOrder([...known.values()]);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
