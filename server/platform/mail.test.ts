import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { seedDemo } from '../demo.ts';
import { createLead } from '../leads/service.ts';
import { systemActor } from './context.ts';
import { newId, publicId, storedId } from './ids.ts';
import { mailJobs } from './mail.ts';
import { startTestServer, type TestServer, eventually as within } from './testing.ts';
import { settle } from './testing-snapshot.ts';
import { openStudio, type Studio } from './testing-studio.ts';
import { inUnit } from './unit.ts';

/** Tries come seconds apart, so what they lead to may take a while. */
const eventually = <T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
) => within(what, probe, 30_000);

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

/** Queues what the provider's next calls meet. */
async function trouble(kind: 'fail' | 'hang' | 'drop', body: object): Promise<void> {
  const answer = await fetch(`${server.url}/sandbox/resend/control/${kind}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200);
}

/** An enquiry by a key: the studio gets one mail about it. */
const enquire = async (name: string): Promise<string> =>
  (await studio.api('POST', '/v1/leads', { as: 'secret', body: { name, email: 'visitor@example.com' } })).body.id;

const mailsAbout = (name: string) =>
  server.sandbox.mails().filter((mail) => mail.subject === `New enquiry from ${name}`);

async function rowAbout(leadId: string) {
  const { rows } = await server.database.owner.query('select * from mails where subject_id = $1', [
    storedId('lead', leadId),
  ]);
  assert.ok(rows.length <= 1);
  return rows[0];
}

const ended = (leadId: string) =>
  eventually('the mail to leave or fail', async () => {
    const row = await rowAbout(leadId);
    return row && row.status !== 'queued' && row;
  });

const triesOf = (mailId: string) =>
  server.sandbox.requests('resend').filter((request) => request.headers['idempotency-key'] === mailId);

test('whatever goes wrong at the provider for a while, every mail leaves exactly once', async () => {
  await trouble('fail', { status: 429, retryAfter: 1 });
  await trouble('fail', { status: 500, times: 2 });
  await trouble('fail', { status: 503 });
  await trouble('fail', { status: 409, name: 'concurrent_idempotent_requests' });
  await trouble('fail', { status: 200, body: '<html>no answer of this provider</html>' });
  await trouble('fail', { status: 302, location: 'http://localhost:1/elsewhere' });
  await trouble('hang', { ms: 2500 });
  await trouble('drop', { done: false });
  await trouble('drop', { done: true });
  const names = Array.from({ length: 10 }, (_, index) => `Trouble ${index}`);
  const leads = await Promise.all(names.map(enquire));
  for (const lead of leads) assert.equal((await ended(lead)).status, 'sent');
  await settle(server.database);
  for (const name of names) assert.equal(mailsAbout(name).length, 1, name);
  const keys = server.sandbox.requests('resend').map((request) => request.headers['idempotency-key']);
  const tries = new Map(keys.map((key) => [key, keys.filter((other) => other === key).length]));
  assert.ok(
    [...tries.values()].some((count) => count > 1),
    'a second try bears the key of the first',
  );
});

test('a refusal for good is recorded and not repeated', async () => {
  await trouble('fail', { status: 422, name: 'validation_error' });
  const lead = await enquire('Refused');
  const row = await ended(lead);
  assert.deepEqual([row.status, row.failure, row.sent_at, row.provider_id], ['failed', 'validation_error', null, null]);
  await settle(server.database);
  assert.deepEqual(mailsAbout('Refused'), []);
  assert.equal(triesOf(publicId('mail', row.id)).length, 1);
});

test('the job run again, after it is done or at the same time, sends nothing more', async () => {
  const lead = await enquire('Again');
  const { id: mailId } = await ended(lead);
  const workspaceId = storedId('workspace', studio.workspaceId)!;
  const run = () => mailJobs['mail.send']!.runManually!(server.app.services, { workspaceId, mailId } as never);
  await run();
  await server.database.owner.query("update mails set status = 'queued' where id = $1", [mailId]);
  await Promise.allSettled([run(), run(), run()]);
  await run();
  assert.equal(mailsAbout('Again').length, 1);
  assert.equal((await rowAbout(lead)).status, 'sent');
});

test('a mail leaves only if its transaction commits', async () => {
  const order = { template: 'account.exists', to: 'rolled-back@example.com', data: { locale: 'en' } };
  const workspaceId = storedId('workspace', studio.workspaceId)!;
  const work = inUnit(server.app.services, workspaceId, systemActor, async (ctx) => {
    ctx.mail(order);
    ctx.enqueue('mail.send', { mailId: newId() });
    throw new Error('rolled back');
  });
  await assert.rejects(work, /rolled back/);
  await inUnit(server.app.services, workspaceId, systemActor, async (ctx) =>
    ctx.mail({ ...order, to: 'committed@example.com' }),
  );
  await eventually('the mail of the other', () =>
    server.sandbox.mails().some((mail) => mail.to.includes('committed@example.com')),
  );
  await settle(server.database);
  assert.ok(!server.sandbox.mails().some((mail) => mail.to.includes('rolled-back@example.com')));
});

test('a mail whose record is gone before it leaves is dropped', async () => {
  await trouble('fail', { status: 500 });
  const lead = await enquire('Vanishing');
  await eventually('the mail to be ordered', () => rowAbout(lead));
  const owner = server.database.owner;
  await owner.query('update leads set name = name where id = $1', [storedId('lead', lead)]);
  await owner.query('delete from leads where id = $1', [storedId('lead', lead)]);
  const row = await ended(lead);
  assert.deepEqual([row.status, row.failure], ['failed', 'dropped']);
  assert.deepEqual(mailsAbout('Vanishing'), []);
});

test('what a mail needs in secret is unreadable in its row, and gone once it has left', async () => {
  await settle(server.database);
  await trouble('fail', { status: 500 });
  const email = studio.email;
  const answer = await studio.api('POST', '/v1/account/request-password-reset', { as: 'none', body: { email } });
  assert.equal(answer.status, 202);
  const { rows: waiting } = await server.database.owner.query(
    "select data, secrets from mails where recipient = $1 and template = 'account.reset' and status = 'queued'",
    [email],
  );
  assert.equal(waiting.length, 1);
  assert.ok(waiting[0].secrets.length > 50);
  assert.doesNotMatch(JSON.stringify(waiting[0].data), /token/);
  const mail = await eventually('the mail', () =>
    server.sandbox.mails().find((sent) => /#token=/.test(sent.text ?? '') && /reset/.test(sent.text ?? '')),
  );
  const token = /#token=([\w-]+)/.exec(mail.text!)![1]!;
  assert.ok(!waiting[0].secrets.includes(token));
  const left = async () => {
    const { rows } = await server.database.owner.query(
      "select secrets from mails where recipient = $1 and template = 'account.reset' and status = 'sent'",
      [email],
    );
    return rows.length === 1 && rows[0].secrets === null;
  };
  await eventually('the row to let it go', left);
});

test('of enquiries that name one address, handled at the same time, three thank it', async () => {
  const email = 'often@example.com';
  await using web = await startTestServer({ ALLOZA_ROLE: 'web' });
  const { services } = web.app;
  await seedDemo(web.app);
  const { rows } = await web.database.owner.query(
    "select workspace_id, id from lead_forms where workspace_id = (select id from workspaces where slug = 'lumen-and-oak')",
  );
  const [{ workspace_id: workspaceId, id: formId }] = rows;
  for (let index = 0; index < 9; index += 1) {
    await inUnit(services, workspaceId, systemActor, async (ctx) => {
      await createLead(
        ctx,
        { name: `Often ${index}`, email, formId: publicId('leadForm', formId) },
        { kind: 'widget' },
      );
    });
  }
  await using worker = await startTestServer({ ALLOZA_ROLE: 'worker' }, web.database);
  assert.ok(worker);
  await settle(web.database);
  const thanks = await web.database.owner.query(
    "select 1 from mails where recipient = $1 and template = 'leads.thanks'",
    [email],
  );
  assert.equal(thanks.rowCount, 3);
});
