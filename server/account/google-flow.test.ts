import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import { ownAddress, personOf } from './google-flow.ts';
import { CookieJar, choose, comeBack, startGoogle, throughGoogle, trouble, whoIs } from './testing-google.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

let people = 0;
const somebody = () => {
  people += 1;
  return { email: `f.person.${people}@gmail.com`, name: 'Frida' };
};
const sessions = async () => (await server.database.owner.query('select 1 from sessions')).rowCount;

test('the way to Google carries state, a PKCE challenge of S256 and a nonce, and asks for the person alone', async () => {
  const jar = new CookieJar();
  const url = await startGoogle(server, jar);
  const { state, nonce, code_challenge: challenge, ...rest } = Object.fromEntries(url.searchParams);
  for (const random of [state, nonce, challenge]) assert.ok(random!.length >= 43);
  assert.deepEqual(rest, {
    response_type: 'code',
    client_id: 'sandbox',
    redirect_uri: `${server.url}/auth/callback/google`,
    scope: 'openid profile email',
    code_challenge_method: 'S256',
  });
  assert.deepEqual(
    jar.names,
    ['back', 'nonce', 'pkce', 'state'].map((name) => `__Host-sign-in-${name}`),
  );
});

test('only our own pages start it', async () => {
  const start = (headers: Record<string, string>) =>
    fetch(`${server.url}/auth/signin/google`, { method: 'POST', headers, body: new URLSearchParams() });
  for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`])
    assert.equal((await start({ origin })).status, 403, origin);
  assert.equal((await start({ cookie: '__Host-alloza=x' })).status, 403);
  assert.equal((await fetch(`${server.url}/auth/signin/google`)).status, 404);
});

const refusals: [string, (back: URL, jar: CookieJar) => unknown, RegExp][] = [
  ['another state', (back) => back.searchParams.set('state', 'x'), /google=(failed|expired)$/],
  ['no state', (back) => back.searchParams.delete('state'), /google=(failed|expired)$/],
  ['no code', (back) => back.searchParams.delete('code'), /google=(failed|expired)$/],
  ['another issuer', (back) => back.searchParams.set('iss', 'https://evil.example'), /google=failed$/],
  ["another browser's cookies", () => new CookieJar(), /google=expired$/],
  ['a planted cookie', () => new CookieJar('__Host-sign-in-state=x; __Host-sign-in-pkce=x'), /google=expired$/],
];
for (const [what, change, expected] of refusals) {
  test(`a way back with ${what} signs nobody in`, async () => {
    const before = await sessions();
    const jar = new CookieJar();
    const back = await choose(await startGoogle(server, jar), somebody());
    const other = change(back, jar);
    const used = other instanceof CookieJar ? other : jar;
    const answer = await comeBack(used, back);
    assert.match(answer.headers.get('location')!, expected);
    assert.equal(
      answer.headers.getSetCookie().some((cookie) => cookie.startsWith('__Host-alloza=')),
      false,
    );
    assert.equal(await sessions(), before);
  });
}

test("a code of somebody else's way does not fit this one's verifier", async () => {
  const [mine, theirs] = [new CookieJar(), new CookieJar()];
  const back = await choose(await startGoogle(server, mine), somebody());
  const stolen = await choose(await startGoogle(server, theirs), somebody());
  back.searchParams.set('code', stolen.searchParams.get('code')!);
  assert.match((await comeBack(mine, back)).headers.get('location')!, /google=expired$/);
});

test('a way back works once', async () => {
  const jar = new CookieJar();
  const back = await choose(await startGoogle(server, jar), somebody());
  const kept = new CookieJar(jar.header);
  await comeBack(jar, back);
  assert.ok(await whoIs(server, jar));
  assert.match((await comeBack(kept, back)).headers.get('location')!, /google=expired$/);
  assert.match((await comeBack(jar, back)).headers.get('location')!, /google=expired$/);
});

const claims: [string, object][] = [
  ['another nonce', { nonce: 'x' }],
  ['another audience', { aud: 'somebody-else' }],
  ['another issuer', { iss: 'https://evil.example' }],
  ['an end in the past', { exp: 1_700_000_000 }],
  ['no e-mail', { email: null }],
  ['an address that is none', { email: 'not an address' }],
  ['no subject', { sub: '' }],
];
for (const [what, change] of claims) {
  test(`an ID token with ${what} signs nobody in`, async () => {
    await trouble(server, 'claims', change);
    const { jar, location } = await throughGoogle(server, somebody());
    assert.deepEqual([location, jar.names], ['/app/sign-in?google=failed', []]);
  });
}

const troubles: [string, 'fail' | 'drop' | 'hang', object, string][] = [
  ['answers 500', 'fail', { status: 500 }, 'failed'],
  ['answers 200 with HTML', 'fail', { status: 200, body: '<h1>Hello</h1>' }, 'failed'],
  ['answers 10 MB', 'fail', { status: 200, body: 'x'.repeat(10_000_000) }, 'failed'],
  ['sends elsewhere', 'fail', { status: 302, location: 'http://127.0.0.1:1/' }, 'failed'],
  ['says that the code has run out', 'fail', { status: 400, name: 'invalid_grant' }, 'expired'],
  ['hangs up', 'drop', {}, 'failed'],
  ['never answers', 'hang', { ms: 60_000 }, 'failed'],
];
for (const [what, kind, body, refusal] of troubles) {
  test(`when Google ${what}, the sign-in page says so within seconds, and the next try works`, async () => {
    await trouble(server, kind, body);
    const { jar, location } = await throughGoogle(server, somebody());
    assert.deepEqual([location, jar.names], [`/app/sign-in?google=${refusal}`, []]);
    assert.equal((await throughGoogle(server, somebody())).location, '/app');
  });
}

test('whoever cancels at Google is told that nothing has happened', async () => {
  assert.equal((await throughGoogle(server, 'deny')).location, '/app/sign-in?google=denied');
});

test('a Google that is not there is a problem to try again, not an error of ours', async () => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  await using alone = await startTestServer({
    GOOGLE_CLIENT_ID: 'id',
    GOOGLE_CLIENT_SECRET: 'secret',
    GOOGLE_ISSUER: `http://localhost:${port}`,
  });
  const headers = { origin: alone.url };
  const answer = await fetch(`${alone.url}/auth/signin/google`, { method: 'POST', headers, body: '' });
  assert.equal(answer.status, 503);
  assert.ok(answer.headers.get('retry-after'));
});

