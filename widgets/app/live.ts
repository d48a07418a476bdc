/**
 * The live stream of one workspace, shared by all tabs: the tab that holds the lock reads the stream and passes each
 * event on through a BroadcastChannel, so that a browser keeps one connection however many tabs are open.
 */

export interface LiveEvent {
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly data: { readonly id: string; readonly subject?: string };
}

export type LiveStatus = 'connecting' | 'live' | 'waiting';

/** Opens the stream behind the given sequence. It may reconnect by itself, and reports each time how it stands. */
export type OpenStream<E> = (
  lastEventId: number | undefined,
  signal: AbortSignal,
  report: (status: LiveStatus) => void,
) => AsyncIterable<E>;

interface Message<E> {
  readonly status?: LiveStatus;
  readonly event?: E;
  /** Asks the reading tab for its status. */
  readonly hello?: true;
}

export interface LiveOptions<E> {
  readonly name: string;
  readonly open: OpenStream<E>;
  /** What to do when reading can't go on, such as a session that ended. True to give up. */
  readonly fatal?: (error: unknown) => boolean;
  /** The first waiting time after a break, in milliseconds; it doubles up to 30 seconds. */
  readonly firstDelay?: number;
}

/** Fires `status` and, for each event of the workspace, `event` (a CustomEvent with the event as detail). */
export class Live<E extends LiveEvent = LiveEvent> extends EventTarget {
  #status: LiveStatus = 'connecting';
  #lastSequence = -1;
  #abort?: AbortController;
  #channel?: BroadcastChannel;
  #reading = false;
  readonly #options: LiveOptions<E>;

  constructor(options: LiveOptions<E>) {
    super();
    this.#options = options;
  }

  get status(): LiveStatus {
    return this.#status;
  }

  start(): void {
    if (this.#abort) return;
    const abort = new AbortController();
    this.#abort = abort;
    const { name } = this.#options;
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message<E>>) => this.#hear(data));
    this.#channel.postMessage({ hello: true } satisfies Message<E>);
    navigator.locks
      .request(name, { signal: abort.signal }, () => this.#readWhileWanted(abort.signal))
      .catch((error) => {
        if (!abort.signal.aborted) throw error;
      });
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#channel?.close();
    this.#channel = undefined;
    this.#reading = false;
  }

  #hear({ status, event, hello }: Message<E>): void {
    if (hello && this.#reading) this.#channel?.postMessage({ status: this.#status });
    if (status) this.#setStatus(status);
    if (event) this.#deliver(event);
  }

  async #readWhileWanted(signal: AbortSignal): Promise<void> {
    this.#reading = true;
    const firstDelay = this.#options.firstDelay ?? 1000;
    let delay = firstDelay;
    while (!signal.aborted) {
      try {
        const from = this.#lastSequence < 0 ? undefined : this.#lastSequence;
        const report = (status: LiveStatus) => signal.aborted || this.#tell({ status });
        for await (const event of this.#options.open(from, signal, report)) {
          delay = firstDelay;
          this.#tell({ event });
        }
      } catch (error) {
        if (signal.aborted || this.#options.fatal?.(error)) return;
      }
      if (signal.aborted) return;
      this.#tell({ status: 'waiting' });
      await pause(delay * (0.5 + Math.random()), signal);
      delay = Math.min(delay * 2, 30_000);
    }
  }

  #tell(message: Message<E>): void {
    this.#channel?.postMessage(message);
    this.#hear(message);
  }

  #setStatus(status: LiveStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.dispatchEvent(new Event('status'));
  }

  /** A tab that took over resumes from what it saw itself, so an event may come twice; it counts once. */
  #deliver(event: E): void {
    if (event.sequence <= this.#lastSequence) return;
    this.#lastSequence = event.sequence;
    this.dispatchEvent(new CustomEvent('event', { detail: event }));
  }
}

/** Waits, but no longer than until the network is back or nobody wants to know any more. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
