import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import { freshEmail, mailsTo, password, post, register, session, tokenOf, waitForMail } from './testing-account.ts';
import { CookieJar, choose, comeBack, type Person, startGoogle, throughGoogle, whoIs } from './testing-google.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

const here = '/app/a-studio/settings/account';
let people = 0;
const googler = (more: Partial<Person> = {}): Person => {
  people += 1;
  return { email: `l.person.${people}@gmail.com`, name: 'Lia Person', ...more };
};

/** Somebody with a password, signed in. */
async function holder() {
  const email = freshEmail();
  await register(server, email);
  return { email, jar: new CookieJar(await session(server, email)) };
}

const ask = (jar: CookieJar, fields: Record<string, string> = { password }, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/auth/link/google`, {
    method: 'POST',
    headers: { origin: server.url, cookie: jar.header, 'x-forwarded-for': freshNetwork(), ...headers },
    body: new URLSearchParams({ next: here, ...fields }),
  });

/** What the button of the account's page does. Answers Google's address. */
async function start(jar: CookieJar): Promise<URL> {
  const answer = jar.take(await ask(jar));
  assert.equal(answer.status, 200);
  return new URL(((await answer.json()) as { url: string }).url);
}

async function link(jar: CookieJar, person: Person | 'deny'): Promise<string> {
  const answer = await comeBack(jar, await choose(await start(jar), person));
  return answer.headers.get('location')!;
}

const linked = async (jar: CookieJar) => (await whoIs(server, jar))?.googleEmail;
const sessions = async () => (await server.database.owner.query('select 1 from sessions')).rowCount;

test('whoever is signed in links a Google account of any address by the password, and is told by mail', async () => {
  const { email, jar } = await holder();
  const person = googler();
  const before = await sessions();
  assert.equal(await link(jar, person), `${here}?google=linked`);
  assert.equal(await linked(jar), person.email);
  assert.deepEqual(jar.names, ['__Host-alloza'], 'nothing of the way stays in the browser');
  assert.equal(await sessions(), before, 'the session is the one from before');
  assert.match((await waitForMail(server, email, 2)).subject, /sign in with Google/);
  assert.equal((await whoIs(server, (await throughGoogle(server, person)).jar))?.email, email);
  assert.equal(await link(jar, person), `${here}?google=linked`, 'twice is no error');
  assert.equal(mailsTo(server, email).filter(({ subject }) => /Google/.test(subject)).length, 1);
  const changes = await server.database.owner.query(
    "select 1 from changes where action = 'google_linked' and subject_id = (select id from users where email = $1)",
    [email],
  );
  assert.equal(changes.rowCount, 1);
});

test('it takes a session, the password, and a page of ours', async () => {
  const { jar } = await holder();
  const answers: [string, Promise<Response>, number, string][] = [
    ['without a session', ask(new CookieJar()), 401, 'unauthenticated'],
    ['with an invented one', ask(new CookieJar('__Host-alloza=x')), 401, 'unauthenticated'],
    ['without the password', ask(jar, {}), 422, 'password_wrong'],
    ['with another password', ask(jar, { password: 'not the password' }), 422, 'password_wrong'],
    ['with a huge one', ask(jar, { password: 'x'.repeat(2000) }), 413, 'body_too_large'],
    ...['https://evil.example', 'null', `${server.url}.evil.example`].map(
      (origin): [string, Promise<Response>, number, string] => [
        `from ${origin}`,
        ask(jar, { password }, { origin }),
        403,
        'csrf_refused',
      ],
    ),
  ];
  for (const [what, sent, status, code] of answers) {
    const answer = await sent;
    assert.deepEqual([answer.status, (await answer.json()).code], [status, code], what);
    assert.deepEqual(answer.headers.getSetCookie(), [], what);
  }
  assert.equal((await fetch(`${server.url}/auth/link/google`, { headers: { cookie: jar.header } })).status, 404);
  assert.equal(await linked(jar), null);
});

test('ten wrong passwords are enough, and the right one is not looked at then', async () => {
  const { jar } = await holder();
  for (let tries = 0; tries < 10; tries += 1)
    assert.equal((await ask(jar, { password: `guess ${tries}` })).status, 422);
  assert.equal((await ask(jar)).status, 429);
});

const strangers: [string, (jar: CookieJar) => Promise<CookieJar>][] = [
  [
    'somebody else has signed in meanwhile',
    async (jar) => {
      const other = await holder();
      return new CookieJar(`${jar.header.replace(/__Host-alloza=[^;]*/, other.jar.header)}`);
    },
  ],
  [
    'the session has ended meanwhile',
    async (jar) => {
      await fetch(`${server.url}/auth/signout`, {
        method: 'POST',
        headers: { origin: server.url, cookie: jar.header },
      });
      return jar;
    },
  ],
  [
    'the person has signed in anew',
    async (jar) => {
      const me = await whoIs(server, jar);
      return new CookieJar(jar.header.replace(/__Host-alloza=[^;]*/, await session(server, me!.email)));
    },
  ],
  [
    'what binds it to the session was planted',
    async (jar) => new CookieJar(jar.header.replace(/__Host-sign-in-link=[^;]*/, '__Host-sign-in-link=planted')),
  ],
];
for (const [what, change] of strangers) {
  test(`if ${what}, the way back links nothing and signs nobody in`, async () => {
    const { jar } = await holder();
    const person = googler();
    const back = await choose(await start(jar), person);
    const before = await sessions();
    const other = await change(jar);
    const opened = (await sessions())! - before!;
    const answer = await comeBack(other, back);
    assert.equal(answer.headers.get('location'), `${here}?google=expired`);
    assert.equal((await sessions())! - before! - opened, 0);
    const found = await server.database.owner.query('select 1 from identities where email = $1', [person.email]);
    assert.equal(found.rowCount, 0);
    assert.equal(
      (await server.database.owner.query('select 1 from users where email = $1', [person.email])).rowCount,
      0,
    );
  });
}

test("a way back with somebody else's code or state links nothing", async () => {
  const { jar } = await holder();
  const attacker = await holder();
  const theirs = await choose(await start(attacker.jar), googler());
  const own = await choose(await start(jar), googler());
  const mixed = new URL(own);
  mixed.searchParams.set('code', theirs.searchParams.get('code')!);
  const kept = jar.header;
  for (const back of [theirs, mixed]) {
    const answer = await comeBack(new CookieJar(kept), back);
    assert.match(answer.headers.get('location')!, /\?google=(expired|failed)$/);
  }
  assert.equal(await linked(new CookieJar(kept)), null);
});

test('a sign-in begun afterwards is a sign-in: it is linked to nobody who happens to be signed in', async () => {
  const { jar } = await holder();
  await start(jar);
  const person = googler();
  const back = await choose(await startGoogle(server, jar), person);
  assert.equal(jar.names.includes('__Host-sign-in-link'), false);
  const other = jar.header;
  await comeBack(jar, back);
  assert.equal((await whoIs(server, jar))?.email, person.email, 'an account of their own');
  assert.equal(await linked(new CookieJar(other.split('; ').find((pair) => pair.startsWith('__Host-alloza=')))), null);
});

test('an address that Google has not verified is linked to nothing; one verified there once may be', async () => {
  const { jar } = await holder();
  assert.equal(await link(jar, googler({ verified: false })), `${here}?google=unverified`);
  assert.equal(await linked(jar), null);
  const kept: Person = { email: 'lia@former-provider.example', sub: '7000001' };
  assert.equal(await link(jar, kept), `${here}?google=linked`);
  assert.equal(await linked(jar), kept.email);
});

test("a Google account that opens another account, and a second one, are refused; nobody's account changes hands", async () => {
  const person = googler();
  const { jar: theirs } = await throughGoogle(server, person);
  const { jar } = await holder();
  assert.equal(await link(jar, person), `${here}?google=taken`);
  assert.equal(await linked(jar), null);
  assert.equal(await linked(theirs), person.email);
  await link(jar, googler());
  const first = await linked(jar);
  assert.equal(await link(jar, googler()), `${here}?google=taken`);
  assert.equal(await linked(jar), first);
});

test('of six ways back at once with one Google account, one account is linked', async () => {
  const person = googler();
  const all = await Promise.all(Array.from({ length: 6 }, holder));
  const ends = await Promise.all(all.map(({ jar }) => link(jar, person)));
  assert.deepEqual(ends.filter((end) => end.endsWith('linked')).length, 1);
  assert.deepEqual(ends.filter((end) => end.endsWith('taken')).length, 5);
});

test('whoever cancels at Google is back where they were, with nothing linked; no other site is gone on to', async () => {
  const { jar } = await holder();
  assert.equal(await link(jar, 'deny'), `${here}?google=denied`);
  const answer = jar.take(await ask(jar, { password, next: '//evil.example' }));
  const back = await choose(new URL(((await answer.json()) as { url: string }).url), googler());
  assert.equal((await comeBack(jar, back)).headers.get('location'), '/app?google=linked');
});

test('an invitation is still there after signing in with Google, and after being refused', async () => {
  const page = '/app/join#token=a-secret-of-a-mail';
  const jar = new CookieJar();
  const authorize = await startGoogle(server, jar, page);
  assert.equal(authorize.href.includes('a-secret-of-a-mail'), false, 'Google is told nothing of it');
  const back = await choose(authorize, googler());
  assert.equal(back.href.includes('a-secret-of-a-mail'), false);
  assert.equal((await comeBack(jar, back)).headers.get('location'), server.url + page);
  assert.deepEqual(jar.names, ['__Host-alloza']);
  const denied = await throughGoogle(server, 'deny', { next: page });
  assert.equal(denied.location, '/app/join?google=denied#token=a-secret-of-a-mail');
  const unproven = await throughGoogle(server, { email: freshEmail() }, { next: page });
  const [path, fragment] = unproven.location.split('#');
  assert.equal(path, '/app/join?google=unproven');
  assert.deepEqual([...new URLSearchParams(fragment).keys()], ['token', 'email', 'link']);
});

test('whoever signs in with Google alone sets a password by mail before anything that asks for one', async () => {
  const person = googler();
  const { jar } = await throughGoogle(server, person);
  const refused = await ask(jar);
  assert.deepEqual([refused.status, (await refused.json()).code], [409, 'password_missing']);
  const headers = { cookie: jar.header, origin: server.url };
  const opened = await post(server, '/v1/workspaces', { name: 'Lia Pictures' }, { headers });
  const { id, slug } = (await opened.json()) as { id: string; slug: string };
  const [own] = (await whoIs(server, jar))!.workspaces.filter((one) => one.id === id);
  const handOver = (as: CookieJar) =>
    post(
      server,
      `/v1/members/${own!.memberId}/transfer-ownership`,
      { password },
      { headers: { cookie: as.header, origin: server.url, 'alloza-workspace': slug } },
    );
  const kept = await handOver(jar);
  assert.deepEqual([kept.status, (await kept.json()).code], [409, 'password_missing']);
  for (const [path, body] of [
    ['change-email', { email: freshEmail(), password }],
    ['change-password', { currentPassword: password, newPassword: 'another good password' }],
  ] as const) {
    const answer = await post(server, `/v1/account/${path}`, body, { headers });
    assert.deepEqual([answer.status, (await answer.json()).code], [409, 'password_missing'], path);
  }
  await post(server, '/v1/account/request-password-reset', { email: person.email });
  const token = tokenOf(await waitForMail(server, person.email));
  assert.equal((await post(server, '/v1/account/reset-password', { token, password })).status, 200);
  const after = new CookieJar(await session(server, person.email));
  assert.equal((await handOver(after)).status, 200);
  const asked = await post(
    server,
    '/v1/account/change-email',
    { email: freshEmail(), password },
    { headers: { cookie: after.header, origin: server.url } },
  );
  assert.equal(asked.status, 202);
});
