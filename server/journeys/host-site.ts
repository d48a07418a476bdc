import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const hosts = new URL('../../widgets/testing/hosts/', import.meta.url);

/** A site of `widgets/testing/hosts` in one file, in its framework's development build, which checks more. */
export async function bundleHost(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, hosts))],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
  });
  return outputFiles[0]!.text;
}

export interface Host {
  readonly url: string;
  close(): void;
}

type Answer = { body: string; type: 'html' | 'javascript'; headers?: Record<string, string> } | null;

/** An origin of its own on this machine. */
async function serve(answer: (path: string) => Answer | Promise<Answer>): Promise<Host> {
  const server = createServer(async (request, response) => {
    const found = await answer(new URL(request.url!, 'http://host').pathname);
    if (!found) return response.writeHead(404).end();
    const headers = { 'content-type': `text/${found.type}; charset=utf-8`, ...found.headers };
    return response.writeHead(200, headers).end(found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Page {
  /** Where the product's loaders come from. */
  loaders: string[];
  baseUrl: string;
  publishableKey: string;
  body: string;
  script?: string;
  /** Names of Trusted Types policies that the page grants; without it any. */
  trustedTypes?: string;
}

/** A page as strict as a studio can make it: no inline script or style, Trusted Types enforced. */
export const openHost = ({ loaders, baseUrl, publishableKey, body, script, trustedTypes }: Page): Promise<Host> => {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${loaders.join(' ')}`,
    `connect-src ${baseUrl}`,
    `img-src data: ${baseUrl}`,
    `form-action ${baseUrl}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    ...(trustedTypes ? [`trusted-types ${trustedTypes}`] : []),
  ].join('; ');
  const html = `<!doctype html><html lang="en" data-publishable-key="${publishableKey}" data-base-url="${baseUrl}"><head>
<meta charset="utf-8"><title>Contact</title><link rel="icon" href="data:,">
${loaders.map((origin) => `<script type="module" src="${origin}/v1/alloza.js"></script>`).join('\n')}
${script ? '<script type="module" src="/site.js"></script>' : ''}</head><body>${body}</body></html>`;
  return serve((path) => {
    if (path === '/') return { body: html, type: 'html', headers: { 'content-security-policy': policy } };
    return path === '/site.js' && script ? { body: script, type: 'javascript' } : null;
  });
};

/** Another release of the product's bundle on an origin of its own: the same build under another version. */
export const otherRelease = (productUrl: string, from: string, to: string): Promise<Host> =>
  serve(async (path) => {
    const response = await fetch(productUrl + path);
    if (!response.ok) return null;
    const body = (await response.text()).replaceAll(`"${from}"`, `"${to}"`);
    return { body, type: 'javascript', headers: { 'access-control-allow-origin': '*' } };
  });
