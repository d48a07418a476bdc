import { createHook } from 'node:async_hooks';
import { eventually, type TestServer } from '../platform/testing.ts';
import { freshNetwork } from '../platform/testing-studio.ts';
import type { SandboxMail } from '../sandbox/resend-mail.ts';

export const password = 'correct horse battery';

let people = 0;
export const freshEmail = (): string => {
  people += 1;
  return `person-${people}@example.com`;
};

export interface PostOptions {
  headers?: Record<string, string>;
  from?: string;
}

/** Sends JSON as a program without a cookie does, from a network of its own. */
export const post = (server: Pick<TestServer, 'url'>, path: string, body: unknown, options: PostOptions = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': options.from ?? freshNetwork(),
      ...options.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

export const registration = (email: string, more: Record<string, unknown> = {}) => ({
  name: 'Nora Beck',
  email,
  studioName: 'Beck Pictures',
  ...more,
});

export const mailsTo = (server: TestServer, email: string): SandboxMail[] =>
  server.sandbox.mails().filter((mail) => mail.to.includes(email));

/** The newest mail to an address, once there are as many as expected. */
export async function waitForMail(server: TestServer, email: string, count = 1): Promise<SandboxMail> {
  const mails = await eventually(
    `mail ${count} to ${email}`,
    () => {
      const found = mailsTo(server, email);
      return found.length >= count && found;
    },
    30_000,
  );
  return mails[0]!;
}

/** The token a person gets by pressing the button of a mail. */
export function tokenOf(mail: SandboxMail): string {
  const token = /#token=([\w-]+)/.exec(mail.text ?? '')?.[1];
  if (!token) throw new Error('The mail holds no token');
  return token;
}

export async function register(server: TestServer, email: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await post(server, '/v1/account/register', registration(email, more));
  if (answer.status !== 202) throw new Error(`register answered ${answer.status}`);
  const token = tokenOf(await waitForMail(server, email));
  const verified = await post(server, '/v1/account/verify-email', { token, password });
  if (verified.status !== 200) throw new Error(`verify answered ${verified.status}`);
  return ((await verified.json()) as { workspaceSlug: string }).workspaceSlug;
}

export interface SignInOptions {
  from?: string;
  headers?: Record<string, string>;
}

/** What the sign-in page sends. */
export const signIn = (
  server: Pick<TestServer, 'url'>,
  email: string,
  secret: string = password,
  { from, headers = {} }: SignInOptions = {},
): Promise<Response> =>
  fetch(`${server.url}/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: server.url, 'x-forwarded-for': from ?? freshNetwork(), ...headers },
    body: new URLSearchParams({ email, password: secret }),
  });

/** `name=value` of the session cookie an answer sets; undefined if it sets none or clears it. */
export const cookieOf = (response: Response): string | undefined =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .find((cookie) => /^__Host-alloza=./.test(cookie));

export const headerNames = (response: Response): string[] => {
  const names: string[] = [];
  response.headers.forEach((_value, name) => void names.push(name));
  return names.sort();
};

/** Signs in and answers the cookie. */
export async function session(
  server: Pick<TestServer, 'url'>,
  email: string,
  options?: SignInOptions,
  secret: string = password,
) {
  const cookie = cookieOf(await signIn(server, email, secret, options));
  if (!cookie) throw new Error('Signing in gave no session');
  return cookie;
}

/** Whether a cookie is a session's, as the server at this address sees it. */
export const isSignedIn = async (server: Pick<TestServer, 'url'>, cookie: string): Promise<boolean> =>
  (await fetch(`${server.url}/v1/account`, { headers: { cookie } })).status === 200;

/**
 * Watches what argon2 computes while a function runs: how many hashes and verifications, and how many of them at once.
 * Each is one piece of native work, the only kind of asynchronous resource without a name; nothing in the product is
 * touched to watch it.
 */
export async function watchHashing(work: () => Promise<unknown>): Promise<{ count: number; peak: number }> {
  const underWay = new Set<number>();
  const seen = { count: 0, peak: 0 };
  const hook = createHook({
    init(id, type) {
      if (type !== 'undefined') return;
      underWay.add(id);
      seen.count += 1;
      seen.peak = Math.max(seen.peak, underWay.size);
    },
    before(id) {
      underWay.delete(id);
    },
  }).enable();
  try {
    await work();
  } finally {
    hook.disable();
  }
  return seen;
}

export const countHashing = async (work: () => Promise<unknown>): Promise<number> => (await watchHashing(work)).count;
