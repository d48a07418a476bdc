import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { purgeOnce } from './purge.ts';
import { startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio } from './testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

/** The rows of an address, once they are written. */
async function logged(ip: string) {
  await server.app.layer.accessLog.flush();
  const { rows } = await server.database.owner.query('select * from access_log where ip = $1 order by id', [ip]);
  return rows;
}

/** Sends a path as it is, without the repairs that `fetch` makes. */
const raw = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    request({ hostname, port, path, headers }, (answer) => resolve(answer.resume().statusCode!))
      .on('error', reject)
      .end();
  });

test('P03 a request leaves its time, address, method, path, status, duration and id, and nothing else', async () => {
  const ip = '192.0.2.1';
  const answer = await fetch(`${server.url}/v1/leads?q=CanaryQuestion&limit=1`, {
    headers: {
      'x-forwarded-for': ip,
      authorization: `Bearer ${studio.secretKey}`,
      'user-agent': 'CanaryAgent',
      referer: 'https://canary.example/',
      'x-anything': 'CanaryHeader',
    },
  });
  assert.equal(answer.status, 200);
  await fetch(`${server.url}/v1/leads`, {
    method: 'POST',
    headers: { 'x-forwarded-for': ip, authorization: `Bearer ${studio.secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'CanaryBody', email: 'canary@example.com' }),
  });
  const rows = await logged(ip);
  assert.deepEqual(Object.keys(rows[0]).sort(), [
    'at',
    'duration_ms',
    'id',
    'ip',
    'method',
    'path',
    'request_id',
    'status',
    'workspace_id',
  ]);
  assert.deepEqual(
    rows.map(({ method, path, status, request_id: id }) => [method, path, status, id.slice(0, 4)]),
    [
      ['GET', '/v1/leads', 200, 'req_'],
      ['POST', '/v1/leads', 201, 'req_'],
    ],
  );
  assert.equal(rows[0].request_id, answer.headers.get('request-id'));
  assert.ok(Math.abs(Date.now() - rows[0].at.getTime()) < 60_000);
  assert.ok(rows[0].duration_ms >= 0);
  assert.equal(rows[0].workspace_id.replaceAll('-', '').length, 32);
  assert.doesNotMatch(JSON.stringify(rows), /Canary|canary|sk_|\?/);
});

test('P03 no token in a path is logged, and no question that hides in one', async () => {
  const ip = '192.0.2.2';
  const paths = [
    '/files/SecretFileToken.signature',
    '/app/reset-password/SecretToken',
    '/app/verify-email/SecretToken',
    '/go/SecretToken',
    '/v1/leads%3Ftoken=SecretToken',
    '/v1/leads;token=SecretToken?token=SecretToken',
    '/app?next=SecretToken',
  ];
  for (const path of paths) await raw(path, { 'x-forwarded-for': ip });
  const rows = await logged(ip);
  assert.equal(rows.length, paths.length);
  const text = rows.map(({ path }) => path).filter((path) => !path.includes(';'));
  assert.doesNotMatch(text.join('\n'), /Secret/);
});

test('refused, failed and unknown requests are logged too', async () => {
  const ip = '192.0.2.3';
  for (const path of ['/nowhere', '/v1/leads', '/%zz']) await raw(path, { 'x-forwarded-for': ip });
  assert.deepEqual(
    (await logged(ip)).map(({ status }) => status),
    [404, 401, 400],
  );
});

test('no odd request stops the log for those after it', async () => {
  const odd = [
    '/v1/leads/%00',
    '/%F0%9F%A6%84',
    `/${'x'.repeat(9000)}`,
    '/%E2%80%AE',
    '//',
    '/v1//leads',
    '/..%2f..%2fetc',
    '/%5C..%5C',
    '/%22%27%3B--',
  ];
  for (const path of odd) await raw(path, { 'x-forwarded-for': '192.0.2.4' });
  for (const ip of ['999.1.1.1', '::::', '1.2.3', 'fe80::1%eth0', '...', 'unknown', '::ffff:192.0.2.5'])
    await raw('/healthz', { 'x-forwarded-for': ip });
  await raw('/healthz', { 'x-forwarded-for': '192.0.2.6' });
  assert.equal((await logged('192.0.2.4')).length, odd.length);
  assert.equal((await logged('192.0.2.5')).length, 1);
  assert.equal((await logged('192.0.2.6')).length, 1);
});

test('a studio reads its own rows of the log and no others', async () => {
  const { rows } = await server.database.owner.query('select id from workspaces where slug = $1', [studio.slug]);
  const client = await server.database.owner.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('role', 'alloza_app', true), set_config('alloza.workspace', $1, true)", [
      rows[0].id,
    ]);
    const seen = await client.query('select distinct workspace_id from access_log');
    assert.deepEqual(seen.rows, [{ workspace_id: rows[0].id }]);
    await client.query('savepoint s');
    await assert.rejects(client.query('delete from access_log'), /permission denied/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('P03 a row lives for 90 days and not a second longer', async () => {
  const insert = (path: string, age: string) =>
    server.database.owner.query(
      `insert into access_log (at, ip, method, path, status, duration_ms, request_id)
       values (now() - interval '90 days' + $2::interval, '192.0.2.9', 'GET', $1, 200, 1, 'req_x')`,
      [path, age],
    );
  await insert('/young', '1 minute');
  await insert('/old', '-1 second');
  await server.database.owner.query(
    `insert into access_log (at, ip, method, path, status, duration_ms, request_id)
     select now() - interval '91 days', '192.0.2.9', 'GET', '/many', 200, 1, 'req_x' from generate_series(1, 2500)`,
  );
  const counts = await purgeOnce(server.app.services);
  assert.equal(counts.access_log, 2501, 'more than one batch goes');
  assert.deepEqual(
    (await logged('192.0.2.9')).map(({ path }) => path),
    ['/young'],
  );
});

test('what waits to be written is written before the server ends', async () => {
  const other = await startTestServer({ TRUSTED_PROXIES: '1' }, server.database);
  await fetch(`${other.url}/healthz`, { headers: { 'x-forwarded-for': '192.0.2.10' } });
  await other.stop();
  assert.equal((await logged('192.0.2.10')).length, 1);
});
