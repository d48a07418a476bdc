import type { components } from '../../sdk/schema.ts';
import type { Caller } from '../platform/authenticate.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { Open } from '../platform/contract-types.ts';
import { hashToken, randomToken } from '../platform/crypto.ts';
import { query, sqlState } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { type Page, type PageRequest, page } from '../platform/pages.ts';
import { invalid, problems } from '../platform/problem.ts';
import { asSystem } from '../platform/tenancy.ts';
import { User } from './entities.ts';
import { errors } from './errors.ts';
import { switchesOf } from './members.ts';
import { hashPassword } from './password.ts';
import { readEmail } from './register.ts';

type Schemas = components['schemas'];

const days = 7;
const maxOpen = 200;
/** Mails to one address in a day: an invitation must not become a mail bomb. */
const mailsPerDay = 5;

interface Row {
  id: string;
  email: string;
  role: Schemas['InvitedRole'];
  own_jobs_only: boolean;
  sees_money: boolean;
  invited_by: string;
  created_at: Date;
  expires_at: Date;
}

const columns = 'id, email, role, own_jobs_only, sees_money, invited_by, created_at, expires_at';

const present = (row: Row): Schemas['Invitation'] => ({
  id: publicId('invitation', row.id),
  email: row.email,
  role: row.role,
  ownJobsOnly: row.own_jobs_only,
  seesMoney: row.sees_money,
  invitedBy: row.invited_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});

