import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '../platform/context.ts';
import { storedId } from '../platform/ids.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';
import notes from './module.ts';

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

test('a deleted note leaves no word behind, only who wrote and deleted it when', async () => {
  const [note, other] = [await write('Marigold, as written'), await write('Another note')];
  await patch(note.body.id, 1, { body: 'Marigold, edited', custom: { app: { words: 'Marigold' } } });
  const changesOf = async (id: string) => (await studio.api('GET', `/v1/changes?subject=${id}`)).body.items;
  const before = await changesOf(note.body.id);
  assert.match(JSON.stringify(before), /Marigold, edited.*Marigold, as written/);
  await patch(other.body.id, 1, { body: 'Another text' });
  const kept = await changesOf(other.body.id);
  assert.equal((await studio.api('DELETE', `/v1/notes/${note.body.id}`)).status, 204);
  const after = await changesOf(note.body.id);
  assert.deepEqual(
    after.slice(1),
    before.map((change: object) => ({ ...change, fields: [], record: null, names: {} })),
  );
  assert.partialDeepStrictEqual(after[0], {
    action: 'deleted',
    actor: { kind: 'user', name: 'Test Owner' },
    fields: [],
  });
  assert.deepEqual(await changesOf(other.body.id), kept, 'another note keeps its own');
  assert.equal(await tablesWith('Marigold'), 'notes: 0, changes: 0, events: 0');
});

test('a person who is erased is in no note and in no record of what a note once said', async () => {
  const email = 'Erased.Person@example.com';
  const [named, edited] = [await write(`Call ${email}`), await write(`Call ${email.toLowerCase()}`)];
  await patch(edited.body.id, 1, { body: 'Called' });
  const workspaceId = storedId('workspace', studio.workspaceId)!;
  const count = await inUnit(server.app.services, workspaceId, systemActor, (ctx) =>
    notes.privacy.erase(ctx, { email: email.toLowerCase() }),
  );
  assert.equal(count, 1);
  assert.equal((await studio.api('GET', `/v1/notes/${named.body.id}`)).status, 404);
  assert.equal((await studio.api('GET', `/v1/notes/${edited.body.id}`)).body.body, 'Called');
  assert.equal(await tablesWith(email), 'notes: 0, changes: 0, events: 0');
});

/** How many rows hold the word, in each table that a note passes through. */
async function tablesWith(word: string): Promise<string> {
  const counts = ['notes', 'changes', 'events'].map(async (table) => {
    const { rows } = await server.database.owner.query(
      `select count(*)::int as count from ${table} t where position(lower($1) in lower(to_jsonb(t)::text)) > 0`,
      [word],
    );
    return `${table}: ${rows[0].count}`;
  });
  return (await Promise.all(counts)).join(', ');
}
