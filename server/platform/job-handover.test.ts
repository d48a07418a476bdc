import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from './context.ts';
import { newId } from './ids.ts';
import { eventually, startTestServer, type TestDatabase } from './testing.ts';
import { inUnit } from './unit.ts';

/** Holds up whoever works on a mail. */
async function lockMail(owner: TestDatabase['owner'], mailId: string) {
  const client = await owner.connect();
  let held = true;
  await client.query('begin');
  await client.query('select 1 from mails where id = $1 for update', [mailId]);
  const release = async () => {
    if (held) await client.query('rollback');
    if (held) client.release();
    held = false;
  };
  return { release, [Symbol.asyncDispose]: release };
}

test('a process that ends takes no further job and hands back what takes too long; another does both within seconds', async (t) => {
  await using web = await startTestServer({ ALLOZA_ROLE: 'web' });
  const { owner } = web.database;
  const startWorker = () =>
    startTestServer({ ALLOZA_ROLE: 'worker', RESEND_BASE_URL: `${web.url}/sandbox/resend` }, web.database);
  const order = async (to: string) => {
    const mail = { template: 'account.exists', to, data: { locale: 'en' } };
    await inUnit(web.app.services, newId(), systemActor, async (ctx) => ctx.mail(mail));
    const { rows } = await owner.query('select id from mails where recipient = $1', [to]);
    const stateOf = async () =>
      (await owner.query("select state from jobs.job where data->>'mailId' = $1", [rows[0].id])).rows[0].state;
    const arrived = () => web.sandbox.mails().filter((mail) => mail.to.includes(to)).length;
    return { id: rows[0].id as string, stateOf, arrived };
  };
  const [long, late] = [await order('long@example.com'), await order('late@example.com')];
  await owner.query("update jobs.job set start_after = now() + interval '1 hour' where data->>'mailId' = $1", [
    late.id,
  ]);

  await using lock = await lockMail(owner, long.id);
  await using ending = await startWorker();
  await eventually('the long job to run', async () => (await long.stateOf()) === 'active');

  await ending.app.drain();
  // A look that was under way may still bring a job, which then is one that runs.
  await sleep(1000);
  await owner.query("update jobs.job set start_after = now() where data->>'mailId' = $1", [late.id]);
  const next = await order('next@example.com');
  // Longer than it takes until a worker looks again.
  await sleep(2500);
  assert.deepEqual([await late.stateOf(), await next.stateOf()], ['created', 'created'], 'no further job');
  assert.equal(await long.stateOf(), 'active', 'the one that runs goes on');
  const asked = performance.now();
  await ending.app.services.jobs.stop(1000);
  const stopMs = performance.now() - asked;
  assert.equal(await long.stateOf(), 'retry', 'handed back');
  assert.ok(stopMs < 2500, `${stopMs} ms`);

  await lock.release();
  const started = performance.now();
  await using other = await startWorker();
  assert.ok(other);
  for (const mail of [long, late, next]) {
    await eventually('the job to be done', async () => (await mail.stateOf()) === 'completed');
    assert.equal(mail.arrived(), 1);
  }
  const doneMs = performance.now() - started;
  t.diagnostic(`handed back after ${Math.round(stopMs)} ms, done by another ${Math.round(doneMs)} ms later`);
  assert.ok(doneMs < 10_000);
});
