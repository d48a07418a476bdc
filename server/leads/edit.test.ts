import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeOnce } from '../platform/purge.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { settle } from '../platform/testing-snapshot.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const create = async (body: object = {}) =>
  (await studio.api('POST', '/v1/leads', { body: { name: 'Ana Ruiz', email: 'ana@example.com', ...body } })).body.lead;
const patch = (leadId: string, version: number | null, body: object, as: 'session' | 'secret' = 'session') =>
  studio.api('PATCH', `/v1/leads/${leadId}`, {
    as,
    body,
    headers: version === null ? {} : { 'if-match': `"${version}"` },
  });
const get = async (leadId: string) => (await studio.api('GET', `/v1/leads/${leadId}`)).body;

const everything = {
  name: 'Ana María Ruiz',
  email: 'Ana.Maria@Example.com',
  phone: '+49 30 901820',
  projectType: 'Wedding',
  eventDate: '2028-02-29',
  dateUndecided: true,
  dateFlexible: true,
  place: 'Spreewald',
  guestCount: 120,
  budget: { min: 100_000, max: 250_000, currency: 'EUR' },
  message: 'By the lake.',
  heardFrom: 'A friend',
  rating: 5,
  confidence: 80,
  decideBy: '2027-12-31',
  custom: { crm: { id: 7 } },
};

test('every field can be edited at once, and is read back as it was written', async () => {
  const lead = await create();
  const answer = await patch(lead.id, 1, everything);
  assert.equal(answer.status, 200);
  const expected = { ...everything, email: 'ana.maria@example.com', phone: '+4930901820' };
  const fields = Object.keys(everything);
  const shown = (object: Record<string, unknown>) => Object.fromEntries(fields.map((field) => [field, object[field]]));
  assert.deepEqual(shown(answer.body), expected);
  assert.deepEqual(shown(await get(lead.id)), expected);
  assert.equal(answer.headers.get('etag'), '"2"');
  const { body } = await studio.api('GET', `/v1/changes?subject=${lead.id}`);
  assert.equal(body.items.length, 2);
  const changed = body.items[0].fields as { field: string; before: unknown; after: unknown }[];
  assert.deepEqual(
    changed.find(({ field }) => field === 'place'),
    { field: 'place', before: null, after: 'Spreewald' },
  );
});

test('a merge patch leaves what it does not name, empties what it sets to null, and merges the budget', async () => {
  const lead = await create({ place: 'Lake', message: 'Hello', budget: { min: 100, max: 900, currency: 'EUR' } });
  const first = await patch(lead.id, 1, { place: null, budget: { max: 500 } });
  assert.equal(first.body.place, null);
  assert.equal(first.body.message, 'Hello');
  assert.deepEqual(first.body.budget, { min: 100, max: 500, currency: 'EUR' });
  const second = await patch(lead.id, 2, { budget: null, message: '' });
  assert.equal(second.body.budget, null);
  assert.equal(second.body.message, null);
  assert.equal((await patch(lead.id, 3, { budget: { max: 1 } })).body.errors[0].pointer, '/budget/currency');
  assert.equal(
    (await patch(lead.id, 3, { budget: { min: 2, max: 1, currency: 'EUR' } })).body.errors[0].pointer,
    '/budget/max',
  );
});

test('an edit that changes nothing writes nothing', async () => {
  const lead = await create({ place: 'Lake' });
  const answer = await patch(lead.id, 1, { place: 'Lake', name: 'Ana Ruiz', email: 'ANA@example.com' });
  assert.equal(answer.body.version, 1);
  const { body } = await studio.api('GET', `/v1/events?leadId=${lead.id}`);
  assert.equal(body.items.length, 1);
});

test('an edit of what has changed since is refused, one without a version too; a key may insist', async () => {
  const lead = await create();
  assert.equal((await patch(lead.id, 1, { place: 'First' })).status, 200);
  const stale = await patch(lead.id, 1, { place: 'Second' });
  assert.equal(stale.status, 412);
  assert.equal(stale.body.code, 'version_stale');
  assert.equal(stale.headers.get('etag'), '"2"');
  assert.equal((await patch(lead.id, null, { place: 'Second' })).status, 428);
  const insist = (as: 'session' | 'secret') =>
    studio.api('PATCH', `/v1/leads/${lead.id}`, { as, body: { place: 'Third' }, headers: { 'if-match': '*' } });
  assert.equal((await insist('session')).status, 422);
  assert.equal((await insist('secret')).status, 200);
  assert.equal((await get(lead.id)).place, 'Third');
});

