import pg from 'pg';
import { startChild } from './children.mjs';
import { median } from './numbers.mjs';

const transactions = 500;
const rounds = 5;
const backlog = 1000;

/**
 * What an event costs: to announce it (with the job that will carry it on) in a transaction, and to bring it to its
 * listener in a worker.
 */
export async function measureEvents(stage) {
  const announcer = startChild('tools/bench/announcer.mjs', {
    env: { ...stage.env, ALLOZA_ROLE: 'web', LOG_LEVEL: 'error' },
  });
  const workspaces = stage.studios.map(({ workspaceId }) => workspaceId);
  await announcer.ask('open', { workspaces });
  const costs = { 0: [], 1: [], 10: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [events, list] of Object.entries(costs)) {
      const cost = await announcer.ask('announce', { transactions, events: Number(events) });
      // The first round is for the compiler.
      if (round > 0) list.push(cost);
    }
  }
  const [empty, one, ten] = Object.values(costs).map((list) => ({
    cpuMs: median(list.map(({ cpuMs }) => cpuMs)),
    wallMs: median(list.map(({ wallMs }) => wallMs)),
  }));

  await stage.forgetJobs();
  const worker = await stage.startProduct('worker', 'events-worker');
  await stage.workerIsReady();
  const before = await worker.ask('usage');
  const began = performance.now();
  await announcer.ask('announce', { transactions: backlog, events: 1 });
  await until(stage.ownerUrl, `select not exists (select from jobs.job where state < 'completed')`);
  const seconds = (performance.now() - began) / 1000;
  const after = await worker.ask('usage');
  await Promise.all([announcer.stop(), worker.stop()]);
  return {
    announce: { cpuMs: one.cpuMs - empty.cpuMs, wallMs: one.wallMs - empty.wallMs },
    announceMore: { cpuMs: (ten.cpuMs - one.cpuMs) / 9, wallMs: (ten.wallMs - one.wallMs) / 9 },
    transaction: empty,
    fanOut: { events: backlog, cpuMs: (after.cpuMs - before.cpuMs) / backlog, perSecond: backlog / seconds },
  };
}

/** Waits until a condition holds in the database. */
async function until(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  const deadline = Date.now() + 120_000;
  for (;;) {
    const { rows } = await client.query(sql);
    if (Object.values(rows[0])[0]) break;
    if (Date.now() > deadline) throw new Error(`waited two minutes: ${sql}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await client.end();
}
