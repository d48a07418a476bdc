/** The posts that Auth.js and the way to Google answer, on the product's own origin. */
import type { Connection } from './api.ts';

/** Sends a form with the session's cookie. Throws if the network fails. */
export async function postAuth(
  { baseUrl, fetch = globalThis.fetch }: Connection,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  const request = new Request(new URL(path, baseUrl), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'x-auth-return-redirect': '1' },
    body: new URLSearchParams(fields),
  });
  return fetch(request);
}

/** Where Google asks who somebody is, or why it can't be asked: the problem's code, or a word for no answer of use. */
export type AtGoogle = { url: string } | { code: string };

async function begin(connection: Connection, path: string, fields: Record<string, string>): Promise<AtGoogle> {
  const response = await postAuth(connection, path, fields).catch(() => undefined);
  if (!response) return { code: 'offline' };
  if (response.status === 429) return { code: 'busy' };
  const { url, code }: { url?: string; code?: string } = await response.json().catch(() => ({}));
  if (response.ok && url) return { url };
  return { code: response.status < 500 && code ? code : 'broken' };
}

/** Begins signing in with Google; people come back to `next`, a path of the dashboard. */
export const startGoogle = (connection: Connection, next: string): Promise<AtGoogle> =>
  begin(connection, '/auth/signin/google', { next });

/** Begins linking a Google account to the one that is signed in, whose password it takes. */
export const linkGoogle = (connection: Connection, next: string, password: string): Promise<AtGoogle> =>
  begin(connection, '/auth/link/google', { next, password });
