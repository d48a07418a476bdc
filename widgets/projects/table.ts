import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { tableKey } from '../app/record/lists.ts';
import { RecordTable } from '../app/record/table.ts';
import { LanguageController } from '../base/language.ts';
import { clientNames, statusLooks, tasksText, valueText } from './card.ts';
import type { ProjectStore } from './project-store.ts';
import { projectTexts } from './texts.ts';
import type { Project } from './view.ts';

/** Projects as rows. */
export class ProjectTable extends RecordTable<Project> {
  @property({ attribute: false }) store!: ProjectStore;

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;
  protected override readonly words = this.#t;
  protected override readonly width = 6;

  protected override get source(): ProjectStore {
    return this.store;
  }

  protected override get label(): string {
    return this.#t('projects.title');
  }

  protected override listed() {
    return this.store.board.lists.get(tableKey);
  }

  protected override recordOf(id: string): Project | undefined {
    return this.store.get(id);
  }

  protected override nameOf({ title }: Project): string {
    return title;
  }

  protected override hrefOf(projectId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'projects', slug: membership.slug, projectId }, Object.fromEntries(navigator.query));
  }

  protected override more(): void {
    void this.store.more(tableKey);
  }

  protected override isFresh(id: string): boolean {
    return this.store.fresh.has(id);
  }

  protected override countText(count: number, more: boolean): string {
    return this.#t(more ? 'projects.shownMore' : 'projects.shown', { count });
  }

  protected override renderHead(): TemplateResult {
    return html`
      <th scope="col">${this.#t('project.title')}</th>
      <th scope="col" class="minor">${this.#t('project.clients')}</th>
      <th scope="col" class="minor">${this.#t('project.stage')}</th>
      <th scope="col">${this.#t('column.date')}</th>
      <th scope="col" class="minor amount">${this.#t('tasks.title')}</th>
      <th scope="col" class="minor amount">${this.#t('project.value')}</th>
    `;
  }

  protected override renderCells(project: Project): TemplateResult {
    const dash = html`<span class="faint">–</span>`;
    const { status, mainDate } = project;
    const aside = status === 'postponed' || status === 'cancelled';
    return html`
      <td class="wide">
        <a class="clip" href=${this.hrefOf(project.id)} data-id=${project.id} dir="auto">${project.title}</a>
      </td>
      <td class="minor"><bdi>${clientNames(project, this.locale) || dash}</bdi></td>
      <td class="minor">
        <span class="pill ${statusLooks[status]}"
          ><bdi>${aside ? this.#t(`status.${status}`) : this.store.stageName(project.stageId)}</bdi></span
        >
      </td>
      <td class="numbers">${mainDate ? html`<time datetime=${mainDate}>${this.date(mainDate)}</time>` : dash}</td>
      <td class="minor amount numbers">${tasksText(project) ?? dash}</td>
      <td class="minor amount numbers">${valueText(project, this.locale) ?? dash}</td>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-table': ProjectTable;
  }
}
