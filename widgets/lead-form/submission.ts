import { isAllozaError, type Schema } from '@alloza/sdk/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { AllozaElement } from '../base/element.ts';
import { LanguageController } from '../base/language.ts';
import { RequestTask } from '../base/request-task.ts';
import { alertIcon, icon } from '../parts/icons.ts';
import { submissionStrings } from '../strings/submission.ts';
import { type FieldScope, idOf } from './controls.ts';
import { type Draft, type LeadInput, type Reading, textOf } from './draft.ts';
import type { Loaded } from './lead-form.ts';
import { fieldOfPointer, toLeadInput } from './lead-input.ts';
import { Proof } from './proof.ts';
import { type Faults, findFaults } from './rules.ts';
import { sendLead, visitOf } from './send.ts';
import { submissionStyles } from './submission.styles.ts';

/** What the submission shares with its element. */
export interface SubmissionHost extends AllozaElement {
  draft: Draft;
  readonly loaded: Loaded;
  readonly reading: Reading;
  readonly t: FieldScope['t'];
}

/** Milliseconds. */
const longestClick = 300;

/** Codes of a widget that this page may not use: nothing a visitor could do about it. */
const notHere = new Set(['origin_not_allowed', 'key_missing', 'unauthenticated', 'insecure_page']);

/**
 * All that happens to an enquiry after the first keystroke: rules, proof of work, sending, thanks. It is loaded when
 * the form comes into sight, so that showing the form does not wait for it.
 */
export class Submission {
  faults: Faults = {};
  created: Schema<'CreatedLead'> | undefined;
  readonly #host: SubmissionHost;
  readonly #text: LanguageController<typeof import('../strings/submission.en.ts').submissionEn>;
  /** The body last tried and its key: the same enquiry sent again is the same lead. */
  #attempt = { body: '', key: '' };
  #proof?: { of: Loaded; proof: Proof };
  readonly #send: RequestTask<readonly [LeadInput, string], void>;

