import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, type TestContext, test } from 'node:test';
import { storedId } from '../platform/ids.ts';
import { eventually } from '../platform/testing.ts';
import { CrashBench, random } from './crash-harness.ts';

const rows = Number(process.env.CSV_ROWS ?? 1500);
const isLong = rows > 10_000;

const csv = (count: number): string => {
  const lines = ['Name,E-mail,Phone,Street,City,Tags,Source,Custom: import'];
  for (let n = 1; n <= count; n += 1) {
    const phone = `+49301${String(n).padStart(6, '0')}`;
    lines.push(
      `Client ${n},c${n}@import.example,${phone},"Street ${n}, rear",Berlin,"wedding; ${n % 7}",Fair,"Words about the client number ${n}, and more"`,
    );
  }
  return lines.join('\r\n');
};

/** The secret key of the sandbox, which is another at each start. */
async function caller(bench: CrashBench) {
  const { secretKey } = (await (await fetch(`${bench.url}/sandbox/credentials.json`)).json()) as { secretKey: string };
  return async (method: string, path: string, body?: string) => {
    const headers = { authorization: `Bearer ${secretKey}`, ...(body ? { 'content-type': 'text/csv' } : {}) };
    const answer = await fetch(`${bench.url}/v1/${path}`, { method, headers, ...(body ? { body } : {}) });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
    return (answer.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : text;
  };
}

async function measured(child: ChildProcess, what: string) {
  child.send(what);
  for (;;) {
    const [told] = (await once(child, 'message')) as [
      { asked: string; blockedMs: number; peakMb: number; rssMb: number },
    ];
    if (told.asked === what) return told;
  }
}

const minutes = isLong ? 30 : 3;
const settled = (call: Awaited<ReturnType<typeof caller>>, id: string) =>
  eventually(
    'the import to come to an end',
    async () => {
      const found = await call('GET', `imports/${id}`);
      return !/ing$/.test(found.status) && found;
    },
    minutes * 60_000,
  );

let bench: CrashBench;
before(async () => {
  bench = await CrashBench.open();
});
after(() => bench[Symbol.asyncDispose]());

test(`${rows} rows pass without a turn of the web process above 50 ms, and below 300 MB in either process`, async (t) => {
  const preload = new URL('./self-measuring.ts', import.meta.url).href;
  const web = bench.fork({ ALLOZA_ROLE: 'web' }, preload);
  const ready = () =>
    fetch(`${bench.url}/readyz`).then(
      (answer) => answer.status < 500 || answer.status === 503,
      () => false,
    );
  await eventually('the web process', ready, 60_000);
  const worker = bench.fork({ ALLOZA_ROLE: 'worker', ALLOZA_SEED: 'none' }, preload);
  try {
    await walk(t, web, worker);
  } finally {
    for (const child of [web, worker]) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
  }
});

async function walk(t: TestContext, web: ChildProcess, worker: ChildProcess): Promise<void> {
  const call = await eventually('the demo studio', () => caller(bench).catch(() => null), 60_000);
  await call('GET', 'clients?limit=1');
  // The demo studio's own mails are laid out first: their library is a third of what a worker ever takes.
  await eventually('the demo to be done', async () => {
    const { rows: waiting } = await bench.database.owner.query(
      "select 1 from jobs.job where state in ('created', 'active', 'retry') limit 1",
    );
    return waiting.length === 0;
  });
  for (const child of [web, worker]) {
    const { peakMb, rssMb } = await measured(child, 'start');
    t.diagnostic(
      `${child === web ? 'web' : 'worker'} before: peak ${peakMb.toFixed(0)} MB, now ${rssMb.toFixed(0)} MB`,
    );
  }
  const blocked: string[] = [];
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    const [inWeb, inWorker] = [await measured(web, what), await measured(worker, what)];
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    t.diagnostic(
      `${what}: ${seconds} s; longest turn ${inWeb.blockedMs.toFixed(0)} ms web, ${inWorker.blockedMs.toFixed(0)} ms worker; peak ${inWeb.peakMb.toFixed(0)} MB web, ${inWorker.peakMb.toFixed(0)} MB worker`,
    );
    if (inWeb.blockedMs > 50) blocked.push(`${what}: ${inWeb.blockedMs} ms`);
    assert.ok(inWeb.peakMb < 300, `web: ${inWeb.peakMb} MB`);
    assert.ok(inWorker.peakMb < 300, `worker: ${inWorker.peakMb} MB`);
    return result;
  };
  const { id } = await step('upload', () => call('POST', 'imports?resource=clients', csv(rows)));
  const work = (verb: string) => async () => {
    await call('POST', `imports/${id}/${verb}`);
    return settled(call, id);
  };
  assert.equal((await step('check', work('check'))).counts.create, rows);
  assert.equal((await step('run', work('run'))).counts.create, rows);
  const text = await step('export', () => call('GET', 'clients/export?q=import'));
  assert.ok(text.split('\r\n').length > Math.min(rows, 1000));
  const all = await step('export of all', () => call('GET', 'clients/export'));
  assert.ok(all.split('\r\n').length > rows);
  assert.equal((await step('undo', work('undo'))).undone, rows);
  assert.deepEqual(blocked, []);
}

