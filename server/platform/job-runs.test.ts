import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from './context.ts';
import { newId, publicId } from './ids.ts';
import { deadLetters } from './job-queues.ts';
import { eventually, startTestServer, type TestServer } from './testing.ts';
import { inUnit } from './unit.ts';

/** `server` adds jobs and runs none; `worker` runs them, and is started once the first test has set its stage. */
let server: TestServer;
let worker: TestServer;
const workspaceId = newId();
const canary = 'canary@example.com';
before(async () => {
  server = await startTestServer({ ALLOZA_ROLE: 'web' });
  await Promise.all(['failing', 'unsure', 'killed'].map(orderUnreadable));
  worker = await startTestServer(
    { ALLOZA_ROLE: 'worker', RESEND_BASE_URL: `${server.url}/sandbox/resend` },
    server.database,
  );
});
after(async () => {
  await worker.stop();
  await server.stop();
});

const sql = async (text: string, values: unknown[] = []) => (await server.database.owner.query(text, values)).rows;

/** A mail whose secrets no key opens any more, so that its job fails at every try, and now has its last. */
async function orderUnreadable(to: string): Promise<void> {
  const mail = { template: 'account.verify', to, data: { name: canary }, secrets: { token: canary } };
  await inUnit(server.app.services, workspaceId, systemActor, async (ctx) => ctx.mail(mail));
  await sql('update mails set secrets = substr(secrets, 1, 12) where recipient = $1', [to]);
  await sql(
    'update jobs.job set retry_count = retry_limit where data->>$1 = (select id::text from mails where recipient = $2)',
    ['mailId', to],
  );
  if (to === 'unsure') await sql('update mails set attempts = 1, unsure_since = now() where recipient = $1', [to]);
  if (to === 'killed')
    await sql(
      `update jobs.job set state = 'active', started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
        where data->>'mailId' = (select id::text from mails where recipient = $1)`,
      [to],
    );
}

const ended = (to: string) =>
  eventually('the mail to end', async () => {
    const [row] = await sql("select * from mails where recipient = $1 and status <> 'queued'", [to]);
    return row;
  });
const alarmsAbout = (alarm: string, mailId: string) =>
  worker.logged.filter((line) => line.alarm === alarm && line.mailId === mailId);

for (const [to, status, why] of [
  ['failing', 'failed', 'whose job fails at its last try'],
  ['unsure', 'unknown', 'that may have left when its job fails for the last time'],
  ['killed', 'failed', 'whose job is killed with its process at its last try'],
] as const) {
  test(`a mail ${why} ends as ${status}, and somebody is called`, async () => {
    const row = await ended(to);
    assert.deepEqual([row.status, row.failure, row.secrets], [status, 'job_failed', null]);
    const letters = await eventually('the letter', async () => {
      const rows = await sql(
        "select * from jobs.job where name = $1 and data->>'mailId' = $2 and state = 'completed'",
        [deadLetters, row.id],
      );
      return rows.length > 0 && rows;
    });
    assert.equal(letters.length, 1);
    const [letter] = letters;
    assert.partialDeepStrictEqual(alarmsAbout('mail_lost', publicId('mail', row.id)), [{ status, code: 'job_failed' }]);
    const dead = worker.logged.filter((line) => line.alarm === 'job_dead' && line.jobId === letter.source_id);
    assert.equal(dead.length, 1);
    const { time: _time, level: _level, msg: _msg, ...details } = dead[0]!;
    assert.deepEqual(details, { alarm: 'job_dead', queue: 'mail.send', jobId: letter.source_id, workspaceId });
    assert.deepEqual(letter.data, { mailId: row.id, workspaceId });
    assert.doesNotMatch(JSON.stringify([letters, worker.logged]), /canary/, 'neither letter nor log holds content');
  });
}

test('a job that belongs to no studio can not be added: its transaction is undone', async () => {
  for (const wrong of ['', 'nonsense', '00000000']) {
    const mailId = newId();
    const work = inUnit(server.app.services, workspaceId, systemActor, async (ctx) => {
      ctx.mail({ template: 'account.exists', to: `undone-${wrong}`, data: { locale: 'en' } });
      ctx.enqueue('mail.send', { mailId, workspaceId: wrong });
    });
    await assert.rejects(work, /belongs to no studio/);
    assert.deepEqual(await sql('select 1 from mails where recipient = $1', [`undone-${wrong}`]), []);
  }
});

test('a job that belongs to no studio, however it came to be, is given up without a try', async () => {
  const mailId = newId();
  const payloads = [{ mailId }, { mailId, workspaceId: 'nonsense' }, { mailId, workspaceId: null }];
  await server.app.services.jobs.boss.insert(
    'mail.send',
    payloads.map((data) => ({ data })),
  );
  const letters = await eventually('the letters', async () => {
    const rows = await sql("select * from jobs.job where name = $1 and data->>'mailId' = $2 and state = 'completed'", [
      deadLetters,
      mailId,
    ]);
    return rows.length === payloads.length && rows;
  });
  for (const letter of letters) {
    assert.deepEqual([letter.source_retry_count, letter.source_output], [0, { error: 'no_studio' }]);
    const said = worker.logged.filter((line) => line.jobId === letter.source_id);
    assert.partialDeepStrictEqual(said, [{ alarm: 'job_dead', queue: 'mail.send', workspaceId: null }]);
    assert.equal(said.length, 1);
  }
});
