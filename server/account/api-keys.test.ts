import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { storedId } from '../platform/ids.ts';
import { isWellFormedKey } from '../platform/keys.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { joinStudio } from '../platform/testing-members.ts';
import { recordStatements } from '../platform/testing-statements.ts';
import { openStream, within } from '../platform/testing-streams.ts';
import { openStudio, type Studio, siteOrigin } from '../platform/testing-studio.ts';

let server: TestServer;
let replica: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  const overrides = { TRUSTED_PROXIES: '1', ALLOZA_ROLE: 'web', PUBLIC_URL: server.url };
  replica = await startTestServer(overrides, server.database);
  studio = await openStudio(server);
});
after(async () => {
  await replica.stop();
  await server.stop();
});

const secret = { kind: 'secret', name: 'Import', scopes: ['workspace:read', 'events:read'] };
const make = async (body: object = secret): Promise<{ id: string; key: string }> => {
  const { apiKey, key } = (await studio.api('POST', '/v1/api-keys', { body })).body;
  return { id: apiKey.id, key };
};
const rotate = (id: string, body: object = {}, headers: Record<string, string> = {}, as = studio) =>
  as.api('POST', `/v1/api-keys/${id}/rotate`, { body, headers });
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
/** What a key is answered by each replica. */
const statuses = async (key: string, path = 'workspace', headers = {}): Promise<number[]> =>
  Promise.all(
    [server, replica].map(
      async ({ url }) => (await fetch(`${url}/v1/${path}`, { headers: { ...bearer(key), ...headers } })).status,
    ),
  );

test('a replaced key and its former text both work, until the overlap is over', async () => {
  const { id, key } = await make();
  const { status, body } = await rotate(id);
  assert.equal(status, 200);
  assert.ok(isWellFormedKey(body.key) && body.key.startsWith('sk_live_') && body.key !== key);
  assert.deepEqual([body.apiKey.value, body.apiKey.hint.slice(-4)], [null, body.key.slice(-4)]);
  assert.deepEqual(body.apiKey.scopes, secret.scopes);
  const hoursLeft = (Date.parse(body.apiKey.formerWorksUntil) - Date.parse(body.apiKey.updatedAt)) / 3_600_000;
  assert.equal(hoursLeft, 24);
  assert.deepEqual((await studio.api('GET', `/v1/api-keys/${id}`)).body, body.apiKey);
  assert.deepEqual(
    [await statuses(key), await statuses(body.key)],
    [
      [200, 200],
      [200, 200],
    ],
  );
  await server.database.owner.query('update api_keys set former_works_until = now() where id = $1', [
    storedId('apiKey', id),
  ]);
  assert.deepEqual(
    [await statuses(key), await statuses(body.key)],
    [
      [401, 401],
      [200, 200],
    ],
  );
});

test('without an overlap the former text ends at once, on every replica, and so do its streams', async () => {
  const { id, key } = await make();
  const stream = await openStream(replica, studio.slug, bearer(key));
  const { body } = await rotate(id, { overlapMinutes: 0 });
  assert.deepEqual(
    [await statuses(key), await statuses(body.key)],
    [
      [401, 401],
      [200, 200],
    ],
  );
  await within(1000, 'ending the stream', stream.ended);
});

test('replaced twice, a key has one former text; revoked, it has none', async () => {
  const { id, key } = await make();
  const second = (await rotate(id)).body.key;
  const third = (await rotate(id, { overlapMinutes: 60 })).body.key;
  assert.deepEqual(
    await Promise.all([key, second, third].map(async (each) => (await statuses(each))[0])),
    [401, 200, 200],
  );
  await studio.api('POST', `/v1/api-keys/${id}/revoke`);
  assert.deepEqual(
    [await statuses(second), await statuses(third)],
    [
      [401, 401],
      [401, 401],
    ],
  );
  assert.equal((await rotate(id)).body.code, 'key_revoked');
});

test('a retry with its Idempotency-Key gets the same text, and the former one is still the first', async () => {
  const { id, key } = await make();
  const headers = { 'idempotency-key': id };
  const [one, again] = [await rotate(id, {}, headers), await rotate(id, {}, headers)];
  assert.deepEqual(again.body, one.body);
  assert.deepEqual(await statuses(key), [200, 200]);
  const { rows } = await server.database.owner.query(
    'select k::text || i::text as row from api_keys k, idempotency_keys i',
  );
  assert.ok(
    rows.every(({ row }) => !row.includes(one.body.key) && !row.includes(key)),
    'no text is stored',
  );
});

