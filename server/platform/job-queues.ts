import type { PgBoss, Queue, UpdateQueueOptions } from 'pg-boss';
import type { JobDefinition } from './module.ts';

/** Where a job goes whose last try has failed. */
export const deadLetters = 'dead';

const common = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  retryLimit: 12,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3600,
} as const;

const oneDay = 86_400;

/** Makes the queues that are missing, and brings those of an earlier version to what they should be now. */
export async function ensureQueues(boss: PgBoss, definitions: ReadonlyMap<string, JobDefinition>): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  const ensure = async (name: string, options: Omit<Queue, 'name'> & UpdateQueueOptions) => {
    const found = existing.get(name) as Record<string, unknown> | undefined;
    if (!found) await boss.createQueue(name, options);
    else if (Object.entries(options).some(([key, value]) => found[key] !== value))
      await boss.updateQueue(name, options);
  };
  // Kept for a month, so that an operator can look at them and add them again.
  await ensure(deadLetters, { ...common, deleteAfterSeconds: 30 * oneDay });
  for (const [name, { retryLimit = common.retryLimit }] of definitions) {
    await ensure(name, { ...common, retryLimit, deadLetter: deadLetters, deleteAfterSeconds: oneDay });
  }
}
