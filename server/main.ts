import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import closeWithGrace from 'close-with-grace';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { limitGarbage } from './platform/heap.ts';
import { createHttpServer } from './platform/http.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrations.ts';
import { createResendSender } from './vendors/resend.ts';
import { createS3Store } from './vendors/s3.ts';

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function main(): Promise<void> {
  limitGarbage();
  const config = readConfig();
  const log = createLog(config);
  if (config.DATABASE_OWNER_URL || config.sandbox) {
    await migrate(config.DATABASE_OWNER_URL ?? config.directUrl, config.DATABASE_URL, (line) => log.info(line));
  }
  // A sandbox whose mail address was forgotten must not write to real people.
  const mailUrl = config.RESEND_BASE_URL ?? (config.sandbox ? `${config.PUBLIC_URL}/sandbox/resend` : undefined);
  const vendors = {
    mail: await createResendSender({
      apiKey: config.RESEND_API_KEY,
      ...(mailUrl ? { baseUrl: mailUrl } : {}),
    }),
    ...(config.s3 ? { files: createS3Store(config.s3) } : {}),
  };
  let credentials: () => Promise<object> = async () => ({});
  const sandbox = config.sandbox
    ? (await import('./sandbox/sandbox.ts')).createSandbox({ credentials: () => credentials() })
    : undefined;
  const app = await createApp({ config, log, vendors, ...(sandbox ? { sandbox: sandbox.app as Hono } : {}) });
  if (config.sandbox && config.ALLOZA_SEED === 'demo') {
    const { seedDemo } = await import('./demo.ts');
    credentials = await seedDemo(app);
  }

  const server = createHttpServer(config).on('request', getRequestListener(app.hono.fetch));
  if (config.ALLOZA_ROLE !== 'worker') {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.PORT, resolve));
    log.info({ port: config.PORT }, 'ready');
  }
  closeWithGrace(
    { delay: 25_000, logger: { error: (message?: unknown) => log.error({ message: String(message) }, 'closing') } },
    async ({ err }) => {
      if (err) log.error({ err }, 'the process can not go on');
      await app.drain();
      await closeGently(server);
      await app.stop();
    },
  );
}

const lastRequestsMs = 1000;

/**
 * Takes no new connections but leaves the open ones to say goodbye: a client that sends its next request on a
 * connection gets its answer with `Connection: close`. Closing idle connections at once would cut such a request off.
 */
async function closeGently(server: Server): Promise<void> {
  const drained = new Promise<void>((resolve) => server.once('close', resolve));
  NetServer.prototype.close.call(server);
  const idle = setTimeout(() => server.closeIdleConnections(), lastRequestsMs);
  const stuck = setTimeout(() => server.closeAllConnections(), 15_000);
  if (server.listening || (await connectionsOf(server)) > 0) await drained;
  clearTimeout(idle);
  clearTimeout(stuck);
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))));