interface Progress {
  status: string;
  processed: number;
  /** Rows that say that they are behind the work under way. */
  behind: number;
}

/** Ends the process in the middle of the work of an import, so often, and starts it again. */
async function killInTheMiddle(t: TestContext, id: string, times: number, chance: () => number, behind: string) {
  const importId = storedId('import', id);
  const progress = async () => {
    const { rows: found } = await bench.database.owner.query<Progress>(
      `select status, processed, (select count(*)::int from import_rows where import_id = id and outcome = $2) as behind
         from imports where id = $1`,
      [importId, behind],
    );
    return found[0]!;
  };
  for (let kill = 0; kill < times; kill += 1) {
    const from = (await progress()).processed;
    await eventually('some rows', async () => (await progress()).processed > from, 60_000);
    await new Promise((resolve) => setTimeout(resolve, chance() * 100));
    await bench.kill();
    const left = await progress();
    t.diagnostic(`killed at row ${left.processed} (${left.status})`);
    assert.match(left.status, /^(running|undoing)$/, 'it was in the middle');
    assert.equal(left.processed, left.behind, 'the progress is what the rows say');
    // The job of the dead process is missed after ten seconds, which only the long run waits for.
    if (!isLong)
      await bench.database.owner.query(
        "update jobs.job set heartbeat_on = heartbeat_on - interval '1 minute' where state = 'active'",
      );
    await bench.start();
  }
}

test('killed again and again, an import and its undo lose and double no row', async (t) => {
  const chance = random(Number(process.env.CHAOS_SEED ?? 7));
  const count = isLong ? 10_000 : 2000;
  await bench.start();
  const call = async (method: string, path: string, body?: string) => (await caller(bench))(method, path, body);
  const { id } = await call('POST', 'imports?resource=clients', csv(count));
  const importId = storedId('import', id);
  await call('POST', `imports/${id}/check`);
  await settled(call, id);
  await call('POST', `imports/${id}/run`);
  await killInTheMiddle(t, id, isLong ? 5 : 1, chance, 'done');
  const done = await settled(call, id);
  const counts = { create: count, update: 0, skip: 0, error: 0 };
  assert.deepEqual([done.status, done.processed, done.counts], ['finished', count, counts]);
  const stored = async (outcome: string) => {
    const { rows: found } = await bench.database.owner.query(
      `select count(*)::int as rows, count(distinct r.record_id)::int as records,
              count(distinct c.contacts -> 0 ->> 'email')::int as people,
              count(*) filter (where c.deleted_at is null)::int as living,
              sum(e.count)::int as events, sum(h.count)::int as changes
         from import_rows r join clients c on c.id = r.record_id
         left join (select client_id, count(*) from events group by client_id) e on e.client_id = c.id
         left join (select subject_id, count(*) from changes group by subject_id) h on h.subject_id = c.id
        where r.import_id = $1 and r.outcome = $2`,
      [importId, outcome],
    );
    return found[0];
  };
  const each = { rows: count, records: count, people: count };
  assert.deepEqual(await stored('done'), { ...each, living: count, events: count, changes: count });
  const everybody = "select count(*)::int as count from clients where deleted_at is null and source = 'Fair'";
  assert.equal((await bench.database.owner.query(everybody)).rows[0].count, count);
  await call('POST', `imports/${id}/undo`);
  await killInTheMiddle(t, id, isLong ? 5 : 0, chance, 'undone');
  const undone = await settled(call, id);
  assert.deepEqual([undone.status, undone.undone, undone.kept], ['undone', count, 0]);
  assert.deepEqual(await stored('undone'), { ...each, living: 0, events: 2 * count, changes: 2 * count });
  assert.equal((await bench.database.owner.query(everybody)).rows[0].count, 0);
});
