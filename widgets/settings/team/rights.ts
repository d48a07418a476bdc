/** Who may do what to whom in a team: what the server holds to, so that nothing it refuses is offered. Pure. */
import type { Schema } from '@alloza/sdk/core';

type Role = Schema<'Role'>;
type Member = Pick<Schema<'Member'>, 'role'>;
export type InvitedRole = Schema<'InvitedRole'>;

export interface Rights {
  /** What the member sees. */
  readonly change: boolean;
  /** The role, too. */
  readonly changeRole: boolean;
  readonly remove: boolean;
  readonly makeOwner: boolean;
  readonly leave: boolean;
}

/** What somebody of a role may do with a member, who may be they themselves. */
export function rightsOver(role: Role, member: Member, isSelf: boolean): Rights {
  const over =
    !isSelf && member.role !== 'owner' && (role === 'owner' || (role === 'manager' && member.role === 'member'));
  return {
    change: over,
    changeRole: over && role === 'owner',
    remove: over,
    makeOwner: over && role === 'owner',
    leave: isSelf && role !== 'owner',
  };
}

/** The roles that somebody may give by an invitation. */
export const invitableRoles = (role: Role): readonly InvitedRole[] =>
  role === 'owner' ? ['member', 'manager'] : role === 'manager' ? ['member'] : [];

const rank: Record<Role, number> = { owner: 0, manager: 1, member: 2 };

/** The owner first, then managers, then members, each by name. */
export function inOrder<T extends Schema<'Member'>>(members: readonly T[], locale: string): T[] {
  const { compare } = new Intl.Collator(locale);
  return [...members].sort((a, b) => rank[a.role] - rank[b.role] || compare(a.name, b.name));
}
