import type { Schema } from '@alloza/sdk/core';
import { isAllozaError } from '@alloza/sdk/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StudioApi } from '../../app/api.ts';
import { checkDraft, type DraftErrors, serverErrors } from './draft-errors.ts';
import { type Draft, draftOf, draftPatch, type LeadForm, onto } from './form-draft.ts';
import type { TranslateForm } from './texts.ts';

/** One form while it is designed: what is stored, what was changed, and what is wrong with it. */
export class FormEditor implements ReactiveController {
  stored?: LeadForm;
  draft?: Draft;
  errors?: DraftErrors;
  /** Why the form could not be loaded. */
  failure: unknown;
  /** Why it could not be saved, unless `errors` tell it. */
  problem: unknown;
  busy = false;
  /** Changes that wait while a version by somebody else is shown, and the version they were made to. */
  aside?: { readonly base: LeadForm; readonly draft: Draft };
  readonly #host: ReactiveControllerHost;
  readonly #api: () => StudioApi['leadForms'];
  readonly #t: TranslateForm;
  #id = '';

  constructor(host: ReactiveControllerHost, api: () => StudioApi['leadForms'], t: TranslateForm) {
    this.#host = host;
    this.#api = api;
    this.#t = t;
    host.addController(this);
  }

  hostConnected(): void {}

  /** What a save would send; undefined if nothing was changed. */
  get patch(): Schema<'LeadFormPatch'> | undefined {
    return this.stored && this.draft && draftPatch(this.stored, this.draft);
  }

  /** Opens a form; the version that is known already shows until the newest one is there. */
  async open(id: string, known?: LeadForm): Promise<void> {
    this.#id = id;
    this.stored = undefined;
    this.draft = undefined;
    this.aside = undefined;
    if (known) this.take(known);
    await this.load();
  }

  /** Fetches the newest version. Changes that are not saved stay. */
  async load(): Promise<void> {
    const id = this.#id;
    this.#change({ failure: undefined });
    try {
      const form = await this.#api().get(id);
      if (id === this.#id && !this.patch) this.take(form);
    } catch (failure) {
      if (id === this.#id && !this.stored) this.#change({ failure });
    }
  }

  take(stored: LeadForm): void {
    this.#change({ stored, draft: draftOf(stored), errors: undefined, problem: undefined });
  }

  discard(): void {
    if (this.stored) this.take(this.stored);
  }

  set(change: Partial<Draft>): void {
    const draft = { ...this.draft!, ...change };
    // What was found wrong is looked at again while it is being corrected.
    this.#change({ draft, errors: this.errors && checkDraft(draft, this.#t) });
  }

  /** The form as saved; undefined if something is wrong with it. */
  async save(): Promise<LeadForm | undefined> {
    const { patch, stored, draft } = this;
    if (this.busy || !patch || !stored || !draft) return undefined;
    const errors = checkDraft(draft, this.#t);
    this.#change({ errors, problem: undefined, busy: !errors });
    if (errors) return undefined;
    try {
      const saved = await this.#api().update(stored.id, patch, { ifMatch: stored.version });
      this.#saved(saved, draft);
      return saved;
    } catch (error) {
      const found = isAllozaError(error) ? serverErrors(error.problem?.errors ?? [], draft, this.#t) : undefined;
      this.#change({ errors: found, problem: found ? undefined : error });
      return undefined;
    } finally {
      this.#change({ busy: false });
    }
  }

  /** What was typed while the request was on its way stays, as a change to the version that is stored now. */
  #saved(saved: LeadForm, sent: Draft): void {
    const before = { ...this.stored!, ...sent };
    const draft = this.draft === sent ? draftOf(saved) : onto(saved, before, this.draft!);
    this.#change({ stored: saved, draft, errors: undefined, problem: undefined });
  }

  /** Shows what somebody else saved and sets the own changes aside; if it could not be loaded, nothing changes. */
  async takeTheirs(): Promise<void> {
    const { stored: base, draft } = this;
    if (!base || !draft) return;
    try {
      this.take(await this.#api().get(base.id));
      this.#change({ aside: { base, draft } });
    } catch (problem) {
      this.#change({ problem });
    }
  }

  /** Puts the changes that were set aside on top of the version that is shown. */
  putBack(): void {
    const { stored, aside } = this;
    this.#change({ aside: undefined });
    if (stored && aside) this.set(onto(stored, aside.base, aside.draft));
  }

  dropAside(): void {
    this.#change({ aside: undefined });
  }

  #change(change: Partial<FormEditor>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