test('of ten who replace one key at once, each gets a text, and the last two of them work', async () => {
  const { id } = await make();
  const answers = await Promise.all(Array.from({ length: 10 }, () => rotate(id)));
  assert.ok(answers.every(({ status }) => status === 200));
  const working = await Promise.all(answers.map(async ({ body }) => (await statuses(body.key))[0]));
  assert.equal(working.filter((status) => status === 200).length, 2);
});

test('owners replace secret keys, managers publishable ones, members none; the overlap is a week at most', async () => {
  const [manager, member] = [await joinStudio(studio, { role: 'manager' }), await joinStudio(studio)];
  const { id } = await make();
  const { id: website } = await make({ kind: 'publishable', name: 'Site' });
  assert.equal((await rotate(id, {}, {}, manager)).status, 403);
  assert.equal((await rotate(website, {}, {}, manager)).status, 200);
  assert.equal((await rotate(website, {}, {}, member)).status, 403);
  for (const overlapMinutes of [-1, 10_081, 1.5, '60', null]) {
    const { status, body } = await rotate(id, { overlapMinutes });
    assert.deepEqual([status, body.errors[0].pointer], [422, '/overlapMinutes']);
  }
});

test('a publishable key keeps its origins, and both texts keep to them', async () => {
  const { id, key } = await make({ kind: 'publishable', name: 'Site', origins: [siteOrigin] });
  const { body } = await rotate(id);
  assert.deepEqual([body.apiKey.value, body.apiKey.origins], [body.key, [siteOrigin]]);
  for (const text of [key, body.key]) {
    assert.deepEqual(await statuses(text, 'workspace/public', { origin: siteOrigin }), [200, 200]);
    assert.deepEqual(await statuses(text, 'workspace/public', { origin: 'https://evil.example' }), [403, 403]);
  }
});

test('the record of change tells who replaced a key and by which ends of it, never its text', async () => {
  const { id, key } = await make();
  const { body } = await rotate(id);
  const { items } = (await studio.api('GET', `/v1/changes?subject=${id}`)).body;
  const change = items.find(({ action }: { action: string }) => action === 'rotated');
  assert.equal(change.actor.name, 'Test Owner');
  assert.deepEqual(change.fields, [
    { field: 'hint', before: `${key.slice(0, 11)}…${key.slice(-4)}`, after: body.apiKey.hint },
  ]);
  const events = (await studio.api('GET', '/v1/events?limit=100')).body.items;
  assert.ok(
    events.some(
      (event: { type: string; data: { id: string } }) => event.type === 'api_key.rotated' && event.data.id === id,
    ),
  );
  assert.ok(!JSON.stringify([items, events]).includes(body.key));
});

test('the last use of a key is written off the request path, and once a minute whichever replica it came by', async () => {
  const { id, key } = await make();
  const stored = storedId('apiKey', id);
  const lastUse = async (): Promise<Date | null> =>
    (await server.database.owner.query('select last_used_at from api_keys where id = $1', [stored])).rows[0]
      .last_used_at;
  const flush = () => Promise.all([server, replica].map(({ app }) => app.layer.touches.flush()));
  const statements = await recordStatements(async () => {
    await server.app.hono.request(`${server.url}/v1/workspace`, { headers: bearer(key) });
  });
  assert.ok(statements.length > 0 && statements.every(({ text }) => !/last_used_at\s*=/.test(text)));
  for (let time = 0; time < 5; time += 1) await statuses(key);
  await flush();
  const first = await lastUse();
  assert.ok(first);
  await statuses(key);
  await flush();
  assert.deepEqual(await lastUse(), first, 'within the minute');
  await server.database.owner.query("update api_keys set last_used_at = now() - interval '61 seconds' where id = $1", [
    stored,
  ]);
  await statuses(key);
  await flush();
  assert.ok((await lastUse())! >= first, 'after it');
  assert.equal((await studio.api('GET', `/v1/api-keys/${id}`)).body.lastUsedAt, (await lastUse())!.toISOString());
});
