import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient as createCoreClient } from '@alloza/sdk/core';
import { leads, rowsOf } from '@alloza/sdk/operations';
import { createClient } from './index.ts';
import { serve } from './testing/serve.ts';

const secretKey = 'sk_test_1';

test('a call names its operation by method and path, and sends the key as a bearer token', async () => {
  await using server = await serve(() => ({ json: { id: 'lead_1' } }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  assert.deepEqual(await alloza.leads.get('lead_1'), { id: 'lead_1' });
  const [seen] = server.seen;
  assert.equal(`${seen?.method} ${seen?.target}`, 'GET /v1/leads/lead_1');
  assert.equal(seen?.headers.authorization, 'Bearer sk_test_1');
  assert.equal(seen?.headers['idempotency-key'], undefined);
  assert.equal(seen?.headers['alloza-workspace'], undefined);
});

test('a base URL may have a path of its own, with or without a slash behind it', async () => {
  await using server = await serve(() => ({ json: {} }));
  await createClient({ secretKey, baseUrl: `${server.url}/crm/` }).account.me();
  await createClient({ secretKey, baseUrl: `${server.url}/crm` }).account.me();
  assert.deepEqual(
    server.seen.map(({ target }) => target),
    ['/crm/v1/account', '/crm/v1/account'],
  );
});

test('an id is one path segment whatever it holds', async () => {
  await using server = await serve(() => ({ json: {} }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  await alloza.leads.get('a/b?c#d é');
  assert.equal(server.seen[0]?.target, '/v1/leads/a%2Fb%3Fc%23d%20%C3%A9');
  for (const id of ['', '.', '..', undefined as unknown as string]) {
    await assert.rejects(alloza.leads.delete(id), TypeError);
  }
  assert.equal(server.seen.length, 1);
});

test('a query leaves out what is undefined and repeats what is a list', async () => {
  await using server = await serve(() => ({ json: { items: [], next: null } }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  await alloza.leads.list({ q: 'Ana & Bo', status: 'open', stageId: undefined, deleted: false });
  assert.equal(server.seen[0]?.url.search, '?q=Ana+%26+Bo&status=open&deleted=false');
  await alloza.leads.list({ q: ['a', 'b'] as unknown as string });
  assert.equal(server.seen[1]?.url.search, '?q=a&q=b');
});

test('a POST sends JSON and makes its own idempotency key, another one for each call', async () => {
  await using server = await serve(() => ({ status: 201, json: { id: 'lead_1' } }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  await alloza.leads.create({ name: 'Ana' });
  await alloza.leads.create({ name: 'Ana' });
  await alloza.leads.create({ name: 'Ana' }, { idempotencyKey: 'mine' });
  const [first, second, third] = server.seen;
  assert.equal(first?.headers['content-type'], 'application/json');
  assert.deepEqual(JSON.parse(String(first?.body)), { name: 'Ana' });
  assert.match(String(first?.headers['idempotency-key']), /^[0-9a-f]{32}$/);
  assert.notEqual(first?.headers['idempotency-key'], second?.headers['idempotency-key']);
  assert.equal(third?.headers['idempotency-key'], 'mine');
});

test('a POST without a body sends none', async () => {
  await using server = await serve(() => ({ json: {} }));
  await createClient({ secretKey, baseUrl: server.url }).leads.restore('lead_1');
  assert.equal(server.seen[0]?.body.length, 0);
  assert.equal(server.seen[0]?.headers['content-type'], undefined);
});

test('a change is a merge patch with the version that was read, quoted', async () => {
  await using server = await serve(() => ({ json: { version: 4 } }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  for (const ifMatch of [3, '3', '"3"', 'W/"3"', '*'])
    await alloza.leads.update('lead_1', { email: null }, { ifMatch });
  assert.deepEqual(
    server.seen.map(({ headers }) => headers['if-match']),
    ['"3"', '"3"', '"3"', 'W/"3"', '*'],
  );
  assert.equal(server.seen[0]?.method, 'PATCH');
  assert.equal(server.seen[0]?.headers['content-type'], 'application/merge-patch+json');
  assert.equal(String(server.seen[0]?.body), '{"email":null}');
  assert.equal(server.seen[0]?.headers['idempotency-key'], undefined);
});

test('bytes are sent as they are, with the type of the Blob or of the option', async () => {
  await using server = await serve(() => ({ status: 201, json: { id: 'file_1' } }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
  await alloza.files.create(new Blob([bytes], { type: 'image/png' }), { purpose: 'logo' });
  await alloza.files.create(bytes, { purpose: 'logo', name: 'logo.webp' }, { contentType: 'image/webp' });
  await alloza.files.create(bytes.buffer, { purpose: 'logo' }, { contentType: 'image/jpeg' });
  assert.deepEqual(
    server.seen.map(({ headers }) => headers['content-type']),
    ['image/png', 'image/webp', 'image/jpeg'],
  );
  for (const { body } of server.seen) assert.deepEqual(body, Buffer.from(bytes));
  assert.equal(server.seen[1]?.target, '/v1/files?purpose=logo&name=logo.webp');
  assert.match(String(server.seen[0]?.headers['idempotency-key']), /^[0-9a-f]{32}$/);
});

test('bytes without a type are refused before anything is sent', async () => {
  await using server = await serve(() => ({ json: {} }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  await assert.rejects(alloza.files.create(new Uint8Array(3), { purpose: 'logo' }), /contentType/);
  await assert.rejects(alloza.files.create(new Blob(['x']), { purpose: 'logo' }), /contentType/);
  assert.equal(server.seen.length, 0);
});

test('a proof travels in its own header, and further headers win over those of the client', async () => {
  await using server = await serve(() => ({ status: 201, json: {} }));
  const alloza = createClient({ publishableKey: 'pk_1', baseUrl: server.url });
  const headers = { 'X-Trace': 't1', 'Idempotency-Key': 'theirs' };
  await alloza.leads.create({ name: 'Ana' }, { proof: 'solved', headers });
  assert.equal(server.seen[0]?.headers['alloza-proof'], 'solved');
  assert.equal(server.seen[0]?.headers['x-trace'], 't1');
  assert.equal(server.seen[0]?.headers['idempotency-key'], 'theirs');
});

test('a session sends no token but names the workspace, and asks for cookies of the same origin only', async () => {
  let asked: Request | undefined;
  const fetch = async (request: Request) => {
    asked = request;
    return Response.json({});
  };
  const alloza = createClient({ session: true, workspace: 'north-light', baseUrl: 'https://app.example', fetch });
  await alloza.account.me();
  assert.equal(asked?.headers.get('authorization'), null);
  assert.equal(asked?.headers.get('alloza-workspace'), 'north-light');
  assert.equal(asked?.credentials, 'same-origin');
});

test('204 gives undefined, and anything that is not JSON a Blob', async () => {
  await using server = await serve(({ method }) =>
    method === 'DELETE' ? { status: 204 } : { body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } },
  );
  const alloza = createClient({ secretKey, baseUrl: server.url });
  assert.equal(await alloza.leads.delete('lead_1'), undefined);
  const blob: unknown = await alloza.files.get('file_1');
  assert.ok(blob instanceof Blob);
  assert.equal(await blob.text(), '%PDF-1.7');
});

test('withResponse gives the data together with the answer, from one request', async () => {
  await using server = await serve(() => ({
    status: 201,
    json: { id: 'lead_1' },
    headers: { 'idempotent-replayed': 'true' },
  }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  const call = alloza.leads.create({ name: 'Ana' });
  const { data, response } = await call.withResponse();
  assert.deepEqual(data, { id: 'lead_1' });
  assert.equal(response.status, 201);
  assert.equal(response.headers.get('idempotent-replayed'), 'true');
  assert.deepEqual(await call, data);
  assert.equal(server.seen.length, 1);
});

test('a call is sent at once, awaited or not, and takes part in Promise combinators', async () => {
  await using server = await serve(({ target }) => ({ json: { id: target.split('/').pop() } }));
  const alloza = createClient({ secretKey, baseUrl: server.url });
  const settled: string[] = [];
  const [a, b] = await Promise.all([
    alloza.leads.get('a').finally(() => settled.push('a')),
    alloza.leads.get('b').then(({ id }) => id),
  ]);
  assert.deepEqual([a.id, b, settled], ['a', 'b', ['a']]);
  const unawaited = alloza.leads.get('c');
  while (server.seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  await unawaited;
});

test('the core client has the resources that it was given and no others', async () => {
  await using server = await serve(() => ({ json: { id: 'lead_1' } }));
  const alloza = createCoreClient({ secretKey, baseUrl: server.url, resources: { leads } });
  assert.deepEqual(Object.keys(alloza), ['leads']);
  assert.deepEqual(Object.keys(alloza.leads), Object.keys(rowsOf('leads', leads)));
  assert.ok(Object.keys(alloza.leads).includes('create'));
  assert.deepEqual(await alloza.leads.get('lead_1'), { id: 'lead_1' });
});

test('a client can be the result of an async function', async () => {
  const alloza = await Promise.resolve(createClient({ secretKey, baseUrl: 'https://app.example' }));
  assert.equal(typeof alloza.leads.list, 'function');
});
