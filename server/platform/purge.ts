import type { Services } from './context.ts';
import { begin, noWorkspace, query } from './database.ts';

/** What ends by itself, and when. Rows that are due are deleted whenever the worker looks, so no tick can be missed. */
const rules = [
  ['idempotency_keys', "created_at < now() - interval '24 hours'"],
  ['spent_proofs', 'expires_at < now()'],
  ['access_log', "at < now() - interval '90 days'"],
  ['account_tokens', 'expires_at < now()'],
  ['rate_limits', 'resets_at < now()'],
  ['sessions', "coalesce(revoked_at, expires_at) < now() - interval '30 days'"],
  ['leads', "deleted_at < now() - interval '30 days'"],
] as const;

const batch = 1000;

/** Deletes what is due, in batches. Answers how many rows went, by table. */
export async function purgeOnce(services: Services): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, due] of rules) {
    for (let more = true; more; ) {
      const transaction = await begin(services.orm, { role: 'alloza_system', workspaceId: noWorkspace });
      try {
        // An array and not `in`, which joins the whole table with the batch.
        const rows = await query(
          transaction.em,
          `delete from ${table} where ctid = any(array(select ctid from ${table} where ${due} limit ${batch} for update skip locked)) returning 1`,
        );
        await transaction.commit();
        counts[table] = (counts[table] ?? 0) + rows.length;
        more = rows.length === batch;
      } catch (error) {
        await transaction.rollback().catch(() => {});
        throw error;
      }
    }
  }
  return counts;
}

/** Looks for due rows at start and every hour. */
export function startPurging(services: Services): { stop(): void } {
  const run = () => void purgeOnce(services).catch((error) => services.log.error({ err: error }, 'purge'));
  const first = setTimeout(run, 5000);
  const timer = setInterval(run, 3_600_000);
  first.unref();
  timer.unref();
  return {
    stop() {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}
