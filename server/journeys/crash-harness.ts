import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { createTestDatabase, eventually, type TestDatabase } from '../platform/testing.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The server in a process of its own that can be killed, with vendors in this process that outlive it. */
export class CrashBench implements AsyncDisposable {
  readonly database: TestDatabase;
  readonly sandbox: Sandbox;
  readonly url: string;
  readonly #vendors: Server;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;

  private constructor(database: TestDatabase, sandbox: Sandbox, vendors: Server, port: number) {
    this.database = database;
    this.sandbox = sandbox;
    this.#vendors = vendors;
    this.url = `http://localhost:${port}`;
    const owner = new URL(database.url);
    const admin = new URL(process.env.TEST_POSTGRES_URL!);
    admin.pathname = owner.pathname;
    this.#env = {
      PATH: process.env.PATH ?? '',
      ALLOZA_ENV: 'sandbox',
      ALLOZA_SEED: 'demo',
      PORT: String(port),
      PUBLIC_URL: this.url,
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: admin.href,
      AUTH_SECRET: 'a secret of the crash tests, which is long enough',
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
      RESEND_API_KEY: 're_test',
      RESEND_BASE_URL: `http://localhost:${(vendors.address() as AddressInfo).port}/resend`,
      REQUESTS_PER_MINUTE: '1000000',
      LOG_LEVEL: process.env.TEST_LOG ?? 'silent',
    };
  }

  /** A second process on the same database, such as a worker beside a web process. */
  fork(env: Record<string, string>, preload: string): ChildProcess {
    return spawn(process.execPath, ['--conditions=alloza-source', `--import=${preload}`, main], {
      env: { ...this.#env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }

  static async open(): Promise<CrashBench> {
    const database = await createTestDatabase();
    const sandbox = createSandbox({ credentials: async () => ({}), mailsPerSecond: 10_000 });
    const vendors = createServer(getRequestListener(sandbox.app.fetch));
    await new Promise<void>((resolve) => vendors.listen(0, resolve));
    return new CrashBench(database, sandbox, vendors, await freePort());
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--conditions=alloza-source', main], {
      env: this.#env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#child = child;
    await eventually(
      'the server',
      () =>
        fetch(`${this.url}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        ),
      60_000,
    );
  }

  /** Ends the process as a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child!;
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    this.#child = null;
  }

  /** Asks the process to end; answers its exit code and how long it took. */
  async terminate(): Promise<{ code: number | null; ms: number }> {
    const child = this.#child!;
    const started = performance.now();
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    this.#child = null;
    return { code, ms: performance.now() - started };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child) await this.kill();
    this.#vendors.closeAllConnections();
    await new Promise((resolve) => this.#vendors.close(resolve));
    await this.database.drop();
  }
}

/** A small seeded generator (mulberry32), so that a failing run can be run again. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
