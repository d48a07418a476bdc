/** Which records of a list are marked, by their ids. Fires `change`. */
export class Selection extends EventTarget {
  #ids: ReadonlySet<string> = new Set();
  /** The record that was marked or unmarked last: where a range begins. */
  #anchor?: string;

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  set(ids: Iterable<string>): void {
    this.#anchor = undefined;
    this.#become(ids);
  }

  clear(): void {
    if (this.size > 0) this.set([]);
  }

  toggle(id: string): void {
    this.#anchor = id;
    this.#become(this.has(id) ? [...this.#ids].filter((one) => one !== id) : [...this.#ids, id]);
  }

  /** Makes all from the last one touched to this one what this one becomes; `shown` is their order. */
  extend(id: string, shown: readonly string[]): void {
    const [from, to] = [shown.indexOf(this.#anchor ?? ''), shown.indexOf(id)].sort((a, b) => a - b) as [number, number];
    if (from < 0) {
      this.toggle(id);
      return;
    }
    const range = new Set(shown.slice(from, to + 1));
    const rest = [...this.#ids].filter((one) => !range.has(one));
    const marked = !this.has(id);
    this.#anchor = id;
    this.#become(marked ? [...rest, ...range] : rest);
  }

  #become(ids: Iterable<string>): void {
    this.#ids = new Set(ids);
    this.dispatchEvent(new Event('change'));
  }
}
