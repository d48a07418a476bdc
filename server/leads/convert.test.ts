import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeOnce } from '../platform/purge.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

let people = 0;
const enquiry = async (more: object = {}) => {
  people += 1;
  const body = { name: 'Ana Ruiz', email: `ana-${people}@example.com`, ...more };
  return (await studio.api('POST', '/v1/leads', { body })).body.lead;
};
const convert = (id: string, body: object = {}) => studio.api('POST', `/v1/leads/${id}/convert`, { body });
const get = async (path: string) => (await studio.api('GET', `/v1/${path}`)).body;
const count = async (path: string): Promise<number> => (await get(`${path}?limit=100`)).items.length;

test('an enquiry becomes a client with what they agreed to, and a draft of the job; it is won and stays linked', async () => {
  const { body: form } = await studio.api('GET', `/v1/lead-forms/${studio.formId}`);
  const lead = await enquiry({
    phone: '+49 30 901820',
    projectType: 'Wedding',
    eventDate: '2027-06-12',
    place: 'Lake house',
    heardFrom: 'A friend',
    consent: { email: true, sms: false, textVersion: form.consent.textVersion },
  });
  const answer = await convert(lead.id);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const { clientId, projectId } = answer.body;
  assert.deepEqual([answer.body.madeClient, answer.body.madeProject], [true, true]);
  const { status, version } = answer.body.lead;
  assert.deepEqual(
    [status, version, answer.body.lead.clientId, answer.body.lead.projectId],
    ['won', 2, clientId, projectId],
  );
  const client = await get(`clients/${clientId}`);
  assert.deepEqual([client.displayName, client.source, client.projectCount], ['Ana Ruiz', 'A friend', 1]);
  const [{ name, email, phone }] = client.contacts;
  assert.deepEqual([name, email, phone], ['Ana Ruiz', lead.email, '+4930901820']);
  assert.deepEqual(client.consents.email, {
    given: true,
    at: lead.consent.at,
    source: 'form',
    textVersion: form.consent.textVersion,
  });
  assert.equal(client.consents.sms, null, 'a box left empty says nothing');
  const project = await get(`projects/${projectId}`);
  assert.deepEqual([project.title, project.status, project.projectType], ['Ana Ruiz – Wedding', 'draft', 'Wedding']);
  assert.deepEqual(project.dates, [{ label: 'Wedding', date: '2027-06-12', startTime: null, place: 'Lake house' }]);
  assert.deepEqual(project.clients, [{ id: clientId, displayName: 'Ana Ruiz' }]);
});

test('it writes one change, says that it was won and converted, and shows in the timelines of both', async () => {
  const lead = await enquiry();
  await studio.api('POST', '/v1/notes', { body: { subject: lead.id, body: 'Loves film' } });
  const { clientId, projectId } = (await convert(lead.id, { title: 'The big day' })).body;
  const changes = (await get(`changes?subject=${lead.id}`)).items;
  assert.deepEqual(changes[0].fields, [
    { field: 'status', before: 'open', after: 'won' },
    { field: 'clientId', before: null, after: clientId },
    { field: 'projectId', before: null, after: projectId },
  ]);
  const types = async (filter: string) =>
    (await get(`events?limit=100&${filter}`)).items.map(({ type }: { type: string }) => type);
  assert.deepEqual((await types(`leadId=${lead.id}`)).slice(-2), ['lead.converted', 'lead.won']);
  assert.deepEqual(await types(`clientId=${clientId}`), [
    'client.created',
    'project.created',
    'lead.converted',
    'lead.won',
  ]);
  assert.deepEqual(await types(`projectId=${projectId}`), ['project.created', 'lead.converted', 'lead.won']);
  for (const path of [`clients/${clientId}`, `projects/${projectId}`]) {
    const { items } = await get(`${path}/timeline?limit=100`);
    const told = items.map((entry: { subject: string; action: string }) => `${entry.subject} ${entry.action}`);
    for (const entry of [`${lead.id} converted`, `${lead.id} note_written`, `${projectId} created`])
      assert.ok(told.includes(entry), `${path}: ${entry}`);
  }
  assert.equal((await get(`projects/${projectId}`)).title, 'The big day');
});

