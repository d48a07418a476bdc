import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { recordStatements } from '../platform/testing-statements.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import {
  cookieOf,
  freshEmail,
  isSignedIn,
  mailsTo,
  password,
  post,
  register,
  session,
  signIn,
  tokenOf,
  waitForMail,
} from './testing-account.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

const other = 'another long password';

/** Somebody signed in, and what they send to `account`. */
async function person() {
  const email = freshEmail();
  await register(server, email);
  const cookie = await session(server, email);
  const send = (what: string, body: object) =>
    post(server, `/v1/account/${what}`, body, { headers: { cookie, origin: server.url } });
  return { email, cookie, send };
}

const lets = async (email: string, secret: string): Promise<boolean> =>
  cookieOf(await signIn(server, email, secret)) !== undefined;

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

test('a new password signs in, the former does not; other sessions end, this one stays, the address is told', async () => {
  const { email, cookie, send } = await person();
  const elsewhere = await session(server, email);
  assert.equal((await send('change-password', { currentPassword: password, newPassword: other })).status, 200);
  assert.deepEqual([await lets(email, password), await lets(email, other)], [false, true]);
  assert.deepEqual([await isSignedIn(server, cookie), await isSignedIn(server, elsewhere)], [true, false]);
  assert.match((await waitForMail(server, email, 2)).subject, /password was changed/);
});

test('a changed password voids the links that wait in mails', async () => {
  const { email, send } = await person();
  await post(server, '/v1/account/request-password-reset', { email });
  const reset = tokenOf(await waitForMail(server, email, 2));
  const next = freshEmail();
  await send('change-email', { email: next, password });
  const token = tokenOf(await waitForMail(server, next));
  await send('change-password', { currentPassword: password, newPassword: other });
  assert.equal((await post(server, '/v1/account/confirm-email', { token })).status, 409);
  assert.equal((await post(server, '/v1/account/reset-password', { token: reset, password })).status, 409);
});

test('the wrong password changes nothing, and ten are enough for a quarter of an hour', async () => {
  const { email, send } = await person();
  const wrong = { currentPassword: 'not the password', newPassword: other };
  assert.deepEqual(await codeOf(await send('change-password', wrong)), [422, 'password_wrong']);
  const refused = await send('change-email', { email: freshEmail(), password: 'not the password' });
  assert.deepEqual(await codeOf(refused), [422, 'password_wrong']);
  assert.equal((await send('change-password', { currentPassword: password, newPassword: password })).status, 200);
  const answers = await Promise.all(Array.from({ length: 30 }, () => send('change-password', wrong)));
  assert.equal(answers.filter(({ status }) => status === 422).length, 10, 'what fits clears the count');
  assert.equal(answers.filter(({ status }) => status === 429).length, 20);
  assert.equal((await send('change-password', { currentPassword: password, newPassword: other })).status, 429);
  assert.ok(await lets(email, password));
});

test('of ten changes of one password at once, one is done', async () => {
  const { email, send } = await person();
  const wanted = Array.from({ length: 8 }, (_, index) => `a long password ${index}`);
  const answers = await Promise.all(
    wanted.map((newPassword) => send('change-password', { currentPassword: password, newPassword })),
  );
  const done = wanted.filter((_, index) => answers[index]!.status === 200);
  assert.equal(done.length, 1);
  assert.ok(await lets(email, done[0]!));
});

test('an address changes once its mail is answered: other sessions end, and the former address is told twice', async () => {
  const { email, cookie, send } = await person();
  const next = freshEmail();
  assert.equal((await send('change-email', { email: next, password })).status, 202);
  assert.match((await waitForMail(server, email, 2)).text ?? '', new RegExp(next));
  assert.deepEqual([await lets(email, password), await lets(next, password)], [true, false], 'not before');
  const token = tokenOf(await waitForMail(server, next));
  const confirmed = await Promise.all(
    Array.from({ length: 5 }, () => post(server, '/v1/account/confirm-email', { token })),
  );
  assert.deepEqual(confirmed.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
  assert.deepEqual([await lets(email, password), await lets(next, password)], [false, true]);
  assert.equal(await isSignedIn(server, cookie), false, 'it was confirmed without a session');
  assert.match((await waitForMail(server, email, 3)).subject, /address was changed/);
});

test('the session that confirms stays', async () => {
  const { cookie, send } = await person();
  const next = freshEmail();
  await send('change-email', { email: next, password });
  const token = tokenOf(await waitForMail(server, next));
  assert.equal((await send('confirm-email', { token })).status, 200);
  assert.ok(await isSignedIn(server, cookie));
});

test('tokens are stored as hashes and expire, and a newer one voids the older', async () => {
  const { email, send } = await person();
  const [first, second] = [freshEmail(), freshEmail()];
  await send('change-email', { email: first, password });
  const older = tokenOf(await waitForMail(server, first));
  await send('change-email', { email: second, password });
  const newer = tokenOf(await waitForMail(server, second));
  assert.equal((await post(server, '/v1/account/confirm-email', { token: older })).status, 409);
  const { rows } = await server.database.owner.query('select t::text as row from account_tokens t where email = $1', [
    email,
  ]);
  assert.equal(rows.length, 1);
  assert.ok(!rows[0].row.includes(newer) && !rows[0].row.includes(second));
  await server.database.owner.query("update account_tokens set expires_at = now() where purpose = 'email'");
  assert.equal((await post(server, '/v1/account/confirm-email', { token: newer })).status, 409);
});

test('an address that has an account is not told of: the same answer and the same work, and its holder hears of it', async () => {
  const holder = freshEmail();
  await register(server, holder);
  const { cookie } = await person();
  const seen = async (email: string) => {
    let answer!: Response;
    const statements = await recordStatements(async () => {
      answer = await server.app.hono.request(`${server.url}/v1/account/change-email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': freshNetwork(),
          cookie,
          origin: server.url,
        },
        body: JSON.stringify({ email, password }),
      });
    });
    return { status: answer.status, body: await answer.text(), texts: statements.map(({ text }) => text) };
  };
  await seen(freshEmail());
  const known = await seen(holder);
  const unknown = await seen(freshEmail());
  assert.ok(known.texts.length > 8);
  assert.deepEqual(known, unknown);
  const told = await waitForMail(server, holder, 2);
  assert.match(told.subject, /already has an account/);
  assert.doesNotMatch(told.text ?? '', /#token=/);
});

test('an address that somebody else registers meanwhile stays theirs', async () => {
  const { email, send } = await person();
  const contested = freshEmail();
  await send('change-email', { email: contested, password });
  const token = tokenOf(await waitForMail(server, contested));
  await post(server, '/v1/account/register', { name: 'Else', email: contested, studioName: 'Else' });
  const theirs = tokenOf(await waitForMail(server, contested, 2));
  assert.equal((await post(server, '/v1/account/verify-email', { token: theirs, password: other })).status, 200);
  assert.equal((await post(server, '/v1/account/confirm-email', { token })).status, 409);
  assert.deepEqual([await lets(email, password), await lets(contested, other)], [true, true]);
  assert.equal(mailsTo(server, email).filter(({ subject }) => /was changed/.test(subject)).length, 0);
});
