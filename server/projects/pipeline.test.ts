import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

interface Stage {
  id?: string;
  name: string;
  meaning: string;
}

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const read = async (): Promise<{ stages: Required<Stage>[]; version: number }> =>
  (await studio.api('GET', '/v1/project-pipeline')).body;
const write = async (stages: Stage[]) =>
  studio.api('PATCH', '/v1/project-pipeline', {
    body: { stages },
    headers: { 'if-match': `"${(await read()).version}"` },
  });
const open = async (stageId: string, more: object = {}) =>
  (await studio.api('POST', '/v1/projects', { body: { title: 'Job', stageId, ...more } })).body as {
    id: string;
    status: string;
  };
const stageOf = async (id: string): Promise<string> => (await studio.api('GET', `/v1/projects/${id}`)).body.stageId;

test('a studio has one stage of each meaning in its language, once, whoever looks first', async () => {
  const other = await openStudio(server);
  const settings = await other.api('GET', '/v1/workspace');
  await other.api('PATCH', '/v1/workspace', {
    body: { locale: 'de' },
    headers: { 'if-match': settings.headers.get('etag')! },
  });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      index % 2
        ? other.api('GET', '/v1/project-pipeline')
        : other.api('POST', '/v1/projects', { body: { title: `Job ${index}` } }),
    ),
  );
  assert.ok(answers.every(({ status }) => status < 300));
  const { stages } = (await other.api('GET', '/v1/project-pipeline')).body as { stages: Stage[] };
  assert.deepEqual(
    stages.map(({ name, meaning }) => [name, meaning]),
    [
      ['Entwurf', 'draft'],
      ['Gebucht', 'booked'],
      ['In Arbeit', 'in_production'],
      ['Geliefert', 'delivered'],
      ['Abgeschlossen', 'closed'],
    ],
  );
});

test('stages are renamed, added and put in another order; projects stay in theirs', async () => {
  const { stages } = await read();
  const project = await open(stages[1]!.id);
  const [draft, booked, ...rest] = stages as [Required<Stage>, Required<Stage>, ...Required<Stage>[]];
  const answer = await write([
    draft,
    { name: 'Waiting list', meaning: 'draft' },
    { ...booked, name: 'Confirmed' },
    ...rest.toReversed(),
  ]);
  assert.equal(answer.status, 200);
  assert.deepEqual(
    answer.body.stages.map(({ name }: Stage) => name),
    ['Draft', 'Waiting list', 'Confirmed', 'Closed', 'Delivered', 'In production'],
  );
  assert.deepEqual(await read(), answer.body);
  assert.equal(await stageOf(project.id), booked.id);
});

test('a pipeline needs a stage of each meaning, and names each stage once', async () => {
  const { stages } = await read();
  const missing = await write(stages.filter(({ meaning }) => meaning !== 'delivered'));
  assert.equal(missing.status, 422);
  assert.deepEqual(missing.body.errors, [
    { pointer: '/stages', code: 'meaning', message: 'needs a stage that means delivered' },
  ]);
  const twice = await write([...stages, stages[0]!]);
  assert.equal(twice.body.errors[0].code, 'repeated');
  assert.deepEqual((await read()).stages, stages);
});

test('a stage with projects on the board neither goes nor changes its meaning', async () => {
  const { stages } = await read();
  const booked = stages.find(({ meaning }) => meaning === 'booked')!;
  const second = { name: 'Deposit paid', meaning: 'booked' };
  for (const wanted of [
    [...stages.filter(({ id }) => id !== booked.id), second],
    [...stages.map((stage) => (stage.id === booked.id ? { ...stage, meaning: 'delivered' } : stage)), second],
  ]) {
    const answer = await write(wanted);
    assert.equal(answer.status, 409);
    assert.equal(answer.body.code, 'stage_in_use');
    assert.deepEqual((await read()).stages, stages, 'nothing of it has happened');
  }
});

test('what no board shows keeps its state when its stage goes: archived, deleted and cancelled ones', async () => {
  const { stages } = await read();
  const added = (await write([...stages, { name: 'Albums', meaning: 'in_production' }])).body
    .stages as Required<Stage>[];
  const albums = added.at(-1)!;
  const [archived, deleted, cancelled] = [await open(albums.id), await open(albums.id), await open(albums.id)];
  await studio.api('POST', `/v1/projects/${archived.id}/archive`, { body: { archived: true } });
  await studio.api('POST', `/v1/projects/${cancelled.id}/move`, { body: { to: 'cancelled', reason: 'Rain' } });
  await studio.api('DELETE', `/v1/projects/${deleted.id}`);
  assert.equal((await write(stages)).status, 200);
  await studio.api('POST', `/v1/projects/${deleted.id}/restore`);
  const production = stages.find(({ meaning }) => meaning === 'in_production')!.id;
  for (const { id } of [archived, deleted, cancelled]) assert.equal(await stageOf(id), production);
  assert.equal((await studio.api('GET', `/v1/projects/${deleted.id}`)).body.status, 'in_production');
});

test('two meanings that change places move no archived project into the other state', async () => {
  const other = await openStudio(server);
  const pipeline = await other.api('GET', '/v1/project-pipeline');
  const stages = pipeline.body.stages as Required<Stage>[];
  const make = async (stageId: string) => {
    const { id } = (await other.api('POST', '/v1/projects', { body: { title: 'Old', stageId } })).body;
    await other.api('POST', `/v1/projects/${id}/archive`, { body: { archived: true } });
    return id as string;
  };
  const [booked, delivered] = [await make(stages[1]!.id), await make(stages[3]!.id)];
  const swapped = stages.map((stage, index) => ({
    ...stage,
    meaning: index === 1 ? 'delivered' : index === 3 ? 'booked' : stage.meaning,
  }));
  const answer = await other.api('PATCH', '/v1/project-pipeline', {
    body: { stages: swapped },
    headers: { 'if-match': pipeline.headers.get('etag')! },
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  for (const [id, status] of [
    [booked, 'booked'],
    [delivered, 'delivered'],
  ]) {
    const { body } = await other.api('GET', `/v1/projects/${id}`);
    assert.deepEqual([body.status, body.stage], [status, status]);
  }
});

test('a project that goes to a stage while its meaning changes is in one state, not two', async () => {
  for (let round = 0; round < 6; round += 1) {
    const other = await openStudio(server);
    const pipeline = await other.api('GET', '/v1/project-pipeline');
    const stages = pipeline.body.stages as Required<Stage>[];
    const [, patched] = await Promise.all([
      other.api('POST', '/v1/projects', { body: { title: 'Race', stageId: stages[1]!.id } }),
      other.api('PATCH', '/v1/project-pipeline', {
        body: {
          stages: [
            ...stages.map((stage, index) => (index === 1 ? { ...stage, meaning: 'delivered' } : stage)),
            { name: 'Other', meaning: 'booked' },
          ],
        },
        headers: { 'if-match': pipeline.headers.get('etag')! },
      }),
    ]);
    assert.ok([200, 409].includes(patched.status), JSON.stringify(patched.body));
    const { items } = (await other.api('GET', '/v1/projects')).body;
    assert.equal(items[0].status, items[0].stage);
  }
});
