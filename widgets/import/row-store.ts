import type { App } from '../app/app.ts';
import type { Row } from './import-store.ts';

export type RowFilter = 'all' | 'create' | 'update' | 'skip' | 'error' | 'kept';

const pageSize = 50;

/** The rows of one import, page by page. Fires `change`. */
export class RowStore extends EventTarget {
  rows: readonly Row[] = [];
  next: string | null = null;
  state: 'loading' | 'more' | 'ready' | 'error' = 'loading';
  error?: unknown;
  #abort = new AbortController();
  #load?: (after: string | undefined, signal: AbortSignal) => Promise<{ items: Row[]; next: string | null }>;

  /** Shows the rows of an import that do this. */
  async show(app: App, importId: string, filter: RowFilter): Promise<void> {
    this.rows = [];
    this.next = null;
    const asked = filter === 'all' ? {} : filter === 'kept' ? { outcome: filter } : { action: filter };
    this.#load = (after, signal) => app.api.imports.rows(importId, { ...asked, limit: pageSize, after }, { signal });
    await this.#read('loading');
  }

  /** The next page, or the first one again after an error. */
  async more(): Promise<void> {
    await this.#read(this.rows.length > 0 ? 'more' : 'loading');
  }

  stop(): void {
    this.#abort.abort();
  }

  async #read(state: 'loading' | 'more'): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#become(state);
    try {
      const { items, next } = await this.#load!(this.next ?? undefined, signal);
      this.rows = [...this.rows, ...items];
      this.next = next;
      this.#become('ready');
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      this.#become('error');
    }
  }

  #become(state: RowStore['state']): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
