import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '../platform/context.ts';
import { storedId } from '../platform/ids.ts';
import { purgeOnce } from '../platform/purge.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { joinStudio, ownMemberId } from '../platform/testing-members.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';
import { erase } from './service.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const open = async (body: object = {}, from: Studio = studio) =>
  (await from.api('POST', '/v1/projects', { body: { title: 'Ruiz wedding', ...body } })).body;
const client = async (displayName: string, from: Studio = studio): Promise<string> =>
  (await from.api('POST', '/v1/clients', { body: { displayName } })).body.id;
const read = async (id: string) => (await studio.api('GET', `/v1/projects/${id}`)).body;
const patch = (id: string, version: number, body: object, from: Studio = studio) =>
  from.api('PATCH', `/v1/projects/${id}`, { body, headers: { 'if-match': `"${version}"` } });
const titles = async (filter: string, from: Studio = studio): Promise<string[]> =>
  ((await from.api('GET', `/v1/projects?limit=100&${filter}`)).body.items as { title: string }[]).map(
    ({ title }) => title,
  );

test('a project is opened with its people, dates and value, and read back as it was given', async () => {
  const clientIds = [await client('Ana & Luis Ruiz'), await client('Rosa Ruiz')];
  const memberIds = [(await joinStudio(studio)).memberId, await ownMemberId(studio)];
  const dates = [
    { label: 'Wedding', date: '2027-06-12', startTime: '14:00', place: 'Lake house' },
    { label: 'Engagement', date: '2027-03-01' },
  ];
  const made = await studio.api('POST', '/v1/projects', {
    body: {
      title: '  Ruiz wedding  ',
      ...{ clientIds, memberIds, dates, projectType: 'Wedding', tags: ['album', 'film'] },
      ...{ description: 'مرحبا 🦄', value: { amount: 420000, currency: 'EUR' }, custom: { app: { colour: 'red' } } },
    },
  });
  assert.equal(made.status, 201);
  const { body } = made;
  assert.equal(body.title, 'Ruiz wedding');
  assert.deepEqual(body.clients, [
    { id: clientIds[0], displayName: 'Ana & Luis Ruiz' },
    { id: clientIds[1], displayName: 'Rosa Ruiz' },
  ]);
  assert.deepEqual(body.memberIds, memberIds);
  assert.deepEqual(body.dates[1], { label: 'Engagement', date: '2027-03-01', startTime: null, place: null });
  assert.equal(body.mainDate, '2027-06-12');
  assert.deepEqual(body.value, { amount: 420000, currency: 'EUR' });
  assert.deepEqual([body.status, body.stage, body.openTasks, body.version], ['draft', 'draft', 0, 1]);
  assert.deepEqual(await read(body.id), body);
  assert.equal((await studio.api('POST', '/v1/projects', { body: { title: '   ' } })).status, 422);
  const ghost = await studio.api('POST', '/v1/projects', { body: { title: 'X', clientIds: [clientIds[0], 'cli_x'] } });
  assert.equal(ghost.body.errors[0].pointer, '/clientIds/1');
});

test('an edit changes what it names, writes before and after, and needs the version that was read', async () => {
  const { id } = await open({ clientIds: [await client('Ana')], projectType: 'Wedding' });
  const other = await client('Luis');
  const edited = await patch(id, 1, {
    projectType: null,
    clientIds: [other],
    dates: [{ label: 'Day', date: '2027-01-02' }],
  });
  assert.equal(edited.status, 200);
  assert.deepEqual([edited.body.version, edited.body.mainDate], [2, '2027-01-02']);
  assert.deepEqual(edited.body.clients, [{ id: other, displayName: 'Luis' }]);
  assert.equal((await patch(id, 1, { title: 'Stale' })).status, 412);
  assert.equal((await patch(id, 2, { clientIds: [other], projectType: null })).body.version, 2, 'nothing new');
  const [change] = (await studio.api('GET', `/v1/changes?subject=${id}`)).body.items;
  assert.deepEqual(change.fields.map(({ field }: { field: string }) => field).toSorted(), [
    'clientIds',
    'dates',
    'projectType',
  ]);
  assert.equal(change.fields.find(({ field }: { field: string }) => field === 'projectType').before, 'Wedding');
});

