import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { createJobsSchema } from './jobs-schema.ts';

const folder = new URL('../migrations/', import.meta.url);
const lockId = 7_214_001;

/** Definer functions are owned by a role that row-level security policies name; nothing else may run as it. */
const definerFunctions = [
  'take_point(text, integer, integer)',
  'authenticate(text, bytea, text)',
  'find_workspace(text)',
  'find_file(uuid)',
  'loosen_object()',
  'search_leads(text, integer)',
  'search_clients(text, integer)',
  'search_projects(text, integer)',
  'search_tasks(text, integer)',
];

export async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}

/**
 * Brings a database up to date, forward only, under an advisory lock so that replicas starting together take turns.
 * @param ownerUrl a login that may create roles, extensions and tables
 * @param loginUrl the login the server uses; made here if it does not exist yet
 */
export async function migrate(
  ownerUrl: string,
  loginUrl: string,
  log: (line: string) => void = () => {},
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockId]);
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    const applied = new Set(rows.map((row) => row.name));
    for (const name of await migrationFiles()) {
      if (applied.has(name)) continue;
      const sql = await readFile(new URL(name, folder), 'utf8');
      await client.query('begin');
      await client.query("set local lock_timeout = '5s'");
      await client.query(sql);
      await client.query('insert into migrations (name) values ($1)', [name]);
      await client.query('commit');
      log(`applied ${name}`);
    }
    await ownFunctions(client);
    await client.query('grant select on migrations to alloza_app');
    await ensureLogin(client, ownerUrl, loginUrl);
    await createJobsSchema(client);
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

async function ownFunctions(client: pg.Client): Promise<void> {
  await client.query('grant usage on schema public to alloza_definer; grant alloza_definer to current_user');
  await client.query('grant create on schema public to alloza_definer');
  for (const signature of definerFunctions) {
    await client.query(`alter function ${signature} owner to alloza_definer`);
    await client.query(`revoke execute on function ${signature} from public`);
  }
  await client.query('revoke create on schema public from alloza_definer');
  for (const signature of definerFunctions.filter((name) => name.startsWith('search_')))
    await client.query(`grant execute on function ${signature} to alloza_app`);
}

async function ensureLogin(client: pg.Client, ownerUrl: string, loginUrl: string): Promise<void> {
  const { username, password } = new URL(loginUrl);
  const owner = decodeURIComponent(new URL(ownerUrl).username);
  await grantLogin(
    client,
    decodeURIComponent(username) || owner,
    username === new URL(ownerUrl).username ? null : decodeURIComponent(password),
  );
}

/** Lets a login become the server's roles and nothing else; makes it if a password is given and it is not there. */
export async function grantLogin(
  client: Pick<pg.Client, 'query'>,
  login: string,
  password: string | null,
): Promise<void> {
  const name = pg.escapeIdentifier(login);
  if (password !== null) {
    await client.query(`do $do$ begin
      create role ${name} login noinherit password ${pg.escapeLiteral(password)};
    exception when duplicate_object or unique_violation then null; end $do$`);
  }
  await client.query(`grant alloza_app, alloza_system, alloza_jobs to ${name}`);
  for (const signature of definerFunctions) await client.query(`grant execute on function ${signature} to ${name}`);
}