export const list = (ctx: Context, request: PageRequest): Promise<Page<Schemas['Invitation']>> =>
  page(request, 'invitation', present, (after, limit) =>
    query<Row>(
      ctx.em,
      `select ${columns} from invitations
        where workspace_id = $1 and expires_at > $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
      [ctx.workspace.id, ctx.now, after, limit],
    ),
  );

/**
 * Invites an address; a newer invitation voids the older one.
 * @throws 409 `already_member`, `too_many_invitations`
 */
export async function create(
  ctx: Context,
  caller: Caller,
  input: Schemas['InvitationInput'],
): Promise<Schemas['Invitation']> {
  const email = readEmail(input.email);
  if (input.role !== 'member' && caller.role !== 'owner')
    throw problems.forbidden({ detail: 'Only owners invite managers' });
  const switches = switchesOf(input.role, input);
  await query(ctx.em, 'select 1 from workspaces where id = $1 for update', [ctx.workspace.id]);
  await asSystem(ctx, 'account.invitations', () => checkRoom(ctx, email));
  const token = randomToken();
  const [row] = await query<Row>(
    ctx.em,
    `insert into invitations (workspace_id, id, email, role, own_jobs_only, sees_money, invited_by, token_hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9::timestamptz + make_interval(days => $10))
     on conflict (workspace_id, email) do update set (id, role, own_jobs_only, sees_money, invited_by, token_hash, created_at, expires_at)
       = (excluded.id, excluded.role, excluded.own_jobs_only, excluded.sees_money, excluded.invited_by, excluded.token_hash, excluded.created_at, excluded.expires_at)
     returning ${columns}`,
    [
      ctx.workspace.id,
      newId(),
      email,
      input.role,
      switches.ownJobsOnly,
      switches.seesMoney,
      ctx.actor.name ?? '',
      hashToken(token),
      ctx.now,
      days,
    ],
  );
  const invitation = row!;
  ctx.mail({
    template: 'account.invitation',
    to: email,
    data: { invitationId: invitation.id },
    secrets: { token },
    minutes: days * 24 * 60,
  });
  recordChange(ctx, 'invitation', invitation.id, 'created');
  ctx.emit('invitation.created', { id: publicId('invitation', invitation.id) });
  return present(invitation);
}

async function checkRoom(ctx: Context, email: string): Promise<void> {
  const [counts] = await query<{ member: boolean; open: number; mails: number }>(
    ctx.em,
    `select exists (select 1 from members m join users u on u.id = m.user_id where m.workspace_id = $1 and u.email = $2) as member,
            (select count(*)::int from invitations where workspace_id = $1 and email <> $2) as open,
            (select count(*)::int from mails where workspace_id = $1 and recipient = $2 and template = 'account.invitation'
                and created_at > $3::timestamptz - interval '24 hours') as mails`,
    [ctx.workspace.id, email, ctx.now],
  );
  if (counts!.member) throw errors.already_member();
  if (counts!.open >= maxOpen || counts!.mails >= mailsPerDay) throw errors.too_many_invitations();
}

/** Voids an invitation's link at once. */
export async function revoke(ctx: Context, invitationId: string): Promise<void> {
  const id = storedId('invitation', invitationId);
  const gone = await query(ctx.em, 'delete from invitations where workspace_id = $1 and id = $2 returning 1', [
    ctx.workspace.id,
    id,
  ]);
  if (!id || gone.length === 0) throw problems.not_found();
  recordChange(ctx, 'invitation', id, 'revoked');
  ctx.emit('invitation.revoked', { id: publicId('invitation', id) });
}

interface Held extends Row {
  workspace_id: string;
  name: string;
  slug: string;
  user_id: string | null;
}

/** What a token offers, and to whose account if the address has one. Call it as system. @throws 409 `token_invalid` */
async function hold(ctx: Context, token: string): Promise<Held> {
  const [row] = await query<Held>(
    ctx.em,
    `select i.*, w.name, w.slug, (select u.id from users u where u.email = i.email) as user_id
       from invitations i join workspaces w on w.id = i.workspace_id
      where i.token_hash = $1 and i.expires_at > $2 for update of i`,
    [hashToken(token), ctx.now],
  );
  if (!row) throw errors.token_invalid();
  return row;
}

export const view = (ctx: Context, token: string): Promise<Schemas['InvitationView']> =>
  asSystem(ctx, 'account.invitations', async () => {
    const held = await hold(ctx, token);
    return {
      studioName: held.name,
      invitedBy: held.invited_by,
      email: held.email,
      role: held.role,
      hasAccount: held.user_id !== null,
      expiresAt: held.expires_at.toISOString(),
    };
  });

/** Hashes the password of somebody new, if the token is theirs to use; anyone else costs no hashing and gets null. */
export async function hashForGuest(
  open: Open,
  caller: Caller,
  { token, name, password }: Schemas['InvitationAcceptance'],
): Promise<string | null> {
  if (!name || !password || caller.userId) return null;
  const isNew = await open((ctx) =>
    asSystem(ctx, 'account.invitations', async () => (await hold(ctx, token)).user_id === null),
  ).catch(() => false);
  return isNew ? hashPassword(password) : null;
}

/**
 * Uses an invitation up: the person whose address it names becomes a member.
 * @throws 409 `token_invalid`, `sign_in_required`, `wrong_account`; 422 if somebody new gives no name or password
 */
export const accept = (
  ctx: Context,
  caller: Caller,
  { token, name, password }: Schemas['InvitationAcceptance'],
  passwordHash: string | null,
): Promise<Schemas['AcceptedInvitation']> =>
  asSystem(ctx, 'account.invitations', async () => {
    const held = await hold(ctx, token);
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
    ctx.enqueue('account.joined', { workspaceId: held.workspace_id, memberId });
    return { email: held.email, workspaceSlug: held.slug };
  });

/** The link has proven the address, so the account opens with it. */
async function openAccount(ctx: Context, email: string, name: string, passwordHash: string | null): Promise<string> {
  if (!passwordHash) throw errors.token_invalid();
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
  await query(ctx.em, 'delete from account_tokens where email = $1', [email]);
  return user.id;
}

/** Tells the studio that somebody has joined. */
export async function announceJoined(ctx: Context, memberId: string): Promise<void> {
  const known = await query(ctx.em, 'select 1 from members where workspace_id = $1 and id = $2', [
    ctx.workspace.id,
    memberId,
  ]);
  if (known.length === 0) return;
  recordChange(ctx, 'member', memberId, 'joined');
  ctx.emit('member.joined', { id: publicId('member', memberId) });
}
