import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { type Joined, joinStudio, ownMemberId } from '../platform/testing-members.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

interface Change {
  id: string;
  subject: string;
  record: string | null;
  action: string;
  actor: { id: string; name: string };
  at: string;
  fields: { field: string; before: unknown; after: unknown }[];
  names: Record<string, string>;
}

let server: TestServer;
let studio: Studio;
let member: Joined;
let helper: Joined;
let mine: string;
let other: string;
let leadId: string;
let clientId: string;
let task: string;
let note: string;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  member = await joinStudio(studio, { seesMoney: false });
  helper = await joinStudio(studio, { ownJobsOnly: true });
  const add = async (path: string, body: object): Promise<string> =>
    (await studio.api('POST', `/v1/${path}`, { body })).body.id;
  leadId = await add('leads', { name: 'Ana Weber', email: 'ana@example.com' });
  clientId = await add('clients', { displayName: 'Tom Weber' });
  const value = { amount: 420_000, currency: 'EUR' };
  mine = await add('projects', { title: 'Mine', clientIds: [clientId], memberIds: [helper.memberId], value });
  other = await add('projects', { title: 'Other' });
  task = await add('tasks', { projectId: mine, title: 'Order the album' });
  await add('tasks', { projectId: other, title: 'Call' });
  note = await add('notes', { subject: mine, body: 'Rain plan' });
  await add('notes', { subject: leadId, body: 'Called back' });
  const { stages } = (await studio.api('GET', '/v1/lead-pipeline')).body;
  await studio.api('POST', `/v1/leads/${leadId}/move`, { body: { status: 'open', stageId: stages[1].id } });
  const headers = { 'if-match': '"1"' };
  const doubled = { value: { amount: 840_000, currency: 'EUR' }, title: 'Mine, longer' };
  await studio.api('PATCH', `/v1/projects/${mine}`, { body: doubled, headers });
  await studio.api('PATCH', `/v1/tasks/${task}`, { body: { assigneeId: await ownMemberId(studio) }, headers });
  await add('api-keys', { kind: 'secret', name: 'Sync', scopes: ['leads:read'] });
});
after(() => server.stop());

