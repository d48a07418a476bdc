import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, test } from 'node:test';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { openStream, within } from '../platform/testing-streams.ts';
import {
  cookieOf,
  countHashing,
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
let replica: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  const { port } = new URL(server.url);
  // A replica is the same product on the same database: same address for its visitors, same secrets.
  const overrides = { TRUSTED_PROXIES: '1', ALLOZA_ROLE: 'web', PUBLIC_URL: `http://localhost:${port}` };
  replica = await startTestServer(overrides, server.database);
});
after(async () => {
  await replica.stop();
  await server.stop();
});

const newPassword = 'another horse battery';
const askReset = (email: string) => post(server, '/v1/account/request-password-reset', { email });
const reset = (token: string, secret: string) =>
  post(server, '/v1/account/reset-password', { token, password: secret });
const age = (cookieOwner: string, columns: string) =>
  server.database.owner.query(
    `update sessions set ${columns} from users u where u.id = sessions.user_id and u.email = $1`,
    [cookieOwner],
  );

async function person(): Promise<{ email: string; slug: string }> {
  const email = freshEmail();
  return { email, slug: await register(server, email) };
}

test('a new password ends every session and every open stream, and takes the place of the old one', async () => {
  const { email, slug } = await person();
  const cookies = [await session(server, email), await session(server, email)];
  const stream = await openStream(replica, slug, { cookie: cookies[0]! });
  await askReset(email);
  const mail = await waitForMail(server, email, 2);
  assert.equal((await reset(tokenOf(mail), newPassword)).status, 200);
  for (const cookie of cookies) assert.equal(await isSignedIn(server, cookie), false);
  await within(1000, 'ending the stream', stream.ended);
  assert.equal(cookieOf(await signIn(server, email, password)), undefined);
  assert.ok(cookieOf(await signIn(server, email, newPassword)));
});

test('a reset link works once, for 30 minutes, and the newest voids the older', async () => {
  const { email } = await person();
  await askReset(email);
  const older = tokenOf(await waitForMail(server, email, 2));
  await askReset(email);
  const newer = tokenOf(await waitForMail(server, email, 3));
  assert.equal((await reset(older, newPassword)).status, 409);
  const answers = await Promise.all(Array.from({ length: 100 }, () => reset(newer, newPassword)));
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
  assert.equal(answers.filter((answer) => answer.status === 409).length, 99);
  const other = await person();
  await askReset(other.email);
  const late = tokenOf(await waitForMail(server, other.email, 2));
  await server.database.owner.query("update account_tokens set expires_at = expires_at - interval '30 minutes'");
  assert.equal((await reset(late, newPassword)).status, 409);
});

test('a token of one purpose does not serve the other', async () => {
  const { email } = await person();
  await askReset(email);
  const token = tokenOf(await waitForMail(server, email, 2));
  assert.equal((await post(server, '/v1/account/verify-email', { token, password })).status, 409);
  assert.equal((await reset(token, newPassword)).status, 200);
});

test('asking for a reset tells nobody who has an account, and mails only those who do', async () => {
  const { email } = await person();
  const [known, unknown] = [await askReset(email), await askReset('nobody-here@example.com')];
  assert.equal(known.status, unknown.status);
  assert.deepEqual(await known.json(), await unknown.json());
  await waitForMail(server, email, 2);
  assert.deepEqual(mailsTo(server, 'nobody-here@example.com'), []);
  assert.equal(await countHashing(() => askReset(email)), 0);
});

test('a revoked session is refused at once on every replica, and its open stream ends within a second', async () => {
  const { email, slug } = await person();
  const [mine, other] = [await session(server, email), await session(server, email)];
  assert.ok(await isSignedIn(replica, other));
  const ending = await openStream(replica, slug, { cookie: other });
  const staying = await openStream(replica, slug, { cookie: mine });
  const listed = await (await fetch(`${server.url}/v1/sessions`, { headers: { cookie: mine } })).json();
  const target = (listed as { items: { id: string; current: boolean }[] }).items.find((item) => !item.current)!;
  const answer = await fetch(`${server.url}/v1/sessions/${target.id}`, {
    method: 'DELETE',
    headers: { cookie: mine, origin: server.url },
  });
  assert.equal(answer.status, 204);
  assert.equal(await isSignedIn(replica, other), false, 'the next request is refused');
  assert.equal(await isSignedIn(replica, mine), true);
  await within(1000, 'ending the stream', ending.ended);
  let stillOpen = true;
  staying.ended.then(
    () => (stillOpen = false),
    () => {},
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(stillOpen, 'the other stream goes on');
  staying.close();
});

test('a revoked key is refused at once on every replica, and its open stream ends within a second', async () => {
  const { email, slug } = await person();
  const cookie = await session(server, email);
  const headers = {
    cookie,
    origin: server.url,
    'alloza-workspace': slug,
    'content-type': 'application/json',
  };
  const made = await fetch(`${server.url}/v1/api-keys`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ kind: 'secret', name: 'Stream', scopes: ['events:read', 'workspace:read'] }),
  });
  const { apiKey, key } = (await made.json()) as { apiKey: { id: string }; key: string };
  const bearer = { authorization: `Bearer ${key}` };
  const stream = await openStream(replica, slug, bearer);
  const revoked = await fetch(`${server.url}/v1/api-keys/${apiKey.id}/revoke`, { method: 'POST', headers });
  assert.equal(revoked.status, 200);
  assert.equal((await fetch(`${replica.url}/v1/workspace`, { headers: bearer })).status, 401);
  await within(1000, 'ending the stream', stream.ended);
});

