import { begin, noWorkspace, type Orm, query } from './database.ts';
import type { Log } from './log.ts';

const staleMs = 60_000;

/** "Last used" of sessions and keys: collected in memory and written a few times a minute, off the request path. */
export interface Touches {
  session(id: string, lastSeen: Date | null): void;
  key(id: string, lastUsed: Date | null): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

export function collectTouches(orm: Orm, log: Log): Touches {
  const waiting = { sessions: new Set<string>(), api_keys: new Set<string>() };
  const isStale = (at: Date | null) => at === null || Date.now() - new Date(at).getTime() > staleMs;

  async function flush(): Promise<void> {
    for (const [table, column] of [
      ['sessions', 'last_seen_at'],
      ['api_keys', 'last_used_at'],
    ] as const) {
      const ids = [...waiting[table]];
      if (ids.length === 0) continue;
      waiting[table].clear();
      const transaction = await begin(orm, { role: 'alloza_system', workspaceId: noWorkspace });
      try {
        // Rows are locked in the order of their ids, so that replicas flushing together can't deadlock; and what another
        // has written this minute is not written again.
        await query(
          transaction.em,
          `update ${table} set ${column} = now() where id in (
             select id from ${table} where id = any($1) and (${column} is null or ${column} < now() - interval '1 minute')
              order by id for update)`,
          [ids],
        );
        await transaction.commit();
      } catch (error) {
        await transaction.rollback().catch(() => {});
        throw error;
      }
    }
  }
  const quietly = () => flush().catch((error) => log.warn({ err: error }, 'touch'));
  const timer = setInterval(() => void quietly(), 5000);
  timer.unref();
  return {
    session: (id, lastSeen) => void (isStale(lastSeen) && waiting.sessions.add(id)),
    key: (id, lastUsed) => void (isStale(lastUsed) && waiting.api_keys.add(id)),
    flush,
    async stop() {
      clearInterval(timer);
      await quietly();
    },
  };
}
