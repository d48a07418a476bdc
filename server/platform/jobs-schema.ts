import type pg from 'pg';
import { getConstructionPlans } from 'pg-boss';

export const jobsSchema = 'jobs';

/** Makes pg-boss's schema, owned by `alloza_jobs`, unless it is there already. */
export async function createJobsSchema(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [jobsSchema]);
  if (rowCount) return;
  await client.query('begin');
  await client.query('grant alloza_jobs to current_user');
  await client.query(`create schema ${jobsSchema} authorization alloza_jobs`);
  await client.query('set local role alloza_jobs');
  const plans = getConstructionPlans(jobsSchema, { createSchema: false });
  // The plans bring their own transaction; ours is already open.
  await client.query(plans.replace(/^\s*BEGIN;/im, '').replace(/COMMIT;\s*$/im, ''));
  await client.query('commit');
}
