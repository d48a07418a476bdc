import type { components } from '../../sdk/schema.ts';
import type { Caller } from '../platform/authenticate.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { Open } from '../platform/contract-types.ts';
import { query, sqlState } from '../platform/database.ts';
import { countWithin, type Quota, tooMany } from '../platform/limits.ts';
import { asSystem } from '../platform/tenancy.ts';
import { errors } from './errors.ts';
import { forgetGoogle } from './google.ts';
import { hashPassword, passwordFits } from './password.ts';
import { mayMail, readEmail } from './register.ts';
import { endSessions } from './sessions.ts';
import { issueToken, useToken } from './tokens.ts';

type Schemas = components['schemas'];

/** Wrong passwords of one person: a session left open must not become a place to guess at. */
const guesses: Quota = { name: 'password', points: 10, seconds: 900 };

/**
 * Verifies the signed-in person's password between transactions. Answers the stored hash that it fits, or null. Whoever
 * signs in with Google alone sets a password by mail first: a session left open must not be enough.
 * @throws 429 after too many wrong ones, 409 `password_missing`
 */
export async function passwordOf(open: Open, userId: string, password: string): Promise<string | null> {
  const { stored, standing } = await open((ctx) =>
    asSystem(ctx, 'account.password', async () => {
      const [user] = await query<{ hash: string | null }>(
        ctx.em,
        'select password_hash as hash from users where id = $1',
        [userId],
      );
      return { stored: user?.hash ?? null, standing: await countWithin(ctx.em, guesses, userId) };
    }),
  );
  if (standing.remaining < 0) throw tooMany(standing);
  if (stored === null) throw errors.password_missing();
  if (!(await passwordFits(stored, password))) return null;
  await open((ctx) =>
    asSystem(ctx, 'account.password', () =>
      query(ctx.em, 'delete from rate_limits where key = $1', [`${guesses.name}:${userId}`]),
    ),
  );
  return stored;
}

/** The hashes before and after a change; null if the present password does not fit. */
export async function hashForChange(
  open: Open,
  caller: Caller,
  { currentPassword, newPassword }: Schemas['PasswordChange'],
): Promise<{ stored: string; hash: string } | null> {
  const stored = await passwordOf(open, caller.userId!, currentPassword);
  return stored === null ? null : { stored, hash: await hashPassword(newPassword) };
}

/** Sets another password, ends the other sessions and voids the links that wait in mails. @throws 422 `password_wrong` */
export async function changePassword(
  ctx: Context,
  caller: Caller,
  change: { stored: string; hash: string } | null,
): Promise<void> {
  if (!change) throw errors.password_wrong();
  const userId = caller.userId!;
  await asSystem(ctx, 'account.password', async () => {
    // One that was changed since it was verified is not the present password any more.
    const [user] = await query<{ email: string }>(
      ctx.em,
      `update users set password_hash = $3, updated_at = $4, version = version + 1
        where id = $1 and password_hash = $2 returning email`,
      [userId, change.stored, change.hash, ctx.now],
    );
    if (!user) throw errors.password_wrong();
    await endSessions(ctx, userId, caller.id);
    await forgetGoogle(ctx, userId);
    await query(ctx.em, 'delete from account_tokens where email = $1', [user.email]);
    ctx.mail({ template: 'account.password-changed', to: user.email, data: { userId } });
  });
  recordChange(ctx, 'user', userId, 'password_changed');
}

/** What a change of address waits with; none if the address belongs to somebody already. */
interface WaitingEmail {
  userId: string;
  email: string;
}

/**
 * Mails a link to the new address and a notice to the present one. The work and the answer are the same for an address
 * that has an account already: its holder is told instead.
 * @throws 422 `password_wrong`
 */
export async function changeEmail(
  ctx: Context,
  userId: string,
  given: string,
  passwordHash: string | null,
): Promise<void> {
  const email = readEmail(given);
  if (!passwordHash) throw errors.password_wrong();
  await asSystem(ctx, 'account.change-email', async () => {
    const [user] = await query<{ email: string }>(
      ctx.em,
      'select email from users where id = $1 and password_hash = $2 for update',
      [userId, passwordHash],
    );
    if (!user) throw errors.password_wrong();
    if (user.email === email || !(await mayMail(ctx, email))) return;
    const known = await query(ctx.em, 'select 1 from users where email = $1', [email]);
    const waiting: WaitingEmail | null = known.length > 0 ? null : { userId, email };
    const token = await issueToken(ctx, 'email', user.email, waiting);
    const data = { userId };
    if (waiting) ctx.mail({ template: 'account.confirm-email', to: email, data, secrets: { token } });
    else ctx.mail({ template: 'account.email-taken', to: email, data });
    ctx.mail({ template: 'account.email-asked', to: user.email, data: { userId, email } });
  });
}

/** Takes the new address, ends the other sessions and tells the former address. @throws 409 `token_invalid` */
export async function confirmEmail(ctx: Context, caller: Caller, token: string): Promise<void> {
  await asSystem(ctx, 'account.change-email', async () => {
    const { email: former, payload } = await useToken<WaitingEmail>(ctx, 'email', token);
    if (!payload) throw errors.token_invalid();
    const { userId, email } = payload;
    const changed = await query(
      ctx.em,
      'update users set email = $3, updated_at = $4, version = version + 1 where id = $1 and email = $2 returning 1',
      [userId, former, email, ctx.now],
    ).catch((error) => {
      // Somebody has opened an account with it meanwhile.
      throw sqlState(error) === '23505' ? errors.token_invalid() : error;
    });
    if (changed.length === 0) throw errors.token_invalid();
    await endSessions(ctx, userId, caller.id);
    await forgetGoogle(ctx, userId);
    await query(ctx.em, 'delete from account_tokens where email = any($1)', [[former, email]]);
    ctx.mail({ template: 'account.email-changed', to: former, data: { userId, email } });
    recordChange(ctx, 'user', userId, 'email_changed');
  });
}
