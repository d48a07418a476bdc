import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from './context.ts';
import { newId, publicId, storedId } from './ids.ts';
import { eventually, startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio } from './testing-studio.ts';
import { inUnit } from './unit.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const announce = (count: number) =>
  inUnit(server.app.services, storedId('workspace', studio.workspaceId)!, systemActor, async (ctx) => {
    for (let index = 0; index < count; index += 1)
      ctx.emit('lead.updated', { id: publicId('lead', newId()), changed: ['name'], version: 2 });
  });

/** Reads a stream until it has seen an id, and answers all ids in the order they came. */
async function readUntil(from: number, last: () => number): Promise<number[]> {
  const abort = new AbortController();
  const response = await fetch(`${server.url}/v1/events/stream`, {
    headers: { authorization: `Bearer ${studio.secretKey}`, 'last-event-id': String(from) },
    signal: abort.signal,
  });
  const seen: number[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  const reader = response.body!.getReader();
  while ((seen.at(-1) ?? 0) < last()) {
    const { value, done } = await reader.read();
    if (done) break;
    const frames = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = frames.pop()!;
    for (const frame of frames) {
      if (frame.includes('\ndata: ')) seen.push(Number(/^id: (\d+)/m.exec(frame)![1]));
    }
  }
  abort.abort();
  return seen;
}

test('readers that come back far behind, while others are being served, miss nothing', async () => {
  await announce(400);
  const { rows } = await server.database.owner.query(
    'select sequence::int as last from event_counters where workspace_id = $1',
    [storedId('workspace', studio.workspaceId)],
  );
  let last = rows[0].last as number;
  const start = last;
  const goal = start + 120;
  const writing = (async () => {
    while (last < goal) {
      await announce(3);
      last += 3;
    }
  })();
  const readers = Array.from({ length: 15 }, (_, index) => readUntil(index % 3 === 0 ? start : index * 13, () => goal));
  await writing;
  for (const [index, seen] of (await Promise.all(readers)).entries()) {
    const from = index % 3 === 0 ? start : index * 13;
    assert.deepEqual(
      seen,
      Array.from({ length: goal - from }, (_, at) => from + 1 + at),
      `reader from ${from}`,
    );
  }
});

test('however often the listening connection is cut, one comes back', async () => {
  const listening = async () => {
    const { rows } = await server.database.owner.query(
      "select pid from pg_stat_activity where application_name = 'alloza-live' and datname = current_database()",
    );
    return rows.map((row) => row.pid as number);
  };
  for (let round = 0; round < 3; round += 1) {
    const former = await eventually('a listener', async () => {
      const pids = await listening();
      return pids.length > 0 && pids;
    });
    await server.database.owner.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [former]);
    await eventually('another listener', async () => (await listening()).some((pid) => !former.includes(pid)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await listening()).length, 1, `round ${round}`);
  }
});
