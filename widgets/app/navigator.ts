/** History for the dashboard: one place that reads and writes the address. */
import { parseRoute, type Route, routePath } from './routes.ts';

/** What a navigator needs of the browser, so that a panel on a foreign page (or a test) can do without the address bar. */
export interface Place {
  readonly url: URL;
  push(url: string): void;
  replace(url: string): void;
  /** Calls back when the person goes back or forward; returns how to stop. */
  listen(callback: () => void): () => void;
}

export function browserPlace(win: Window = window): Place {
  return {
    get url() {
      return new URL(win.location.href);
    },
    push: (url) => win.history.pushState(null, '', url),
    replace: (url) => win.history.replaceState(null, '', url),
    listen(callback) {
      win.addEventListener('popstate', callback);
      return () => win.removeEventListener('popstate', callback);
    },
  };
}

/** An address of its own, with its own back button. */
export function memoryPlace(start = '/app'): Place & { back(): void } {
  const entries = [new URL(start, 'https://alloza.invalid')];
  const listeners = new Set<() => void>();
  const resolve = (url: string) => new URL(url, entries.at(-1));
  return {
    get url() {
      return new URL(entries.at(-1)!);
    },
    push: (url) => void entries.push(resolve(url)),
    replace: (url) => void entries.splice(-1, 1, resolve(url)),
    listen(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    back() {
      if (entries.length > 1) entries.pop();
      for (const listener of listeners) listener();
    },
  };
}

export type Query = Record<string, string | undefined>;

/** Fires `navigated` whenever the address changed, whoever changed it. */
export class Navigator extends EventTarget {
  readonly place: Place;
  readonly base: string;
  /** Asked before another address is opened; false stays. It may go on by itself later: a page with unsaved changes. */
  guard?: (url: string) => boolean;
  #stop?: () => void;
  #shown: string;

  constructor(place: Place, base = '/app') {
    super();
    this.place = place;
    this.base = base;
    this.#shown = this.here;
  }

  get route(): Route {
    return parseRoute(this.place.url.pathname, this.base);
  }

  get query(): URLSearchParams {
    return this.place.url.searchParams;
  }

  /** Path and query, as a sign-in needs to come back. */
  get here(): string {
    const { pathname, search } = this.place.url;
    return pathname + search;
  }

  start(): void {
    this.#stop ??= this.place.listen(() => this.#moved());
  }

  /** Back and forward have changed the address already: a guard that stays gets the former one put on top again. */
  #moved(): void {
    if (this.guard?.(this.here) === false) this.place.push(this.#shown);
    else this.#tell();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  href(route: Route, query: Query = {}): string {
    const search = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]));
    return routePath(route, this.base) + (search.size > 0 ? `?${search}` : '');
  }

  go(to: Route | string, { replace = false, query }: { replace?: boolean; query?: Query } = {}): void {
    const url = typeof to === 'string' ? to : this.href(to, query);
    if (this.guard?.(url) === false) return;
    if (replace) this.place.replace(url);
    else this.place.push(url);
    this.#tell();
  }

  /** Changes some parameters of the query and keeps the rest; no new entry in the history, as filters are not places. */
  setQuery(changes: Query): void {
    const { url } = this.place;
    for (const [name, value] of Object.entries(changes)) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
    this.go(url.pathname + url.search, { replace: true });
  }

  #tell(): void {
    this.#shown = this.here;
    this.dispatchEvent(new Event('navigated'));
  }
}

/** The address of a plain left click on a link of ours; undefined for all that the browser should do itself. */
export function followedLink(event: MouseEvent, base: string): string | undefined {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return undefined;
  }
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link?.hasAttribute('href') || (link.target && link.target !== '_self') || link.hasAttribute('download')) {
    return undefined;
  }
  const url = new URL(link.href, location.href);
  const ours = url.origin === location.origin && (url.pathname === base || url.pathname.startsWith(`${base}/`));
  return ours && !url.hash ? url.pathname + url.search : undefined;
}
