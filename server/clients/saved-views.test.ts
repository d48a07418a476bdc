import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { joinStudio } from '../platform/testing-members.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const create = (body: object) => studio.api('POST', '/v1/saved-views', { body });
const weddings = { resource: 'clients', name: 'Weddings', filter: { tag: 'wedding', order: 'name', deleted: false } };

test('a filter is saved under a name, read, renamed, changed and removed, each with one change and one event', async () => {
  const made = await create(weddings);
  assert.equal(made.status, 201);
  const { resource, name, filter } = made.body;
  assert.deepEqual({ resource, name, filter }, weddings);
  const path = `/v1/saved-views/${made.body.id}`;
  const edit = (version: number, body: object) =>
    studio.api('PATCH', path, { body, headers: { 'if-match': `"${version}"` } });
  assert.equal((await edit(1, { name: ' Big weddings ' })).body.name, 'Big weddings');
  assert.deepEqual((await edit(2, { filter: { tag: 'big' } })).body.filter, { tag: 'big' });
  assert.equal((await edit(2, { name: 'Stale' })).status, 412);
  assert.equal((await edit(3, { name: 'Big weddings' })).body.version, 3, 'no change, no version');
  assert.equal((await edit(3, { name: '  ' })).body.errors[0].pointer, '/name');
  assert.deepEqual((await studio.api('GET', path)).body.filter, { tag: 'big' });
  assert.equal((await studio.api('DELETE', path)).status, 204);
  assert.equal((await studio.api('GET', path)).status, 404);
  const changes = (await studio.api('GET', `/v1/changes?subject=${made.body.id}`)).body.items;
  assert.equal(changes.length, 4);
  const events = (await studio.api('GET', '/v1/events?limit=100')).body.items as { type: string }[];
  assert.equal(events.filter(({ type }) => type.startsWith('saved_view.')).length, 4);
});

test('the views of a list are shared by the studio, newest first, in pages', async () => {
  const other = await openStudio(server);
  for (const name of ['A', 'B', 'C']) await other.api('POST', '/v1/saved-views', { body: { ...weddings, name } });
  const lost = { resource: 'leads', name: 'Lost', filter: { status: 'lost' } };
  await other.api('POST', '/v1/saved-views', { body: lost });
  const member = await joinStudio(other);
  const names = async (query: string) =>
    (await member.api('GET', `/v1/saved-views?${query}`)).body.items.map((view: { name: string }) => view.name);
  assert.deepEqual(await names(''), ['Lost', 'C', 'B', 'A']);
  assert.deepEqual(await names('resource=clients'), ['C', 'B', 'A']);
  assert.deepEqual(await names('resource=projects'), []);
  const first = (await member.api('GET', '/v1/saved-views?resource=clients&limit=2')).body;
  assert.deepEqual(await names(`resource=clients&limit=2&after=${first.next}`), ['A']);
});

test('a view holds filters of its own list, each of which the list takes', async () => {
  const filters = {
    leads: { q: 'ana', status: 'open', projectType: 'Wedding', createdFrom: '2026-01-01T00:00:00Z', deleted: false },
    clients: {
      q: 'ana',
      kind: 'person',
      tag: 'wedding',
      email: 'ana@example.com',
      phone: '+4930901820',
      order: 'name',
    },
    projects: { q: 'ana', status: 'booked', dateFrom: '2026-01-01', archived: true, order: 'date' },
  };
  for (const [resource, filter] of Object.entries(filters)) {
    assert.equal((await create({ resource, name: 'All', filter })).status, 201, resource);
    const query = new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)]));
    assert.equal((await studio.api('GET', `/v1/${resource}?${query}`)).status, 200, resource);
  }
  for (const name of ['limit', 'after', 'stageId', 'nonsense', 'a/b', '__proto__', 'constructor']) {
    const answer = await create({ ...weddings, filter: JSON.parse(`{"${name}":"x"}`) });
    assert.equal(answer.status, 422, name);
    assert.equal(answer.body.errors[0].pointer, `/filter/${name.replace('/', '~1')}`);
  }
});
