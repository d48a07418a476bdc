import { PgBoss } from 'pg-boss';
import type { Config } from './config.ts';
import { type Services, systemActor } from './context.ts';
import { query } from './database.ts';
import { type EventRow, type EventType, presentEvent } from './events.ts';
import { publicId, storedId } from './ids.ts';
import { jobsSchema } from './jobs-schema.ts';
import type { Log } from './log.ts';
import type { JobDefinition, Module } from './module.ts';
import { inUnit } from './unit.ts';

export interface Jobs {
  boss: PgBoss;
  hasListener(type: EventType): boolean;
  /** Starts the workers of this process. */
  work(services: Services): Promise<void>;
  stop(): Promise<void>;
}

const queueOptions = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: 12,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
  deleteAfterSeconds: 86_400,
} as const;

/** A full batch means that more is waiting; it is fetched at once. Otherwise a notification wakes the worker. */
const workOptions = {
  batchSize: 10,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 2,
  notifyPollingIntervalSeconds: 5,
} as const;

/**
 * Jobs in the same PostgreSQL, added in the transaction that needs them (pg-boss). A job killed with its process is
 * picked up again when its heartbeat is missed.
 */
export async function startJobs(config: Config, log: Log, modules: readonly Module[]): Promise<Jobs> {
  const worker = config.ALLOZA_ROLE !== 'web';
  const boss = new PgBoss({
    connectionString: config.directUrl,
    options: '-c role=alloza_jobs',
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

  const definitions = new Map<string, JobDefinition>();
  const listeners = new Map<EventType, { name: string; listen: NonNullable<Module['on']>[EventType] }[]>();
  for (const module of modules) {
    for (const [name, definition] of Object.entries(module.jobs ?? {})) definitions.set(name, definition);
    for (const [type, listen] of Object.entries(module.on ?? {})) {
      const listed = listeners.get(type as EventType) ?? [];
      listeners.set(type as EventType, [...listed, { name: module.name, listen }]);
    }
  }
  definitions.set('event.fanout', { run: fanOut });
  definitions.set('event.listener', { run: runListener });
  const existing = new Set((await boss.getQueues([...definitions.keys()])).map((queue) => queue.name));
  for (const [name, definition] of definitions) {
    if (!existing.has(name))
      await boss.createQueue(name, { ...queueOptions, retryLimit: definition.retryLimit ?? queueOptions.retryLimit });
  }

  async function fanOut(...[ctx, payload]: Parameters<NonNullable<JobDefinition['run']>>): Promise<void> {
    const { from, to } = payload as unknown as { from: number; to: number };
    const rows = await query<EventRow>(
      ctx.em,
      'select id, type from events where workspace_id = $1 and sequence between $2 and $3 order by sequence',
      [ctx.workspace.id, from, to],
    );
    for (const row of rows) {
      for (const { name } of listeners.get(row.type) ?? []) {
        ctx.enqueue('event.listener', { eventId: publicId('event', row.id), listener: name });
      }
    }
  }

  async function runListener(...[ctx, payload]: Parameters<NonNullable<JobDefinition['run']>>): Promise<void> {
    const { eventId, listener } = payload as unknown as { eventId: string; listener: string };
    const rows = await query<EventRow>(
      ctx.em,
      `with handled as (
         insert into handled_events (workspace_id, event_id, listener) values ($1, $2, $3)
         on conflict do nothing returning event_id
       )
       select e.id, e.sequence, e.type, e.data, e.created_at from events e join handled on handled.event_id = e.id
        where e.workspace_id = $1`,
      [ctx.workspace.id, storedId('event', eventId), listener],
    );
    const listen = rows[0] && listeners.get(rows[0].type)?.find((entry) => entry.name === listener)?.listen;
    if (rows[0] && listen) await listen(ctx, presentEvent(rows[0]));
  }

  return {
    boss,
    hasListener: (type) => listeners.has(type),
    async work(services) {
      for (const [name, definition] of definitions) {
        await boss.work<{ workspaceId: string }>(name, workOptions, (batch) =>
          Promise.all(
            batch.map(async (job) => {
              const failure = await runJob(services, name, definition, job.data);
              return failure === null
                ? { id: job.id, status: 'completed' as const }
                : { id: job.id, status: 'failed' as const, output: failure };
            }),
          ),
        );
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  };
}

/** Runs one job and answers how it failed, or null. What failed is logged; only its kind is kept, since messages can hold people's data. */
async function runJob(
  services: Services,
  name: string,
  definition: JobDefinition,
  data: { workspaceId: string },
): Promise<{ error: string } | null> {
  const payload = data as never;
  try {
    if (definition.runManually) await definition.runManually(services, payload);
    else await inUnit(services, data.workspaceId, systemActor, (ctx) => definition.run!(ctx, payload));
    return null;
  } catch (error) {
    services.log.error({ err: error, queue: name }, 'job failed');
    return { error: error instanceof Error ? error.name : 'error' };
  }
}
