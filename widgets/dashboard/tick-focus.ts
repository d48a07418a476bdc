import type { LitElement, ReactiveController } from 'lit';

/** A task that is done leaves its list: who works through it by keyboard goes on with the next. */
export class TickFocus implements ReactiveController {
  readonly #host: LitElement;
  #at = -1;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdate(): void {
    const active = this.#host.shadowRoot?.activeElement;
    this.#at = active?.classList.contains('tick') ? this.#ticks.indexOf(active as HTMLElement) : -1;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot!;
    if (this.#at < 0 || root.activeElement) return;
    const ticks = this.#ticks;
    (ticks[Math.min(this.#at, ticks.length - 1)] ?? root.querySelector<HTMLElement>('h1'))?.focus();
  }

  get #ticks(): HTMLElement[] {
    return [...this.#host.shadowRoot!.querySelectorAll<HTMLElement>('.tick')];
  }
}
