import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host whenever the given source says that something changed. */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #type: string;
  #source?: EventTarget;
  #listening = false;

  constructor(host: ReactiveControllerHost, type = 'change') {
    this.#host = host;
    this.#type = type;
    host.addController(this);
  }

  /** Follows this source from now on. */
  follow(source: EventTarget | undefined): void {
    if (source === this.#source) return;
    this.hostDisconnected();
    this.#source = source;
    this.hostConnected();
  }

  hostConnected(): void {
    if (this.#listening || !this.#source) return;
    this.#listening = true;
    this.#source.addEventListener(this.#type, this.#update);
  }

  hostDisconnected(): void {
    this.#listening = false;
    this.#source?.removeEventListener(this.#type, this.#update);
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };
}
