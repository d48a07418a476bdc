import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { type Joined, joinStudio, ownMemberId } from '../platform/testing-members.ts';
import { settle } from '../platform/testing-snapshot.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
let ana: Joined;
let bo: Joined;
let limited: Joined;
let own: string;
let clientId: string;
let mine: string;
let other: string;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  [ana, bo] = [await joinStudio(studio), await joinStudio(studio, { role: 'manager' })];
  limited = await joinStudio(studio, { ownJobsOnly: true });
  own = await ownMemberId(studio);
  const post = async (path: string, body: object) => (await studio.api('POST', `/v1/${path}`, { body })).body.id;
  clientId = await post('clients', { displayName: 'Quill & Co' });
  mine = await post('projects', { title: 'Mine', clientIds: [clientId], memberIds: [limited.memberId] });
  other = await post('projects', { title: 'Other' });
});
after(() => server.stop());

const write = (subject: string, mentions?: string[], who: Pick<Studio, 'api'> = studio) =>
  who.api('POST', '/v1/notes', { body: { subject, body: 'Look at this', ...(mentions ? { mentions } : {}) } });
const patch = (noteId: string, version: number, body: object) =>
  studio.api('PATCH', `/v1/notes/${noteId}`, { body, headers: { 'if-match': `"${version}"` } });
const mailsTo = (who: Studio) =>
  server.sandbox.mails().filter(({ to, subject }) => to.includes(who.email) && /mentioned/.test(subject));

test('members who are mentioned are told once by mail, with the note and where it is; who writes is not', async () => {
  const made = await write(clientId, [ana.memberId, own]);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.deepEqual(made.body.mentions, [ana.memberId, own]);
  const mail = await eventually('the mail', () => mailsTo(ana)[0]);
  assert.equal(mail.subject, 'Test Owner mentioned you in a note');
  assert.match(mail.text!, /Look at this/);
  assert.match(mail.text!, new RegExp(`/app/${studio.slug}/clients/${clientId}`));
  const edited = await patch(made.body.id, 1, { mentions: [ana.memberId, bo.memberId], body: 'Look again' });
  assert.deepEqual(edited.body.mentions, [ana.memberId, bo.memberId]);
  const second = await eventually('the second mail', () => mailsTo(bo)[0]);
  assert.match(second.text!, /Look again/);
  await settle(server.database);
  assert.deepEqual([mailsTo(ana).length, mailsTo(bo).length, mailsTo(studio).length], [1, 1, 0]);
  const change = (await studio.api('GET', `/v1/changes?subject=${made.body.id}`)).body.items[0];
  assert.deepEqual(
    change.fields.find(({ field }: { field: string }) => field === 'mentions'),
    { field: 'mentions', before: [ana.memberId, own], after: [ana.memberId, bo.memberId] },
  );
  const timeline = (await studio.api('GET', `/v1/clients/${clientId}/timeline`)).body.items;
  assert.deepEqual(timeline.find(({ kind }: { kind: string }) => kind === 'note').note.mentions, [
    ana.memberId,
    bo.memberId,
  ]);
});

test('mentions are members of the studio who may see the record; others are refused with their place', async () => {
  const stranger = await ownMemberId(await openStudio(server));
  for (const wrong of [stranger, 'mem_00000000000000000000000000', clientId, 'nonsense']) {
    const answer = await write(clientId, [ana.memberId, wrong]);
    assert.deepEqual([answer.status, answer.body.code], [422, 'member_not_found']);
    assert.equal(answer.body.errors[0].pointer, '/mentions/1');
  }
  assert.equal((await write(other, [limited.memberId])).body.code, 'member_not_found', 'another’s job');
  for (const subject of [mine, clientId]) assert.equal((await write(subject, [limited.memberId])).status, 201);
  const note = (await write(other)).body;
  assert.equal((await patch(note.id, 1, { mentions: [limited.memberId] })).body.code, 'member_not_found');
  assert.deepEqual((await patch(note.id, 1, { mentions: [] })).body.version, 1);
});

test('notes are written on clients, projects and tasks, and their events belong to these', async () => {
  const task = (await studio.api('POST', '/v1/tasks', { body: { projectId: mine, title: 'Call' } })).body.id;
  const written = [(await write(clientId)).body, (await write(mine)).body, (await write(task)).body];
  const eventsOf = async (query: string) =>
    (
      (await studio.api('GET', `/v1/events?limit=100&type=note.created&${query}`)).body.items as {
        data: { id: string };
      }[]
    ).map(({ data }) => data.id);
  assert.ok((await eventsOf(`clientId=${clientId}`)).includes(written[0].id));
  const ofProject = await eventsOf(`projectId=${mine}`);
  assert.ok(ofProject.includes(written[1].id) && ofProject.includes(written[2].id));
});

test('a member limited to own jobs reads and writes notes on these alone', async () => {
  const [onMine, onOther] = [(await write(mine)).body, (await write(other)).body];
  const lead = (await studio.api('POST', '/v1/leads', { body: { name: 'A', email: 'a@example.com' } })).body.lead;
  const onLead = (await write(lead.id)).body;
  assert.equal((await limited.api('GET', `/v1/notes/${onMine.id}`)).status, 200);
  assert.equal((await write(mine, undefined, limited)).status, 201);
  assert.equal((await write(clientId, undefined, limited)).status, 201);
  for (const subject of [other, lead.id]) {
    assert.equal((await write(subject, undefined, limited)).body.code, 'subject_not_found');
    assert.deepEqual((await limited.api('GET', `/v1/notes?subject=${subject}`)).body.items, []);
  }
  for (const note of [onOther, onLead]) {
    const path = `/v1/notes/${note.id}`;
    const edit = { body: { body: 'Taken' }, headers: { 'if-match': '"99"' } };
    assert.equal((await limited.api('GET', path)).status, 404);
    assert.equal((await limited.api('PATCH', path, edit)).status, 404, 'and not 412');
    assert.equal((await limited.api('DELETE', path)).status, 404);
  }
});
