import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../platform/contract.ts';
import type { Contract } from '../platform/openapi.ts';
import { type ErrorRow, problems } from '../platform/problem.ts';
import { docsPolicy, htmlHeaders, plainPolicy } from './headers.ts';

const source = new URL('../../openapi.yaml', import.meta.url);

/** The API reference drawn from openapi.yaml, the file itself, and a page for every problem code. */
export function serveDocs(app: Hono<Env>, contract: Contract, rows: Record<string, ErrorRow>): void {
  app.get('/openapi.yaml', (c) => {
    c.header('content-type', 'application/yaml; charset=utf-8');
    c.header('access-control-allow-origin', '*');
    return c.body(readFileSync(source));
  });
  app.get('/docs', (c) => {
    htmlHeaders(c, docsPolicy);
    return c.html(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Alloza API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/page.css"></head>
<body><redoc spec-url="/openapi.yaml" hide-download-button expand-responses="200,201" native-scrollbars disable-google-font></redoc>
<script src="/docs/redoc.js"></script></body></html>`);
  });
  app.get('/docs/redoc.js', (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8');
    c.header('cache-control', 'public, max-age=86400');
    return c.body(readFileSync(createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js')));
  });
  app.get('/docs/page.css', (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    return c.body(styles);
  });
  app.get('/docs/errors', (c) => {
    htmlHeaders(c, plainPolicy);
    const codes = codesOf(contract);
    return c.html(
      page(
        'Problem codes',
        html`<ul>${codes.map((code) => html`<li><a href="/docs/errors/${code}">${code}</a>: ${rows[code]?.title ?? ''}</li>`)}</ul>`,
      ),
    );
  });
  app.get('/docs/errors/:code', (c) => {
    const code = c.req.param('code');
    const row = rows[code];
    if (!codesOf(contract).includes(code) || !row) throw problems.not_found();
    htmlHeaders(c, plainPolicy);
    const places = contract.operations.filter((operation) => operation.responses[String(row.status)] !== undefined);
    return c.html(
      page(
        code,
        html`<p>${row.title}. Status ${row.status}.</p><p>${advice[row.status] ?? ''}</p>
<p>Operations that answer ${row.status}: ${places.map((operation) => operation.id).join(', ')}.</p><p><a href="/docs/errors">All codes</a> · <a href="/docs">API reference</a></p>`,
      ),
    );
  });
}

const codesOf = (contract: Contract): string[] =>
  (contract.document.components.schemas.ProblemCode as { enum: string[] }).enum;

const advice: Record<number, string> = {
  400: 'Send valid JSON in UTF-8, and percent-encode the address.',
  401: 'Sign in again, or send a key that has not been revoked.',
  403: 'Use a credential that may do this, from a place where it may be used.',
  404: 'Check the id; an object of another workspace does not exist for you.',
  409: 'Read the object again and decide anew. While an Idempotency-Key is in use, wait as long as Retry-After says and retry.',
  412: 'Read the object again, apply your change to it and send its new version in If-Match.',
  413: 'Send a smaller body.',
  415: 'Send the content type that the operation names.',
  422: 'The member `errors` points at each value that has to change.',
  428: 'Send If-Match with the version you read.',
  429: 'Wait as long as Retry-After says.',
  500: 'Retry with the same Idempotency-Key; tell us the request id if it stays.',
  503: 'Wait as long as Retry-After says and retry with the same Idempotency-Key.',
};

const page = (title: string, body: unknown) => html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Alloza API</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/page.css"></head>
<body class="text"><main><h1>${title}</h1>${body}</main></body></html>`;

const styles = `body{margin:0;font:16px/24px system-ui,sans-serif}
.text{color-scheme:light dark;padding:40px 24px}main{max-width:680px;margin:auto}h1{font:500 28px/34px system-ui,sans-serif}`;
