/**
 * Writes that wait a while so that they can be taken back, where the API itself has no undo. When the screen goes away
 * they are sent at once: what was shown as done is done.
 */
export const laterTime = 6000;

export class Later {
  readonly #waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; run: () => void }>();

  constructor() {
    addEventListener('pagehide', this.flush);
  }

  /** The ids of what waits: shown as if it were done. */
  has(id: string): boolean {
    return this.#waiting.has(id);
  }

  add(id: string, run: () => void, time = laterTime): void {
    const timer = setTimeout(() => this.#finish(id), time);
    this.#waiting.set(id, { timer, run });
  }

  /** Takes it back; false if it is too late. */
  cancel(id: string): boolean {
    clearTimeout(this.#waiting.get(id)?.timer);
    return this.#waiting.delete(id);
  }

  #finish(id: string): void {
    const waiting = this.#waiting.get(id);
    if (this.cancel(id)) waiting?.run();
  }

  readonly flush = (): void => {
    for (const id of [...this.#waiting.keys()]) this.#finish(id);
  };

  close(): void {
    this.flush();
    removeEventListener('pagehide', this.flush);
  }
}