test('of 20 edits of one version at once, one is written', async () => {
  const lead = await create();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => patch(lead.id, 1, { place: `Place ${index}` })),
  );
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1);
  assert.equal(answers.filter((answer) => answer.status === 412).length, 19);
  assert.equal((await get(lead.id)).version, 2);
});

test('a lead keeps a name and a way to answer it', async () => {
  const lead = await create();
  assert.equal((await patch(lead.id, 1, { email: null })).body.errors[0].pointer, '/email');
  assert.equal((await patch(lead.id, 1, { name: '  ' })).body.errors[0].pointer, '/name');
  assert.equal((await patch(lead.id, 1, { phone: '+14155550123', email: null })).status, 200);
  assert.equal((await patch(lead.id, 2, { phone: null })).body.errors[0].pointer, '/email');
});

test('custom fields are kept by namespace: one is replaced whole, null takes it away', async () => {
  const lead = await create({ custom: { a: { x: 1, y: 2 }, b: { z: 3 } } });
  const answer = await patch(lead.id, 1, { custom: { a: { x: 9 }, b: null, c: { new: true } } });
  assert.deepEqual(answer.body.custom, { a: { x: 9 }, c: { new: true } });
});

test('a national telephone number is read by the country of the studio', async () => {
  const settings = await studio.api('GET', '/v1/workspace');
  await studio.api('PATCH', '/v1/workspace', {
    body: { timeZone: 'Europe/Berlin' },
    headers: { 'if-match': settings.headers.get('etag')! },
  });
  assert.equal((await create({ phone: '030 901820' })).phone, '+4930901820');
  assert.equal((await create({ phone: '+1 (415) 555-0123' })).phone, '+14155550123');
});

test('a deleted lead leaves the lists, comes back by restoring, and is gone with all it held after 30 days', async () => {
  const [kept, gone] = [
    await create({ name: 'Kept Quill' }),
    await create({ name: 'Gone Quill', email: 'gone@example.com' }),
  ];
  await studio.api('POST', '/v1/notes', { body: { subject: gone.id, body: 'A private word about Gone Quill' } });
  await patch(gone.id, 1, { message: 'Gone Quill writes' });
  for (const { id } of [kept, gone]) assert.equal((await studio.api('DELETE', `/v1/leads/${id}`)).status, 204);
  const names = async (query: string) =>
    (await studio.api('GET', `/v1/leads?${query}`)).body.items.map((lead: { name: string }) => lead.name).sort();
  assert.deepEqual(await names('q=quill'), []);
  assert.deepEqual(await names('deleted=true&q=quill'), ['Gone Quill', 'Kept Quill']);
  assert.equal((await studio.api('DELETE', `/v1/leads/${gone.id}`)).status, 404);
  assert.equal((await patch(gone.id, 3, { place: 'x' })).status, 404);

  const age = (id: string, interval: string) =>
    server.database.owner.query('update leads set deleted_at = now() - $2::interval where name = $1', [id, interval]);
  await settle(server.database);
  await age('Kept Quill', '30 days - 1 minute');
  await age('Gone Quill', '30 days + 1 second');
  await purgeOnce(server.app.services);
  assert.equal((await studio.api('POST', `/v1/leads/${kept.id}/restore`)).body.name, 'Kept Quill');
  assert.deepEqual(await names('q=quill'), ['Kept Quill']);
  assert.equal((await studio.api('GET', `/v1/leads/${gone.id}`)).status, 404);
  assert.equal((await studio.api('POST', `/v1/leads/${gone.id}/restore`)).status, 404);
  const holding: string[] = [];
  for (const table of ['leads', 'notes', 'changes', 'events', 'mails', 'idempotency_keys']) {
    const { rows } = await server.database.owner.query(
      `select count(*)::int as count from ${table} t where t::text ~* 'gone quill|gone@example.com'`,
    );
    if (rows[0].count > 0) holding.push(table);
  }
  assert.deepEqual(holding, [], 'tables that still know the person');
});

test('a list walks all leads once, newest first, whatever is added meanwhile', async () => {
  const made: string[] = [];
  for (let index = 0; index < 12; index += 1) made.push((await create({ projectType: 'Walk' })).id);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Studio['api']>> = await studio.api(
      'GET',
      `/v1/leads?limit=5&projectType=Walk${after ? `&after=${after}` : ''}`,
    );
    seen.push(...page.body.items.map((lead: { id: string }) => lead.id));
    after = page.body.next;
    assert.equal(page.headers.get('link') !== null, after !== null);
    if (!after) break;
    await create({ projectType: 'Walk', name: 'Meanwhile' });
  }
  assert.deepEqual(seen, made.toReversed());
});
