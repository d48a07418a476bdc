import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeOnce } from '../platform/purge.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { type Joined, joinStudio } from '../platform/testing-members.ts';
import { settle } from '../platform/testing-snapshot.ts';
import { type Answer, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const create = async (body: object = {}) =>
  (await studio.api('POST', '/v1/clients', { body: { displayName: 'Ana & Luis Ruiz', ...body } })).body;
const get = async (id: string) => (await studio.api('GET', `/v1/clients/${id}`)).body;
const patch = (id: string, version: number, body: object, who: Pick<Studio, 'api'> = studio): Promise<Answer> =>
  who.api('PATCH', `/v1/clients/${id}`, { body, headers: { 'if-match': `"${version}"` } });
const names = async (query: string, who: Pick<Studio, 'api'> = studio): Promise<string[]> =>
  (await who.api('GET', `/v1/clients?${query}`)).body.items.map(
    (client: { displayName: string }) => client.displayName,
  );

const everything = {
  kind: 'company',
  displayName: 'Weingut Sander',
  addresses: [
    { label: 'Office', line1: 'In den Weingärten 11', city: 'Mettenheim', postalCode: '67582', country: 'DE' },
  ],
  tags: ['film', 'harvest'],
  source: 'A friend',
  custom: { books: { number: 7 } },
};

test('a list of texts comes back as it went in, whatever the texts mean to a database', async () => {
  const odd = ['null', 'a, b', '{c}', '"d"', "e'f", 'g\\h', '\\n', '""'];
  const made = await create();
  assert.deepEqual((await patch(made.id, 1, { tags: odd })).body.tags, odd);
  assert.deepEqual((await get(made.id)).tags, odd);
  const pipeline = (await studio.api('GET', '/v1/lead-pipeline')).body;
  const lostReasons = [...odd, 'NULL', ' space ', 'line\nbreak'];
  const headers = { 'if-match': `"${pipeline.version}"` };
  const answer = await studio.api('PATCH', '/v1/lead-pipeline', { body: { lostReasons }, headers });
  assert.deepEqual([answer.status, answer.body.lostReasons], [200, lostReasons]);
  assert.deepEqual((await studio.api('GET', '/v1/lead-pipeline')).body.lostReasons, lostReasons);
  await studio.api('DELETE', `/v1/clients/${made.id}`);
});

test('a client is made, read, edited field by field and at once, with one change and one event each time', async () => {
  const made = await create();
  assert.equal(made.version, 1);
  assert.deepEqual(
    [made.kind, made.contacts, made.addresses, made.tags, made.source, made.projectCount, made.mergedIntoId],
    ['person', [], [], [], null, 0, null],
  );
  const edited = await patch(made.id, 1, everything);
  assert.equal(edited.status, 200);
  assert.equal(edited.headers.get('etag'), '"2"');
  const shown = await get(made.id);
  for (const [field, value] of Object.entries(everything)) assert.deepEqual(shown[field], value, field);
  assert.equal((await patch(made.id, 1, { source: 'Stale' })).status, 412);
  assert.equal((await patch(made.id, 2, { source: 'A friend', tags: ['film', 'harvest'] })).body.version, 2);
  assert.equal((await patch(made.id, 2, { source: '' })).body.source, null);
  const changes = (await studio.api('GET', `/v1/changes?subject=${made.id}`)).body.items;
  assert.deepEqual(
    changes.map(({ action }: { action: string }) => action),
    ['updated', 'updated', 'created'],
  );
  assert.deepEqual(changes[0].fields, [{ field: 'source', before: 'A friend', after: null }], 'before and after');
  const events = (await studio.api('GET', `/v1/events?clientId=${made.id}`)).body.items;
  assert.deepEqual(
    events.map(({ type }: { type: string }) => type),
    ['client.created', 'client.updated', 'client.updated'],
  );
  assert.doesNotMatch(JSON.stringify(events), /Sander|Ana/, 'events hold no names');
});

test('of 10 edits of one version at once, one is written', async () => {
  const { id } = await create();
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => patch(id, 1, { source: `Source ${n}` })));
  assert.deepEqual(
    [200, 412].map((status) => answers.filter((answer) => answer.status === status).length),
    [1, 9],
  );
});

test('a client is called something', async () => {
  const { id } = await create();
  for (const displayName of ['  ', '\u200b '.trim() || ' ']) {
    const answer = await studio.api('POST', '/v1/clients', { body: { displayName } });
    if (answer.status !== 201) assert.equal(answer.body.errors[0].pointer, '/displayName');
  }
  assert.equal((await patch(id, 1, { displayName: ' ' })).body.errors[0].pointer, '/displayName');
});

test('custom fields are kept by namespace: one is replaced whole, null takes it away', async () => {
  const { id } = await create({ custom: { a: { x: 1, y: 2 }, b: { z: 3 } } });
  const answer = await patch(id, 1, { custom: { a: { x: 9 }, b: null, c: { n: true } } });
  assert.deepEqual(answer.body.custom, { a: { x: 9 }, c: { n: true } });
});

