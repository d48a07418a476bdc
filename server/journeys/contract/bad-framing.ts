import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestServer } from '../../platform/testing.ts';
import { credentialHeaders } from '../../platform/testing-studio.ts';
import { assertNothingStored, type Bench, exchange, headOf, inBatches, isAlive } from './bad-requests.ts';

/** A whole note, which the tests send in ways that must not store it. */
const note = '{"subject":"lead_01h455vb4pex5vsknk084sn02q","body":"A note"}';
const timeoutMs = 1000;
/** Late connections are looked for twice a second; the rest is the machine's. */
const slackMs = 2500;
const tooLate = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';

export function testBadFraming(bench: Bench): void {
  const notes = () => bench.contract.operations.find(({ id }) => id === 'notes.create')!;

  test('requests that proxies and servers could read differently are refused', async () => {
    const head = 'POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const smuggled = '0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n';
    for (const text of [
      `${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n${smuggled}`,
      `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${smuggled}`,
      `${head}Transfer-Encoding: chunked, identity\r\n\r\n${smuggled}`,
      `${head}Transfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n${smuggled}`,
      `${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n${smuggled}`,
      `${head}Content-Length : 5\r\n\r\n${smuggled}`,
      `${head}Content-Length: +5\r\n\r\n${smuggled}`,
      `${head}Content-Length: -1\r\n\r\n`,
      `${head}Content-Length: 99999999999999999999\r\n\r\n`,
      `${head} folded: line\r\nContent-Length: 5\r\n\r\n${smuggled}`,
      `${head}X-Long: ${'a'.repeat(70_000)}\r\n\r\n`,
      `${head}X\u0000: 1\r\n\r\n`,
      'GET /healthz HTTP/1.1\r\n\r\n',
      'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n',
      '\u0016\u0003\u0001\u0002\u0000',
    ]) {
      const { received } = await exchange(bench.server.url, { head: text });
      assert.match(received, /^HTTP\/1\.1 4\d\d /, `${text.slice(0, 160)} was answered ${received.slice(0, 80)}`);
      assert.doesNotMatch(received, /HTTP\/1\.1 200/, text.slice(0, 160));
    }
  });

  test('a body longer than it says is no second request that does anything', async () => {
    await assertNothingStored(bench, async () => {
      const head = headOf(bench, notes(), {}, { 'content-length': 2 });
      const { received } = await exchange(bench.server.url, { head, frame: Buffer.from(`{}${note}`), times: 1 });
      assert.match(received, /HTTP\/1\.1 400 Bad Request\r\n/);
      assert.doesNotMatch(received, /HTTP\/1\.1 [235]/);
    });
  });

  test('who goes away in the middle of a body leaves nothing behind', async () => {
    await assertNothingStored(bench, () =>
      inBatches([{ 'content-length': 1000 }, { 'transfer-encoding': 'chunked' }], async (framing) => {
        const head = headOf(bench, notes(), {}, { ...framing, connection: 'close' });
        const frame = Buffer.from('transfer-encoding' in framing ? `3d\r\n${note}\r\n` : note);
        await exchange(bench.server.url, { head, frame, times: 1, leavesAfter: 50 });
      }),
    );
  });

  test('who sends a byte now and then is cut off in time, and keeps nobody else waiting', async () => {
    const url = new URL(bench.server.url);
    // Its own server: the others' requests may take as long as a busy machine needs.
    const server = await startTestServer({ REQUEST_TIMEOUT_MS: String(timeoutMs) }, bench.server.database);
    try {
      const secret = Object.entries(credentialHeaders(bench.studio, 'secret')).map(
        ([name, value]) => `${name}: ${value}\r\n`,
      );
      const post = `POST /v1/notes HTTP/1.1\r\nhost: ${url.host}\r\n${secret.join('')}content-type: application/json\r\n`;
      const slow: [what: string, head: string, drip?: string][] = [
        ['says nothing at all', ''],
        ['sends half of a first line', 'GET /healthz HT'],
        ['sends a header a time', `${post}x-a: `, 'a'],
        ['sends a body byte by byte', `${post}content-length: 1000\r\n\r\n`, ' '],
        ['sends chunk by chunk', `${post}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
        ['announces more than it sends', `${post}content-length: ${note.length + 1}\r\n\r\n${note}`],
        ['never ends its chunks', `${post}transfer-encoding: chunked\r\n\r\n3d\r\n${note}\r\n`],
        ['pipelines a half behind a whole one', `GET /healthz HTTP/1.1\r\nhost: a\r\n\r\nGET /healthz HT`],
      ];
      const many = slow.flatMap((row) => Array.from({ length: 20 }, () => row));
      await assertNothingStored(bench, async () => {
        const ends = inBatches(
          many,
          async ([what, head, drip]) => {
            const frame = drip === undefined ? {} : { frame: Buffer.from(drip), times: 1000, everyMs: 100 };
            const { received, ms } = await exchange(server.url, { head, ...frame });
            assert.ok(ms < timeoutMs + slackMs, `who ${what} was let be for ${ms} ms`);
            if (head) assert.ok(received.endsWith(tooLate), `who ${what} got ${received}`);
          },
          many.length,
        );
        await isAlive(server);
        await ends;
      });
    } finally {
      await server.stop();
    }
  });
}
