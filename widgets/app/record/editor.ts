/**
 * Saves the fields of one record, one PATCH after the other, each with the version of the one before. Where somebody
 * else changed the record in between, a field that they left alone is saved all the same; one that both changed is a
 * conflict that the person decides. Nobody's words are lost silently.
 */
import { viewProblem } from '../problems.ts';

export interface Versioned {
  readonly id: string;
  readonly version: number;
}

export type FieldOf<T, P> = keyof P & keyof T & string;

export interface Conflict<T, P> {
  readonly field: FieldOf<T, P>;
  readonly patch: P;
  readonly theirs: T;
  /** What the patch would make of the record. */
  readonly mine: Partial<T>;
}

export type FieldState = 'saving' | 'saved' | { readonly error: unknown };

export interface EditorApi<T, P> {
  update(id: string, patch: P, options: { ifMatch: number }): PromiseLike<T>;
  get(id: string): PromiseLike<T>;
}

interface Unsaved<T, P> {
  readonly patch: P;
  readonly shown: Partial<T>;
}

/** How often a save is tried again when others keep saving at the same time. */
const tries = 4;

/** Fires `change`, and `saved` (detail: the record) for each answer. */
export class RecordEditor<T extends Versioned, P extends object> extends EventTarget {
  record: T;
  conflict?: Conflict<T, P>;
  readonly states = new Map<FieldOf<T, P>, FieldState>();
  /** What was entered and is not stored, or not yet. */
  readonly #unsaved = new Map<FieldOf<T, P>, Unsaved<T, P>>();
  readonly #api: EditorApi<T, P>;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(api: EditorApi<T, P>, record: T) {
    super();
    this.#api = api;
    this.record = record;
  }

  /** The record with what was entered on top, also while it is being saved and when it could not be. */
  get shown(): T {
    return Object.assign({}, this.record, ...[...this.#unsaved.values()].map(({ shown }) => shown));
  }

  /** A newer version of the record from elsewhere. */
  take(record: T): void {
    if (record.version < this.record.version) return;
    this.record = record;
    this.#changed();
  }

  /**
   * Saves one field. `patch` may carry others that belong to it, such as a date and whether it is decided; `shown` is
   * what the record will look like, where the patch is written differently.
   */
  save(field: FieldOf<T, P>, patch: P, shown: Partial<T> = patch as Partial<T>): Promise<void> {
    const seen = this.record;
    const unsaved = { patch, shown };
    this.#unsaved.set(field, unsaved);
    this.states.set(field, 'saving');
    this.#changed();
    const done = this.#queue.then(() => this.#send(field, unsaved, seen));
    this.#queue = done;
    return done;
  }

  async #send(field: FieldOf<T, P>, unsaved: Unsaved<T, P>, seen: T): Promise<void> {
    const { patch, shown } = unsaved;
    for (let attempt = 1; ; attempt++) {
      try {
        const record = await this.#api.update(this.record.id, patch, { ifMatch: this.record.version });
        this.record = record;
        this.#settle(field, unsaved, 'saved');
        this.dispatchEvent(new CustomEvent('saved', { detail: record }));
        return this.#changed();
      } catch (error) {
        const theirs = viewProblem(error).kind === 'stale' && attempt < tries ? await this.#newest() : undefined;
        if (!theirs) return this.#fail(field, error);
        if (field in shown && same(theirs[field], shown[field])) {
          this.#settle(field, unsaved, 'saved');
          return this.take(theirs);
        }
        if (!same(theirs[field], seen[field])) {
          this.conflict = { field, patch, theirs, mine: shown };
          this.#settle(field, unsaved);
          this.take(theirs);
          return this.#changed();
        }
        this.take(theirs);
      }
    }
  }

  /** A save has come to its end. One of the same field that was asked for since goes on by itself. */
  #settle(field: FieldOf<T, P>, unsaved: Unsaved<T, P>, state?: 'saved'): void {
    if (this.#unsaved.get(field) !== unsaved) return;
    this.#unsaved.delete(field);
    if (state) this.states.set(field, state);
    else this.states.delete(field);
  }

  async #newest(): Promise<T | undefined> {
    try {
      return await this.#api.get(this.record.id);
    } catch {
      return undefined;
    }
  }

  #fail(field: FieldOf<T, P>, error: unknown): void {
    this.states.set(field, { error });
    this.#changed();
  }

  /** The person has decided: `mine` is saved over the other, or theirs stays. */
  async resolve(mine: boolean): Promise<void> {
    const { conflict } = this;
    this.conflict = undefined;
    this.#changed();
    if (mine && conflict) await this.save(conflict.field, conflict.patch, conflict.mine);
  }

  /** The quiet tick has been seen. */
  settle(field: FieldOf<T, P>): void {
    if (this.states.get(field) === 'saved') this.states.delete(field);
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
