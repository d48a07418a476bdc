/** Signing in and out: the posts that Auth.js answers on the product's own origin. */
import type { Connection } from '../app/api.ts';

export type SignInResult = 'done' | 'refused' | 'busy' | 'offline' | 'broken';

/**
 * Tries e-mail and password. The answer never tells which of the two was wrong.
 * @param link the token of a Google account that signs in too from now on
 */
export async function signIn(
  connection: Connection,
  email: string,
  password: string,
  link = '',
): Promise<SignInResult> {
  let response: Response;
  try {
    response = await post(connection, '/auth/callback/credentials', {
      email,
      password,
      ...(link ? { link } : {}),
    });
  } catch {
    return 'offline';
  }
  if (response.status === 429) return 'busy';
  if (response.status === 401 || response.status === 403) return 'refused';
  if (!response.ok) return 'broken';
  const { url = '' }: { url?: string } = await response.json().catch(() => ({}));
  return new URL(url, connection.baseUrl).searchParams.has('error') ? 'refused' : 'done';
}

/** Where Google asks who somebody is; they come back to `next`, a path of the dashboard. */
export async function startGoogle(
  connection: Connection,
  next: string,
): Promise<{ url: string } | Exclude<SignInResult, 'done' | 'refused'>> {
  const response = await post(connection, '/auth/signin/google', { next }).catch(() => undefined);
  if (!response) return 'offline';
  if (response.status === 429) return 'busy';
  const { url }: { url?: string } = response.ok ? await response.json().catch(() => ({})) : {};
  return url ? { url } : 'broken';
}

/** Ends the session on the server; true when it is over. */
export async function signOut(connection: Connection): Promise<boolean> {
  const response = await post(connection, '/auth/signout', {}).catch(() => undefined);
  return response?.ok ?? false;
}

async function post({ baseUrl, fetch = globalThis.fetch }: Connection, path: string, fields: Record<string, string>) {
  const request = new Request(new URL(path, baseUrl), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'x-auth-return-redirect': '1' },
    body: new URLSearchParams(fields),
  });
  return fetch(request);
}
