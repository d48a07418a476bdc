import type { App } from '../../app.ts';
import type { Operation } from '../../platform/openapi.ts';
import { type Answer, credentialHeaders, type Studio } from '../../platform/testing-studio.ts';
import type { Call } from './fixtures.ts';

/** Notes which answers of the contract a suite has seen, and holds each against it. */
export class Coverage {
  readonly seen = new Set<string>();
  readonly codes = new Set<string>();
  readonly wrong: string[] = [];
  readonly #contract: App['layer']['contract'];

  constructor(app: App) {
    this.#contract = app.layer.contract;
  }

  note(operation: Operation, answer: Answer): void {
    const pointer = operation.responses[String(answer.status)];
    if (pointer === undefined) {
      this.wrong.push(
        `${operation.id} answered ${answer.status} ${JSON.stringify(answer.body)}, which is not described`,
      );
      return;
    }
    this.seen.add(`${operation.id} ${answer.status}`);
    if (answer.status >= 400) {
      this.codes.add(`${operation.id} ${answer.body.code}`);
      if (answer.headers.get('content-type') !== 'application/problem+json')
        this.wrong.push(`${operation.id} ${answer.status} is no problem+json`);
    }
    if (pointer === null) return;
    const errors = this.#contract.check(pointer, answer.body);
    if (errors.length > 0) this.wrong.push(`${operation.id} ${answer.status}: ${JSON.stringify(errors)}`);
  }

  /** What is described and was not seen. */
  missing(operations: Operation[]): string[] {
    return operations.flatMap((operation) =>
      Object.keys(operation.responses)
        .filter((status) => status !== 'default' && !this.seen.has(`${operation.id} ${status}`))
        .map((status) => `${operation.id} ${status}`),
    );
  }
}

export const fill = (path: string, values: Record<string, string> = {}): string =>
  path.replaceAll(/{(\w+)}/g, (_all, name: string) => values[name] ?? `missing-${name}`);

/** Sends a call; streams are left once their head has come. */
export async function send(studio: Studio, operation: Operation, call: Call, url = studio.server.url): Promise<Answer> {
  const { path, query, body, raw, headers, as = 'session' } = call;
  const search = query ? `?${new URLSearchParams(query)}` : '';
  const address = fill(operation.path, path) + search;
  if (!operation.stream) {
    return studio.api(operation.method, address, {
      as,
      url,
      ...(body === undefined ? {} : { body }),
      ...(raw === undefined ? {} : { raw }),
      ...(headers ? { headers } : {}),
    });
  }
  const abort = new AbortController();
  const response = await fetch(url + address, {
    headers: { ...credentialHeaders(studio, as, url), ...headers },
    signal: abort.signal,
  });
  const text = response.status === 200 ? '' : await response.text();
  abort.abort();
  return { status: response.status, body: text ? JSON.parse(text) : '', headers: response.headers };
}
