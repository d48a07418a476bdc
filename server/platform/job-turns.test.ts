import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemActor } from './context.ts';
import { newId } from './ids.ts';
import { eventually, startTestServer } from './testing.ts';
import { inUnit } from './unit.ts';

const crowd = 2000;

test(`behind ${crowd} jobs of one studio, another's starts after its share and not after all of them`, async (t) => {
  await using web = await startTestServer({ ALLOZA_ROLE: 'web' });
  const { owner } = web.database;
  /** Sending a mail that is not there is done at once. */
  const add = (workspaceId: string, count: number) =>
    inUnit(web.app.services, workspaceId, systemActor, async (ctx) => {
      for (let index = 0; index < count; index += 1) ctx.enqueue('mail.send', { mailId: newId() });
    });
  const [busy, other] = [newId(), newId()];
  await add(busy, crowd);
  await add(other, 1);
  await using worker = await startTestServer({ ALLOZA_ROLE: 'worker' }, web.database);
  assert.ok(worker);
  const startedOf = async (workspaceId: string) =>
    (
      await owner.query('select started_on from jobs.job where group_id = $1 and started_on is not null', [workspaceId])
    ).rows.map((row) => row.started_on as Date);
  const [at] = await eventually('the job of the other studio', async () => {
    const started = await startedOf(other);
    return started.length > 0 && started;
  });
  const before = (await startedOf(busy)).filter((started) => started < at!).length;
  await owner.query("delete from jobs.job where state = 'created'");
  t.diagnostic(`${before} of ${crowd} started before it`);
  // A share of 200 and what runs beside it; a minute that ends while they are added begins another share.
  assert.ok(before <= 440, `${before} started before it`);
});
