/** Short messages at the edge of the screen, with at most one action each: mostly "Undo". */

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> };
  /** How long it stays, in milliseconds, if not as long as usual. */
  readonly time?: number;
}

export type ToastInput = Partial<Omit<Toast, 'id'>> & { readonly text: string };

/** How long a toast stays, in milliseconds; problems and toasts with an action need more time to read and act. */
export const toastTime = (toast: Pick<Toast, 'tone' | 'action' | 'time'>) =>
  toast.time ?? (toast.action || toast.tone === 'problem' ? 10_000 : 4_000);

/** Fires `change` whenever the list changed. */
export class Toasts extends EventTarget {
  #items: readonly Toast[] = [];
  #nextId = 1;

  get items(): readonly Toast[] {
    return this.#items;
  }

  show(input: ToastInput): number {
    const toast: Toast = { tone: 'done', ...input, id: this.#nextId++ };
    // Three are as many as anyone reads; the oldest makes room.
    this.#set([...this.#items.slice(-2), toast]);
    return toast.id;
  }

  dismiss(id: number): void {
    if (this.#items.some((toast) => toast.id === id)) this.#set(this.#items.filter((toast) => toast.id !== id));
  }

  /** Runs the action of a toast once and takes the toast away. */
  async act(id: number): Promise<void> {
    const toast = this.#items.find((item) => item.id === id);
    this.dismiss(id);
    await toast?.action?.run();
  }

  /** The newest toast that offers to undo something: what the undo shortcut takes back. */
  get undoable(): Toast | undefined {
    return this.#items.findLast((toast) => toast.tone === 'done' && toast.action);
  }

  #set(items: readonly Toast[]): void {
    this.#items = items;
    this.dispatchEvent(new Event('change'));
  }
}
