import { type AuthConfig, skipCSRFCheck } from '@auth/core';
import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { readSessionToken, sessionCookie } from '../platform/authenticate.ts';
import type { Config } from '../platform/config.ts';

const cookieOptions = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;
const silent = { error: () => {}, warn: () => {}, debug: () => {} };

/** What Auth.js keeps in the browser while a person is at Google. Their names must not begin with the session's. */
export const flowCookies = ['state', 'pkce', 'nonce', 'back'].map((name) => `__Host-sign-in-${name}`);
/** Where people go on afterwards. */
export const backCookie = '__Host-sign-in-back';
/** Ours, in the same manner: binds a way to Google to the session that it is to be linked to. */
export const linkCookie = '__Host-sign-in-link';
export const flowSeconds = 15 * 60;
const flowCookie = (name: string) => ({
  name: `__Host-sign-in-${name}`,
  options: { ...cookieOptions, maxAge: flowSeconds },
});

/** The token of the session that a request comes with; null without one. */
export async function sessionTokenOf(c: HonoContext, config: Config): Promise<string | null> {
  const value = getCookie(c, sessionCookie);
  return value ? readSessionToken(config, value) : null;
}

/** The part of Auth.js's configuration that every way to sign in shares. */
export const authConfig = (
  config: Config,
  more: Pick<AuthConfig, 'providers' | 'callbacks' | 'logger'>,
): AuthConfig => ({
  basePath: '/auth',
  secret: config.AUTH_SECRET,
  trustHost: true,
  // Our own check of where a post comes from stands before it: a client that sends JSON could not send its token.
  skipCSRFCheck,
  useSecureCookies: true,
  session: { strategy: 'jwt', maxAge: 30 * 86_400 },
  cookies: {
    sessionToken: { name: sessionCookie, options: cookieOptions },
    state: flowCookie('state'),
    pkceCodeVerifier: flowCookie('pkce'),
    nonce: flowCookie('nonce'),
    callbackUrl: flowCookie('back'),
  },
  logger: silent,
  ...more,
});

/** Lets the location, the body and the named cookies out, and nothing else that Auth.js says. */
export async function onlyCookies(response: Response, names: readonly string[]): Promise<Response> {
  const headers = new Headers();
  for (const name of ['content-type', 'location']) {
    const value = response.headers.get(name);
    if (value) headers.set(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) {
    if (names.some((name) => cookie.startsWith(`${name}=`))) headers.append('set-cookie', cookie);
  }
  return new Response(await response.text(), { status: response.status, headers });
}
