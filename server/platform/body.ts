import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { type FieldError, problems } from './problem.ts';
import { namesTaxNumber } from './tax-numbers.ts';

const maxDepth = 24;

/** Reads a body whole, counting bytes as they come: neither a lying Content-Length nor an endless body gets further. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => problems.body_too_large({ detail: `At most ${limit} bytes` });
  const announced = request.headers.get('content-length');
  if (Number(announced ?? 0) > limit) throw tooLarge();
  // Node's parser lets through no more than was announced, so such a body is taken in one piece, which costs far less.
  if (announced !== null) return new Uint8Array(await request.arrayBuffer().catch(refuseHalf));
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(refuseHalf);
      if (done) break;
      size += value.byteLength;
      if (size > limit) throw tooLarge();
      chunks.push(value);
    }
  } finally {
    reader.releaseLock();
  }
  return Buffer.concat(chunks, size);
}

/** The client has gone, or was too slow: nobody reads this answer, and it is no fault of ours to be logged. */
const refuseHalf = (): never => {
  throw problems.invalid_request({ detail: 'The body ended early' });
};

const lingerMs = 10_000;
const lingerBytes = 64 * 1024 ** 2;

/**
 * An answer's body that is sent at once and ends when the request's own body has: closing earlier would reset the
 * connection, and a client that writes until it is done would lose the answer. What comes is thrown away, for at most
 * ten seconds or 64 MiB.
 */
export function answerToUnread(text: string, request: Request): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(text)),
    async pull(controller) {
      await discardRest(request);
      controller.close();
    },
  });
}

async function discardRest(request: Request): Promise<void> {
  if (!request.body || request.body.locked) return;
  const reader = request.body.getReader();
  const timer = setTimeout(() => reader.cancel(), lingerMs);
  try {
    for (let size = 0; size < lingerBytes; ) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.byteLength;
    }
  } catch {
    // The client has gone.
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => {});
  }
}

/** Parses JSON strictly: valid UTF-8, and no text that PostgreSQL can't keep. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problems.invalid_encoding();
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problems.invalid_json();
  }
  return clean(value);
}

const cardNumber = /(?<![\d+])(?:\d[ -]?){12,18}\d(?!\d)/g;

/** Masks what looks like a card number: no text field keeps one (P09). */
export const maskCardNumbers = (text: string): string =>
  text.length < 13
    ? text
    : text.replace(cardNumber, (match) => {
        const digits = match.replace(/\D/g, '');
        return passesLuhn(digits) ? `${'•'.repeat(digits.length - 4)}${digits.slice(-4)}` : match;
      });

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = Number(digits[digits.length - 1 - index]);
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Fields whose digits are meant: telephone numbers and secrets. */
const unmasked = new Set(['phone', 'password', 'token']);

function clean(root: unknown): unknown {
  const errors: FieldError[] = [];
  const refuse = (pointer: string, code: string, message: string) => errors.push({ pointer, code, message });
  const visit = (value: unknown, pointer: string, key: string, depth: number): unknown => {
    if (typeof value === 'string') {
      if (value.includes('\u0000')) refuse(pointer, 'control_character', 'The character U+0000 can not be stored');
      if (!value.isWellFormed()) refuse(pointer, 'lone_surrogate', 'The text is not valid Unicode');
      return unmasked.has(key) ? value : maskCardNumbers(value);
    }
    if (typeof value === 'number' && !Number.isFinite(value)) refuse(pointer, 'number', 'The number is too large');
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= maxDepth) {
      refuse(pointer, 'depth', `Nested deeper than ${maxDepth} levels`);
      return null;
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${pointer}/${index}`, key, depth + 1));
    const result: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) {
      const place = `${pointer}/${/[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name}`;
      if (name === '__proto__' || name.includes('\u0000') || !name.isWellFormed()) {
        refuse(place.toWellFormed().replaceAll('\u0000', ''), 'property_name', 'The property can not have this name');
        continue;
      }
      if (namesTaxNumber(name)) refuse(place, 'tax_number', 'Social security and employer numbers are never stored');
      result[name] = visit(item, place, name, depth + 1);
    }
    return result;
  };
  const cleaned = visit(root, '', '', 0);
  if (errors.length > 0) throw problems.invalid_request({ errors: errors.slice(0, 20) });
  return cleaned;
}

/** The address of the caller: the socket's, or what the nearest trusted proxies say. */
export function clientAddress(
  incoming: IncomingMessage | undefined,
  forwarded: string | undefined,
  trustedProxies: number,
): string {
  // Without the zone of a link-local address, which means something on one machine only.
  const plain = (address: string) => address.trim().replace(/%.*/, '');
  const socket = plain(incoming?.socket?.remoteAddress ?? '127.0.0.1');
  if (trustedProxies === 0 || !forwarded) return socket;
  const address = plain(forwarded.split(',').at(-trustedProxies) ?? '');
  return isIP(address) ? address : socket;
}
