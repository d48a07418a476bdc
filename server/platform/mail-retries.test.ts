import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from './context.ts';
import { noWorkspace } from './database.ts';
import { publicId } from './ids.ts';
import { mailJobs } from './mail.ts';
import type { MailOrder } from './outbox.ts';
import { eventually, startTestServer, type TestServer } from './testing.ts';
import { inUnit } from './unit.ts';

/** Orders mails and works on none: every try is the test's own, so that none has to be waited for. */
let server: TestServer;
before(async () => {
  server = await startTestServer({ ALLOZA_ROLE: 'web' });
});
after(() => server.stop());

const sql = async (text: string, values: unknown[] = []) => (await server.database.owner.query(text, values)).rows;

async function trouble(kind: 'fail' | 'drop', body: object): Promise<void> {
  const address = `${server.url}/sandbox/resend/control/${kind}`;
  assert.equal((await fetch(address, { method: 'POST', body: JSON.stringify(body) })).status, 200);
}

let ordered = 0;

/** A mail with a one-use link, as a registration orders one. */
async function order(more: Partial<MailOrder> = {}) {
  ordered += 1;
  const to = `person-${ordered}@example.com`;
  const mail = { template: 'account.verify', to, data: { locale: 'en' }, secrets: { token: 'canary' }, ...more };
  await inUnit(server.app.services, noWorkspace, systemActor, async (ctx) => ctx.mail(mail));
  const [{ id }] = await sql('select id from mails where recipient = $1', [to]);
  const key = publicId('mail', id);
  return {
    id: id as string,
    key,
    row: async () => (await sql('select * from mails where id = $1', [id]))[0],
    set: (assignments: string) => sql(`update mails set ${assignments} where id = $1`, [id]),
    attempt: () =>
      mailJobs['mail.send']!.runManually!(server.app.services, { workspaceId: noWorkspace, mailId: id } as never),
    /** Seconds until the try that was ordered last. */
    wait: async () => {
      const rows = await sql(
        `select extract(epoch from start_after - created_on)::float as seconds from jobs.job
          where data->>'mailId' = $1 order by created_on desc limit 1`,
        [id],
      );
      return rows[0].seconds as number;
    },
    asked: () => server.sandbox.requests('resend').filter(({ headers }) => headers['idempotency-key'] === key).length,
    arrived: () => server.sandbox.mails().filter((sent) => sent.to.includes(to)).length,
  };
}

const alarms = (alarm: string) => server.logged.filter((line) => line.alarm === alarm);
const alarmsAbout = (alarm: string, mailId: string) => alarms(alarm).filter((line) => line.mailId === mailId);

for (const [status, code] of [
  [401, 'missing_api_key'],
  [403, 'invalid_api_key'],
] as const) {
  test(`${status} of the provider holds mails back with one alarm, and they leave once the fault ends`, async () => {
    const mails = [await order(), await order()];
    await trouble('fail', { status, times: 6 });
    for (const mail of [...mails, ...mails, ...mails]) await mail.attempt();
    for (const mail of mails) {
      const { status: state, failure, attempts, unsure_since: unsure, secrets } = await mail.row();
      assert.deepEqual([state, failure, attempts, unsure], ['queued', code, 3, null]);
      assert.ok(secrets, 'the link is kept');
    }
    const said = alarms('mail_blocked').filter((line) => line.code === code);
    assert.equal(said.length, 1, 'one line for six tries of two mails');
    assert.doesNotMatch(JSON.stringify(said), /example\.com|canary/);
    for (const mail of mails) {
      await mail.attempt();
      await mail.attempt();
      const { status: state, failure, secrets } = await mail.row();
      assert.deepEqual([state, failure, secrets, mail.arrived()], ['sent', null, null, 1]);
    }
  });
}

test('the wait grows from a second to half an hour', async () => {
  const mail = await order({ minutes: 3 * 24 * 60 });
  await trouble('fail', { status: 500, times: 6 });
  for (const [tries, longest] of [
    [0, 2],
    [1, 4],
    [4, 32],
    [9, 1024],
    [10, 1800],
    [500, 1800],
  ] as const) {
    await mail.set(`attempts = ${tries}`);
    await mail.attempt();
    const seconds = await mail.wait();
    assert.ok(seconds >= longest / 2 && seconds <= longest, `${seconds} s after try ${tries + 1}`);
  }
});

test('the wait the provider asks for is kept, and a wish of nought is none', async () => {
  const mail = await order({ minutes: 3 * 24 * 60 });
  for (const [status, retryAfter] of [
    [429, 90],
    [503, 7],
    [429, 5000],
  ] as const) {
    await trouble('fail', { status, retryAfter });
    await mail.attempt();
    assert.equal(await mail.wait(), retryAfter);
  }
  await mail.set('attempts = 5');
  await trouble('fail', { status: 503, retryAfter: 0 });
  await mail.attempt();
  assert.ok((await mail.wait()) >= 32, 'a provider that is down is not asked at once, again and again');
});

test('a mail that would be over before its next try is looked at when it is over', async () => {
  const mail = await order({ minutes: 5 });
  await trouble('fail', { status: 429, retryAfter: 50_000 });
  await mail.attempt();
  const seconds = await mail.wait();
  assert.ok(seconds > 290 && seconds <= 301, `${seconds} s`);
});

