import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type pg from 'pg';
import { begin, noWorkspace, type Orm, query } from './database.ts';
import { newId } from './ids.ts';
import { systemPlaces } from './tenancy.ts';
import { startTestServer, type TestServer } from './testing.ts';
import { openStudio } from './testing-studio.ts';

let server: TestServer;
let owner: pg.Pool;
let orm: Orm;

before(async () => {
  server = await startTestServer();
  owner = server.database.owner;
  orm = server.app.services.orm;
});
after(() => server.stop());

/** Tables that hold nothing of a workspace, with the reason. */
const reviewed: Record<string, string> = { migrations: 'names of applied migrations; read-only for the server' };
/** Tables whose rows belong to a person or to nobody: policies go by the signed-in user or by system work alone. */
const withoutWorkspace = new Set(['users', 'sessions', 'identities', 'account_tokens', 'rate_limits', 'loose_objects']);

/** Of those, what only system work may touch. */
const ofSystemAlone = ['account_tokens', 'rate_limits', 'loose_objects'];

async function tables(): Promise<string[]> {
  const { rows } = await owner.query("select tablename from pg_tables where schemaname = 'public' order by 1");
  return rows.map((row) => row.tablename);
}

/** What is wrong with the protection of a database, one line a fault. */
async function faults(client: pg.Pool | pg.PoolClient): Promise<string[]> {
  const found: string[] = [];
  const { rows } = await client.query(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as scoped,
           (select array_agg(p.polname::text) from pg_policy p where p.polrelid = c.oid) as policies,
           (select bool_or(p.polcmd = '*' and p.polwithcheck is not null and 'alloza_app'::regrole = any(p.polroles))
              from pg_policy p where p.polrelid = c.oid) as app_policy
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p')`);
  for (const row of rows) {
    if (reviewed[row.name]) continue;
    if (!row.enabled) found.push(`${row.name}: row-level security is off`);
    if (!row.forced) found.push(`${row.name}: row-level security is not forced`);
    if (!row.scoped && !withoutWorkspace.has(row.name) && row.name !== 'workspaces')
      found.push(`${row.name}: has no workspace_id`);
    if (!row.app_policy && !ofSystemAlone.includes(row.name))
      found.push(`${row.name}: no policy with check for alloza_app`);
    const expected = expectedPolicies[row.name] ?? ['own_workspace'];
    for (const policy of expected)
      if (!row.policies?.includes(policy)) found.push(`${row.name}: policy ${policy} is missing`);
  }
  return found;
}

const system = ['own_workspace', 'across_workspaces'];
const expectedPolicies: Record<string, string[]> = {
  users: ['own_account', 'across_workspaces', 'through_functions'],
  sessions: ['own_account', 'across_workspaces', 'through_functions'],
  account_tokens: ['across_workspaces'],
  identities: ['own_account', 'across_workspaces'],
  rate_limits: ['across_workspaces', 'through_functions'],
  loose_objects: ['across_workspaces', 'through_functions'],
  workspaces: [...system, 'through_functions'],
  members: [...system, 'through_functions'],
  api_keys: [...system, 'through_functions'],
  invitations: system,
  connections: system,
  files: [...system, 'through_functions'],
  leads: [...system, 'through_functions'],
  clients: [...system, 'through_functions'],
  projects: [...system, 'through_functions'],
  tasks: ['own_workspace', 'through_functions'],
  event_counters: system,
  events: system,
  handled_events: system,
  mails: system,
  idempotency_keys: system,
  spent_proofs: system,
  access_log: system,
  lead_forms: system,
  lead_pipelines: system,
  lead_stages: system,
};

test('every table has forced row-level security with its policies, or stands on the reviewed list', async () => {
  assert.deepEqual(await faults(owner), []);
});

test('dropping any one policy, or loosening any one table, is found', async () => {
  const { rows } = await owner.query("select tablename, policyname from pg_policies where schemaname = 'public'");
  assert.ok(rows.length > 30);
  for (const { tablename, policyname } of rows) {
    const client = await owner.connect();
    try {
      await client.query('begin');
      await client.query(`drop policy ${policyname} on ${tablename}`);
      assert.notDeepEqual(await faults(client), [], `${tablename} without ${policyname}`);
      await client.query('rollback');
      await client.query('begin');
      await client.query(`alter table ${tablename} no force row level security`);
      assert.notDeepEqual(await faults(client), []);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});

test('a query without a workspace set returns nothing, of any table', async () => {
  await openStudio(server);
  for (const role of ['alloza_app'] as const) {
    const transaction = await begin(orm, { role, workspaceId: noWorkspace });
    for (const table of await tables()) {
      if (reviewed[table]) continue;
      const allowed = await query<{ ok: boolean }>(
        transaction.em,
        `select has_table_privilege('${table}', 'select') as ok`,
      );
      if (!allowed[0]!.ok) continue;
      const rows = await query(
        transaction.em,
        `select 1 from ${table} where ${withoutWorkspace.has(table) || table === 'workspaces' ? 'true' : `workspace_id <> '${noWorkspace}'`}`,
      );
      assert.equal(rows.length, 0, table);
    }
    await transaction.rollback();
  }
});

test('the login itself, without a role, may read no table', async () => {
  const { rows } = await owner.query(
    "select tablename from pg_tables where schemaname = 'public' and has_table_privilege('alloza_test', format('%I.%I', schemaname, tablename), 'select, insert, update, delete')",
  );
  assert.deepEqual(rows, []);
});

test('the roles own nothing, are no superusers, bypass nothing and make nothing in the schema', async () => {
  const { rows } = await owner.query(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcanlogin, has_schema_privilege(oid, 'public', 'create') as creates,
            exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relowner = r.oid and n.nspname = 'public') as owns
       from pg_roles r where rolname in ('alloza_app', 'alloza_system', 'alloza_jobs', 'alloza_definer')`,
  );
  assert.equal(rows.length, 4);
  for (const row of rows)
    assert.deepEqual(
      { ...row, rolname: '' },
      {
        rolname: '',
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcanlogin: false,
        creates: false,
        owns: false,
      },
      row.rolname,
    );
});

test('definer functions are the reviewed ones, with a fixed search path, and not for everyone', async () => {
  const { rows } = await owner.query(
    `select p.proname as name, p.proconfig as config, r.rolname as owner, has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p join pg_roles r on r.oid = p.proowner join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = 'public' order by 1`,
  );
  assert.deepEqual(
    rows.map((row) => row.name),
    [
      ...['authenticate', 'find_file', 'find_workspace', 'loosen_object'],
      ...['search_clients', 'search_leads', 'search_projects', 'search_tasks', 'take_point'],
    ],
  );
  for (const row of rows) {
    assert.equal(row.owner, 'alloza_definer');
    assert.equal(row.open, false);
    assert.match(String(row.config), /search_path=pg_catalog, public/);
  }
});

test('a foreign id can not be written: another workspace as the row, or as the parent of a foreign key', async () => {
  const [a, b] = [await openStudio(server), await openStudio(server)];
  const ids = await Promise.all(
    [a, b].map(
      async (studio) =>
        (await owner.query('select id from workspaces where slug = $1', [studio.slug])).rows[0].id as string,
    ),
  );
  const form = (await owner.query('select id from lead_forms where workspace_id = $1', [ids[1]])).rows[0].id;
  const stage = (await owner.query('select id from lead_stages where workspace_id = $1', [ids[0]])).rows[0].id;
  const insert = (workspaceId: string, formId: string | null) => ({
    text: `insert into leads (workspace_id, id, form_id, name, source, status, stage_id, last_activity_at, created_at, updated_at)
           values ($1, $2, $3, 'x', '{}', 'open', $4, now(), now(), now())`,
    values: [workspaceId, newId(), formId, stage],
  });
  for (const [statement, code] of [
    [insert(ids[1]!, null), '42501'],
    [insert(ids[0]!, form), '23503'],
  ] as const) {
    const transaction = await begin(orm, { role: 'alloza_app', workspaceId: ids[0]! });
    await assert.rejects(query(transaction.em, statement.text, statement.values), { code });
    await transaction.rollback();
  }
});

test('work across workspaces happens at the listed places and at no other', () => {
  const root = new URL('../', import.meta.url);
  const used = new Set<string>();
  for (const name of readdirSync(root, { recursive: true }) as string[]) {
    if (!name.endsWith('.ts') || name.includes('node_modules') || name.endsWith('.test.ts')) continue;
    const text = readFileSync(new URL(name, root), 'utf8');
    for (const match of text.matchAll(/asSystem\(\s*ctx,\s*'([^']+)'/g)) used.add(match[1]!);
    if (/role: 'alloza_system'/.test(text)) used.add(`file ${name}`);
  }
  const files = ['access-log', 'file-store', 'key-rotation', 'purge', 'touches'].map(
    (name) => `file platform/${name}.ts`,
  );
  assert.deepEqual([...used].sort(), [...systemPlaces, ...files].sort());
});
