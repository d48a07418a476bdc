import { LockMode } from '@mikro-orm/core';
import type { components } from '../../sdk/schema.ts';
import { Member } from '../account/entities.ts';
import type { Caller } from '../platform/authenticate.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { recheckStreams } from '../platform/live.ts';
import { type Page, type PageRequest, page } from '../platform/pages.ts';
import { invalid, problems } from '../platform/problem.ts';
import { checkVersion, touch } from '../platform/records.ts';
import { asSystem } from '../platform/tenancy.ts';
import { instant } from '../platform/time.ts';
import { errors } from './errors.ts';

type Schemas = components['schemas'];
type Switches = { ownJobsOnly?: boolean | undefined; seesMoney?: boolean | undefined };

interface Row {
  id: string;
  user_id: string;
  name: string;
  email: string;
  picture_url: string | null;
  role: Schemas['Role'];
  own_jobs_only: boolean;
  sees_money: boolean;
  created_at: string;
  updated_at: string;
  version: number;
}

const present = (row: Row): Schemas['Member'] => ({
  id: publicId('member', row.id),
  actorId: publicId('user', row.user_id),
  name: row.name,
  email: row.email,
  pictureUrl: row.picture_url,
  role: row.role,
  ownJobsOnly: row.own_jobs_only,
  seesMoney: row.sees_money,
  createdAt: instant(row.created_at),
  updatedAt: instant(row.updated_at),
  version: row.version,
});

/** Members with their names, which stand on accounts: those are nobody's but their holders', so it is system work. */
const read = (ctx: Context, where: string, values: unknown[]): Promise<Row[]> =>
  asSystem(ctx, 'team.members', () =>
    query<Row>(
      ctx.em,
      `select m.id, m.user_id, u.name, u.email, u.picture_url, m.role, m.own_jobs_only, m.sees_money, m.created_at, m.updated_at, m.version
         from members m join users u on u.id = m.user_id where m.workspace_id = $1 and ${where}`,
      [ctx.workspace.id, ...values],
    ),
  );

export const list = (ctx: Context, request: PageRequest): Promise<Page<Schemas['Member']>> =>
  page(request, 'member', present, (after, limit) =>
    read(ctx, '($2::uuid is null or m.id < $2) order by m.id desc limit $3', [after, limit]),
  );

export async function get(ctx: Context, memberId: string): Promise<Schemas['Member']> {
  const id = storedId('member', memberId);
  const [row] = id ? await read(ctx, 'm.id = $2', [id]) : [];
  if (!row) throw problems.not_found();
  return present(row);
}

/** What a role sees: only members can be limited. @throws 422 for a switch that does not apply */
export function switchesOf(role: Schemas['Role'], wanted: Switches, present: Switches = {}): Required<Switches> {
  if (role === 'member')
    return {
      ownJobsOnly: wanted.ownJobsOnly ?? present.ownJobsOnly ?? false,
      seesMoney: wanted.seesMoney ?? present.seesMoney ?? true,
    };
  if (wanted.ownJobsOnly) throw invalid('/ownJobsOnly', 'not_applicable', 'belongs to members');
  if (wanted.seesMoney === false) throw invalid('/seesMoney', 'not_applicable', 'belongs to members');
  return { ownJobsOnly: false, seesMoney: true };
}

/**
 * All who change the team of a studio take turns, so that two who decide at once know of each other. Those who join
 * need not wait.
 */
export const takeTurns = (ctx: Context): Promise<unknown> =>
  query(ctx.em, 'select 1 from workspaces where id = $1 for no key update', [ctx.workspace.id]);

/** One member, locked. */
async function lock(ctx: Context, memberId: string): Promise<Member> {
  await takeTurns(ctx);
  const id = storedId('member', memberId);
  const member = id
    ? await ctx.em.findOne(
        Member,
        { workspaceId: ctx.workspace.id, id },
        { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
      )
    : null;
  if (!member) throw problems.not_found();
  return member;
}

async function change(ctx: Context, member: Member, next: Partial<Member>): Promise<void> {
  const fields = diff(member as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return;
  Object.assign(member, next);
  touch(ctx, member);
  await recheckStreams(ctx);
  recordChange(ctx, 'member', member.id, 'updated', fields);
  ctx.emit('member.updated', {
    id: publicId('member', member.id),
    changed: fields.map(({ field }) => field),
    version: member.version,
  });
}

/** Changes a role or what a member sees, from their next request on. */
export async function update(
  ctx: Context,
  caller: Caller,
  memberId: string,
  patch: Schemas['MemberPatch'],
  ifMatch: number | '*',
): Promise<Schemas['Member']> {
  const member = await lock(ctx, memberId);
  checkVersion(member, ifMatch);
  const role = patch.role ?? member.role;
  if (caller.role !== 'owner' && (member.role !== 'member' || role !== 'member'))
    throw problems.forbidden({ detail: 'Only owners change roles' });
  if (member.role === 'owner' && role !== 'owner') throw errors.last_owner();
  await change(ctx, member, { role, ...switchesOf(role, patch, member) });
  return get(ctx, memberId);
}

/** Ends a person's access to the studio at once, on every replica; their other studios stay. */
export async function remove(ctx: Context, caller: Caller, memberId: string): Promise<void> {
  const member = await lock(ctx, memberId);
  const isSelf = member.userId === caller.userId;
  if (caller.role !== 'owner' && !isSelf && member.role !== 'member')
    throw problems.forbidden({ detail: 'Only owners remove managers' });
  if (member.role === 'owner') throw errors.last_owner();
  const [person] = await read(ctx, 'm.id = $2', [member.id]);
  ctx.em.remove(member);
  await recheckStreams(ctx);
  recordChange(ctx, 'member', member.id, 'removed');
  ctx.emit('member.removed', { id: publicId('member', member.id) });
  if (!isSelf) ctx.mail({ template: 'team.removed', to: person!.email, data: { userId: member.userId } });
}

/** Takes the caller out of the studio. @throws 409 `last_owner` */
export const leave = (ctx: Context, caller: Caller): Promise<void> =>
  remove(ctx, caller, publicId('member', caller.member!.id));

/** Makes the member the owner and the caller a manager. @throws 422 `password_wrong`, 404 */
export async function transferOwnership(
  ctx: Context,
  caller: Caller,
  memberId: string,
  passwordHash: string | null,
): Promise<Schemas['Member']> {
  const member = await lock(ctx, memberId);
  if (!passwordHash) throw errors.password_wrong();
  const former = await lock(ctx, publicId('member', caller.member!.id));
  // Locked: of two who hand over at once, the second is no owner any more.
  if (former.role !== 'owner') throw problems.forbidden();
  if (former.id !== member.id) {
    await change(ctx, former, { role: 'manager' });
    // In this order: a studio has one owner at any time.
    await ctx.em.flush();
    await change(ctx, member, { role: 'owner', ownJobsOnly: false, seesMoney: true });
    await ctx.em.flush();
    const [person] = await read(ctx, 'm.id = $2', [member.id]);
    ctx.mail({
      template: 'team.owner',
      to: person!.email,
      data: { userId: member.userId, fromId: former.userId },
    });
  }
  return get(ctx, memberId);
}
