import type { Schema } from '@alloza/sdk/core';
import { operations, rowsOf } from '@alloza/sdk/operations';

/** A request as it arrived. */
export interface Seen {
  operation: string;
  path: string;
  params: string[];
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of any operation, looked into by tests
  body: any;
}

/** An answer: the object of the contract, or a whole Response (`problem()`). */
export type Answer = (request: Seen) => object | Promise<object>;

/** Everything a test may answer differently, by operation (`leads.create`). */
export type Answers = Record<string, Answer>;

/**
 * Answers requests in the page, shaped by the contract, through the SDK client's own `fetch` option. It is no server:
 * whatever a test is about, the server's rules included, it says itself by its answers.
 */
export class Responder {
  readonly seen: Seen[] = [];
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** Pass this as the `fetch` of a widget or of `<alloza-studio>`. */
  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const found = find(request.method, pathname);
    if (!found) throw new TypeError(`No operation at ${request.method} ${pathname}`);
    const text = await request.text();
    const seen = { ...found, path: pathname, headers: request.headers, body: text ? JSON.parse(text) : undefined };
    this.seen.push(seen);
    const answer = this.#answers[found.operation];
    if (!answer) throw new TypeError(`The test has no answer for ${found.operation}`);
    const given = await answer(seen);
    if (given instanceof Response) return given.clone();
    return Response.json(given, { status: request.method === 'POST' ? 201 : 200 });
  };

  /** What arrived for one operation, oldest first. */
  of(operation: string): Seen[] {
    return this.seen.filter((seen) => seen.operation === operation);
  }

  /** Changes an answer from here on. */
  answer(operation: string, answer: Answer): void {
    this.#answers[operation] = answer;
  }
}

function find(method: string, path: string): { operation: string; params: string[] } | undefined {
  for (const [resource, table] of Object.entries(operations)) {
    for (const [verb, [rowMethod, rowPath]] of Object.entries(rowsOf(resource, table))) {
      const match = new RegExp(`^${rowPath.replace('{}', '([^/]+)')}$`).exec(path);
      if (rowMethod === method && match) return { operation: `${resource}.${verb}`, params: match.slice(1) };
    }
  }
  return undefined;
}

/** An error as the server answers it. */
export function problem(
  status: number,
  code: Schema<'ProblemCode'>,
  errors?: Schema<'Problem'>['errors'],
  headers: Record<string, string> = {},
): Response {
  const body: Schema<'Problem'> = {
    type: `/docs/errors/${code}`,
    title: 'A problem',
    status,
    code,
    requestId: 'req_01jd3x3k1fek6vw2bqk5yj7c9n',
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** What `fetch` throws without a connection. */
export function noConnection(): never {
  throw new TypeError('Failed to fetch');
}

/** An answer that waits until it is released: for looking at the pending state. */
export function held<T>(): { promise: Promise<T>; release: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, release: resolve };
}
