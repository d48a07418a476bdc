import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { components } from '../../sdk/schema.ts';
import type { Context } from './context.ts';
import { hashToken, sign } from './crypto.ts';
import { query } from './database.ts';
import { defineErrors } from './problem.ts';

export const proofErrors = defineErrors({
  proof_required: { status: 422, title: 'A solved challenge is needed in Alloza-Proof' },
  proof_invalid: { status: 422, title: 'The solution is not valid for this request' },
  proof_spent: { status: 409, title: 'The solution was used already' },
  too_fast: { status: 422, title: 'The form was sent faster than a person fills it in' },
});

const lifetimeMs = 30 * 60_000;

/** What a challenge is bound to: a solution for one key, operation and form fits no other. */
export interface ProofBinding {
  keyId: string;
  operation: string;
  formId: string;
}

const secretOf = (ctx: Context): string => sign(ctx.config.AUTH_SECRET, 'proof-of-work', 'v1');

/** A challenge bound to its use. Its cost doubles for every hundred challenges the form has seen in a minute. */
export async function createProofChallenge(
  ctx: Context,
  binding: ProofBinding,
  recentRequests: number,
): Promise<components['schemas']['Challenge']> {
  const now = ctx.now.getTime();
  const notBefore = now + ctx.config.MINIMUM_FILL_MS;
  const pressure = Math.min(16, 2 ** Math.floor(recentRequests / 100));
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    deriveKey,
    cost: ctx.config.PROOF_COST * pressure,
    expiresAt: new Date(now + lifetimeMs),
    hmacSignatureSecret: secretOf(ctx),
    data: { ...binding, notBefore },
  });
  return {
    challenge: JSON.stringify(challenge),
    notBefore: new Date(notBefore).toISOString(),
    expiresAt: new Date(now + lifetimeMs).toISOString(),
  };
}

/**
 * Checks a solution and spends it in the write's transaction, so that one solution makes at most one write.
 * @throws proof_required, proof_invalid, too_fast or proof_spent
 */
export async function spendProof(ctx: Context, proof: string | undefined, binding: ProofBinding): Promise<void> {
  if (!proof) throw proofErrors.proof_required();
  const { challenge, solution } = readProof(proof);
  const data = challenge.parameters.data ?? {};
  const bound = data.keyId === binding.keyId && data.operation === binding.operation && data.formId === binding.formId;
  if (!bound) throw proofErrors.proof_invalid();
  const result = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secretOf(ctx) }).catch(
    () => null,
  );
  const expiresAt = Number(challenge.parameters.expiresAt) * 1000;
  // Expiry is PostgreSQL's clock's to decide, like everything else that ends.
  if (!result?.verified || !(expiresAt > ctx.now.getTime())) throw proofErrors.proof_invalid();
  if (ctx.now.getTime() < Number(data.notBefore)) throw proofErrors.too_fast();
  const spent = await query(
    ctx.em,
    `insert into spent_proofs (workspace_id, proof_hash, expires_at) values ($1, $2, $3) on conflict do nothing returning 1`,
    [ctx.workspace.id, hashToken(`${challenge.signature}`), new Date(expiresAt)],
  );
  if (spent.length === 0) throw proofErrors.proof_spent();
}

type Payload = Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>;

function readProof(proof: string): Payload {
  try {
    const payload = JSON.parse(Buffer.from(proof, 'base64').toString('utf8')) as Payload;
    const { parameters, signature } = payload.challenge;
    const wellFormed =
      typeof signature === 'string' && typeof parameters.nonce === 'string' && typeof parameters.salt === 'string';
    const cheap =
      Number(parameters.cost) <= 1_000_000 && parameters.keyLength <= 64 && parameters.algorithm === 'PBKDF2/SHA-256';
    if (
      !wellFormed ||
      !cheap ||
      !Number.isInteger(payload.solution.counter) ||
      typeof payload.solution.derivedKey !== 'string'
    )
      throw new Error('form');
    return payload;
  } catch {
    throw proofErrors.proof_invalid();
  }
}
