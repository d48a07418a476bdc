import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { selectInput } from '../app/fields.ts';
import { icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import type { Person } from '../app/people.ts';
import type { FieldWords } from '../app/record/conflict.ts';
import type { EditorApi, RecordEditor } from '../app/record/editor.ts';
import { RecordSheet } from '../app/record/sheet.ts';
import type { EntryView, LoadTimeline } from '../app/record/timeline.ts';
import type { Route } from '../app/routes.ts';
import { LanguageController } from '../base/language.ts';
import { nearness, statusLooks } from './card.ts';
import { type FieldReading, fieldTexts, fieldValue } from './field-text.ts';
import type { ProjectActions } from './project-actions.ts';
import type { ProjectStore } from './project-store.ts';
import type { Task } from './task-list.ts';
import { projectTexts } from './texts.ts';
import { describeEntry } from './timeline-text.ts';
import { mayGo, type Project, type ProjectPatch } from './view.ts';

type Editor = RecordEditor<Project, ProjectPatch>;

/**
 * One project beside its list.
 *
 * @event app-move - `{ record, to }`, as on the board.
 */
export class ProjectSheet extends RecordSheet<Project, ProjectPatch> {
  @property({ attribute: false }) store!: ProjectStore;
  @property({ attribute: false }) actions!: ProjectActions;
  @property({ attribute: false }) people: readonly Person[] = [];
  /** For the timeline, whose entries have ids. */
  @state() private taskTitles: ReadonlyMap<string, string> = new Map();

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;

  protected override readonly words: FieldWords<Project, ProjectPatch> = {
    t: this.#t,
    label: (field) => this.#t(fieldTexts[field] ?? 'timeline.other'),
    value: (field, value) => fieldValue(field, value, this.#reading),
  };

  get #reading(): FieldReading {
    return { t: this.#t, locale: this.locale, people: this.people, stageName: (id) => this.store.stageName(id) };
  }

  protected override get neighbours() {
    return { previous: this.#t('sheet.previous'), next: this.#t('sheet.next') };
  }

  protected override records(): EditorApi<Project, ProjectPatch> {
    return this.app.api.projects;
  }

  protected override nameOf({ title }: Project): string {
    return title;
  }

  protected override routeOf(projectId: string): Route {
    return { name: 'projects', slug: this.app.membership.slug, projectId };
  }

  #move(to: string): void {
    const project = this.editor?.record;
    if (project) this.send('app-move', { record: project, to });
  }

  protected override menuOf(project: Project): MenuItem[] {
    const link = this.copyLinkItem;
    if (project.deletedAt) return [link];
    const { status, archivedAt } = project;
    const remove = async (): Promise<void> => {
      if (await this.actions.remove([project])) this.send('app-close');
    };
    const go = (to: 'postponed' | 'cancelled', name: 'hourglass' | 'circleX'): MenuItem[] =>
      mayGo(status, to) && status !== to && !archivedAt
        ? [{ label: this.#t(`menu.${to}`), icon: name, run: () => this.#move(to) }]
        : [];
    const archive: MenuItem = {
      label: this.#t(archivedAt ? 'menu.unarchive' : 'menu.archive'),
      icon: archivedAt ? 'rotateCcw' : 'inbox',
      run: () => void this.actions.archive([project], !archivedAt),
    };
    const moves = [...go('postponed', 'hourglass'), ...go('cancelled', 'circleX')];
    // Who works on own jobs only leaves it to others which there are.
    if (this.app.membership.ownJobsOnly) return [link, ...moves];
    return [
      link,
      ...moves,
      archive,
      { label: this.#t('action.delete'), icon: 'trash2', tone: 'danger', divided: true, run: () => void remove() },
    ];
  }

  protected override renderHead(project: Project, editor: Editor): TemplateResult {
    const { mainDate, createdAt } = project;
    const near = nearness(project, {
      t: this.#t,
      locale: this.locale,
      timeZone: this.timeZone,
      now: this.app.now(),
    });
    return html`
      ${this.nameField(editor, 'title', this.#t('project.title'), 200)}
      <div class="where">
        ${mainDate ? html`<time datetime=${mainDate}>${this.date(mainDate)}</time>` : html`<span>${this.#t('date.none')}</span>`}
        ${near ? html`<span>${near}</span>` : nothing}
        <time datetime=${createdAt} title=${this.instant(createdAt)}>${this.#t('sheet.created', { when: this.when(createdAt) })}</time>
      </div>
      ${project.deletedAt || project.archivedAt ? this.#away(project) : this.#stage(project)}
    `;
  }

  #away(project: Project): TemplateResult {
    const deleted = project.deletedAt !== null;
    const back = (): void => void (deleted ? this.actions.restore([project]) : this.actions.archive([project], false));
    return html`<div class="notice ${deleted ? 'warning' : ''}">
      ${icon(deleted ? 'trash2' : 'inbox')}
      <div>${this.#t(deleted ? 'sheet.deleted' : 'sheet.archived')}</div>
      <button class="button small" @click=${back}>${this.#t(deleted ? 'action.restore' : 'menu.unarchive')}</button>
    </div>`;
  }

  /** Where the job stands, and the next step as the one button. */
  #stage(project: Project): TemplateResult {
    const { status, stageId, cancelReason } = project;
    const stages = this.store.stagesFor(project);
    const aside = status === 'postponed' || status === 'cancelled';
    if (aside) {
      const back = stages[0];
      return html`<div class="row">
        <span class="pill ${statusLooks[status]}">${this.#t(`status.${status}`)}</span>
        ${cancelReason ? html`<span class="muted"><bdi>${cancelReason}</bdi></span>` : nothing}
        ${
          back
            ? html`<button class="button primary" @click=${() => this.#move(back.id)}>
              ${icon('rotateCcw')}${this.#t('menu.resume', { stage: back.name })}
            </button>`
            : nothing
        }
      </div>`;
    }
    const at = stages.findIndex(({ id }) => id === stageId);
    const onward = stages[at + 1];
    return html`<div class="row stage-row">
      ${selectInput({
        name: 'stage',
        label: this.#t('project.stage'),
        unlabelled: true,
        value: stageId,
        choices: stages.map(({ id, name }) => ({ value: id, label: name })),
        change: (to) => this.#move(to),
      })}
      ${
        onward
          ? html`<button class="button primary" @click=${() => this.#move(onward.id)}>
            ${icon('check')}<bdi>${onward.name}</bdi>
          </button>`
          : nothing
      }
    </div>`;
  }

  protected override renderBody(project: Project, editor: Editor): TemplateResult {
    return html`
      <div class="side">
        <alloza-project-dates .editor=${editor}></alloza-project-dates>
        <alloza-project-tasks
          .project=${project}
          .people=${this.people}
          @app-tasks=${this.#named}
        ></alloza-project-tasks>
        <alloza-project-fields .editor=${editor} .people=${this.people}></alloza-project-fields>
      </div>
      <alloza-app-timeline
        .subject=${project.id}
        .version=${project.version}
        .load=${this.#load}
        .describe=${this.#describe(this.taskTitles)}
      ></alloza-app-timeline>
    `;
  }

  readonly #load: LoadTimeline = (id, page, options) => this.app.api.projects.timeline(id, page, options);

  readonly #named = ({ detail: tasks }: CustomEvent<readonly Task[]>): void => {
    const known = tasks.every(({ id, title }) => this.taskTitles.get(id) === title);
    if (!known) this.taskTitles = new Map([...this.taskTitles, ...tasks.map(({ id, title }) => [id, title] as const)]);
  };

  #describe(taskTitles: ReadonlyMap<string, string>): (entry: Parameters<typeof describeEntry>[0]) => EntryView {
    return (entry) => describeEntry(entry, this.recordId, { ...this.#reading, taskTitles });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-sheet': ProjectSheet;
  }
}
