import { passwordOf } from '../account/service.ts';
import type { Routes } from '../platform/contract-types.ts';
import * as team from './service.ts';

export const routes = {
  'members.list': (ctx, { query }) => team.listMembers(ctx, query),
  'members.get': (ctx, { path }) => team.getMember(ctx, path.memberId),
  'members.update': (ctx, { path, body, ifMatch, meta }) =>
    team.updateMember(ctx, meta.caller, path.memberId, body, ifMatch),
  'members.remove': (ctx, { path, meta }) => team.removeMember(ctx, meta.caller, path.memberId),
  'members.leave': (ctx, { meta }) => team.leaveStudio(ctx, meta.caller),
  'members.transferOwnership': {
    async manually(open, { path, body, meta }) {
      const passwordHash = await passwordOf(open, meta.caller.userId!, body.password);
      return (ctx) => team.transferOwnership(ctx, meta.caller, path.memberId, passwordHash);
    },
  },
  'invitations.list': (ctx, { query }) => team.listInvitations(ctx, query),
  'invitations.create': (ctx, { body, meta }) => team.createInvitation(ctx, meta.caller, body),
  'invitations.revoke': (ctx, { path, meta }) => team.revokeInvitation(ctx, meta.caller, path.invitationId),
  'invitations.view': (ctx, { body }) => team.viewInvitation(ctx, body.token),
  'invitations.accept': {
    async manually(open, { body, meta }) {
      const passwordHash = await team.hashForGuest(open, meta.caller, body);
      return (ctx) => team.acceptInvitation(ctx, meta.caller, body, passwordHash);
    },
  },
} satisfies Routes;
