import type { components } from '../../sdk/schema.ts';
import type { Caller } from '../platform/authenticate.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { recheckStreams } from '../platform/live.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { Session } from './entities.ts';
import { presentSession } from './present.ts';

/** A session that was not used for 14 days has ended: the database's `authenticate` no longer finds it. */
const idleMs = 14 * 86_400_000;

/** Where the caller is signed in, newest first. */
export async function list(
  ctx: Context,
  caller: Caller,
  request: PageRequest,
): Promise<Page<components['schemas']['Session']>> {
  const limit = request.limit ?? 25;
  const after = cursorId('session', request.after);
  const rows = await ctx.em.find(
    Session,
    {
      userId: ctx.actor.userId!,
      revokedAt: null,
      expiresAt: { $gt: ctx.now },
      lastSeenAt: { $gt: new Date(ctx.now.getTime() - idleMs) },
      ...(after ? { id: { $lt: after } } : {}),
    },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(presentSession(caller.id)),
    next: rows.length > limit ? publicId('session', shown.at(-1)!.id) : null,
  };
}

/** Ends a session of the caller's at once: every replica asks the database on every request, and open streams are told. */
export async function revoke(ctx: Context, sessionId: string): Promise<void> {
  const rows = await query(
    ctx.em,
    'update sessions set revoked_at = $3 where id = $1 and user_id = $2 and revoked_at is null returning id',
    [storedId('session', sessionId), ctx.actor.userId, ctx.now],
  );
  if (rows.length === 0) throw problems.not_found();
  await recheckStreams(ctx);
}

/** Ends all sessions of a person at once, but for the one that asks. */
export async function endSessions(ctx: Context, userId: string, exceptId: string | null): Promise<void> {
  await query(
    ctx.em,
    'update sessions set revoked_at = $3 where user_id = $1 and revoked_at is null and id is distinct from $2',
    [userId, exceptId, ctx.now],
  );
  await recheckStreams(ctx);
}

/** A browser and its system in words, from a user agent. */
export function describeDevice(userAgent: string): string {
  const browser = [
    ['Edge', /Edg\//],
    ['Opera', /OPR\//],
    ['Firefox', /Firefox\//],
    ['Chrome', /Chrom(e|ium)\//],
    ['Safari', /Safari\//],
  ].find(([, pattern]) => (pattern as RegExp).test(userAgent))?.[0];
  const system = [
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['Android', /Android/],
    ['Windows', /Windows/],
    ['macOS', /Mac OS X/],
    ['Linux', /Linux/],
  ].find(([, pattern]) => (pattern as RegExp).test(userAgent))?.[0];
  if (!browser && !system) return 'Unknown device';
  return [browser ?? 'A browser', system].filter(Boolean).join(' on ');
}
