import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import closeWithGrace from 'close-with-grace';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrations.ts';
import { createResendSender } from './vendors/resend.ts';

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config);
  if (config.DATABASE_OWNER_URL || config.sandbox) {
    await migrate(config.DATABASE_OWNER_URL ?? config.directUrl, config.DATABASE_URL, (line) => log.info(line));
  }
  const vendors = {
    mail: await createResendSender({
      apiKey: config.RESEND_API_KEY,
      ...(config.RESEND_BASE_URL ? { baseUrl: config.RESEND_BASE_URL } : {}),
    }),
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

  const server = createServer({ maxHeaderSize: 16_384 }, getRequestListener(app.hono.fetch));
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  if (config.ALLOZA_ROLE !== 'worker') {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.PORT, resolve));
    log.info({ port: config.PORT }, 'ready');
  }
  closeWithGrace(
    { delay: 25_000, logger: { error: (message?: unknown) => log.error({ message: String(message) }, 'closing') } },
    async ({ err }) => {
      if (err) log.error({ err }, 'the process can not go on');
      const drained = new Promise<void>((resolve) => server.close(() => resolve()));
      // Streams never end by themselves: the app closes them, then idle connections go.
      const stopped = app.stop();
      server.closeIdleConnections();
      await stopped;
      server.closeAllConnections();
      await drained;
    },
  );
}
