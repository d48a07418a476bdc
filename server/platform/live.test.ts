import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '@alloza/sdk';
import { systemActor } from './context.ts';
import { newId, publicId, storedId } from './ids.ts';
import { eventually, startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio } from './testing-studio.ts';
import { inUnit } from './unit.ts';

let server: TestServer;
let second: TestServer;
let studio: Studio;

before(async () => {
  server = await startTestServer();
  second = await startTestServer({ ALLOZA_ROLE: 'web' }, server.database);
  studio = await openStudio(server);
});
after(async () => {
  await second.stop();
  await server.stop();
});

/** Follows a stream as raw frames and collects the sequences seen. */
async function follow(url: string, lastEventId: number | null, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await fetch(`${url}/v1/events/stream`, {
    headers: {
      authorization: `Bearer ${studio.secretKey}`,
      ...(lastEventId === null ? {} : { 'last-event-id': String(lastEventId) }),
      ...headers,
    },
    signal: abort.signal,
  });
  assert.equal(response.status, 200);
  const sequences: number[] = [];
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body!) {
      const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = frames.pop()!;
      for (const frame of frames) if (frame.includes('\ndata: ')) sequences.push(Number(/^id: (\d+)/m.exec(frame)![1]));
    }
  })()
    .catch(() => {})
    .finally(() => {
      ended = true;
    });
  return {
    sequences,
    hasEnded: () => ended,
    stop: async () => {
      abort.abort();
      await reading;
    },
  };
}

const lead = (name: string) => studio.api('POST', '/v1/leads', { body: { name, email: 'x@example.com' } });
const lastSequence = async (): Promise<number> =>
  Number(
    (
      await server.database.owner.query(
        'select max(sequence) as last from events where workspace_id = (select id from workspaces where slug = $1)',
        [studio.slug],
      )
    ).rows[0].last ?? 0,
  );
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + 1 + index);

test('every reader on every process sees each event once and in order, under eight writers that also fail', async () => {
  const start = await lastSequence();
  const readers = await Promise.all([follow(server.url, start), follow(server.url, start), follow(second.url, start)]);
  await Promise.all(
    Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; index < 12; index += 1) {
        const answer = await (index % 3 === 2
          ? studio.api('POST', '/v1/leads', { body: { name: 'Bad', email: 'x@example.com', stageId: 'none' } })
          : lead(`W${writer}-${index}`));
        assert.equal(answer.status, index % 3 === 2 ? 422 : 201);
      }
    }),
  );
  const end = await lastSequence();
  assert.equal(end - start, 64, 'a refused write leaves no gap');
  for (const reader of readers) {
    await eventually('all events', () => reader.sequences.length >= 64);
    assert.deepEqual(reader.sequences, range(start, end));
    await reader.stop();
  }
});

test('a reader that comes back with its last id misses nothing and sees nothing twice', async () => {
  const start = await lastSequence();
  const first = await follow(server.url, start);
  await lead('before');
  await eventually('one event', () => first.sequences.length === 1);
  await first.stop();
  await lead('meanwhile 1');
  await lead('meanwhile 2');
  const again = await follow(second.url, first.sequences.at(-1)!);
  await eventually('two events', () => again.sequences.length === 2);
  assert.deepEqual(again.sequences, range(start + 1, start + 3));
  await again.stop();
});

test('readers that come back far behind, while others are being served, miss nothing', async () => {
  const announce = (count: number) =>
    inUnit(server.app.services, storedId('workspace', studio.workspaceId)!, systemActor, async (ctx) => {
      for (let index = 0; index < count; index += 1)
        ctx.emit('lead.updated', { id: publicId('lead', newId()), changed: ['name'], version: 2 });
    });
  await announce(400);
  const start = await lastSequence();
  const goal = start + 120;
  const writing = (async () => {
    for (let last = start; last < goal; last += 3) await announce(3);
  })();
  const froms = Array.from({ length: 15 }, (_, index) => (index % 3 === 0 ? start : index * 13));
  const readers = await Promise.all(froms.map((from) => follow(server.url, from)));
  await writing;
  for (const [index, reader] of readers.entries()) {
    await eventually('all events', () => reader.sequences.at(-1) === goal);
    assert.deepEqual(reader.sequences, range(froms[index]!, goal), `reader from ${froms[index]}`);
    await reader.stop();
  }
});

test('a lost notification loses nothing: readers are polled besides', async () => {
  const reader = await follow(second.url, null);
  await lead('heard');
  await eventually('the first event', () => reader.sequences.length === 1);
  await server.database.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'alloza-live' and datname = current_database()",
  );
  await lead('unheard');
  await eventually('the second event', () => reader.sequences.length === 2, 5000);
  await reader.stop();
});

test('however often the listening connection is cut, one comes back to each process', async () => {
  const listening = async () => {
    const { rows } = await server.database.owner.query(
      "select pid from pg_stat_activity where application_name = 'alloza-live' and datname = current_database()",
    );
    return rows.map((row) => row.pid as number);
  };
  for (let round = 0; round < 3; round += 1) {
    const former = await eventually('the listeners', async () => {
      const pids = await listening();
      return pids.length === 2 && pids;
    });
    await server.database.owner.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [former]);
    await eventually('others', async () => (await listening()).filter((pid) => !former.includes(pid)).length === 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal((await listening()).length, 2, `round ${round}: one for each process`);
  }
});

test('a revoked key or session ends its streams on every process', async () => {
  const made = await studio.api('POST', '/v1/api-keys', {
    body: { kind: 'secret', name: 'Reader', scopes: ['events:read'] },
  });
  const byKey = await follow(second.url, null, { authorization: `Bearer ${made.body.key}` });
  const signIn = await fetch(`${server.url}/auth/callback/credentials`, {
    method: 'POST',
    headers: { origin: server.url },
    body: new URLSearchParams({ email: studio.email, password: 'a long test password' }),
  });
  const cookie = signIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const bySession = await fetch(`${second.url}/v1/events/stream`, {
    headers: { cookie, 'alloza-workspace': studio.slug },
  });
  const drained = bySession.text();
  const sessions = (await studio.api('GET', '/v1/sessions')).body.items as { id: string; current: boolean }[];
  await studio.api('DELETE', `/v1/sessions/${sessions.find((session) => !session.current)!.id}`);
  await drained;
  await studio.api('POST', `/v1/api-keys/${made.body.apiKey.id}/revoke`);
  await eventually('the end of the stream', () => byKey.hasEnded(), 5000);
  await byKey.stop();
});

test('the SDK follows the stream and gets typed events', async (t) => {
  const alloza = createClient({ secretKey: studio.secretKey, baseUrl: server.url });
  const waits: number[] = [];
  const abort = new AbortController();
  const seen: string[] = [];
  const reading = (async () => {
    for await (const event of alloza.events.stream({ signal: abort.signal })) {
      seen.push(event.type);
      waits.push(Date.now() - Date.parse(event.createdAt));
      if (seen.length === 20) break;
    }
  })();
  await eventually('a reader', () => server.app.services.live.readerCount() > 0);
  for (let index = 0; index < 20; index += 1) await lead(`Typed ${index}`);
  await reading;
  abort.abort();
  assert.deepEqual(new Set(seen), new Set(['lead.created']));
  waits.sort((a, b) => a - b);
  t.diagnostic(`from the transaction's start to the reader: median ${waits[10]} ms, worst ${waits.at(-1)} ms`);
});
