import { randomFillSync } from 'node:crypto';
import { fromString, toUUID } from 'typeid-js';
import { v7 } from 'uuid';

/** The closed table of id prefixes, one per noun. Ids are TypeIDs outside and plain UUIDs in the database. */
export const prefixes = {
  user: 'user',
  session: 'sess',
  workspace: 'ws',
  member: 'mem',
  apiKey: 'key',
  file: 'file',
  change: 'chg',
  note: 'note',
  leadForm: 'lform',
  leadStage: 'stage',
  lead: 'lead',
  event: 'evt',
  mail: 'mail',
  request: 'req',
} as const;

export type Noun = keyof typeof prefixes;

const pool = new Uint8Array(4096);
let used = pool.length;
let lastMs = 0;
let sequence = 0;

/**
 * A new time-ordered UUID (version 7), as stored. Those of one process ascend. Random bytes are drawn in large pieces:
 * drawing them one id at a time costs more than all the rest.
 */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    sequence = ((random[6]! & 0x7f) << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]!;
  } else sequence += 1;
  return v7({ random, msecs: lastMs, seq: sequence });
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** Ten bits as two characters. */
const pairs = Array.from({ length: 1024 }, (_, bits) => alphabet[bits >> 5]! + alphabet[bits & 31]!);
const hyphen = '-'.charCodeAt(0);
const valueOf = new Uint8Array(128);
for (const [value, digit] of [...'0123456789abcdef'].entries()) valueOf[digit.charCodeAt(0)] = value;

/** The public form of a stored id: `lead_01h45...`. Written out here because a page of a list makes some hundred. */
export function publicId(noun: Noun, uuid: string): string {
  let text = `${prefixes[noun]}_`;
  // 128 bits make 26 characters of five with two zero bits in front.
  let bits = 0;
  let count = 2;
  for (let at = 0; at < uuid.length; at += 1) {
    const digit = uuid.charCodeAt(at);
    if (digit === hyphen) continue;
    bits = (bits << 4) | valueOf[digit]!;
    count += 4;
    if (count < 10) continue;
    count -= 10;
    text += pairs[bits >> count];
    bits &= (1 << count) - 1;
  }
  return text;
}

/** The stored form of a public id, or null if it is not an id of that noun (callers answer 404 or 422). */
export function storedId(noun: Noun, id: string): string | null {
  try {
    return toUUID(fromString(id, prefixes[noun]));
  } catch {
    return null;
  }
}

/** The noun and stored id of a public id of any noun, or null. */
export function parseAnyId(id: string): { noun: Noun; uuid: string } | null {
  const prefix = id.slice(0, id.lastIndexOf('_'));
  const noun = (Object.keys(prefixes) as Noun[]).find((candidate) => prefixes[candidate] === prefix);
  const uuid = noun ? storedId(noun, id) : null;
  return noun && uuid ? { noun, uuid } : null;
}
