import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { arch, cpus, platform, totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { inRoot } from '../paths.mjs';
import { ensureDatabase, freePort, startPostgres } from '../postgres.mjs';
import { run } from '../processes.mjs';
import { startChild } from './children.mjs';

/** As a database of a real installation: durable, and able to hold the pools of all our processes. */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  max_connections: '200',
};

export const studioCount = 20;
export const leadsEach = 1000;
export const pool = 10;

/**
 * A migrated and filled database on a cluster of its own, and how to start the product on it.
 *
 * @returns the studios (with the statements of their requests) and ways to start servers; `stop` ends the database
 */
export async function openStage({ say, profile }) {
  say('Starting PostgreSQL');
  const postgres = await startPostgres({ settings });
  const ownerUrl = await ensureDatabase(postgres.ownerUrl, 'alloza');
  const login = Object.assign(new URL(ownerUrl), { username: 'alloza', password: randomBytes(18).toString('hex') });
  const mails = await startMailVendor();
  const env = {
    ALLOZA_ENV: 'production',
    DATABASE_URL: login.href,
    DATABASE_POOL: String(pool),
    PUBLIC_URL: 'https://bench.example',
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    RESEND_API_KEY: 're_bench',
    RESEND_BASE_URL: mails.url,
    LOG_LEVEL: 'info',
    // The limit is counted as ever; one caller just may do more.
    REQUESTS_PER_MINUTE: '100000000',
  };
  const migrating = { env: { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: login.href } };
  const { code, output } = await run('node', ['--conditions=alloza-source', 'server/migrate.ts'], migrating);
  if (code !== 0) throw new Error(output);

  say(`Seeding ${studioCount * leadsEach} leads in ${studioCount} workspaces`);
  const seeding = startChild('tools/bench/seed.mjs', { env: { ...env, ALLOZA_ROLE: 'web', LOG_LEVEL: 'error' } });
  const studios = await seeding.ask('seed', { ownerUrl, studios: studioCount, leadsEach });
  await seeding.stop();

  return {
    ownerUrl,
    databaseUrl: login.href,
    studios,
    env,
    /** A server of the product that is ready, with the port it listens on. */
    async startProduct(role, name) {
      const port = await freePort();
      const child = startChild('server/main.ts', {
        env: { ...env, ALLOZA_ROLE: role, PORT: String(port) },
        ...(profile && name ? { profile: name } : {}),
      });
      if (role !== 'worker') await child.line('"ready"');
      return { ...child, port };
    },
    /** Empties the queues: requests of a measure without a worker leave jobs behind. */
    forgetJobs: () => runSql(ownerUrl, 'delete from jobs.job'),
    /** Once a worker's connection listens for jobs. */
    async workerIsReady() {
      await delay(3000);
    },
    async stop() {
      mails.stop();
      await postgres.stop();
    },
  };
}

async function runSql(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(text);
  await client.end();
}

/** Takes every mail: what is measured is our side of it. */
async function startMailVendor() {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      response.setHeader('content-type', 'application/json').end(`{"id":"mail-${count}"}`);
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What the figures were measured on. */
export async function describeMachine() {
  const commit = await run('git', ['-C', inRoot('.'), 'rev-parse', '--short', 'HEAD']);
  const changed = await run('git', [
    '-C',
    inRoot('.'),
    'status',
    '--porcelain',
    '--untracked-files=no',
    'server',
    'sdk',
    'tools',
  ]);
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit.code === 0 ? commit.output.trim() + (changed.output.trim() ? ' with changes' : '') : 'unknown',
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}`,
    node: process.version,
  };
}
