import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId, publicId } from '../platform/ids.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { type Joined, joinStudio } from '../platform/testing-members.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
let helper: Joined;
let mine: string;
let other: string;
let myTask: string;
let otherTask: string;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  helper = await joinStudio(studio, { ownJobsOnly: true });
  const open = async (title: string, more: object = {}): Promise<string> =>
    (await studio.api('POST', '/v1/projects', { body: { title, ...more } })).body.id;
  const add = async (projectId: string): Promise<string> =>
    (await studio.api('POST', '/v1/tasks', { body: { projectId, title: 'Task' } })).body.id;
  [mine, other] = [await open('Mine', { memberIds: [helper.memberId] }), await open('Other')];
  [myTask, otherTask] = [await add(mine), await add(other)];
});
after(() => server.stop());

const ids = async (path: string) =>
  ((await helper.api('GET', path)).body.items as { id: string }[]).map(({ id }) => id);

test('a member limited to own jobs finds them and their tasks in every list, and no other', async () => {
  for (const filter of ['', '&order=date', '&order=oldest', '&q=mine', `&memberId=${helper.memberId}`])
    assert.deepEqual(await ids(`/v1/projects?limit=100${filter}`), [mine], filter);
  assert.deepEqual(await ids('/v1/projects?q=other'), []);
  assert.deepEqual(await ids('/v1/tasks'), [myTask]);
  assert.deepEqual(await ids(`/v1/tasks?projectId=${other}`), []);
  const { stages } = (await helper.api('GET', '/v1/projects/summary')).body;
  assert.equal(stages[0].count, 1);
});

test('a client is said to have as many jobs as such a member may see', async () => {
  const add = async (path: string, body: object): Promise<string> =>
    (await studio.api('POST', `/v1/${path}`, { body })).body.id;
  const client = await add('clients', { displayName: 'Ana Weber' });
  const theirs = await add('projects', { title: 'Hers', clientIds: [client], memberIds: [helper.memberId] });
  for (const title of ['One', 'Two']) await add('projects', { title, clientIds: [client] });
  const counted = async (as: Studio) => [
    (await as.api('GET', `/v1/clients/${client}`)).body.projectCount,
    (await as.api('GET', '/v1/clients?q=weber')).body.items[0].projectCount,
  ];
  assert.deepEqual(await counted(studio), [3, 3]);
  assert.deepEqual(await counted(helper), [1, 1]);
  assert.equal((await helper.api('GET', `/v1/projects?clientId=${client}`)).body.items.length, 1);
  await studio.api('DELETE', `/v1/projects/${theirs}`);
});

test("others' jobs are not there for such a member: every call answers as for an id that is none", async () => {
  const stale = { 'if-match': '"99"' };
  const calls = (projectId: string, taskId: string): [string, string, object?][] => [
    ['GET', `/v1/projects/${projectId}`],
    ['GET', `/v1/projects/${projectId}/timeline`],
    ['PATCH', `/v1/projects/${projectId}`, { title: 'Taken' }],
    ['POST', `/v1/projects/${projectId}/move`, { to: 'cancelled', reason: 'X' }],
    ['POST', `/v1/projects/${projectId}/apply-task-template`, { templateId: 'none' }],
    ['GET', `/v1/tasks/${taskId}`],
    ['PATCH', `/v1/tasks/${taskId}`, { done: true }],
    ['DELETE', `/v1/tasks/${taskId}`],
    ['POST', '/v1/tasks', { projectId, title: 'Mine' }],
  ];
  const nobodys = calls(publicId('project', newId()), publicId('task', newId()));
  for (const [index, [method, path, body]] of calls(other, otherTask).entries()) {
    const call = async (target: string, given: object | undefined) => {
      const options = { ...(given ? { body: given } : {}), ...(method === 'PATCH' ? { headers: stale } : {}) };
      const answer = await helper.api(method, target, options);
      return { status: answer.status, body: { ...answer.body, requestId: '' } };
    };
    const theirs = await call(path, body);
    assert.equal(theirs.status, path === '/v1/tasks' ? 422 : 404, `${method} ${path}`);
    assert.deepEqual(theirs, await call(nobodys[index]![1], nobodys[index]![2]), `${method} ${path}`);
  }
  assert.equal((await studio.api('GET', `/v1/projects/${other}`)).body.version, 1);
  assert.equal((await studio.api('GET', `/v1/tasks/${otherTask}`)).body.version, 1);
});

test('own jobs may be changed and their tasks worked on, but not who is on them, nor opened, archived or deleted', async () => {
  const patch = (body: object) => helper.api('PATCH', `/v1/projects/${mine}`, { body, headers: { 'if-match': '"1"' } });
  for (const people of [{ memberIds: [] }, { clientIds: [] }]) assert.equal((await patch(people)).status, 403);
  assert.equal((await patch({ description: 'By the helper' })).status, 200);
  const { stages } = (await helper.api('GET', '/v1/project-pipeline')).body;
  const move = { to: 'stage', stageId: stages[1].id };
  assert.equal((await helper.api('POST', `/v1/projects/${mine}/move`, { body: move })).body.status, 'booked');
  const done = await helper.api('PATCH', `/v1/tasks/${myTask}`, {
    body: { done: true },
    headers: { 'if-match': '"1"' },
  });
  assert.equal(done.status, 200);
  assert.equal((await helper.api('POST', '/v1/tasks', { body: { projectId: mine, title: 'Charge' } })).status, 201);
  assert.equal((await helper.api('POST', '/v1/projects', { body: { title: 'New' } })).status, 403);
  assert.equal((await helper.api('POST', `/v1/projects/${mine}/archive`, { body: { archived: true } })).status, 403);
  assert.equal((await helper.api('DELETE', `/v1/projects/${mine}`)).status, 403);
});

test('who is taken off a job no longer sees it', async () => {
  const { id, version } = (
    await studio.api('POST', '/v1/projects', { body: { title: 'Brief', memberIds: [helper.memberId] } })
  ).body;
  assert.equal((await helper.api('GET', `/v1/projects/${id}`)).status, 200);
  const headers = { 'if-match': `"${version}"` };
  await studio.api('PATCH', `/v1/projects/${id}`, { body: { memberIds: [] }, headers });
  assert.equal((await helper.api('GET', `/v1/projects/${id}`)).status, 404);
});

test('an enquiry that became an own job stays out of its timeline for who may not see enquiries', async () => {
  const lead = (await studio.api('POST', '/v1/leads', { body: { name: 'Ana', email: 'ana@example.com' } })).body.id;
  await studio.api('POST', `/v1/leads/${lead}/convert`, { body: { projectId: mine } });
  const subjects = async (from: Studio) =>
    (await from.api('GET', `/v1/projects/${mine}/timeline?limit=100`)).body.items.map(
      (entry: { subject: string }) => entry.subject,
    );
  assert.ok((await subjects(studio)).includes(lead));
  assert.ok(!(await subjects(helper)).includes(lead));
});
