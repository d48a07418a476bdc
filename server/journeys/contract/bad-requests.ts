import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { Contract, Operation } from '../../platform/openapi.ts';
import { eventually, type TestServer } from '../../platform/testing.ts';
import { type Answer, credentialHeaders, freshNetwork, type Studio } from '../../platform/testing-studio.ts';
import { fill, send } from './caller.ts';
import { type Call, fixtures, type OperationId } from './fixtures.ts';
import { settle, storedRows } from './stored-rows.ts';

/** What the tests of bad input work on. */
export interface Bench {
  server: TestServer;
  studio: Studio;
  contract: Contract;
  withBody: Operation[];
  withJson: Operation[];
}

/** The same text picks the same rotation again: it is told by every test that tries only some of many. */
export const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
export const told = `seed ${seed}: FUZZ_SEED=${seed} runs it again, FUZZ_RUNS=100 tries more`;
/** Other texts every time, so that over all operations and runs each has its turn. */
export function rotation(texts: readonly string[]): (count?: number) => string[] {
  let turn = seed;
  return (count = Number(process.env.FUZZ_RUNS ?? 4)) =>
    Array.from({ length: Math.min(count, texts.length) }, () => texts[turn++ % texts.length]!);
}

/** Works off a list, some at a time. */
export async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>, width = 8): Promise<void> {
  const rest = [...items];
  const next = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, next));
}

export const fixtureOf = ({ studio }: Bench, operation: Operation): Promise<Call> | Call =>
  fixtures[operation.id as OperationId](studio);

/** Holds that an answer is a problem of the client's, in the contract's form. */
export function assertProblem({ contract }: Bench, answer: Answer, what: string): void {
  assert.ok(
    answer.status >= 400 && answer.status < 500,
    `${what} answered ${answer.status} ${JSON.stringify(answer.body)}`,
  );
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', what);
  assert.deepEqual(contract.check('/components/schemas/Problem', answer.body), [], what);
}

/** Holds that work which is refused leaves every table as it was. */
export async function assertNothingStored({ server }: Bench, work: () => Promise<void>): Promise<void> {
  await settle(server);
  const before = await storedRows(server.database.owner);
  await work();
  await settle(server);
  assert.deepEqual(await storedRows(server.database.owner), before);
}

export const sendRaw = ({ studio }: Bench, operation: Operation, given: Call, raw: Buffer): Promise<Answer> =>
  send(studio, operation, {
    ...given,
    body: undefined,
    raw: raw as never,
    headers: { ...given.headers, 'content-type': Object.keys(operation.body)[0]! },
  });

/** The first lines of a call, as a client would write them itself. */
export function headOf({ server, studio }: Bench, operation: Operation, given: Call, more: object): string {
  const query = given.query ? `?${new URLSearchParams(given.query)}` : '';
  const headers = {
    host: new URL(server.url).host,
    ...credentialHeaders(studio, given.as ?? 'session'),
    'x-forwarded-for': freshNetwork(),
    ...given.headers,
    'content-type': Object.keys(operation.body)[0],
    ...more,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${operation.method} ${fill(operation.path, given.path)}${query} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** What came back over a connection, and how it ended. */
export interface Exchange {
  received: string;
  /** Bytes of the body that had left by then. */
  sent: number;
  isReset: boolean;
  ms: number;
}

export interface Said {
  head: string;
  /** Sent again and again, `times` times. */
  frame?: Buffer;
  times?: number;
  /** Sent after the last frame. */
  end?: string;
  /** Pauses between frames. */
  everyMs?: number;
  /** Ends the connection without a word, so long after everything has been written. */
  leavesAfter?: number;
  /** Whether the answer is looked at only after everything has been written. */
  readsLast?: boolean;
  /** What ends the connection from our side; without it the server has to. */
  until?: (received: string) => boolean;
}

/** Speaks to the server byte for byte, and listens until the connection has ended. */
export function exchange(url: string, said: Said): Promise<Exchange> {
  const { head, frame, times = 0, end = '', everyMs, leavesAfter, readsLast, until } = said;
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), 'localhost');
    const giveUp = setTimeout(() => {
      socket.destroy();
      reject(new Error(`the connection did not end after ${head.slice(0, 200)}`));
    }, 15_000);
    let received = '';
    let isReset = false;
    let sent = 0;
    const listen = () =>
      socket.setEncoding('latin1').on('data', (part) => {
        received += part;
        if (until?.(received)) socket.destroy();
      });
    const pump = () => {
      while (frame && sent < times * frame.length && !socket.destroyed) {
        sent += frame.length;
        const hasRoom = socket.write(frame);
        if (everyMs !== undefined) return void setTimeout(pump, everyMs);
        if (!hasRoom) return void socket.once('drain', pump);
      }
      if (end) socket.write(end);
      if (readsLast) listen();
      if (leavesAfter !== undefined) setTimeout(() => socket.destroy(), leavesAfter);
    };
    socket.on('error', () => {
      isReset = true;
    });
    socket.on('close', () => {
      clearTimeout(giveUp);
      resolve({ received, sent, isReset, ms: performance.now() - started });
    });
    if (!readsLast) listen();
    socket.write(head, 'latin1');
    pump();
  });
}

const isWhole = (received: string): boolean => {
  const [head = '', body] = received.split('\r\n\r\n');
  return body !== undefined && body.length >= Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
};

export const untilAnswered = { until: isWhole };

export const isAlive = (server: TestServer) =>
  eventually('the server to answer', async () => (await fetch(`${server.url}/healthz`)).ok, 2000);
