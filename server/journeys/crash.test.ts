import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../platform/testing.ts';
import { CrashBench, random } from './crash-harness.ts';

const only = process.env.CHAOS_SEED;
const seeds = only
  ? [Number(only)]
  : Array.from({ length: Number(process.env.CHAOS_SEEDS ?? 3) }, (_, index) => 1000 + index);
const writers = 6;

interface Sent {
  key: string;
  name: string;
  acknowledged: string | null;
}

test('killed at any moment under load, the server loses and doubles no acknowledged lead, and every event has its effect once', async (t) => {
  // Most of a seed's time is waiting for the dead process's jobs to be missed, so several installations share it.
  const waiting = [...seeds];
  const lane = async () => {
    await using bench = await CrashBench.open();
    await bench.start();
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
      t.diagnostic(await killOnce(bench, seed));
  };
  await Promise.all(Array.from({ length: Math.min(5, seeds.length) }, lane));
});

/** One round: load, a kill at a random moment, a restart, and everything held against what was acknowledged. */
async function killOnce(bench: CrashBench, seed: number): Promise<string> {
  const { owner } = bench.database;
  const chance = random(seed);
  const { secretKey } = (await (await fetch(`${bench.url}/sandbox/credentials.json`)).json()) as {
    secretKey: string;
  };
  const sent: Sent[] = [];
  let running = true;
  const send = async (entry: Sent, key: string): Promise<void> => {
    const answer = await fetch(`${bench.url}/v1/leads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': entry.key },
      body: JSON.stringify({ name: entry.name, email: 'load@example.com' }),
    });
    if (answer.status === 201) entry.acknowledged = ((await answer.json()) as { id: string }).id;
  };
  const load = Array.from({ length: writers }, async (_, writer) => {
    for (let index = 0; running; index += 1) {
      const entry: Sent = {
        key: `${seed}-${writer}-${index}`,
        name: `Seed ${seed} lead ${writer}-${index}`,
        acknowledged: null,
      };
      sent.push(entry);
      await send(entry, secretKey).catch(() => sleep(20));
    }
  });
  const count = () => sent.filter((entry) => entry.acknowledged).length;
  await eventually(`seed ${seed}: some load`, () => count() >= 10, 20_000);
  await sleep(chance() * 500);
  await bench.kill();
  running = false;
  await Promise.all(load);
  await bench.start();
  // The sandbox makes a fresh secret key at each start: the caller is another, so only the database knows what was done.
  const acknowledged = sent.filter((entry) => entry.acknowledged);
  const { rows } = await owner.query(
    'select name, count(*)::int as count from leads where name like $1 group by name',
    [`Seed ${seed} %`],
  );
  const stored = new Map(rows.map((row) => [row.name as string, row.count as number]));
  for (const entry of acknowledged)
    assert.equal(stored.get(entry.name), 1, `seed ${seed}: ${entry.name} was acknowledged`);
  for (const [name, count] of stored) assert.equal(count, 1, `seed ${seed}: ${name} is stored ${count} times`);

  await eventually(
    `seed ${seed}: one notification a lead`,
    async () => {
      const subjects = bench.sandbox.mails().map((mail) => mail.subject);
      return [...stored.keys()].every((name) => subjects.includes(`New enquiry from ${name}`));
    },
    30_000,
  ).catch(async (error) => {
    const jobs = await owner.query('select name, state, count(*)::int as count from jobs.job group by 1, 2');
    throw new Error(`${(error as Error).message}; jobs: ${JSON.stringify(jobs.rows)}`);
  });
  for (const name of stored.keys()) {
    const mails = bench.sandbox.mails().filter((mail) => mail.subject === `New enquiry from ${name}`);
    assert.equal(mails.length, 1, `seed ${seed}: ${mails.length} mails about ${name}`);
  }
  const gaps = await owner.query(
    `select e.workspace_id, count(*)::int as events, max(e.sequence)::int as last, c.sequence::int as counter
         from events e join event_counters c using (workspace_id) group by 1, c.sequence`,
  );
  for (const row of gaps.rows)
    assert.deepEqual([row.events, row.last], [row.counter, row.counter], `seed ${seed}: the sequence has a gap`);
  const orphans = await owner.query(
    "select count(*)::int as count from leads l where not exists (select 1 from events e where e.lead_id = l.id and e.type = 'lead.created')",
  );
  assert.equal(orphans.rows[0].count, 0, `seed ${seed}: a lead without its event`);
  return `seed ${seed}: ${sent.length} sent, ${acknowledged.length} acknowledged, ${stored.size} stored`;
}

test('asked to end under load, the server fails no request and is gone within 25 seconds', async (t) => {
  await using bench = await CrashBench.open();
  await bench.start();
  const { secretKey } = (await (await fetch(`${bench.url}/sandbox/credentials.json`)).json()) as { secretKey: string };
  const stream = await fetch(`${bench.url}/v1/events/stream`, { headers: { authorization: `Bearer ${secretKey}` } });
  let served = 0;
  const failed: string[] = [];
  const load = Array.from({ length: 4 }, async () => {
    for (;;) {
      try {
        const answer = await fetch(`${bench.url}/v1/leads?limit=5`, {
          headers: { authorization: `Bearer ${secretKey}` },
        });
        await answer.text();
        if (answer.status === 200) served += 1;
        else failed.push(String(answer.status));
      } catch (error) {
        // Once the port is closed no connection is made: that is the end, not a failed request.
        const { code } = (error as { cause?: { code?: string } }).cause ?? {};
        if (code !== 'ECONNREFUSED') failed.push(String(code ?? error));
        return;
      }
    }
  });
  await eventually('some load', () => served >= 20);
  const { code, ms } = await bench.terminate();
  await Promise.all(load);
  await stream.text();
  assert.deepEqual(failed, []);
  assert.equal(code, 0);
  assert.ok(ms < 25_000);
  t.diagnostic(`${served} served, ended after ${Math.round(ms)} ms`);
});
