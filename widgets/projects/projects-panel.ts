import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { icon } from '../app/icons.ts';
import { type Person, people } from '../app/people.ts';
import type { MoveWish } from '../app/record/board.ts';
import { tableKey } from '../app/record/lists.ts';
import { RecordPanel } from '../app/record/panel.ts';
import { importLink, transferMenu } from '../app/record/transfer.ts';
import type { Shortcut } from '../app/shortcuts.ts';
import { emptyState, errorState } from '../app/states.ts';
import { LanguageController } from '../base/language.ts';
import { projectButtons } from './bulk.ts';
import { type Move, ProjectActions } from './project-actions.ts';
import { ProjectStore } from './project-store.ts';
import type { ProjectSheet } from './sheet.ts';
import { projectTexts } from './texts.ts';
import { toolbar } from './toolbar.ts';
import { filterOf, inColumns, isFiltered, type Project, readView, sameProjects, type View, writeView } from './view.ts';

/** The projects screen: reads its view from the address, shows board or table, and a project's sheet above it. */
export class ProjectsPanel extends RecordPanel<ProjectStore, View> {
  @state() private people: readonly Person[] = [];
  @state() private cancelling?: readonly Project[];
  /** Moves of several that nothing takes back. */
  @state() private confirming?: { readonly projects: readonly Project[]; readonly move: Move; readonly place: string };
  @state() private arrived = '';
  @query('alloza-project-sheet') protected readonly sheet?: ProjectSheet;

  protected override readonly home = 'projects';
  readonly language = new LanguageController(this, projectTexts);
  readonly #t = this.language.t;
  protected override actions!: ProjectActions;

  protected override readonly readView = readView;
  protected override readonly writeView = writeView;

