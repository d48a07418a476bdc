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

const wedding = (date: string | null) => ({ dates: date ? [{ label: 'Wedding', date }] : [] });
const open = async (date: string | null, more: object = {}): Promise<string> =>
  (await studio.api('POST', '/v1/projects', { body: { title: 'Ruiz wedding', ...wedding(date), ...more } })).body.id;
const add = async (projectId: string, more: object) =>
  (await studio.api('POST', '/v1/tasks', { body: { projectId, title: 'Call the venue', ...more } })).body;
const task = async (id: string) => (await studio.api('GET', `/v1/tasks/${id}`)).body;
const patch = (path: string, body: object) =>
  studio.api('PATCH', path, { body, as: 'secret', headers: { 'if-match': '*' } });
const before30 = { days: -30, from: 'mainDate' };

test('a task is added, edited, done, opened again and removed, each with one change and one event', async () => {
  const projectId = await open('2027-06-12');
  const made = await add(projectId, { dueOn: '2027-05-01' });
  assert.equal(made.projectTitle, 'Ruiz wedding');
  assert.equal(made.dueOn, '2027-05-01');
  const path = `/v1/tasks/${made.id}`;
  const stale = await studio.api('PATCH', path, { body: { title: 'X' }, headers: { 'if-match': '"7"' } });
  assert.equal(stale.status, 412);
  assert.equal((await patch(path, { title: 'Call the church' })).body.version, 2);
  const done = (await patch(path, { done: true })).body;
  assert.ok(Date.parse(done.doneAt) > 0);
  assert.equal((await patch(path, { done: true })).body.version, done.version, 'done twice changes nothing');
  const counts = async () => {
    const { body } = await studio.api('GET', `/v1/projects/${projectId}`);
    return [body.openTasks, body.doneTasks];
  };
  assert.deepEqual(await counts(), [0, 1]);
  assert.equal((await patch(path, { done: false })).body.doneAt, null);
  assert.deepEqual(await counts(), [1, 0]);
  assert.equal((await studio.api('DELETE', path)).status, 204);
  assert.equal((await studio.api('GET', path)).status, 404);
  assert.deepEqual(await counts(), [0, 0]);
  const changes = (await studio.api('GET', `/v1/changes?subject=${made.id}`)).body.items;
  assert.deepEqual(
    changes.map(({ action }: { action: string }) => action),
    ['deleted', 'reopened', 'done', 'updated', 'created'],
  );
  assert.deepEqual(changes[0].fields, [{ field: 'title', before: 'Call the church', after: null }]);
  const events = (await studio.api('GET', `/v1/events?projectId=${projectId}&limit=100`)).body.items;
  assert.deepEqual(
    events.slice(1).map(({ type }: { type: string }) => type),
    ['task.created', 'task.updated', 'task.done', 'task.reopened', 'task.deleted'],
  );
  const entries = (await studio.api('GET', `/v1/projects/${projectId}/timeline`)).body.items;
  assert.ok(entries.some((entry: { subject: string; action: string }) => entry.subject === made.id));
});

test('a rule counts from the main date, and open tasks follow it when it moves or goes', async () => {
  const projectId = await open('2027-06-12');
  const ruled = await add(projectId, { dueRule: before30 });
  assert.equal(ruled.dueOn, '2027-05-13');
  const done = await add(projectId, { dueRule: { days: 1, from: 'mainDate' } });
  await patch(`/v1/tasks/${done.id}`, { done: true });
  const fixed = await add(projectId, { dueOn: '2027-04-01' });
  const added = await add(projectId, { dueRule: { days: 0, from: 'created' } });
  await patch(`/v1/projects/${projectId}`, wedding('2027-07-10'));
  const dues = async () => Promise.all([ruled, done, fixed, added].map(async ({ id }) => (await task(id)).dueOn));
  assert.deepEqual(await dues(), ['2027-06-10', '2027-06-13', '2027-04-01', added.dueOn]);
  assert.equal((await task(ruled.id)).version, 2);
  const [change] = (await studio.api('GET', `/v1/changes?subject=${ruled.id}`)).body.items;
  assert.deepEqual(change.fields, [{ field: 'dueOn', before: '2027-05-13', after: '2027-06-10' }]);
  await patch(`/v1/projects/${projectId}`, { title: 'Other' });
  assert.equal((await task(ruled.id)).version, 2, 'another field moves nothing');
  await patch(`/v1/projects/${projectId}`, wedding(null));
  assert.deepEqual(await dues(), [null, '2027-06-13', '2027-04-01', added.dueOn]);
  await patch(`/v1/projects/${projectId}`, wedding('2027-08-01'));
  await patch(`/v1/tasks/${done.id}`, { done: false });
  assert.deepEqual((await dues()).slice(0, 2), ['2027-07-02', '2027-08-02'], 'a task opened again catches up');
});

