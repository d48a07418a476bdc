import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
let subject: string;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  subject = (await studio.api('POST', '/v1/leads', { body: { name: 'Ana', email: 'ana@example.com' } })).body.lead.id;
});
after(() => server.stop());

const write = (body: string, more: object = {}) =>
  studio.api('POST', '/v1/notes', { body: { subject, body, ...more } });
const patch = (noteId: string, version: number, body: object) =>
  studio.api('PATCH', `/v1/notes/${noteId}`, { body, headers: { 'if-match': `"${version}"` } });

test('a note is written, read, edited and removed, each with one change and one event', async () => {
  const text = 'Zeile eins\n\n‏مرحبا 🦄 <script>alert(1)</script>';
  const made = await write(text, { custom: { app: { pinned: true } } });
  assert.equal(made.status, 201);
  assert.equal(made.body.body, text, 'kept as written');
  assert.equal(made.body.author.kind, 'user');
  assert.equal(made.body.author.name, 'Test Owner');
  assert.deepEqual(made.body.custom, { app: { pinned: true } });
  const edited = await patch(made.body.id, 1, { body: 'Another text' });
  assert.equal(edited.body.version, 2);
  assert.equal((await patch(made.body.id, 1, { body: 'Stale' })).status, 412);
  assert.equal((await studio.api('GET', `/v1/notes/${made.body.id}`)).body.body, 'Another text');
  assert.equal((await patch(made.body.id, 2, { body: 'Another text' })).body.version, 2, 'no change, no version');
  assert.equal((await studio.api('DELETE', `/v1/notes/${made.body.id}`)).status, 204);
  assert.equal((await studio.api('GET', `/v1/notes/${made.body.id}`)).status, 404);
  assert.equal((await studio.api('DELETE', `/v1/notes/${made.body.id}`)).status, 404);
  const changes = (await studio.api('GET', `/v1/changes?subject=${made.body.id}`)).body.items;
  assert.deepEqual(
    changes.map(({ action }: { action: string }) => action),
    ['deleted', 'updated', 'created'],
  );
  const events = (await studio.api('GET', `/v1/events?leadId=${subject}&limit=100`)).body.items as {
    type: string;
    data: { id: string };
  }[];
  const about = events.filter(({ data }) => data.id === made.body.id).map(({ type }) => type);
  assert.deepEqual(about, ['note.created', 'note.updated', 'note.deleted']);
  assert.doesNotMatch(JSON.stringify(events), /Another text|Zeile/, 'events hold no text');
});

test('the notes on a record are listed newest first, in pages', async () => {
  const lead = (await studio.api('POST', '/v1/leads', { body: { name: 'Many', email: 'm@example.com' } })).body.lead.id;
  for (let index = 0; index < 5; index += 1) await write(`Note ${index}`, { subject: lead });
  const first = (await studio.api('GET', `/v1/notes?subject=${lead}&limit=3`)).body;
  const second = (await studio.api('GET', `/v1/notes?subject=${lead}&limit=3&after=${first.next}`)).body;
  const bodies = [...first.items, ...second.items].map(({ body }: { body: string }) => body);
  assert.deepEqual(bodies, ['Note 4', 'Note 3', 'Note 2', 'Note 1', 'Note 0']);
  assert.equal(second.next, null);
});

test('a note needs a record of this studio', async () => {
  const other = await openStudio(server);
  const foreign = (await other.api('POST', '/v1/leads', { body: { name: 'X', email: 'x@example.com' } })).body.lead.id;
  for (const wrong of [foreign, 'lead_00000000000000000000000000', studio.formId, studio.workspaceId, 'nonsense']) {
    const answer = await write('Hello', { subject: wrong });
    assert.equal(answer.status, 422, wrong);
    assert.equal(answer.body.code, 'subject_not_found');
  }
  assert.deepEqual((await studio.api('GET', `/v1/notes?subject=${foreign}`)).body.items, []);
});

test('a key writes in its own name', async () => {
  const made = await studio.api('POST', '/v1/notes', { as: 'secret', body: { subject, body: 'By a program' } });
  assert.equal(made.body.author.kind, 'key');
  assert.equal(made.body.author.name, 'Tests');
});

test('P09 a card number in a note is masked', async () => {
  const made = await write('Card 5555 5555 5555 4444, order 1234567890123');
  assert.equal(made.body.body, 'Card ••••••••••••4444, order 1234567890123');
  const edited = await patch(made.body.id, 1, { body: 'Now 378282246310005' });
  assert.equal(edited.body.body, 'Now •••••••••••0005');
});
