import { decode } from '@auth/core/jwt';
import type { Config } from './config.ts';
import type { Membership } from './context.ts';
import { hashToken } from './crypto.ts';
import { noWorkspace, type Orm, queryOnce } from './database.ts';
import { publicId, storedId } from './ids.ts';
import { isWellFormedKey } from './keys.ts';
import { problems } from './problem.ts';
import type { Touches } from './touches.ts';

export type Role = 'owner' | 'manager' | 'member';
export type Credential = 'none' | 'session' | 'publishable' | 'secret';

/** Who is calling, as far as the credential says. */
export interface Caller {
  credential: Credential;
  /** The stored id of the session or key; null without a credential. */
  id: string | null;
  workspaceId: string;
  userId?: string;
  name?: string;
  role?: Role;
  member?: Membership;
  scopes?: string[];
  origins?: string[];
}

export const anonymous: Caller = { credential: 'none', id: null, workspaceId: noWorkspace };

export const sessionCookie = '__Host-alloza';

interface AuthenticatedRow {
  id: string;
  user_id: string | null;
  name: string | null;
  workspace_id: string | null;
  role: Role | null;
  member_id: string | null;
  own_jobs_only: boolean | null;
  sees_money: boolean | null;
  key_kind: 'publishable' | 'secret' | null;
  origins: string[] | null;
  scopes: string[] | null;
  last_used_at: Date | null;
}

/** The random session token inside the Auth.js cookie, or null if the cookie is not ours. */
export async function readSessionToken(config: Config, cookie: string): Promise<string | null> {
  const token = await decode({ token: cookie, secret: config.AUTH_SECRET, salt: sessionCookie }).catch(() => null);
  return typeof token?.sid === 'string' ? token.sid : null;
}

export interface Credentials {
  authorization: string | undefined;
  cookie: string | undefined;
  workspace: string | undefined;
}

/**
 * Looks the credential up by its hash, on every request: a revoked session or key is refused at once, everywhere.
 * @throws 401 for a credential that is not or no longer valid
 */
export async function authenticate(orm: Orm, config: Config, touches: Touches, given: Credentials): Promise<Caller> {
  const bearer = /^Bearer (\S{1,200})$/.exec(given.authorization ?? '')?.[1];
  if (given.authorization !== undefined && !bearer) throw problems.unauthenticated();
  if (bearer) {
    if (!isWellFormedKey(bearer)) throw problems.unauthenticated();
    const row = await lookUp(orm, 'key', bearer, null);
    if (!row) throw problems.unauthenticated();
    touches.key(row.id, row.last_used_at);
    const caller: Caller = { credential: row.key_kind!, id: row.id, workspaceId: row.workspace_id! };
    return { ...caller, name: row.name ?? '', scopes: row.scopes ?? [], origins: row.origins ?? [] };
  }
  if (!given.cookie) return anonymous;
  const token = await readSessionToken(config, given.cookie);
  const wanted = given.workspace ? (storedId('workspace', given.workspace) ?? given.workspace) : null;
  const row = token ? await lookUp(orm, 'session', token, wanted) : null;
  if (!row) throw problems.unauthenticated();
  touches.session(row.id, row.last_used_at);
  return {
    credential: 'session',
    id: row.id,
    userId: row.user_id!,
    name: row.name ?? '',
    workspaceId: row.role ? row.workspace_id! : noWorkspace,
    ...(row.role ? { role: row.role, member: membershipOf(row) } : {}),
  };
}

/** Whose session a token is; null for one that has ended. */
export const holderOf = async (orm: Orm, token: string): Promise<string | null> =>
  (await lookUp(orm, 'session', token, null))?.user_id ?? null;

const membershipOf = (row: AuthenticatedRow): Membership => ({
  id: row.member_id!,
  role: row.role!,
  ownJobsOnly: row.own_jobs_only!,
  seesMoney: row.sees_money!,
});

async function lookUp(orm: Orm, kind: 'session' | 'key', token: string, workspace: string | null) {
  const rows = await queryOnce<AuthenticatedRow>(orm, 'select * from authenticate($1, $2, $3)', [
    kind,
    hashToken(token),
    workspace,
  ]);
  return rows[0];
}

/** The actor that records name for a caller. */
export function actorOf(caller: Caller) {
  if (caller.credential === 'session') {
    return {
      kind: 'user' as const,
      id: publicId('user', caller.userId!),
      name: caller.name ?? null,
      userId: caller.userId,
      member: caller.member,
    };
  }
  if (caller.credential === 'secret')
    return { kind: 'key' as const, id: publicId('apiKey', caller.id!), name: caller.name ?? null };
  return { kind: 'visitor' as const, id: null, name: null };
}
