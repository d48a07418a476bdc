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
  /** Which merge into the first, which of these merges are to last longest, and in what order they are undone. */
  merges: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  keep: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  undo: fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }),
});

const api = async (method: string, path: string, body?: object) => {
  const answer = await studio.api(method, `/v1/${path}`, body ? { body } : {});
  assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

let addresses = 0;
type Story = typeof story extends fc.Arbitrary<infer Given> ? Given : never;

async function seed(given: Pick<Story, 'clients' | 'projects' | 'notes' | 'leads'>) {
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
  const lasting = ({
    version: _v,
    updatedAt: _u,
    lastActivityAt: _l,
    deletedAt,
    ...rest
  }: Record<string, unknown>) => ({
    ...rest,
    deleted: deletedAt !== null,
  });
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

test('undone in any order, a merge leaves all as if it had never been, and the last one leaves all as it was', async (t) => {
  let undone = 0;
  await fc.assert(
    fc.asyncProperty(story, async ({ merges, undo, keep, ...given }) => {
      const seeded = await seed(given);
      const [survivor] = seeded.clientIds;
      const mergeOne = async (index: number): Promise<string> => {
        const otherId = seeded.clientIds[index];
        const preview = await api('POST', `clients/${survivor}/merge`, { otherId, dryRun: true });
        const real = await api('POST', `clients/${survivor}/merge`, { otherId });
        assert.deepEqual([preview.client.contacts, preview.moved], [real.client.contacts, real.moved]);
        return real.id;
      };
      const undoOne = async (mergeId: string) => {
        await api('POST', `clients/${survivor}/unmerge`, { mergeId });
        undone += 1;
      };
      const before = await sight(seeded);
      const kept = merges.filter((_index, place) => keep[place]);
      const alone: string[] = [];
      for (const index of kept) alone.push(await mergeOne(index));
      const withKept = await sight(seeded);
      for (const mergeId of alone.toReversed()) await undoOne(mergeId);
      assert.deepEqual(await sight(seeded), before);

      const open: { index: number; mergeId: string }[] = [];
      for (const index of merges) open.push({ index, mergeId: await mergeOne(index) });
      for (const { clients } of (await sight(seeded)).projects as unknown as { clients: { id: string }[] }[])
        for (const { index } of open)
          assert.ok(
            !clients.some(({ id }) => id === seeded.clientIds[index]),
            'a job shows nobody who was merged away',
          );
      const inOrder = open.toSorted((a, b) => undo[a.index]! - undo[b.index]!);
      for (const { mergeId } of inOrder.filter(({ index }) => !kept.includes(index))) await undoOne(mergeId);
      assert.deepEqual(await sight(seeded), withKept);
      for (const { mergeId } of inOrder.filter(({ index }) => kept.includes(index))) await undoOne(mergeId);
      assert.deepEqual(await sight(seeded), before);
    }),
    { numRuns: Number(process.env.CHAOS_SEEDS ?? 10), seed: 20_264 },
  );
  t.diagnostic(`${undone} merges undone`);
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