test('a session ends 14 days after its last use', async () => {
  const { email } = await person();
  const cookie = await session(server, email);
  await age(email, "last_seen_at = now() - interval '14 days' + interval '1 minute'");
  assert.equal(await isSignedIn(server, cookie), true);
  await eventually('the use to be noted', async () => {
    await server.app.layer.touches.flush();
    const { rows } = await server.database.owner.query(
      "select 1 from sessions s join users u on u.id = s.user_id where u.email = $1 and last_seen_at > now() - interval '1 minute'",
      [email],
    );
    return rows.length > 0;
  });
  await age(email, "last_seen_at = now() - interval '14 days'");
  assert.equal(await isSignedIn(server, cookie), false);
});

test('the list of sessions shows those that still count, and none that ended by time or by hand', async () => {
  const { email } = await person();
  const moves: Record<string, string | null> = {
    'Firefox on Linux': null,
    'Chrome on Android': "last_seen_at = now() - interval '14 days' + interval '1 minute'",
    'Safari on iPhone': "last_seen_at = now() - interval '14 days'",
    'Edge on Windows': "expires_at = now() - interval '1 second'",
    'Opera on Windows': 'revoked_at = now()',
  };
  const cookies = new Map<string, string>();
  for (const [device, change] of Object.entries(moves)) {
    cookies.set(device, await session(server, email));
    await server.database.owner.query(
      `update sessions set device = $2 where id =
        (select s.id from sessions s join users u on u.id = s.user_id where u.email = $1 order by s.id desc limit 1)`,
      [email, device],
    );
    if (change) await server.database.owner.query(`update sessions set ${change} where device = $1`, [device]);
  }
  const counting: string[] = [];
  for (const [device, cookie] of cookies) if (await isSignedIn(server, cookie)) counting.push(device);
  const listed = await fetch(`${server.url}/v1/sessions`, { headers: { cookie: cookies.get('Firefox on Linux')! } });
  const { items } = (await listed.json()) as { items: { device: string }[] };
  assert.deepEqual(items.map(({ device }) => device).sort(), counting.sort());
  assert.deepEqual(counting, ['Chrome on Android', 'Firefox on Linux']);
});

test('a session ends 30 days after signing in, however often it is used', async () => {
  const { email } = await person();
  const cookie = await session(server, email);
  const { rows } = await server.database.owner.query(
    'select extract(epoch from expires_at - s.created_at) as seconds from sessions s join users u on u.id = s.user_id where u.email = $1',
    [email],
  );
  assert.equal(Number(rows[0].seconds), 30 * 86_400);
  await age(email, "expires_at = now() + interval '1 minute', last_seen_at = now()");
  assert.equal(await isSignedIn(server, cookie), true);
  await age(email, "expires_at = now() - interval '1 second', last_seen_at = now()");
  assert.equal(await isSignedIn(server, cookie), false);
});

test('whatever Host a request claims, links in mails lead to our own address', async () => {
  const { email } = await person();
  const { port, hostname } = new URL(server.url);
  const body = JSON.stringify({ email });
  const status = await new Promise<number>((resolve, reject) => {
    const sent = httpRequest(
      {
        hostname,
        port,
        path: '/v1/account/request-password-reset',
        method: 'POST',
        headers: {
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
          forwarded: 'host=evil.example;proto=https',
          'x-forwarded-for': '10.99.99.99',
          'content-type': 'application/json',
        },
      },
      (answer) => resolve(answer.resume().statusCode!),
    );
    sent.on('error', reject).end(body);
  });
  assert.equal(status, 202);
  const mail = await waitForMail(server, email, 2);
  assert.ok(mail.text!.includes(`${server.url}/app/reset-password#token=`));
  assert.doesNotMatch(mail.text! + mail.html!, /evil/);
});
