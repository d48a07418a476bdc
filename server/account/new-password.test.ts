import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { recordStatements } from '../platform/testing-statements.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import { hashPassword } from './password.ts';
import {
  cookieOf,
  countHashing,
  freshEmail,
  headerNames,
  password,
  post,
  register,
  registration,
  signIn,
  tokenOf,
  waitForMail,
} from './testing-account.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

type Path = 'verify-email' | 'reset-password';

const choose = (path: Path, token: string, chosen: unknown, headers: Record<string, string> = {}) =>
  post(server, `/v1/account/${path}`, { token, password: chosen }, { headers });

/** Like `post`, but in this asynchronous context, where the statements are recorded. */
const within = (path: string, body: object): Promise<Response> =>
  Promise.resolve(
    server.app.hono.request(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': freshNetwork() },
      body: JSON.stringify(body),
    }),
  );

const lets = async (email: string, secret: string): Promise<boolean> =>
  cookieOf(await signIn(server, email, secret)) !== undefined;

/** The token of a fresh link of either kind, and whose it is. */
async function link(path: Path): Promise<{ email: string; token: string }> {
  const email = freshEmail();
  if (path === 'verify-email') {
    await post(server, '/v1/account/register', registration(email));
    return { email, token: tokenOf(await waitForMail(server, email)) };
  }
  await register(server, email);
  await post(server, '/v1/account/request-password-reset', { email });
  return { email, token: tokenOf(await waitForMail(server, email, 2)) };
}

test("a stranger who registers somebody's address never gets in, though its owner follows the link", async () => {
  const email = freshEmail();
  const stranger = freshNetwork();
  const theirs = 'password of a stranger';
  await post(server, '/v1/account/register', registration(email, { name: 'A Stranger' }), { from: stranger });
  const secrets = [theirs, '', email, 'A Stranger', 'Beck Pictures', 'null', 'undefined'];
  const getsIn = async () => {
    for (const secret of secrets) if (await lets(email, secret)) return true;
    return false;
  };
  assert.equal(await getsIn(), false, 'before the link is followed');
  const token = tokenOf(await waitForMail(server, email));
  assert.equal((await choose('verify-email', token, password)).status, 200);
  assert.equal(await getsIn(), false, 'and after');
  assert.equal((await choose('verify-email', token, theirs)).status, 409);
  await post(server, '/v1/account/register', registration(email, { name: 'A Stranger' }), { from: stranger });
  assert.equal(await getsIn(), false, 'nor by registering again');
  const { rows } = await server.database.owner.query(
    'select count(s.id)::int as sessions from users u left join sessions s on s.user_id = u.id where u.email = $1',
    [email],
  );
  assert.equal(rows[0].sessions, 0);
  assert.ok(await lets(email, password), 'the owner gets in');
});

