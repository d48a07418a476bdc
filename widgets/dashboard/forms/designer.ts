import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AppElement } from '../../app/app-element.ts';
import { icon } from '../../app/icons.ts';
import { bones, errorState } from '../../app/states.ts';
import { LanguageController } from '../../base/language.ts';
import { designerStyles } from './designer.styles.ts';
import { designerBar, designerNotices, designerTabs, leaveDialog, type Tab } from './designer-frame.ts';
import { consentPart, headPart, type PartView, replyPart, thanksPart } from './designer-parts.ts';
import { type Field, type LeadForm, publicForm } from './form-draft.ts';
import { FormEditor } from './form-editor.ts';
import { LeaveGuard } from './leave-guard.ts';
import { formTexts } from './texts.ts';

/**
 * Designs one form, with the real widget as preview and the code that embeds it.
 *
 * @event app-saved - The form as saved.
 * @event app-deleted - The form that is gone.
 */
export class FormDesigner extends AppElement {
  static override styles = [AppElement.styles, designerStyles];

  @property({ attribute: false }) formId = '';
  /** The form as the list knows it: shown until the newest version is there. */
  @property({ attribute: false }) known?: LeadForm;
  @state() private tab: Tab = 'design';
  @state() private deleting = false;
  @state() private narrow = false;

