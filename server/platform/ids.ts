import { fromString, toUUID } from 'typeid-js';
import { v7 } from 'uuid';
import { takeRandom } from './random.ts';

/** The closed table of id prefixes, one per noun. Ids are TypeIDs outside and plain UUIDs in the database. */
export const prefixes = {
  user: 'user',
  session: 'sess',
  workspace: 'ws',
  member: 'mem',
  invitation: 'inv',
  apiKey: 'key',
  connection: 'conn',
  file: 'file',
  change: 'chg',
  note: 'note',
  client: 'cli',
  contact: 'con',
  clientMerge: 'cmrg',
  savedView: 'view',
  project: 'proj',
  projectStage: 'pstage',
  task: 'task',
  taskTemplate: 'ttpl',
  import: 'imp',
  leadForm: 'lform',
  leadStage: 'stage',
  lead: 'lead',
  event: 'evt',
  mail: 'mail',
  request: 'req',
} as const;

export type Noun = keyof typeof prefixes;

/** The time and running number of the newest id: ids of one process are in the order in which they were made. */
const newest = { msecs: 0, seq: 0 };

/** A new time-ordered UUID (version 7), as stored. */
export function newId(): string {
  const random = takeRandom(16);
  const now = Date.now();
  if (now > newest.msecs) {
    newest.msecs = now;
    // Half of the 32 bits are left for those of the same millisecond.
    newest.seq = random.readUInt32BE(0) >>> 1;
  } else newest.seq += 1;
  return v7({ random, ...newest });
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** Ten bits as two characters. */
const pairs = Array.from({ length: 1024 }, (_, bits) => alphabet[bits >> 5]! + alphabet[bits & 31]!);

/** The public form of a stored id: `lead_01h45...`. Written out here because a page of a list makes some hundred. */
export function publicId(noun: Noun, uuid: string): string {
  const hex = uuid.replaceAll('-', '');
  let text = `${prefixes[noun]}_${pairs[Number.parseInt(hex.slice(0, 2), 16)]}`;
  for (let at = 2; at < 32; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    text += pairs[bits >> 10]! + pairs[bits & 1023]!;
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
