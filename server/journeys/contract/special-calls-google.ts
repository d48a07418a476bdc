import { throughGoogle, whoIs } from '../../account/testing-google.ts';
import type { Studio } from '../../platform/testing-studio.ts';
import type { Call, SpecialCall } from './fixtures.ts';

/** What somebody who signs in with Google alone, and owns a studio of their own, sends. */
async function asGoogler(studio: Studio, call: Pick<Call, 'body'>): Promise<Call> {
  const { url } = studio.server;
  const { jar } = await throughGoogle(studio.server, { email: 'contract.person@gmail.com', name: 'Gina Person' });
  const headers = { cookie: jar.header, origin: url };
  await fetch(`${url}/v1/workspaces`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Gina Pictures' }),
  });
  const [own] = (await whoIs(studio.server, jar))!.workspaces;
  return {
    as: 'none',
    path: { memberId: own!.memberId },
    headers: { ...headers, 'alloza-workspace': own!.slug },
    ...call,
  };
}

const password = 'any password at all';

/** The same for accounts without a password. */
export const googleCalls: SpecialCall[] = [
  {
    operation: 'account.changePassword',
    code: 'password_missing',
    call: (studio) => asGoogler(studio, { body: { currentPassword: password, newPassword: 'a long password' } }),
  },
  {
    operation: 'account.changeEmail',
    code: 'password_missing',
    call: (studio) => asGoogler(studio, { body: { email: 'ana@example.com', password } }),
  },
  {
    operation: 'members.transferOwnership',
    code: 'password_missing',
    call: (studio) => asGoogler(studio, { body: { password } }),
  },
];
