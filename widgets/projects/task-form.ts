/** The form of a task: what, when - a day, or so many days from the job's date - and who. */
import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '../app/fields.ts';
import type { Person } from '../app/people.ts';
import type { Task, TaskPatch } from './task-list.ts';
import type { TranslateProject } from './texts.ts';

export interface TaskDraft {
  readonly title: string;
  readonly when: 'none' | 'day' | 'before' | 'after';
  readonly day: string;
  readonly count: string;
  readonly assigneeId: string;
}

export const blankDraft: TaskDraft = { title: '', when: 'none', day: '', count: '7', assigneeId: '' };

export function draftOf({ title, dueOn, dueRule, assigneeId }: Task): TaskDraft {
  const relative = dueRule?.from === 'mainDate';
  return {
    title,
    when: relative ? (dueRule.days < 0 ? 'before' : 'after') : dueOn ? 'day' : 'none',
    day: dueOn ?? '',
    count: String(relative ? Math.abs(dueRule.days) : 7),
    assigneeId: assigneeId ?? '',
  };
}

/** What a form holds as the API takes it: a day takes a rule away, and the reverse. */
export function readDraft({ title, when, day, count, assigneeId }: TaskDraft): TaskPatch & { title: string } {
  const days = Math.min(3650, Math.max(0, Math.round(Number(count) || 0)));
  const due: Pick<TaskPatch, 'dueOn' | 'dueRule'> =
    when === 'before' || when === 'after'
      ? { dueRule: { from: 'mainDate', days: when === 'before' ? -days : days } }
      : { dueOn: when === 'day' && day ? day : null };
  return { title: title.trim(), assigneeId: assigneeId || null, ...due };
}

/** What a form changes of the task it was opened with; of a rule for its day nothing or all. Undefined if nothing. */
export function patchOf(task: Task, draft: TaskDraft): TaskPatch | undefined {
  const before: TaskPatch = readDraft(draftOf(task));
  const now = readDraft(draft);
  const changed = (Object.keys(now) as (keyof TaskPatch)[]).filter(
    (name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]),
  );
  return changed.length > 0 ? Object.fromEntries(changed.map((name) => [name, now[name]])) : undefined;
}

export interface TaskFormView {
  readonly t: TranslateProject;
  readonly draft: TaskDraft;
  readonly error: string | undefined;
  readonly people: readonly Person[];
  readonly busy: boolean;
  readonly isNew: boolean;
  readonly set: (change: Partial<TaskDraft>) => void;
  readonly submit: (event: Event) => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly cancel: () => void;
}

export function taskForm(view: TaskFormView): TemplateResult {
  const { t, draft, error, people, set } = view;
  const { when } = draft;
  return html`<form novalidate @submit=${view.submit} @keydown=${view.keydown}>
    ${textField({
      name: 'task-title',
      label: t('tasks.what'),
      value: draft.title,
      error,
      maxLength: 300,
      autocomplete: 'off',
      dir: 'auto',
      input: (title) => set({ title }),
    })}
    <div class="pair">
      ${selectField({
        name: 'task-when',
        label: t('tasks.due'),
        value: when,
        choices: (['none', 'day', 'before', 'after'] as const).map((value) => ({ value, label: t(`due.${value}`) })),
        change: (value) => set({ when: value as TaskDraft['when'] }),
      })}
      ${
        when === 'day'
          ? textField({
              name: 'task-day',
              label: t('column.date'),
              type: 'date',
              value: draft.day,
              input: (day) => set({ day }),
            })
          : nothing
      }
      ${
        when === 'before' || when === 'after'
          ? textField({
              name: 'task-days',
              label: t('tasks.days'),
              type: 'number',
              min: 0,
              max: 3650,
              value: draft.count,
              input: (count) => set({ count }),
            })
          : nothing
      }
      ${
        people.length > 0
          ? selectField({
              name: 'task-who',
              label: t('tasks.who'),
              value: draft.assigneeId,
              choices: [
                { value: '', label: t('tasks.nobody') },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ],
              change: (assigneeId) => set({ assigneeId }),
            })
          : nothing
      }
    </div>
    <div class="row end">
      <button type="button" class="button small" @click=${view.cancel}>${t('action.cancel')}</button>
      <button class="button small primary" ?disabled=${view.busy}>${t(view.isNew ? 'tasks.add' : 'action.save')}</button>
    </div>
  </form>`;
}
