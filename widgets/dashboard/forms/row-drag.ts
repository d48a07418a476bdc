/** Dragging a row of a list by its handle. Knows pointers, not fields. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface RowTarget {
  /** The rows as they stand now. */
  rows(): readonly HTMLElement[];
  /** Where the dragged row stands now. */
  position(id: string): number;
  move(from: number, to: number): void;
  /** The drag is over; `cancelled` by Escape or by the system. */
  done(id: string, cancelled: boolean): void;
}

/**
 * The row changes places with its neighbours as the pointer passes their middle, so that the list always shows what a
 * release would leave. Listens on the window: a row that changes places loses its pointer capture.
 */
export class RowDrag implements ReactiveController {
  id?: string;
  readonly #host: ReactiveControllerHost;
  readonly #target: RowTarget;
  #end?: AbortController;

  constructor(host: ReactiveControllerHost, target: RowTarget) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  press(event: PointerEvent, id: string): void {
    if (event.button !== 0 || this.id !== undefined) return;
    // Else the drag selects text.
    event.preventDefault();
    this.id = id;
    this.#end = new AbortController();
    const { signal } = this.#end;
    addEventListener('pointermove', (move) => this.#follow(move.clientY), { signal });
    addEventListener('pointerup', () => this.#stop(false), { signal });
    addEventListener('pointercancel', () => this.#stop(true), { signal });
    addEventListener('keydown', this.#keydown, { signal, capture: true });
    this.#host.requestUpdate();
  }

  readonly #keydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#stop(true);
  };

  #follow(y: number): void {
    const from = this.#target.position(this.id!);
    const rows = this.#target.rows();
    const middle = (row: HTMLElement): number => {
      const { top, bottom } = row.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const above = rows.findIndex((row, index) => index < from && y < middle(row));
    const below = rows.findLastIndex((row, index) => index > from && y > middle(row));
    const to = above >= 0 ? above : below;
    if (to < 0) return;
    this.#target.move(from, to);
    void this.#host.updateComplete.then(() => this.#target.rows()[to]?.scrollIntoView({ block: 'nearest' }));
  }

  #stop(cancelled: boolean): void {
    const { id } = this;
    this.#end?.abort();
    this.id = undefined;
    this.#host.requestUpdate();
    if (id !== undefined) this.#target.done(id, cancelled);
  }

  hostDisconnected(): void {
    this.#end?.abort();
    this.id = undefined;
  }
}
