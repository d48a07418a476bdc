import type { components } from '../../sdk/schema.ts';
import { User } from '../account/entities.ts';
import { hashPassword } from '../account/service.ts';
import type { Caller } from '../platform/authenticate.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { Open } from '../platform/contract-types.ts';
import { hashToken } from '../platform/crypto.ts';
import { query, sqlState } from '../platform/database.ts';
import { newId, publicId } from '../platform/ids.ts';
import { invalid, problems } from '../platform/problem.ts';
import { asSystem } from '../platform/tenancy.ts';
import { instant } from '../platform/time.ts';
import { errors } from './errors.ts';

type Schemas = components['schemas'];

interface Held {
  id: string;
  workspace_id: string;
  email: string;
  role: Schemas['InvitedRole'];
  own_jobs_only: boolean;
  sees_money: boolean;
  invited_by: string;
  expires_at: string;
  name: string;
  slug: string;
  /** Whose account has the address invited. */
  user_id: string | null;
}

/** What a token offers, and to whom; null for one that is not valid. Call it as system. */
async function find(ctx: Context, token: string, lock: '' | 'for update of i' = ''): Promise<Held | null> {
  const [row] = await query<Held>(
    ctx.em,
    `select i.*, w.name, w.slug, (select u.id from users u where u.email = i.email) as user_id
       from invitations i join workspaces w on w.id = i.workspace_id
      where i.token_hash = $1 and i.expires_at > $2 ${lock}`,
    [hashToken(token), ctx.now],
  );
  return row ?? null;
}

/** What an invitation offers, for the person who decides whether to join; it stays as it is. @throws 409 `token_invalid` */
export const view = (ctx: Context, token: string): Promise<Schemas['InvitationView']> =>
  asSystem(ctx, 'team.invitations', async () => {
    const held = await find(ctx, token);
    if (!held) throw errors.token_invalid();
    return {
      studioName: held.name,
      invitedBy: held.invited_by,
      email: held.email,
      role: held.role,
      hasAccount: held.user_id !== null,
      expiresAt: instant(held.expires_at),
    };
  });

/** Hashes the password of somebody new, if the token is theirs to use; anyone else costs no hashing and gets null. */
export async function hashForGuest(
  open: Open,
  caller: Caller,
  { token, name, password }: Schemas['InvitationAcceptance'],
): Promise<string | null> {
  if (!name || !password || caller.userId) return null;
  const held = await open((ctx) => asSystem(ctx, 'team.invitations', () => find(ctx, token)));
  return held && held.user_id === null ? hashPassword(password) : null;
}

/**
 * Uses an invitation up: the person whose address it names becomes a member, and of many tries at once one succeeds.
 * @throws 409 `token_invalid`, `sign_in_required`, `wrong_account`; 422 if somebody new gives no name or password
 */
export const accept = (
  ctx: Context,
  caller: Caller,
  { token, name, password }: Schemas['InvitationAcceptance'],
  passwordHash: string | null,
): Promise<Schemas['AcceptedInvitation']> =>
  asSystem(ctx, 'team.invitations', async () => {
    const held = await find(ctx, token, 'for update of i');
    if (!held) throw errors.token_invalid();
    if (caller.userId && caller.userId !== held.user_id) throw errors.wrong_account();
    if (held.user_id && !caller.userId) throw errors.sign_in_required();
    if (!held.user_id && !name) throw invalid('/name', 'required', 'is needed for a new account');
    if (!held.user_id && !password) throw invalid('/password', 'required', 'is needed for a new account');
    const userId = held.user_id ?? (await openAccount(ctx, held.email, name!, passwordHash));
    const memberId = newId();
    await query(ctx.em, 'delete from invitations where workspace_id = $1 and id = $2', [held.workspace_id, held.id]);
    await query(
      ctx.em,
      `insert into members (workspace_id, id, user_id, role, own_jobs_only, sees_money, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (workspace_id, user_id) do nothing`,
      [held.workspace_id, memberId, userId, held.role, held.own_jobs_only, held.sees_money, ctx.now],
    );
    // Told in the studio's own transaction: this one belongs to nobody's, or to the studio the person comes from.
    ctx.enqueue('team.joined', { workspaceId: held.workspace_id, memberId });
    return { email: held.email, workspaceSlug: held.slug };
  });

/** The link has proven the address, so the account opens with it. */
async function openAccount(ctx: Context, email: string, name: string, passwordHash: string | null): Promise<string> {
  // The address had an account until a moment ago, so nothing was hashed: the next try finds none.
  if (!passwordHash) throw problems.unavailable({ headers: { 'retry-after': '1' } });
  const user = ctx.em.create(User, {
    id: newId(),
    name,
    email,
    passwordHash,
    pictureUrl: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  ctx.em.persist(user);
  await ctx.em.flush().catch((error) => {
    throw sqlState(error) === '23505' ? errors.sign_in_required() : error;
  });
  // A registration that waits for this address has lost its reason.
  await query(ctx.em, 'delete from account_tokens where email = $1', [email]);
  recordChange(ctx, 'user', user.id, 'created');
  return user.id;
}

/** Tells the studio, once, that somebody has joined. */
export async function announceJoined(ctx: Context, memberId: string): Promise<void> {
  const ids = [ctx.workspace.id, memberId];
  // Locked: of two who tell at once, the second finds that it was told.
  const known = await query(ctx.em, 'select 1 from members where workspace_id = $1 and id = $2 for update', ids);
  const told = await query(
    ctx.em,
    "select 1 from changes where workspace_id = $1 and subject_id = $2 and action = 'joined' limit 1",
    ids,
  );
  if (known.length === 0 || told.length > 0) return;
  recordChange(ctx, 'member', memberId, 'joined');
  ctx.emit('member.joined', { id: publicId('member', memberId) });
}
