/**
 * Saves the fields of one record, one PATCH after the other, each with the version of the one before. Where somebody
 * else changed the record in between, a field that they left alone is saved all the same; one that both changed is a
 * conflict that the person decides, also where the other's change was shown before this one was sent. Nobody's words
 * are lost silently.
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
  readonly states = new Map<FieldOf<T, P>, FieldState>();
  /** What was entered and is not stored, or not yet. */
  readonly #unsaved = new Map<FieldOf<T, P>, Unsaved<T, P>>();
  /** The record as it came back when a field was last saved from here. */
  readonly #stored = new Map<FieldOf<T, P>, T>();
  readonly #conflicts = new Map<FieldOf<T, P>, Conflict<T, P>>();
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

  /** What the person has to decide next. */
  get conflict(): Conflict<T, P> | undefined {
    return this.#conflicts.values().next().value;
  }

  /** A newer version of the record from elsewhere. */
  take(record: T): void {
    if (record.version < this.record.version) return;
    this.record = record;
    this.#changed();
  }

  /**
   * Saves one field. `patch` may carry others that belong to it, such as a date and whether it is decided; `shown` is
   * what the record will look like, where the patch is written differently; `seen` is the record as the person saw it
   * when they began to change the field.
   */
  save(field: FieldOf<T, P>, patch: P, shown: Partial<T> = patch as Partial<T>, seen: T = this.record): Promise<void> {
    const unsaved = { patch, shown };
    this.#conflicts.delete(field);
    this.#unsaved.set(field, unsaved);
    this.states.set(field, 'saving');
    this.#changed();
    const done = this.#queue.then(() => this.#send(field, unsaved, seen));
    this.#queue = done;
    return done;
  }

  async #send(field: FieldOf<T, P>, unsaved: Unsaved<T, P>, seen: T): Promise<void> {
    const { patch } = unsaved;
    for (let attempt = 1; ; attempt++) {
      if (this.#wasChanged(field, seen)) return this.#clash(field, unsaved);
      try {
        const record = await this.#api.update(this.record.id, patch, { ifMatch: this.record.version });
        this.record = record;
        this.#stored.set(field, record);
        this.#settle(field, unsaved, 'saved');
        this.dispatchEvent(new CustomEvent('saved', { detail: record }));
        return this.#changed();
      } catch (error) {
        const theirs = viewProblem(error).kind === 'stale' && attempt < tries ? await this.#newest() : undefined;
        if (!theirs) return this.#fail(field, error);
        this.take(theirs);
      }
    }
  }

  /** Whether somebody else changed the field since it was seen; an own save of it is not somebody else's. */
  #wasChanged(field: FieldOf<T, P>, seen: T): boolean {
    const stored = this.#stored.get(field);
    const known = stored && stored.version > seen.version ? stored : seen;
    return !same(this.record[field], known[field]);
  }

  /** Both changed the field: to the same, or to something that the person decides about. */
  #clash(field: FieldOf<T, P>, unsaved: Unsaved<T, P>): void {
    const { patch, shown } = unsaved;
    const theirs = this.record;
    const isSame = field in shown && same(theirs[field], shown[field]);
    if (!isSame) this.#conflicts.set(field, { field, patch, theirs, mine: shown });
    this.#settle(field, unsaved, isSame ? 'saved' : undefined);
    this.#changed();
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
    if (!conflict) return;
    this.#conflicts.delete(conflict.field);
    this.#changed();
    if (mine) await this.save(conflict.field, conflict.patch, conflict.mine);
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
