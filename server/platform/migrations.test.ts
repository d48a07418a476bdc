import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { migrate, migrationFiles } from './migrations.ts';
import { startTestServer, type TestDatabase } from './testing.ts';
import { openStudio } from './testing-studio.ts';

const login = 'alloza_migration_test';
let admin: pg.Client;
const made: string[] = [];

before(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await admin.connect();
});
after(async () => {
  for (const name of made) await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
});

/** A database with nothing in it: the owner's address and the server's. */
async function emptyDatabase(): Promise<{ ownerUrl: string; loginUrl: string }> {
  const name = `m_${process.pid}_${made.length}`;
  await admin.query(`create database ${name} template template0`);
  made.push(name);
  const owner = new URL(process.env.TEST_POSTGRES_URL!);
  owner.pathname = `/${name}`;
  const server = new URL(owner);
  [server.username, server.password] = [login, login];
  return { ownerUrl: owner.href, loginUrl: server.href };
}

async function inside<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** All of a schema that matters: columns, constraints, indexes, policies, grants and functions. */
const shapeOf = (url: string) =>
  inside(
    url,
    `select 'column' as kind, table_schema || '.' || table_name || '.' || column_name as name, data_type || is_nullable || coalesce(column_default, '') as what
       from information_schema.columns where table_schema in ('public', 'jobs')
     union all select 'constraint', conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
       where connamespace in ('public'::regnamespace, 'jobs'::regnamespace)
     union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
       where indrelid in (select oid from pg_class where relnamespace in ('public'::regnamespace, 'jobs'::regnamespace))
     union all select 'policy', tablename || '.' || policyname, roles::text || cmd || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
     union all select 'grant', table_name || ' ' || grantee, string_agg(privilege_type, ',' order by privilege_type) from information_schema.role_table_grants
       where table_schema = 'public' group by table_name, grantee
     union all select 'function', p.proname, proowner::regrole || ' ' || prosrc || coalesce(proacl::text, '') from pg_proc p where pronamespace = 'public'::regnamespace
     order by 1, 2, 3`,
  );

test('replicas that start together on an empty database migrate it once', async () => {
  const { ownerUrl, loginUrl } = await emptyDatabase();
  const lines: string[] = [];
  await Promise.all(Array.from({ length: 3 }, () => migrate(ownerUrl, loginUrl, (line) => lines.push(line))));
  const files = await migrationFiles();
  assert.deepEqual(
    lines,
    files.map((name) => `applied ${name}`),
    'each file once, in order',
  );
  const rows = await inside<{ name: string }>(ownerUrl, 'select name from migrations order by applied_at, name');
  assert.deepEqual(
    rows.map(({ name }) => name),
    files,
  );
});

test('migrating again changes nothing, whatever the moment', async () => {
  const { ownerUrl, loginUrl } = await emptyDatabase();
  await migrate(ownerUrl, loginUrl);
  const before = await shapeOf(ownerUrl);
  assert.ok(before.length > 200);
  const lines: string[] = [];
  await migrate(ownerUrl, loginUrl, (line) => lines.push(line));
  assert.deepEqual(lines, []);
  assert.deepEqual(await shapeOf(ownerUrl), before);
});

test('a database that came about in steps is the same as one made at once', async () => {
  const [whole, stepped] = [await emptyDatabase(), await emptyDatabase()];
  await migrate(whole.ownerUrl, whole.loginUrl);
  const files = await migrationFiles();
  for (let count = 1; count < files.length; count += 1) await applyUntilCutOff(stepped, files.slice(0, count));
  await migrate(stepped.ownerUrl, stepped.loginUrl);
  assert.deepEqual(await shapeOf(stepped.ownerUrl), await shapeOf(whole.ownerUrl));
});

/** Applies the first files as a migration does that is cut off after them. */
async function applyUntilCutOff({ ownerUrl }: { ownerUrl: string }, files: string[]): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  );
  const { rows } = await client.query('select name from migrations');
  for (const name of files.filter((file) => !rows.some((row) => row.name === file))) {
    const sql = await readFile(new URL(`../migrations/${name}`, import.meta.url), 'utf8');
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into migrations (name) values ($1)', [name]);
    await client.query('commit');
    await client.query('begin');
    await client.query('create table left_half (x int)');
  }
  // Gone in the middle of the next file: what it had begun is undone.
  await client.end();
}

test('a file that fails leaves nothing of itself, and the lock is free for the next try', async () => {
  const { ownerUrl, loginUrl } = await emptyDatabase();
  await inside(ownerUrl, 'create table events (mine text)');
  await assert.rejects(migrate(ownerUrl, loginUrl), /already exists/);
  const tables = await inside<{ name: string }>(
    ownerUrl,
    "select table_name as name from information_schema.tables where table_schema = 'public' order by 1",
  );
  assert.deepEqual(
    tables.map(({ name }) => name),
    ['events', 'migrations'],
  );
  await inside(ownerUrl, 'drop table events');
  await migrate(ownerUrl, loginUrl);
});

test('the login of the server can do nothing by itself', async () => {
  const { ownerUrl, loginUrl } = await emptyDatabase();
  await migrate(ownerUrl, loginUrl);
  for (const text of [
    'select * from leads',
    'select * from users',
    'create table mine (x int)',
    'select * from jobs.job',
    'select * from migrations',
  ])
    await assert.rejects(inside(loginUrl, text), /permission denied/, text);
  const [role] = await inside<Record<string, boolean>>(
    ownerUrl,
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit, rolreplication from pg_roles where rolname = '${login}'`,
  );
  assert.deepEqual(Object.values(role!), Array(6).fill(false));
});

test('a freshly migrated database serves', async () => {
  const { ownerUrl, loginUrl } = await emptyDatabase();
  await migrate(ownerUrl, loginUrl);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  const database: TestDatabase = { url: loginUrl, owner, drop: async () => {} };
  const server = await startTestServer({}, database);
  try {
    const studio = await openStudio(server);
    assert.equal((await studio.api('POST', '/v1/leads', { body: { name: 'A', email: 'a@example.com' } })).status, 201);
    assert.equal(((await (await fetch(`${server.url}/readyz`)).json()) as { status: string }).status, 'ready');
    await owner.query("delete from migrations where name like '0003%'");
    assert.equal(
      (await fetch(`${server.url}/readyz`)).status,
      503,
      'a process of a newer version is not ready on an older schema',
    );
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
  } finally {
    await server.stop();
    await owner.end();
  }
});