for (const path of ['verify-email', 'reset-password'] as const) {
  test(`${path}: of 50 passwords at once one is set, and only that one signs in`, async () => {
    const { email, token } = await link(path);
    const passwords = Array.from({ length: 50 }, (_, index) => `a long password ${index}`);
    const answers = await Promise.all(passwords.map((chosen) => choose(path, token, chosen)));
    const won = passwords.filter((_, index) => answers[index]!.status === 200);
    assert.equal(won.length, 1);
    assert.equal(answers.filter(({ status }) => status === 409).length, 49);
    const near = passwords.filter((chosen) => chosen !== won[0]).slice(0, 4);
    for (const chosen of [...near, password]) assert.equal(await lets(email, chosen), false, chosen);
    assert.ok(await lets(email, won[0]!));
  });

  test(`${path}: a password that is refused does not use the link up, and is not hashed`, async () => {
    const { email, token } = await link(path);
    const refused: [unknown, number][] = [
      ['too short', 422],
      ['p'.repeat(257), 422],
      [null, 422],
      [['p'.repeat(12)], 422],
      ['p'.repeat(10 * 1024 * 1024), 413],
    ];
    const hashed = await countHashing(async () => {
      for (const [chosen, status] of refused) assert.equal((await choose(path, token, chosen)).status, status);
    });
    assert.equal(hashed, 0);
    const longest = '🌻'.repeat(256);
    assert.equal((await choose(path, token, longest)).status, 200);
    assert.ok(await lets(email, longest), 'the longest that is taken, 1 KiB, signs in too');
  });

  test(`${path}: a token that is wrong, spent or of the other purpose costs no hashing`, async () => {
    const other = await link(path === 'verify-email' ? 'reset-password' : 'verify-email');
    const { token } = await link(path);
    assert.equal((await choose(path, token, password)).status, 200);
    const hashed = await countHashing(async () => {
      for (const wrong of [token, other.token, 'x'.repeat(32)])
        assert.equal((await choose(path, wrong, password)).status, 409);
    });
    assert.equal(hashed, 0);
  });

  test(`${path}: while a password waits for its turn to be hashed, no transaction is open`, async () => {
    const { token } = await link(path);
    const turns = Promise.all(Array.from({ length: 100 }, () => hashPassword('somebody else')));
    const startedAt = performance.now();
    let waitedMs = 0;
    const answer = choose(path, token, password).finally(() => {
      waitedMs = performance.now() - startedAt;
    });
    let longestMs = 0;
    while (waitedMs === 0) {
      const { rows } = await server.database.owner.query(
        `select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0) * 1000 as ms from pg_stat_activity
          where datname = current_database() and application_name = 'alloza' and state like 'idle in transaction%'`,
      );
      longestMs = Math.max(longestMs, Number(rows[0].ms));
      await setTimeout(20);
    }
    await turns;
    assert.equal((await answer).status, 200);
    assert.ok(longestMs < waitedMs / 2, `a transaction was open for ${longestMs} ms of ${waitedMs} ms`);
  });

  test(`${path}: a retry with its Idempotency-Key gets the same answer, another password under it does not`, async () => {
    const { email, token } = await link(path);
    const from = freshNetwork();
    const send = (chosen: string) =>
      post(server, `/v1/account/${path}`, { token, password: chosen }, { from, headers: { 'idempotency-key': token } });
    const [first, again, changed] = [await send(password), await send(password), await send('another password')];
    assert.deepEqual([first.status, again.status, changed.status], [200, 200, 422]);
    assert.equal(again.headers.get('idempotent-replayed'), 'true');
    assert.deepEqual(await again.json(), await first.json());
    assert.ok(await lets(email, password));
  });
}

test('one password typed in two ways of composing its letters is one password', async () => {
  const { email, token } = await link('verify-email');
  assert.equal((await choose('verify-email', token, 'Zoë fährt ｗｅit hinaus')).status, 200);
  assert.ok(await lets(email, 'Zoe\u0308 fa\u0308hrt weit hinaus'));
});

test('asking for an account or a new password is the same work and the same answer for a known and an unknown address', async () => {
  const seen = async (path: string, body: { email: string }) => {
    let answer!: Response;
    const statements = await recordStatements(async () => {
      answer = await within(`/v1/account/${path}`, body);
    });
    const texts = statements.map(({ text }) => text);
    return { status: answer.status, body: await answer.text(), headers: headerNames(answer), texts };
  };
  for (const path of ['register', 'request-password-reset']) {
    const known = freshEmail();
    await register(server, known);
    const unknown = freshEmail();
    const body = (email: string) => (path === 'register' ? registration(email) : { email });
    // The known address has had the mail of its registration; both have two left after it, and then none.
    await seen(path, body(unknown));
    for (let time = 1; time <= 3; time += 1) {
      const [one, other] = [await seen(path, body(known)), await seen(path, body(unknown))];
      assert.ok(one.texts.length > 5, path);
      assert.deepEqual(one, other, `${path}, time ${time}`);
    }
  }
});
