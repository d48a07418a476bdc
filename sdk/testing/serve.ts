import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived. */
export interface Seen {
  method: string;
  /** Path and query, as sent. */
  target: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
  at: number;
}

/** What to answer: JSON unless `body` is text. */
export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
  body?: string;
}

/** Answers one request; or takes the response itself (to keep it open, or break it) and returns nothing. */
export type Answerer = (seen: Seen, response: ServerResponse) => Answer | undefined | Promise<Answer | undefined>;

/** A real HTTP server on the loopback that remembers what it was asked. Close it with `await using`. */
export async function serve(answerer: Answerer) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const target = request.url!;
    const url = new URL(target, 'http://localhost');
    const { method = '', headers } = request;
    const one = { method, target, url, headers, body: Buffer.concat(chunks), at: Date.now() };
    seen.push(one);
    const answer = await answerer(one, response);
    if (!answer) return;
    const status = answer.status ?? 200;
    const type =
      answer.body === undefined ? (status < 400 ? 'application/json' : 'application/problem+json') : 'text/html';
    response.writeHead(status, { 'content-type': type, ...answer.headers });
    response.end(answer.body ?? (answer.json === undefined ? undefined : JSON.stringify(answer.json)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A problem as the contract describes it. */
export function problem(status: number, code: string, more: object = {}): Answer {
  const json = { type: `/docs/errors/${code}`, title: `Title of ${code}`, status, code, requestId: 'req_1', ...more };
  return { status, json, headers: { 'request-id': 'req_1' } };
}

/** Answers the first requests from a list, and every further one like its last entry. */
export function inTurn(...answers: (Answer | Answerer)[]): Answerer {
  let index = 0;
  return (seen, response) => {
    const answer = answers[Math.min(index++, answers.length - 1)]!;
    return typeof answer === 'function' ? answer(seen, response) : answer;
  };
}