  constructor(host: SubmissionHost) {
    this.#host = host;
    this.#text = new LanguageController(host, submissionStrings);
    this.#send = new RequestTask(host, {
      states: { pending: 'sending', complete: 'sent', error: 'unsent' },
      task: async ([input, key]) => {
        try {
          this.created = await sendLead(host.loaded.client, this.proof, input, key);
        } catch (error) {
          this.#blame(error, input);
          throw error;
        }
      },
    });
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(submissionStyles.styleSheet!);
  }

  get isSending(): boolean {
    return this.#send.status === 'pending';
  }

  /** The proof of work of the form as it is loaded now. */
  get proof(): Proof {
    const { loaded } = this.#host;
    const { client, form } = loaded;
    if (this.#proof?.of !== loaded) {
      const ask = async () => client.challenges.create({ operation: 'leads.create', formId: form.id });
      this.#proof = { of: loaded, proof: new Proof(ask) };
    }
    return this.#proof!.proof;
  }

  /** What is wrong with a field, in the visitor's words. */
  errorOf(key: string): TemplateResult | undefined {
    const fault = this.faults[key];
    return fault && html`${alertIcon}<span>${this.#text.t(fault.text, fault.values)}</span>`;
  }

  /** After a change: faults that are shown go away as soon as they are cured. */
  recheck(also?: string): void {
    const shown = new Set([...Object.keys(this.faults), also]);
    const found = findFaults(this.#host.loaded.form, this.#host.draft, this.#host.reading);
    this.faults = Object.fromEntries(Object.entries(found).filter(([key]) => shown.has(key)));
    this.#host.requestUpdate();
  }

  /**
   * After leaving a field: a slip in what was written is worth a word, a gap is not. It waits for the click that may
   * have taken the focus away, since the note moves what is below it and the click would miss.
   */
  settle(key: string): void {
    const entry = this.#host.draft[key];
    if (textOf(entry) || entry?.min || entry?.max) setTimeout(() => this.recheck(key), longestClick);
  }

  /** Checks and sends the draft; a second call while one is under way does nothing. Never throws. */
  async submit(): Promise<void> {
    const { loaded, draft, reading } = this.#host;
    if (this.isSending) return;
    this.faults = findFaults(loaded.form, draft, reading);
    if (Object.keys(this.faults).length > 0) return this.#focusFirstFault();
    const input = toLeadInput(loaded.form, draft, reading, visitOf(location.href));
    if (!this.#host.emit('alloza-before-lead-send', { input }, true)) return;
    const body = JSON.stringify(input);
    if (body !== this.#attempt.body) this.#attempt = { body, key: crypto.randomUUID() };
    await this.#send.start(input, this.#attempt.key);
    if (this.created) {
      this.proof.discard();
      this.#host.emit('alloza-lead-sent', { id: this.created.id });
      await this.#focus('.title');
    } else if (Object.keys(this.faults).length > 0) await this.#focusFirstFault();
  }

  /** Maps what the server did not accept to the fields it is about. */
  #blame(error: unknown, input: LeadInput): void {
    const pointers = isAllozaError(error) ? (error.problem?.errors ?? []) : [];
    for (const { pointer } of pointers) {
      const key = fieldOfPointer(pointer, this.#host.loaded.form, input);
      if (key) this.faults[key] = { text: 'refused' };
    }
  }

  async #focusFirstFault(): Promise<void> {
    const first = this.#host.loaded.form.fields.find(({ key }) => this.faults[key])!;
    this.#host.requestUpdate();
    await this.#focus(`[data-field="${idOf(first)}"] :is(input:enabled, select, textarea)`);
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** An empty form that still knows who is writing. */
  readonly #startAnother = (): void => {
    const kept = ['name', 'email', 'phone'].map((key) => [key, this.#host.draft[key] ?? {}] as const);
    this.#host.draft = Object.fromEntries(kept);
    this.#attempt = { body: '', key: '' };
    this.created = undefined;
    this.#host.setState('sent', false);
    this.#host.requestUpdate();
    void this.#focus('.title');
  };

  /** What is wrong with the whole form, and how to name it to the studio. */
  notice(): TemplateResult | typeof nothing {
    const text = this.#noticeText();
    if (!text) return nothing;
    const requestId = this.#send.failure?.requestId;
    return html`<div class="notice" part="notice" role="alert">${alertIcon}<div><p>${text}</p>
      ${requestId ? html`<p class="reference">${this.#host.t('reference', { requestId })}</p>` : nothing}</div></div>`;
  }

  #noticeText(): string | undefined {
    const count = Object.keys(this.faults).length;
    const { failure } = this.#send;
    if (count > 0) return this.#text.t('needsLook', { count });
    if (!failure || this.isSending) return undefined;
    const { code } = failure;
    if (code === 'network_error' || code === 'timeout')
      return this.#host.t(navigator.onLine ? 'unreachable' : 'offline');
    return this.#text.t(code === 'rate_limited' ? 'tooMany' : notHere.has(code) ? 'notHere' : 'failed');
  }

  /** The thanks: what happens next, and where the answer will go. */
  success(): TemplateResult {
    const { t } = this.#text;
    const { draft, loaded } = this.#host;
    const contact = textOf(draft.email) || textOf(draft.phone);
    const words = this.created?.thanks ?? { title: t('thanksTitle'), message: t('thanksMessage') };
    const reply = t('reply', { studio: loaded.studio.name, contact: `\u2068${contact}\u2069` });
    return html`<div class="success" part="success">
      <span class="seal">${checkIcon}</span>
      <h2 class="title" part="title" tabindex="-1">${words.title}</h2>
      <p>${words.message}</p>
      ${contact ? html`<p>${reply}</p>` : nothing}
      <button class="button" part="another" type="button" @click=${this.#startAnother}>${t('another')}</button>
    </div>`;
  }
}

const checkIcon = icon('M20 6 9 17l-5-5');