test('a task added while the main date moves is due by one of the two dates that the project ends with', async () => {
  for (let round = 0; round < 6; round += 1) {
    const projectId = await open('2027-06-12');
    const [made] = await Promise.all([
      add(projectId, { dueRule: before30 }),
      patch(`/v1/projects/${projectId}`, wedding('2027-07-10')),
    ]);
    assert.equal((await task(made.id)).dueOn, '2027-06-10');
  }
});

test('a day of its own takes the rule away, and no rule keeps the day', async () => {
  const projectId = await open('2027-06-12');
  const one = await add(projectId, { dueRule: before30 });
  const other = await add(projectId, { dueRule: before30 });
  const moved = (await patch(`/v1/tasks/${one.id}`, { dueOn: '2027-01-02' })).body;
  assert.deepEqual([moved.dueOn, moved.dueRule], ['2027-01-02', null]);
  const kept = (await patch(`/v1/tasks/${other.id}`, { dueRule: null })).body;
  assert.deepEqual([kept.dueOn, kept.dueRule], ['2027-05-13', null]);
  const ruled = (await patch(`/v1/tasks/${one.id}`, { dueRule: { days: 2, from: 'mainDate' } })).body;
  assert.equal(ruled.dueOn, '2027-06-14');
  const both = await patch(`/v1/tasks/${one.id}`, { dueOn: '2027-01-02', dueRule: before30 });
  assert.equal(both.status, 422);
  assert.equal(both.body.errors[0].pointer, '/dueRule');
});

test('a rule that leaves the years that dates can say has no day', async () => {
  const projectId = await open('9999-12-01');
  assert.equal((await add(projectId, { dueRule: { days: 3650, from: 'mainDate' } })).dueOn, null);
  const early = await add(projectId, { dueRule: { days: -3650, from: 'mainDate' } });
  await patch(`/v1/projects/${projectId}`, wedding('0001-02-03'));
  assert.equal((await task(early.id)).dueOn, null);
});

test('"created" is the day of the studio, not of the server', async () => {
  const far = await openStudio(server);
  const settings = await far.api('GET', '/v1/workspace');
  await far.api('PATCH', '/v1/workspace', {
    body: { timeZone: 'Pacific/Kiritimati' },
    headers: { 'if-match': settings.headers.get('etag')! },
  });
  const { id } = (await far.api('POST', '/v1/projects', { body: { title: 'Job' } })).body;
  const body = { projectId: id, title: 'Now', dueRule: { days: 0, from: 'created' } };
  const made = (await far.api('POST', '/v1/tasks', { body })).body;
  // Fourteen hours ahead of UTC.
  assert.equal(made.dueOn, new Date(Date.parse(made.createdAt) + 14 * 3_600_000).toISOString().slice(0, 10));
});

test('tasks are listed by due date, undated ones last, in pages that hold each once while others are added', async () => {
  const far = await openStudio(server);
  const { id: projectId } = (await far.api('POST', '/v1/projects', { body: { title: 'Job' } })).body;
  const make = (dueOn: string | null, index: number) =>
    far.api('POST', '/v1/tasks', { body: { projectId, title: `Task ${index}`, dueOn } });
  const days = ['2027-03-01', null, '2027-01-01', '2027-03-01', null, '2026-12-31', '2027-02-01'];
  for (const [index, day] of days.entries()) await make(day, index);
  const seen: { title: string; dueOn: string | null }[] = [];
  for (let after = ''; ; ) {
    const page = (await far.api('GET', `/v1/tasks?limit=2${after && `&after=${encodeURIComponent(after)}`}`)).body;
    seen.push(...page.items);
    await make('2026-01-01', 100);
    if (!page.next) break;
    after = page.next;
  }
  assert.deepEqual(
    seen.filter(({ title }) => title !== 'Task 100').map(({ title }) => Number(title.slice(5))),
    [5, 2, 6, 0, 3, 1, 4],
  );
  assert.equal((await far.api('GET', '/v1/tasks?after=nonsense')).status, 422);
  const late = Buffer.from('2027-99-99|00000000-0000-0000-0000-000000000000').toString('base64url');
  assert.equal((await far.api('GET', `/v1/tasks?after=${late}`)).status, 422);
});

