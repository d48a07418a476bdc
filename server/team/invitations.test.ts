import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  countHashing,
  freshEmail,
  mailsTo,
  post,
  register,
  session,
  tokenOf,
  waitForMail,
} from '../account/testing-account.ts';
import { storedId } from '../platform/ids.ts';
import { purgeOnce } from '../platform/purge.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { joinStudio } from '../platform/testing-members.ts';
import { recordStatements } from '../platform/testing-statements.ts';
import { type Answer, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

const wrote = ({ status, body }: Answer): string => (status < 300 ? 'done' : `${status} ${body.code}`);
const invite = (email: string, more: object = {}, as = studio) =>
  as.api('POST', '/v1/invitations', { body: { email, role: 'member', ...more } });
const guest = { name: 'Noa Levi', password: 'a long password' };

/** Invites an address and follows the mail. */
async function invited(email: string, more: object = {}, count = 1): Promise<string> {
  assert.equal(wrote(await invite(email, more)), 'done');
  return tokenOf(await waitForMail(server, email, count));
}

interface Said {
  status: number;
  code: string;
  text: string;
  body: Record<string, string>;
}

async function send(what: 'view' | 'accept', body: object, cookie?: string): Promise<Said> {
  const headers: Record<string, string> = cookie ? { cookie, origin: server.url } : {};
  const answer = await post(server, `/v1/invitations/${what}`, body, { headers });
  const text = await answer.text();
  const parsed = JSON.parse(text);
  return { status: answer.status, code: parsed.code ?? '', text: text.replace(/req_\w+/, ''), body: parsed };
}
const accept = (body: object, cookie?: string) => send('accept', body, cookie);

const membersNamed = async (email: string) =>
  (await studio.api('GET', '/v1/members?limit=100')).body.items.filter(
    (member: { email: string }) => member.email === email,
  );

test('a stranger who is invited sees what is offered, joins with a password of their own, and signs in', async () => {
  const email = freshEmail();
  const made = await invite(email, { ownJobsOnly: true, seesMoney: false });
  const mail = await waitForMail(server, email);
  assert.match(mail.subject, new RegExp(`Join ${(await studio.api('GET', '/v1/workspace')).body.name}`));
  const token = tokenOf(mail);
  assert.ok(mail.text!.includes(`${server.url}/app/join#token=`));
  assert.ok(!JSON.stringify(made.body).includes(token), 'who invites never sees the link');
  const { body: offer } = await send('view', { token });
  assert.deepEqual(
    [offer.email, offer.role, offer.hasAccount, offer.invitedBy],
    [email, 'member', false, 'Test Owner'],
  );
  for (const [left, pointer] of [
    ['name', '/name'],
    ['password', '/password'],
  ] as const) {
    const answer = await post(server, '/v1/invitations/accept', { token, ...guest, [left]: undefined });
    const problem = (await answer.json()) as { errors: { pointer: string }[] };
    assert.deepEqual([answer.status, problem.errors[0]!.pointer], [422, pointer]);
  }
  const joined = await accept({ token, ...guest });
  assert.deepEqual(joined.body, { email, workspaceSlug: studio.slug });
  const [member] = await membersNamed(email);
  assert.deepEqual(
    [member.name, member.role, member.ownJobsOnly, member.seesMoney],
    ['Noa Levi', 'member', true, false],
  );
  const cookie = await session(server, email, undefined, guest.password);
  const seen = await fetch(`${server.url}/v1/account`, { headers: { cookie } });
  const { workspaces } = (await seen.json()) as { workspaces: { slug: string }[] };
  assert.deepEqual(
    workspaces.map(({ slug }) => slug),
    [studio.slug],
    'and belongs to that studio alone',
  );
  const events = await eventually('the news of it', async () => {
    const { items } = (await studio.api('GET', '/v1/events?limit=100')).body;
    const own = items.filter(({ data }: { data: { id: string } }) => [made.body.id, member.id].includes(data.id));
    return own.length === 2 && own.map(({ type }: { type: string }) => type);
  });
  assert.deepEqual(events, ['invitation.created', 'member.joined']);
  assert.deepEqual((await studio.api('GET', '/v1/invitations')).body.items, []);
});

test('who has an account joins signed in with the very address invited, whatever else they send', async () => {
  const email = freshEmail();
  await register(server, email);
  const other = freshEmail();
  await register(server, other);
  await invite(email.toUpperCase(), { role: 'manager' });
  const token = tokenOf(await waitForMail(server, email, 2));
  assert.equal((await send('view', { token })).body.hasAccount, true);
  assert.deepEqual((await accept({ token, ...guest })).code, 'sign_in_required');
  assert.deepEqual((await accept({ token, ...guest }, await session(server, other))).code, 'wrong_account');
  const cookie = await session(server, email);
  assert.equal((await accept({ token, ...guest }, cookie)).status, 200);
  const [member] = await membersNamed(email);
  assert.deepEqual([member.name, member.role], ['Nora Beck', 'manager'], 'name and password stay theirs');
  assert.ok(await session(server, email));
  const headers = { cookie, 'alloza-workspace': studio.slug };
  assert.equal((await fetch(`${server.url}/v1/members`, { headers })).status, 200);
  assert.equal(wrote(await invite(email)), '409 already_member');
});

test('an invitation of a stranger opens no account for somebody who is signed in with another address', async () => {
  const other = freshEmail();
  await register(server, other);
  const token = await invited(freshEmail());
  assert.equal((await accept({ token, ...guest }, await session(server, other))).code, 'wrong_account');
  assert.equal((await accept({ token, ...guest })).status, 200, 'and is not used up by it');
});

for (const kind of ['a stranger', 'an account'] as const) {
  test(`of 30 tries of ${kind} to accept one invitation at once, one succeeds`, async () => {
    const email = freshEmail();
    if (kind === 'an account') await register(server, email);
    const token = await invited(email, {}, kind === 'an account' ? 2 : 1);
    const cookie = kind === 'an account' ? await session(server, email) : undefined;
    const answers = await Promise.all(Array.from({ length: 30 }, () => accept({ token, ...guest }, cookie)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(29).fill(409)]);
    assert.ok(answers.every(({ status, code }) => status === 200 || code === 'token_invalid'));
    assert.equal((await membersNamed(email)).length, 1);
  });
}

test('an address that is invited again gets a new link, and the older one is void', async () => {
  const email = freshEmail();
  const older = await invited(email);
  const again = await invite(email, { role: 'manager' });
  const newer = tokenOf(await waitForMail(server, email, 2));
  const { items } = (await studio.api('GET', '/v1/invitations')).body;
  assert.deepEqual(
    items.filter((item: { email: string }) => item.email === email),
    [again.body],
  );
  assert.equal((await accept({ token: older, ...guest })).code, 'token_invalid');
  assert.equal((await accept({ token: newer, ...guest })).status, 200);
  assert.equal((await membersNamed(email))[0].role, 'manager');
});

test('invited by two studios, a person joins both with one account', async () => {
  const second = await openStudio(server);
  const email = freshEmail();
  const token = await invited(email);
  assert.equal(wrote(await invite(email, {}, second)), 'done');
  const other = tokenOf(await waitForMail(server, email, 2));
  assert.equal((await accept({ token, ...guest })).status, 200);
  assert.equal((await accept({ token: other, ...guest })).code, 'sign_in_required');
  const cookie = await session(server, email, undefined, guest.password);
  assert.deepEqual((await accept({ token: other }, cookie)).body.workspaceSlug, second.slug);
});

test('tokens are kept as hashes; void, expired, revoked, used and made-up ones are answered alike and cost no hashing', async () => {
  const [used, expired, revoked] = [freshEmail(), freshEmail(), freshEmail()];
  const tokens = [await invited(used), await invited(expired), await invited(revoked), 'x'.repeat(43)];
  const { owner } = server.database;
  const { rows } = await owner.query(
    'select i::text || m::text as row from invitations i, mails m where m.recipient = i.email',
  );
  for (const token of tokens) {
    const inHex = Buffer.from(token).toString('hex');
    assert.ok(rows.every(({ row }) => !row.includes(token) && !row.includes(inHex)));
  }
  assert.equal((await accept({ token: tokens[0], ...guest })).status, 200);
  await owner.query('update invitations set expires_at = now() where email = $1', [expired]);
  const { items } = (await studio.api('GET', '/v1/invitations')).body;
  assert.ok(!items.some(({ email }: { email: string }) => email === expired), 'nor is one that has expired listed');
  const { id } = items.find(({ email }: { email: string }) => email === revoked);
  assert.equal((await studio.api('DELETE', `/v1/invitations/${id}`)).status, 204);
  assert.equal((await studio.api('DELETE', `/v1/invitations/${id}`)).status, 404);
  const answers: string[] = [];
  const hashed = await countHashing(async () => {
    for (const token of tokens)
      for (const { text } of [await send('view', { token }), await accept({ token, ...guest })]) answers.push(text);
  });
  assert.equal(hashed, 0);
  assert.equal(new Set(answers).size, 1, answers.join('\n'));
  assert.match(answers[0]!, /token_invalid/);
  await purgeOnce(server.app.services);
  assert.equal((await owner.query('select 1 from invitations where email = $1', [expired])).rowCount, 0);
});

test('looking at an invitation, as scanners of mail do, leaves it as it is', async () => {
  const token = await invited(freshEmail());
  for (let time = 0; time < 3; time += 1) assert.equal((await send('view', { token })).status, 200);
  for (const what of ['view', 'accept'])
    assert.equal((await fetch(`${server.url}/v1/invitations/${what}`)).status, 405, 'GET leads nowhere');
  assert.equal((await accept({ token, ...guest })).status, 200);
});

test('inviting is the same answer and the same work whether or not the address has an account', async () => {
  const known = freshEmail();
  await register(server, known);
  const seen = async (email: string) => {
    let answer!: Response;
    const statements = await recordStatements(async () => {
      answer = await server.app.hono.request(`${server.url}/v1/invitations`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: studio.cookie,
          origin: server.url,
          'alloza-workspace': studio.slug,
        },
        body: JSON.stringify({ email, role: 'member' }),
      });
    });
    const {
      id: _id,
      createdAt: _at,
      expiresAt: _end,
      email: _email,
      ...body
    } = (await answer.json()) as Record<string, string>;
    return { status: answer.status, body, texts: statements.map(({ text }) => text) };
  };
  await seen(freshEmail());
  const [one, other] = [await seen(known), await seen(freshEmail())];
  assert.equal(one.status, 201);
  assert.ok(one.texts.length > 8);
  assert.deepEqual(one, other);
});

