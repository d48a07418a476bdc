import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fill } from '../journeys/contract/caller.ts';
import type { Operation } from '../platform/openapi.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { freshNetwork, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
let operations: Operation[];
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
  operations = server.app.layer.contract.operations;
});
after(() => server.stop());

const isPublic = (operation: Operation): boolean => operation.auth !== 'none' && operation.auth.publishable === true;

/** Thirty origins that are not ours, among them spellings that careless comparisons take for ours. */
const origins = (): string[] => {
  const { port } = new URL(server.url);
  return [
    'null',
    'https://app.example.com',
    'https://app.example.com.evil',
    'http://app.example.com',
    'https://evil.example',
    'http://evil.example:80',
    `https://localhost:${port}`,
    `http://localhost:${port}.evil.example`,
    `http://evil.localhost:${port}`,
    `http://localhost.evil.example:${port}`,
    `http://localhost:${port}0`,
    'http://localhost',
    'http://localhost:80',
    `http://127.0.0.1:${port}`,
    `http://[::1]:${port}`,
    `http://LOCALHOST:${port}`,
    `http://localhost:${port}/`,
    `http://user@localhost:${port}`,
    `http://evil.example?${server.url}`,
    `http://evil.example#${server.url}`,
    `${server.url}@evil.example`,
    'file://',
    'data:',
    'chrome-extension://abcdefghijklmnop',
    'moz-extension://11111111-1111-1111-1111-111111111111',
    'capacitor://localhost',
    'ftp://localhost',
    'https://xn--lcalhost-0za.example',
    'http://localhost%00.evil.example',
    '*',
  ];
};

const allowed = (answer: Response) => ({
  origin: answer.headers.get('access-control-allow-origin'),
  credentials: answer.headers.get('access-control-allow-credentials'),
});
const nothing = { origin: null, credentials: null };
const anyone = { origin: '*', credentials: null };

test('no origin is ever reflected, and none is ever allowed credentials', async () => {
  assert.equal(new Set(origins()).size, 30);
  for (const origin of origins()) {
    for (const headers of [{ cookie: studio.cookie, 'alloza-workspace': studio.slug }, {}] as Record<
      string,
      string
    >[]) {
      const staff = await fetch(`${server.url}/v1/leads`, { headers: { origin, ...headers } });
      assert.deepEqual(allowed(staff), nothing, origin);
      const open = await fetch(`${server.url}/v1/workspace/public`, { headers: { origin, ...headers } });
      assert.deepEqual(allowed(open), anyone, origin);
    }
    const preflight = await fetch(`${server.url}/v1/leads`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });
    assert.deepEqual(allowed(preflight), anyone, origin);
  }
});

test('another origin reads nothing with a cookie: it is refused, not only hidden', async () => {
  for (const origin of origins()) {
    const answer = await fetch(`${server.url}/v1/leads`, {
      headers: { origin, cookie: studio.cookie, 'alloza-workspace': studio.slug },
    });
    assert.equal(answer.status, 403, origin);
  }
});

test('a preflight is answered for public operations alone, for two hours, without credentials', async () => {
  const paths = new Map<string, Operation[]>();
  for (const operation of operations) paths.set(operation.path, [...(paths.get(operation.path) ?? []), operation]);
  for (const [path, listed] of paths) {
    const open = listed.filter(isPublic).map((operation) => operation.method);
    const answer = await fetch(server.url + fill(path, { leadFormId: studio.formId }), {
      method: 'OPTIONS',
      headers: {
        origin: 'https://studio.example',
        'access-control-request-method': open[0] ?? listed[0]!.method,
        'access-control-request-headers': 'authorization, content-type, idempotency-key, alloza-proof',
      },
    });
    if (open.length === 0) {
      assert.equal(answer.status, 405, path);
      assert.deepEqual(allowed(answer), nothing, path);
      continue;
    }
    assert.equal(answer.status, 204, path);
    assert.deepEqual(allowed(answer), anyone, path);
    assert.equal(answer.headers.get('access-control-max-age'), '7200');
    assert.deepEqual(answer.headers.get('access-control-allow-methods')!.split(', ').sort(), [...open].sort());
    const headers = answer.headers.get('access-control-allow-headers')!.toLowerCase();
    for (const name of ['authorization', 'content-type', 'idempotency-key', 'alloza-proof'])
      assert.ok(headers.includes(name));
    assert.ok(!headers.includes('cookie') && !headers.includes('*'));
  }
});

test('a refusal to a public caller stays readable, with the headers a widget reads', async () => {
  const ask = (headers: Record<string, string>, body: unknown) =>
    fetch(`${server.url}/v1/leads`, {
      method: 'POST',
      headers: {
        origin: 'https://studio.example',
        'content-type': 'application/json',
        'x-forwarded-for': freshNetwork(),
        ...headers,
      },
      body: JSON.stringify(body),
    });
  const key = { authorization: `Bearer ${studio.publishableKey}` };
  const refusals = [
    await ask({ authorization: 'Bearer pk_live_nonsense' }, {}),
    await ask(key, { name: 'A' }),
    await ask(key, { unknown: true }),
    await ask({ ...key, 'content-type': 'text/plain' }, {}),
    await ask(
      { ...key, origin: 'https://other.example' },
      { name: 'A', email: 'a@example.com', formId: studio.formId },
    ),
  ];
  for (const answer of refusals) {
    assert.ok(answer.status >= 400);
    assert.deepEqual(allowed(answer), anyone, String(answer.status));
    const exposed = answer.headers.get('access-control-expose-headers')!.toLowerCase();
    for (const name of ['request-id', 'retry-after', 'ratelimit', 'idempotent-replayed', 'etag', 'link'])
      assert.ok(exposed.includes(name), name);
  }
});

test('a secret key is refused in a browser, also on public operations', async () => {
  for (const headers of [{ origin: 'https://studio.example' }, { 'sec-fetch-site': 'cross-site' }] as Record<
    string,
    string
  >[]) {
    for (const path of ['/v1/leads', '/v1/workspace/public']) {
      const answer = await fetch(server.url + path, {
        headers: { authorization: `Bearer ${studio.secretKey}`, ...headers },
      });
      assert.equal(answer.status, 403);
      assert.equal(((await answer.json()) as { code: string }).code, 'secret_key_in_browser');
    }
  }
});

test('pages and sign-in answer no other origin', async () => {
  for (const path of ['/app', '/auth/callback/credentials', `/f/${studio.slug}/default`, '/healthz', '/readyz']) {
    for (const method of ['GET', 'OPTIONS']) {
      const answer = await fetch(server.url + path, { method, headers: { origin: 'https://evil.example' } });
      assert.deepEqual(allowed(answer), nothing, `${method} ${path}`);
    }
  }
});

test('a hostile preflight does not hold the server up', async () => {
  const started = performance.now();
  const answer = await fetch(`${server.url}/v1/leads`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://studio.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': `${' ,'.repeat(7000)}x`,
    },
  });
  assert.equal(answer.status, 204);
  assert.ok(performance.now() - started < 500);
});
