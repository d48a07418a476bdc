import type { components } from '../../sdk/schema.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query, sqlState } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId } from '../platform/ids.ts';
import { recheckStreams } from '../platform/live.ts';
import { invalid } from '../platform/problem.ts';
import { asSystem } from '../platform/tenancy.ts';
import { type Locale, User } from './entities.ts';
import { errors } from './errors.ts';
import { hashPassword } from './password.ts';
import { issueToken, useToken } from './tokens.ts';
import { openWorkspaces } from './workspaces.ts';

type Registration = components['schemas']['Registration'];

interface Waiting {
  name: string;
  passwordHash: string;
  studioName: string;
  timeZone?: string;
  locale?: Locale;
  currency?: string;
}

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
async function mayMail(ctx: Context, email: string): Promise<boolean> {
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
  const { password, email: _given, ...rest } = input;
  const passwordHash = await hashPassword(password);
  await asSystem(ctx, 'account.register', async () => {
    if (!(await mayMail(ctx, email))) return;
    const known = await query(ctx.em, 'select 1 from users where email = $1', [email]);
    const token = await issueToken(
      ctx,
      'register',
      email,
      known.length > 0 ? null : ({ ...rest, passwordHash } satisfies Waiting),
    );
    const locale = input.locale ?? 'en';
    if (known.length > 0) ctx.mail({ template: 'account.exists', to: email, data: { locale } });
    else ctx.mail({ template: 'account.verify', to: email, data: { locale, name: input.name }, secrets: { token } });
  });
}

/** Makes the account, its first studio and that studio's test workspace. */
export async function verifyEmail(ctx: Context, token: string): Promise<{ email: string; workspaceSlug: string }> {
  return asSystem(ctx, 'account.verify', async () => {
    const { email, payload } = await useToken<Waiting>(ctx, 'register', token);
    if (!payload) throw errors.token_invalid();
    const user = ctx.em.create(User, {
      id: newId(),
      name: payload.name,
      email,
      passwordHash: payload.passwordHash,
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
    const [user] = await query<{ name: string }>(ctx.em, 'select name from users where email = $1', [email]);
    // The same statements whether or not the account exists; an unknown address gets a token that nobody is sent.
    const token = await issueToken(ctx, 'reset', email, null);
    if (user)
      ctx.mail({ template: 'account.reset', to: email, data: { locale: 'en', name: user.name }, secrets: { token } });
  });
}

/** Sets a new password and ends every session of the account. */
export async function resetPassword(ctx: Context, token: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await asSystem(ctx, 'account.reset', async () => {
    const { email } = await useToken(ctx, 'reset', token);
    const [user] = await query<{ id: string }>(
      ctx.em,
      'update users set password_hash = $2, updated_at = $3, version = version + 1 where email = $1 returning id',
      [email, passwordHash, ctx.now],
    );
    if (!user) throw errors.token_invalid();
    await query(ctx.em, 'update sessions set revoked_at = $2 where user_id = $1 and revoked_at is null', [
      user.id,
      ctx.now,
    ]);
    await query(ctx.em, 'delete from account_tokens where email = $1', [email]);
    await recheckStreams(ctx);
    recordChange(ctx, 'user', user.id, 'password_reset');
  });
}