  readonly language = new LanguageController(this, formTexts);
  readonly #t = this.language.t;
  readonly #editor = new FormEditor(this, () => this.app.api.leadForms, this.#t);
  readonly #guard = new LeaveGuard(this, () => Boolean(this.#editor.patch || this.#editor.aside));
  /** Where preview and fields no longer fit beside each other. */
  readonly #media = matchMedia('(max-width: 1179px)');
  #removeShortcuts?: () => void;
  /** The toast that tells of mistakes: gone with the next save. */
  #complaint?: number;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#media.addEventListener('change', this.#measure);
    this.#measure();
    if (this.hasUpdated) this.#setShortcuts();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#media.removeEventListener('change', this.#measure);
    this.#removeShortcuts?.();
  }

  readonly #measure = (): void => {
    this.narrow = this.#media.matches;
  };

  protected override studioChanged(): void {
    this.#setShortcuts();
  }

  #setShortcuts(): void {
    const label = this.#t('action.saveChanges');
    this.#removeShortcuts = this.app.shortcuts.set(this, [
      { keys: 'mod+s', label, always: true, run: () => void this.#save() },
    ]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { known } = this;
    if (changed.has('formId')) {
      this.tab = 'design';
      this.#guard.follow(this.app.navigator);
      void this.#editor.open(this.formId, known);
    } else if (changed.has('known') && known && known.version > (this.#editor.stored?.version ?? Infinity)) {
      // Somebody else saved it. Own changes stay, and the next save tells of the conflict.
      if (!this.#editor.patch) this.#editor.take(known);
    }
  }

  readonly #save = async (): Promise<void> => {
    if (!this.may('manager')) return;
    if (this.#complaint !== undefined) this.app.toasts.dismiss(this.#complaint);
    const saved = await this.#editor.save();
    if (saved) {
      this.dispatchEvent(new CustomEvent('app-saved', { detail: saved }));
      this.app.toasts.show({ text: this.#t('designer.saved') });
    }
    const { errors } = this.#editor;
    if (!errors) return;
    this.tab = 'design';
    this.#complaint = this.app.toasts.show({ text: errors.list ?? this.#t('designer.invalid'), tone: 'problem' });
    await this.#focusError();
  };

  async #focusError(): Promise<void> {
    await this.updateComplete;
    const list = this.renderRoot.querySelector('alloza-field-list');
    await list?.updateComplete;
    const inList = list?.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]');
    (this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]') ?? inList)?.focus();
  }

  readonly #takeTheirs = async (): Promise<void> => {
    await this.#editor.takeTheirs();
    if (this.#editor.aside) this.dispatchEvent(new CustomEvent('app-saved', { detail: this.#editor.stored }));
  };

  readonly #deleted = (): void => {
    this.deleting = false;
    this.#editor.discard();
    this.#editor.dropAside();
    this.dispatchEvent(new CustomEvent('app-deleted', { detail: this.#editor.stored }));
  };

  override render(): TemplateResult {
    const { failure, stored, draft } = this.#editor;
    const { navigator, membership } = this.app;
    const back = navigator.href({ name: 'forms', slug: membership.slug });
    if (failure) {
      return html`${errorState(failure, this.#t, () => void this.#editor.load())}
      <p class="aside"><a href=${back}>${this.#t('designer.back')}</a></p>`;
    }
    if (!stored || !draft) return html`<div class="waiting">${bones([40, 60, 80, 60], this.#t)}</div>`;
    const disabled = !this.may('manager');
    const { narrow } = this;
    const shown = !narrow && this.tab === 'design' ? 'preview' : this.tab;
    const tabs = designerTabs({
      tabs: narrow ? ['design', 'preview', 'embed'] : ['preview', 'embed'],
      shown,
      t: this.#t,
      choose: (tab) => this.#choose(tab),
    });
    const view: PartView = {
      draft,
      disabled,
      errors: this.#editor.errors,
      t: this.#t,
      set: (change) => this.#editor.set(change),
    };
    return html`
      ${designerBar({ editor: this.#editor, back, disabled, t: this.#t, save: () => void this.#save() })}
      ${designerNotices({ editor: this.#editor, disabled, t: this.#t, takeTheirs: () => void this.#takeTheirs() })}
      ${narrow ? tabs : nothing}
      <div class="columns">
        <div
          class="edit"
          id="design"
          role=${narrow ? 'tabpanel' : nothing}
          aria-labelledby=${narrow ? 'tab-design' : nothing}
          ?hidden=${narrow && shown !== 'design'}
        >
          ${this.#parts(view)}
        </div>
        <div class="show" ?hidden=${shown === 'design'}>
          ${narrow ? nothing : tabs}
          <div id="show" role="tabpanel" aria-labelledby="tab-${shown === 'design' ? 'preview' : shown}">
            ${this.#show(shown, stored, view)}
          </div>
        </div>
      </div>
      ${this.#dialogs(stored)}
    `;
  }

  #choose(tab: Tab): void {
    this.tab = tab;
  }

  #parts(view: PartView): TemplateResult {
    const { disabled } = view;
    return html`
      ${headPart(view)} ${this.#fields(view)} ${consentPart(view)} ${thanksPart(view)} ${replyPart(view)}
      ${
        disabled
          ? nothing
          : html`<div class="foot">
            <button class="button" @click=${() => (this.deleting = true)}>
              ${icon('trash2')}${this.#t('designer.delete')}
            </button>
          </div>`
      }
    `;
  }

  #fields({ draft, disabled, errors }: PartView): TemplateResult {
    return html`<section class="part">
      <header>
        <h2>${this.#t('designer.fields')}</h2>
        ${disabled ? nothing : html`<p class="muted">${this.#t('designer.fieldsText')}</p>`}
      </header>
      ${
        errors?.list
          ? html`<div class="error" role="alert">${icon('circleAlert')}<span>${errors.list}</span></div>`
          : nothing
      }
      <alloza-field-list
        .fields=${draft.fields}
        .errors=${errors?.fields ?? {}}
        ?disabled=${disabled}
        @app-change=${(event: CustomEvent<Field[]>) => this.#editor.set({ fields: event.detail })}
      ></alloza-field-list>
    </section>`;
  }

  #show(shown: Tab, stored: LeadForm, { draft }: PartView): TemplateResult {
    return shown === 'embed'
      ? html`<alloza-form-embed .form=${stored} ?dirty=${this.#editor.patch !== undefined}></alloza-form-embed>`
      : html`<alloza-form-preview .form=${publicForm(stored.id, draft)}></alloza-form-preview>`;
  }

  #dialogs(stored: LeadForm): TemplateResult {
    return html`
      ${
        this.deleting
          ? html`<alloza-delete-form
            .form=${stored}
            @app-close=${() => (this.deleting = false)}
            @app-deleted=${this.#deleted}
          ></alloza-delete-form>`
          : nothing
      }
      ${
        this.#guard.wanted === undefined
          ? nothing
          : leaveDialog(
              this.#t,
              () => this.#guard.stay(),
              () => this.#guard.leave(),
            )
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-form-designer': FormDesigner;
  }
}