test('lists are narrowed by kind, tag, address, number and age, and put in order', async () => {
  const other = await openStudio(server);
  const add = (body: object) => other.api('POST', '/v1/clients', { body });
  await add({ displayName: 'Zoë', tags: ['VIP'], contacts: [{ name: 'Zoë', email: 'zoe@example.com' }] });
  await add({ displayName: 'ärger', kind: 'company', contacts: [{ name: 'A', phone: '+49 30 901820' }] });
  await add({ displayName: 'Bruno', tags: ['VIP', 'film'] });
  const listed = (query: string) => names(query, other);
  assert.deepEqual(await listed(''), ['Bruno', 'ärger', 'Zoë']);
  assert.deepEqual(await listed('order=oldest'), ['Zoë', 'ärger', 'Bruno']);
  assert.deepEqual(await listed('order=name'), ['ärger', 'Bruno', 'Zoë'], 'as in the alphabet, whatever the accents');
  assert.deepEqual(await listed('kind=company'), ['ärger']);
  assert.deepEqual(await listed('tag=VIP'), ['Bruno', 'Zoë']);
  assert.deepEqual(await listed('tag=VIP&q=bru'), ['Bruno']);
  assert.deepEqual(await listed('email=ZOE@Example.com'), ['Zoë']);
  assert.deepEqual(await listed(`phone=${encodeURIComponent('+49 (30) 901820')}`), ['ärger']);
  assert.deepEqual(await listed('createdTo=2020-01-01T00:00:00Z'), []);
  assert.deepEqual(await listed('createdFrom=2020-01-01T00:00:00Z&limit=1'), ['Bruno']);
  const tags = (await other.api('GET', '/v1/clients/tags')).body.items;
  assert.deepEqual(tags, [
    { tag: 'film', count: 1 },
    { tag: 'VIP', count: 2 },
  ]);
});

