import { newId, publicId, storedId } from '../../platform/ids.ts';
import { eventually, testPassword } from '../../platform/testing.ts';
import { type As, freshNetwork, type Studio, signInAs } from '../../platform/testing-studio.ts';

let count = 0;
/** A word that no other call has used. */
export const fresh = (what: string): string => {
  count += 1;
  return `${what}-${process.pid}-${count}`;
};

/** The token of a link mailed to an address. */
export async function mailedToken(
  studio: Studio,
  path: string,
  body: object,
  email: string,
  as: As = 'none',
  headers: Record<string, string> = {},
): Promise<string> {
  const before = new Set(studio.server.sandbox.mails().map(({ id }) => id));
  await studio.api('POST', path, { as, body, headers });
  return eventually(`a mail to ${email}`, () => {
    const sent = studio.server.sandbox.mails().filter(({ id, to }) => !before.has(id) && to.includes(email));
    return sent.map(({ text }) => /#token=([\w-]+)/.exec(text ?? '')?.[1]).find(Boolean);
  });
}

export const registration = (email: string) => ({
  name: 'New Person',
  email,
  studioName: fresh('Studio'),
});
/** The token mailed to somebody who has just registered. */
export const registered = (studio: Studio, email: string): Promise<string> =>
  mailedToken(studio, '/v1/account/register', registration(email), email);
/** The token that would give a person, who has just registered, another address. */
export async function emailToken(studio: Studio): Promise<string> {
  const { server } = studio;
  const from = `${fresh('f')}@example.com`;
  const to = `${fresh('t')}@example.com`;
  const body = { token: await registered(studio, from), password: testPassword };
  await studio.api('POST', '/v1/account/verify-email', { as: 'none', body });
  const headers = { cookie: await signInAs(server, from, { 'x-forwarded-for': freshNetwork() }), origin: server.url };
  return mailedToken(studio, '/v1/account/change-email', { email: to, password: testPassword }, to, 'none', headers);
}
/** Somebody who has just become a member, with the same password as the studio's owner. */
export async function newMember(studio: Studio): Promise<{ email: string; memberId: string }> {
  const [userId, id, email] = [newId(), newId(), `${fresh('m')}@example.com`];
  const { owner } = studio.server.database;
  await owner.query(
    `insert into users (id, name, email, password_hash, created_at, updated_at)
     select $1, 'A Member', $2, password_hash, now(), now() from users where email = $3`,
    [userId, email, studio.email],
  );
  await owner.query(
    "insert into members (workspace_id, id, user_id, role, created_at) values ($1, $2, $3, 'member', now())",
    [storedId('workspace', studio.workspaceId), id, userId],
  );
  return { email, memberId: publicId('member', id) };
}

/** The session of somebody who has just become a member: what they do to their account is nobody else's trouble. */
export async function asMember(studio: Studio): Promise<{ cookie: string }> {
  const { email } = await newMember(studio);
  return { cookie: await signInAs(studio.server, email, { 'x-forwarded-for': freshNetwork() }) };
}

export const invitation = (email = `${fresh('i')}@example.com`) => ({ email, role: 'member' });

/** Takes back the wrong passwords that other calls have sent in the owner's name. */
export const forgetGuesses = (studio: Studio): Promise<unknown> =>
  studio.server.database.owner.query("delete from rate_limits where key like 'password:%'");

/** Makes room for one more: what a studio has invited in a day, and what is open, is limited. */
export async function mayInvite(studio: Studio): Promise<void> {
  const id = storedId('workspace', studio.workspaceId);
  const { owner } = studio.server.database;
  await owner.query("delete from rate_limits where key = 'invitations:' || $1", [id]);
  await owner.query("delete from invitations where workspace_id = $1 and created_at < now() - interval '1 minute'", [
    id,
  ]);
}

export async function newInvitation(studio: Studio): Promise<string> {
  await mayInvite(studio);
  return (await studio.api('POST', '/v1/invitations', { body: invitation() })).body.id;
}

/** The token mailed to somebody who is invited to the studio. */
export async function invited(studio: Studio, email = `${fresh('j')}@example.com`): Promise<string> {
  await mayInvite(studio);
  return mailedToken(studio, '/v1/invitations', invitation(email), email, 'session');
}
