import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './testing.ts';
import { findUnprotected, openTables } from './testing-protection.ts';

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

const rowsOf = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await database.owner.query<Row>(text, values)).rows;

/** Runs statements as the owner, hands the work the connection, and undoes everything. */
async function undone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.owner.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('every table has forced row-level security with policies for every right, or stands on the reviewed list', async () => {
  assert.deepEqual(await findUnprotected(database.owner), []);
  const tables = await rowsOf<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  assert.deepEqual(
    Object.keys(openTables).filter((name) => !tables.some((table) => table.name === name)),
    [],
    'the reviewed list names no table that is gone',
  );
});

test('dropping any one policy, or a switch of any one table, is noticed', async (t) => {
  const policies = await rowsOf<{ table: string; name: string }>(
    "select tablename as table, policyname as name from pg_policies where schemaname = 'public'",
  );
  const unnoticed: string[] = [];
  const mutations = [
    ...policies.map(({ table, name }) => ({ table, sql: `drop policy ${name} on ${table}` })),
    ...policies.map(({ table, name }) => ({ table, sql: `alter policy ${name} on ${table} to public` })),
    ...policies
      .filter(({ name }) => name.startsWith('own_'))
      .flatMap(({ table, name }) => [
        { table, sql: `alter policy ${name} on ${table} using (true)` },
        { table, sql: `alter policy ${name} on ${table} with check (true)` },
        { table, sql: `create policy wide on ${table} to alloza_app using (true)` },
      ]),
    ...[...new Set(policies.map(({ table }) => table))].flatMap((table) => [
      { table, sql: `alter table ${table} disable row level security` },
      { table, sql: `alter table ${table} no force row level security` },
      { table, sql: `alter table ${table} owner to alloza_app` },
      { table, sql: `grant select on ${table} to public` },
    ]),
  ];
  for (const { table, sql } of mutations) {
    const found = await undone(async (client) => {
      await client.query(sql);
      return findUnprotected(client as never);
    });
    if (!found.some((line) => line.startsWith(table))) unnoticed.push(sql);
  }
  t.diagnostic(`${mutations.length} mutations of ${policies.length} policies, ${unnoticed.length} unnoticed`);
  assert.deepEqual(unnoticed, []);
});

test('a table added without protection is noticed', async () => {
  const found = await undone(async (client) => {
    await client.query('create table stray (workspace_id uuid, id uuid)');
    return findUnprotected(client as never);
  });
  assert.deepEqual(found, ['stray: row-level security is off', 'stray: row-level security is not forced on its owner']);
});

test('the login has no rights of its own, and can become neither the owner nor the role of the functions', async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await assert.rejects(client.query('select 1 from leads'), { code: '42501' });
    await assert.rejects(client.query('set role alloza_definer'), { code: '42501' });
    await assert.rejects(client.query('set role postgres'), { code: '42501' });
    await assert.rejects(client.query('create table stray ()'), { code: '42501' });
  } finally {
    await client.end();
  }
});

const columnNames = (table: string, numbers: string): string =>
  `(select string_agg(attname, ',' order by n) from unnest(${numbers}) with ordinality k(num, n)
     join pg_attribute on attrelid = ${table} and attnum = num)`;

/** Foreign keys that leave the workspace out, each for a reason. */
const globalForeignKeys = [
  'identities(user_id) -> users(id)', // how a person signs in
  'members(user_id) -> users(id)', // a person belongs to many workspaces
  'sessions(user_id) -> users(id)', // a session belongs to a person
  'workspaces(id,logo_file_id) -> files(workspace_id,id)', // its id is the workspace
];

test('foreign keys carry the workspace, so that none reaches into another one', async () => {
  const keys = await rowsOf<{ key: string; carries: boolean }>(
    `select format('%s(%s) -> %s(%s)', conrelid::regclass, columns, confrelid::regclass, targets) as key,
            columns ~ '^workspace_id(,|$)' and targets ~ '^(workspace_id(,|$)|id$)' as carries
       from (select *, ${columnNames('conrelid', 'conkey')} as columns, ${columnNames('confrelid', 'confkey')} as targets
               from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace) keys order by 1`,
  );
  assert.ok(keys.length > 8);
  assert.deepEqual(
    keys.filter(({ carries }) => !carries).map(({ key }) => key),
    globalForeignKeys,
  );
});

/** Unique indexes over all workspaces: what they refuse tells that something exists elsewhere. */
const globalUniqueIndexes = [
  'access_log(id)', // a running number
  'account_tokens(id)',
  'account_tokens(token_hash)', // 192 random bits
  'api_keys(former_hash)', // 178 random bits
  'api_keys(key_hash)',
  'identities(provider,subject)', // proven by the provider before it is looked up
  'identities(user_id,provider)',
  'invitations(token_hash)', // 192 random bits
  'loose_objects(key)', // begins with a workspace's id, which is unguessable
  'migrations(name)',
  'rate_limits(key)',
  'sessions(id)',
  'sessions(token_hash)', // 192 random bits
  'users(email)', // answers never tell of it: register always says 202
  'users(id)',
  'workspaces(id)',
  'workspaces(slug)', // an address is public
];

test('unique indexes are led by the workspace, so that none tells what another one holds', async () => {
  const indexes = await rowsOf<{ index: string; leads: boolean }>(
    `select format('%s(%s)', i.indrelid::regclass, string_agg(a.attname, ',' order by k.n)) as index,
            (array_agg(a.attname order by k.n))[1] = 'workspace_id' as leads
       from pg_index i cross join lateral unnest(i.indkey) with ordinality k(num, n)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num
       join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
      where i.indisunique group by i.indexrelid, i.indrelid order by 1`,
  );
  assert.deepEqual(
    indexes.filter(({ leads }) => !leads).map(({ index }) => index),
    globalUniqueIndexes,
  );
});

test('there are no views, and no other way around the tables', async () => {
  const others = await rowsOf(
    "select relname, relkind from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')",
  );
  assert.deepEqual(others, []);
});
