/** What the responder's operations are given, and what a test reads afterwards. */

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Context extends Seen {
  readonly ids: readonly string[];
}

export type Handler = (context: Context) => unknown;
