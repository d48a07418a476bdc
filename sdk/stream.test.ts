import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AllozaEvent, createClient } from './index.ts';
import { framesOf } from './stream.ts';
import { type Answerer, inTurn, problem, serve } from './testing/serve.ts';

const event = (sequence: number) => ({ id: `evt_${sequence}`, type: 'lead.created', sequence, data: { id: 'lead_1' } });
const frame = (sequence: number) =>
  `id: ${sequence}\nevent: lead.created\ndata: ${JSON.stringify(event(sequence))}\n\n`;

/** Sends text as an event stream, and then breaks, ends, or stays open. */
const sends =
  (text: string, then: 'break' | 'end' | 'stay'): Answerer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(text, () => {
      if (then === 'break') setTimeout(() => response.socket?.destroy(), 20);
      if (then === 'end') response.end();
    });
    return undefined;
  };

const eventsOf = (baseUrl: string) => createClient({ session: true, workspace: 'demo', baseUrl }).events;

async function take(stream: AsyncIterable<AllozaEvent>, count: number) {
  const sequences: number[] = [];
  for await (const { sequence } of stream) if (sequences.push(sequence) === count) break;
  return sequences;
}

test('a stream gives each event as it comes, and leaving the loop closes the connection', async () => {
  const closed = Promise.withResolvers<void>();
  await using server = await serve((seen, response) => {
    response.on('close', closed.resolve);
    return sends(`retry: 1000\n: from 0\n\n${frame(1)}: beat\n\n${frame(2)}`, 'stay')(seen, response);
  });
  const got: AllozaEvent[] = [];
  for await (const one of eventsOf(server.url).stream()) if (got.push(one) === 2) break;
  assert.deepEqual(got, [event(1), event(2)]);
  assert.equal(server.seen[0]?.target, '/v1/events/stream');
  assert.equal(server.seen[0]?.headers['alloza-workspace'], 'demo');
  assert.equal(server.seen[0]?.headers['last-event-id'], undefined);
  await closed.promise;
});

test('a broken stream is taken up again behind the last event', async () => {
  await using server = await serve(
    inTurn(
      sends(frame(8) + frame(9), 'break'),
      problem(503, 'unavailable'),
      sends(frame(10), 'end'),
      sends(frame(11), 'stay'),
    ),
  );
  const statuses: string[] = [];
  const stream = eventsOf(server.url).stream({ lastEventId: 7, onStatus: (status) => statuses.push(status) });
  assert.deepEqual(await take(stream, 4), [8, 9, 10, 11]);
  assert.deepEqual(
    server.seen.map(({ headers }) => headers['last-event-id']),
    ['7', '9', '9', '10'],
  );
  assert.deepEqual(statuses, ['live', 'waiting', 'waiting', 'live', 'waiting', 'live']);
});

test('a stream that breaks before its first event goes on from where the server said that it stood', async () => {
  await using server = await serve(inTurn(sends('id: 41\n\n', 'break'), sends(frame(42), 'stay')));
  assert.deepEqual(await take(eventsOf(server.url).stream(), 1), [42]);
  assert.equal(server.seen[1]?.headers['last-event-id'], '41');
});

test('a frame that was cut off is not given twice nor in part', async () => {
  await using server = await serve(inTurn(sends(frame(1) + frame(2).slice(0, -9), 'break'), sends(frame(2), 'stay')));
  assert.deepEqual(await take(eventsOf(server.url).stream(), 2), [1, 2]);
});

test('a stream that falls silent is reconnected', async () => {
  await using server = await serve(inTurn(sends(frame(1), 'stay'), sends(frame(2), 'stay')));
  assert.deepEqual(await take(eventsOf(server.url).stream({ timeout: 500 }), 2), [1, 2]);
});

test('who may not listen is told so', async () => {
  await using server = await serve(() => problem(401, 'unauthenticated'));
  await assert.rejects(take(eventsOf(server.url).stream(), 1), { code: 'unauthenticated' });
  assert.equal(server.seen.length, 1);
});

test('the caller ends a stream at once, open or waiting, with its own reason', async () => {
  const open = sends(frame(1), 'stay');
  const waiting: Answerer = () => ({ ...problem(503, 'unavailable'), headers: { 'retry-after': '30' } });
  for (const answerer of [open, waiting]) {
    await using server = await serve(answerer);
    const signal = AbortSignal.timeout(300);
    const start = Date.now();
    await assert.rejects(take(eventsOf(server.url).stream({ signal }), 2), { name: 'TimeoutError' });
    assert.ok(Date.now() - start < 2000);
  }
});

test('frames are read right wherever the bytes are cut', async () => {
  const text = '\uFEFF: hello\r\nid:7\r\ndata: {"é":\rdata:"€"}\n\ndata\n\nevent: x\nid: 8\n\r\ndata: 𝄞:\n\ndata: cut';
  const bytes = new TextEncoder().encode(text);
  const whole = [
    { id: '7', data: '{"é":\n"€"}' },
    { id: '7', data: '' },
    { id: '8', data: '' },
    { id: '8', data: '𝄞:' },
  ];
  for (let size = 1; size <= bytes.length; size++) {
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    );
    const frames = [];
    for await (const frame of framesOf(async () => parts.shift())) frames.push(frame);
    assert.deepEqual(frames, whole, `cut every ${size} bytes`);
  }
});
