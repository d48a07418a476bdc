import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** Serves an app on a free port of this machine. `control` queues trouble at a stand-in (faults.ts). */
export async function serveStandIn(app: Hono) {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const url = `http://127.0.0.1:${address.port}`;

  return {
    url,
    async control(fault: 'fail' | 'hang' | 'drop', body: Record<string, unknown> = {}) {
      const response = await fetch(`${url}/control/${fault}`, { method: 'POST', body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`The control side answered ${response.status}`);
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