test('twenty triggers at once make one client and one project, and all get the same answer', async () => {
  for (let round = 0; round < 3; round += 1) {
    const lead = await enquiry();
    const before = [await count('clients'), await count('projects')];
    const answers = await Promise.all(Array.from({ length: 20 }, () => convert(lead.id)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
    assert.deepEqual([await count('clients'), await count('projects')], [before[0]! + 1, before[1]! + 1]);
    assert.equal((await get(`changes?subject=${lead.id}`)).items.length, 2);
  }
});

test('two enquiries of one person at once join one client and make a project each', async () => {
  for (let round = 0; round < 3; round += 1) {
    const first = await enquiry();
    const second = await enquiry({ email: first.email.toUpperCase() });
    const answers = await Promise.all([convert(first.id), convert(second.id)]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
      JSON.stringify(answers),
    );
    assert.equal(new Set(answers.map(({ body }) => body.clientId)).size, 1);
    assert.equal(new Set(answers.map(({ body }) => body.projectId)).size, 2);
    assert.deepEqual(answers.map(({ body }) => body.madeClient).toSorted(), [false, true]);
  }
});

test('an enquiry while its client is entered by hand joins that client or says that the address is taken, never twice', async () => {
  for (let round = 0; round < 6; round += 1) {
    const lead = await enquiry();
    const body = { displayName: 'Ana', contacts: [{ name: 'Ana', email: lead.email }] };
    const [converted, made] = await Promise.all([convert(lead.id), studio.api('POST', '/v1/clients', { body })]);
    assert.equal(converted.status, 200, JSON.stringify(converted.body));
    assert.ok(made.status === 201 ? made.body.id === converted.body.clientId : made.body.code === 'email_taken');
  }
});

test('a known address is told before it is joined, and joined without changing the client', async () => {
  const contacts = [{ name: 'Ana', email: 'Known@Example.com' }];
  const client = (await studio.api('POST', '/v1/clients', { body: { displayName: 'Ana', contacts } })).body;
  const lead = await enquiry({
    email: 'known@example.com',
    name: 'Someone else',
    consent: { email: true, sms: true, textVersion: 1 },
  });
  assert.equal(lead.knownClientId, client.id);
  const answer = (await convert(lead.id)).body;
  assert.deepEqual([answer.clientId, answer.madeClient, answer.lead.knownClientId], [client.id, false, null]);
  const joined = await get(`clients/${client.id}`);
  assert.deepEqual(
    [joined.displayName, joined.contacts, joined.consents],
    [client.displayName, client.contacts, client.consents],
  );
  await studio.api('DELETE', `/v1/clients/${client.id}`);
  const later = await enquiry({ email: 'known@example.com' });
  assert.equal(later.knownClientId, null, 'a deleted client has given up the address');
  assert.equal((await convert(later.id)).body.madeClient, true);
});

test('a named client and project are joined, the client added to those who are on it', async () => {
  const clientId = (await studio.api('POST', '/v1/clients', { body: { displayName: 'Rosa' } })).body.id;
  const mother = (await studio.api('POST', '/v1/clients', { body: { displayName: 'Mother' } })).body.id;
  const projectId = (await studio.api('POST', '/v1/projects', { body: { title: 'There', clientIds: [mother] } })).body
    .id;
  const answer = (await convert((await enquiry()).id, { clientId, projectId })).body;
  assert.deepEqual([answer.clientId, answer.projectId], [clientId, projectId]);
  assert.deepEqual([answer.madeClient, answer.madeProject], [false, false]);
  const { clients } = await get(`projects/${projectId}`);
  assert.deepEqual(
    clients.map(({ id }: { id: string }) => id),
    [mother, clientId],
  );
  await studio.api('DELETE', `/v1/projects/${projectId}`);
  const gone = await convert((await enquiry()).id, { projectId });
  assert.equal(gone.body.code, 'project_not_found');
  const other = await openStudio(server);
  const foreign = (await other.api('POST', '/v1/clients', { body: { displayName: 'Theirs' } })).body.id;
  const lead = await enquiry();
  const before = [await count('clients'), await count('projects')];
  assert.equal((await convert(lead.id, { clientId: foreign })).body.code, 'client_not_found');
  assert.equal((await get(`leads/${lead.id}`)).status, 'open');
  assert.deepEqual([await count('clients'), await count('projects')], before, 'a refusal makes nothing');
});

test('what is lost or spam is reopened first, and what is converted does not reopen', async () => {
  const lead = await enquiry();
  const move = (body: object) => studio.api('POST', `/v1/leads/${lead.id}/move`, { body });
  await move({ status: 'lost', lostReason: 'Budget' });
  assert.equal((await convert(lead.id)).body.code, 'invalid_transition');
  await move({ status: 'open' });
  await move({ status: 'won' });
  assert.equal((await move({ status: 'open' })).status, 200, 'won by hand, nothing converted');
  await move({ status: 'won' });
  assert.equal((await convert(lead.id)).status, 200);
  for (const body of [{ status: 'open' }, { status: 'lost', lostReason: 'Budget' }, { status: 'spam' }])
    assert.equal((await move(body)).body.code, 'invalid_transition');
  await studio.api('DELETE', `/v1/leads/${lead.id}`);
  assert.equal((await convert(lead.id)).status, 404);
});

test('a lead follows its client through a merge and back', async () => {
  const lead = await enquiry();
  const { clientId } = (await convert(lead.id)).body;
  const survivor = (await studio.api('POST', '/v1/clients', { body: { displayName: 'Ana R.' } })).body.id;
  const { body } = await studio.api('POST', `/v1/clients/${survivor}/merge`, { body: { otherId: clientId } });
  assert.equal((await get(`leads/${lead.id}`)).clientId, survivor);
  await studio.api('POST', `/v1/clients/${survivor}/unmerge`, { body: { mergeId: body.id } });
  assert.equal((await get(`leads/${lead.id}`)).clientId, clientId);
});

test('a client that is merged away while an enquiry or a job joins it leaves none behind', async () => {
  const makeClient = async (email?: string): Promise<string> =>
    (
      await studio.api('POST', '/v1/clients', {
        body: { displayName: 'Ana', contacts: email ? [{ name: 'Ana', email }] : [] },
      })
    ).body.id;
  const clientsOf = async (projectId: string): Promise<string[]> =>
    (await get(`projects/${projectId}`)).clients.map(({ id }: { id: string }) => id);
  for (let round = 0; round < 5; round += 1) {
    const [known, named] = [await enquiry(), await enquiry()];
    const [gone, survivor] = [await makeClient(known.email), await makeClient()];
    const [joined, edited] = await Promise.all(
      ['Joined', 'Edited'].map(
        async (title) => (await studio.api('POST', '/v1/projects', { body: { title } })).body.id as string,
      ),
    );
    const [merge, byAddress, byName, edit] = await Promise.all([
      studio.api('POST', `/v1/clients/${survivor}/merge`, { body: { otherId: gone } }),
      convert(known.id),
      convert(named.id, { clientId: gone, projectId: joined }),
      studio.api('PATCH', `/v1/projects/${edited}`, { body: { clientIds: [gone] }, headers: { 'if-match': '"1"' } }),
    ]);
    assert.deepEqual([merge.status, byAddress.status], [200, 200], JSON.stringify([merge.body, byAddress.body]));
    assert.equal((await get(`leads/${known.id}`)).clientId, survivor);
    assert.deepEqual(await clientsOf(byAddress.body.projectId), [survivor]);
    for (const [answer, projectId] of [
      [byName, joined],
      [edit, edited],
    ] as const) {
      if (answer.status !== 200) assert.equal(answer.body.code, 'client_not_found', JSON.stringify(answer.body));
      assert.deepEqual(await clientsOf(projectId!), answer.status === 200 ? [survivor] : []);
    }
    assert.equal((await get(`leads/${named.id}`)).clientId, byName.status === 200 ? survivor : null);
  }
});

test('a lead outlives the project that it became, and can become another', async () => {
  const lead = await enquiry();
  const first = (await convert(lead.id)).body;
  await studio.api('DELETE', `/v1/projects/${first.projectId}`);
  const { owner } = server.database;
  await owner.query("update projects set deleted_at = now() - interval '31 days' where deleted_at is not null");
  await purgeOnce(server.app.services);
  const left = await get(`leads/${lead.id}`);
  assert.deepEqual([left.status, left.clientId, left.projectId], ['won', first.clientId, null]);
  const second = (await convert(lead.id)).body;
  assert.equal(second.clientId, first.clientId);
  assert.notEqual(second.projectId, first.projectId);
  assert.deepEqual([second.madeClient, second.madeProject], [false, true]);
});
