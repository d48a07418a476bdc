import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Config } from '../platform/config.ts';
import type { Env } from '../platform/contract.ts';
import { builtFile } from './assets.ts';
import { htmlHeaders, pagePolicy } from './headers.ts';

/** One shell for every address of the dashboard; the element reads the address itself. */
export function serveDashboard(app: Hono<Env>, config: Pick<Config, 'google'>): void {
  app.get('/', (c) => c.redirect('/app', 302));
  app.get('/app.css', (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    c.header('cache-control', 'public, max-age=3600');
    return c.body(shellStyles);
  });
  const shell = (c: Context<Env>) => {
    htmlHeaders(c, pagePolicy);
    const preload = builtFile('alloza-dashboard');
    const language = languageOf(c.req.header('accept-language'));
    c.header('vary', 'accept-language');
    return c.html(html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Alloza</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app.css">
${preload ? html`<link rel="modulepreload" href="${preload}">` : ''}
<script type="module" src="/v1/alloza.js"></script>
</head>
<body><alloza-dashboard${config.google ? ' google-sign-in' : ''}></alloza-dashboard><noscript>The dashboard needs JavaScript.</noscript></body>
</html>`);
  };
  app.get('/app', shell);
  app.get('/app/*', shell);
}

/** The first language of ours that the browser asks for; the element takes its own from the page. */
function languageOf(header = ''): string {
  const wanted = header.split(',').map((entry) => {
    const [tag = '', quality] = entry.trim().split(';q=');
    return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) };
  });
  wanted.sort((a, b) => b.quality - a.quality);
  return wanted.find(({ language, quality }) => quality > 0 && ['en', 'de', 'ar'].includes(language))?.language ?? 'en';
}

const shellStyles = `html,body{margin:0;height:100%}
body{font:14px/20px system-ui,sans-serif;background:light-dark(oklch(98.5% .003 170),oklch(17% .006 170));color:light-dark(#1b1f1e,#e8ecea)}
alloza-dashboard{display:block;min-height:100%}
noscript{display:block;padding:24px}
`;
