import type { Schema } from '@alloza/sdk/core';
import { challenges, leadForms, leads } from '@alloza/sdk/operations';
import { html, nothing, type TemplateResult } from 'lit';
import { AllozaElement } from '../base/element.ts';
import { embed } from '../base/embed.styles.ts';
import { LanguageController } from '../base/language.ts';
import { RequestTask } from '../base/request-task.ts';
import { buttons } from '../parts/button.styles.ts';
import { controls } from '../parts/controls.styles.ts';
import type { leadFormEn } from '../strings/lead-form.en.ts';
import { leadFormStrings } from '../strings/lead-form.ts';
import { formField, isShort } from './controls.ts';
import type { Draft, Entry, Form, LeadInput, Reading } from './draft.ts';
import { styles } from './lead-form.styles.ts';
import { draftOf } from './plain-form.ts';
import type { LeadFormClient } from './send.ts';
import { skeleton } from './skeleton.ts';
import type { Submission } from './submission.ts';

/** What a form needs of its studio. */
export interface Loaded {
  form: Form;
  studio: Schema<'PublicWorkspace'>;
  client: LeadFormClient;
}

/**
 * @summary A studio's own enquiry form, with the fields, consents and thanks that the studio designed.
 *
 * A plain form or link inside the element is the way without JavaScript; it is shown again if the form can't load.
 *
 * @slot - The way without JavaScript: `<form method="post" action="https://.../f/{studio}/{form}">` or a link.
 * @csspart title - Heading of the form and of the thanks.
 * @csspart intro - Text under the heading.
 * @csspart form - The form itself.
 * @csspart field - One field with its label and note.
 * @csspart label - Label of a field.
 * @csspart input - Text box, list or text area.
 * @csspart choice - One option of several, with its box.
 * @csspart hint - Note of a field.
 * @csspart error - Note of a field that needs another look.
 * @csspart consent - The two consents.
 * @csspart submit - The button that sends.
 * @csspart notice - What went wrong with the whole form.
 * @csspart success - The thanks.
 * @csspart another - The button that starts a second enquiry.
 * @cssproperty --alloza-accent - The studio's colour; by default that of its brand. Contrast is repaired.
 * @cssproperty --alloza-radius - Corners of controls; by default those of the brand.
 * @cssproperty --alloza-space - Unit of all distances, 4px.
 * @cssproperty --alloza-surface - Ground of controls.
 * @cssproperty --alloza-text - Text in controls.
 * @cssproperty --alloza-text-muted - Hints.
 * @cssproperty --alloza-line - Quiet lines.
 * @cssproperty --alloza-line-strong - Outlines of controls.
 * @cssproperty --alloza-danger - Errors.
 * @cssproperty --alloza-success - The mark of the thanks.
 * @cssstate loading - The form is being fetched.
 * @cssstate ready - The form is shown.
 * @cssstate failed - The form could not be fetched.
 * @cssstate sending - The enquiry is on its way.
 * @cssstate sent - The thanks are shown.
 * @cssstate unsent - The enquiry could not be sent; it is kept.
 * @event {CustomEvent<{ input: LeadInput }>} alloza-before-lead-send - Before sending; `preventDefault()` stops it.
 * @event {CustomEvent<{ id: string }>} alloza-lead-sent - The enquiry is stored.
 * @event {CustomEvent<Failure>} alloza-error - A request failed, or the element is used wrongly.
 * @since 0.1.0
 */
export class AllozaLeadForm extends AllozaElement {
  static override styles = [embed, controls, buttons, styles];

  static override properties = {
    form: {},
    preview: { attribute: false },
    draft: { state: true },
  };

  /** Id of the form (`lform_...`), or `default` for the studio's oldest. */
  declare form: string;

  /** Shown in place of the stored form, as a studio designs it. */
  declare preview?: Form;

  /** @internal */
  declare draft: Draft;
  /** @internal */
  declare offline: boolean;
  /** The code that sends could not be fetched. */
  declare private broken: boolean;

