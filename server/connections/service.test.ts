import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Context, systemActor } from '../platform/context.ts';
import { storedId } from '../platform/ids.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';
import { type Grant, keep, noteExchange, tokensOf } from './service.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

const inStudio = <T>(work: (ctx: Context) => Promise<T>, of = studio): Promise<T> =>
  inUnit(server.app.services, storedId('workspace', of.workspaceId)!, systemActor, work);
const list = async (of = studio) => (await of.api('GET', '/v1/connections')).body.items;
const grant = (token: string, account = 'hello@studio.example'): Grant => ({
  provider: 'google',
  account,
  scopes: ['calendar.events'],
  tokens: { refresh: token },
});
const announced = async () =>
  (await studio.api('GET', '/v1/events?limit=100')).body.items
    .map(({ type }: { type: string }) => type)
    .filter((type: string) => type.startsWith('connection.'));

test('a studio sees every service that can be connected, in one order, a page at a time', async () => {
  const { body } = await studio.api('GET', '/v1/connections');
  assert.deepEqual(
    body.items.map(({ id, provider, status }: Record<string, unknown>) => [id, provider, status]),
    ['google', 'instagram', 'stripe'].map((provider) => [null, provider, 'disconnected']),
  );
  assert.equal(body.next, null);
  const first = (await studio.api('GET', '/v1/connections?limit=2')).body;
  const second = (await studio.api('GET', `/v1/connections?limit=2&after=${first.next}`)).body;
  assert.deepEqual(
    [...first.items, ...second.items].map(({ provider }: { provider: string }) => provider),
    ['google', 'instagram', 'stripe'],
  );
  assert.equal(second.next, null);
  const answer = await studio.api('GET', '/v1/connections?after=nonsense');
  assert.deepEqual([answer.status, answer.body.errors[0].pointer], [422, 'query/after']);
});

test('P16 what a service grants is kept encrypted, read only by its room, and shown to nobody', async () => {
  await inStudio((ctx) => keep(ctx, grant('planted-refresh-token')));
  const [connection] = await list();
  assert.partialDeepStrictEqual(connection, {
    provider: 'google',
    status: 'connected',
    account: 'hello@studio.example',
    scopes: ['calendar.events'],
    lastSyncAt: null,
    lastError: null,
  });
  assert.ok(!JSON.stringify(connection).includes('planted'));
  assert.deepEqual(await inStudio((ctx) => tokensOf(ctx, 'google')), { refresh: 'planted-refresh-token' });
  assert.equal(await inStudio((ctx) => tokensOf(ctx, 'stripe')), null);
  const tables = await server.database.owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
      where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace) and relkind = 'r'`,
  );
  for (const { name } of tables.rows) {
    const { rowCount } = await server.database.owner.query(
      `select 1 from ${name} t where t::text ~ ('planted-refresh|' || encode('planted-refresh', 'hex'))`,
    );
    assert.equal(rowCount, 0, name);
  }
});

test('refreshed tokens are no news; a dead connection is told once, and connecting again heals it', async () => {
  const before = (await announced()).length;
  await inStudio((ctx) => keep(ctx, grant('second')));
  await inStudio((ctx) => noteExchange(ctx, 'google', { kind: 'synced' }));
  const [synced] = await list();
  assert.ok(synced.lastSyncAt);
  await inStudio((ctx) => noteExchange(ctx, 'google', { kind: 'failed', error: 'timeout' }));
  const [failed] = await list();
  assert.deepEqual([failed.status, failed.lastError, failed.lastSyncAt], ['connected', 'timeout', synced.lastSyncAt]);
  for (const _twice of [1, 2])
    await inStudio((ctx) => noteExchange(ctx, 'google', { kind: 'refused', error: 'invalid_grant' }));
  assert.deepEqual([(await list())[0].status, (await list())[0].lastError], ['reconnect_needed', 'invalid_grant']);
  assert.equal(await inStudio((ctx) => tokensOf(ctx, 'google')), null, 'dead tokens are not used');
  await inStudio((ctx) => keep(ctx, grant('third')));
  assert.deepEqual([(await list())[0].status, (await list())[0].lastError], ['connected', null]);
  assert.deepEqual((await announced()).slice(before), ['connection.reconnect_needed', 'connection.connected']);
});

test('of twenty that refresh at once, each finds the tokens of the one before', async () => {
  await inStudio((ctx) => keep(ctx, grant('0')));
  await Promise.all(
    Array.from({ length: 20 }, () =>
      inStudio(async (ctx) => {
        const { refresh } = (await tokensOf(ctx, 'google'))!;
        await keep(ctx, grant(String(Number(refresh) + 1)));
      }),
    ),
  );
  assert.deepEqual(await inStudio((ctx) => tokensOf(ctx, 'google')), { refresh: '20' });
});

test('disconnecting forgets the tokens at once, and is written down', async () => {
  const [{ id }] = await list();
  assert.equal((await studio.api('DELETE', `/v1/connections/${id}`)).status, 204);
  assert.equal((await studio.api('DELETE', `/v1/connections/${id}`)).status, 404);
  assert.equal((await list())[0].status, 'disconnected');
  assert.equal((await server.database.owner.query('select 1 from connections')).rowCount, 0);
  assert.equal((await announced()).at(-1), 'connection.disconnected');
  const changes = (await studio.api('GET', `/v1/changes?subject=${id}`)).body.items;
  assert.equal(changes[0].action, 'disconnected');
});