test('managers invite members, and leave invitations of managers to the owner', async () => {
  const manager = await joinStudio(studio, { role: 'manager' });
  const [email, theirs] = [freshEmail(), freshEmail()];
  assert.equal(wrote(await invite(email, { role: 'manager' }, manager)), '403 forbidden');
  assert.equal(wrote(await invite(theirs, {}, manager)), 'done');
  const { body } = await invite(email, { role: 'manager' });
  assert.equal(wrote(await invite(email, {}, manager)), '403 forbidden', 'nor replace it by a lesser one');
  assert.equal(wrote(await manager.api('DELETE', `/v1/invitations/${body.id}`)), '403 forbidden');
  const open = (await manager.api('GET', '/v1/invitations')).body.items.map((item: { id: string }) => item.id);
  assert.ok(open.includes(body.id), 'it is still open');
  assert.equal(wrote(await invite(email, { role: 'owner' })), '422 invalid_request');
  const refused = await invite(freshEmail(), { role: 'manager', ownJobsOnly: true });
  assert.equal(refused.body.errors[0].pointer, '/ownJobsOnly');
});

test('an address gets five mails of a studio in a day at most, however many ask at once', async () => {
  const email = freshEmail();
  const answers = await Promise.all(Array.from({ length: 12 }, () => invite(email)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 5);
  assert.ok(answers.every((answer) => ['done', '409 too_many_invitations'].includes(wrote(answer))));
  // Only the newest link is worth a mail: those that waited behind it may have lost their reason.
  await waitForMail(server, email, 1);
  assert.ok(mailsTo(server, email).length <= 5);
});

test('a studio sends 100 invitations in a day, and taking them back makes room for no more', async () => {
  const busy = await openStudio(server);
  const key = `invitations:${storedId('workspace', busy.workspaceId)}`;
  const first = await invite(freshEmail(), {}, busy);
  await busy.api('DELETE', `/v1/invitations/${first.body.id}`);
  await server.database.owner.query('update rate_limits set points = 98 where key = $1', [key]);
  const answers = await Promise.all(Array.from({ length: 5 }, () => invite(freshEmail(), {}, busy)));
  assert.deepEqual(answers.map(wrote).sort(), [...Array(3).fill('429 rate_limited'), 'done', 'done']);
  assert.ok(Number(answers.find(({ status }) => status === 429)!.headers.get('retry-after')) > 80_000);
});

test('a retry with its Idempotency-Key invites once, and accepts once', async () => {
  const email = freshEmail();
  const body = { email, role: 'member' };
  const headers = { 'idempotency-key': 'once' };
  const [one, again] = [
    await studio.api('POST', '/v1/invitations', { body, headers }),
    await studio.api('POST', '/v1/invitations', { body, headers }),
  ];
  assert.deepEqual([again.status, again.body], [201, one.body]);
  const token = tokenOf(await waitForMail(server, email));
  const from = '10.99.1.1';
  const joins = () =>
    post(server, '/v1/invitations/accept', { token, ...guest }, { from, headers: { 'idempotency-key': token } });
  const [first, second] = [await joins(), await joins()];
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.equal(second.headers.get('idempotent-replayed'), 'true');
});
