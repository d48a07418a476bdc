import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

/** Few names, numbers and tags, so that clients have things in common. */
const some = <T>(...values: T[]) => fc.constantFrom(...values);
const contact = fc.record({
  name: some('Ana', 'ana', 'Luis', 'Pia'),
  email: fc.boolean(),
  phone: some(null, '+4930901820', '+14155550123'),
  role: some('client', 'partner', 'payer'),
});
const address = fc.record({ city: some('Köln', 'Berlin'), label: some('Home', 'Office') });
const consent = fc.option(fc.boolean(), { nil: undefined });
const client = fc.record({
  kind: some('person', 'company'),
  displayName: some('Ana & Luis', 'Ruiz', 'Pia'),
  contacts: fc.array(contact, { maxLength: 3 }),
  addresses: fc.array(address, { maxLength: 3 }),
  tags: fc.array(some('wedding', 'Wedding', 'VIP', 'film'), { maxLength: 4 }),
  source: some(null, 'A friend', 'Instagram'),
  consents: fc.record({ email: consent, sms: consent }),
  custom: fc.dictionary(some('a', 'b'), fc.record({ n: fc.nat(1) })),
});

/** Jobs and notes by whom they hang on, of four clients: any of these, also none. */
const story = fc.record({
  clients: fc.array(client, { minLength: 4, maxLength: 4 }),
  projects: fc.array(fc.uniqueArray(fc.nat(3), { maxLength: 3 }), { maxLength: 3 }),
  notes: fc.array(fc.nat(3), { maxLength: 3 }),
  leads: fc.array(fc.nat(3), { maxLength: 2 }),
  /** How many merge into the first, and the order in which it is undone. */
  merges: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  undo: fc.array(fc.nat(100), { minLength: 3, maxLength: 3 }),
});

const api = async (method: string, path: string, body?: object) => {
  const answer = await studio.api(method, `/v1/${path}`, body ? { body } : {});
  assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

let addresses = 0;
async function seed(given: typeof story extends fc.Arbitrary<infer Story> ? Story : never) {
  const clientIds: string[] = [];
  for (const one of given.clients) {
    const contacts = one.contacts.map(({ email, ...rest }) => ({
      ...rest,
      email: email ? `round-${++addresses}@example.com` : null,
    }));
    const { email, sms } = one.consents;
    const said = { ...(email === undefined ? {} : { email }), ...(sms === undefined ? {} : { sms }) };
    const { consents: _said, ...plain } = one;
    const body = {
      ...plain,
      contacts,
      tags: [...new Set(one.tags)],
      ...(Object.keys(said).length > 0 ? { consents: said } : {}),
    };
    clientIds.push((await api('POST', 'clients', body)).id);
  }
  const on = (indexes: number[]) => indexes.map((index) => clientIds[index]!);
  const projectIds: string[] = [];
  for (const indexes of given.projects)
    projectIds.push((await api('POST', 'projects', { title: 'Job', clientIds: on(indexes) })).id);
  for (const index of given.notes) await api('POST', 'notes', { subject: clientIds[index], body: 'A note' });
  const leadIds: string[] = [];
  for (const index of given.leads) {
    const { id } = await api('POST', 'leads', { name: 'Ana', phone: '+4930901820' });
    await api('POST', `leads/${id}/convert`, { clientId: clientIds[index] });
    leadIds.push(id);
  }
  return { clientIds, projectIds, leadIds };
}

/** All that a studio sees of these clients, but for what only says that something happened. */
async function sight({ clientIds, projectIds, leadIds }: Awaited<ReturnType<typeof seed>>) {
  const lasting = ({ version: _v, updatedAt: _u, lastActivityAt: _l, ...rest }: Record<string, unknown>) => rest;
  const all = (paths: string[]) => Promise.all(paths.map((path) => api('GET', path)));
  const { rows: links } = await server.database.owner.query(
    'select parent_id, subject_id from record_links order by parent_id, subject_id',
  );
  return {
    clients: (await all(clientIds.map((id) => `clients/${id}`))).map(lasting),
    notes: (await all(clientIds.map((id) => `notes?subject=${id}`))).map(({ items }) => items),
    projects: (await all(projectIds.map((id) => `projects/${id}`))).map(lasting),
    leads: (await all(leadIds.map((id) => `leads/${id}`))).map(lasting),
    links,
  };
}

test('merging and undoing, in any order of both, leaves every client and what hangs on it as it was', async (t) => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(story, async (given) => {
      const seeded = await seed(given);
      const survivor = seeded.clientIds[0]!;
      const before = await sight(seeded);
      const mergeIds: string[] = [];
      for (const index of given.merges) {
        const otherId = seeded.clientIds[index];
        const preview = await api('POST', `clients/${survivor}/merge`, { otherId, dryRun: true });
        const real = await api('POST', `clients/${survivor}/merge`, { otherId });
        assert.deepEqual(preview.client.contacts, real.client.contacts);
        assert.deepEqual(preview.moved, real.moved);
        for (const project of (await sight(seeded)).projects as { clients: { id: string }[] }[])
          assert.ok(!project.clients.some(({ id }) => id === otherId), 'no job shows a client that was merged away');
        mergeIds.push(real.id);
        merged += 1;
      }
      for (const choice of given.undo.slice(0, mergeIds.length)) {
        const [mergeId] = mergeIds.splice(choice % mergeIds.length, 1);
        await api('POST', `clients/${survivor}/unmerge`, { mergeId });
      }
      assert.deepEqual(await sight(seeded), before);
    }),
    { numRuns: 30, seed: 20_264 },
  );
  t.diagnostic(`${merged} merges undone`);
});

test('a client that others were merged into can be merged itself, and both merges are undone from the last', async () => {
  const [a, b, c] = [
    (await api('POST', 'clients', { displayName: 'A' })).id,
    (await api('POST', 'clients', { displayName: 'B', tags: ['b'] })).id,
    (await api('POST', 'clients', { displayName: 'C', tags: ['c'] })).id,
  ];
  const projectId = (await api('POST', 'projects', { title: 'Job', clientIds: [c] })).id;
  const seeded = { clientIds: [a, b, c], projectIds: [projectId], leadIds: [] };
  const before = await sight(seeded);
  const inner = await api('POST', `clients/${b}/merge`, { otherId: c });
  const outer = await api('POST', `clients/${a}/merge`, { otherId: b });
  assert.deepEqual(outer.client.tags, ['b', 'c']);
  assert.deepEqual((await api('GET', `projects/${projectId}`)).clients[0].id, a);
  const early = await studio.api('POST', `/v1/clients/${b}/unmerge`, { body: { mergeId: inner.id } });
  assert.equal(early.status, 404, 'the client in between is not there');
  await api('POST', `clients/${a}/unmerge`, { mergeId: outer.id });
  await api('POST', `clients/${b}/unmerge`, { mergeId: inner.id });
  assert.deepEqual(await sight(seeded), before);
});
