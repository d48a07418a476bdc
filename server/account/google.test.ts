import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import {
  freshEmail,
  mailsTo,
  password,
  post,
  register,
  registration,
  session,
  signIn,
  tokenOf,
  waitForMail,
} from './testing-account.ts';
import { CookieJar, type Person, throughGoogle, whoIs } from './testing-google.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

let people = 0;
const gmail = (more: Partial<Person> = {}): Person => {
  people += 1;
  return { email: `g.person.${people}@gmail.com`, name: 'Gina Person', ...more };
};
const rows = async (text: string, ...values: unknown[]) => (await server.database.owner.query(text, values)).rows;
const users = (email: string) => rows('select * from users where email = $1', email);
const linked = (email: string) => rows('select * from identities where email = $1', email);

test('somebody new whom Google vouches for has an account, and sees how they can sign in', async () => {
  const person = gmail();
  const { jar, status, location } = await throughGoogle(server, person);
  assert.deepEqual([status, location], [302, '/app']);
  const account = await whoIs(server, jar);
  assert.partialDeepStrictEqual(account, {
    name: 'Gina Person',
    email: person.email,
    hasPassword: false,
    googleEmail: person.email,
    workspaces: [],
  });
});

test('P01 of Google name, e-mail and picture are kept, and no token', async () => {
  const person = gmail({ picture: 'https://lh3.example/me.png' });
  const { jar } = await throughGoogle(server, person);
  assert.equal((await whoIs(server, jar))?.pictureUrl, person.picture);
  const [user] = await users(person.email);
  assert.deepEqual(
    Object.entries(user)
      .filter(([, value]) => value !== null && !(value instanceof Date))
      .map(([name]) => name)
      .sort(),
    ['email', 'id', 'name', 'picture_url', 'version'],
  );
  const [identity] = await linked(person.email);
  assert.deepEqual(Object.keys(identity).sort(), ['created_at', 'email', 'provider', 'subject', 'user_id']);
  const tables = await rows(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  for (const { name } of tables) {
    const held = await rows(`select 1 from ${name} t where t::text like '%sandbox-%' or t::text like '%eyJ%'`);
    assert.equal(held.length, 0, name);
  }
});

test('P07 exactly one cookie outlives signing in with Google, as with a password', async () => {
  const { jar } = await throughGoogle(server, gmail());
  assert.deepEqual(jar.names, ['__Host-alloza']);
  const refused = await throughGoogle(server, 'deny');
  assert.deepEqual(refused.jar.names, []);
});

test('the same person signs in again to the same account, whatever their address is by now', async () => {
  const person = gmail({ sub: '1000001' });
  const first = await whoIs(server, (await throughGoogle(server, person)).jar);
  const renamed = await whoIs(server, (await throughGoogle(server, { ...person, email: 'g.renamed@gmail.com' })).jar);
  assert.equal(renamed?.id, first?.id);
  assert.equal(renamed?.email, person.email, 'the address of the account is changed only by its holder');
  assert.equal((await users('g.renamed@gmail.com')).length, 0);
});

test('an account with a password and the same proven address is linked, and its holder told', async () => {
  const person = gmail();
  await register(server, person.email);
  const { jar } = await throughGoogle(server, person);
  const account = await whoIs(server, jar);
  assert.partialDeepStrictEqual(account, { hasPassword: true, googleEmail: person.email });
  assert.equal(account?.workspaces.length, 2);
  assert.match((await waitForMail(server, person.email, 2)).subject, /sign in with Google/);
  await throughGoogle(server, person);
  assert.equal(mailsTo(server, person.email).filter(({ subject }) => /Google/.test(subject)).length, 1);
});

test('a registration that was never verified gets nothing of an account that Google opens', async () => {
  const person = gmail();
  await post(server, '/v1/account/register', registration(person.email, { name: 'Mallory' }));
  const token = tokenOf(await waitForMail(server, person.email));
  const { jar } = await throughGoogle(server, person);
  const account = await whoIs(server, jar);
  assert.deepEqual([account?.name, account?.workspaces.length], ['Gina Person', 0]);
  const answer = await post(server, '/v1/account/verify-email', { token, password });
  assert.equal(answer.status, 409);
  assert.equal((await users(person.email))[0].password_hash, null);
});

const unproven: [string, (email: string) => Person][] = [
  ['that Google has not verified', (email) => ({ email, verified: false })],
  ['that is not of Google, though it was verified once', (email) => ({ email })],
  ['of Gmail that is not verified', () => gmail({ verified: false })],
  ['of a domain of Google that is not verified', (email) => ({ email, hosted: true, verified: false })],
];
for (const [what, personOf] of unproven) {
  test(`an address ${what} opens and links nothing, and the answer does not tell who has an account`, async () => {
    const [stranger, holder] = [personOf(freshEmail()), personOf(freshEmail())];
    await register(server, holder.email);
    const seen: string[] = [];
    for (const person of [stranger, holder]) {
      const { jar, location } = await throughGoogle(server, person);
      assert.deepEqual(jar.names, []);
      assert.equal((await linked(person.email)).length, 0);
      const [path, fragment] = location.split('#') as [string, string];
      assert.deepEqual([...new URLSearchParams(fragment).keys()], ['email', 'link']);
      seen.push(path);
    }
    assert.deepEqual(seen, ['/app/sign-in?google=unproven', '/app/sign-in?google=unproven']);
    assert.equal((await users(stranger.email)).length, 0);
  });
}

const linkOf = (location: string) => new URLSearchParams(location.split('#')[1]).get('link')!;
const signInWith = (email: string, secret: string, link: string) =>
  fetch(`${server.url}/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, 'x-forwarded-for': freshNetwork() },
    body: new URLSearchParams({ email, password: secret, link }),
  });

test('whoever knows the password links such an address, once; nobody else does', async () => {
  const person: Person = { email: freshEmail(), sub: '2000001' };
  const other = freshEmail();
  await Promise.all([register(server, person.email), register(server, other)]);
  const link = linkOf((await throughGoogle(server, person)).location);
  await signInWith(person.email, 'not the password', link);
  assert.equal((await linked(person.email)).length, 0, 'a wrong password links nothing');
  const stranger = new CookieJar();
  stranger.take(await signInWith(other, password, link));
  assert.ok(await whoIs(server, stranger), 'another account is signed in to');
  assert.equal((await linked(person.email)).length, 0, 'and linked to nothing');
  const again = linkOf((await throughGoogle(server, person)).location);
  const jar = new CookieJar();
  jar.take(await signInWith(person.email, password, again));
  assert.equal((await whoIs(server, jar))?.googleEmail, person.email);
  const { jar: byGoogle } = await throughGoogle(server, person);
  assert.equal((await whoIs(server, byGoogle))?.email, person.email);
});

test('another Google account with the address of a linked one is not let in', async () => {
  const person = gmail({ sub: '3000001' });
  await throughGoogle(server, person);
  const { jar, location } = await throughGoogle(server, { ...person, sub: '3000002' });
  assert.deepEqual([location, jar.names], ['/app/sign-in?google=taken', []]);
});

test('of ten tabs that arrive at once, one opens the account and all are signed in', async () => {
  const person = gmail();
  const tabs = await Promise.all(Array.from({ length: 10 }, () => throughGoogle(server, person)));
  assert.deepEqual([...new Set(tabs.map(({ location }) => location))], ['/app']);
  assert.equal((await users(person.email)).length, 1);
});

test('an account without a password sets one by mail, and keeps both ways to sign in', async () => {
  const person = gmail();
  const { jar } = await throughGoogle(server, person);
  const unlink = (cookie: string) =>
    post(server, '/v1/account/unlink-google', {}, { headers: { cookie, origin: server.url } });
  const refused = await unlink(jar.header);
  assert.deepEqual([refused.status, (await refused.json()).code], [409, 'only_sign_in']);
  const wrong = await signIn(server, person.email, 'any password at all');
  assert.equal(wrong.headers.getSetCookie().length, 0);
  await post(server, '/v1/account/request-password-reset', { email: person.email });
  const token = tokenOf(await waitForMail(server, person.email));
  assert.equal((await post(server, '/v1/account/reset-password', { token, password })).status, 200);
  assert.equal(await whoIs(server, jar), null, 'sessions from before have ended');
  await throughGoogle(server, person);
  const cookie = await session(server, person.email);
  assert.partialDeepStrictEqual(await whoIs(server, new CookieJar(cookie)), {
    hasPassword: true,
    googleEmail: person.email,
  });
  for (const _twice of [1, 2]) assert.equal((await unlink(cookie)).status, 204);
  assert.equal((await whoIs(server, new CookieJar(cookie)))?.googleEmail, null);
  await waitForMail(server, person.email, 3);
  assert.match(mailsTo(server, person.email)[0]!.subject, /no longer/);
});

test('a new password ends what was linked by somebody who knew the former one', async () => {
  const person: Person = { email: freshEmail(), sub: '4000001' };
  await register(server, person.email);
  await signInWith(person.email, password, linkOf((await throughGoogle(server, person)).location));
  assert.equal((await linked(person.email)).length, 1);
  const cookie = await session(server, person.email);
  const change = { currentPassword: password, newPassword: 'another good password' };
  const changed = await post(server, '/v1/account/change-password', change, {
    headers: { cookie, origin: server.url },
  });
  assert.equal(changed.status, 200);
  assert.equal((await linked(person.email)).length, 0);
  assert.match((await throughGoogle(server, person)).location, /google=unproven/);
});
