import { Auth, type AuthConfig, customFetch } from '@auth/core';
import type { Hono, Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { holderOf, sessionCookie } from '../platform/authenticate.ts';
import { readBytes } from '../platform/body.ts';
import type { Services } from '../platform/context.ts';
import type { Env } from '../platform/contract.ts';
import { sameText, sign } from '../platform/crypto.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { networkOf, type Quota, takeShared } from '../platform/limits.ts';
import { problems } from '../platform/problem.ts';
import {
  authConfig,
  backCookie,
  flowCookies,
  flowSeconds,
  linkCookie,
  onlyCookies,
  sessionTokenOf,
} from './auth-config.ts';
import { passwordOf } from './credentials.ts';
import { errors } from './errors.ts';
import { type Arrival, arrive, type GooglePerson, linkToHolder } from './google.ts';
import { maxPasswordBytes } from './password.ts';
import type { InSystem } from './sign-in.ts';

const perNetwork: Quota = { name: 'sign-in.google', points: 60, seconds: 900 };
const formLimit = 4096;
const answerLimit = 65_536;
const answerMs = 5000;

/** How it ended without a new session, as the page explains it. */
type Ending = 'linked' | 'denied' | 'expired' | 'failed' | 'taken' | 'unproven' | 'unverified';

/** Signing in with Google: OpenID Connect with state, PKCE and nonce, of which nothing but the person is kept. */
export function serveGoogle(app: Hono<Env>, services: Services, inSystem: InSystem): void {
  const { config, log, orm } = services;
  if (!config.google) return;
  const throttled = (c: HonoContext<Env>) => takeShared(orm, perNetwork, networkOf(c.get('ip')));
  const ask = (path: string, init: RequestInit) => new Request(config.PUBLIC_URL + path, init);

  const formOf = async (c: HonoContext<Env>) =>
    new URLSearchParams(Buffer.from(await readBytes(c.req.raw, formLimit)).toString('utf8'));

  /** Where Google asks, and the cookies that its answer must fit. */
  const begin = async (form: URLSearchParams): Promise<Response> => {
    let failure: Error | undefined;
    const request = ask('/auth/signin/google', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-auth-return-redirect': '1' },
      body: new URLSearchParams({ callbackUrl: ownAddress(config.PUBLIC_URL, form.get('next') ?? '') }),
    });
    const answer = await Auth(request, googleConfig(services, { failed: (error) => (failure = error) }));
    if (failure) {
      log.error({ reason: reasonOf(failure) }, 'Google can not be asked');
      throw problems.unavailable({ headers: { 'retry-after': '5' } });
    }
    return onlyCookies(answer, flowCookies);
  };

  /** Whose session a request comes with, and what binds a way to Google to that session. */
  const sessionOf = async (c: HonoContext<Env>) => {
    const token = await sessionTokenOf(c, config);
    const userId = token && (await holderOf(orm, token));
    const bind = (state: string) => sign(config.AUTH_SECRET, 'google-link', `${token}.${state}`);
    return userId ? { userId, bind } : null;
  };

  app.post('/auth/signin/google', async (c) => {
    await throttled(c);
    return withCookie(await begin(await formOf(c)), linkCookie, '', 0);
  });

  app.post('/auth/link/google', async (c) => {
    await throttled(c);
    const session = await sessionOf(c);
    if (!session) throw problems.unauthenticated();
    const form = await formOf(c);
    const password = form.get('password') ?? '';
    if (Buffer.byteLength(password) > maxPasswordBytes) throw problems.body_too_large();
    if (!(await passwordOf(inSystem, session.userId, password))) throw errors.password_wrong();
    const answer = await begin(form);
    const { url } = (await answer.clone().json()) as { url: string };
    const state = new URL(url).searchParams.get('state') ?? '';
    return withCookie(answer, linkCookie, session.bind(state), flowSeconds);
  });

  app.get('/auth/callback/google', async (c) => {
    await throttled(c);
    let arrival: Arrival | undefined;
    let failure: Error | undefined;
    const request = ask(`/auth/callback/google${new URL(c.req.url).search}`, {
      headers: { cookie: c.req.header('cookie') ?? '' },
    });
    const attempt = { ip: c.get('ip'), userAgent: c.req.header('user-agent') ?? '' };
    const bound = getCookie(c, linkCookie);
    const session = bound ? await sessionOf(c) : null;
    // Begun in another session, or before this one: the person who is signed in now has not asked for it.
    const isStrange = bound !== undefined && !(session && sameText(bound, session.bind(c.req.query('state') ?? '')));
    const answer = await Auth(
      request,
      googleConfig(services, {
        failed: (error) => (failure = error),
        async arrived(person) {
          if (isStrange) return null;
          arrival = await inSystem((ctx) =>
            session ? linkToHolder(ctx, session.userId, person) : arrive(ctx, person, attempt),
          );
          return arrival.kind === 'signed-in' ? arrival.session.token : null;
        },
      }),
    );
    const isSignedIn = arrival?.kind === 'signed-in' && answer.headers.getSetCookie().some(isSession);
    const out = isSignedIn
      ? await onlyCookies(answer, [sessionCookie])
      : sendBack(
          explainerOf(config.PUBLIC_URL, getCookie(c, backCookie) ?? '', bound !== undefined),
          isStrange ? 'expired' : endingOf(arrival, failure, c.req.query('error')),
          arrival,
        );
    if (!isSignedIn && !arrival) log.info({ reason: reasonOf(failure) }, 'nobody was signed in by Google');
    for (const name of [...flowCookies, linkCookie]) withCookie(out, name, '', 0);
    return out;
  });
}

