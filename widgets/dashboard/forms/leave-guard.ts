import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Navigator } from '../../app/navigator.ts';

/** Asks before a page with unsaved changes is left, by a link, the back button or by closing the window. */
export class LeaveGuard implements ReactiveController {
  /** Where the person wanted to go; set while they are asked. */
  wanted?: string;
  readonly #host: ReactiveControllerHost;
  readonly #isDirty: () => boolean;
  #navigator?: Navigator;

  constructor(host: ReactiveControllerHost, isDirty: () => boolean) {
    this.#host = host;
    this.#isDirty = isDirty;
    host.addController(this);
  }

  follow(navigator: Navigator): void {
    this.#release();
    this.#navigator = navigator;
    navigator.guard = this.#ask;
  }

  /** Goes where the person wanted to go. What was not saved is gone. */
  leave(): void {
    const { wanted } = this;
    this.#release();
    if (wanted !== undefined) this.#navigator?.go(wanted);
  }

  stay(): void {
    this.wanted = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#unload);
    if (this.#navigator) this.follow(this.#navigator);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#unload);
    this.#release();
  }

  #release(): void {
    this.wanted = undefined;
    if (this.#navigator?.guard === this.#ask) this.#navigator.guard = undefined;
  }

  readonly #ask = (url: string): boolean => {
    if (!this.#isDirty()) return true;
    this.wanted = url;
    this.#host.requestUpdate();
    return false;
  };

  readonly #unload = (event: BeforeUnloadEvent): void => {
    if (this.#isDirty()) event.preventDefault();
  };
}
