import { eventually, type TestDatabase } from './testing.ts';

/** What a request may touch without having written anything: logs, limits, and when a credential was last used. */
const aside = new Set(['access_log', 'rate_limits', 'migrations']);
const usage = "- 'last_seen_at' - 'last_used_at'";

/** A checksum of all rows of every table, by table. */
export async function snapshot(database: Pick<TestDatabase, 'owner'>): Promise<Record<string, string>> {
  const { rows } = await database.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const sums: Record<string, string> = {};
  for (const { name } of rows.filter((row) => !aside.has(row.name))) {
    const answer = await database.owner.query<{ sum: string }>(
      `select md5(coalesce(string_agg(text, ',' order by text), '')) as sum from (select (to_jsonb(t) ${usage})::text as text from ${name} t) rows`,
    );
    sums[name] = answer.rows[0]!.sum;
  }
  return sums;
}

/** Waits until no job is due or running, so that what follows is caused by nothing but the test. */
export async function settle(database: Pick<TestDatabase, 'owner'>): Promise<void> {
  await eventually(
    'all jobs to be done',
    async () => {
      const { rows } = await database.owner.query(
        "select 1 from jobs.job where state in ('created', 'active', 'retry') and not name like '\\_\\_%' limit 1",
      );
      return rows.length === 0;
    },
    30_000,
  );
}
