import { createHash, randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Faults } from './faults.ts';
import { choicePage, demoPeople, pageStyle } from './google-page.ts';

/** Somebody with a Google account. */
export interface GoogleAccount {
  /** Stays when the address changes; made of the address unless given. */
  sub?: string;
  email: string;
  emailVerified: boolean;
  name: string;
  picture?: string;
  /** The domain of a company whose addresses Google keeps. */
  hostedDomain?: string;
}

interface Code {
  account: GoogleAccount;
  clientId: string;
  redirectUri: string;
  challenge: string;
  nonce: string | null;
  expiresAt: number;
}

const codeSeconds = 60;
const tokenSeconds = 3600;
const keyId = 'sandbox-1';
const pagePolicy = [
  "default-src 'none'",
  ...["style-src 'self'", 'img-src data:', "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

/**
 * An OpenID provider that behaves like Google's: discovery, a page where somebody picks who they are, one-use codes
 * bound to PKCE, signed ID tokens. Trouble with the answers of the token's address is queued as faults.ts describes;
 * `POST /control/claims` changes claims of the next ID token, for tokens no provider should make.
 */
export function createGoogleStandIn(options: { now?: () => number } = {}): { app: Hono } {
  const { now = Date.now } = options;
  const faults = new Faults();
  const codes = new Map<string, Code>();
  const accessTokens = new Map<string, GoogleAccount>();
  const twists: JWTPayload[] = [];
  let keys: ReturnType<typeof generateKeyPair> | undefined;
  const signing = () => (keys ??= generateKeyPair('RS256'));

  const app = new Hono();
  app.route('/control', faults.control());
  app.post('/control/claims', async (c) => {
    twists.push((await c.req.json()) as JWTPayload);
    return c.json({ queued: twists.length });
  });
  app.get('/style.css', (c) => c.body(pageStyle, 200, { 'content-type': 'text/css; charset=utf-8' }));

  app.get('/.well-known/openid-configuration', (c) => {
    const issuer = rootOf(c, '/.well-known/');
    return c.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: ['openid', 'email', 'profile'],
      authorization_response_iss_parameter_supported: true,
    });
  });

  app.get('/jwks', async (c) => {
    const { publicKey } = await signing();
    return c.json({ keys: [{ ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256' }] });
  });

  app.get('/authorize', (c) => {
    const problem = problemOf(c.req.query());
    if (problem) return c.text(problem, 400);
    c.header('content-security-policy', pagePolicy);
    return c.html(choicePage(new URL(c.req.url).search));
  });

  app.post('/authorize', async (c) => {
    const asked = c.req.query();
    const problem = problemOf(asked);
    if (problem) return c.text(problem, 400);
    const form = new URLSearchParams(await c.req.text());
    const back = new URL(asked.redirect_uri!);
    back.searchParams.set('iss', rootOf(c, '/authorize'));
    if (asked.state) back.searchParams.set('state', asked.state);
    if (form.has('deny')) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomBytes(24).toString('base64url');
      codes.set(code, {
        account: accountOf(form),
        clientId: asked.client_id!,
        redirectUri: asked.redirect_uri!,
        challenge: asked.code_challenge!,
        nonce: asked.nonce ?? null,
        expiresAt: now() + codeSeconds * 1000,
      });
      back.searchParams.set('code', code);
    }
    return c.redirect(back.href, 302);
  });

  app.use('/token', faults.middleware(refused));
  app.post('/token', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    const code = codes.get(form.get('code') ?? '');
    // Whatever comes of it, a code is spent.
    codes.delete(form.get('code') ?? '');
    const clientId = clientOf(c.req.header('authorization')) ?? form.get('client_id');
    if (form.get('grant_type') !== 'authorization_code') return refused(c, 400, 'unsupported_grant_type');
    if (!code || code.expiresAt < now() || code.redirectUri !== form.get('redirect_uri') || code.clientId !== clientId)
      return refused(c, 400, 'invalid_grant');
    const verifier = form.get('code_verifier') ?? '';
    if (createHash('sha256').update(verifier).digest('base64url') !== code.challenge)
      return refused(c, 400, 'invalid_grant');
    const { privateKey } = await signing();
    const accessToken = `sandbox-${randomBytes(16).toString('hex')}`;
    accessTokens.set(accessToken, code.account);
    const issuedAt = Math.floor(now() / 1000);
    const claims: JWTPayload = {
      iss: rootOf(c, '/token'),
      aud: code.clientId,
      iat: issuedAt,
      exp: issuedAt + tokenSeconds,
      ...(code.nonce === null ? {} : { nonce: code.nonce }),
      ...claimsOf(code.account),
      ...twists.shift(),
    };
    const idToken = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(privateKey);
    return c.json({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope: 'openid email profile',
      id_token: idToken,
    });
  });

  app.get('/userinfo', (c) => {
    const account = accessTokens.get((c.req.header('authorization') ?? '').replace(/^Bearer /, ''));
    return account ? c.json(claimsOf(account)) : refused(c, 401, 'invalid_token');
  });

  return { app };
}

const refused = (c: Context, status: number, name = 'server_error') => c.json({ error: name }, status as 400);

/** Where the stand-in is mounted, as the caller reached it. */
const rootOf = (c: Context, below: string): string => {
  const { origin, pathname } = new URL(c.req.url);
  return origin + pathname.slice(0, pathname.lastIndexOf(below));
};

function problemOf(asked: Record<string, string>): string | null {
  const { response_type, client_id, redirect_uri = '', scope = '', code_challenge_method, code_challenge } = asked;
  if (response_type !== 'code') return 'response_type must be code.';
  if (!client_id) return 'client_id is missing.';
  if (!URL.canParse(redirect_uri) || new URL(redirect_uri).pathname !== '/auth/callback/google')
    return 'redirect_uri is not one of this client.';
  if (!scope.split(' ').includes('openid')) return 'scope must hold openid.';
  return code_challenge_method === 'S256' && code_challenge ? null : 'A code_challenge of S256 is missing.';
}

/** One of the people of the page by their number, or the one that was typed. */
function accountOf(form: URLSearchParams): GoogleAccount {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const chosen = demoPeople[Number(form.get('person') ?? Number.NaN)];
  if (chosen) return chosen;
  const email = text('email');
  const hostedDomain = form.has('hosted') ? email.slice(email.lastIndexOf('@') + 1) : '';
  return {
    email,
    emailVerified: form.has('verified'),
    name: text('name') || email,
    ...(text('sub') ? { sub: text('sub') } : {}),
    ...(text('picture') ? { picture: text('picture') } : {}),
    ...(hostedDomain ? { hostedDomain } : {}),
  };
}

const claimsOf = ({ sub, email, emailVerified, name, picture, hostedDomain }: GoogleAccount): JWTPayload => ({
  sub: sub ?? BigInt(`0x${createHash('sha256').update(email).digest('hex').slice(0, 16)}`).toString(),
  email,
  email_verified: emailVerified,
  name,
  ...(picture ? { picture } : {}),
  ...(hostedDomain ? { hd: hostedDomain } : {}),
});

const clientOf = (header = ''): string | undefined => {
  const [, credentials = ''] = /^Basic (\S+)$/.exec(header) ?? [];
  const [id] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return id ? decodeURIComponent(id) : undefined;
};