test('people are put in another order, and members who leave the studio leave its projects and tasks', async () => {
  const [one, two] = [await joinStudio(studio), await joinStudio(studio)];
  const { id } = await open({ memberIds: [one.memberId, two.memberId] });
  assert.deepEqual((await patch(id, 1, { memberIds: [two.memberId, one.memberId] })).body.memberIds, [
    two.memberId,
    one.memberId,
  ]);
  const task = { projectId: id, title: 'Call', assigneeId: one.memberId };
  const { id: taskId } = (await studio.api('POST', '/v1/tasks', { body: task })).body;
  await server.database.owner.query(
    'delete from members where user_id = (select id from users where email = $1) and role = $2',
    [one.email, 'member'],
  );
  assert.deepEqual((await read(id)).memberIds, [two.memberId]);
  assert.equal((await studio.api('GET', `/v1/tasks/${taskId}`)).body.assigneeId, null);
});

test('amounts are for those who see money: others read none, set none, and find none in the timeline', async () => {
  const helper = await joinStudio(studio, { seesMoney: false });
  const { id } = await open({ value: { amount: 420000, currency: 'EUR' } });
  await patch(id, 1, { value: { amount: 9900101, currency: 'USD' } });
  assert.deepEqual((await read(id)).value, { amount: 9900101, currency: 'USD' });
  assert.equal((await helper.api('GET', `/v1/projects/${id}`)).body.value, null);
  const listed = (await helper.api('GET', '/v1/projects?limit=100')).body.items;
  assert.ok(listed.length > 0 && listed.every((item: { value: unknown }) => item.value === null));
  assert.equal((await patch(id, 2, { value: null }, helper)).status, 403);
  const body = { title: 'Mine', value: { amount: 1, currency: 'EUR' } };
  assert.equal((await helper.api('POST', '/v1/projects', { body })).status, 403);
  const renamed = await patch(id, 2, { title: 'Renamed' }, helper);
  assert.deepEqual([renamed.status, renamed.body.value], [200, null]);
  assert.deepEqual((await read(id)).value, { amount: 9900101, currency: 'USD' }, 'and it stays');
  const timeline = (from: Studio) => from.api('GET', `/v1/projects/${id}/timeline`);
  assert.match(JSON.stringify((await timeline(studio)).body), /420000/);
  assert.doesNotMatch(JSON.stringify((await timeline(helper)).body), /420000|9900101/);
});

