import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { daysUntil } from '../app/format.ts';
import { icon } from '../app/icons.ts';
import { Later, laterTime } from '../app/later.ts';
import type { Person } from '../app/people.ts';
import { viewProblem } from '../app/problems.ts';
import { bones, problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { blankDraft, draftOf, patchOf, readDraft, type TaskDraft, taskForm } from './task-form.ts';
import { type Task, TaskList, type Template } from './task-list.ts';
import { taskStyles } from './tasks.styles.ts';
import { projectTexts } from './texts.ts';
import type { Project } from './view.ts';

/**
 * What is to be done for a job: ticked off, written, dated by a day or by the job's own date.
 *
 * @event app-tasks - The tasks, whenever they changed.
 */
export class ProjectTasks extends AppElement {
  static override styles = [AppElement.styles, taskStyles];

  @property({ attribute: false }) project!: Project;
  @property({ attribute: false }) people: readonly Person[] = [];
  @state() private list?: TaskList;
  /** The form that is open, of a task as it was when it was opened, or of none for one that is being written. */
  @state() private editing?: { readonly task?: Task | undefined; readonly draft: TaskDraft; readonly error?: string };
  @state() private busy = false;

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  readonly #later = new Later();
  #shown = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.list?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.list?.stop();
    this.#later.flush();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#shown === this.project.id) return;
    this.#shown = this.project.id;
    this.list?.stop();
    this.editing = undefined;
    const list = new TaskList(this.app, this.project.id);
    list.addEventListener('change', () => this.dispatchEvent(new CustomEvent('app-tasks', { detail: list.tasks })));
    this.list = list;
    this.#updates.follow(this.list);
    this.list.start();
  }

  async #attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    try {
      await work();
      return true;
    } catch (error) {
      const changed = viewProblem(error).kind === 'stale';
      const text = changed
        ? this.#t('tasks.changedElsewhere')
        : this.#t('action.failed', { reason: problemText(error, this.#t) });
      this.app.toasts.show({ text, tone: 'problem' });
      return false;
    } finally {
      this.busy = false;
    }
  }

  #edit(draft: TaskDraft, task?: Task): void {
    this.editing = { task, draft };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('form input')?.focus());
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { task, draft } = this.editing!;
    if (!draft.title.trim()) {
      this.editing = { task, draft, error: this.#t('field.required') };
      return;
    }
    const patch = task && patchOf(task, draft);
    const done = await this.#attempt(async () => {
      if (patch) return this.list!.update(task, patch);
      const { title, ...rest } = readDraft(draft);
      if (!task) await this.list!.add(title, rest);
    });
    // One task follows another: the form stays for the next.
    if (done && task) this.editing = undefined;
    else if (done) this.#edit({ ...blankDraft });
  };

  /** Escape leaves the form, and nothing else. */
  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.editing = undefined;
  };

  #remove(task: Task): void {
    this.#later.add(task.id, () => void this.#attempt(() => this.list!.remove(task)));
    this.requestUpdate();
    const run = (): void => {
      this.#later.cancel(task.id);
      this.requestUpdate();
    };
    this.app.toasts.show({
      text: this.#t('record.deleted', { name: task.title }),
      time: laterTime,
      action: { label: this.#t('action.undo'), run },
    });
  }

  async #apply(template: Template): Promise<void> {
    let count = 0;
    const done = await this.#attempt(async () => {
      count = await this.list!.apply(template);
    });
    if (done) this.app.toasts.show({ text: this.#t('tasks.applied', { count }) });
  }

  override render(): TemplateResult {
    const list = this.list!;
    const tasks = list.tasks.filter(({ id }) => !this.#later.has(id));
    const { editing } = this;
    return html`
      <h3>
        <span
          >${this.#t('tasks.title')}
          ${tasks.length > 0 ? html`<span class="numbers">${tasks.filter(({ doneAt }) => doneAt).length}/${tasks.length}</span>` : nothing}</span
        >
        ${this.#templates(list)}
      </h3>
      ${list.state === 'loading' ? bones([80, 60, 80], this.#t) : nothing}
      ${list.state === 'error' ? this.#broken(list) : nothing}
      ${
        list.state === 'ready' && tasks.length === 0 && !editing
          ? html`<p class="muted">${this.#t('tasks.none')}</p>`
          : nothing
      }
      <ul>
        ${repeat(
          tasks,
          ({ id }) => id,
          (task) => html`<li class=${task.doneAt ? 'done' : ''}>
            ${editing?.task?.id === task.id ? this.#form() : this.#task(task)}
          </li>`,
        )}
      </ul>
      ${
        editing && !editing.task
          ? this.#form()
          : html`<button class="button quiet small add" @click=${() => this.#edit(blankDraft)}>
            ${icon('plus')}${this.#t('tasks.add')}
          </button>`
      }
    `;
  }

  /** The rest of the job is there all the same: what is wrong with its tasks takes no more room than it needs. */
  #broken(list: TaskList): TemplateResult {
    return html`<div class="notice danger" role="alert">
      ${icon('circleAlert')}
      <div>${problemText(list.error, this.#t)}</div>
      <button class="button small" @click=${() => void list.load()}>${icon('refreshCw')}${this.#t('action.retry')}</button>
    </div>`;
  }

  #templates({ templates }: TaskList): TemplateResult | typeof nothing {
    if (templates.length === 0) return nothing;
    const items = templates.map((template) => ({
      label: template.name,
      hint: this.#t('tasks.count', { count: template.items.length }),
      run: () => void this.#apply(template),
    }));
    return html`<alloza-app-menu .items=${items} label=${this.#t('tasks.template')}>
      <button class="button quiet small" ?disabled=${this.busy}>${icon('listChecks')}${this.#t('tasks.template')}</button>
    </alloza-app-menu>`;
  }

  #form(): TemplateResult {
    const { draft, error, task } = this.editing!;
    return taskForm({
      t: this.#t,
      draft,
      error,
      people: this.people,
      busy: this.busy,
      isNew: !task,
      set: (change) => (this.editing = { task, draft: { ...draft, ...change } }),
      submit: this.#submit,
      keydown: this.#keydown,
      cancel: () => (this.editing = undefined),
    });
  }

  #task(task: Task): TemplateResult {
    const tick = (event: Event): void => {
      const done = (event.target as HTMLInputElement).checked;
      void this.#attempt(() => this.list!.update(task, { done }));
    };
    const person = this.people.find(({ id }) => id === task.assigneeId)?.name;
    return html`
      <input type="checkbox" id=${task.id} .checked=${live(task.doneAt !== null)} @change=${tick} />
      <label class="what" for=${task.id}>
        <span dir="auto">${task.title}</span>
        <span class="meta">${this.#due(task)}${person ? html`<bdi>${person}</bdi>` : nothing}</span>
      </label>
      <span class="tools">
        <button
          class="button quiet small only-icon"
          aria-label=${this.#t('entry.edit', { name: task.title })}
          @click=${() => this.#edit(draftOf(task), task)}
        >
          ${icon('pencil')}
        </button>
        <button
          class="button quiet small only-icon"
          aria-label=${this.#t('entry.remove', { name: task.title })}
          @click=${() => this.#remove(task)}
        >
          ${icon('trash2')}
        </button>
      </span>
    `;
  }

  /** The day, and the rule that names it where there is one. */
  #due({ dueOn, dueRule, doneAt }: Task): TemplateResult | typeof nothing {
    const rule = dueRule
      ? this.#t(`rule.${dueRule.from}.${dueRule.days < 0 ? 'before' : 'after'}`, { count: Math.abs(dueRule.days) })
      : '';
    if (!dueOn) return rule ? html`<span>${rule}</span>` : nothing;
    const late = !doneAt && daysUntil(dueOn, this.app.now(), this.timeZone) < 0;
    return html`<time class=${late ? 'late numbers' : 'numbers'} datetime=${dueOn} title=${rule || nothing}
      >${late ? this.#t('tasks.late', { date: this.date(dueOn) }) : this.date(dueOn)}</time
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-tasks': ProjectTasks;
  }
}
