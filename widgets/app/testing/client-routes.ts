import type { Schema } from '@alloza/sdk/core';
import { iso, page, Refusal } from './answers.ts';
import { testNow } from './fixtures.ts';
import type { Context, Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

export type Client = Schema<'Client'>;
type Entry = Schema<'TimelineEntry'>;

let count = 0;

export function makeClient(change: Partial<Client> = {}): Client {
  count++;
  const createdAt = change.createdAt ?? new Date(testNow - count * 3_600_000).toISOString();
  return {
    id: `cli_${String(count).padStart(4, '0')}`,
    kind: 'person',
    displayName: 'Ana Ruiz',
    contacts: [],
    addresses: [],
    tags: [],
    source: null,
    consents: { email: null, sms: null },
    projectCount: 0,
    mergedIntoId: null,
    lastActivityAt: createdAt,
    custom: {},
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    version: 1,
    ...change,
  };
}

const contact = (name: string, change: Partial<Client['contacts'][number]> = {}): Client['contacts'][number] => ({
  id: `con_${name.toLowerCase().replace(/[^a-z]+/g, '')}`,
  name,
  email: null,
  phone: null,
  role: 'client',
  ...change,
});

export const sampleClients = (): Client[] => [
  makeClient({
    displayName: 'Ana & Luis Ruiz',
    contacts: [
      contact('Ana Ruiz', { email: 'ana@example.com', phone: '+4930123456' }),
      contact('Luis Ruiz', { role: 'partner' }),
    ],
    addresses: [{ label: 'Home', line1: 'Lindenweg 4', postalCode: '10115', city: 'Berlin', country: 'DE' }],
    tags: ['wedding', 'vip'],
    source: 'Instagram',
    consents: { email: { given: true, at: '2027-03-01T09:00:00.000Z', source: 'form', textVersion: 2 }, sms: null },
    projectCount: 2,
  }),
  makeClient({
    displayName: 'Anna Ruiz',
    contacts: [contact('Anna Ruiz', { email: 'anna.ruiz@example.com', phone: '+4930123456' })],
    tags: ['family'],
  }),
  makeClient({
    displayName: 'Oak Interiors',
    kind: 'company',
    contacts: [contact('Mina Okafor', { email: 'mina@oak.example', role: 'payer' })],
    tags: ['commercial'],
    projectCount: 1,
  }),
];

/** The clients of the studio in memory, their saved views and merges. */
export class ClientBook {
  all: Client[] = sampleClients();
  views: Schema<'SavedView'>[] = [];
  readonly merges = new Map<string, { client: Client; other: Client }>();

  find(id: string | undefined): Client {
    const found = this.all.find((client) => client.id === id);
    if (!found) throw new Refusal(404, 'not_found');
    return found;
  }

  replace(client: Client): Client {
    const after = { ...client, version: this.find(client.id).version + 1, updatedAt: iso() };
    this.all = this.all.map((one) => (one.id === after.id ? after : one));
    return after;
  }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function listed(clients: readonly Client[], query: URLSearchParams): unknown {
  const words = plain(query.get('q') ?? '');
  const found = clients
    .filter(({ deletedAt }) => (deletedAt !== null) === (query.get('deleted') === 'true'))
    .filter(({ kind }) => !query.has('kind') || kind === query.get('kind'))
    .filter(({ tags }) => !query.has('tag') || tags.includes(query.get('tag')!))
    .filter(({ displayName, contacts, tags }) => plain(JSON.stringify([displayName, contacts, tags])).includes(words))
    .sort((a, b) =>
      query.get('order') === 'name'
        ? a.displayName.localeCompare(b.displayName)
        : b.createdAt.localeCompare(a.createdAt),
    );
  return page(found, Number(query.get('limit') ?? 25), Number(query.get('after') ?? 0));
}

function duplicates(clients: readonly Client[], clientId: string | null): Schema<'ClientDuplicate'>[] {
  const alive = clients.filter(({ deletedAt }) => !deletedAt);
  const phones = ({ contacts }: Client) => contacts.flatMap(({ phone }) => phone ?? []);
  const same = (one: Client, other: Client) => phones(one).some((phone) => phones(other).includes(phone));
  return alive
    .flatMap((one, at) => alive.slice(at + 1).map((other) => [one, other] as const))
    .filter(([one, other]) => !clientId || one.id === clientId || other.id === clientId)
    .filter(([one, other]) => same(one, other))
    .map(([one, other]) => ({ clients: [one, other], reasons: ['phone'] }));
}

/** The operations on clients and on saved views. */
export function clientRoutes(responder: Responder): Record<string, Handler> {
  const book = responder.clients;
  const log = (subject: string, action: string, fields: Entry['fields'] = []): void =>
    responder.log(subject, action, fields);
  const ids = (contacts: Schema<'ClientContactInput'>[]): Client['contacts'] =>
    contacts.map((one, at) => ({ email: null, phone: null, role: 'client', ...one, id: one.id ?? `con_new${at}` }));
  const requireFree = (contacts: Client['contacts'], id?: string): void => {
    const taken = book.all.filter((one) => one.id !== id && !one.deletedAt).flatMap((one) => one.contacts);
    if (contacts.some(({ email }) => email && taken.some((one) => one.email === email)))
      throw new Refusal(409, 'email_taken', 'Another client has this e-mail address.');
  };
  const stated = (before: Client['consents'], patch: Schema<'ClientConsentsPatch'> = {}): Client['consents'] => ({
    ...before,
    ...Object.fromEntries(
      Object.entries(patch).map(([channel, given]) => [
        channel,
        { given, at: iso(), source: 'staff', textVersion: null },
      ]),
    ),
  });
  const update = (context: Context): Client => {
    const before = book.find(context.ids[0]);
    const { contacts, consents, ...rest } = context.body as Schema<'ClientPatch'>;
    const body = {
      ...rest,
      ...(contacts && { contacts: ids(contacts) }),
      ...(consents && { consents: stated(before.consents, consents) }),
    };
    const patched = responder.patched(before, { ...context, body });
    requireFree(patched.contacts, before.id);
    const fields = Object.entries(body).map(([field, after]) => ({
      field,
      before: before[field as keyof Client],
      after,
    }));
    log(before.id, 'updated', fields);
    return book.replace(patched);
  };
  const combined = (one: Client, other: Client): Client => ({
    ...one,
    contacts: [...one.contacts, ...other.contacts],
    tags: [...new Set([...one.tags, ...other.tags])],
    projectCount: one.projectCount + other.projectCount,
  });
  return {
    'GET /v1/clients': ({ query }) => listed(book.all, query),
    'POST /v1/clients': ({ body }) => {
      const { contacts = [], consents, ...rest } = body as Schema<'ClientInput'>;
      const client = makeClient({ ...rest, contacts: ids(contacts), createdAt: iso() });
      requireFree(client.contacts);
      client.consents = stated(client.consents, consents);
      book.all = [client, ...book.all];
      log(client.id, 'created');
      return client;
    },
    'GET /v1/clients/tags': () => {
      const tags = book.all.filter(({ deletedAt }) => !deletedAt).flatMap((client) => client.tags);
      return {
        items: [...new Set(tags)].sort().map((tag) => ({ tag, count: tags.filter((one) => one === tag).length })),
      };
    },
    'GET /v1/clients/duplicates': ({ query }) => page(duplicates(book.all, query.get('clientId'))),
    'GET /v1/clients/*': ({ ids: [id] }) => book.find(id),
    'PATCH /v1/clients/*': update,
    'DELETE /v1/clients/*': ({ ids: [id] }) => {
      book.replace({ ...book.find(id), deletedAt: iso() });
      log(id!, 'deleted');
    },
    'POST /v1/clients/*/restore': ({ ids: [id] }) => {
      log(id!, 'restored');
      return book.replace({ ...book.find(id), deletedAt: null });
    },
    'POST /v1/clients/*/merge': ({ ids: [id], body }) => {
      const { otherId, dryRun } = body as Schema<'ClientMergeInput'>;
      const [client, other] = [book.find(id), book.find(otherId)];
      const moved = other.projectCount > 0 ? [{ resource: 'projects', count: other.projectCount }] : [];
      if (dryRun) return { id: null, client: combined(client, other), other, moved };
      const mergeId = `cmrg_${book.merges.size + 1}`;
      book.merges.set(mergeId, { client, other });
      log(client.id, 'merged');
      return {
        id: mergeId,
        other: book.replace({ ...other, deletedAt: iso(), mergedIntoId: client.id }),
        client: book.replace(combined(client, other)),
        moved,
      };
    },
    'POST /v1/clients/*/unmerge': ({ body }) => {
      const { client, other } = book.merges.get((body as Schema<'ClientUnmergeInput'>).mergeId)!;
      return { client: book.replace(client), other: book.replace(other) };
    },
    'GET /v1/clients/*/timeline': ({ ids: [id] }) => responder.timelineOf(id!),
    'GET /v1/saved-views': ({ query }) =>
      page(book.views.filter(({ resource }) => !query.has('resource') || resource === query.get('resource'))),
    'POST /v1/saved-views': ({ body }) => {
      const input = body as Schema<'SavedViewInput'>;
      const view = { ...input, id: `view_${++count}`, createdAt: iso(), updatedAt: iso(), version: 1 };
      book.views = [...book.views, view];
      return view;
    },
    'DELETE /v1/saved-views/*': ({ ids: [id] }) => {
      book.views = book.views.filter((view) => view.id !== id);
    },
  };
}