  readonly #text = new LanguageController(this, leadFormStrings);
  readonly #visible = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.#see();
  });
  #submission?: Promise<Submission>;
  #ready?: Submission;
  /** The code that sends could not be fetched. */
  #broken = false;
  /** Height to keep, in px, so that the page below does not jump. */
  #reserved = 0;
  /** The control of the plain form that a visitor was in when this one took its place. */
  #left?: string;

  readonly #load = new RequestTask(this, {
    args: () => [this.form] as const,
    task: async ([formId], { connection }): Promise<Loaded> => {
      const client = connection.client({ challenges, leadForms, leads });
      const [form, studio] = await Promise.all([client.leadForms.public(formId), connection.workspace()]);
      const plain = this.querySelector('form');
      if (plain) this.draft = { ...draftOf(plain, form.fields), ...this.draft };
      return { form, studio, client };
    },
  });

  constructor() {
    super();
    this.form = 'default';
    this.draft = {};
  }

  /** @internal */
  get loaded(): Loaded {
    const loaded = this.#load.value!;
    return this.preview ? { ...loaded, form: this.preview } : loaded;
  }

  /** @internal */
  get reading(): Reading {
    return { locale: this.#text.locale, currency: this.loaded.studio.currency };
  }

  /** @internal */
  get t(): LanguageController<typeof leadFormEn>['t'] {
    return this.#text.t;
  }

  override get appearance(): AllozaElement['appearance'] {
    return { ...this.#load.value?.studio.brand, ...super.appearance };
  }

  override connectedCallback(): void {
    // The plain form has been on the page until now; its height is kept until the real one is there.
    if (!this.hasUpdated) {
      this.#reserved = this.offsetHeight;
      this.#left = this.querySelector<HTMLInputElement>(':focus')?.name;
    }
    super.connectedCallback();
    addEventListener('online', this.#online);
    this.#visible.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#visible.disconnect();
    removeEventListener('online', this.#online);
  }

  readonly #online = (): void => {
    if (this.#load.failure) void this.#load.run();
    this.requestUpdate();
  };

  /** The form is in sight: what sending takes is made ready. */
  #see(): void {
    if (!this.#load.value || this.preview) return;
    this.#visible.disconnect();
    this.#begin().then(
      ({ proof }) => proof.prepare(),
      () => undefined,
    );
  }

  async #begin(): Promise<Submission> {
    this.#submission ??= import('./submission.ts').then(({ Submission }) => (this.#ready = new Submission(this)));
    try {
      return await this.#submission;
    } catch (error) {
      this.#submission = undefined;
      throw error;
    }
  }

  readonly #focusIn = (): void => {
    this.#begin().then(
      ({ proof }) => proof.begin(),
      () => undefined,
    );
  };

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    try {
      const submission = await this.#begin();
      this.#broken = false;
      await submission.submit();
    } catch (error) {
      this.#broken = true;
      this.report(error);
      this.requestUpdate();
    }
  };

  #edit(key: string, change: Partial<Entry>): void {
    this.draft = { ...this.draft, [key]: { ...this.draft[key], ...change } };
    this.#ready?.recheck();
  }

  protected override updated(): void {
    if (this.#load.status === 'complete') {
      this.#reserved = this.#ready?.created ? Math.min(this.#reserved || this.offsetHeight, 360) : 0;
      if (!this.#ready) this.#visible.observe(this);
      this.#refocus();
    }
    // Not a style attribute, which a strict Content-Security-Policy refuses, but the same through the object model.
    this.renderRoot.querySelector<HTMLElement>('.root')?.style.setProperty('min-height', `${this.#reserved}px`);
  }

  /** Lets a visitor write on, unless they have gone elsewhere. */
  #refocus(): void {
    const name = this.#left?.replace('.', '-');
    this.#left = undefined;
    if (name && document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
  }

  protected override render(): TemplateResult {
    const { status } = this.#load;
    return html`<div class="root" lang=${this.#text.locale} dir=${this.#text.dir}>${
      status === 'error'
        ? this.#renderFailure()
        : status !== 'complete'
          ? skeleton(this, this.t('loading'))
          : this.#renderLoaded()
    }</div>`;
  }

  #renderFailure(): TemplateResult {
    const { t } = this;
    const requestId = this.#load.failure?.requestId;
    return html`<p class="failure" part="notice" role="alert">${t(navigator.onLine ? 'loadFailed' : 'loadOffline')}
        ${requestId ? t('reference', { requestId }) : nothing}</p>
      <button class="button" type="button" @click=${() => this.#load.run()}>${t('tryAgain')}</button>
      <slot></slot>`;
  }

  #renderLoaded(): TemplateResult {
    const { t, reading, loaded } = this;
    const { form, studio } = loaded;
    const submission = this.#ready;
    if (submission?.created) return submission.success();
    const sending = submission?.isSending;
    return html`<div class="head">
        <h2 class="title" part="title" tabindex="-1">${form.title}</h2>
        ${form.intro ? html`<p class="intro" part="intro">${form.intro}</p>` : nothing}
      </div>
      <form part="form" novalidate @submit=${this.#submit} @focusin=${this.#focusIn}>
        ${form.fields.map((field) => {
          const { key } = field;
          const scope = {
            field,
            entry: this.draft[key] ?? {},
            error: submission?.errorOf(key),
            reading,
            t,
            edit: (change: Partial<Entry>) => this.#edit(key, change),
            settle: () => this.#ready?.settle(key),
          };
          return html`<div class=${isShort(field) ? 'short' : ''}>${formField(scope)}</div>`;
        })}
        ${this.#renderConsent(form)}
        ${this.#broken ? html`<p class="failure" role="alert">${t(navigator.onLine ? 'unreachable' : 'offline')}</p>` : submission?.notice()}
        <div class="foot">
          <button class="button primary" part="submit" type="submit" aria-disabled=${sending ? 'true' : nothing}>
            ${sending ? html`<span class="spinner"></span>${t('sending')}` : form.submitLabel}
          </button>
          <p class="note">${t('goesTo', { studio: studio.name })}</p>
        </div>
      </form>`;
  }

  #renderConsent({ consent }: Form): TemplateResult {
    const box = (key: string, text: string) => html`<label class="check"><input type="checkbox" name=${key}
      .checked=${this.draft[key]?.agreed ?? false} @change=${({ target }: Event) =>
        this.#edit(key, { agreed: (target as HTMLInputElement).checked })}><bdi>${text}</bdi></label>`;
    return html`<div class="consent" part="consent" role="group" aria-labelledby="consent">
      <span class="label" id="consent">${this.t('consent')}</span>
      ${box('consent-email', consent.emailText)}${consent.smsText ? box('consent-sms', consent.smsText) : nothing}
    </div>`;
  }
}

declare module '../base/element.ts' {
  interface AllozaEvents {
    'alloza-before-lead-send': CustomEvent<{ input: LeadInput }>;
    'alloza-lead-sent': CustomEvent<{ id: string }>;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'alloza-lead-form': AllozaLeadForm;
  }
  interface HTMLElementEventMap {
    'alloza-before-lead-send': CustomEvent<{ input: LeadInput }>;
    'alloza-lead-sent': CustomEvent<{ id: string }>;
  }
}
