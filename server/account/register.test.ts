import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
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

const ask = (email: string, more?: Record<string, unknown>) =>
  post(server, '/v1/account/register', registration(email, more));
const verify = (token: string, chosen = password) =>
  post(server, '/v1/account/verify-email', { token, password: chosen });
const preview = (token: string) => post(server, '/v1/account/preview-registration', { token });
const count = async (text: string, values: unknown[] = []): Promise<number> =>
  (await server.database.owner.query(`select count(*)::int as count from ${text}`, values)).rows[0].count;

test('registering mails one link, which opens the studio and its test workspace and works once', async () => {
  const email = freshEmail();
  const answer = await ask(email, { studioName: 'Licht & Schatten', locale: 'de', currency: 'EUR' });
  assert.equal(answer.status, 202);
  assert.equal(await count('users where email = $1', [email]), 0, 'nothing exists before the address is proven');
  const mail = await waitForMail(server, email);
  const verified = await verify(tokenOf(mail));
  assert.equal(verified.status, 200);
  assert.deepEqual(await verified.json(), { email, workspaceSlug: 'licht-schatten' });
  assert.equal((await verify(tokenOf(mail))).status, 409);
  const { rows } = await server.database.owner.query(
    `select w.mode, w.currency, m.role from workspaces w join members m on m.workspace_id = w.id
       join users u on u.id = m.user_id where u.email = $1 order by w.mode`,
    [email],
  );
  assert.deepEqual(rows, [
    { mode: 'live', currency: 'EUR', role: 'owner' },
    { mode: 'test', currency: 'EUR', role: 'owner' },
  ]);
  assert.ok(cookieOf(await signIn(server, email)));
});

test('a known address gets the same answer, and a mail that says the account exists', async () => {
  const email = freshEmail();
  const first = await ask(email);
  await verify(tokenOf(await waitForMail(server, email)));
  const second = await ask(email);
  assert.equal(second.status, first.status);
  assert.deepEqual(await second.json(), await first.json());
  const mail = await waitForMail(server, email, 2);
  assert.match(mail.subject, /already have an account/i);
  assert.doesNotMatch(`${mail.text}${mail.html}`, /token/);
  assert.deepEqual(headerNames(second), headerNames(first));
});

test('registering costs no hashing, whether the address is known or not, and takes no password', async () => {
  const known = freshEmail();
  await register(server, known);
  assert.equal(await countHashing(() => ask(freshEmail())), 0);
  assert.equal(await countHashing(() => ask(known)), 0);
  const answer = await ask(freshEmail(), { password });
  assert.equal(answer.status, 422);
  assert.equal(((await answer.json()) as { errors: { pointer: string }[] }).errors[0]!.pointer, '/password');
});

test('a link shows whose account and which studio it will make, and nothing once it is used or wrong', async () => {
  const email = freshEmail();
  await ask(email, { name: 'Ida Lund', studioName: 'Lund & Co' });
  const token = tokenOf(await waitForMail(server, email));
  for (let look = 0; look < 2; look += 1) {
    const shown = await preview(token);
    assert.equal(shown.status, 200);
    assert.deepEqual(await shown.json(), { name: 'Ida Lund', email, studioName: 'Lund & Co' });
  }
  assert.equal((await verify(token)).status, 200);
  for (const wrong of [token, `${token.slice(0, -1)}_`, 'x'.repeat(32)])
    assert.equal((await preview(wrong)).status, 409, wrong);
});

test('of 100 uses of one link at once, one opens a studio', async () => {
  const email = freshEmail();
  await ask(email, { studioName: 'Hundred' });
  const token = tokenOf(await waitForMail(server, email));
  const answers = await Promise.all(Array.from({ length: 100 }, () => verify(token)));
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
  assert.equal(answers.filter((answer) => answer.status === 409).length, 99);
  assert.equal(await count("workspaces where name = 'Hundred'"), 2);
  assert.equal(await count('users where email = $1', [email]), 1);
});

test('a newer link voids the older one', async () => {
  const email = freshEmail();
  await ask(email);
  const older = tokenOf(await waitForMail(server, email));
  await ask(email);
  const newer = tokenOf(await waitForMail(server, email, 2));
  assert.equal((await verify(older)).status, 409);
  assert.equal((await verify(newer)).status, 200);
});

test('a link ends after its hour, not before', async () => {
  const age = (minutes: number, email: string) =>
    server.database.owner.query(
      `update account_tokens set created_at = created_at - make_interval(mins => $1), expires_at = expires_at - make_interval(mins => $1)
        where email = $2`,
      [minutes, email],
    );
  const [early, late] = [freshEmail(), freshEmail()];
  await Promise.all([ask(early), ask(late)]);
  const tokens = [tokenOf(await waitForMail(server, early)), tokenOf(await waitForMail(server, late))];
  await age(59, early);
  await age(60, late);
  assert.equal((await verify(tokens[0]!)).status, 200);
  assert.equal((await verify(tokens[1]!)).status, 409);
});

test('an address gets at most three account mails a day, whatever asks for them, and the answers stay the same', async () => {
  const email = freshEmail();
  await register(server, email);
  const answers = await Promise.all([
    ...Array.from({ length: 4 }, () => ask(email)),
    ...Array.from({ length: 4 }, () => post(server, '/v1/account/request-password-reset', { email })),
  ]);
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [202]);
  assert.equal(await count('mails where recipient = $1', [email]), 3);
  await server.database.owner.query(
    "update mails set created_at = created_at - interval '24 hours' where recipient = $1",
    [email],
  );
  await ask(email);
  assert.equal(await count('mails where recipient = $1', [email]), 4, 'the next day it gets mail again');
});

test('the token stands behind # in the mail, and is nowhere stored or logged', async () => {
  const email = freshEmail();
  await ask(email);
  const mail = await waitForMail(server, email);
  const token = tokenOf(mail);
  assert.ok(Buffer.from(token, 'base64url').length >= 16, 'at least 128 random bits');
  for (const text of [mail.text!, mail.html!]) {
    for (const [, before] of text.matchAll(new RegExp(`(\\S*)${token}`, 'g'))) assert.match(before!, /#token=$/);
  }
  await verify(token);
  const { rows } = await server.database.owner.query<{ name: string }>(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'",
  );
  const holding: string[] = [];
  for (const { name } of rows) {
    if (await count(`${name} t where position($1 in t::text) > 0`, [token])) holding.push(name);
  }
  assert.deepEqual(holding, []);
});

test('a link opened by a mail scanner is not used up: GET changes nothing', async () => {
  const email = freshEmail();
  await ask(email);
  const token = tokenOf(await waitForMail(server, email));
  const pages = ['/app/verify-email#', '/app/verify-email?', '/v1/account/verify-email?'];
  for (const page of [...pages, '/v1/account/preview-registration?']) await fetch(`${server.url}${page}token=${token}`);
  assert.equal((await verify(token)).status, 200);
});

test('one spelling of an address is stored, and look-alikes are refused', async () => {
  const email = freshEmail();
  await ask(email.toUpperCase());
  assert.equal((await verify(tokenOf(await waitForMail(server, email)))).status, 200);
  assert.ok(cookieOf(await signIn(server, email.toUpperCase())));
  const refused = [
    'nora＠example.com',
    '"nora@evil.example"@example.com',
    'nora@example.com,other@example.com',
    'nora@example.com\r\nbcc: other@example.com',
    'nora@exａmple.com',
    'nöra@example.com',
    'nora@localhost',
    'Nora <nora@example.com>',
    'nora@example.com ',
  ];
  for (const address of refused) assert.equal((await ask(address)).status, 422, address);
});