  protected override makeStore(): ProjectStore {
    const { app } = this;
    const store = new ProjectStore(app);
    this.people = [];
    this.actions = new ProjectActions(app, store, this.#t);
    store.addEventListener('arrived', (event) => {
      this.arrived = this.#t('projects.arrived', { name: (event as CustomEvent<Project>).detail.title });
    });
    void people(app).then((found) => {
      if (store === this.store) this.people = found;
    });
    return store;
  }

  protected override follow(store: ProjectStore, view: View): void {
    if (!store.view || !sameProjects(store.view, view)) void store.show(view);
  }

  protected override idsOf({ board, pipeline }: ProjectStore): readonly string[] {
    const keys = inColumns(this.view) ? (pipeline?.stages.map(({ id }) => id) ?? []) : [tableKey];
    return keys.flatMap((key) => board.lists.get(key)?.ids ?? []);
  }

  protected override get shortcuts(): Shortcut[] {
    const layout = (): void => this.change({ ...this.view, layout: this.view.layout === 'board' ? 'table' : 'board' });
    return [
      ...(this.mayCreate ? [{ keys: 'c', label: this.#t('shortcut.create'), run: this.create }] : []),
      ...this.commonShortcuts({
        search: this.#t('projects.search'),
        next: this.#t('sheet.next'),
        previous: this.#t('sheet.previous'),
        note: this.#t('shortcut.note'),
        close: this.#t('shortcut.close'),
      }),
      { keys: 'v', label: this.#t('shortcut.layout'), run: layout },
    ];
  }

  #move(project: Project, to: string): void {
    if (to === 'cancelled') this.cancelling = [project];
    else if (to === 'postponed') void this.actions.move([project], { to });
    else if (to !== project.stageId || project.status !== project.stage)
      void this.actions.move([project], { to: 'stage', stageId: to });
  }

  readonly #moved = (event: MoveWish<Project>): void => this.#move(event.detail.record, event.detail.to);

  readonly #created = (event: CustomEvent<Project>): void => {
    this.store?.put(event.detail);
    this.store?.markFresh(event.detail.id);
    this.app.toasts.show({ text: this.#t('create.done') });
    this.open(event.detail.id);
  };

  override render(): TemplateResult {
    const store = this.store!;
    const list = html`
      ${toolbar({
        t: this.#t,
        locale: this.locale,
        view: this.typedView,
        summary: store.summary,
        status: this.app.live.status,
        people: this.people,
        href: this.hrefOf,
        change: this.change,
        search: this.search,
        create: this.mayCreate ? this.create : undefined,
        transfer: transferMenu(this.app, this.#t, 'projects', filterOf(this.view)),
      })}
      <div class="main" @app-move=${this.#moved}>${this.#main(store)}</div>
      ${this.#bulk(store)}
    `;
    return html`
      <div class="only-spoken" role="status">${this.arrived}</div>
      ${this.place(list, this.openId ? this.#sheetOf(store, this.openId) : nothing)} ${this.#dialogs()}
    `;
  }

  #sheetOf(store: ProjectStore, openId: string): TemplateResult {
    return html`<alloza-project-sheet
      .store=${store}
      .actions=${this.actions}
      .people=${this.people}
      .recordId=${openId}
      ?wide=${this.wide}
      @keydown=${this.sheetKey}
      @app-close=${this.sheetClose}
      @app-step=${this.sheetStep}
      @app-wide=${this.sheetWide}
      @app-move=${this.#moved}
    ></alloza-project-sheet>`;
  }

  #bulk(store: ProjectStore): TemplateResult | typeof nothing {
    if (inColumns(this.view)) return nothing;
    const marked = this.marked((id) => store.get(id));
    const buttons = projectButtons({
      t: this.#t,
      show: this.view.show,
      marked,
      store,
      people: this.people,
      actions: this.actions,
      limited: this.app.membership.ownJobsOnly,
      begin: (work) => void this.begin(work),
      cancel: (projects) => (this.cancelling = projects),
      confirm: (projects, move, place) => (this.confirming = { projects, move, place }),
    });
    return this.renderBulk(this.#t, this.actions, marked.length, buttons);
  }

  async #cancel(projects: readonly Project[], reason: string): Promise<void> {
    const isMarked = this.selection.size > 0;
    const work = this.actions.move(projects, { to: 'cancelled', reason });
    if (isMarked) void this.begin(work);
  }

  #confirmation(): TemplateResult | typeof nothing {
    const { confirming } = this;
    if (!confirming) return nothing;
    const { projects, move, place } = confirming;
    const close = (): void => {
      this.confirming = undefined;
    };
    const go = (): void => {
      close();
      void this.begin(this.actions.move(projects, move));
    };
    return html`<alloza-app-dialog
      .open=${true}
      heading=${this.#t('bulk.confirmTitle', { count: projects.length, place })}
      closeLabel=${this.#t('action.close')}
      @app-close=${close}
    >
      <p>${this.#t('bulk.confirmText')}</p>
      <button slot="footer" class="button" @click=${close}>${this.#t('action.cancel')}</button>
      <button slot="footer" class="button primary" @click=${go}>${this.#t('bulk.confirm')}</button>
    </alloza-app-dialog>`;
  }

  #dialogs(): TemplateResult {
    const { cancelling } = this;
    return html`
      ${this.#confirmation()}
      ${
        cancelling
          ? html`<alloza-app-word
            heading=${
              cancelling.length === 1
                ? this.#t('cancel.title', { name: cancelling[0]!.title })
                : this.#t('cancel.titleMany', { count: cancelling.length })
            }
            label=${this.#t('cancel.reason')}
            action=${this.#t('cancel.action')}
            max="300"
            .submit=${(reason: string) => this.#cancel(cancelling, reason)}
            @app-close=${() => (this.cancelling = undefined)}
          ></alloza-app-word>`
          : nothing
      }
      ${
        this.creating
          ? html`<alloza-create-project
            @app-close=${this.endCreate}
            @app-created=${this.#created}
          ></alloza-create-project>`
          : nothing
      }
    `;
  }

  #main(store: ProjectStore): TemplateResult {
    const { view } = this;
    if (store.error) return errorState(store.error, this.#t, () => void store.show(view, true));
    if (store.isEmpty) return html`<div class="empty-place">${this.#empty(view)}</div>`;
    return inColumns(view)
      ? html`<alloza-project-board .store=${store} .openId=${this.openId}></alloza-project-board>`
      : html`<alloza-project-table
          .store=${store}
          .openId=${this.openId}
          .selection=${this.selection}
        ></alloza-project-table>`;
  }

  #empty(view: View): TemplateResult {
    if (isFiltered(view)) {
      const clear = (): void => this.change({ ...view, q: '', memberId: '', importId: '' });
      return emptyState({
        icon: 'search',
        title: this.#t('empty.filtered.title'),
        text: this.#t('empty.filtered.text'),
        actions: html`<button class="button" @click=${clear}>${this.#t('list.clearFilters')}</button>`,
      });
    }
    if (view.show === 'all' && !this.mayCreate)
      return emptyState({ icon: 'camera', title: this.#t('empty.first.title'), text: this.#t('empty.own.text') });
    if (view.show === 'all') {
      const { navigator, membership } = this.app;
      return emptyState({
        icon: 'camera',
        title: this.#t('empty.first.title'),
        text: this.#t('empty.first.text'),
        actions: html`
          <button class="button primary" @click=${this.create}>${icon('plus')}${this.#t('projects.create')}</button>
          <a class="button" href=${navigator.href({ name: 'leads', slug: membership.slug })}>${this.#t('empty.first.leads')}</a>
          ${importLink(this.app, this.#t, 'projects')}
        `,
      });
    }
    const icons = { postponed: 'hourglass', cancelled: 'circleX', archived: 'inbox', deleted: 'trash2' } as const;
    return emptyState({
      icon: icons[view.show],
      title: this.#t(`empty.${view.show}.title`),
      text: this.#t(`empty.${view.show}.text`),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-projects-panel': ProjectsPanel;
  }
}
