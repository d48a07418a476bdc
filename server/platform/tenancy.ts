import type { Context } from './context.ts';
import { query } from './database.ts';

/**
 * The closed list of places where a verb may read or write across workspaces; a test compares it with its uses. Besides
 * them, only purging, the access log and "last used" work without a workspace, in transactions of their own.
 */
export const systemPlaces = [
  'account.register',
  'account.verify',
  'account.reset',
  'account.password',
  'account.change-email',
  'account.sign-in',
  'account.google',
  'account.open-workspace',
  'account.workspaces-of-user',
  'account.people',
  'team.members',
  'team.invitations',
] as const;

export type SystemPlace = (typeof systemPlaces)[number];

/** Runs a function of the same transaction as `alloza_system`, which sees a listed set of tables of every workspace. */
export async function asSystem<T>(ctx: Context, _place: SystemPlace, work: () => Promise<T>): Promise<T> {
  await ctx.em.flush();
  await query(ctx.em, "select set_config('role', 'alloza_system', true)");
  const result = await work();
  await ctx.em.flush();
  await query(ctx.em, "select set_config('role', 'alloza_app', true)");
  return result;
}
