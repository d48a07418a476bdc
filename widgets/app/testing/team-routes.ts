import type { Schema } from '@alloza/sdk/core';
import { iso, page, Refusal } from './answers.ts';
import { testNow } from './fixtures.ts';
import type { Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

const day = 86_400_000;
const at = (days: number) => new Date(testNow + days * day).toISOString();

export const makeMember = (change: Partial<Schema<'Member'>>): Schema<'Member'> => ({
  id: 'mem_one',
  name: 'Jonas Weber',
  email: 'jonas@lumenandoak.example',
  pictureUrl: null,
  role: 'member',
  ownJobsOnly: false,
  seesMoney: true,
  createdAt: at(-90),
  updatedAt: at(-90),
  version: 1,
  actorId: `user_${(change.id ?? 'mem_one').slice(4)}`,
  ...change,
});

/** Lena, whom the tests sign in, with the role given; the studio has one owner in any case. */
export const sampleMembers = (role: Schema<'Role'>): Schema<'Member'>[] => [
  makeMember({
    id: 'mem_sara',
    name: 'Sara Okonkwo',
    email: 'sara@lumenandoak.example',
    ownJobsOnly: true,
    seesMoney: false,
  }),
  makeMember({ id: 'mem_jonas' }),
  makeMember({ id: 'mem_nadia', name: 'نادية حداد', email: 'nadia@lumenandoak.example', role: 'manager' }),
  makeMember({
    id: 'mem_owner',
    name: 'Maximiliane von Hohenfels-Brandenburg',
    email: 'maximiliane.von.hohenfels@lumenandoak.example',
    role: role === 'owner' ? 'manager' : 'owner',
  }),
  makeMember({ id: 'mem_lena', name: 'Lena Hartmann', email: 'lena@lumenandoak.example', role }),
];

export const sampleInvitations = (): Schema<'Invitation'>[] => [
  {
    id: 'inv_piet',
    email: 'piet@example.com',
    role: 'member',
    ownJobsOnly: true,
    seesMoney: false,
    invitedBy: 'Lena Hartmann',
    createdAt: at(-1),
    expiresAt: at(6),
  },
  {
    id: 'inv_manager',
    email: 'office.manager.of.the.studio@example.com',
    role: 'manager',
    ownJobsOnly: false,
    seesMoney: true,
    invitedBy: 'Lena Hartmann',
    createdAt: at(-6),
    expiresAt: at(1),
  },
];

/** The team: members, invitations, and the link that a mail of them carries. */
export const teamRoutes = (responder: Responder): Record<string, Handler> => {
  const member = (id: string | undefined): Schema<'Member'> => {
    const found = responder.members.find((each) => each.id === id);
    if (!found) throw new Refusal(404, 'not_found');
    return found;
  };
  const put = (next: Schema<'Member'>): Schema<'Member'> => {
    responder.members = responder.members.map((each) => (each.id === next.id ? next : each));
    return next;
  };
  const isMe = ({ email }: { email: string }) => email === responder.account.email;
  const take = (role: Schema<'Role'>): void => {
    const workspaces = responder.account.workspaces.map((one) => (one.id === 'ws_live' ? { ...one, role } : one));
    responder.account = { ...responder.account, workspaces };
  };
  return {
    'GET /v1/members': ({ query }) => page(responder.members, Number(query.get('limit'))),
    'GET /v1/members/*': ({ ids }) => member(ids[0]),
    'PATCH /v1/members/*': (context) => put(responder.patched(member(context.ids[0]), context)),
    'DELETE /v1/members/*': ({ ids }) => {
      responder.members = responder.members.filter(({ id }) => id !== ids[0]);
    },
    'POST /v1/members/leave': () => {
      responder.members = responder.members.filter((each) => !isMe(each));
      const workspaces = responder.account.workspaces.filter(({ id }) => id !== 'ws_live');
      responder.account = { ...responder.account, workspaces };
    },
    'POST /v1/members/*/transfer-ownership': ({ ids, body }) => {
      const next = member(ids[0]);
      if ((body as Schema<'OwnershipTransfer'>).password !== 'correct horse') throw new Refusal(422, 'password_wrong');
      for (const former of responder.members.filter(({ role }) => role === 'owner'))
        put({ ...former, role: 'manager' });
      take('manager');
      return put({ ...next, role: 'owner', ownJobsOnly: false, seesMoney: true });
    },
    'GET /v1/invitations': ({ query }) => page(responder.invitations, Number(query.get('limit'))),
    'POST /v1/invitations': ({ body }) => {
      const input = body as Schema<'InvitationInput'>;
      if (responder.members.some(({ email }) => email === input.email)) throw new Refusal(409, 'already_member');
      const invitation = {
        id: `inv_${responder.seen.length}`,
        invitedBy: responder.account.name,
        createdAt: iso(),
        expiresAt: at(7),
        ...input,
        ownJobsOnly: input.ownJobsOnly ?? false,
        seesMoney: input.seesMoney ?? true,
      };
      responder.invitations = [invitation, ...responder.invitations.filter(({ email }) => email !== input.email)];
      return invitation;
    },
    'DELETE /v1/invitations/*': ({ ids }) => {
      responder.invitations = responder.invitations.filter(({ id }) => id !== ids[0]);
    },
    'POST /v1/invitations/view': (): Schema<'InvitationView'> => {
      const { email, role, invitedBy, expiresAt } = responder.invitations[0]!;
      const hasAccount = email === responder.account.email;
      return { studioName: responder.workspace.name, invitedBy, email, role, hasAccount, expiresAt };
    },
    'POST /v1/invitations/accept': () => {
      const { email } = responder.invitations[0]!;
      if (responder.signedIn && !isMe({ email })) throw new Refusal(409, 'wrong_account');
      return { email, workspaceSlug: responder.workspace.slug };
    },
  };
};
