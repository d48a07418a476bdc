/**
 * The demo studio's own website, on its own port and so its own origin: what it embeds crosses origins for real.
 *
 * PORT       where it listens, 4401 by default
 * ALLOZA_URL where the product runs, http://localhost:4400 by default
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const port = Number(process.env.PORT ?? 4401);
const allozaUrl = (process.env.ALLOZA_URL ?? 'http://localhost:4400').replace(/\/$/, '');
const folder = new URL('./', import.meta.url);
const types = { html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', svg: 'image/svg+xml' };

/** A studio that is strict with its own pages: the widgets need no more than these. */
const policy = [
  "default-src 'none'",
  `script-src ${allozaUrl}`,
  `connect-src ${allozaUrl}`,
  "style-src 'self'",
  `img-src 'self' ${allozaUrl}`,
  `form-action 'self' ${allozaUrl}`,
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** A real studio writes its key into its pages by hand; the sandbox makes a new one with each database. */
async function credentials() {
  for (let tries = 1; ; tries++) {
    try {
      const response = await fetch(`${allozaUrl}/sandbox/credentials.json`);
      if (response.ok) return await response.json();
      throw new Error(`answered ${response.status}`);
    } catch (error) {
      if (tries === 20) throw new Error(`${allozaUrl}/sandbox/credentials.json: ${error.message}`);
      await delay(250);
    }
  }
}

async function page(name) {
  const text = await readFile(new URL(`pages/${name}.html`, folder), 'utf8');
  if (!text.includes('{{')) return text;
  const { publishableKey, formId, workspaceSlug } = await credentials();
  const values = {
    ALLOZA_URL: allozaUrl,
    PUBLISHABLE_KEY: publishableKey,
    FORM_ID: formId,
    WORKSPACE_SLUG: workspaceSlug,
  };
  return text.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]);
}

/** The body and type of an address; null for what is not there. */
async function find(path) {
  const name = path === '/' ? 'index' : /^\/([a-z]+)$/.exec(path)?.[1];
  if (name) return { body: await page(name), type: types.html };
  const file = /^\/(site\.css|images\/[a-z]+\.svg)$/.exec(path)?.[1];
  return file ? { body: await readFile(new URL(file, folder)), type: types[file.split('.')[1]] } : null;
}

const server = createServer(async (request, response) => {
  const [path] = request.url.split('?');
  const found = await find(path).catch((error) => {
    if (error.code === 'ENOENT') return null;
    return { status: 503, body: `Alloza is not there: ${error.message}\n`, type: 'text/plain; charset=utf-8' };
  });
  const { status = 200, body, type } = found ?? { status: 404, body: 'There is no such page.\n', type: 'text/plain' };
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
});

server.on('error', (error) => {
  const reason =
    error.code === 'EADDRINUSE' ? `Port ${port} is taken; choose another: PORT=${port + 1}` : error.message;
  console.error(`The studio's website could not start. ${reason}`);
  process.exit(1);
});
server.listen(port, () => console.log(`The studio's website: http://localhost:${port}`));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close(() => process.exit());
    server.closeAllConnections();
  });
}
