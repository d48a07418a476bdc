import { isDeepStrictEqual as same } from 'node:util';
import { newId, publicId } from '../platform/ids.ts';
import { readTags } from './contacts.ts';
import type { Client, Contact } from './entities.ts';

/** What a merge may change of the client that survives it. */
export type Face = Pick<Client, 'contacts' | 'addresses' | 'tags' | 'consents' | 'custom'> & { source: string | null };

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

/**
 * A face as it would be had it grown from `to` instead of `from`: what is as it was in `from` becomes what it is in `to`,
 * and what was edited since stays, but for addresses that go back to another client.
 */
export function carry(current: Face, from: Face, to: Face, returned: ReadonlySet<string>): Face {
  const unless = <T>(now: T, then: T, wanted: T): T => (same(now, then) ? wanted : now);
  return {
    contacts: carryContacts(current.contacts, from.contacts, to.contacts, returned),
    addresses: carryList(current.addresses, from.addresses, to.addresses),
    tags: carryList(current.tags, from.tags, to.tags),
    source: unless(current.source, from.source, to.source),
    consents: {
      email: unless(current.consents.email, from.consents.email, to.consents.email),
      sms: unless(current.consents.sms, from.consents.sms, to.consents.sms),
    },
    custom: Object.fromEntries(
      Object.keys({ ...current.custom, ...to.custom }).flatMap((name) => {
        const value = unless(current.custom[name], from.custom[name], to.custom[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  };
}

function carryList<T>(current: T[], from: T[], to: T[]): T[] {
  if (same(current, from)) return to;
  const isIn = (list: T[]) => (item: T) => list.some((one) => same(one, item));
  const stays = current.filter((item) => !isIn(from)(item) || isIn(to)(item));
  return [...stays, ...to.filter((item) => !isIn(from)(item) && !isIn(stays)(item))];
}

function carryContacts(current: Contact[], from: Contact[], to: Contact[], returned: ReadonlySet<string>): Contact[] {
  if (same(current, from)) return to;
  const find = (list: Contact[], id: string) => list.find((contact) => contact.id === id);
  const stays = current.flatMap((contact) => {
    const then = find(from, contact.id);
    const wanted = find(to, contact.id);
    if (then && same(contact, then)) return wanted ?? [];
    const id = then && !wanted ? publicId('contact', newId()) : contact.id;
    return { ...contact, id, email: contact.email && returned.has(contact.email) ? null : contact.email };
  });
  return [...stays, ...to.filter(({ id }) => !find(from, id) && !find(stays, id))];
}
