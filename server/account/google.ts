import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { asSystem } from '../platform/tenancy.ts';
import { User } from './entities.ts';
import { errors } from './errors.ts';
import { type Attempt, insertSession, type SignedIn } from './sign-in.ts';
import { issueToken, useToken } from './tokens.ts';

/** Whom Google says a person is. */
export interface GooglePerson {
  /** Google's id of the account: it stays when the address changes. */
  subject: string;
  email: string;
  /** Whether Google vouches that the address is this person's now. */
  isProven: boolean;
  /** Whether it was this person's at some time: what Google calls verified. */
  isVerified: boolean;
  name: string;
  pictureUrl: string | null;
}

export type Arrival =
  | { kind: 'signed-in'; session: SignedIn }
  /** Google signs in from now on, for somebody who is signed in already. */
  | { kind: 'linked' }
  /** An address that Google has not verified is linked to nothing. */
  | { kind: 'unverified' }
  /** Whoever knows the password of the account with this address, if there is one, may link it by the token. */
  | { kind: 'unproven'; email: string; token: string }
  /** Another Google account signs in for this account already, or this one for another. */
  | { kind: 'taken' };

type Waiting = Pick<GooglePerson, 'subject' | 'pictureUrl'>;

/**
 * Lets a person in whom Google has named. Every account of ours has a proven address, so one that Google vouches for
 * too is the same person; one that it does not vouch for opens and links nothing without the password, and the answer
 * does not tell whether it has an account.
 */
export const arrive = (
  ctx: Context,
  person: GooglePerson,
  attempt: Pick<Attempt, 'ip' | 'userAgent'>,
): Promise<Arrival> =>
  asSystem(ctx, 'account.google', async () => {
    const { subject, email, pictureUrl } = person;
    await takeTurns(ctx, email);
    const enter = async (userId: string): Promise<Arrival> => ({
      kind: 'signed-in',
      session: { userId, token: await insertSession(ctx, userId, attempt) },
    });
    const holder = await holderOf(ctx, subject);
    if (holder) return enter(holder);
    if (!person.isProven) {
      const waiting: Waiting = { subject, pictureUrl };
      return { kind: 'unproven', email, token: await issueToken(ctx, 'google', email, waiting) };
    }
    const [known] = await query<{ id: string }>(ctx.em, 'select id from users where email = $1', [email]);
    const userId = known?.id ?? (await openAccount(ctx, person));
    if (!(await link(ctx, userId, { subject, email, pictureUrl }))) return { kind: 'taken' };
    if (known) ctx.mail({ template: 'account.google-linked', to: email, data: { userId } });
    return enter(userId);
  });

/** Two tabs that arrive at once must not both open an account. */
const takeTurns = (ctx: Context, email: string): Promise<unknown> =>
  query(ctx.em, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`google ${email}`]);

/** Whose account a Google account opens. */
async function holderOf(ctx: Context, subject: string): Promise<string | undefined> {
  const [row] = await query<{ user_id: string }>(
    ctx.em,
    "select user_id from identities where provider = 'google' and subject = $1",
    [subject],
  );
  return row?.user_id;
}

/**
 * Links a Google account, whatever its address, to the account of somebody who is signed in and has just given the
 * password: the two proofs belong to one person. Doing it twice is no error.
 */
export const linkToHolder = (ctx: Context, userId: string, person: GooglePerson): Promise<Arrival> =>
  asSystem(ctx, 'account.google', async () => {
    if (!person.isVerified) return { kind: 'unverified' };
    await takeTurns(ctx, person.email);
    if ((await holderOf(ctx, person.subject)) === userId) return { kind: 'linked' };
    const [user] = await query<{ email: string }>(ctx.em, 'select email from users where id = $1', [userId]);
    if (!user || !(await link(ctx, userId, person))) return { kind: 'taken' };
    ctx.mail({ template: 'account.google-linked', to: user.email, data: { userId } });
    return { kind: 'linked' };
  });

/** An account without a password or a studio. What waited for a proof of its address is void. */
async function openAccount(ctx: Context, { name, email, pictureUrl }: GooglePerson): Promise<string> {
  const user = ctx.em.create(User, {
    id: newId(),
    name,
    email,
    passwordHash: null,
    pictureUrl,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  ctx.em.persist(user);
  await ctx.em.flush();
  await query(ctx.em, 'delete from account_tokens where email = $1', [email]);
  recordChange(ctx, 'user', user.id, 'created');
  return user.id;
}

/** False if the account, or the Google account, is linked otherwise. */
async function link(
  ctx: Context,
  userId: string,
  { subject, email, pictureUrl }: Waiting & { email: string },
): Promise<boolean> {
  const made = await query(
    ctx.em,
    `insert into identities (provider, subject, user_id, email, created_at) values ('google', $1, $2, $3, $4)
     on conflict do nothing returning 1`,
    [subject, userId, email, ctx.now],
  );
  if (made.length === 0) return false;
  await query(ctx.em, 'update users set picture_url = coalesce(picture_url, $2) where id = $1', [userId, pictureUrl]);
  recordChange(ctx, 'user', userId, 'google_linked');
  return true;
}

/** Links the Google account that a token stands for, for somebody whose password has just been verified. */
export const linkByPassword = (ctx: Context, userId: string, token: string): Promise<void> =>
  asSystem(ctx, 'account.google', async () => {
    const { email, payload } = await useToken<Waiting>(ctx, 'google', token);
    const [user] = await query(ctx.em, 'select 1 from users where id = $1 and email = $2', [userId, email]);
    if (!user || !payload || !(await link(ctx, userId, { ...payload, email }))) throw errors.token_invalid();
    ctx.mail({ template: 'account.google-linked', to: email, data: { userId } });
  });

/**
 * Google no longer signs in for an account whose password or address was changed: what was linked by somebody who knew
 * the former one goes with it, and an address that Google vouches for links again by itself. Call it as system.
 */
export const forgetGoogle = (ctx: Context, userId: string): Promise<unknown> =>
  query(ctx.em, "delete from identities where provider = 'google' and user_id = $1", [userId]);

/** The address of the caller's Google account, if one signs in. */
export async function googleEmail(ctx: Context): Promise<string | null> {
  const [row] = await query<{ email: string }>(
    ctx.em,
    "select email from identities where provider = 'google' and user_id = $1",
    [ctx.actor.userId],
  );
  return row?.email ?? null;
}

/** Google no longer signs in for the caller; doing it twice is no error. @throws 409 `only_sign_in` */
export async function unlinkGoogle(ctx: Context): Promise<void> {
  const userId = ctx.actor.userId!;
  const [user] = await query<{ email: string; hasPassword: boolean }>(
    ctx.em,
    'select email, password_hash is not null as "hasPassword" from users where id = $1 for update',
    [userId],
  );
  if (!user?.hasPassword) throw errors.only_sign_in();
  const gone = await query(ctx.em, "delete from identities where provider = 'google' and user_id = $1 returning 1", [
    userId,
  ]);
  if (gone.length === 0) return;
  recordChange(ctx, 'user', userId, 'google_unlinked');
  ctx.mail({ template: 'account.google-unlinked', to: user.email, data: { userId } });
}
