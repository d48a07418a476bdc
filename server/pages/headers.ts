import type { Context } from 'hono';
import type { Env } from '../platform/contract.ts';

const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Our own pages: nothing from elsewhere, no inline script, Trusted Types enforced. */
export const pagePolicy = [...strict, "require-trusted-types-for 'script'"].join('; ');

/** The API reference is drawn by a library that writes styles and starts a worker for its search. */
export const docsPolicy = [
  ...strict.filter((directive) => !directive.startsWith('style-src')),
  "style-src 'self' 'unsafe-inline'",
  'worker-src blob:',
].join('; ');

/** Pages without any script, such as the plain form. */
export const plainPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

export function htmlHeaders(c: Context<Env>, policy: string): void {
  c.header('content-security-policy', policy);
  c.header('cache-control', 'no-store');
}
