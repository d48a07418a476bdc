/** Signing in and out: the posts that Auth.js answers on the product's own origin. */
import type { Connection } from '../app/api.ts';
import { postAuth } from '../app/auth-post.ts';

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
    response = await postAuth(connection, '/auth/callback/credentials', {
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

/** Ends the session on the server; true when it is over. */
export async function signOut(connection: Connection): Promise<boolean> {
  const response = await postAuth(connection, '/auth/signout', {}).catch(() => undefined);
  return response?.ok ?? false;
}