for (const order of ['newest', 'oldest', 'name']) {
  test(`a walk in the order ${order} meets every client once, whatever is added and renamed meanwhile`, async () => {
    const other = await openStudio(server);
    const made: { id: string; displayName: string }[] = [];
    for (const name of ['delta', 'Émile', 'alpha', 'Bravo', 'echo', 'bravo', 'charlie', 'Ægir', 'zulu', '山田'])
      made.push((await other.api('POST', '/v1/clients', { body: { displayName: name } })).body);
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: Answer = await other.api(
        'GET',
        `/v1/clients?limit=3&order=${order}${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      );
      assert.equal(page.status, 200);
      seen.push(...page.body.items.map((client: { id: string }) => client.id));
      after = page.body.next;
      if (!after) break;
      await other.api('POST', '/v1/clients', { body: { displayName: 'aaa, added while reading' } });
      // Renamed to what comes first: it was met already, and is not met again.
      if (order === 'name' && seen.length === 3) await patch(seen[0]!, 1, { displayName: 'aab' }, other);
    }
    const first = made.map(({ id }) => id);
    assert.deepEqual(seen.filter((id) => first.includes(id)).toSorted(), first.toSorted());
    assert.equal(new Set(seen).size, seen.length);
    if (order === 'oldest') assert.deepEqual(seen.slice(0, 10), first);
    if (order === 'newest') assert.deepEqual(seen, first.toReversed());
  });
}

test('a cursor that is none is refused in every order', async () => {
  for (const query of ['after=x', 'order=name&after=x', `order=name&after=${Buffer.from('a|b').toString('base64url')}`])
    assert.equal((await studio.api('GET', `/v1/clients?${query}`)).body.errors[0].pointer, 'query/after');
});

test('a deleted client leaves the lists, comes back by restoring, and is gone with all it held after 30 days', async () => {
  const contact = { name: 'Gone Quill', email: 'gone.quill@example.com' };
  const [kept, gone] = [
    await create({ displayName: 'Kept Quill', tags: ['quills'] }),
    await create({ displayName: 'Gone Quill', contacts: [contact], tags: ['quills'] }),
  ];
  await studio.api('POST', '/v1/notes', { body: { subject: gone.id, body: 'A private word about Gone Quill' } });
  await patch(gone.id, 1, { source: 'Gone Quill herself' });
  for (const { id } of [kept, gone]) assert.equal((await studio.api('DELETE', `/v1/clients/${id}`)).status, 204);
  assert.deepEqual(await names('q=quill'), []);
  assert.deepEqual(await names('tag=quills'), []);
  assert.deepEqual(await names('deleted=true&q=quill'), ['Gone Quill', 'Kept Quill']);
  assert.deepEqual(await names('deleted=true&tag=quills'), ['Gone Quill', 'Kept Quill']);
  assert.deepEqual(await names('deleted=true&email=gone.quill@example.com'), ['Gone Quill']);
  assert.equal((await studio.api('DELETE', `/v1/clients/${gone.id}`)).status, 404);
  assert.equal((await patch(gone.id, 3, { source: 'x' })).status, 404);

  const age = (name: string, interval: string) =>
    server.database.owner.query('update clients set deleted_at = now() - $2::interval where display_name = $1', [
      name,
      interval,
    ]);
  await settle(server.database);
  await age('Kept Quill', '30 days - 1 minute');
  await age('Gone Quill', '30 days + 1 second');
  await purgeOnce(server.app.services);
  assert.equal((await studio.api('POST', `/v1/clients/${kept.id}/restore`)).body.displayName, 'Kept Quill');
  assert.deepEqual(await names('tag=quills'), ['Kept Quill']);
  assert.equal((await studio.api('GET', `/v1/clients/${gone.id}`)).status, 404);
  assert.equal((await studio.api('POST', `/v1/clients/${gone.id}/restore`)).status, 404);
  assert.deepEqual(await tablesHolding('gone quill|gone.quill'), [], 'tables that still know the person');
});

async function tablesHolding(pattern: string): Promise<string[]> {
  const { rows: tables } = await server.database.owner.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await server.database.owner.query(
      `select count(*)::int as count from ${name} t where t::text ~* $1`,
      [pattern],
    );
    if (rows[0].count > 0) holding.push(name);
  }
  return holding;
}

test('a timeline tells what happened to a client and to all that hangs on it, each with its subject', async () => {
  const lead = (await studio.api('POST', '/v1/leads', { body: { name: 'Tilda', email: 'tilda@example.com' } })).body
    .lead;
  await studio.api('POST', '/v1/notes', { body: { subject: lead.id, body: 'On the enquiry' } });
  const { clientId, projectId } = (await studio.api('POST', `/v1/leads/${lead.id}/convert`, { body: {} })).body;
  const task = (await studio.api('POST', '/v1/tasks', { body: { projectId, title: 'Call' } })).body;
  await studio.api('POST', '/v1/notes', { body: { subject: clientId, body: 'On the client' } });
  await studio.api('POST', '/v1/notes', { body: { subject: task.id, body: 'On the task' } });
  const entries: { action: string; subject: string; kind: string }[] = [];
  for (let after: string | null = null; ; ) {
    const page: Answer = await studio.api(
      'GET',
      `/v1/clients/${clientId}/timeline?limit=3${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    );
    entries.push(...page.body.items);
    after = page.body.next;
    if (!after) break;
  }
  const told = entries.map(({ action, subject }) => `${action} ${subject}`);
  const expected = [`created ${lead.id}`, `note_written ${lead.id}`, `created ${clientId}`, `created ${projectId}`];
  expected.push(`converted ${lead.id}`, `created ${task.id}`, `note_written ${clientId}`, `note_written ${task.id}`);
  assert.deepEqual(told.toSorted(), expected.toSorted());
  assert.equal(told[0], `note_written ${task.id}`, 'newest first');
  assert.equal((await get(clientId)).projectCount, 1);
});

test('a member limited to own jobs sees the clients of these, may edit them, and makes, deletes and merges none', async () => {
  const helper: Joined = await joinStudio(studio, { ownJobsOnly: true });
  const [mine, other] = [await create({ displayName: 'Mine' }), await create({ displayName: 'Other' })];
  const open = async (clientId: string, memberIds: string[]) =>
    (await studio.api('POST', '/v1/projects', { body: { title: 'Job', clientIds: [clientId], memberIds } })).body.id;
  const [shared, hidden] = [await open(mine.id, [helper.memberId]), await open(mine.id, [])];
  await open(other.id, []);
  for (const query of ['', 'order=name', 'q=mine', 'kind=person'])
    assert.deepEqual(await names(query, helper), ['Mine']);
  assert.deepEqual(await names('q=other', helper), []);
  assert.equal((await helper.api('GET', `/v1/clients/${mine.id}`)).status, 200);
  assert.equal((await patch(mine.id, 1, { source: 'Seen' }, helper)).status, 200);
  for (const id of [other.id, 'cli_00000000000000000000000000']) {
    assert.equal((await helper.api('GET', `/v1/clients/${id}`)).status, 404);
    assert.equal((await helper.api('GET', `/v1/clients/${id}/timeline`)).status, 404);
    assert.equal((await patch(id, 9, { source: 'Seen' }, helper)).status, 404, 'and not 412');
  }
  const timeline = (await helper.api('GET', `/v1/clients/${mine.id}/timeline`)).body.items as { subject: string }[];
  const subjects = new Set(timeline.map(({ subject }) => subject));
  assert.deepEqual([subjects.has(shared), subjects.has(hidden)], [true, false]);
  for (const [method, path, body] of [
    ['POST', '/v1/clients', { displayName: 'New' }],
    ['DELETE', `/v1/clients/${mine.id}`],
    ['GET', '/v1/clients/tags'],
    ['GET', '/v1/clients/duplicates'],
    ['POST', `/v1/clients/${mine.id}/merge`, { otherId: other.id }],
  ] as const)
    assert.equal((await helper.api(method, path, body ? { body } : {})).status, 403, path);
});
