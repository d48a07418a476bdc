import type { Context, MiddlewareHandler } from 'hono';

/** Counts requests in windows of one second, says so in the `ratelimit-*` headers, and refuses those beyond. */
export function rateLimit(options: {
  perSecond: number;
  now: () => number;
  error: (c: Context, status: number, name: string) => Response;
}): MiddlewareHandler {
  const { perSecond, now, error } = options;
  let windowStart = Number.NEGATIVE_INFINITY;
  let used = 0;

  return async (c, next) => {
    if (now() - windowStart >= 1000) {
      windowStart = now();
      used = 0;
    }
    used += 1;
    c.header('ratelimit-limit', String(perSecond));
    c.header('ratelimit-remaining', String(Math.max(perSecond - used, 0)));
    c.header('ratelimit-reset', '1');
    if (used <= perSecond) return next();
    c.header('retry-after', '1');
    return error(c, 429, 'rate_limit_exceeded');
  };
}
