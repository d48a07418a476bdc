/** What is done to records, one or many: shown at once, taken back with one press, and told where it was refused. */
import type { App } from '../app.ts';
import { viewProblem } from '../problems.ts';
import { problemText } from '../states.ts';
import type { TranslateRecord } from './texts.ts';

/** How many records are written at a time. */
const atOnce = 4;

interface Identified {
  readonly id: string;
}

interface Store<T> {
  get(id: string): T | undefined;
  put(record: T): void;
  refresh(id: string): Promise<T | undefined>;
}

/** One thing that is done to each of some records. */
export interface Work<T> {
  /** How a record will look once the server has agreed. */
  readonly expect?: (record: T) => T;
  /** Answers the record as it is then, or nothing where it is as expected. */
  readonly send: (record: T) => PromiseLike<T | undefined>;
  /** What is said of those it was done to, as they were before. */
  readonly said: (records: readonly T[]) => string;
  /** What takes it back; undefined for a record for which nothing does. */
  readonly back?: (before: T, after: T) => Pick<Work<T>, 'expect' | 'send'> | undefined;
  /** What is said once it was taken back; without it, that all is as before. */
  readonly saidBack?: (records: readonly T[]) => string;
}

/** A record that stayed as it was, and why. */
export interface Failure<T> {
  readonly record: T;
  readonly reason: string;
}

/** Fires `change` while it works, and `left` (detail: the ids) when some of several records stayed as they were. */
export class RecordActions<T extends Identified> extends EventTarget {
  /** How far the work is that is under way; only of several records. */
  progress?: { readonly done: number; readonly total: number };
  /** Of the last work on several records, if more than one failed. */
  failures: readonly Failure<T>[] = [];
  protected readonly app: App;
  protected readonly store: Store<T>;
  readonly #t: TranslateRecord;
  readonly #nameOf: (record: T) => string;

  constructor(app: App, store: Store<T>, t: TranslateRecord, nameOf: (record: T) => string) {
    super();
    this.app = app;
    this.store = store;
    this.#t = t;
    this.#nameOf = nameOf;
  }

  /** Does it to each; answers those, as they were, to which it was done. */
  async run(records: readonly T[], work: Work<T>): Promise<readonly T[]> {
    const done = await this.#each(records, work);
    const before = records.filter((record) => done.has(record));
    if (before.length === 0) return before;
    const ways = new Map<string, Pick<Work<T>, 'expect' | 'send'>>();
    for (const [record, after] of done) {
      const way = work.back?.(record, after);
      if (way) ways.set(record.id, way);
    }
    const undo = (): void => {
      const back: Work<T> = {
        expect: (record) => ways.get(record.id)!.expect?.(record) ?? record,
        send: (record) => ways.get(record.id)!.send(record),
        said: work.saidBack ?? (() => this.#t('bulk.undone')),
      };
      void this.run(
        before.flatMap(({ id }) => (ways.has(id) ? (this.store.get(id) ?? []) : [])),
        back,
      );
    };
    this.app.toasts.show({
      text: work.said(before),
      // Half a way back is none.
      action: ways.size === before.length ? { label: this.#t('action.undo'), run: undo } : undefined,
    });
    return before;
  }

  /** What failed has been read. */
  readonly dismiss = (): void => {
    this.failures = [];
    this.#changed();
  };

  async #each(records: readonly T[], { expect, send }: Work<T>): Promise<Map<T, T>> {
    const done = new Map<T, T>();
    const failed: { record: T; error: unknown }[] = [];
    const isMany = records.length > 1;
    for (const record of expect ? records : []) this.store.put(expect!(record));
    const waiting = records.values();
    const work = async (): Promise<void> => {
      for (const record of waiting) {
        if (isMany) this.progress = { done: done.size + failed.length, total: records.length };
        if (isMany) this.#changed();
        try {
          const after = await send(record);
          if (after) this.store.put(after);
          done.set(record, after ?? this.store.get(record.id) ?? record);
        } catch (error) {
          this.store.put(record);
          failed.push({ record, error });
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, records.length) }, work));
    if (isMany) this.progress = undefined;
    await this.#tell(failed, isMany);
    this.#changed();
    if (isMany && failed.length > 0)
      this.dispatchEvent(new CustomEvent('left', { detail: failed.map(({ record }) => record.id) }));
    return done;
  }

  /** One that failed is told in passing, several are listed: which, and why. */
  async #tell(failed: readonly { record: T; error: unknown }[], isMany: boolean): Promise<void> {
    if (failed.some(({ error }) => viewProblem(error).kind === 'signedOut')) return this.app.signedOut();
    const told = await Promise.all(failed.map(({ record, error }) => this.#explain(record, error)));
    if (told.length > 1) {
      this.failures = told.map(({ record, reason }) => ({
        record,
        reason: reason ?? this.#t('bulk.changedElsewhere'),
      }));
      return;
    }
    const [only] = told;
    if (!only) return;
    const name = this.#nameOf(only.record);
    const { reason } = only;
    const alone = isMany ? 'bulk.failedOne' : 'action.failed';
    const text = reason ? this.#t(alone, { name, reason }) : this.#t('record.changedElsewhere', { name });
    this.app.toasts.show({ text, tone: 'problem' });
  }

  /** A refusal mostly means that somebody else was quicker: then what is there now is shown, and that is the reason. */
  async #explain(record: T, error: unknown): Promise<{ record: T; reason?: string }> {
    const { kind, detail } = viewProblem(error);
    const changed = kind === 'missing' || kind === 'stale' || kind === 'refused';
    if (changed) await this.store.refresh(record.id);
    return changed && !detail ? { record } : { record, reason: problemText(error, this.#t) };
  }

  /** Something that has no record of its own failed. */
  protected failed(error: unknown): void {
    if (viewProblem(error).kind === 'signedOut') {
      this.app.signedOut();
      return;
    }
    this.app.toasts.show({ text: this.#t('action.failed', { reason: problemText(error, this.#t) }), tone: 'problem' });
  }

  nameOf(record: T): string {
    return this.#nameOf(record);
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/**
 * Saves part of a record, on top of what somebody else may have changed meanwhile. `patchOf` answers undefined for a
 * record that needs nothing.
 */
export async function saveOnTop<T extends Identified & { readonly version: number }, P>(
  record: T,
  api: {
    get: (id: string) => PromiseLike<T>;
    update: (id: string, patch: P, options: { ifMatch: number }) => PromiseLike<T>;
  },
  patchOf: (record: T) => P | undefined,
): Promise<T> {
  const send = async (one: T): Promise<T> => {
    const patch = patchOf(one);
    return patch ? await api.update(one.id, patch, { ifMatch: one.version }) : one;
  };
  try {
    return await send(record);
  } catch (error) {
    if (viewProblem(error).kind !== 'stale') throw error;
    return send(await api.get(record.id));
  }
}
