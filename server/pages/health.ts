import type { Hono } from 'hono';
import type { Services } from '../platform/context.ts';
import type { Env } from '../platform/contract.ts';
import { begin, noWorkspace, query } from '../platform/database.ts';
import { migrationFiles } from '../platform/migrations.ts';

/** `/healthz`: the process answers. `/readyz`: the database answers, is migrated, and gives the role it should. */
export function serveHealth(app: Hono<Env>, services: Services, isStopping: () => boolean): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    if (isStopping()) return c.json({ status: 'stopping' }, 503);
    try {
      const transaction = await begin(services.orm, { role: 'alloza_app', workspaceId: noWorkspace });
      const applied = await query<{ name: string; role: string }>(
        transaction.em,
        'select name, current_user as role from migrations',
      );
      await transaction.commit();
      const missing = (await migrationFiles()).filter((name) => !applied.some((row) => row.name === name));
      if (missing.length > 0) return c.json({ status: 'not migrated' }, 503);
      if (applied[0]?.role !== 'alloza_app') return c.json({ status: 'wrong role' }, 503);
      return c.json({ status: 'ready', readers: services.live.readerCount() });
    } catch {
      return c.json({ status: 'no database' }, 503);
    }
  });
}
