import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../app/app-element.ts';
import { icon } from '../app/icons.ts';
import type { MenuItem } from '../app/parts/menu.ts';
import { bones, errorState, problemText } from '../app/states.ts';
import { StoreController } from '../app/store-controller.ts';
import { LanguageController } from '../base/language.ts';
import { type Import, type ImportStore, isBusy, type Verb } from './import-store.ts';
import { pageStyles } from './page.styles.ts';
import { result } from './result.ts';
import { statusPill, stepOf, steps } from './status.ts';
import { importStyles } from './styles.ts';
import { importTexts } from './texts.ts';

const busyText = { checking: 'checking', running: 'running', undoing: 'undoing' } as const;

/** One import from its columns to its result: what shows follows its state, so a reload or another's click keep it. */
export class ImportPage extends AppElement {
  static override styles = [AppElement.styles, importStyles, pageStyles];

  @property({ attribute: false }) store!: ImportStore;
  @state() private asking?: 'undo' | 'delete';

  readonly language = new LanguageController(this, importTexts);
  readonly #t = this.language.t;
  readonly #updates = new StoreController(this);
  readonly #places = new StoreController(this, 'navigated');
  #status?: Import['status'];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#updates.follow(this.store);
    this.#places.follow(this.app.navigator);
  }

  /** Whoever works by keyboard or ear goes on at the head of what came next. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const status = this.store.found?.status;
    const before = this.#status;
    this.#status = status;
    if (before && status && before !== status) this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  get #isBack(): boolean {
    return this.app.navigator.query.get('step') === 'columns';
  }

  #act(verb: Verb): Promise<void> {
    return this.#do(() => this.store.act(verb));
  }

  async #do(send: () => Promise<void>): Promise<void> {
    this.asking = undefined;
    try {
      await send();
      this.app.navigator.setQuery({ step: undefined, rows: undefined });
    } catch (error) {
      this.app.toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    }
  }

  readonly #remove = async (): Promise<void> => {
    const { navigator, membership, toasts } = this.app;
    this.asking = undefined;
    try {
      await this.store.remove();
      toasts.show({ text: this.#t('import.deleted') });
      navigator.go({ name: 'import', slug: membership.slug });
    } catch (error) {
      toasts.show({ text: problemText(error, this.#t), tone: 'problem' });
    }
  };

  override render(): TemplateResult {
    const { found, error } = this.store;
    if (error) return errorState(error, this.#t, () => void this.store.load());
    if (!found) return html`<div class="card group" aria-busy="true">${bones([40, 80, 60], this.#t)}</div>`;
    return html`
      ${this.#head(found)} ${steps(stepOf(found, this.#isBack), this.#t)}
      <div class="stack">${this.#content(found)}</div>
      ${this.#dialog()}
    `;
  }

  #head(found: Import): TemplateResult {
    const { fileName, resource, rowCount, createdAt } = found;
    const remove: MenuItem = {
      label: this.#t('import.delete'),
      icon: 'trash2',
      tone: 'danger',
      run: () => (this.asking = 'delete'),
    };
    return html`<header>
      <div>
        <h1 tabindex="-1"><bdi>${fileName}</bdi> ${statusPill(found, this.#t)}</h1>
        <p class="meta">
          ${[this.#t(`resource.${resource}`), this.#t('import.rows', { count: rowCount }), this.when(createdAt)].join(' · ')}
        </p>
      </div>
      ${
        isBusy(found)
          ? nothing
          : html`<alloza-app-menu .items=${[remove]} label=${this.#t('action.more')}>
            <button class="button quiet only-icon" aria-label=${this.#t('action.more')}>${icon('ellipsis')}</button>
          </alloza-app-menu>`
      }
    </header>`;
  }

  #content(found: Import): TemplateResult {
    if (isBusy(found)) return this.#progress(found);
    if (stepOf(found, this.#isBack) === 2) return this.#columns(found);
    return found.status === 'checked' ? this.#checked(found) : this.#done(found);
  }

  #columns({ missingFields }: Import): TemplateResult {
    const isOpen = missingFields.length > 0 || this.store.asked === 'check';
    return html`
      <alloza-import-columns .store=${this.store}></alloza-import-columns>
      <div class="bar">
        <button class="button primary" ?disabled=${isOpen} @click=${() => void this.#act('check')}>
          ${this.#t('columns.check')}${icon('arrowRight')}
        </button>
      </div>
    `;
  }

  #progress(found: Import): TemplateResult {
    const { processed, rowCount, startedBy } = found;
    const what = busyText[found.status as keyof typeof busyText];
    const own = startedBy?.id === this.app.account.id;
    return html`<section class="card group busy" aria-busy="true">
      <div role="status">
        <h2>${this.#t(`progress.${what}`)}</h2>
        <p class="muted">
          ${startedBy?.name && !own ? this.#t('progress.by', { name: startedBy.name }) : nothing}
          ${this.#t(`progress.${what}Text`)}
        </p>
      </div>
      <progress max=${rowCount || 1} value=${processed} aria-label=${this.#t(`progress.${what}`)}></progress>
      <div class="row between">
        <span class="muted numbers">${this.#t('progress.done', { done: processed, total: rowCount })}</span>
        ${
          what === 'undoing'
            ? nothing
            : html`<button class="button" ?disabled=${this.store.asked === 'cancel'} @click=${() => void this.#act('cancel')}>
              ${this.#t('progress.stop')}
            </button>`
        }
      </div>
      ${
        this.store.isLost
          ? html`<div class="notice warning" role="status">${icon('wifiOff')}<div>${this.#t('progress.lost')}</div></div>`
          : nothing
      }
    </section>`;
  }

  #checked(found: Import): TemplateResult {
    const { create, update, error } = found.counts;
    const count = create + update;
    return html`
      <section>
        <h2>${this.#t('check.title')}</h2>
        <p class="muted">${this.#t(count > 0 ? 'check.text' : 'check.nothing')}</p>
        ${error > 0 && count > 0 ? html`<p class="wrong">${icon('circleAlert')}${this.#t('check.errors', { count: error })}</p>` : nothing}
      </section>
      <alloza-import-rows .found=${found}></alloza-import-rows>
      <div class="bar">
        <button
          class="button back"
          aria-label=${this.#t('check.back')}
          @click=${() => this.app.navigator.setQuery({ step: 'columns' })}
        >
          ${icon('arrowLeft')}<span class="label">${this.#t('check.back')}</span>
        </button>
        <button
          class="button primary"
          ?disabled=${count === 0 || this.store.asked === 'run'}
          @click=${() => void this.#act('run')}
        >
          ${this.#t('check.run', { count })}
        </button>
      </div>
    `;
  }

  #done(found: Import): TemplateResult {
    return html`
      ${result({
        app: this.app,
        found,
        t: this.#t,
        isAsking: this.store.asked !== undefined,
        goOn: () => void this.#do(() => this.store.goOn()),
        undo: () => (this.asking = 'undo'),
      })}
      <alloza-import-rows .found=${found}></alloza-import-rows>
    `;
  }

  #dialog(): TemplateResult | typeof nothing {
    const { asking } = this;
    if (!asking) return nothing;
    const isUndo = asking === 'undo';
    const close = (): void => {
      this.asking = undefined;
    };
    return html`<alloza-app-dialog
      .open=${true}
      heading=${this.#t(isUndo ? 'undo.title' : 'import.deleteTitle')}
      closeLabel=${this.#t('action.close')}
      @app-close=${close}
    >
      <p class="muted">${this.#t(isUndo ? 'undo.text' : 'import.deleteText')}</p>
      <button slot="footer" class="button" @click=${close}>${this.#t('action.cancel')}</button>
      <button slot="footer" class="button danger" @click=${isUndo ? () => void this.#act('undo') : this.#remove}>
        ${this.#t(isUndo ? 'undo.action' : 'import.delete')}
      </button>
    </alloza-app-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-import-page': ImportPage;
  }
}
