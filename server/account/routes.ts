import type { Context } from '../platform/context.ts';
import type { Routes } from '../platform/contract-types.ts';
import { pageOf } from '../platform/pages.ts';
import type { User } from './entities.ts';
import { presentApiKey, presentPublicWorkspace, presentUser, presentWorkspace } from './present.ts';
import * as account from './service.ts';

const accepted = { accepted: true } as const;

const presentAccount = async (ctx: Context, user: User) =>
  presentUser(user, await account.googleEmail(ctx), await account.workspacesOf(ctx, user.id));

export const routes = {
  'account.register': async (ctx, { body }) => {
    await account.register(ctx, body);
    return accepted;
  },
  'account.previewRegistration': (ctx, { body }) => account.previewRegistration(ctx, body.token),
  'account.verifyEmail': {
    async manually(open, { body }) {
      const passwordHash = await account.hashForHolder(open, 'register', body);
      return (ctx) => account.verifyEmail(ctx, body.token, passwordHash);
    },
  },
  'account.requestPasswordReset': async (ctx, { body }) => {
    await account.requestPasswordReset(ctx, body.email);
    return accepted;
  },
  'account.resetPassword': {
    async manually(open, { body }) {
      const passwordHash = await account.hashForHolder(open, 'reset', body);
      return async (ctx) => {
        await account.resetPassword(ctx, body.token, passwordHash);
        return accepted;
      };
    },
  },
  'account.changePassword': {
    async manually(open, { body, meta }) {
      const change = await account.hashForChange(open, meta.caller, body);
      return async (ctx) => {
        await account.changePassword(ctx, meta.caller, change);
        return accepted;
      };
    },
  },
  'account.changeEmail': {
    async manually(open, { body, meta }) {
      const hash = await account.passwordOf(open, meta.caller.userId!, body.password);
      return async (ctx) => {
        await account.changeEmail(ctx, meta.caller.userId!, body.email, hash);
        return accepted;
      };
    },
  },
  'account.confirmEmail': async (ctx, { body, meta }) => {
    await account.confirmEmail(ctx, meta.caller, body.token);
    return accepted;
  },
  'account.me': async (ctx) => presentAccount(ctx, await account.me(ctx)),
  'account.update': async (ctx, { body, ifMatch }) => {
    const user = await account.updateMe(ctx, body, ifMatch);
    return presentAccount(ctx, user);
  },
  'account.unlinkGoogle': (ctx) => account.unlinkGoogle(ctx),
  'sessions.list': (ctx, { query, meta }) => account.listSessions(ctx, meta.caller, query),
  'sessions.revoke': (ctx, { path }) => account.revokeSession(ctx, path.sessionId),
  'workspaces.list': async (ctx, { query }) => {
    const all = await account.workspacesOf(ctx, ctx.actor.userId!);
    return pageOf(query, all, ({ id }) => id);
  },
  'workspaces.create': async (ctx, { body }) => {
    const { workspace, twinSlug } = await account.createWorkspace(ctx, body);
    return presentWorkspace(ctx, workspace, twinSlug);
  },
  'workspace.get': async (ctx) => {
    const workspace = await account.getWorkspace(ctx);
    return presentWorkspace(ctx, workspace, await account.twinSlugOf(ctx, workspace));
  },
  'workspace.update': async (ctx, { body, ifMatch }) => {
    const workspace = await account.updateWorkspace(ctx, body, ifMatch);
    return presentWorkspace(ctx, workspace, await account.twinSlugOf(ctx, workspace));
  },
  'workspace.public': async (ctx) => presentPublicWorkspace(ctx, await account.getWorkspace(ctx)),
  'apiKeys.list': (ctx, { query }) => account.listApiKeys(ctx, query),
  'apiKeys.get': async (ctx, { path }) => presentApiKey(await account.getApiKey(ctx, path.apiKeyId)),
  'apiKeys.create': async (ctx, { body, meta }) =>
    account.createApiKey(ctx, meta.caller, (await account.getWorkspace(ctx)).mode, body),
  'apiKeys.update': async (ctx, { path, body, ifMatch, meta }) =>
    presentApiKey(await account.updateApiKey(ctx, meta.caller, path.apiKeyId, body, ifMatch)),
  'apiKeys.rotate': async (ctx, { path, body, meta }) =>
    account.rotateApiKey(ctx, meta.caller, (await account.getWorkspace(ctx)).mode, path.apiKeyId, body),
  'apiKeys.revoke': async (ctx, { path }) => presentApiKey(await account.revokeApiKey(ctx, path.apiKeyId)),
} satisfies Routes;
