/** Dragging a card: from the first press to the drop. Knows pointers, not leads. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface DragState {
  readonly id: string;
  readonly by: 'pointer' | 'keyboard';
  /** What it would drop on. */
  readonly over: string;
  /** For a pointer: where the card's corner is, and its width, in CSS pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface DragTarget {
  /** What lies under a point; undefined outside of everything. */
  at(x: number, y: number): string | undefined;
  drop(id: string, over: string): void;
  /** Scrolls what is scrolled while a card is held at its edge. */
  nudge(x: number, y: number): void;
}

/** A mouse drags after this many pixels; a finger after this long without moving, in milliseconds. */
const threshold = 6;
const longPress = 320;

export class Drag implements ReactiveController {
  state?: DragState;
  readonly #host: ReactiveControllerHost;
  readonly #target: DragTarget;
  #end?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: ReactiveControllerHost, target: DragTarget) {
    this.#host = host;
    this.#target = target;
    host.addController(this);
  }

  /** A press that may become a drag. */
  press(event: PointerEvent, card: HTMLElement, id: string, from: string): void {
    if (event.button !== 0 || this.state) return;
    this.#end?.abort();
    const end = new AbortController();
    this.#end = end;
    const box = card.getBoundingClientRect();
    const grip = { x: event.clientX - box.left, y: event.clientY - box.top };
    const start = { x: event.clientX, y: event.clientY };
    const pick = (x: number, y: number): void => {
      const at = { x: x - grip.x, y: y - grip.y, width: box.width };
      this.#set({ id, by: 'pointer', over: from, ...at });
    };
    const isTouch = event.pointerType === 'touch';
    if (isTouch) this.#timer = setTimeout(() => pick(start.x, start.y), longPress);

    const move = (next: PointerEvent): void => {
      const { clientX: x, clientY: y } = next;
      const far = Math.hypot(x - start.x, y - start.y) > threshold;
      // A finger that moves before the press was long scrolls.
      if (!this.state && far && isTouch) this.#stop();
      if (!this.state && (!far || isTouch)) return;
      if (!this.state) pick(x, y);
      this.#target.nudge(x, y);
      const over = this.#target.at(x, y) ?? from;
      this.#set({ ...this.state!, over, x: x - grip.x, y: y - grip.y });
    };
    const release = (): void => {
      const { state } = this;
      this.#stop();
      if (!state) return;
      // The release would be taken for a click on the card.
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }));
      if (state.over !== from) this.#target.drop(state.id, state.over);
    };
    const { signal } = end;
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', release, { signal });
    addEventListener('pointercancel', () => this.cancel(), { signal });
    addEventListener('keydown', (key) => key.key === 'Escape' && this.state && this.#escape(key), {
      signal,
      capture: true,
    });
    addEventListener('touchmove', (touch) => this.state && touch.preventDefault(), { signal, passive: false });
  }

  #escape(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  /** Picks a card up by keyboard. */
  pick(id: string, from: string): void {
    this.#set({ id, by: 'keyboard', over: from, x: 0, y: 0, width: 0 });
  }

  hover(over: string): void {
    if (this.state) this.#set({ ...this.state, over });
  }

  cancel(): void {
    this.#stop();
  }

  #stop(): void {
    this.#end?.abort();
    clearTimeout(this.#timer);
    this.#set(undefined);
  }

  #set(state: DragState | undefined): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
