import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '@alloza/sdk';
import { startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio } from './testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const post = (key: string, body: object, as: 'session' | 'secret' = 'secret') =>
  studio.api('POST', '/v1/leads', { as, body, headers: { 'idempotency-key': key } });
const ana = { name: 'Ana Ruiz', email: 'ana@example.com' };

test('the same key and body replays the first answer; another body is refused; a refused write stores nothing', async () => {
  const first = await post('one', ana);
  const again = await post('"one"', ana);
  assert.deepEqual(again.body, first.body);
  assert.equal(again.status, 201);
  assert.equal(again.headers.get('idempotent-replayed'), 'true');
  assert.equal((await post('one', { ...ana, name: 'Other' })).body.code, 'idempotency_key_reused');
  assert.equal((await post('two', { name: 'Nobody' })).status, 422);
  assert.equal((await post('two', ana)).status, 201, 'a key whose request was refused is free');
});

test('a key belongs to its caller and its operation', async () => {
  const [a, b] = [await post('shared', ana, 'secret'), await post('shared', ana, 'session')];
  assert.notEqual(a.body.id, b.body.id);
  const note = await studio.api('POST', '/v1/notes', {
    as: 'secret',
    body: { subject: a.body.id, body: 'x' },
    headers: { 'idempotency-key': 'shared' },
  });
  assert.equal(note.status, 201);
});

test('200 requests at once with one key make one row, and by the SDK 200 identical answers', async () => {
  const raw = await Promise.all(Array.from({ length: 200 }, () => post('burst', { ...ana, name: 'Burst' })));
  assert.ok(raw.every((answer) => answer.status === 201 || answer.body.code === 'idempotency_key_in_use'));
  assert.ok(raw.filter((answer) => answer.status === 409).every((answer) => answer.headers.get('retry-after') === '1'));
  const alloza = createClient({ secretKey: studio.secretKey, baseUrl: server.url, retries: 8 });
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      alloza.leads.create({ ...ana, name: 'Burst by SDK' }, { idempotencyKey: 'sdk-burst' }),
    ),
  );
  assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
  const { rows } = await server.database.owner.query(
    "select name, count(*)::int as count from leads where name like 'Burst%' group by 1 order by 1",
  );
  assert.deepEqual(rows, [
    { name: 'Burst', count: 1 },
    { name: 'Burst by SDK', count: 1 },
  ]);
});

test('stored answers are encrypted, and bound to their row', async () => {
  await post('secret', { ...ana, name: 'Canary Quillfeather' });
  const { rows } = await server.database.owner.query(
    "select count(*)::int as count from idempotency_keys where encode(answer, 'escape') like '%Quillfeather%'",
  );
  assert.equal(rows[0].count, 0);
  await server.database.owner.query(
    `update idempotency_keys set answer = (select answer from idempotency_keys order by created_at limit 1)`,
  );
  const swapped = await post('secret', { ...ana, name: 'Canary Quillfeather' });
  assert.equal(swapped.status, 500, 'an answer moved to another key does not open');
});

test('after 24 hours a key is free again', async () => {
  const first = await post('old', ana);
  await server.database.owner.query(
    "update idempotency_keys set created_at = created_at - interval '24 hours 1 second'",
  );
  const second = await post('old', ana);
  assert.notEqual(second.body.id, first.body.id);
  assert.equal((await post('old', ana)).body.id, second.body.id);
});
