import type { Studio } from '../../platform/testing-studio.ts';
import { newKey, type SpecialCall } from './fixtures.ts';
import { invited } from './fixtures-people.ts';

const ownMember = async (studio: Studio) => {
  const { items } = (await studio.api('GET', '/v1/members?limit=100')).body;
  return items.find((member: { email: string }) => member.email === studio.email) as { id: string; version: number };
};

const guest = { name: 'Guest', password: 'a long password' };

/** The same for a studio's team and keys. */
export const teamCalls: SpecialCall[] = [
  {
    operation: 'members.update',
    code: 'last_owner',
    call: async (studio) => {
      const { id, version } = await ownMember(studio);
      return { path: { memberId: id }, body: { role: 'manager' }, headers: { 'if-match': `"${version}"` } };
    },
  },
  {
    operation: 'members.remove',
    code: 'last_owner',
    call: async (studio) => ({ path: { memberId: (await ownMember(studio)).id } }),
  },
  { operation: 'members.leave', code: 'last_owner', call: () => ({}) },
  {
    operation: 'members.transferOwnership',
    code: 'password_wrong',
    call: async (studio) => ({ path: { memberId: (await ownMember(studio)).id }, body: { password: 'another' } }),
  },
  {
    operation: 'invitations.create',
    code: 'already_member',
    call: (studio) => ({ body: { email: studio.email, role: 'member' } }),
  },
  {
    operation: 'invitations.create',
    code: 'too_many_invitations',
    call: async (studio) => {
      const body = { email: 'asked-again@example.com', role: 'member' };
      for (let time = 0; time < 5; time += 1) await studio.api('POST', '/v1/invitations', { body });
      return { body };
    },
  },
  {
    operation: 'invitations.view',
    code: 'token_invalid',
    call: () => ({ as: 'none', body: { token: 'x'.repeat(32) } }),
  },
  {
    operation: 'invitations.accept',
    code: 'token_invalid',
    call: () => ({ as: 'none', body: { token: 'x'.repeat(32), ...guest } }),
  },
  {
    operation: 'invitations.accept',
    code: 'sign_in_required',
    call: async (studio) => {
      const email = 'joins-two@example.com';
      const accept = { token: await invited(studio, email), ...guest };
      await studio.api('POST', '/v1/invitations/accept', { as: 'none', body: accept });
      const { id } = (await studio.api('GET', '/v1/members?limit=1')).body.items[0];
      await studio.api('DELETE', `/v1/members/${id}`);
      return { as: 'none', body: { token: await invited(studio, email), ...guest } };
    },
  },
  {
    operation: 'invitations.accept',
    code: 'wrong_account',
    call: async (studio) => ({ body: { token: await invited(studio), ...guest } }),
  },
  {
    operation: 'apiKeys.rotate',
    code: 'key_revoked',
    call: async (studio) => {
      const apiKeyId = await newKey(studio);
      await studio.api('POST', `/v1/api-keys/${apiKeyId}/revoke`);
      return { path: { apiKeyId }, body: {} };
    },
  },
];
