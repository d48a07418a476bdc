import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { eventually, type TestServer, testPassword } from './testing.ts';

export type As = 'session' | 'secret' | 'publishable' | 'none';

export interface CallOptions {
  body?: unknown;
  /** Sent instead of a JSON body. */
  raw?: BodyInit;
  as?: As;
  headers?: Record<string, string>;
  url?: string;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
  headers: Headers;
}

export interface Studio {
  server: TestServer;
  email: string;
  cookie: string;
  slug: string;
  workspaceId: string;
  publishableKey: string;
  secretKey: string;
  formId: string;
  api(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

export const allScopes = [
  'workspace:read',
  'workspace:write',
  'members:read',
  'apiKeys:read',
  'files:read',
  'files:write',
  'changes:read',
  'notes:read',
  'notes:write',
  'leadForms:read',
  'leadForms:write',
  'leads:read',
  'leads:write',
  'clients:read',
  'clients:write',
  'projects:read',
  'projects:write',
  'imports:read',
  'imports:write',
  'events:read',
] as const;

/** The origin that the tests' publishable keys are used from. */
export const siteOrigin = 'https://studio.example';

let opened = 0;

/** Opens a studio as a person does: registers, follows the mail, signs in, makes a secret key. */
export async function openStudio(server: TestServer, options: { name?: string } = {}): Promise<Studio> {
  opened += 1;
  const email = `owner-${process.pid}-${opened}@example.com`;
  const name = options.name ?? `Studio ${opened}`;
  const from = { 'x-forwarded-for': `172.20.${opened >> 8}.${opened & 255}` };
  const send = (path: string, body: unknown) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from },
      body: JSON.stringify(body),
    });
  await send('/v1/account/register', { name: 'Test Owner', email, studioName: name });
  const mail = await eventually('the mail', () => server.sandbox.mails().find((sent) => sent.to.includes(email)));
  const token = /#token=([\w-]+)/.exec(mail.text ?? '')![1]!;
  const chosen = { token, password: testPassword };
  const verified = (await (await send('/v1/account/verify-email', chosen)).json()) as { workspaceSlug: string };
  const cookie = await signInAs(server, email, from);
  const slug = verified.workspaceSlug;
  const studio: Studio = {
    server,
    email,
    cookie,
    slug,
    workspaceId: '',
    publishableKey: '',
    secretKey: '',
    formId: '',
    api: (method, path, given = {}) => request(studio, method, path, given),
  };
  studio.workspaceId = (await studio.api('GET', '/v1/workspace')).body.id;
  const keys = (await studio.api('GET', '/v1/api-keys')).body.items as { kind: string; value: string }[];
  studio.publishableKey = keys.find((key) => key.kind === 'publishable')!.value;
  const made = await studio.api('POST', '/v1/api-keys', { body: { kind: 'secret', name: 'Tests', scopes: allScopes } });
  studio.secretKey = made.body.key;
  studio.formId = (await studio.api('GET', '/v1/lead-forms')).body.items[0].id;
  return studio;
}

/** Signs in and answers `name=value` of the session cookie. */
export async function signInAs(
  server: TestServer,
  email: string,
  headers: Record<string, string> = {},
  password = testPassword,
): Promise<string> {
  const answer = await fetch(`${server.url}/auth/callback/credentials`, {
    method: 'POST',
    headers: { origin: server.url, ...headers },
    body: new URLSearchParams({ email, password }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`signing in answered ${answer.status} without a cookie`);
  return cookie;
}

export function credentialHeaders(studio: Studio, as: As, url = studio.server.url): Record<string, string> {
  switch (as) {
    case 'session':
      return { cookie: studio.cookie, origin: url, 'alloza-workspace': studio.slug };
    case 'secret':
      return { authorization: `Bearer ${studio.secretKey}` };
    case 'publishable':
      return { authorization: `Bearer ${studio.publishableKey}`, origin: siteOrigin };
    case 'none':
      return {};
  }
}

let networks = 0;
/** A network that no other call comes from, for servers that trust one proxy: shared limits are not these tests' subject. */
export function freshNetwork(): string {
  networks += 1;
  return `10.66.${(networks >> 8) & 255}.${networks & 255}`;
}

async function request(studio: Studio, method: string, path: string, options: CallOptions): Promise<Answer> {
  const { body, raw, as = 'session', headers = {}, url = studio.server.url } = options;
  const json = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const response = await fetch(url + path, {
    method,
    headers: {
      ...credentialHeaders(studio, as, url),
      'x-forwarded-for': freshNetwork(),
      ...(body === undefined ? {} : { 'content-type': json }),
      ...headers,
    },
    ...(raw !== undefined ? { body: raw } : body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, body: isJson && text ? JSON.parse(text) : text, headers: response.headers };
}

/** A valid `Alloza-Proof` for a form, solved as the widget solves it. */
export async function solveProof(studio: Studio, formId: string = studio.formId): Promise<string> {
  const answer = await studio.api('POST', '/v1/challenges', {
    as: 'publishable',
    body: { operation: 'leads.create', formId },
  });
  const challenge = JSON.parse(answer.body.challenge) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
