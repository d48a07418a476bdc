import type { components } from '../../sdk/schema.ts';
import { getWorkspace } from '../account/service.ts';
import type { Context } from '../platform/context.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { newId, publicId } from '../platform/ids.ts';
import { normalizePhone } from '../platform/phone.ts';
import { invalid } from '../platform/problem.ts';
import type { Consents, Contact } from './entities.ts';

type Schemas = components['schemas'];
type ChannelConsent = Schemas['ChannelConsent'];
export type ConsentSource = ChannelConsent['source'];

/** What a client says about a channel: yes or no as of now, or a statement made elsewhere with its time and proof. */
export interface ConsentStatements {
  email?: boolean | ChannelConsent | undefined;
  sms?: boolean | ChannelConsent | undefined;
}

/** E.164, national numbers read by the studio's country. @throws 422 at the pointer */
export async function readPhone(ctx: Context, given: string, pointer = '/phone'): Promise<string> {
  const workspace = given.trim().startsWith('+') ? null : await getWorkspace(ctx);
  const phone = await normalizePhone(given, workspace?.timeZone);
  if (!phone) throw invalid(pointer, 'format', 'must be a telephone number, best with its country code');
  return phone;
}

/** A name without the blanks around it. @throws 422 if nothing is left */
export function readName(given: string, pointer: string): string {
  const name = given.trim();
  if (!name) throw invalid(pointer, 'required', 'is required');
  return name;
}

/**
 * Contacts as they are stored. One with an id keeps it, and must be a contact the client has; others get one.
 * @throws 422 with the contact's place
 */
export async function readContacts(
  ctx: Context,
  given: Schemas['ClientContactInput'][],
  current: readonly Contact[],
): Promise<Contact[]> {
  const contacts: Contact[] = [];
  for (const [index, { id, name, email, phone, role }] of given.entries()) {
    const pointer = `/contacts/${index}`;
    if (id !== undefined && !current.some((contact) => contact.id === id))
      throw invalid(`${pointer}/id`, 'not_found', 'is no contact of this client');
    if (id !== undefined && contacts.some((contact) => contact.id === id))
      throw invalid(`${pointer}/id`, 'repeated', 'is given twice');
    contacts.push({
      id: id ?? publicId('contact', newId()),
      name: readName(name, `${pointer}/name`),
      email: email ? normalizeEmail(email) : null,
      phone: phone ? await readPhone(ctx, phone, `${pointer}/phone`) : null,
      role: role ?? 'client',
    });
  }
  return contacts;
}

/** Tags without blanks around them, empty ones, and repetitions that differ in case alone. */
export function readTags(given: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const tag of given.map((text) => text.trim()).filter(Boolean)) {
    const key = tag.toLowerCase();
    if (!tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}

/** What holds after a client's statements: one that only repeats what holds keeps its time. */
export function readConsents(
  ctx: Context,
  current: Consents,
  statements: ConsentStatements | undefined,
  source: ConsentSource,
): Consents {
  const next = (channel: 'email' | 'sms'): ChannelConsent | null => {
    const statement = statements?.[channel];
    if (statement === undefined || statement === current[channel]?.given) return current[channel];
    if (typeof statement !== 'boolean') return statement;
    return { given: statement, at: ctx.now.toISOString(), source, textVersion: null };
  };
  return { email: next('email'), sms: next('sms') };
}