test('after sign-in people go on where they were, and never to another site', async () => {
  const studio = '/app/a-studio/leads?status=open#top';
  assert.equal((await throughGoogle(server, somebody(), { next: studio })).location, studio);
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/%09/evil.example',
    'https:evil.example',
    'https://evil.example',
  ];
  elsewhere.push(
    '/app\\..\\..\\evil',
    '/app/../v1/account',
    '/application',
    '/app@evil.example',
    'javascript:alert(1)',
  );
  elsewhere.push('/app/%2e%2e/v1', '/app\t', '\t//evil.example', '', 'app', '/auth/signout', '//evil.example/app');
  for (const wish of elsewhere) assert.equal(ownAddress('https://app.example', wish), 'https://app.example/app', wish);
  for (const wish of ['/app', '/app/', '/app?x=1', '/app/join#token=abc', '/app/a/b'])
    assert.equal(ownAddress('https://app.example', wish), `https://app.example${wish}`);
  assert.equal((await throughGoogle(server, somebody(), { next: '//evil.example' })).location, '/app');
});

test('a planted address to go on to is no way out either', async () => {
  const jar = new CookieJar();
  const back = await choose(await startGoogle(server, jar), somebody());
  const planted = new CookieJar(
    jar.header.replace(/__Host-sign-in-back=[^;]*/, '__Host-sign-in-back=https%3A%2F%2Fevil.example%2F'),
  );
  assert.equal((await comeBack(planted, back)).headers.get('location'), `${server.url}/app`);
});

test('one network has 60 tries in a quarter of an hour', async () => {
  const from = freshNetwork();
  for (let tries = 0; tries < 60; tries += 1)
    await comeBack(new CookieJar(), new URL(`${server.url}/auth/callback/google`), from);
  const answer = await comeBack(new CookieJar(), new URL(`${server.url}/auth/callback/google`), from);
  assert.equal(answer.status, 429);
});

test('Google is sure of its own addresses and its customers’ domains, if they are verified', () => {
  const claims = { sub: '1', email: 'Ana@Gmail.com', email_verified: true };
  assert.partialDeepStrictEqual(personOf(claims), { email: 'ana@gmail.com', isProven: true, name: 'ana' });
  for (const [change, isProven] of [
    [{ email_verified: false }, false],
    [{ email_verified: 'true' }, false],
    [{ email_verified: undefined }, false],
    [{ email: 'a@studio.example' }, false],
    [{ email: 'a@studio.example', hd: '' }, false],
    [{ email: 'a@studio.example', hd: 'studio.example' }, true],
    [{ email: 'a@gmail.com.evil.example' }, false],
    [{ email: 'a@evil-gmail.com' }, false],
  ] as const)
    assert.equal(personOf({ ...claims, ...change })!.isProven, isProven, JSON.stringify(change));
  for (const picture of ['http://x.example/a.png', 'javascript:1', 1, `https://x.example/${'a'.repeat(2000)}`])
    assert.equal(personOf({ ...claims, picture })!.pictureUrl, null);
  assert.equal(personOf({ ...claims, name: ` ${'x'.repeat(500)}\u0000` })!.name.length, 120);
});
