import { type Services, systemActor } from './context.ts';
import { begin, noWorkspace, query } from './database.ts';
import { tidyObjectStore } from './file-store.ts';
import type { PrivacyPlan } from './module.ts';
import { inUnit } from './unit.ts';

/** What ends by itself, and when. Rows that are due are deleted whenever the worker looks, so no tick can be missed. */
const rules = [
  ['idempotency_keys', "created_at < now() - interval '24 hours'"],
  ['spent_proofs', 'expires_at < now()'],
  ['access_log', "at < now() - interval '90 days'"],
  ['account_tokens', 'expires_at < now()'],
  ['invitations', 'expires_at < now()'],
  ['rate_limits', 'resets_at < now()'],
  ['sessions', "coalesce(revoked_at, expires_at) < now() - interval '30 days'"],
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
  for (const room of services.modules) {
    const { deleted } = room.privacy ?? {};
    if (deleted) counts[deleted.table] = await purgeDeleted(services, deleted);
  }
  return counts;
}

type Deleted = NonNullable<PrivacyPlan['deleted']>;

/** Removes records deleted 30 days ago with what hangs on them, studio by studio, as the room that owns them does it. */
async function purgeDeleted(services: Services, { table, purge }: Deleted): Promise<number> {
  for (let count = 0; ; ) {
    const system = await begin(services.orm, { role: 'alloza_system', workspaceId: noWorkspace });
    const due = await query<{ workspace_id: string; id: string }>(
      system.em,
      `select workspace_id, id from ${table} where deleted_at < now() - interval '30 days' limit ${batch}`,
    ).finally(() => system.rollback());
    for (const [workspaceId, rows] of Map.groupBy(due, (row) => row.workspace_id)) {
      const ids = rows.map((row) => row.id);
      await inUnit(services, workspaceId, systemActor, (ctx) => purge(ctx, ids));
    }
    count += due.length;
    if (due.length < batch) return count;
  }
}

/** Looks for due rows, and objects of the store, at start and every hour. */
export function startPurging(services: Services): { stop(): void } {
  const look = (what: string, work: Promise<unknown>) =>
    work.catch((error) => services.log.error({ err: error }, what));
  const run = () => {
    void look('purge', purgeOnce(services));
    void look('tidying the object store', tidyObjectStore(services));
  };
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
