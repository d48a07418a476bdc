import type { Job, JobResult, JobWithMetadata } from 'pg-boss';
import { raiseAlarm } from './alarm.ts';
import { type Services, systemActor } from './context.ts';
import { studioOf } from './job-turns.ts';
import type { JobDefinition } from './module.ts';
import { inUnit } from './unit.ts';

export interface Payload {
  workspaceId: string;
}

/**
 * Runs one job and says how it ended. What failed is logged; only its kind is kept, since messages can hold people's
 * data. A job that belongs to no studio is never tried.
 */
export async function runJob(services: Services, definition: JobDefinition, job: Job<Payload>): Promise<JobResult> {
  const workspaceId = studioOf(job.data);
  if (!workspaceId) return { id: job.id, status: 'deadletter', output: { error: 'no_studio' } };
  const payload = job.data as never;
  try {
    if (definition.runManually) await definition.runManually(services, payload);
    else await inUnit(services, workspaceId, systemActor, (ctx) => definition.run!(ctx, payload));
    return { id: job.id, status: 'completed' };
  } catch (error) {
    services.log.error({ err: error, queue: job.name, jobId: job.id }, 'job failed');
    return { id: job.id, status: 'failed', output: { error: error instanceof Error ? error.name : 'error' } };
  }
}

/** Hears of a job whose last try has failed, however it failed: raises the alarm and ends what waited for it. */
export async function buryJob(
  services: Services,
  definitions: ReadonlyMap<string, JobDefinition>,
  letter: JobWithMetadata<Payload>,
): Promise<JobResult> {
  const { id, data, sourceName, sourceId } = letter;
  const workspaceId = studioOf(data);
  try {
    const gaveUp = definitions.get(sourceName ?? '')?.gaveUp;
    if (gaveUp && workspaceId) await inUnit(services, workspaceId, systemActor, (ctx) => gaveUp(ctx, data as never));
  } catch (error) {
    services.log.error({ err: error, queue: sourceName, jobId: sourceId }, 'a dead job could not be buried');
    return { id, status: 'failed', output: { error: error instanceof Error ? error.name : 'error' } };
  }
  raiseAlarm(services.log, 'job_dead', { queue: sourceName, jobId: sourceId, workspaceId }, 'a job is given up');
  return { id, status: 'completed' };
}
