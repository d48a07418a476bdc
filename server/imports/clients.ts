import type { components } from '../../sdk/schema.ts';
import * as clients from '../clients/service.ts';
import { writeList } from '../platform/cells.ts';
import type { Context } from '../platform/context.ts';
import type { Download } from '../platform/contract-types.ts';
import { publicId, storedId } from '../platform/ids.ts';
import {
  type Adapter,
  Cells,
  csvOf,
  customPatch,
  fieldsNamed,
  formerOf,
  type Known,
  members,
  nameOf,
  openMembers,
  spelled,
} from './drafts.ts';
import type { RowProblem } from './entities.ts';
import { groupFields } from './fields.ts';

type Schemas = components['schemas'];
type Contact = Schemas['ClientContact'];
type Given = Partial<Contact>;

const knownOf = (record: Schemas['Client']): Known<Schemas['Client']> => ({
  id: storedId('client', record.id)!,
  version: record.version,
  record,
});

/** Two records of one number are two people when both have an e-mail address, and they differ. */
const hasEmail = (record: Schemas['Client']): boolean => record.contacts.some((contact) => contact.email);

const several = (what: string): RowProblem => ({
  column: null,
  code: 'ambiguous',
  message: `${what} belongs to more than one client`,
});

/** Contacts as they are with what a row says of them: of a row with an id by their place, else by what they are reached at. */
function mergeContacts(current: Contact[], given: Given[], byPlace: boolean, asked: boolean[]): unknown[] {
  const merged: unknown[] = [...current];
  for (const [index, contact] of given.entries()) {
    const found = byPlace
      ? index
      : [
          current.findIndex(({ email }) => email !== null && email === contact.email),
          current.findIndex(({ phone }) => phone !== null && phone === contact.phone),
          current.findIndex(({ name }) => name === contact.name),
        ].find((place) => place >= 0);
    const { name, ...rest } = contact;
    if (found === undefined || !current[found]) merged.push(contact);
    else merged[found] = { ...current[found], ...rest, ...(asked[index] ? { name } : {}) };
  }
  return merged;
}

