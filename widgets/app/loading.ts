/** One request whose answer a screen shows: initial, pending, complete or failed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type LoadingState = 'initial' | 'pending' | 'complete' | 'error';

export class Loading<T> implements ReactiveController {
  state: LoadingState = 'initial';
  value: T | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #load: (signal: AbortSignal) => Promise<T>;
  #abort?: AbortController;

  constructor(host: ReactiveControllerHost, load: (signal: AbortSignal) => Promise<T>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** Starts over; the last value stays visible until the new one is there. Never throws: errors become a state. */
  async run(): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.state = 'pending';
    this.#host.requestUpdate();
    try {
      const value = await this.#load(abort.signal);
      if (abort.signal.aborted) return;
      this.value = value;
      this.state = 'complete';
    } catch (error) {
      if (abort.signal.aborted) return;
      this.error = error;
      this.state = 'error';
    } finally {
      if (this.#abort === abort) this.#host.requestUpdate();
    }
  }

  /** Puts a newer value in place: the answer to a write. */
  set(value: T): void {
    this.value = value;
    this.state = 'complete';
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    if (this.state === 'pending') this.state = 'initial';
  }
}
