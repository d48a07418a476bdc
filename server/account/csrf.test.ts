import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fill } from '../journeys/contract/caller.ts';
import { type Call, fixtures } from '../journeys/contract/fixtures.ts';
import type { Operation } from '../platform/openapi.ts';
import { startTestServer, type TestServer, testPassword } from '../platform/testing.ts';
import { settle, snapshot } from '../platform/testing-snapshot.ts';
import { freshNetwork, openStudio, type Studio } from '../platform/testing-studio.ts';
import { cookieOf, isSignedIn, signIn } from './testing-account.ts';

let server: TestServer;
let studio: Studio;
let unsafe: { operation: Operation; call: Call }[];
let safe: { operation: Operation; call: Call }[];

before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
  const prepared = [];
  for (const operation of server.app.layer.contract.operations.filter((each) => !each.stream)) {
    prepared.push({ operation, call: await fixtures[operation.id as keyof typeof fixtures](studio) });
  }
  unsafe = prepared.filter(({ operation }) => operation.method !== 'GET');
  safe = prepared.filter(({ operation }) => operation.method === 'GET');
  await settle(server.database);
});
after(() => server.stop());

/** Where a forged request may come from: the headers a browser would send along. */
const strangers = (): Record<string, string>[] => {
  const { port } = new URL(server.url);
  const origins = [
    'null',
    'https://evil.example',
    `http://evil.localhost:${port}`,
    `http://localhost:${Number(port) + 1}`,
    `https://localhost:${port}`,
    `http://localhost:${port}.evil.example`,
    `http://localhost`,
    `${server.url}/`,
    server.url.toUpperCase(),
  ];
  return [
    {},
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site' },
    ...origins.map((origin) => ({ origin })),
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ];
};

/** What a form of another page can send without a preflight. */
const simpleTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''];

/** Sends a valid call with the victim's cookie. `type` replaces the content type; '' leaves it out. */
async function forge({ operation, call }: (typeof unsafe)[number], headers: Record<string, string>, type?: string) {
  const { path, query, body, raw, headers: { 'content-type': ownType, ...own } = {} as Record<string, string> } = call;
  const search = query ? `?${new URLSearchParams(query)}` : '';
  const content = raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)));
  const usual = Object.keys(operation.body)[0];
  const contentType = type ?? ownType ?? usual ?? '';
  return fetch(server.url + fill(operation.path, path) + search, {
    method: operation.method,
    headers: {
      cookie: studio.cookie,
      'alloza-workspace': studio.slug,
      'x-forwarded-for': freshNetwork(),
      ...own,
      ...(contentType ? { 'content-type': contentType } : {}),
      ...headers,
    },
    // A stream gets no content type of its own from fetch.
    ...(content ? { body: new Blob([new Uint8Array(content)]).stream(), duplex: 'half' } : {}),
  } as RequestInit);
}

test('with a valid cookie, no unsafe operation runs unless its request comes from our own page', async () => {
  const before = await snapshot(server.database);
  let count = 0;
  for (const each of unsafe) {
    for (const headers of strangers()) {
      const answer = await forge(each, headers);
      assert.equal(answer.status, 403, `${each.operation.id} with ${JSON.stringify(headers)}`);
      count += 1;
    }
  }
  assert.deepEqual(await snapshot(server.database), before, 'nothing was written');
  assert.ok(count > 250);
});

test('with a valid cookie and our own Origin, no unsafe operation takes what a plain form can send', async () => {
  const before = await snapshot(server.database);
  for (const each of unsafe.filter(({ operation }) => Object.keys(operation.body).length > 0)) {
    for (const type of simpleTypes) {
      const answer = await forge(each, { origin: server.url }, type);
      assert.ok([403, 415].includes(answer.status), `${each.operation.id} as ${type}: ${answer.status}`);
    }
  }
  assert.deepEqual(await snapshot(server.database), before, 'nothing was written');
});

test('reading changes nothing, by GET or by HEAD', async () => {
  const read = async (method: string) => {
    for (const { operation, call } of safe) {
      const search = call.query ? `?${new URLSearchParams(call.query)}` : '';
      const answer = await fetch(server.url + fill(operation.path, call.path) + search, {
        method,
        headers: { cookie: studio.cookie, 'alloza-workspace': studio.slug },
      });
      assert.ok(answer.status < 500, `${method} ${operation.id}: ${answer.status}`);
      await answer.body?.cancel();
    }
  };
  await read('GET');
  await settle(server.database);
  const before = await snapshot(server.database);
  await read('GET');
  await read('HEAD');
  assert.deepEqual(await snapshot(server.database), before);
});

test('the same call from our own page runs: what is refused is where it comes from', async () => {
  const update = unsafe.find(({ operation }) => operation.id === 'leads.update')!;
  assert.equal((await forge(update, { origin: server.url })).status, 200);
});

test('another page can neither sign a visitor in nor out', async () => {
  const before = await snapshot(server.database);
  for (const headers of strangers()) {
    if (Object.keys(headers).length === 0 || headers['sec-fetch-site'] === 'same-origin') continue;
    const answer = await fetch(`${server.url}/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'x-forwarded-for': freshNetwork(), ...headers },
      body: new URLSearchParams({ email: studio.email, password: testPassword }),
    });
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  for (const headers of strangers()) {
    const answer = await fetch(`${server.url}/auth/signout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: studio.cookie, ...headers },
    });
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  assert.deepEqual(await snapshot(server.database), before);
  assert.ok(await isSignedIn(server, studio.cookie));
});

test('signing in takes a form from our own page and nothing else', async () => {
  for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
    const answer = await signIn(server, studio.email, testPassword, { headers: { 'content-type': type } });
    assert.equal(answer.status, 415, type);
    assert.equal(cookieOf(answer), undefined);
  }
});
