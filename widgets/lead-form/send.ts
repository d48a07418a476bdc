import { type Client, isAllozaError, type Schema } from '@alloza/sdk/core';
import type { challenges, leadForms, leads } from '@alloza/sdk/operations';
import type { LeadInput } from './draft.ts';
import type { Visit } from './lead-input.ts';
import type { Proof } from './proof.ts';

/** The operations of a lead form. */
export type LeadFormClient = Client<{
  challenges: typeof challenges;
  leadForms: typeof leadForms;
  leads: typeof leads;
}>;

/** Codes that a new proof of work cures. */
const staleProof = new Set(['proof_invalid', 'proof_required', 'proof_spent']);

/**
 * Sends one lead. A stale proof is replaced and the send repeated once, under the same idempotency key: whichever
 * try gets through, there is one lead.
 */
export async function sendLead(
  client: LeadFormClient,
  proof: Proof,
  input: LeadInput,
  idempotencyKey: string,
): Promise<Schema<'CreatedLead'>> {
  const attempt = async () => client.leads.create(input, { idempotencyKey, proof: await proof.header() });
  try {
    return await attempt();
  } catch (error) {
    if (!isAllozaError(error)) throw error;
    if (staleProof.has(error.code)) proof.discard();
    else if (error.code === 'too_fast') await new Promise((resolve) => setTimeout(resolve, tooFastPause));
    else throw error;
    return attempt();
  }
}

/** Only met by a visitor whose clock is far ahead, so that the form believed to have waited long enough. */
const tooFastPause = 3000;

/** The page and campaign a visitor came by: the address without its fragment, and its `utm_` parameters. */
export function visitOf(address: string): Visit {
  const url = new URL(address);
  if (!url.protocol.startsWith('http')) return {};
  const utm = [...url.searchParams]
    .filter(([name, value]) => /^utm_\w{1,40}$/.test(name) && value)
    .slice(0, 10)
    .map(([name, value]) => [name.slice(4), value.slice(0, 200)]);
  const pageUrl = `${url.origin}${url.pathname}`.slice(0, 2000);
  return utm.length > 0 ? { pageUrl, utm: Object.fromEntries(utm) } : { pageUrl };
}
