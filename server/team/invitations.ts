import type { components } from '../../sdk/schema.ts';
import { readEmail } from '../account/service.ts';
import type { Caller } from '../platform/authenticate.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { hashToken, randomToken } from '../platform/crypto.ts';
import { query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { countWithin, type Quota, tooMany } from '../platform/limits.ts';
import { type Page, type PageRequest, page } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { asSystem } from '../platform/tenancy.ts';
import { instant } from '../platform/time.ts';
import { errors } from './errors.ts';
import { switchesOf, takeTurns } from './members.ts';

type Schemas = components['schemas'];

const days = 7;
const maxOpen = 200;
/** Mails to one address in a day: an invitation must not become a mail bomb. */
const mailsPerDay = 5;
/** Invitations of one studio in a day: nor its studio a place to send mails to strangers from. */
const daily: Quota = { name: 'invitations', points: 100, seconds: 86_400 };

interface Row {
  id: string;
  email: string;
  role: Schemas['InvitedRole'];
  own_jobs_only: boolean;
  sees_money: boolean;
  invited_by: string;
  created_at: string;
  expires_at: string;
}

const columns = 'id, email, role, own_jobs_only, sees_money, invited_by, created_at, expires_at';

const present = (row: Row): Schemas['Invitation'] => ({
  id: publicId('invitation', row.id),
  email: row.email,
  role: row.role,
  ownJobsOnly: row.own_jobs_only,
  seesMoney: row.sees_money,
  invitedBy: row.invited_by,
  createdAt: instant(row.created_at),
  expiresAt: instant(row.expires_at),
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
 * Invites an address, or invites it again: a newer invitation voids the older one.
 * @throws 409 `already_member`, `too_many_invitations`; 403 if a manager invites, or replaces the invitation of, a manager
 */
export async function create(
  ctx: Context,
  caller: Caller,
  input: Schemas['InvitationInput'],
): Promise<Schemas['Invitation']> {
  const email = readEmail(input.email);
  mayDecide(caller, input.role);
  const switches = switchesOf(input.role, input);
  await takeTurns(ctx);
  await checkRoom(ctx, email);
  await remove(ctx, caller, 'email', email);
  const token = randomToken();
  const [row] = await query<Row>(
    ctx.em,
    `insert into invitations (workspace_id, id, email, role, own_jobs_only, sees_money, invited_by, token_hash, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9::timestamptz + make_interval(days => $10)) returning ${columns}`,
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
    template: 'team.invitation',
    to: email,
    data: { invitationId: invitation.id },
    secrets: { token },
    minutes: days * 24 * 60,
  });
  recordChange(ctx, 'invitation', invitation.id, 'created', [{ field: 'role', before: null, after: input.role }]);
  ctx.emit('invitation.created', { id: publicId('invitation', invitation.id) });
  return present(invitation);
}

/** Managers decide about members, owners about managers too. */
function mayDecide(caller: Caller, role: Schemas['InvitedRole']): void {
  if (role !== 'member' && caller.role !== 'owner') throw problems.forbidden({ detail: 'Only owners invite managers' });
}

/** The work is the same whether or not the address has an account. */
async function checkRoom(ctx: Context, email: string): Promise<void> {
  const { counts, standing } = await asSystem(ctx, 'team.invitations', async () => {
    const [row] = await query<{ member: boolean; open: number; mails: number }>(
      ctx.em,
      `select exists (select 1 from members m join users u on u.id = m.user_id where m.workspace_id = $1 and u.email = $2) as member,
              (select count(*)::int from invitations where workspace_id = $1 and email <> $2) as open,
              (select count(*)::int from mails where workspace_id = $1 and recipient = $2 and template = 'team.invitation'
                  and created_at > $3::timestamptz - interval '24 hours') as mails`,
      [ctx.workspace.id, email, ctx.now],
    );
    return { counts: row!, standing: await countWithin(ctx.em, daily, ctx.workspace.id) };
  });
  if (counts.member) throw errors.already_member();
  if (counts.open >= maxOpen || counts.mails >= mailsPerDay) throw errors.too_many_invitations();
  if (standing.remaining < 0) throw tooMany(standing);
}

/** Voids an invitation's link at once. @throws 404, 403 if a manager revokes the invitation of a manager */
export async function revoke(ctx: Context, caller: Caller, invitationId: string): Promise<void> {
  const id = storedId('invitation', invitationId);
  if (!id || !(await remove(ctx, caller, 'id', id))) throw problems.not_found();
}

async function remove(ctx: Context, caller: Caller, by: 'id' | 'email', value: string): Promise<boolean> {
  const [gone] = await query<Pick<Row, 'id' | 'role'>>(
    ctx.em,
    `delete from invitations where workspace_id = $1 and ${by} = $2 returning id, role`,
    [ctx.workspace.id, value],
  );
  if (!gone) return false;
  mayDecide(caller, gone.role);
  recordChange(ctx, 'invitation', gone.id, 'revoked', [{ field: 'role', before: gone.role, after: null }]);
  ctx.emit('invitation.revoked', { id: publicId('invitation', gone.id) });
  return true;
}
