import type { Context } from './context.ts';

/** The member whose own jobs are all that may be seen; null for those who see every job: managers, keys, the system. */
export const scopeOf = (ctx: Pick<Context, 'actor'>): { memberId: string } | null =>
  ctx.actor.member?.ownJobsOnly ? { memberId: ctx.actor.member.id } : null;

/** Whether amounts may be shown. Keys and the system see them; a member may be kept from it. */
export const seesMoney = (ctx: Pick<Context, 'actor'>): boolean => ctx.actor.member?.seesMoney ?? true;
