import { type EntityManager, type Orm, query, queryOnce } from './database.ts';
import { type Problem, problems } from './problem.ts';

export interface Quota {
  name: string;
  points: number;
  seconds: number;
}

export interface Standing {
  quota: Quota;
  remaining: number;
  resetSeconds: number;
}

/** Takes a point from a limit that all replicas share, exact under concurrency. @throws 429 once it is used up */
export async function takeShared(orm: Orm, quota: Quota, who: string): Promise<Standing> {
  const standing = await countShared(orm, quota, who);
  if (standing.remaining < 0) throw tooMany(standing);
  return standing;
}

/** Like `takeShared`, but tells the standing in place of throwing. */
export async function countShared(orm: Orm, quota: Quota, who: string): Promise<Standing> {
  const [row] = await queryOnce<Point>(orm, takePoint, pointOf(quota, who));
  return standingOf(quota, row!);
}

/** The same within a transaction: counted if that commits. Others who count there wait for it. */
export async function countWithin(em: EntityManager, quota: Quota, who: string): Promise<Standing> {
  const [row] = await query<Point>(em, takePoint, pointOf(quota, who));
  return standingOf(quota, row!);
}

interface Point {
  remaining: number;
  resets_at: Date;
}

const takePoint = 'select * from take_point($1, $2, $3)';
const pointOf = ({ name, points, seconds }: Quota, who: string): unknown[] => [`${name}:${who}`, points, seconds];

function standingOf(quota: Quota, { remaining, resets_at }: Point): Standing {
  const resetSeconds = Math.max(1, Math.ceil((new Date(resets_at).getTime() - Date.now()) / 1000));
  return { quota, remaining, resetSeconds };
}

export function tooMany(standing: Standing): Problem {
  return problems.rate_limited({
    headers: { 'retry-after': String(standing.resetSeconds), ...limitHeaders(standing) },
  });
}

/** A bucket per process: cheap protection of everything else. */
export class LocalLimit {
  readonly #windows = new Map<string, { used: number; endsAt: number }>();
  readonly #quota: Quota;

  constructor(quota: Quota) {
    this.#quota = quota;
  }

  take(who: string): Standing {
    const now = Date.now();
    let window = this.#windows.get(who);
    if (!window || window.endsAt <= now) {
      if (this.#windows.size > 50_000) this.#windows.clear();
      window = { used: 0, endsAt: now + this.#quota.seconds * 1000 };
      this.#windows.set(who, window);
    }
    window.used += 1;
    const standing = {
      quota: this.#quota,
      remaining: this.#quota.points - window.used,
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1000)),
    };
    if (standing.remaining < 0) throw tooMany(standing);
    return standing;
  }
}

/** The RateLimit fields of the IETF draft. */
export function limitHeaders({ quota, remaining, resetSeconds }: Standing): Record<string, string> {
  return {
    'ratelimit-policy': `"${quota.name}";q=${quota.points};w=${quota.seconds}`,
    ratelimit: `"${quota.name}";r=${Math.max(0, remaining)};t=${resetSeconds}`,
  };
}

/** The network an address belongs to: IPv6 by its /64, IPv4 whole. */
export function networkOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups = plain.includes('::')
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`;
}