export const clientAdapter: Adapter<Schemas['Client'], Schemas['ClientInput']> = {
  noun: 'client',
  table: 'clients',
  schema: 'ClientInput',
  prepare: async () => null,

  async draft(_ctx, values) {
    const given = members(values, 'contacts') as Given[];
    const person = nameOf(values);
    const [first] = given;
    const displayName =
      values.get('displayName') ?? values.get('company') ?? person ?? first?.name ?? first?.email ?? first?.phone;
    const contacts = given.map((contact, index) => ({
      ...contact,
      name: contact.name ?? (index === 0 ? (person ?? displayName) : (contact.email ?? contact.phone)),
    }));
    if (contacts.length === 0 && person && person !== displayName) contacts.push({ name: person });
    const consents = Object.fromEntries(
      (['email', 'sms'] as const).flatMap((channel) =>
        values.has(`consents.${channel}`) ? [[channel, values.get(`consents.${channel}`)]] : [],
      ),
    );
    const custom = openMembers(values, 'custom');
    const addresses = members(values, 'addresses');
    const input = {
      ...(displayName === undefined ? {} : { displayName }),
      kind: values.get('kind') ?? (values.has('company') ? 'company' : 'person'),
      contacts,
      addresses,
      tags: ((values.get('tags') ?? []) as string[]).filter(Boolean),
      ...(values.has('source') ? { source: values.get('source') } : {}),
      ...(Object.keys(consents).length > 0 ? { consents } : {}),
      custom,
    };
    const of = (kind: 'email' | 'phone') =>
      contacts.flatMap((contact) => (contact[kind] ? `${kind}:${contact[kind]}` : []));
    return {
      input,
      values,
      id: (values.get('id') as string | undefined) ?? null,
      keys: [...of('email'), ...of('phone')],
    };
  },

  async find(ctx, drafts) {
    const valuesOf = (kind: string) =>
      drafts.flatMap(({ keys }) => keys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(6)));
    const identities = await clients.identified(ctx, { emails: valuesOf('email'), phones: valuesOf('phone') });
    const ids = drafts.flatMap(({ id }) => storedId('client', id ?? '') ?? []);
    const records = await clients.getMany(ctx, [...ids, ...identities.map((row) => row.clientId)]);
    const owners = Map.groupBy(identities, (row) => `${row.kind}:${row.value}`);
    return drafts.map(({ id, keys }) => {
      const own = records.get(storedId('client', id ?? '') ?? '');
      if (own) return knownOf(own);
      const emails = keys.filter((key) => key.startsWith('email:'));
      const byEmail = new Set(emails.flatMap((key) => (owners.get(key) ?? []).map((row) => row.clientId)));
      if (byEmail.size > 1) return several('An e-mail address of the row');
      const [one] = byEmail;
      if (one) return knownOf(records.get(one)!);
      if (id) return null;
      const byPhone = new Set(
        keys
          .filter((key) => key.startsWith('phone:'))
          .flatMap((key) => (owners.get(key) ?? []).map((row) => row.clientId))
          .filter((owner) => emails.length === 0 || !hasEmail(records.get(owner)!)),
      );
      if (byPhone.size > 1) return several('The telephone number');
      const [other] = byPhone;
      return other ? knownOf(records.get(other)!) : null;
    });
  },

  async getMany(ctx, ids) {
    const records = await clients.getMany(ctx, ids);
    return new Map([...records].map(([id, record]) => [id, knownOf(record)]));
  },

  patch({ record }, { input, values, id }) {
    const patch: Record<string, unknown> = {};
    const isNamed = ['displayName', 'company', 'firstName', 'lastName'].some((field) => values.has(field));
    if (isNamed && input.displayName !== record.displayName) patch.displayName = input.displayName;
    if ((values.has('kind') || values.has('company')) && input.kind !== record.kind) patch.kind = input.kind;
    if (input.source && input.source !== record.source) patch.source = input.source;
    const lower = new Set(record.tags.map((tag) => tag.toLowerCase()));
    const tags = (input.tags ?? []).filter((tag) => !lower.has(tag.toLowerCase()));
    if (tags.length > 0) patch.tags = [...record.tags, ...tags];
    const byPlace = id === record.id;
    const numbers = [
      ...new Set(
        [...values.keys()].filter((field) => field.startsWith('contacts.')).map((field) => field.split('.')[1]),
      ),
    ];
    const asked = numbers.sort((a, b) => Number(a) - Number(b)).map((number) => values.has(`contacts.${number}.name`));
    const contacts = mergeContacts(record.contacts, input.contacts ?? [], byPlace, asked);
    if (spelled(contacts) !== spelled(record.contacts)) patch.contacts = contacts;
    const given = input.addresses ?? [];
    const addresses: object[] = byPlace
      ? record.addresses.map((address, index) => ({ ...address, ...given[index] }))
      : [...record.addresses];
    for (const address of byPlace ? given.slice(addresses.length) : given)
      if (!addresses.some((other) => spelled({ ...other, ...address }) === spelled(other))) addresses.push(address);
    if (spelled(addresses) !== spelled(record.addresses)) patch.addresses = addresses;
    const consents = Object.entries(input.consents ?? {}).filter(
      ([channel, isGiven]) => record.consents[channel as 'email' | 'sms']?.given !== isGiven,
    );
    if (consents.length > 0) patch.consents = Object.fromEntries(consents);
    const custom = customPatch(record.custom, input.custom);
    if (Object.keys(custom).length > 0) patch.custom = custom;
    return patch;
  },

  former({ record }, patch) {
    const former = formerOf(record, patch);
    const { consents } = patch as { consents?: object };
    if (consents)
      former.consents = Object.fromEntries(
        Object.keys(consents).map((channel) => [channel, record.consents[channel as 'email' | 'sms']]),
      );
    return former;
  },

  async create(ctx, { input }) {
    const { id, version } = await clients.createClient(ctx, input, 'import');
    return { id, version };
  },
  async createMany(ctx, drafts) {
    const inputs = drafts.map(({ input }) => input);
    return (await clients.createClients(ctx, inputs, 'import')).map(({ id, version }) => ({ id, version }));
  },
  async update(ctx, id, patch) {
    return { id, version: (await clients.update(ctx, publicId('client', id), patch, '*', 'import')).version };
  },
  remove: (ctx, id) => clients.remove(ctx, publicId('client', id)),
  removeMany: clients.removeClients,
  inUse: ({ record }) => (record.projectCount > 0 ? 'It is on a project' : null),
};

const contactFields = ['name', 'email', 'phone', 'role'];
const addressFields = ['label', 'line1', 'line2', 'city', 'region', 'postalCode', 'country'];

/** The clients of a list as CSV. */
export function exportClients(ctx: Context, filter: clients.ClientFilter): Download {
  const columns = async () => {
    const shape = await clients.shapeOfClients(ctx, filter);
    return [
      ...['id', 'kind', 'displayName'],
      ...groupFields('clients', 'contacts', Math.max(1, shape.contacts)),
      ...groupFields('clients', 'addresses', Math.max(1, shape.addresses)),
      ...['tags', 'source', 'consents.email', 'consents.sms'],
      ...fieldsNamed('custom', shape.custom),
      'createdAt',
    ];
  };
  const cellsOf = (client: Schemas['Client']) =>
    new Cells()
      .put('id', client.id)
      .put('kind', client.kind)
      .put('displayName', client.displayName)
      .putGroup('contacts', client.contacts, contactFields)
      .putGroup('addresses', client.addresses, addressFields)
      .put('tags', writeList(client.tags))
      .put('source', client.source)
      .put('consents.email', client.consents.email?.given)
      .put('consents.sms', client.consents.sms?.given)
      .putOpen('custom', client.custom)
      .put('createdAt', client.createdAt);
  return csvOf('clients', columns, () => clients.eachClient(ctx, filter), cellsOf);
}
