import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Hono } from 'hono';
import type { Env } from '../platform/contract.ts';
import { problems } from '../platform/problem.ts';

const compress = promisify(brotliCompress);
const folder = new URL('../../dist/browser/v1/', import.meta.url);
const manifest = new URL('../../dist/browser/manifest.json', import.meta.url);

interface Asset {
  plain: Buffer;
  brotli: Promise<Buffer> | null;
}

/**
 * The built widgets under `/v1/`: the loader's name is lasting and revalidated, chunks carry a hash and last for ever.
 * Any origin may load them; each is compressed once.
 */
export function serveAssets(app: Hono<Env>): void {
  const assets = new Map<string, Asset>();
  const load = (name: string): Asset | null => {
    if (!/^[A-Za-z0-9_.-]+\.js$/.test(name)) return null;
    const known = assets.get(name);
    if (known && name !== 'alloza.js') return known;
    const file = new URL(name, folder);
    if (!existsSync(file)) return null;
    const plain = readFileSync(file);
    if (known?.plain.equals(plain)) return known;
    const asset = { plain, brotli: null };
    assets.set(name, asset);
    return asset;
  };
  app.get('/v1/:name{[A-Za-z0-9_.-]+\\.js}', async (c) => {
    const name = c.req.param('name');
    const asset = load(name);
    if (!asset) throw problems.not_found();
    c.header('content-type', 'text/javascript; charset=utf-8');
    c.header('access-control-allow-origin', '*');
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('cache-control', name === 'alloza.js' ? 'public, max-age=300' : 'public, max-age=31536000, immutable');
    c.header('vary', 'accept-encoding');
    if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(new Uint8Array(asset.plain));
    asset.brotli ??= compress(asset.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    c.header('content-encoding', 'br');
    return c.body(new Uint8Array(await asset.brotli));
  });
}

/** The built file of an entry, such as `alloza-dashboard`, to start loading it with the page. */
export function builtFile(entry: string): string | null {
  if (!existsSync(manifest)) return null;
  const built = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, { file: string } | undefined>;
  const file = built[entry]?.file;
  return file ? `/${file}` : null;
}