test('a mail whose time is over ends without being sent: alarm, and its secrets gone', async () => {
  const [never, unsure] = [await order(), await order()];
  await never.set("expires_at = now() - interval '1 second'");
  await unsure.set("expires_at = now() - interval '1 second', attempts = 1, unsure_since = now() - interval '1 hour'");
  for (const [mail, state] of [
    [never, 'failed'],
    [unsure, 'unknown'],
  ] as const) {
    await mail.attempt();
    const { status, failure, secrets } = await mail.row();
    assert.deepEqual([status, failure, secrets, mail.asked()], [state, 'expired', null, 0]);
    const [said, ...more] = alarmsAbout('mail_lost', mail.key);
    assert.partialDeepStrictEqual(said, { status: state, code: 'expired', template: 'account.verify' });
    assert.deepEqual(more, []);
    assert.doesNotMatch(JSON.stringify(said), /example\.com|canary/);
    await mail.attempt();
    assert.equal(alarmsAbout('mail_lost', mail.key).length, 1);
  }
});

test('a mail whose connection broke after it left is asked about again under its key, and leaves once', async () => {
  const mail = await order();
  await trouble('drop', { done: true });
  await mail.attempt();
  const { status, unsure_since: since } = await mail.row();
  assert.deepEqual([status, mail.arrived()], ['queued', 1]);
  assert.ok(since, 'it may have left');
  await mail.attempt();
  assert.deepEqual([(await mail.row()).status, mail.arrived(), mail.asked()], ['sent', 1, 2]);
});

test('that a later try was refused says nothing about an earlier one that may have left', async () => {
  const [mail, refused] = [await order(), await order()];
  await trouble('drop', { done: false });
  await trouble('fail', { status: 429, times: 2 });
  await mail.attempt();
  const { unsure_since: since } = await mail.row();
  await mail.attempt();
  assert.ok(since);
  assert.deepEqual((await mail.row()).unsure_since, since);
  await refused.attempt();
  assert.equal((await refused.row()).unsure_since, null);
});

test('a mail that may have left a day ago, when the provider forgets keys, ends as unknown and is never sent twice', async () => {
  const mail = await order({ minutes: 3 * 24 * 60 });
  await trouble('drop', { done: true });
  await mail.attempt();
  await mail.set("unsure_since = now() - interval '24 hours'");
  await mail.attempt();
  await mail.attempt();
  const { status, failure, secrets } = await mail.row();
  assert.deepEqual([status, failure, secrets], ['unknown', 'unsure_too_long', null]);
  assert.deepEqual([mail.arrived(), mail.asked()], [1, 1]);
  assert.partialDeepStrictEqual(alarmsAbout('mail_lost', mail.key), [{ status: 'unknown', code: 'unsure_too_long' }]);
});

test('a process that dies while it asks leaves a mail that another sends, within a day', async () => {
  const [early, late] = [await order({ minutes: 3 * 24 * 60 }), await order({ minutes: 3 * 24 * 60 })];
  await early.set("attempts = 1, unsure_since = now() - interval '22 hours'");
  await late.set("attempts = 1, unsure_since = now() - interval '24 hours'");
  await early.attempt();
  await late.attempt();
  assert.deepEqual([(await early.row()).status, early.arrived()], ['sent', 1]);
  assert.deepEqual([(await late.row()).status, late.arrived()], ['unknown', 0]);
});

test('a key that the provider knows with another content is not asked about again', async () => {
  const mail = await order();
  await trouble('fail', { status: 409, name: 'invalid_idempotent_request' });
  await mail.attempt();
  await mail.attempt();
  const { status, failure } = await mail.row();
  assert.deepEqual([status, failure, mail.asked()], ['unknown', 'invalid_idempotent_request', 1]);
});

test('mails that have waited for a quarter of an hour raise the alarm, once for all of them', async () => {
  const mails = [await order({ minutes: 600 }), await order({ minutes: 600 })];
  await trouble('fail', { status: 500, times: 4 });
  for (const mail of mails) await mail.attempt();
  assert.deepEqual(alarms('mail_late'), []);
  for (const mail of mails) {
    await mail.set("created_at = now() - interval '16 minutes'");
    await mail.attempt();
  }
  assert.equal(alarms('mail_late').length, 1);
});

test('a mail with a link waits as long as the link works, others three days', async () => {
  const call = (path: string, body: object) =>
    fetch(`${server.url}/v1/account/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const email = 'link@example.com';
  assert.equal((await call('register', { name: 'Ana', email, studioName: 'Lumen' })).status, 202);
  assert.equal((await call('request-password-reset', { email })).status, 202);
  const rows = await sql(
    `select template, extract(epoch from m.expires_at - m.created_at)::int / 60 as minutes,
            m.expires_at = t.expires_at as as_long
       from mails m join account_tokens t on t.email = m.recipient and m.template =
            case t.purpose when 'reset' then 'account.reset' else 'account.verify' end
      where recipient = $1 order by template`,
    [email],
  );
  assert.deepEqual(rows, [
    { template: 'account.reset', minutes: 30, as_long: true },
    { template: 'account.verify', minutes: 60, as_long: true },
  ]);
  const news = await order({ template: 'account.exists', secrets: undefined as never });
  const { expires_at: end, created_at: start } = await news.row();
  assert.equal(end - start, 72 * 3_600_000);
});

test('a mail that waits is tried by the worker when its time has come, without anybody doing anything', async () => {
  const mail = await order();
  await sql("delete from jobs.job where data->>'mailId' <> $1", [mail.id]);
  await trouble('fail', { status: 503, times: 2, retryAfter: 1 });
  await using worker = await startTestServer(
    { ALLOZA_ROLE: 'worker', RESEND_BASE_URL: `${server.url}/sandbox/resend` },
    server.database,
  );
  assert.ok(worker);
  await eventually('the mail', async () => (await mail.row()).status === 'sent', 15_000);
  assert.deepEqual([mail.arrived(), mail.asked()], [1, 3]);
});
