import { Auth, type AuthConfig } from '@auth/core';
import Credentials from '@auth/core/providers/credentials';
import type { Hono } from 'hono';
import { sessionCookie } from '../platform/authenticate.ts';
import { readBytes } from '../platform/body.ts';
import { type Services, systemActor } from '../platform/context.ts';
import type { Env } from '../platform/contract.ts';
import { noWorkspace } from '../platform/database.ts';
import { requireOwnPage } from '../platform/guard.ts';
import { Problem, problems } from '../platform/problem.ts';
import { inUnit } from '../platform/unit.ts';
import { authConfig, onlyCookies, sessionTokenOf } from './auth-config.ts';
import { linkByPassword } from './google.ts';
import { serveGoogle } from './google-flow.ts';
import { maxPasswordBytes } from './password.ts';
import { isKnownNetwork, type SignedIn, signIn, signOut, throttle } from './sign-in.ts';

const bodyLimit = 10_240;

/**
 * Signing in and out through Auth.js, of which only these paths are served. Our own check of where a post comes from
 * stands in front of them.
 */
export function serveAuth(app: Hono<Env>, services: Services): void {
  const inSystem = <T>(work: Parameters<typeof inUnit<T>>[3]) => inUnit(services, noWorkspace, systemActor, work);

  app.use('/auth/*', async (c, next) => {
    const provenance = {
      method: c.req.method,
      origin: c.req.header('origin'),
      fetchSite: c.req.header('sec-fetch-site'),
    };
    if (c.req.method === 'POST')
      requireOwnPage(provenance, services.config.PUBLIC_URL, c.req.header('cookie') !== undefined);
    await next();
    c.header('cache-control', 'no-store');
  });

  app.post('/auth/callback/credentials', async (c) => {
    const type = c.req.header('content-type') ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) throw problems.unsupported_media_type();
    const form = new URLSearchParams(Buffer.from(await readBytes(c.req.raw, bodyLimit)).toString('utf8'));
    const attempt = {
      email: (form.get('email') ?? '').slice(0, 300),
      password: form.get('password') ?? '',
      ip: c.get('ip'),
      userAgent: c.req.header('user-agent') ?? '',
    };
    if (Buffer.byteLength(attempt.password) > maxPasswordBytes) throw problems.body_too_large();
    await throttle(services.orm, attempt, services.config.SIGN_INS_PER_MINUTE, () =>
      inSystem((ctx) => isKnownNetwork(ctx, attempt.email, attempt.ip)),
    );
    const signedIn = await signIn(inSystem, attempt);
    const link = form.get('link');
    // One that has run out links nothing, and does not keep out whoever knows the password.
    if (signedIn && link)
      await inSystem((ctx) => linkByPassword(ctx, signedIn.userId, link)).catch((error) => {
        if (!(error instanceof Problem)) throw error;
      });
    const request = new Request(`${services.config.PUBLIC_URL}/auth/callback/credentials`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-auth-return-redirect': '1' },
      body: new URLSearchParams({ callbackUrl: `${services.config.PUBLIC_URL}/app` }),
    });
    return onlyCookies(await Auth(request, passwordConfig(services, signedIn)), [sessionCookie]);
  });

  app.post('/auth/signout', async (c) => {
    const cookie = c.req.header('cookie') ?? '';
    const token = await sessionTokenOf(c, services.config);
    if (token) await inSystem((ctx) => signOut(ctx, token));
    const request = new Request(`${services.config.PUBLIC_URL}/auth/signout`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-auth-return-redirect': '1', cookie },
      body: new URLSearchParams({ callbackUrl: `${services.config.PUBLIC_URL}/app/sign-in` }),
    });
    return onlyCookies(await Auth(request, passwordConfig(services, null)), [sessionCookie]);
  });

  serveGoogle(app, services, inSystem);
}

const passwordConfig = (services: Services, signedIn: SignedIn | null): AuthConfig =>
  authConfig(services.config, {
    providers: [
      Credentials({
        credentials: {},
        authorize: async () => (signedIn ? { id: signedIn.userId, sid: signedIn.token } : null),
      }),
    ],
    callbacks: {
      // The token carries the session's random id and nothing about the person.
      jwt: ({ token, user }) => (user ? { sid: (user as unknown as { sid: string }).sid } : token),
    },
  });
