import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeOnce } from '../platform/purge.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { joinStudio } from '../platform/testing-members.ts';
import { settle, snapshot } from '../platform/testing-snapshot.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

let people = 0;
const create = async (body: object = {}) => {
  people += 1;
  return (await studio.api('POST', '/v1/clients', { body: { displayName: `Client ${people}`, ...body } })).body;
};
const get = async (path: string) => (await studio.api('GET', `/v1/${path}`)).body;
const merge = (id: string, otherId: string, more: object = {}) =>
  studio.api('POST', `/v1/clients/${id}/merge`, { body: { otherId, ...more } });
const unmerge = (id: string, mergeId: string) => studio.api('POST', `/v1/clients/${id}/unmerge`, { body: { mergeId } });
const patch = (id: string, version: number, body: object) =>
  studio.api('PATCH', `/v1/clients/${id}`, { body, headers: { 'if-match': `"${version}"` } });
const openProject = async (...clientIds: string[]): Promise<string> =>
  (await studio.api('POST', '/v1/projects', { body: { title: 'Job', clientIds } })).body.id;
const clientsOf = async (projectId: string): Promise<string[]> =>
  (await get(`projects/${projectId}`)).clients.map(({ id }: { id: string }) => id);

/** Two records of one person, with a job, a converted enquiry and a note on the one that goes. */
async function twins() {
  const n = ++people;
  const survivor = await create({
    contacts: [{ name: 'Ana Ruiz', phone: `+49309018${20 + n}` }],
    tags: ['wedding'],
    consents: { email: true, sms: true },
    custom: { a: { from: 'survivor' } },
  });
  const enquiry = { name: 'Ana Ruiz', email: `ana-${n}@example.com`, heardFrom: 'A friend' };
  const lead = (await studio.api('POST', '/v1/leads', { body: enquiry })).body.lead;
  const { clientId, projectId } = (await studio.api('POST', `/v1/leads/${lead.id}/convert`, { body: {} })).body;
  const address = { label: 'Home', city: 'Köln' };
  const more = { tags: ['VIP', 'Wedding'], addresses: [address], consents: { sms: false } };
  const other = (await patch(clientId, 1, { ...more, custom: { a: { from: 'other' }, b: { only: 'other' } } })).body;
  const note = (await studio.api('POST', '/v1/notes', { body: { subject: clientId, body: 'Likes film' } })).body;
  return {
    survivor,
    other,
    leadId: lead.id as string,
    projectId: projectId as string,
    noteId: note.id as string,
    address,
  };
}

test('the survivor gains what only the other has, and all that hung on the other hangs on it', async () => {
  const { survivor, other, leadId, projectId, noteId, address } = await twins();
  const answer = await merge(survivor.id, other.id);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const { client, other: gone, moved } = answer.body;
  assert.deepEqual(moved, [
    { resource: 'notes', count: 1 },
    { resource: 'projects', count: 1 },
    { resource: 'leads', count: 1 },
  ]);
  assert.equal(client.contacts.length, 1, 'the same name and no contradiction: one person');
  const { id, email, phone } = client.contacts[0];
  assert.deepEqual([id, email, phone], [survivor.contacts[0].id, other.contacts[0].email, survivor.contacts[0].phone]);
  assert.deepEqual([client.tags, client.addresses, client.source], [['wedding', 'VIP'], [address], 'A friend']);
  assert.deepEqual([client.consents.email.given, client.consents.sms.given], [true, false], 'who said no has said no');
  assert.deepEqual(client.custom, { a: { from: 'survivor' }, b: { only: 'other' } });
  assert.equal(client.projectCount, 1);
  assert.deepEqual(client, await get(`clients/${survivor.id}`));
  assert.deepEqual([gone.mergedIntoId, gone.deletedAt !== null], [survivor.id, true]);
  assert.deepEqual(await clientsOf(projectId), [survivor.id]);
  assert.equal((await get(`leads/${leadId}`)).clientId, survivor.id);
  assert.equal((await get(`notes/${noteId}`)).subject, survivor.id);
  assert.equal((await get(`clients?email=${email}`)).items[0].id, survivor.id);
  const timeline = (await get(`clients/${survivor.id}/timeline?limit=100`)).items as {
    action: string;
    subject: string;
  }[];
  const told = timeline.map(({ action, subject }) => `${action} ${subject}`);
  for (const entry of [
    `merged ${survivor.id}`,
    `merged_away ${other.id}`,
    `created ${other.id}`,
    `created ${projectId}`,
    `converted ${leadId}`,
    `note_written ${survivor.id}`,
  ])
    assert.ok(told.includes(entry), `${entry} in ${told.join(', ')}`);
  const events = (await get(`events?clientId=${survivor.id}&limit=100`)).items as { type: string }[];
  assert.equal(events.filter(({ type }) => type === 'client.merged').length, 1);
});

test('a preview shows exactly what merging then does, and writes nothing', async () => {
  const { survivor, other } = await twins();
  await settle(server.database);
  const before = await snapshot(server.database);
  const preview = await merge(survivor.id, other.id, { dryRun: true });
  assert.equal(preview.status, 200);
  assert.equal(preview.body.id, null);
  const { idempotency_keys: _before, ...rows } = before;
  const { idempotency_keys: _after, ...rowsAfter } = await snapshot(server.database);
  assert.deepEqual(rowsAfter, rows);
  const real = await merge(survivor.id, other.id);
  const face = ({ client, other, moved }: typeof real.body) => {
    const lasting = { ...client, updatedAt: 0, lastActivityAt: 0 };
    return { client: lasting, moved, other: { ...other, updatedAt: 0, lastActivityAt: 0, deletedAt: 0 } };
  };
  assert.deepEqual(face(preview.body), face(real.body));
});

