// Standard Webhooks 1.0: what Alloza sends to your endpoint, and how to know that it did.
import type { AllozaEvent, EventType } from './types.ts';

export type { AllozaEvent, EventType } from './types.ts';

/** The raw bytes of a request's body, or their text. Parsed and serialised again they would no longer match. */
export type RawBody = string | Uint8Array<ArrayBuffer> | ArrayBuffer;

/** A request's headers: `Headers`, or the plain object of node:http and the frameworks on it. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/** How `verify` measures time. */
export interface VerifyOptions {
  /** Seconds that the sender's clock may be off, in either direction. 300 by default. */
  tolerance?: number;
  /** The present time in milliseconds. `Date.now` by default. */
  now?: () => number;
}

/** How `sign` names and dates what it signs. */
export interface SignOptions {
  /** The message's id, the same on every attempt. A random one by default. */
  id?: string;
  /** The present time in milliseconds. `Date.now` by default. */
  now?: () => number;
}

/** The message is not from Alloza, or it is too old to be trusted. Answer 400 and do nothing. */
export class WebhookVerificationError extends Error {
  override name = 'WebhookVerificationError';
}

/**
 * Reads a webhook, if it is genuine.
 *
 * @param body The raw body, as it arrived.
 * @param headers The request's headers; `webhook-id`, `webhook-timestamp` and `webhook-signature` are read.
 * @param secrets The endpoint's secret (`whsec_...`, HMAC-SHA256) or public key (`whpk_...`, Ed25519). Several while one
 * replaces another; one that matches is enough.
 * @returns The event. `webhook-id` stays the same when it is delivered again.
 * @throws WebhookVerificationError when a header is missing, the timestamp is too far off, or no signature matches.
 * @throws TypeError when a secret is not one, or the body has been parsed.
 */
export async function verify(
  body: RawBody,
  headers: WebhookHeaders,
  secrets: string | readonly string[],
  { tolerance = 300, now = Date.now }: VerifyOptions = {},
): Promise<AllozaEvent> {
  const copy = copyOf(body);
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headerOf(headers, name));
  if (!id || !timestamp || !signatures) throw new WebhookVerificationError('A webhook header is missing');
  if (!/^\d+$/.test(timestamp) || Math.abs(now() / 1000 - Number(timestamp)) > tolerance) {
    throw new WebhookVerificationError('The webhook is too old, or from the future');
  }
  const message = await messageOf(id, timestamp, copy);
  for (const secret of [secrets].flat()) {
    const { version, key } = await keyOf(secret, 'verify');
    for (const signature of signatures.split(' ')) {
      const [name, value = ''] = signature.split(',');
      const given = name === version && fromBase64(value);
      if (given && (await crypto.subtle.verify(key.algorithm, key, given, message))) {
        return JSON.parse(await copy.text());
      }
    }
  }
  throw new WebhookVerificationError('No signature matches');
}

/**
 * Signs a body as Alloza does, to test your own endpoint.
 *
 * @param body The raw body to send.
 * @param secret `whsec_...`; any base64 behind it will do.
 * @returns The three headers to send with it.
 */
export async function sign(
  body: RawBody,
  secret: string,
  { id = `msg_${crypto.randomUUID()}`, now = Date.now }: SignOptions = {},
) {
  const timestamp = String(Math.floor(now() / 1000));
  const { version, key } = await keyOf(secret, 'sign');
  const signature = await crypto.subtle.sign(key.algorithm, key, await messageOf(id, timestamp, copyOf(body)));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `${version},${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
  };
}

/** One function for each event that you act on, and `otherwise` for all others, also those that are yet to come. */
export type Handlers<Result> = { [Type in EventType]?: (event: AllozaEvent<Type>) => Result } & {
  otherwise: (event: AllozaEvent) => Result;
};

/**
 * Makes one function of several, by the event's type.
 *
 * @example
 * const handle = handlers({
 *   'lead.created': ({ data }) => notify(data.id),
 *   otherwise: () => {},
 * });
 * await handle(await verify(body, headers, secret));
 */
export function handlers<Result>(byType: Handlers<Result>): (event: AllozaEvent) => Result {
  return (event) => {
    const handler = Object.hasOwn(byType, event.type) && byType[event.type];
    return ((handler || byType.otherwise) as (event: AllozaEvent) => Result)(event);
  };
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  const entries = headers instanceof Headers ? [...headers] : Object.entries(headers);
  return entries.find(([key]) => key.toLowerCase() === `webhook-${name}`)?.[1]?.toString();
}

/** A copy of the body: what has been verified is what is read, whatever becomes of the caller's bytes meanwhile. */
function copyOf(body: RawBody): Blob {
  if (typeof body === 'string' || body instanceof Uint8Array || body instanceof ArrayBuffer) return new Blob([body]);
  throw new TypeError('Pass the raw body, not the parsed one');
}

/** What a signature is of. */
const messageOf = (id: string, timestamp: string, body: Blob) => new Blob([`${id}.${timestamp}.`, body]).arrayBuffer();

/** A secret as a key, with the name that its signatures bear. */
async function keyOf(secret: string, use: 'sign' | 'verify') {
  const [, kind, encoded = ''] = /^(whsec|whpk)_(.+)$/.exec(secret) ?? [];
  const bytes = fromBase64(encoded);
  const isPublic = kind === 'whpk';
  if (!kind || !bytes || (isPublic && use === 'sign')) throw new TypeError(`Not a secret to ${use} with`);
  const algorithm = isPublic ? { name: 'Ed25519' } : { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, [use]);
  return { version: isPublic ? 'v1a' : 'v1', key };
}

/** Undefined when the text is not base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