test('lists are narrowed and ordered, and pages hold each project once while others are opened', async () => {
  const far = await openStudio(server);
  const [ana, member] = [await client('Ana', far), await ownMemberId(far)];
  const days = ['2027-03-01', null, '2027-01-01', '2027-03-01', null, '2026-12-31'];
  const ids: string[] = [];
  for (const [index, date] of days.entries()) {
    const more = index % 2 ? { clientIds: [ana] } : { memberIds: [member] };
    ids.push((await open({ title: `P${index}`, ...more, dates: date ? [{ label: 'Day', date }] : [] }, far)).id);
  }
  const walk = async (order: string): Promise<string> => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const address = `/v1/projects?limit=2&order=${order}${after && `&after=${encodeURIComponent(after)}`}`;
      const page = (await far.api('GET', address)).body;
      seen.push(...page.items.map(({ title }: { title: string }) => title));
      await open({ title: 'New', dates: [{ label: 'Day', date: '2026-01-01' }] }, far);
      if (!page.next) break;
      after = page.next;
    }
    return seen.filter((title) => title !== 'New').join(' ');
  };
  assert.equal(await walk('newest'), 'P5 P4 P3 P2 P1 P0');
  assert.equal(await walk('date'), 'P5 P2 P0 P3 P1 P4');
  const fresh = async (filter: string) => (await titles(filter, far)).filter((title) => title !== 'New');
  assert.deepEqual(await fresh('order=oldest'), ['P0', 'P1', 'P2', 'P3', 'P4', 'P5']);
  assert.deepEqual(await fresh(`clientId=${ana}`), ['P5', 'P3', 'P1']);
  assert.deepEqual(await fresh(`memberId=${member}`), ['P4', 'P2', 'P0']);
  assert.deepEqual(await fresh('dateFrom=2027-01-01&dateTo=2027-03-01'), ['P2']);
  assert.deepEqual(await fresh('dateFrom=2026-12-31&order=date'), ['P5', 'P2', 'P0', 'P3']);
  const several = ['2028-02-01', '2028-02-03', '2028-05-01'].map((date) => ({ label: 'Day', date }));
  await far.api('PATCH', `/v1/projects/${ids[4]}`, { body: { dates: several }, headers: { 'if-match': '"1"' } });
  for (const [span, found] of [
    ['dateFrom=2028-02-03&dateTo=2028-02-04', ['P4']],
    ['dateFrom=2028-02-02&dateTo=2028-02-03', []],
    ['dateFrom=2028-04-01', ['P4']],
    ['dateFrom=2028-02-04&dateTo=2028-05-01', []],
    ['dateFrom=2028-05-02', []],
  ] as const)
    assert.deepEqual(await fresh(span), found, span);
  await far.api('PATCH', `/v1/projects/${ids[4]}`, { body: { dates: [] }, headers: { 'if-match': '"2"' } });
  await far.api('POST', `/v1/projects/${ids[0]}/archive`, { body: { archived: true } });
  await far.api('DELETE', `/v1/projects/${ids[1]}`);
  await far.api('POST', `/v1/projects/${ids[2]}/move`, { body: { to: 'cancelled', reason: 'Rain' } });
  assert.deepEqual(await fresh(''), ['P5', 'P4', 'P3', 'P2']);
  assert.deepEqual(await fresh('archived=true'), ['P0']);
  assert.deepEqual(await fresh('deleted=true'), ['P1']);
  assert.deepEqual(await fresh('status=cancelled'), ['P2']);
  const { stages } = (await far.api('GET', '/v1/project-pipeline')).body;
  assert.deepEqual(await fresh(`stageId=${stages[0].id}`), ['P5', 'P4', 'P3']);
  const summary = (await far.api('GET', '/v1/projects/summary')).body;
  assert.equal(summary.cancelled, 1);
  assert.equal(summary.stages[0].count, (await titles(`stageId=${stages[0].id}`, far)).length);
  assert.equal((await far.api('GET', '/v1/projects?after=nonsense')).status, 422);
  assert.equal((await far.api('GET', '/v1/projects?order=date&after=nonsense')).status, 422);
});

test('words find a project by title, client, place and type, without accents, also after a client is renamed', async () => {
  const far = await openStudio(server);
  const ana = await client('Ana Öztürk', far);
  const dates = [{ label: 'Wedding', date: '2027-06-12', place: 'Château de Varennes' }];
  await open({ title: 'The big day', clientIds: [ana], projectType: 'Hochzeit', dates }, far);
  await open({ title: 'Another job' }, far);
  for (const q of ['big', 'ozturk', 'ANA OZT', 'chateau', 'hochzeit varen'])
    assert.deepEqual(await titles(`q=${q}`, far), ['The big day'], q);
  assert.deepEqual(await titles('q=nothing', far), []);
  await far.api('PATCH', `/v1/clients/${ana}`, { body: { displayName: 'Ana Meier' }, headers: { 'if-match': '"1"' } });
  await eventually('the new name to be found', async () => (await titles('q=meier', far)).length === 1);
  assert.deepEqual(await titles('q=ozturk', far), []);
});

