import { isDeepStrictEqual as same } from 'node:util';
import { newId, publicId } from '../platform/ids.ts';
import { readTags } from './contacts.ts';
import type { Client, Contact } from './entities.ts';

/** What a merge may change of the client that survives it. */
export type Face = Pick<Client, 'contacts' | 'addresses' | 'tags' | 'consents' | 'custom'> & { source: string | null };

/** What undoing a merge needs to know. */
export interface Merged {
  /** The survivor before and after the merge. */
  before: Face;
  after: Face;
  /** The client that went, as it was. */
  other: Face;
}

export const faceOf = ({ contacts, addresses, tags, source, consents, custom }: Client): Face =>
  structuredClone({ contacts, addresses, tags, source: source ?? null, consents, custom });

/** The survivor of a merge: its own, and what only the other has. */
export const combine = (survivor: Face, other: Face): Face => ({
  contacts: joinContacts(survivor.contacts, other.contacts),
  addresses: [
    ...survivor.addresses,
    ...other.addresses.filter((address) => !survivor.addresses.some((own) => same(own, address))),
  ],
  tags: readTags([...survivor.tags, ...other.tags]),
  source: survivor.source ?? other.source,
  consents: {
    email: binding(survivor.consents.email, other.consents.email),
    sms: binding(survivor.consents.sms, other.consents.sms),
  },
  custom: { ...other.custom, ...survivor.custom },
});

/** Two contacts of one name are one person unless their addresses or numbers differ. */
const isSamePerson = (a: Contact, b: Contact): boolean =>
  a.name.toLowerCase() === b.name.toLowerCase() &&
  (['email', 'phone'] as const).every((key) => !a[key] || !b[key] || a[key] === b[key]);

function joinContacts(own: Contact[], others: Contact[]): Contact[] {
  const joined = [...own];
  for (const contact of others) {
    const index = joined.findIndex((candidate) => isSamePerson(candidate, contact));
    const { email, phone } = joined[index] ?? {};
    if (index < 0) joined.push(contact);
    else joined[index] = { ...joined[index]!, email: email ?? contact.email, phone: phone ?? contact.phone };
  }
  return joined;
}

type Consent = Client['consents']['email'];

/** A withdrawal outlives a consent given under the other record; of two that say the same, the later holds. */
function binding(a: Consent, b: Consent): Consent {
  if (!a || !b) return a ?? b;
  if (a.given !== b.given) return a.given ? b : a;
  return Date.parse(b.at) > Date.parse(a.at) ? b : a;
}

/** The survivor without what the merge brought. What was edited since stays as it is, but for addresses that go back. */
export function separate(current: Face, { before, after, other }: Merged): Face {
  const unless = <T>(now: T, merged: T, former: T): T => (same(now, merged) ? former : now);
  const added = <T>(list: (face: Face) => T[]) =>
    list(after).filter((item) => !list(before).some((own) => same(own, item)));
  const addedAddresses = added((face) => face.addresses);
  const addedTags = added((face) => face.tags);
  return {
    contacts: separateContacts(current.contacts, before.contacts, after.contacts, other.contacts),
    addresses: current.addresses.filter((address) => !addedAddresses.some((one) => same(one, address))),
    tags: current.tags.filter((tag) => !addedTags.includes(tag)),
    source: unless(current.source, after.source, before.source),
    consents: {
      email: unless(current.consents.email, after.consents.email, before.consents.email),
      sms: unless(current.consents.sms, after.consents.sms, before.consents.sms),
    },
    custom: Object.fromEntries(
      Object.entries(current.custom).flatMap(([name, value]) => {
        const kept = unless(value, after.custom[name], before.custom[name]);
        return kept === undefined ? [] : [[name, kept]];
      }),
    ),
  };
}

function separateContacts(current: Contact[], before: Contact[], after: Contact[], others: Contact[]): Contact[] {
  const returned = new Set(others.flatMap(({ email }) => email ?? []));
  return current.flatMap((contact) => {
    const own = before.find(({ id }) => id === contact.id);
    const merged = after.find(({ id }) => id === contact.id);
    if (merged && same(contact, merged)) return own ?? [];
    const id = merged && !own ? publicId('contact', newId()) : contact.id;
    return { ...contact, id, email: contact.email && returned.has(contact.email) ? null : contact.email };
  });
}