test('tasks are narrowed by project, assignee, state and day; those of archived, cancelled and deleted projects are out of the way', async () => {
  const far = await openStudio(server);
  const helper = await joinStudio(far);
  const make = async (title: string) => (await far.api('POST', '/v1/projects', { body: { title } })).body.id as string;
  const [one, two, gone] = [await make('One'), await make('Two'), await make('Gone')];
  const put = (projectId: string, title: string, more: object = {}) =>
    far.api('POST', '/v1/tasks', { body: { projectId, title, ...more } });
  await put(one, 'A', { dueOn: '2027-01-01' });
  await put(one, 'B', { assigneeId: helper.memberId });
  await put(two, 'C', { dueOn: '2027-02-01', assigneeId: helper.memberId });
  await put(gone, 'D');
  const { id } = (await put(two, 'E')).body;
  await far.api('PATCH', `/v1/tasks/${id}`, { body: { done: true }, headers: { 'if-match': '"1"' } });
  await far.api('DELETE', `/v1/projects/${gone}`);
  await far.api('POST', `/v1/projects/${two}/archive`, { body: { archived: true } });
  const titles = async (filter: string) =>
    ((await far.api('GET', `/v1/tasks?${filter}`)).body.items as { title: string }[])
      .map(({ title }) => title)
      .join('');
  assert.equal(await titles(''), 'AB');
  assert.equal(await titles(`projectId=${two}`), 'CE');
  assert.equal(await titles(`projectId=${two}&done=true`), 'E');
  assert.equal(await titles(`projectId=${gone}`), '');
  assert.equal(await titles(`assigneeId=${helper.memberId}`), 'B');
  assert.equal(await titles('dueBefore=2027-01-02'), 'A');
  assert.equal(await titles('dueBefore=2027-01-01'), '');
  await far.api('POST', `/v1/projects/${two}/archive`, { body: { archived: false } });
  assert.equal(await titles('done=false'), 'ACB');
  assert.equal(await titles(`assigneeId=${helper.memberId}&done=false`), 'CB');
  await far.api('POST', `/v1/projects/${two}/move`, { body: { to: 'cancelled', reason: 'Rain' } });
  assert.equal(await titles(''), 'AB');
  assert.equal(await titles(`projectId=${two}&done=false`), 'C');
});

test('a template adds its tasks in order, due by their rules, and those stay when it changes or goes', async () => {
  const items = [
    { title: 'Call the venue', dueRule: before30 },
    { title: 'Back up the cards', dueRule: { days: 1, from: 'mainDate' } },
    { title: 'Thank you card', dueRule: null },
  ];
  const made = await studio.api('POST', '/v1/task-templates', { body: { name: 'Weddings', items } });
  assert.equal(made.status, 201);
  const path = `/v1/task-templates/${made.body.id}`;
  const projectId = await open('2027-06-12');
  const applied = await studio.api('POST', `/v1/projects/${projectId}/apply-task-template`, {
    body: { templateId: made.body.id },
  });
  const dues = (tasks: { title: string; dueOn: string | null }[]) => tasks.map(({ title, dueOn }) => [title, dueOn]);
  const expected = [
    ['Call the venue', '2027-05-13'],
    ['Back up the cards', '2027-06-13'],
    ['Thank you card', null],
  ];
  assert.deepEqual(dues(applied.body.items), expected);
  const edited = await studio.api('PATCH', path, { body: { items: [items[2]] }, headers: { 'if-match': '"1"' } });
  assert.deepEqual(edited.body.items, [items[2]]);
  assert.equal((await studio.api('DELETE', path)).status, 204);
  assert.equal((await studio.api('GET', path)).status, 404);
  assert.deepEqual(dues((await studio.api('GET', `/v1/tasks?projectId=${projectId}`)).body.items), expected);
  const names = (await studio.api('GET', '/v1/task-templates')).body.items.map(({ name }: { name: string }) => name);
  assert.deepEqual(names, []);
});
