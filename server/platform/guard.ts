import type { Caller, Role } from './authenticate.ts';
import { noWorkspace } from './database.ts';
import type { Operation } from './openapi.ts';
import { problems } from './problem.ts';

const rank: Record<Role, number> = { member: 1, manager: 2, owner: 3 };
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface Provenance {
  method: string;
  origin: string | undefined;
  fetchSite: string | undefined;
}

/** Whether the caller may call the operation from where the request came. @throws 401 or 403 */
export function admit(operation: Operation, caller: Caller, from: Provenance, ownOrigin: string): void {
  if (operation.auth === 'none') {
    if (!safeMethods.has(from.method)) requireOwnPage(from, ownOrigin, caller.credential === 'session');
    return;
  }
  const { session, secret, publishable, jobs } = operation.auth;
  switch (caller.credential) {
    case 'none':
      throw problems.unauthenticated();
    case 'session':
      if (!session) throw problems.credential_not_allowed();
      if (!safeMethods.has(from.method)) requireOwnPage(from, ownOrigin, true);
      else if (from.origin !== undefined && from.origin !== ownOrigin) throw problems.csrf_refused();
      if (session === 'user') return;
      if (caller.workspaceId === noWorkspace || !caller.role)
        throw problems.forbidden({ detail: 'Name a workspace of yours in Alloza-Workspace' });
      if (rank[caller.role] < rank[session]) throw problems.forbidden();
      if (jobs === 'all' && caller.member?.ownJobsOnly)
        throw problems.forbidden({ detail: 'You work on your own jobs only here' });
      return;
    case 'secret':
      // Not Sec-Fetch-Mode: the fetch of Node sends it too. Site and Origin come from browsers alone.
      if (from.origin !== undefined || from.fetchSite !== undefined) throw problems.secret_key_in_browser();
      if (!secret) throw problems.credential_not_allowed();
      if (!caller.scopes?.includes(secret)) throw problems.forbidden({ detail: `The key lacks the scope ${secret}` });
      return;
    case 'publishable':
      if (!publishable) throw problems.credential_not_allowed();
      if (from.origin === undefined)
        throw problems.origin_not_allowed({ detail: 'A publishable key is for browsers; servers use a secret key' });
      if (!originAllowed(from.origin, caller.origins ?? [], ownOrigin)) throw problems.origin_not_allowed();
  }
}

/**
 * Refuses requests that another site made a browser send. A cookie counts only with our own Origin; without a cookie
 * a missing Origin is a program, which needs no guard.
 */
export function requireOwnPage(from: Provenance, ownOrigin: string, cookie: boolean): void {
  if (from.origin === ownOrigin) return;
  if (from.origin === undefined && !cookie && (from.fetchSite === undefined || from.fetchSite === 'same-origin'))
    return;
  throw problems.csrf_refused();
}

/** Exact scheme, host and port, or one `*.` label; an empty list means any origin. */
export function originAllowed(origin: string, allowed: string[], ownOrigin: string): boolean {
  if (allowed.length === 0 || origin === ownOrigin) return true;
  return allowed.some((entry) => {
    if (!entry.includes('*.')) return entry === origin;
    const [scheme, host] = entry.split('*.') as [string, string];
    if (!origin.startsWith(scheme) || !origin.endsWith(`.${host}`)) return false;
    const label = origin.slice(scheme.length, -host.length - 1);
    return /^[a-z0-9-]+$/.test(label);
  });
}
