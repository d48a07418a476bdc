import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { problems } from '../platform/problem.ts';
import { checkVersion, touch } from '../platform/records.ts';
import { asSystem } from '../platform/tenancy.ts';
import { User } from './entities.ts';

export {
  create as createApiKey,
  get as getApiKey,
  list as listApiKeys,
  revoke as revokeApiKey,
  rotate as rotateApiKey,
  update as updateApiKey,
} from './api-keys.ts';
export { changeEmail, changePassword, confirmEmail, hashForChange, passwordOf } from './credentials.ts';
export { googleEmail, unlinkGoogle } from './google.ts';
export { link } from './mail-frame.ts';
export { hashPassword } from './password.ts';
export {
  hashForHolder,
  previewRegistration,
  readEmail,
  register,
  requestPasswordReset,
  resetPassword,
  verifyEmail,
} from './register.ts';
export { list as listSessions, revoke as revokeSession } from './sessions.ts';
export {
  createWorkspace,
  getWorkspace,
  openWorkspaces,
  twinSlugOf,
  updateWorkspace,
  workspacesOf,
} from './workspaces.ts';

export async function me(ctx: Context): Promise<User> {
  const user = await ctx.em.findOne(User, { id: ctx.actor.userId! });
  if (!user) throw problems.unauthenticated();
  return user;
}

/** Changes the signed-in person's own data. */
export async function updateMe(ctx: Context, patch: { name?: string }, ifMatch: number | '*'): Promise<User> {
  await query(ctx.em, 'select 1 from users where id = $1 for update', [ctx.actor.userId]);
  const user = await me(ctx);
  checkVersion(user, ifMatch);
  const fields = diff(user as unknown as Record<string, unknown>, patch);
  if (fields.length === 0) return user;
  Object.assign(user, patch);
  touch(ctx, user);
  recordChange(ctx, 'user', user.id, 'updated', fields);
  return user;
}

/** Names and addresses of members of the workspace, by their stored ids. */
export const peopleOf = (
  ctx: Context,
  memberIds: readonly string[],
): Promise<{ memberId: string; name: string; email: string }[]> =>
  asSystem(ctx, 'account.people', () =>
    query(
      ctx.em,
      `select m.id as "memberId", u.name, u.email from members m join users u on u.id = m.user_id
        where m.workspace_id = $1 and m.id = any($2::uuid[])`,
      [ctx.workspace.id, memberIds],
    ),
  );