test('undoing gives both what they had; what was edited since stays with the survivor', async () => {
  const { survivor, other, leadId, projectId, noteId } = await twins();
  const merged = (await merge(survivor.id, other.id)).body;
  const newJob = await openProject(survivor.id);
  const edits = { tags: ['wedding', 'VIP', 'since'], source: 'Instagram' };
  const [contact] = merged.client.contacts;
  await patch(survivor.id, merged.client.version, {
    ...edits,
    contacts: [
      { ...contact, name: 'Ana Ruiz-Sander' },
      { name: 'Added since', email: `since-${people}@example.com` },
    ],
  });
  const undone = await unmerge(survivor.id, merged.id);
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  const { client, other: back } = undone.body;
  assert.deepEqual([client.tags, client.source], [['wedding', 'since'], 'Instagram']);
  assert.deepEqual([client.addresses, client.custom], [[], survivor.custom]);
  assert.deepEqual(client.consents, survivor.consents);
  assert.deepEqual(
    client.contacts.map(({ name, email }: { name: string; email: string | null }) => [name, email]),
    [
      ['Ana Ruiz-Sander', null],
      ['Added since', `since-${people}@example.com`],
    ],
    'the address is the other one’s again',
  );
  const { version: _v, updatedAt: _u, lastActivityAt: _l, projectCount, ...same } = back;
  for (const [field, value] of Object.entries(same)) assert.deepEqual(value, other[field], field);
  assert.equal(projectCount, 1);
  assert.deepEqual([await clientsOf(projectId), await clientsOf(newJob)], [[other.id], [survivor.id]]);
  assert.equal((await get(`leads/${leadId}`)).clientId, other.id);
  assert.equal((await get(`notes/${noteId}`)).subject, other.id);
  const subjects = (await get(`clients/${survivor.id}/timeline?limit=100`)).items as { subject: string }[];
  assert.ok(!subjects.some(({ subject }) => [other.id, projectId, leadId].includes(subject)));
  assert.equal((await unmerge(survivor.id, merged.id)).body.code, 'merge_final');
});

test('a project that both were on shows the survivor once, and both again after the undo', async () => {
  const [a, b] = [await create(), await create()];
  const projectId = await openProject(a.id, b.id);
  const { id } = (await merge(a.id, b.id)).body;
  assert.deepEqual(await clientsOf(projectId), [a.id]);
  await unmerge(a.id, id);
  assert.deepEqual(await clientsOf(projectId), [a.id, b.id]);
});

test('merges that did not fit are refused and change nothing', async () => {
  const a = await create({ contacts: Array.from({ length: 12 }, (_, n) => ({ name: `A${n}` })) });
  const b = await create({ contacts: Array.from({ length: 12 }, (_, n) => ({ name: `B${n}` })) });
  const gone = await create();
  await studio.api('DELETE', `/v1/clients/${gone.id}`);
  assert.equal((await merge(a.id, a.id)).body.code, 'merge_impossible');
  assert.equal((await merge(a.id, b.id)).body.code, 'merge_impossible', 'more contacts than a client has');
  assert.equal((await merge(a.id, gone.id)).body.code, 'client_not_found');
  assert.equal((await merge(gone.id, a.id)).status, 404);
  const elsewhere = await openStudio(server);
  const theirs = (await elsewhere.api('POST', '/v1/clients', { body: { displayName: 'Theirs' } })).body.id;
  assert.equal((await merge(a.id, theirs)).body.code, 'client_not_found');
  assert.equal((await get(`clients/${a.id}`)).version, 1);
  const member = await joinStudio(studio);
  const body = { otherId: gone.id };
  assert.equal((await member.api('POST', `/v1/clients/${a.id}/merge`, { body })).status, 403, 'managers merge');
});

test('of two who merge a pair both ways round at once, one does; a repeated request does nothing more', async () => {
  const [a, b] = [await create(), await create()];
  const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id), merge(a.id, b.id), merge(b.id, a.id)]);
  assert.equal(
    answers.filter(({ status }) => status === 200).length,
    1,
    JSON.stringify(answers.map((x) => x.body.code)),
  );
  const [c, d] = [await create(), await create()];
  const send = () =>
    studio.api('POST', `/v1/clients/${c.id}/merge`, {
      body: { otherId: d.id },
      headers: { 'idempotency-key': 'merge-once' },
    });
  assert.deepEqual((await send()).body, (await send()).body);
  assert.equal((await get(`clients/${c.id}`)).version, 2);
});

test('a merge is final once the other client is purged, and then remembers nothing of it', async () => {
  const a = await create();
  const b = await create({
    displayName: 'Purged Twin',
    contacts: [{ name: 'Purged Twin', email: 'purged@example.com' }],
  });
  const third = await create({ displayName: 'Purged Third' });
  await merge(b.id, third.id);
  const { id } = (await merge(a.id, b.id)).body;
  await settle(server.database);
  await server.database.owner.query(
    "update clients set deleted_at = now() - interval '31 days' where display_name like 'Purged %'",
  );
  await purgeOnce(server.app.services);
  assert.equal((await get(`clients/${b.id}`)).status, 404);
  assert.equal((await get(`clients/${a.id}`)).contacts[0].email, 'purged@example.com', 'what it gained, it keeps');
  assert.equal((await unmerge(a.id, id)).body.code, 'merge_final');
  const { rows } = await server.database.owner.query(
    "select 1 from client_merges where before::text ~ 'urged' or after::text ~ 'urged'",
  );
  assert.equal(rows.length, 0);
});
