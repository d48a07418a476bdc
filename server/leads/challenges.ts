import type { components } from '../../sdk/schema.ts';
import type { Caller } from '../platform/authenticate.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/ids.ts';
import { createProofChallenge, spendProof } from '../platform/proof.ts';
import { errors } from './errors.ts';
import { findForm } from './forms.ts';

type Counts = Map<string, number>;
const recent = { minute: 0, now: new Map() as Counts, before: new Map() as Counts };

/**
 * How many challenges a form has been asked for in this process, in this minute or, if that was more, in the one
 * before: difficulty follows it, and doesn't fall because a minute is over.
 */
function pressure(formId: string): number {
  const minute = Math.floor(Date.now() / 60_000);
  if (recent.minute !== minute) {
    recent.before = recent.minute === minute - 1 ? recent.now : new Map();
    recent.now = new Map();
    recent.minute = minute;
  }
  const count = (recent.now.get(formId) ?? 0) + 1;
  recent.now.set(formId, count);
  return Math.max(count, recent.before.get(formId) ?? 0);
}

async function bindingOf(ctx: Context, caller: Caller, given: string) {
  const form = await findForm(ctx, given);
  if (!form)
    throw errors.form_not_found({
      errors: [{ pointer: '/formId', code: 'not_found', message: 'is no form of this studio' }],
    });
  return { keyId: publicId('apiKey', caller.id!), operation: 'leads.create', formId: publicId('leadForm', form.id) };
}

export async function createChallenge(
  ctx: Context,
  caller: Caller,
  formId: string,
): Promise<components['schemas']['Challenge']> {
  const binding = await bindingOf(ctx, caller, formId);
  return createProofChallenge(ctx, binding, pressure(binding.formId));
}

/** Spends a visitor's solution for the form. */
export async function requireProof(
  ctx: Context,
  caller: Caller,
  formId: string | undefined,
  proof: string | undefined,
): Promise<void> {
  await spendProof(ctx, proof, await bindingOf(ctx, caller, formId ?? ''));
}