test('a deleted project is out of the lists until it is restored, and after 30 days it is gone with all that hung on it', async () => {
  const { id } = await open({ title: 'Secret garden' });
  await studio.api('POST', '/v1/tasks', { body: { projectId: id, title: 'Secret task' } });
  await studio.api('POST', '/v1/notes', { body: { subject: id, body: 'Secret note' } });
  await patch(id, 1, { title: 'Secret lake' });
  assert.equal((await studio.api('DELETE', `/v1/projects/${id}`)).status, 204);
  assert.ok((await read(id)).deletedAt);
  assert.equal((await patch(id, 3, { title: 'X' })).status, 404);
  assert.equal((await studio.api('POST', `/v1/projects/${id}/restore`)).body.deletedAt, null);
  await studio.api('DELETE', `/v1/projects/${id}`);
  const { owner } = server.database;
  await owner.query("update projects set deleted_at = now() - interval '31 days' where title = 'Secret lake'");
  await purgeOnce(server.app.services);
  assert.equal((await studio.api('GET', `/v1/projects/${id}`)).status, 404);
  for (const table of ['projects', 'tasks', 'notes', 'changes', 'record_links', 'project_clients']) {
    const { rows } = await owner.query(`select 1 from ${table} t where to_jsonb(t)::text ilike '%secret%'`);
    assert.equal(rows.length, 0, table);
  }
});

test('erasing a person takes the jobs that were theirs alone, and their name off the others', async () => {
  const person = async (name: string, email: string): Promise<string> =>
    (await studio.api('POST', '/v1/clients', { body: { displayName: name, contacts: [{ name, email }] } })).body.id;
  const [gone, stays] = [await person('Erased One', 'erased@example.com'), await person('Other', 'other@example.com')];
  const [alone, shared] = [await open({ clientIds: [gone] }), await open({ clientIds: [gone, stays] })];
  const workspaceId = storedId('workspace', studio.workspaceId)!;
  const count = await inUnit(server.app.services, workspaceId, systemActor, (ctx) =>
    erase(ctx, { email: 'Erased@example.com' }),
  );
  assert.equal(count, 2);
  assert.equal((await studio.api('GET', `/v1/projects/${alone.id}`)).status, 404);
  assert.deepEqual(
    (await read(shared.id)).clients.map((one: { id: string }) => one.id),
    [stays],
  );
  assert.deepEqual(await titles('q=erased'), []);
});

test('a client who is merged away is on none of the projects, and on all of them again when the merge is undone', async () => {
  const [ana, double] = [await client('Ana'), await client('Ana R.')];
  const [both, moved] = [await open({ clientIds: [double, ana] }), await open({ clientIds: [double] })];
  const clientsOf = async (id: string) => (await read(id)).clients.map((one: { id: string }) => one.id);
  const merge = await studio.api('POST', `/v1/clients/${ana}/merge`, { body: { otherId: double } });
  assert.equal(merge.status, 200, JSON.stringify(merge.body));
  assert.deepEqual([await clientsOf(both.id), await clientsOf(moved.id)], [[ana], [ana]]);
  assert.ok((await titles(`clientId=${ana}`)).length === 2);
  const undone = await studio.api('POST', `/v1/clients/${ana}/unmerge`, { body: { mergeId: merge.body.id } });
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  assert.deepEqual([await clientsOf(both.id), await clientsOf(moved.id)], [[double, ana], [double]]);
});

test('twenty who open the same project by one key open it once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      studio.api('POST', '/v1/projects', { body: { title: 'Only one' }, headers: { 'idempotency-key': 'only-one' } }),
    ),
  );
  const made = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
  assert.ok(made.length >= 1 && new Set(made).size === 1);
  assert.ok(answers.every(({ status }) => status === 201 || status === 409));
  assert.equal((await titles('q=only one')).length, 1);
});
