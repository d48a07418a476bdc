import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AppElement } from '../../app/app-element.ts';
import { icon } from '../../app/icons.ts';
import { leave, leavingStyles } from '../../app/leaving.ts';
import type { LiveEvent } from '../../app/live.ts';
import { Loading } from '../../app/loading.ts';
import type { MenuItem } from '../../app/parts/menu.ts';
import { bones, emptyState, errorState } from '../../app/states.ts';
import { LanguageController } from '../../base/language.ts';
import type { LeadForm } from './form-draft.ts';
import { formsStyles } from './forms.styles.ts';
import { formTexts } from './texts.ts';

/** The forms of a studio: the list, or the designer of one. */
export class FormsPanel extends AppElement {
  static override styles = [AppElement.styles, leavingStyles, formsStyles];

  @property({ attribute: false }) formId?: string;
  @state() private creating?: 'new' | LeadForm;
  @state() private deleting?: LeadForm;

  readonly language = new LanguageController(this, formTexts);
  readonly #t = this.language.t;
  readonly #forms = new Loading<LeadForm[]>(this, (signal) =>
    this.app.api.leadForms.list({ limit: 100 }, { signal }).then(({ items }) => items),
  );
  #timer?: ReturnType<typeof setTimeout>;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.studioChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.app?.live.removeEventListener('event', this.#heard);
    clearTimeout(this.#timer);
  }

  protected override studioChanged(): void {
    this.#forms.value = undefined;
    this.app.live.addEventListener('event', this.#heard);
    void this.#forms.run();
  }

  readonly #heard = (message: Event): void => {
    if (!(message as CustomEvent<LiveEvent>).detail.type.startsWith('lead_form.')) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#forms.run(), 400);
  };

  readonly #created = (event: CustomEvent<LeadForm>): void => {
    const { navigator, membership, toasts } = this.app;
    this.creating = undefined;
    this.#forms.set([event.detail, ...(this.#forms.value ?? [])]);
    toasts.show({ text: this.#t('designer.created') });
    navigator.go({ name: 'forms', slug: membership.slug, formId: event.detail.id });
  };

  readonly #saved = (event: CustomEvent<LeadForm>): void => {
    const { detail } = event;
    this.#forms.set((this.#forms.value ?? []).map((form) => (form.id === detail.id ? detail : form)));
  };

  readonly #deleted = (event: CustomEvent<LeadForm>): void => {
    this.deleting = undefined;
    this.#forms.set((this.#forms.value ?? []).filter(({ id }) => id !== event.detail.id));
    if (this.formId) this.app.navigator.go({ name: 'forms', slug: this.app.membership.slug });
  };

  protected override scheduleUpdate(): undefined | Promise<unknown> {
    const update = () => super.scheduleUpdate() ?? undefined;
    const leaving = this.renderRoot.querySelector<HTMLElement>(this.formId ? '.page' : 'alloza-form-designer');
    return leaving ? leave(leaving, update) : update();
  }

  override render(): TemplateResult {
    return html`<div class="place">${this.formId ? this.#designer(this.formId) : this.#page()}</div>`;
  }

  #designer(formId: string): TemplateResult {
    return html`<alloza-form-designer
      .formId=${formId}
      .known=${this.#forms.value?.find(({ id }) => id === formId)}
      @app-saved=${this.#saved}
      @app-deleted=${this.#deleted}
    ></alloza-form-designer>`;
  }

  #page(): TemplateResult {
    const allowed = this.may('manager');
    return html`<div class="page">
      <header>
        <div>
          <h1>${this.#t('forms.title')}</h1>
          <p class="muted">${this.#t('forms.text')}</p>
        </div>
        ${allowed ? this.#newForm() : nothing}
      </header>
      ${allowed ? nothing : html`<div class="notice">${icon('info')}<div>${this.#t('forms.readOnly')}</div></div>`}
      ${this.#list()}
      ${this.#dialogs()}
    </div>`;
  }

  #newForm(): TemplateResult {
    return html`<button class="button primary" @click=${() => (this.creating = 'new')}>
      ${icon('plus')}${this.#t('forms.create')}
    </button>`;
  }

  #list(): TemplateResult {
    const { value, state, error } = this.#forms;
    if (!value) {
      if (state === 'error') return errorState(error, this.#t, () => void this.#forms.run());
      return html`<div class="card waiting">${bones([40, 60], this.#t)}</div>`;
    }
    if (value.length === 0) {
      return html`<div class="card">
        ${emptyState({
          icon: 'clipboardList',
          title: this.#t('forms.emptyTitle'),
          text: this.#t('forms.emptyText'),
          actions: this.may('manager') ? this.#newForm() : undefined,
        })}
      </div>`;
    }
    // The oldest form is the one a page gets that names none.
    const oldest = value.reduce((one, other) => (other.createdAt < one.createdAt ? other : one));
    return html`<ul class="forms card">
      ${repeat(
        value,
        ({ id }) => id,
        (form) => this.#form(form, form === oldest),
      )}
    </ul>`;
  }

  #form(form: LeadForm, isDefault: boolean): TemplateResult {
    const { navigator, membership } = this.app;
    const { slug } = membership;
    return html`<li>
      <a class="open" href=${navigator.href({ name: 'forms', slug, formId: form.id })}>
        <span class="emblem">${icon('clipboardList', 20)}</span>
        <span class="what">
          <span class="row">
            <strong><bdi>${form.name}</bdi></strong>
            ${
              isDefault
                ? html`<span class="pill" title=${this.#t('forms.defaultHint')}>${this.#t('forms.default')}</span>`
                : nothing
            }
          </span>
          <span class="meta">
            ${this.#t('forms.fieldCount', { count: form.fields.length })} ·
            <time datetime=${form.updatedAt} title=${this.instant(form.updatedAt)}
              >${this.#t('forms.changed', { when: this.when(form.updatedAt) })}</time
            >
          </span>
        </span>
      </a>
      <a
        class="button quiet small enquiries"
        href=${navigator.href({ name: 'leads', slug }, { form: form.id })}
        aria-label=${this.#t('forms.enquiriesOf', { name: form.name })}
        >${icon('inbox')}<span>${this.#t('forms.enquiries')}</span></a
      >
      ${this.may('manager') ? this.#menu(form) : nothing}
    </li>`;
  }

  #menu(form: LeadForm): TemplateResult {
    const items: MenuItem[] = [
      { label: this.#t('forms.duplicate'), icon: 'copy', run: () => (this.creating = form) },
      {
        label: this.#t('designer.delete'),
        icon: 'trash2',
        tone: 'danger',
        divided: true,
        run: () => (this.deleting = form),
      },
    ];
    const label = this.#t('forms.more', { name: form.name });
    return html`<alloza-app-menu .items=${items} label=${label}>
      <button class="button quiet small only-icon" aria-label=${label}>${icon('ellipsis')}</button>
    </alloza-app-menu>`;
  }

  #dialogs(): TemplateResult {
    const close = (): void => {
      this.creating = undefined;
      this.deleting = undefined;
    };
    return html`
      ${
        this.creating
          ? html`<alloza-create-form
            .source=${this.creating === 'new' ? undefined : this.creating}
            @app-close=${close}
            @app-created=${this.#created}
          ></alloza-create-form>`
          : nothing
      }
      ${
        this.deleting
          ? html`<alloza-delete-form
            .form=${this.deleting}
            @app-close=${close}
            @app-deleted=${this.#deleted}
          ></alloza-delete-form>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-app-forms': FormsPanel;
  }
}
