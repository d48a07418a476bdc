import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../platform/openapi.ts';
import {
  assertNothingStored,
  assertProblem,
  type Bench,
  exchange,
  fixtureOf,
  headOf,
  inBatches,
  sendRaw,
  untilAnswered,
} from './bad-requests.ts';
import type { Call } from './fixtures.ts';

const blanks = Buffer.alloc(65_536, ' ');
const mebibyte = 1024 ** 2;

/** The two ways of telling how long a body is, with a frame of each. */
const framings = {
  chunked: { frame: Buffer.concat([Buffer.from('10000\r\n'), blanks, Buffer.from('\r\n')]), end: '0\r\n\r\n' },
  'by length': { frame: blanks, end: '' },
};
const framingHeaders = (framing: keyof typeof framings, length: number) =>
  framing === 'chunked' ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) };

interface Pour {
  operation: Operation;
  given: Call;
  framing: keyof typeof framings;
}

/** Every operation with a body, with each framing. */
async function pours(bench: Bench): Promise<Pour[]> {
  const all: Pour[] = [];
  for (const operation of bench.withBody) {
    const given = await fixtureOf(bench, operation);
    for (const framing of ['chunked', 'by length'] as const) all.push({ operation, given, framing });
  }
  return all;
}

/** Holds that a connection brought one whole problem and then ended in peace. */
function assertToldWhole(received: string, isReset: boolean, status: number, what: string): void {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  assert.match(head, new RegExp(`^HTTP/1\\.1 ${status} `), `${what}: ${received.slice(0, 200)}`);
  assert.match(head, /\r\nconnection: close/i, what);
  assert.equal(JSON.parse(body).status, status, what);
  assert.equal(isReset, false, what);
}

export function testBadSizes(bench: Bench): void {
  test('the answer to an endless body comes soon after its limit, whether or not it says its length', async (t) => {
    let most = 0;
    const all = await pours(bench);
    await assertNothingStored(bench, () =>
      inBatches(
        all,
        async ({ operation, given, framing }) => {
          const head = headOf(bench, operation, given, framingHeaders(framing, 10 * 1024 ** 3));
          const { received, sent } = await exchange(bench.server.url, {
            head,
            frame: framings[framing].frame,
            times: Number.POSITIVE_INFINITY,
            ...untilAnswered,
          });
          assert.match(
            received,
            /^HTTP\/1\.1 413 .*"code":"body_too_large"/s,
            `${operation.id} ${framing}: ${received}`,
          );
          most = Math.max(most, sent - operation.bodyLimit);
        },
        2,
      ),
    );
    t.diagnostic(`${all.length} bodies, at most ${(most / mebibyte).toFixed(1)} MiB sent beyond the limit`);
    assert.ok(most < 24 * mebibyte, `${most} bytes were taken beyond the limit`);
  });

  test('who writes 10 MB before reading a byte still reads the 413, and the connection ends in peace', async () => {
    const all = await pours(bench);
    await assertNothingStored(bench, () =>
      inBatches(
        all,
        async ({ operation, given, framing }) => {
          const { frame, end } = framings[framing];
          const times = Math.ceil((Math.max(operation.bodyLimit, 8 * mebibyte) + 2 * mebibyte) / blanks.length);
          const said = {
            head: headOf(bench, operation, given, framingHeaders(framing, times * blanks.length)),
            readsLast: true,
          };
          const { received, isReset } = await exchange(bench.server.url, { ...said, frame, times, end });
          assertToldWhole(received, isReset, 413, `${operation.id} ${framing}`);
        },
        4,
      ),
    );
  });

  test('so does who is refused for another reason before the body was read', async () => {
    const { server, studio } = bench;
    const refusals: [path: string, status: number, headers: object][] = [
      ['POST /v1/leads', 401, { 'content-type': 'application/json' }],
      ['POST /v1/leads', 415, { 'content-type': 'text/plain', authorization: `Bearer ${studio.secretKey}` }],
      ['POST /v1/nothing', 404, { 'content-type': 'application/json' }],
      ['DELETE /v1/leads', 405, {}],
      ['POST /auth/callback/credentials', 403, { origin: 'https://evil.example' }],
    ];
    for (const [path, status, headers] of refusals) {
      const lines = Object.entries({ host: new URL(server.url).host, 'content-length': 3 * mebibyte, ...headers });
      const head = `${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
      const { received, isReset } = await exchange(server.url, { head, frame: blanks, times: 48, readsLast: true });
      assertToldWhole(received, isReset, status, path);
    }
  });

  test('a body of exactly its limit is read, and one byte more is not', async () => {
    await inBatches(bench.withBody, async (operation) => {
      const given = await fixtureOf(bench, operation);
      const text = `{"x":"${' '.repeat(operation.bodyLimit - 8)}"}`;
      const fits = await sendRaw(bench, operation, given, Buffer.from(text));
      assertProblem(bench, fits, operation.id);
      assert.equal(fits.status, 422, `${operation.id} ${JSON.stringify(fits.body)}`);
      const over = await sendRaw(bench, operation, given, Buffer.from(`${text} `));
      assertProblem(bench, over, operation.id);
      assert.equal(over.status, 413, operation.id);
    });
  });
}
