import type { Context } from '../platform/context.ts';
import { hashToken, randomToken, sign } from '../platform/crypto.ts';
import { type Orm, query } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId } from '../platform/ids.ts';
import { countShared, networkOf, type Quota, tooMany } from '../platform/limits.ts';
import { recheckStreams } from '../platform/live.ts';
import { asSystem } from '../platform/tenancy.ts';
import { hashPassword, isOutdated, passwordFits } from './password.ts';
import { describeDevice } from './sessions.ts';

const perAccountAndNetwork: Quota = { name: 'sign-in.here', points: 5, seconds: 900 };
const perNetwork: Quota = { name: 'sign-in.network', points: 60, seconds: 900 };
const perAccount: Quota = { name: 'sign-in.account', points: 50, seconds: 3600 };
const everybody = (points: number): Quota => ({ name: 'sign-in.all', points, seconds: 60 });
const sessionDays = 30;

export interface Attempt {
  email: string;
  password: string;
  ip: string;
  userAgent: string;
}

export interface SignedIn {
  userId: string;
  token: string;
}

const networkHash = (ctx: Context, ip: string): string => sign(ctx.config.AUTH_SECRET, 'network', networkOf(ip));

/**
 * Takes the attempt's points before anything is verified. The limits on a whole account and on everybody together do
 * not bind networks the account has been used from before, so that a stranger with many addresses can't lock owners out.
 * @param perMinute tries of everybody together
 * @throws 429
 */
export async function throttle(
  orm: Orm,
  attempt: Pick<Attempt, 'email' | 'ip'>,
  perMinute: number,
  isKnownNetwork: () => Promise<boolean>,
): Promise<void> {
  const email = normalizeEmail(attempt.email) ?? attempt.email.normalize('NFKC').toLowerCase().slice(0, 254);
  const network = networkOf(attempt.ip);
  const here = await countShared(orm, perAccountAndNetwork, `${email}|${network}`);
  if (here.remaining < 0) throw tooMany(here);
  const fromNetwork = await countShared(orm, perNetwork, network);
  if (fromNetwork.remaining < 0) throw tooMany(fromNetwork);
  const fromAnywhere = [
    { quota: perAccount, who: email },
    { quota: everybody(perMinute), who: 'together' },
  ];
  for (const { quota, who } of fromAnywhere) {
    const standing = await countShared(orm, quota, who);
    if (standing.remaining >= 0) continue;
    if (await isKnownNetwork()) return;
    throw tooMany(standing);
  }
}

/** Whether the account of this address has a session from the network of `ip`. */
export const isKnownNetwork = (ctx: Context, email: string, ip: string): Promise<boolean> =>
  asSystem(ctx, 'account.sign-in', async () => {
    const rows = await query(
      ctx.em,
      'select 1 from sessions s join users u on u.id = s.user_id where u.email = $1 and s.network_hash = $2 limit 1',
      [normalizeEmail(email), networkHash(ctx, ip)],
    );
    return rows.length > 0;
  });

export type InSystem = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/**
 * Verifies a password, exactly once whoever asks, and opens a session of its own. Null: it does not fit. The password
 * is verified between two transactions: no connection is held while a flood of attempts waits for its turn.
 */
export async function signIn(inSystem: InSystem, attempt: Attempt): Promise<SignedIn | null> {
  const email = normalizeEmail(attempt.email);
  const asSignIn = <T>(work: (ctx: Context) => Promise<T>) =>
    inSystem((ctx) => asSystem(ctx, 'account.sign-in', () => work(ctx)));
  const [user] = await asSignIn((ctx) =>
    query<{ id: string; password_hash: string | null }>(
      ctx.em,
      'select id, password_hash from users where email = $1',
      [email],
    ),
  );
  const stored = user?.password_hash;
  if (!(await passwordFits(stored, attempt.password)) || !user || !stored) return null;
  const renewed = isOutdated(stored) ? await hashPassword(attempt.password) : stored;
  return asSignIn((ctx) => openSession(ctx, { ...user, email }, { stored, renewed }, attempt));
}

async function openSession(
  ctx: Context,
  user: { id: string; email: string | null },
  { stored, renewed }: { stored: string; renewed: string },
  attempt: Attempt,
): Promise<SignedIn | null> {
  // A password that was changed since it was verified opens nothing any more.
  const still = await query(
    ctx.em,
    'update users set password_hash = $3 where id = $1 and password_hash = $2 returning 1',
    [user.id, stored, renewed],
  );
  if (still.length === 0) return null;
  await query(ctx.em, 'delete from rate_limits where key = $1', [
    `${perAccountAndNetwork.name}:${user.email}|${networkOf(attempt.ip)}`,
  ]);
  return { userId: user.id, token: await insertSession(ctx, user.id, attempt) };
}

/** Opens a session for somebody who has proven who they are, and answers its token. Call it as system. */
export async function insertSession(
  ctx: Context,
  userId: string,
  { ip, userAgent }: Pick<Attempt, 'ip' | 'userAgent'>,
): Promise<string> {
  const token = randomToken();
  await query(
    ctx.em,
    `insert into sessions (id, user_id, token_hash, device, network_hash, created_at, last_seen_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6, $6::timestamptz + make_interval(days => $7))`,
    [newId(), userId, hashToken(token), describeDevice(userAgent), networkHash(ctx, ip), ctx.now, sessionDays],
  );
  return token;
}

/** Ends the session of a token. */
export const signOut = (ctx: Context, token: string): Promise<void> =>
  asSystem(ctx, 'account.sign-in', async () => {
    await query(ctx.em, 'update sessions set revoked_at = $2 where token_hash = $1 and revoked_at is null', [
      hashToken(token),
      ctx.now,
    ]);
    await recheckStreams(ctx);
  });
