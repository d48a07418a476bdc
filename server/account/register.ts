import type { components } from '../../sdk/schema.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { Open } from '../platform/contract-types.ts';
import { query, sqlState } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId } from '../platform/ids.ts';
import { invalid } from '../platform/problem.ts';
import { asSystem } from '../platform/tenancy.ts';
import { User } from './entities.ts';
import { errors } from './errors.ts';
import { forgetGoogle } from './google.ts';
import { hashPassword } from './password.ts';
import { endSessions } from './sessions.ts';
import { issueToken, lifetimeMinutes, type Purpose, readToken, useToken } from './tokens.ts';
import { openWorkspaces } from './workspaces.ts';

type Registration = components['schemas']['Registration'];
type Preview = components['schemas']['RegistrationPreview'];
type NewPassword = components['schemas']['NewPassword'];

/** What waits for its proof. Whoever asked is a stranger until then, so it holds nothing that could let them in. */
type Waiting = Omit<Registration, 'email'>;

const mailsPerDay = 3;

export function readEmail(value: string): string {
  const email = normalizeEmail(value);
  if (!email) throw invalid('/email', 'format', 'must be an e-mail address');
  return email;
}

/**
 * Whether an address may get another account mail today: a stranger's form must not become a mail bomb. Requests for
 * one address take turns, so that many at once count each other. Call it as system.
 */
export async function mayMail(ctx: Context, email: string): Promise<boolean> {
  await query(ctx.em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`account mail ${email}`]);
  const [row] = await query<{ sent: number }>(
    ctx.em,
    `select count(*)::int as sent from mails
      where workspace_id = $1 and recipient = $2 and created_at > $3::timestamptz - interval '24 hours'`,
    [ctx.workspace.id, email, ctx.now],
  );
  return row!.sent < mailsPerDay;
}

/** Mails the link that finishes a registration, or says that the account exists; its answer never tells which. */
export async function register(ctx: Context, input: Registration): Promise<void> {
  const email = readEmail(input.email);
  const { email: _given, ...waiting } = input;
  await asSystem(ctx, 'account.register', async () => {
    if (!(await mayMail(ctx, email))) return;
    const known = await query(ctx.em, 'select 1 from users where email = $1', [email]);
    const token = await issueToken(ctx, 'register', email, known.length > 0 ? null : (waiting satisfies Waiting));
    const data = { locale: input.locale ?? 'en' };
    if (known.length > 0) ctx.mail({ template: 'account.exists', to: email, data });
    else
      ctx.mail({ template: 'account.verify', to: email, data, secrets: { token }, minutes: lifetimeMinutes.register });
  });
}

/** What a registration's token will open, for the person who decides whether to. @throws 409 `token_invalid` */
export const previewRegistration = (ctx: Context, token: string): Promise<Preview> =>
  asSystem(ctx, 'account.verify', async () => {
    const held = await readToken<Waiting>(ctx, 'register', token);
    if (!held?.payload) throw errors.token_invalid();
    const { name, studioName } = held.payload;
    return { name, email: held.email, studioName };
  });

/**
 * Hashes a new password between transactions, for whoever holds a valid token; anyone else costs no hashing and gets
 * null. The token stays: only the transaction that stores the hash uses it up.
 */
export async function hashForHolder(
  open: Open,
  purpose: Purpose,
  { token, password }: NewPassword,
): Promise<string | null> {
  const place = purpose === 'register' ? 'account.verify' : 'account.reset';
  const held = await open((ctx) => asSystem(ctx, place, () => readToken(ctx, purpose, token)));
  return held && hashPassword(password);
}

/** Makes the account, its first studio and that studio's test workspace. @throws 409 `token_invalid` */
export async function verifyEmail(
  ctx: Context,
  token: string,
  passwordHash: string | null,
): Promise<{ email: string; workspaceSlug: string }> {
  if (!passwordHash) throw errors.token_invalid();
  return asSystem(ctx, 'account.verify', async () => {
    const { email, payload } = await useToken<Waiting>(ctx, 'register', token);
    if (!payload) throw errors.token_invalid();
    const user = ctx.em.create(User, {
      id: newId(),
      name: payload.name,
      email,
      passwordHash,
      pictureUrl: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      version: 1,
    });
    ctx.em.persist(user);
    await ctx.em.flush().catch((error) => {
      throw sqlState(error) === '23505' ? errors.token_invalid() : error;
    });
    const { studioName, timeZone, locale, currency } = payload;
    const workspace = await openWorkspaces(
      ctx,
      { userId: user.id, email },
      {
        name: studioName,
        ...(timeZone ? { timeZone } : {}),
        ...(locale ? { locale } : {}),
        ...(currency ? { currency } : {}),
      },
    );
    recordChange(ctx, 'user', user.id, 'created');
    return { email, workspaceSlug: workspace.slug };
  });
}

/** Mails a link that sets a new password, if the address has an account. */
export async function requestPasswordReset(ctx: Context, given: string): Promise<void> {
  const email = readEmail(given);
  await asSystem(ctx, 'account.reset', async () => {
    if (!(await mayMail(ctx, email))) return;
    const token = await issueToken(ctx, 'reset', email, null);
    // Ordered for every address, so that neither the work nor the day's count tells who has an account. The template
    // finds out when the mail is due, and drops one that has nobody to go to.
    ctx.mail({
      template: 'account.reset',
      to: email,
      data: { email },
      secrets: { token },
      minutes: lifetimeMinutes.reset,
    });
  });
}

/** Sets a new password and ends every session of the account. @throws 409 `token_invalid` */
export async function resetPassword(ctx: Context, token: string, passwordHash: string | null): Promise<void> {
  if (!passwordHash) throw errors.token_invalid();
  await asSystem(ctx, 'account.reset', async () => {
    const { email } = await useToken(ctx, 'reset', token);
    const [user] = await query<{ id: string }>(
      ctx.em,
      'update users set password_hash = $2, updated_at = $3, version = version + 1 where email = $1 returning id',
      [email, passwordHash, ctx.now],
    );
    if (!user) throw errors.token_invalid();
    await endSessions(ctx, user.id, null);
    await forgetGoogle(ctx, user.id);
    await query(ctx.em, 'delete from account_tokens where email = $1', [email]);
    recordChange(ctx, 'user', user.id, 'password_reset');
  });
}