async function changes(query = '', as: Studio = studio): Promise<Change[]> {
  const answer = await as.api('GET', `/v1/changes?limit=100${query}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items;
}
const subjects = async (query: string, as?: Studio) => [
  ...new Set((await changes(query, as)).map(({ subject }) => subject)),
];
const kinds = async (as: Studio) => [
  ...new Set((await subjects('', as)).map((subject) => subject.slice(0, subject.indexOf('_')))),
];

test('a change names its record, where that is seen, and whatever its fields speak of', async () => {
  const [moved] = await changes(`&subject=${leadId}`);
  const { stages } = (await studio.api('GET', '/v1/lead-pipeline')).body;
  assert.equal(moved!.action, 'moved');
  assert.equal(moved!.record, leadId);
  assert.deepEqual(moved!.names, {
    [leadId]: 'Ana Weber',
    [stages[0].id]: stages[0].name,
    [stages[1].id]: stages[1].name,
  });
  const [assigned] = await changes(`&subject=${task}`);
  const me = await ownMemberId(studio);
  assert.equal(assigned!.record, mine);
  assert.deepEqual(assigned!.names, { [task]: 'Order the album', [mine]: 'Mine, longer', [me]: 'Test Owner' });
  const [written] = await changes(`&subject=${note}`);
  assert.equal(written!.record, mine);
});

test('changes are found by record, by person, by kind and by time', async () => {
  assert.deepEqual(await subjects(`&subject=${clientId}`), [clientId]);
  assert.deepEqual(new Set(await subjects('&resource=projects')), new Set([mine, other]));
  const { id } = (await studio.api('GET', '/v1/account')).body;
  const all = await changes();
  assert.ok(all.every(({ at }, index) => index === 0 || at <= all[index - 1]!.at));
  assert.deepEqual(
    await changes(`&actorId=${id}`),
    all.filter(({ actor }) => actor.id === id),
  );
  assert.deepEqual(await changes('&actorId=user_none'), []);
  const middle = all[3]!.at;
  assert.deepEqual(
    await changes(`&from=${middle}`),
    all.filter(({ at }) => at >= middle),
  );
  assert.deepEqual(
    await changes(`&to=${middle}`),
    all.filter(({ at }) => at < middle),
  );
});

test('pages follow each other without a gap, however many changes there are', async () => {
  for (const as of [studio, helper]) {
    const all = await changes('', as);
    const walked: Change[] = [];
    for (let after = ''; ; ) {
      const { items, next } = (await as.api('GET', `/v1/changes?limit=2${after}`)).body;
      walked.push(...items);
      if (!next) break;
      after = `&after=${next}`;
    }
    assert.deepEqual(walked, all);
  }
});

test('a member is told of work and settings, not of keys', async () => {
  assert.ok((await kinds(studio)).includes('key'));
  assert.deepEqual(new Set(await kinds(member)), new Set(['lead', 'cli', 'proj', 'task', 'note']));
  assert.deepEqual(await changes('&resource=apiKeys', member), []);
});

test('what becomes of invitations is told to those who see the team, by the address while the invitation is open', async () => {
  const invite = async (email: string): Promise<string> =>
    (await studio.api('POST', '/v1/invitations', { body: { email, role: 'member' } })).body.id;
  const [open, gone] = [await invite('open@example.com'), await invite('gone@example.com')];
  await studio.api('DELETE', `/v1/invitations/${gone}`);
  const told = (await changes('&resource=invitations')).map(({ subject, action, fields, names }) => [
    subject,
    action,
    fields,
    names[subject],
  ]);
  const role = (before: string | null, after: string | null) => [{ field: 'role', before, after }];
  assert.deepEqual(told, [
    [gone, 'revoked', role('member', null), undefined],
    [gone, 'created', role(null, 'member'), undefined],
    [open, 'created', role(null, 'member'), 'open@example.com'],
  ]);
  assert.deepEqual(await changes('&resource=invitations', member), []);
});

test('whoever is in the team is found by what they did', async () => {
  const { items } = (await studio.api('GET', '/v1/members?limit=100')).body;
  const owner = items.find(({ role }: { role: string }) => role === 'owner');
  const { id } = (await studio.api('GET', '/v1/account')).body;
  assert.equal(owner.actorId, id);
  assert.deepEqual(await changes(`&actorId=${owner.actorId}`), await changes(`&actorId=${id}`));
});

test('amounts are left out for who does not see money, other fields stay', async () => {
  const fields = async (as: Studio) => (await changes(`&subject=${mine}`, as))[0]!.fields.map(({ field }) => field);
  assert.deepEqual(new Set(await fields(studio)), new Set(['value', 'title']));
  assert.deepEqual(await fields(member), ['title']);
});

test('who is limited to own jobs sees what happened to them and what hangs on them, and nothing else', async () => {
  assert.deepEqual(new Set(await subjects('', helper)), new Set([mine, clientId, task, note]));
  for (const hidden of [other, leadId]) assert.deepEqual(await changes(`&subject=${hidden}`, helper), []);
  const leads = await changes('&resource=leads', helper);
  assert.deepEqual(leads, []);
});

test('who is taken off a job no longer reads its history, nor the names of its clients', async () => {
  const { version } = (await studio.api('GET', `/v1/projects/${mine}`)).body;
  const headers = { 'if-match': `"${version}"` };
  await studio.api('PATCH', `/v1/projects/${mine}`, { body: { clientIds: [] }, headers });
  const [unlinked] = await changes(`&subject=${mine}`, helper);
  assert.deepEqual(unlinked!.names, { [mine]: 'Mine, longer' });
  const [seen] = await changes(`&subject=${mine}`);
  assert.equal(seen!.names[clientId], 'Tom Weber');
  const newer = { 'if-match': `"${version + 1}"` };
  await studio.api('PATCH', `/v1/projects/${mine}`, { body: { memberIds: [] }, headers: newer });
  assert.deepEqual(await changes('', helper), []);
});

test('tasks are found by the words of their titles, own ones only where jobs are limited', async () => {
  const titles = async (q: string, as: Studio) =>
    (await as.api('GET', `/v1/tasks?q=${encodeURIComponent(q)}`)).body.items.map(
      ({ title }: Change & { title: string }) => title,
    );
  assert.deepEqual(await titles('ÁLBUM ord', studio), ['Order the album']);
  assert.deepEqual(await titles('nothing', studio), []);
  assert.deepEqual(await titles('call', helper), []);
});

test('projects are listed with or without a date', async () => {
  const { id } = (
    await studio.api('POST', '/v1/projects', {
      body: { title: 'Dated', dates: [{ date: '2027-06-12', label: 'Day' }] },
    })
  ).body;
  const ids = async (query: string) =>
    (await studio.api('GET', `/v1/projects?${query}`)).body.items.map((project: { id: string }) => project.id);
  assert.deepEqual(await ids('dated=true'), [id]);
  assert.deepEqual(await ids('dated=false'), [other, mine]);
});
