import { type Job, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Config } from './config.ts';
import type { Services } from './context.ts';
import type { EventType } from './events.ts';
import { createFanOut } from './fan-out.ts';
import { deadLetters, ensureQueues } from './job-queues.ts';
import { buryJob, type Payload, runJob } from './job-runs.ts';
import { turns } from './job-turns.ts';
import { jobsSchema } from './jobs-schema.ts';
import type { Log } from './log.ts';
import type { JobDefinition, Module } from './module.ts';

export interface Jobs {
  boss: PgBoss;
  hasListener(type: EventType): boolean;
  /** Starts the workers of this process, once everything their first job needs is loaded. */
  work(services: Services): Promise<void>;
  /** Takes no further job; those that run go on. */
  drain(): Promise<void>;
  /** Waits for the jobs that run, and hands back those that need longer: another process tries them within seconds. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * A full batch means that more is waiting; it is fetched at once. Otherwise a notification wakes the worker. Nothing
 * notifies when a delay ends, so a retry waits for the next look: two seconds at most, on top of its own one or more.
 */
const looks = {
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 2,
} as const;

/** Below what is left of the 25 seconds of a shutdown once the connections are closed. */
const stopGraceMs = 8000;

/**
 * Jobs in the same PostgreSQL, added in the transaction that needs them (pg-boss). A job killed with its process is
 * picked up again when its heartbeat is missed.
 */
export async function startJobs(config: Config, log: Log, modules: readonly Module[]): Promise<Jobs> {
  const worker = config.ALLOZA_ROLE !== 'web';
  const boss = new PgBoss({
    connectionString: config.directUrl,
    // Statistics know nothing of 50,000 jobs added a second ago: without this the planner would sort them all for each
    // fetch (65 ms) instead of reading ten from the index (0.3 ms).
    options: '-c role=alloza_jobs -c enable_sort=off',
    application_name: 'alloza-jobs',
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    supervise: worker,
    schedule: worker,
    max: worker ? 4 : 1,
    useListenNotify: worker,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();

  const fanOut = createFanOut(modules);
  const definitions = new Map<string, JobDefinition>(
    [...modules.map((module) => module.jobs ?? {}), fanOut.jobs].flatMap((jobs) => Object.entries(jobs)),
  );
  await ensureQueues(boss, definitions);

  return {
    boss,
    hasListener: fanOut.hasListener,
    async work(services) {
      for (const { prepare } of definitions.values()) await prepare?.();
      for (const [name, definition] of definitions) {
        await boss.work(name, { ...looks, ...turns, perJobResults: true }, (batch: Job<Payload>[]) =>
          Promise.all(batch.map((job) => runJob(services, definition, job))),
        );
      }
      const whole = { ...looks, batchSize: turns.batchSize, perJobResults: true, includeMetadata: true } as const;
      await boss.work(deadLetters, whole, (batch: JobWithMetadata<Payload>[]) =>
        Promise.all(batch.map((letter) => buryJob(services, definitions, letter))),
      );
    },
    async drain() {
      if (worker) for (const name of [...definitions.keys(), deadLetters]) await boss.offWork(name, { wait: false });
    },
    stop: (graceMs = stopGraceMs) => boss.stop({ graceful: true, timeout: graceMs }),
  };
}
