/**
 * Saves the fields of one lead, one PATCH after the other, each with the version of the one before. Where somebody else
 * changed the lead in between, a field that they left alone is saved all the same; one that both changed is a conflict
 * that the person decides. Nobody's words are lost silently.
 */
import type { Schema } from '@alloza/sdk/core';
import { viewProblem } from '../app/problems.ts';
import type { Lead } from './board-state.ts';

export type LeadPatch = Schema<'LeadPatch'>;
export type FieldName = keyof LeadPatch & keyof Lead;

export interface Conflict {
  readonly field: FieldName;
  readonly patch: LeadPatch;
  readonly theirs: Lead;
}

export type FieldState = 'saving' | 'saved' | { readonly error: unknown };

export interface EditorApi {
  update(id: string, patch: LeadPatch, options: { ifMatch: number }): PromiseLike<Lead>;
  get(id: string): PromiseLike<Lead>;
}

/** How often a save is tried again when others keep saving at the same time. */
const tries = 4;

/** Fires `change`, and `saved` (detail: the lead) for each answer. */
export class LeadEditor extends EventTarget {
  lead: Lead;
  conflict?: Conflict;
  readonly states = new Map<FieldName, FieldState>();
  /** What was entered and is not stored, or not yet. */
  readonly #unsaved = new Map<FieldName, LeadPatch>();
  readonly #api: EditorApi;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(api: EditorApi, lead: Lead) {
    super();
    this.#api = api;
    this.lead = lead;
  }

  /** The lead with what was entered on top, also while it is being saved and when it could not be. */
  get shown(): Lead {
    return Object.assign({}, this.lead, ...this.#unsaved.values());
  }

  /** A newer version of the lead from elsewhere. */
  take(lead: Lead): void {
    if (lead.version < this.lead.version) return;
    this.lead = lead;
    this.#changed();
  }

  /** Saves one field. `patch` may carry others that belong to it, such as a date and whether it is decided. */
  save(field: FieldName, patch: LeadPatch): Promise<void> {
    const seen = this.lead;
    this.#unsaved.set(field, patch);
    this.states.set(field, 'saving');
    this.#changed();
    const done = this.#queue.then(() => this.#send(field, patch, seen));
    this.#queue = done;
    return done;
  }

  async #send(field: FieldName, patch: LeadPatch, seen: Lead): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const lead = await this.#api.update(this.lead.id, patch, { ifMatch: this.lead.version });
        this.lead = lead;
        this.#settle(field, patch, 'saved');
        this.dispatchEvent(new CustomEvent('saved', { detail: lead }));
        return this.#changed();
      } catch (error) {
        const theirs = viewProblem(error).kind === 'stale' && attempt < tries ? await this.#newest() : undefined;
        if (!theirs) return this.#fail(field, error);
        if (field in patch && same(theirs[field], patch[field])) {
          this.#settle(field, patch, 'saved');
          return this.take(theirs);
        }
        if (!same(theirs[field], seen[field])) {
          this.conflict = { field, patch, theirs };
          this.#settle(field, patch);
          this.take(theirs);
          return this.#changed();
        }
        this.take(theirs);
      }
    }
  }

  /** A save has come to its end. One of the same field that was asked for since goes on by itself. */
  #settle(field: FieldName, patch: LeadPatch, state?: 'saved'): void {
    if (this.#unsaved.get(field) !== patch) return;
    this.#unsaved.delete(field);
    if (state) this.states.set(field, state);
    else this.states.delete(field);
  }

  async #newest(): Promise<Lead | undefined> {
    try {
      return await this.#api.get(this.lead.id);
    } catch {
      return undefined;
    }
  }

  #fail(field: FieldName, error: unknown): void {
    this.states.set(field, { error });
    this.#changed();
  }

  /** The person has decided: `mine` is saved over the other, or theirs stays. */
  async resolve(mine: boolean): Promise<void> {
    const { conflict } = this;
    this.conflict = undefined;
    this.#changed();
    if (mine && conflict) await this.save(conflict.field, conflict.patch);
  }

  /** The quiet tick has been seen. */
  settle(field: FieldName): void {
    if (this.states.get(field) === 'saved') this.states.delete(field);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
