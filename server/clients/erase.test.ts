import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { modules } from '../modules.ts';
import { systemActor } from '../platform/context.ts';
import { storedId } from '../platform/ids.ts';
import type { Module } from '../platform/module.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { settle } from '../platform/testing-snapshot.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const post = async (path: string, body: object) => (await studio.api('POST', `/v1/${path}`, { body })).body;
const get = async (path: string) => (await studio.api('GET', `/v1/${path}`)).body;

/** Erases a person as the rooms promise it, from the last to the first. */
async function erase(email: string): Promise<Record<string, number>> {
  await settle(server.database);
  const counts: Record<string, number> = {};
  const rooms: readonly Module[] = modules;
  await inUnit(server.app.services, storedId('workspace', studio.workspaceId)!, systemActor, async (ctx) => {
    for (const room of rooms.toReversed())
      if (room.privacy) counts[room.name] = await room.privacy.erase(ctx, { email });
  });
  return counts;
}

async function tablesHolding(pattern: string): Promise<string[]> {
  const { rows: tables } = await server.database.owner.query(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const { rows } = await server.database.owner.query(`select 1 from ${name} t where t::text ~* $1 limit 1`, [
      pattern,
    ]);
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}

test('a person who is erased is in no table: not as client, nor merged, on a job, in notes, mails or the history', async () => {
  const contact = (n: number) => ({ contacts: [{ name: 'Quentin Quill', email: `quill${n}@example.com` }] });
  const first = await post('clients', { displayName: 'Quentin Quill', ...contact(1), tags: ['quillish'] });
  const second = await post('clients', {
    displayName: 'Q. Quill',
    contacts: [{ name: 'Quentin Quill', phone: '+4930901820' }],
    source: 'quill.example',
  });
  await post(`clients/${first.id}/merge`, { otherId: second.id });
  await post('projects', { title: 'Quill wedding', clientIds: [first.id] });
  await post('notes', { subject: first.id, body: 'Quill likes film' });
  const lead = (await post('leads', { name: 'Quentin Quill', email: 'quill1@example.com' })).lead;
  await post(`leads/${lead.id}/convert`, {});
  await studio.api('PATCH', `/v1/clients/${first.id}`, {
    body: { displayName: 'Quentin Quill, Esq.' },
    headers: { 'if-match': `"${(await get(`clients/${first.id}`)).version}"` },
  });
  const counts = await erase('QUILL1@example.com');
  assert.equal(counts.clients, 1);
  assert.equal((await get(`clients/${first.id}`)).status, 404);
  assert.equal((await get(`clients/${second.id}`)).status, 404);
  assert.deepEqual(await tablesHolding('quill'), []);
});

test('a client that is others too stays theirs, without the person: contacts, name, history and memory of merges', async () => {
  const couple = await post('clients', {
    displayName: 'Rita Rook & Sam Stone',
    contacts: [{ name: 'Rita Rook', email: 'rita.rook@example.com' }],
  });
  const sam = await post('clients', { displayName: 'Sam Stone', contacts: [{ name: 'Sam Stone' }] });
  const merged = await post(`clients/${couple.id}/merge`, { otherId: sam.id });
  const company = await post('clients', {
    kind: 'company',
    displayName: 'Stone Works',
    contacts: [{ name: 'Sam Stone' }],
  });
  const added = [...company.contacts, { name: 'Rita Rook', email: 'rita.r@example.com', role: 'planner' }];
  await studio.api('PATCH', `/v1/clients/${company.id}`, { body: { contacts: added }, headers: { 'if-match': '"1"' } });
  const projectId = (await post('projects', { title: 'Wedding', clientIds: [couple.id] })).id;
  await erase('rita.rook@example.com');
  await erase('rita.r@example.com');
  await settle(server.database);
  const left = await get(`clients/${couple.id}`);
  assert.equal(left.displayName, 'Sam Stone');
  assert.deepEqual(
    left.contacts.map(({ name }: { name: string }) => name),
    ['Sam Stone'],
  );
  assert.equal((await get(`projects/${projectId}`)).clients[0].displayName, 'Sam Stone');
  assert.equal((await get(`clients/${company.id}`)).displayName, 'Stone Works');
  const undo = await studio.api('POST', `/v1/clients/${couple.id}/unmerge`, { body: { mergeId: merged.id } });
  assert.equal(undo.body.code, 'merge_final', 'what it would bring back is erased');
  assert.deepEqual(await tablesHolding('rook'), []);
});

test('a deleted client is erased too, and nobody else is', async () => {
  const gone = await post('clients', {
    displayName: 'Tess Thorn',
    contacts: [{ name: 'T', email: 'thorn@example.com' }],
  });
  const stays = await post('clients', { displayName: 'Tess', contacts: [{ name: 'T', email: 'thorn2@example.com' }] });
  await studio.api('DELETE', `/v1/clients/${gone.id}`);
  assert.equal((await erase('thorn@example.com')).clients, 1);
  assert.equal((await get(`clients/${gone.id}`)).status, 404);
  assert.equal((await get(`clients/${stays.id}`)).contacts[0].email, 'thorn2@example.com');
  assert.equal((await erase('nobody@example.com')).clients, 0);
});
