import type { Context } from '../platform/context.ts';
import { hashToken, randomToken } from '../platform/crypto.ts';
import { query } from '../platform/database.ts';
import { type EncryptedColumn, seal, unseal } from '../platform/encrypted.ts';
import { newId } from '../platform/ids.ts';
import { errors } from './errors.ts';

export type Purpose = 'register' | 'reset' | 'email' | 'google';

export const tokenPayloads: EncryptedColumn = { table: 'account_tokens', column: 'payload', inWorkspace: false };

/** How long the link in a mail works, or a page that waits for a password. */
export const lifetimeMinutes: Record<Purpose, number> = { register: 60, reset: 30, email: 60, google: 15 };

/**
 * Makes a one-use token for a link in a mail or to a page; newer ones void older ones of the same purpose. Call it as system.
 * @param payload kept encrypted until the token is used or expires
 */
export async function issueToken(
  ctx: Context,
  purpose: Purpose,
  email: string,
  payload: object | null,
): Promise<string> {
  const token = randomToken();
  const id = newId();
  const sealed = payload && seal(ctx.config, tokenPayloads, { id }, JSON.stringify(payload));
  await query(ctx.em, 'delete from account_tokens where email = $1 and purpose = $2', [email, purpose]);
  await query(
    ctx.em,
    `insert into account_tokens (id, purpose, email, token_hash, payload, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $6::timestamptz + make_interval(mins => $7))`,
    [id, purpose, email, hashToken(token), sealed, ctx.now, lifetimeMinutes[purpose]],
  );
  return token;
}

interface Row {
  id: string;
  email: string;
  payload: Buffer | null;
}

interface Held<Payload> {
  email: string;
  payload: Payload | null;
}

const valid = 'from account_tokens where token_hash = $1 and purpose = $2 and expires_at > $3';

/** What a token stands for, left as it is; null for one that is not valid. Call it as system. */
export async function readToken<Payload>(ctx: Context, purpose: Purpose, token: string): Promise<Held<Payload> | null> {
  const [row] = await query<Row>(ctx.em, `select id, email, payload ${valid}`, [hashToken(token), purpose, ctx.now]);
  return row ? open(ctx, row) : null;
}

/** Uses a token up: of many at once, one succeeds. Call it as system. @throws 409 `token_invalid` */
export async function useToken<Payload>(ctx: Context, purpose: Purpose, token: string): Promise<Held<Payload>> {
  const values = [hashToken(token), purpose, ctx.now];
  const [row] = await query<Row>(ctx.em, `delete ${valid} returning id, email, payload`, values);
  if (!row) throw errors.token_invalid();
  return open(ctx, row);
}

function open<Payload>(ctx: Context, { id, email, payload }: Row): Held<Payload> {
  const text = payload && unseal(ctx.config, tokenPayloads, { id }, payload);
  return { email, payload: text ? (JSON.parse(text) as Payload) : null };
}
