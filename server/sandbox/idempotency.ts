import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

const day = 24 * 60 * 60 * 1000;

interface Remembered {
  bodyHash: string;
  startedAt: number;
  /** Missing while the first request is under way. */
  answer?: string;
}

/**
 * Resend's idempotency: one key, one mail, for 24 hours. The first success is replayed; failures are forgotten, so that
 * trying again works.
 */
export function idempotency(options: {
  now: () => number;
  error: (c: Context, status: number, name: string) => Response;
}): MiddlewareHandler {
  const { now, error } = options;
  const remembered = new Map<string, Remembered>();

  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (key === undefined) return next();
    if (key.length < 1 || key.length > 256) return error(c, 400, 'invalid_idempotency_key');
    const scope = `${c.req.header('authorization')} ${c.req.path} ${key}`;
    const bodyHash = createHash('sha256')
      .update(await c.req.text())
      .digest('hex');

    const earlier = remembered.get(scope);
    if (earlier && now() - earlier.startedAt < day) {
      if (earlier.bodyHash !== bodyHash) return error(c, 409, 'invalid_idempotent_request');
      if (earlier.answer === undefined) return error(c, 409, 'concurrent_idempotent_requests');
      return c.body(earlier.answer, 200, { 'content-type': 'application/json' });
    }

    const first: Remembered = { bodyHash, startedAt: now() };
    remembered.set(scope, first);
    await next();
    // A garbled answer made by a fault is not one that Resend would remember.
    const isAnswer = c.res.ok && c.res.headers.get('content-type')?.startsWith('application/json');
    if (isAnswer) first.answer = await c.res.clone().text();
    else remembered.delete(scope);
  };
}
