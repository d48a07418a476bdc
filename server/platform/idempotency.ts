import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import { decrypt, encrypt, hashToken } from './crypto.ts';
import { query, sqlState } from './database.ts';
import { problems } from './problem.ts';

export interface Claim {
  scope: string;
  keyHash: Buffer;
  requestHash: Buffer;
}

export interface StoredAnswer {
  status: number;
  body: unknown;
}

const inUse = () => problems.idempotency_key_in_use({ headers: { 'retry-after': '1' } });

/**
 * Claims an Idempotency-Key in the write's transaction. `request` is all that must be the same when it comes again.
 * @returns the claim to store the answer under, or the stored answer to replay
 * @throws 409 while another request holds the key, 422 if it was used with another request
 */
export async function claimKey(
  ctx: Context,
  scope: string,
  key: string,
  request: readonly (string | Uint8Array)[],
): Promise<Claim | StoredAnswer> {
  const requestHash = createHash('sha256');
  for (const part of request) requestHash.update(part);
  const claim: Claim = { scope, keyHash: hashToken(key), requestHash: requestHash.digest() };
  const lock = claim.keyHash.readBigInt64BE() ^ hashToken(`${ctx.workspace.id} ${scope}`).readBigInt64BE();
  // Sent together, but two statements, so that the snapshot of the second is younger than the lock.
  const [[locked], [stored]] = await Promise.all([
    query<{ locked: boolean }>(ctx.em, 'select pg_try_advisory_xact_lock($1) as locked', [String(lock)]),
    query<{ request_hash: Buffer; status: number; answer: Buffer }>(
      ctx.em,
      `select request_hash, status, answer from idempotency_keys
        where workspace_id = $1 and scope = $2 and key_hash = $3 and created_at > $4::timestamptz - interval '24 hours'`,
      [ctx.workspace.id, scope, claim.keyHash, ctx.now],
    ),
  ]);
  if (!locked!.locked) throw inUse();
  if (!stored) return claim;
  if (!stored.request_hash.equals(claim.requestHash)) throw problems.idempotency_key_reused();
  return {
    status: stored.status,
    body: JSON.parse(decrypt(ctx.config.encryptionKeys, place(ctx, claim), stored.answer)),
  };
}

/** Stores a 2xx answer in the same transaction, encrypted: a retry gets it again, and nothing else ran. */
export async function storeAnswer(ctx: Context, claim: Claim, answer: StoredAnswer): Promise<void> {
  const sealed = encrypt(ctx.config.encryptionKeys, place(ctx, claim), JSON.stringify(answer.body ?? null));
  try {
    await query(
      ctx.em,
      `insert into idempotency_keys (workspace_id, scope, key_hash, request_hash, status, answer, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (workspace_id, scope, key_hash) do update
         set request_hash = excluded.request_hash, status = excluded.status, answer = excluded.answer, created_at = excluded.created_at
         where idempotency_keys.created_at <= excluded.created_at - interval '24 hours'`,
      [ctx.workspace.id, claim.scope, claim.keyHash, claim.requestHash, answer.status, sealed, ctx.now],
    );
  } catch (error) {
    if (sqlState(error) === '23505') throw inUse();
    throw error;
  }
}

const place = (ctx: Context, claim: Claim): string =>
  `${ctx.workspace.id}|idempotency_keys|answer|${claim.scope}|${claim.keyHash.toString('hex')}`;
