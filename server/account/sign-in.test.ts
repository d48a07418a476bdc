import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '../platform/context.ts';
import { noWorkspace } from '../platform/database.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';
import { signIn as verifyAndOpen } from './sign-in.ts';
import {
  cookieOf,
  countHashing,
  freshEmail,
  headerNames,
  isSignedIn,
  password,
  register,
  session,
  signIn,
} from './testing-account.ts';

let server: TestServer;
let email: string;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  email = freshEmail();
  await register(server, email);
});
after(() => server.stop());

const signOut = (cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/auth/signout`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, cookie, ...headers },
  });

test('P07 exactly one cookie outlives sign-in, httpOnly, Secure, SameSite=Lax, for the whole origin and no other', async () => {
  const answer = await signIn(server, email);
  const [cookie, ...others] = answer.headers.getSetCookie();
  assert.deepEqual(others, []);
  const [pair, ...attributes] = cookie!.split('; ');
  assert.match(pair!, /^__Host-alloza=\S{100,}$/);
  const names = attributes.map((attribute) => attribute.split('=')[0]);
  assert.deepEqual([...names].sort(), ['Expires', 'HttpOnly', 'Path', 'SameSite', 'Secure']);
  assert.ok(attributes.includes('Path=/'));
  assert.ok(attributes.includes('SameSite=Lax'));
  const expires = Date.parse(attributes.find((attribute) => attribute.startsWith('Expires='))!.slice(8));
  assert.ok(Math.abs(expires - Date.now() - 30 * 86_400_000) < 60_000);
  assert.ok(await isSignedIn(server, pair!));
});

test('P07 no other answer sets a cookie', async () => {
  const cookie = await session(server, email);
  const paths = ['/v1/account', '/v1/sessions', '/app', '/app/sign-in', '/docs', '/healthz', '/f/nowhere/default'];
  for (const path of paths) {
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      const answer = await fetch(server.url + path, { headers, redirect: 'manual' });
      assert.deepEqual(answer.headers.getSetCookie(), [], path);
    }
  }
  const failed = await signIn(server, email, 'not the password');
  assert.deepEqual(failed.headers.getSetCookie(), []);
});

test('the cookie names a session by 128 random bits or more, which the database knows only hashed', async () => {
  const cookie = await session(server, email);
  assert.ok(!cookie.includes(email) && !cookie.includes('Nora'));
  const { rows } = await server.database.owner.query(
    'select token_hash, s::text as text from sessions s order by created_at desc limit 1',
  );
  assert.equal(rows[0].token_hash.length, 32);
  assert.ok(!rows[0].text.includes(cookie.split('=')[1]));
});

test('signing out ends the session on the server, not only in the browser', async () => {
  const cookie = await session(server, email);
  const answer = await signOut(cookie);
  assert.equal(answer.headers.getSetCookie().length, 1);
  assert.match(
    answer.headers.getSetCookie()[0]!,
    /^__Host-alloza=; .*Max-Age=0|^__Host-alloza=;.*Expires=Thu, 01 Jan 1970/,
  );
  assert.equal(await isSignedIn(server, cookie), false);
});

test('a planted cookie never becomes a session: each sign-in makes a new one', async () => {
  const planted = await session(server, email);
  const answer = await signIn(server, email, password, { headers: { cookie: planted } });
  const fresh = cookieOf(answer)!;
  assert.notEqual(fresh, planted);
  await signOut(fresh);
  assert.equal(await isSignedIn(server, fresh), false);
  assert.equal(await isSignedIn(server, planted), true, 'the older session is its own');
  for (const forged of [
    '__Host-alloza=planted',
    `${planted.slice(0, -8)}AAAAAAAA`,
    `__Secure-alloza=${planted.split('=')[1]}`,
  ])
    assert.equal(await isSignedIn(server, forged), false);
});

test('passwords are kept by argon2id with at least 19 MiB, two passes and one lane', async () => {
  const { rows } = await server.database.owner.query('select password_hash from users where email = $1', [email]);
  const [, memory, passes, lanes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/
    .exec(rows[0].password_hash)!
    .map(Number);
  assert.ok(memory! >= 19_456 && passes! >= 2 && lanes! >= 1);
});

test('a hash of weaker parameters is replaced at the next sign-in', async () => {
  const other = freshEmail();
  await register(server, other);
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(password, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 });
  await server.database.owner.query('update users set password_hash = $2 where email = $1', [other, weak]);
  await session(server, other);
  const { rows } = await server.database.owner.query('select password_hash from users where email = $1', [other]);
  assert.match(rows[0].password_hash, /m=19456,t=2,p=1/);
  await session(server, other);
});

test('an unknown address, a wrong password and an account without one get the same answer for the same single verification', async () => {
  const without = freshEmail();
  await register(server, without);
  await server.database.owner.query('update users set password_hash = null where email = $1', [without]);
  const seen: unknown[] = [];
  for (const address of [email, 'nobody@example.com', without, 'not an address']) {
    let answer!: Response;
    const verifications = await countHashing(async () => {
      answer = await signIn(server, address, 'not the password');
    });
    assert.equal(verifications, 1, address);
    const body = await answer.text();
    seen.push([answer.status, answer.headers.get('location'), body, headerNames(answer)]);
  }
  for (const each of seen) assert.deepEqual(each, seen[0]);
});

test('a password of 10 MB, or over 1 KiB, is refused before it is hashed', async () => {
  const refused = (secret: string) => async () => {
    assert.equal((await signIn(server, email, secret)).status, 413);
  };
  assert.equal(await countHashing(refused('p'.repeat(10 * 1024 * 1024))), 0);
  assert.equal(await countHashing(refused('p'.repeat(1025))), 0);
  assert.equal(await countHashing(async () => assert.ok(await signIn(server, email, 'p'.repeat(1024)))), 1);
});

test('of 100 wrong passwords at once, exactly five are verified; the others wait', async () => {
  const from = freshNetwork();
  const answers: Response[] = [];
  const verified = await countHashing(async () => {
    const tries = Array.from({ length: 100 }, (_, index) => signIn(server, email, `wrong password ${index}`, { from }));
    answers.push(...(await Promise.all(tries)));
  });
  assert.equal(verified, 5);
  const refused = answers.filter((answer) => answer.status === 429);
  assert.equal(refused.length, 95);
  for (const answer of refused) assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal((await signIn(server, email, password, { from })).status, 429, 'the right password waits as well');
});

test('one network has 60 tries on all accounts together, and an IPv6 network is its /64', async () => {
  const at = (index: number) => `2001:db8:77:1::${index.toString(16)}`;
  const tries = await Promise.all(
    Array.from({ length: 70 }, (_, index) =>
      signIn(server, `nobody-${index}@example.com`, 'wrong', { from: at(index + 1) }),
    ),
  );
  assert.equal(tries.filter((answer) => answer.status === 429).length, 10);
  assert.notEqual((await signIn(server, 'other@example.com', 'wrong', { from: '2001:db8:77:2::1' })).status, 429);
});

test('strangers with many networks can not lock the owner out of a network they know', async () => {
  const victim = freshEmail();
  await register(server, victim);
  const home = freshNetwork();
  await session(server, victim, { from: home });
  const attack = await Promise.all(Array.from({ length: 80 }, () => signIn(server, victim, 'wrong password')));
  assert.ok(attack.filter((answer) => answer.status === 429).length >= 29, 'the account has a limit of its own');
  assert.equal((await signIn(server, victim, 'wrong password')).status, 429, 'an unknown network waits');
  assert.ok(cookieOf(await signIn(server, victim, password, { from: home })), 'the known one gets in');
});

test('everybody together has a limit, which a botnet can use up without locking out who comes from a known network', async () => {
  const owner = freshEmail();
  await register(server, owner);
  const home = freshNetwork();
  await session(server, owner, { from: home });
  await server.database.owner.query("delete from rate_limits where key like 'sign-in.all:%'");
  const small = await startTestServer(
    { TRUSTED_PROXIES: '1', ALLOZA_ROLE: 'web', SIGN_INS_PER_MINUTE: '20' },
    server.database,
  );
  try {
    const botnet = await Promise.all(
      Array.from({ length: 30 }, (_, index) => signIn(small, `target-${index}@example.com`, 'wrong password')),
    );
    const refused = botnet.filter((answer) => answer.status === 429);
    assert.equal(refused.length, 10);
    for (const answer of refused) assert.ok(Number(answer.headers.get('retry-after')) <= 60);
    assert.equal((await signIn(small, owner)).status, 429, 'an unknown network waits, for a minute at most');
    assert.ok(cookieOf(await signIn(small, owner, password, { from: home })), 'the known one gets in');
    assert.equal((await signIn(small, email, password, { from: home })).status, 429, 'known is known to one account');
    await server.database.owner.query(
      "update rate_limits set resets_at = resets_at - interval '1 minute' where key like 'sign-in.all:%'",
    );
    assert.ok(cookieOf(await signIn(small, owner)), 'the next minute is a new one');
  } finally {
    await small.stop();
    await server.database.owner.query("delete from rate_limits where key like 'sign-in.all:%'");
  }
});

test('a right password gives back the points of the wrong ones before it', async () => {
  const from = freshNetwork();
  for (let round = 0; round < 3; round += 1) {
    for (let wrong = 0; wrong < 4; wrong += 1) await signIn(server, email, 'wrong password', { from });
    assert.ok(cookieOf(await signIn(server, email, password, { from })));
  }
});

test('Auth.js serves nothing but signing in and out', async () => {
  for (const path of [
    '/auth/session',
    '/auth/csrf',
    '/auth/providers',
    '/auth/signin',
    '/auth/error',
    '/auth/callback/facebook',
  ])
    assert.equal((await fetch(server.url + path, { redirect: 'manual' })).status, 404, path);
});

test('a password that is changed between its verification and the session opens nothing', async () => {
  const other = freshEmail();
  await register(server, other);
  const { services } = server.app;
  const changed = "update users set password_hash = password_hash || 'x' where email = $1";
  const attempt = { email: other, password, ip: freshNetwork(), userAgent: '' };
  const transactions: (() => Promise<unknown>)[] = [
    async () => {},
    () => server.database.owner.query(changed, [other]),
  ];
  const opened = await verifyAndOpen(async (work) => {
    await transactions.shift()!();
    return inUnit(services, noWorkspace, systemActor, work);
  }, attempt);
  assert.equal(opened, null);
  assert.equal(transactions.length, 0, 'the verification itself holds no transaction');
});
