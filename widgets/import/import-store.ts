import type { Schema } from '@alloza/sdk/core';
import type { App } from '../app/app.ts';
import type { LiveEvent } from '../app/live.ts';
import { viewProblem } from '../app/problems.ts';

export type Import = Schema<'Import'>;
export type Row = Schema<'ImportRow'>;
export type Resource = Schema<'ImportResource'>;
export type Verb = 'check' | 'run' | 'cancel' | 'undo';

/** How often work under way is looked at, and at most how seldom without a connection; milliseconds. */
const pollTime = 1000;
const longestPoll = 10_000;

/** Whether the server is at work on it. */
export const isBusy = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'checking' || status === 'running' || status === 'undoing';

/**
 * One import as the screen shows it. Its events tell when its state changes; how far work has come is asked for, since
 * no event tells it. Fires `change`.
 */
export class ImportStore extends EventTarget {
  readonly id: string;
  found?: Import;
  error?: unknown;
  /** The server could not be reached while it was at work. */
  isLost = false;
  /** What was asked for and is not answered yet. */
  asked?: Verb | 'update' | 'delete';
  readonly #app: App;
  #abort = new AbortController();
  #timer?: ReturnType<typeof setTimeout>;
  #wait = pollTime;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(app: App, id: string) {
    super();
    this.#app = app;
    this.id = id;
  }

  start(): void {
    this.#app.live.addEventListener('event', this.#heard);
    void this.load();
  }

  stop(): void {
    this.#app.live.removeEventListener('event', this.#heard);
    this.#abort.abort();
    clearTimeout(this.#timer);
  }

  readonly #heard = (message: Event): void => {
    const { type, data } = (message as CustomEvent<LiveEvent>).detail;
    if (type.startsWith('import.') && data.id === this.id && !this.asked) void this.load();
  };

  async load(): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#timer);
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      this.set(await this.#app.api.imports.get(this.id, { signal }));
    } catch (error) {
      if (signal.aborted) return;
      if (this.found && viewProblem(error).kind === 'offline') this.#lose();
      else {
        this.error = error;
        this.#changed();
      }
    }
  }

  /** Asks the server to begin or stop something; the answer is the state after it. @throws what it refused */
  async act(verb: Verb): Promise<void> {
    await this.#ask(verb, () => this.#app.api.imports[verb](this.id));
  }

  /** Goes on with what was interrupted. Whether that was the check or the run, the server alone knows. */
  async goOn(): Promise<void> {
    const { status, undone, kept } = this.found!;
    if (undone + kept > 0) return this.act('undo');
    try {
      await this.act('run');
    } catch (error) {
      if (status !== 'failed' || viewProblem(error).kind !== 'refused') throw error;
      await this.act('check');
    }
  }

  /** Changes what columns fill or how rows are read. @throws what the server refused, with the newest state shown */
  async update(patch: Schema<'ImportPatch'>): Promise<void> {
    await this.#ask('update', () => this.#app.api.imports.update(this.id, patch, { ifMatch: this.found!.version }));
  }

  async remove(): Promise<void> {
    await this.#ask('delete', () => this.#app.api.imports.delete(this.id).then(() => undefined));
  }

  /** One after the other: a check that follows a change is about what was changed. */
  #ask(what: NonNullable<ImportStore['asked']>, send: () => PromiseLike<Import | undefined>): Promise<void> {
    this.asked = what;
    this.#changed();
    const answered = this.#queue.then(() => this.#send(send));
    this.#queue = answered.catch(() => {});
    return answered;
  }

  async #send(send: () => PromiseLike<Import | undefined>): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#timer);
    try {
      const answer = await send();
      this.asked = undefined;
      if (answer) this.set(answer);
    } catch (error) {
      this.asked = undefined;
      await this.load();
      throw error;
    }
  }

  set(found: Import): void {
    this.found = found;
    this.error = undefined;
    this.isLost = false;
    this.#wait = pollTime;
    this.#schedule();
    this.#changed();
  }

  #lose(): void {
    this.isLost = true;
    this.#wait = Math.min(this.#wait * 2, longestPoll);
    this.#schedule();
    this.#changed();
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.found && (isBusy(this.found) || this.isLost)) this.#timer = setTimeout(() => void this.load(), this.#wait);
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
