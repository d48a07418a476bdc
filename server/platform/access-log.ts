import { begin, noWorkspace, type Orm, query, sqlState } from './database.ts';
import type { Log } from './log.ts';

/** What is kept of a request (P03), for at most 90 days. No query string, body, header or token. */
export interface AccessRow {
  workspaceId: string | null;
  at: string;
  ip: string;
  method: string;
  path: string;
  status: number;
  durationMs: number;
  requestId: string;
}

export interface AccessLog {
  add(row: AccessRow): void;
  flush(): Promise<void>;
  stop(): Promise<void>;
}

const maxWaiting = 20_000;

/** Rows are buffered and written in batches, off the request path. */
export function openAccessLog(orm: Orm, log: Log): AccessLog {
  let waiting: AccessRow[] = [];
  let writing: Promise<void> = Promise.resolve();

  async function writeBatch(): Promise<void> {
    const rows = waiting.splice(0, 1000);
    if (rows.length === 0) return;
    const transaction = await begin(orm, { role: 'alloza_system', workspaceId: noWorkspace });
    try {
      await query(
        transaction.em,
        `insert into access_log (workspace_id, at, ip, method, path, status, duration_ms, request_id)
         select "workspaceId", at, ip, method, path, status, "durationMs", "requestId" from jsonb_to_recordset($1)
           as r("workspaceId" uuid, at timestamptz, ip inet, method text, path text, status smallint, "durationMs" integer, "requestId" text)`,
        [JSON.stringify(rows)],
      );
      await transaction.commit();
    } catch (error) {
      await transaction.rollback().catch(() => {});
      // Rows whose content is refused would be refused again, and every row behind them with them.
      const isRefused = sqlState(error)?.startsWith('22');
      if (!isRefused && waiting.length < maxWaiting) waiting = [...rows, ...waiting];
      throw error;
    }
  }
  /** One batch after the other: once this is done, what was taken before it is written too. */
  const flush = (): Promise<void> => {
    writing = writing.catch(() => {}).then(writeBatch);
    return writing;
  };
  const quietly = () => flush().catch((error) => log.warn({ err: error }, 'access log'));
  const timer = setInterval(() => void quietly(), 1000);
  timer.unref();
  return {
    add: (row) => void (waiting.length < maxWaiting && waiting.push(row)),
    flush,
    async stop() {
      clearInterval(timer);
      let isWritten: boolean;
      do {
        isWritten = await flush().then(
          () => true,
          () => false,
        );
      } while (isWritten && waiting.length > 0);
    },
  };
}
