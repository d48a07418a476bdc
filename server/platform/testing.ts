import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import pg from 'pg';
import { type App, createApp } from '../app.ts';
import { seedDemo } from '../demo.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { createResendSender } from '../vendors/resend.ts';
import { createS3Store } from '../vendors/s3.ts';
import { type Config, readConfig } from './config.ts';
import { createHttpServer } from './http.ts';
import { createLog } from './log.ts';
import { grantLogin } from './migrations.ts';

export const testPassword = 'a long test password';

export interface TestDatabase {
  /** For the server: a login without rights of its own. */
  url: string;
  /** For looking behind the server's back. */
  owner: pg.Pool;
  drop(): Promise<void>;
}

/** A database of its own, copied from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const maintenance = readTestUrl();
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = new pg.Client({ connectionString: maintenance });
  await admin.connect();
  // Two copies of one template at the same instant refuse each other.
  await admin.query('select pg_advisory_lock(42)');
  await admin.query(`create database ${name} template ${process.env.TEST_TEMPLATE_DATABASE ?? 'alloza_template'}`);
  const address = new URL(maintenance);
  address.pathname = `/${name}`;
  const owner = new pg.Pool({ connectionString: address.href, max: 3 });
  await grantLogin(owner as never, 'alloza_test', 'alloza_test');
  await admin.query('select pg_advisory_unlock(42)');
  const login = new URL(address);
  login.username = 'alloza_test';
  login.password = 'alloza_test';
  return {
    url: login.href,
    owner,
    async drop() {
      await owner.end();
      // A connection that is just closing would report being forced out as an error that nobody can catch.
      for (let tries = 0; tries < 100 && (await connectionsTo(admin, name)) > 0; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

async function connectionsTo(admin: pg.Client, name: string): Promise<number> {
  const { rowCount } = await admin.query('select 1 from pg_stat_activity where datname = $1', [name]);
  return rowCount ?? 0;
}

function readTestUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url)
    throw new Error('TEST_POSTGRES_URL is missing: run tests by `npm test`, or `npm test -- --only=server <file>`');
  return url;
}

export function testConfig(
  database: Pick<TestDatabase, 'url'>,
  publicUrl: string,
  overrides: Record<string, string> = {},
): Config {
  return readConfig({
    ALLOZA_ENV: 'sandbox',
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret of the tests, which is long enough',
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: `${publicUrl}/sandbox/resend`,
    LOG_LEVEL: process.env.TEST_LOG ?? 'error',
    PROOF_COST: '10',
    MINIMUM_FILL_MS: '0',
    VALIDATE_ANSWERS: 'true',
    REQUESTS_PER_MINUTE: '100000',
    ...overrides,
  });
}

export interface TestServer extends AsyncDisposable {
  url: string;
  app: App;
  database: TestDatabase;
  sandbox: Sandbox;
  /** What it has logged, oldest first: errors, unless `TEST_LOG` names a lower level. */
  logged: Record<string, unknown>[];
  server: Server;
  stop(): Promise<void>;
}

/** The whole server over real HTTP on a port of its own, with the sandbox's vendors behind it. */
export async function startTestServer(
  overrides: Record<string, string> = {},
  given?: TestDatabase,
): Promise<TestServer> {
  const database = given ?? (await createTestDatabase());
  const server = createHttpServer(testConfig(database, 'http://localhost', overrides));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const config = testConfig(database, url, overrides);
  let credentials = async (): Promise<object> => ({});
  const sandbox = createSandbox({ credentials: () => credentials() });
  const vendors = {
    mail: await createResendSender({
      apiKey: config.RESEND_API_KEY,
      baseUrl: config.RESEND_BASE_URL!,
      timeoutMs: 2000,
    }),
    ...(config.s3 ? { files: createS3Store({ ...config.s3, timeoutMs: 1000 }) } : {}),
  };
  const logged: Record<string, unknown>[] = [];
  const write = (line: string) => {
    logged.push(JSON.parse(line));
    if (process.env.TEST_LOG) process.stdout.write(line);
  };
  const app = await createApp({
    config,
    log: createLog(config, { write }),
    vendors,
    sandbox: sandbox.app as Hono,
  }).catch((error) => {
    server.close();
    throw error;
  });
  server.on('request', getRequestListener(app.hono.fetch));
  if (config.ALLOZA_SEED === 'demo') credentials = await seedDemo(app);
  const stop = async () => {
    await app.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    if (!given) await database.drop();
  };
  return { url, app, database, sandbox, logged, server, stop, [Symbol.asyncDispose]: stop };
}

/** Waits for something to become true, and says what it waited for if it does not. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 30_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
