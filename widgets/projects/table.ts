import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../app/app-element.ts';
import { tableKey } from '../app/record/lists.ts';
import { recordTableStyles } from '../app/record/table.styles.ts';
import { bones, errorState } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { clientNames, statusLooks, tasksText, valueText } from './card.ts';
import type { ProjectStore } from './project-store.ts';
import { projectTexts } from './texts.ts';
import type { Project } from './view.ts';

/** Projects as rows. The whole row opens; the title is the link for keyboard and reader. */
export class ProjectTable extends AppElement {
  static override styles = [
    AppElement.styles,
    recordTableStyles,
    css`
      @media (max-width: 720px) {
        td:first-child {
          inline-size: 100%;
          max-inline-size: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: ProjectStore;
  @property({ attribute: false }) openId?: string;

  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
  }

  #href(projectId: string): string {
    const { navigator, membership } = this.app;
    return navigator.href({ name: 'projects', slug: membership.slug, projectId }, Object.fromEntries(navigator.query));
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('td a')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const link = step && links[links.indexOf(event.target as HTMLElement) + step];
    if (!link) return;
    link.focus();
    event.preventDefault();
  };

  override render(): TemplateResult {
    const list = this.store.board.lists.get(tableKey);
    const more = (): void => void this.store.more(tableKey);
    if (list?.state === 'error' && list.ids.length === 0) return errorState(list.error, this.#t, more);
    const waiting = !list || list.state === 'loading';
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${this.#t('projects.title')}>
        <table aria-busy=${String(waiting)}>
          <thead>
            <tr>
              <th scope="col">${this.#t('project.title')}</th>
              <th scope="col" class="minor">${this.#t('project.clients')}</th>
              <th scope="col" class="minor">${this.#t('project.stage')}</th>
              <th scope="col">${this.#t('column.date')}</th>
              <th scope="col" class="minor amount">${this.#t('tasks.title')}</th>
              <th scope="col" class="minor amount">${this.#t('project.value')}</th>
            </tr>
          </thead>
          <tbody @keydown=${this.#keydown}>
            ${
              waiting
                ? [1, 2, 3, 4, 5, 6].map(
                    () => html`<tr class="bone-row"><td colspan="6">${bones([60], this.#t)}</td></tr>`,
                  )
                : repeat(
                    list.ids,
                    (id) => id,
                    (id) => this.#row(this.store.get(id)!),
                  )
            }
          </tbody>
        </table>
        ${list?.state === 'error' ? errorState(list.error, this.#t, more) : nothing}
        ${
          list?.next && list.state !== 'error'
            ? html`<button class="button small more" ?disabled=${list.state === 'more'} @click=${more}>
              ${this.#t('action.showMore')}
            </button>`
            : nothing
        }
      </div>
      ${
        waiting
          ? nothing
          : html`<div class="tail numbers">
            ${this.#t(list.next ? 'projects.shownMore' : 'projects.shown', { count: list.ids.length })}
          </div>`
      }
    `;
  }

  #row(project: Project): TemplateResult {
    const href = this.#href(project.id);
    const open = (event: MouseEvent): void => {
      if (!(event.target as Element).closest('a')) this.app.navigator.go(href);
    };
    const dash = html`<span class="faint">–</span>`;
    const { status, mainDate } = project;
    const aside = status === 'postponed' || status === 'cancelled';
    return html`
      <tr
        class=${this.store.fresh.has(project.id) ? 'fresh' : ''}
        aria-selected=${ifDefined(project.id === this.openId ? 'true' : undefined)}
        @click=${open}
      >
        <td><a class="clip" href=${href} data-id=${project.id} dir="auto">${project.title}</a></td>
        <td class="minor"><bdi>${clientNames(project, this.locale) || dash}</bdi></td>
        <td class="minor">
          <span class="pill ${statusLooks[status]}"
            ><bdi>${aside ? this.#t(`status.${status}`) : this.store.stageName(project.stageId)}</bdi></span
          >
        </td>
        <td class="numbers">${mainDate ? html`<time datetime=${mainDate}>${this.date(mainDate)}</time>` : dash}</td>
        <td class="minor amount numbers">${tasksText(project) ?? dash}</td>
        <td class="minor amount numbers">${valueText(project, this.locale) ?? dash}</td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-project-table': ProjectTable;
  }
}
