import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { formatNumber } from '../app/format.ts';
import { type BoardEnd, RecordBoard } from '../app/record/board.ts';
import { LanguageController } from '../base/language.ts';
import { cardContent } from './card.ts';
import type { ProjectStore } from './project-store.ts';
import { projectTexts } from './texts.ts';
import { isFiltered, mayGo, type Project } from './view.ts';

const ends = ['postponed', 'cancelled'] as const;

/** The jobs at hand in columns by stage. */
export class ProjectBoard extends RecordBoard<Project> {
  @property({ attribute: false }) store!: ProjectStore;

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;

  protected override get hollow(): string {
    return this.#t('empty.column');
  }

  protected override nameOf({ title }: Project): string {
    return title;
  }

  protected override hrefOf(projectId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'projects', slug: membership.slug, projectId }, Object.fromEntries(navigator.query));
  }

  protected override endsOf(project: Project): readonly BoardEnd[] {
    return ends
      .filter((end) => mayGo(project.status, end))
      .map((id) => ({ id, name: this.#t(`status.${id}`), icon: id === 'postponed' ? 'hourglass' : 'circleX' }));
  }

  protected override accepts(project: Project, to: string): boolean {
    return to === 'postponed' || to === 'cancelled' || this.store.stagesFor(project).some(({ id }) => id === to);
  }

  /** The whole stage by the studio's counts; under a filter only what is loaded can be counted. */
  protected override countOf(stageId: string): string {
    const { view, summary, board } = this.store;
    if (!view || !isFiltered(view)) {
      const count = summary?.stages.find((stage) => stage.stageId === stageId)?.count;
      return count === undefined ? '' : formatNumber(count, this.locale);
    }
    const list = board.lists.get(stageId);
    if (!list || list.state === 'loading') return '';
    const count = formatNumber(list.ids.length, this.locale);
    return list.next ? this.#t('list.countMore', { count }) : count;
  }

  protected override renderCard(project: Project): TemplateResult {
    return cardContent(project, { t: this.#t, locale: this.locale, timeZone: this.timeZone, now: this.app.now() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-board': ProjectBoard;
  }
}