function withCookie(answer: Response, name: string, value: string, seconds: number): Response {
  answer.headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`);
  return answer;
}

const isSession = (cookie: string): boolean => cookie.startsWith(`${sessionCookie}=`);

/** The page that tells how it ended: where the person came from, if they are signed in or join there. */
function explainerOf(publicUrl: string, back: string, isLinking: boolean): URL {
  const from = new URL(ownAddress(publicUrl, back.replace(publicUrl, '')));
  return isLinking || from.pathname === '/app/join' ? from : new URL('/app/sign-in', publicUrl);
}

/** What the page needs besides stands behind `#`, where no log sees it. */
function sendBack(page: URL, ending: Ending, arrival: Arrival | undefined): Response {
  page.searchParams.set('google', ending);
  const behind = new URLSearchParams(page.hash.slice(1));
  if (arrival?.kind === 'unproven') {
    behind.set('email', arrival.email);
    behind.set('link', arrival.token);
  }
  const more = behind.size > 0 ? `#${behind}` : '';
  return new Response(null, { status: 302, headers: { location: page.pathname + page.search + more } });
}

interface Hooks {
  failed: (error: Error) => void;
  /** Answers the token of the session it has opened, or null. */
  arrived?: (person: GooglePerson) => Promise<string | null>;
}

function googleConfig({ config }: Services, { failed, arrived = async () => null }: Hooks): AuthConfig {
  const { issuer, clientId, clientSecret } = config.google!;
  let sid: string | null = null;
  return authConfig(config, {
    providers: [
      {
        id: 'google',
        name: 'Google',
        type: 'oidc',
        issuer,
        clientId,
        clientSecret,
        checks: ['pkce', 'state', 'nonce'],
        [customFetch]: carefulFetch(issuer),
      },
    ],
    callbacks: {
      redirect: ({ url }) => ownAddress(config.PUBLIC_URL, url.replace(config.PUBLIC_URL, '')),
      async signIn({ profile }) {
        const person = profile && personOf(profile);
        sid = person ? await arrived(person) : null;
        return sid !== null;
      },
      // The cookie carries the session's random id and nothing about the person.
      jwt: () => ({ sid }),
    },
    logger: { error: failed, warn: () => {}, debug: () => {} },
  });
}

/** An address of the dashboard's for a wish that may come from anywhere; `/app` for any that is not one. */
export function ownAddress(publicUrl: string, wish: string): string {
  const fallback = `${publicUrl}/app`;
  if (!/^\/app(?:[/?#]|$)/.test(wish) || /[\\\p{Cc}]/u.test(wish)) return fallback;
  const url = new URL(wish, publicUrl);
  // `..` may have led out of it.
  return url.origin === new URL(publicUrl).origin && /^\/app(?:\/|$)/.test(url.pathname) ? url.href : fallback;
}

/** Who the claims of an ID token are about; null if they name nobody. */
export function personOf(claims: Record<string, unknown>): GooglePerson | null {
  const { sub, hd, name, picture } = claims;
  const email = typeof claims.email === 'string' ? normalizeEmail(claims.email) : null;
  if (typeof sub !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(sub) || !email) return null;
  // Google is sure of its own addresses and of those of its customers' domains. Of any other it knows that it was
  // somebody's once.
  const isGoogles = /@(?:gmail|googlemail)\.com$/.test(email) || (typeof hd === 'string' && hd !== '');
  return {
    subject: sub,
    email,
    isProven: claims.email_verified === true && isGoogles,
    isVerified: claims.email_verified === true,
    name: nameOf(name) || email.slice(0, email.indexOf('@')),
    pictureUrl: typeof picture === 'string' && /^https:\/\/\S{1,1000}$/.test(picture) ? picture : null,
  };
}

const nameOf = (name: unknown): string =>
  typeof name === 'string'
    ? name
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 120)
        .toWellFormed()
    : '';

/** Asks Google over TLS only, for a short time, and reads a short answer. */
function carefulFetch(issuer: string): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:' && url.origin !== new URL(issuer).origin)
      throw new TypeError('An address without TLS is not asked');
    const response = await fetch(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > answerLimit) throw new TypeError('The answer is too long');
      chunks.push(chunk);
    }
    return new Response(size > 0 ? Buffer.concat(chunks) : null, response);
  };
}

interface Caused {
  name?: string;
  code?: unknown;
  type?: string;
  error?: unknown;
  cause?: unknown;
}

/** An error and what caused it; Auth.js wraps its own kinds around others. */
function* causesOf(error: unknown): Generator<Caused> {
  for (let current = error as Caused | undefined, depth = 0; current && depth < 8; depth += 1) {
    yield current;
    const cause = current.cause as (Caused & { err?: unknown }) | undefined;
    current = (cause?.err ?? cause) as Caused | undefined;
  }
}

function endingOf(arrival: Arrival | undefined, failure: Error | undefined, told: string | undefined): Ending {
  if (arrival && arrival.kind !== 'signed-in') return arrival.kind;
  for (const { type, error } of causesOf(failure)) {
    // Auth.js makes it of what Google sends in place of a code, once the state fits.
    if (type === 'OAuthCallbackError' && told === 'access_denied') return 'denied';
    // Older than 15 minutes, of another browser, or used already.
    if (type === 'InvalidCheck' || error === 'invalid_grant') return 'expired';
  }
  return 'failed';
}

/** Kinds and codes, without anything that Google has said. */
const reasonOf = (failure: Error | undefined): string =>
  [...causesOf(failure)].map(({ type, name, code }) => String(code ?? type ?? name ?? 'unknown')).join(' < ');
