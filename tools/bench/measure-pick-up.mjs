import pg from 'pg';
import { startChild } from './children.mjs';
import { spread } from './numbers.mjs';

const samples = 200;

/**
 * How soon what a request leaves behind is taken up, with one request after the other and nothing waiting: a job by a
 * worker in another process, a live event by a reader connected to another replica.
 */
export async function measurePickUp(stage) {
  await stage.forgetJobs();
  const [first, second, worker] = await Promise.all([
    stage.startProduct('web'),
    stage.startProduct('web'),
    stage.startProduct('worker'),
  ]);
  await stage.workerIsReady();
  const client = startChild('tools/bench/stream-client.mjs');
  const [studio] = stage.studios;
  const { key, formId } = studio;
  const live = await client.ask('follow', {
    from: { port: first.port, studio: { key, formId } },
    to: { port: second.port, path: '/v1/events/stream', headers: { authorization: `Bearer ${key}` } },
    warmUp: 20,
    samples,
  });
  const jobs = await jobDelays(stage.ownerUrl);
  await Promise.all([first, second, worker, client].map((child) => child.stop()));
  return { samples, job: spread(jobs.slice(-samples)), live: spread(live.delays), answer: spread(live.answers) };
}

/** From the beginning of the transaction that added a job to its start, both by the clock of the database. */
async function jobDelays(url) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `select (extract(epoch from started_on - created_on) * 1000)::float8 as delay from jobs.job
      where name = 'event.fanout' and started_on is not null order by created_on`,
  );
  await client.end();
  return rows.map(({ delay }) => delay);
}
