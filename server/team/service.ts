export { create as createInvitation, list as listInvitations, revoke as revokeInvitation } from './invitations.ts';
export { accept as acceptInvitation, announceJoined, hashForGuest, view as viewInvitation } from './joining.ts';
export {
  get as getMember,
  leave as leaveStudio,
  list as listMembers,
  remove as removeMember,
  transferOwnership,
  update as updateMember,
} from './members.ts';
