import type { Context, Hono } from 'hono';
import type { Services } from '../platform/context.ts';
import type { Env } from '../platform/contract.ts';
import { openPublic, openSigned, type StoredFile } from '../platform/files.ts';
import { problems } from '../platform/problem.ts';

/** Stored files: private ones by a signed address as a download, logos for anyone as pictures. */
export function serveFiles(app: Hono<Env>, services: Services): void {
  app.get('/files/:fileId', async (c) => {
    const { expires = '', signature = '' } = c.req.query();
    const file = await openSigned(services, c.req.param('fileId'), expires, signature);
    return send(c, file, 'attachment', 'private, no-store');
  });
  app.get('/brand/:fileId', async (c) => {
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
    return send(c, await openPublic(services, c.req.param('fileId')), 'inline', 'public, max-age=86400, immutable');
  });
}

function send(
  c: Context<Env>,
  file: StoredFile | null,
  disposition: 'attachment' | 'inline',
  caching: string,
): Response {
  if (!file) throw problems.not_found();
  c.header('content-type', file.content_type);
  c.header('content-disposition', `${disposition}; filename*=UTF-8''${encodeName(file.name)}`);
  c.header('content-security-policy', "default-src 'none'; sandbox");
  c.header('cache-control', caching);
  return c.body(new Uint8Array(file.bytes));
}

/** As RFC 8187 asks for, which allows fewer characters than a URL does. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
