import type pg from 'pg';
import { eventually, type TestServer } from '../../platform/testing.ts';

/** What is written beside every request, whatever it asks for. */
const besides = ['access_log', 'rate_limits'];
const volatileColumns = ['last_seen_at', 'last_used_at'];

/** Waits until no job is left that could write: what changes afterwards was changed by a request. */
export async function settle(server: TestServer): Promise<void> {
  await eventually('the jobs to be done', async () => {
    const { rows } = await server.database.owner.query(
      "select 1 from jobs.job where state in ('created', 'active', 'retry') and start_after <= now() + interval '10 seconds' limit 1",
    );
    return rows.length === 0;
  });
}

/** A checksum of the rows of every table, of one workspace or of all. */
export async function storedRows(owner: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all($1)",
    [besides],
  );
  const sums = tables.map(({ name }) => {
    const row = `(to_jsonb(t) ${volatileColumns.map((column) => `- '${column}'`).join(' ')})::text`;
    return `select '${name}' as name, count(*) || ' ' || md5(coalesce(string_agg(${row}, ',' order by ${row}), '')) as sum from ${name} t`;
  });
  const { rows } = await owner.query<{ name: string; sum: string }>(sums.join(' union all '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
