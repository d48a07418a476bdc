import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
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
});
after(() => server.stop());
beforeEach(async () => {
  studio = await openStudio(server);
});

const read = async () =>
  (await studio.api('GET', '/v1/lead-pipeline')).body as {
    stages: (Stage & { id: string })[];
    lostReasons: string[];
    version: number;
  };
const write = (version: number, body: object) =>
  studio.api('PATCH', '/v1/lead-pipeline', { body, headers: { 'if-match': `"${version}"` } });
const create = async (stageId?: string): Promise<string> =>
  (
    await studio.api('POST', '/v1/leads', {
      body: { name: 'Ana', email: 'ana@example.com', ...(stageId ? { stageId } : {}) },
    })
  ).body.lead.id;
const move = (leadId: string, body: object) => studio.api('POST', `/v1/leads/${leadId}/move`, { body });
const stageOf = async (leadId: string): Promise<string> =>
  (await studio.api('GET', `/v1/leads/${leadId}`)).body.stageId;

test('first looks at once make one pipeline with four stages and one form', async () => {
  const { rows } = await server.database.owner.query('select id from workspaces where slug = $1', [
    `${studio.slug}-test`,
  ]);
  const twin = { 'alloza-workspace': `${studio.slug}-test` };
  const answers = await Promise.all([
    ...Array.from({ length: 10 }, () => studio.api('GET', '/v1/lead-pipeline', { headers: twin })),
    ...Array.from({ length: 10 }, () => studio.api('GET', '/v1/lead-forms', { headers: twin })),
    ...Array.from({ length: 10 }, () =>
      studio.api('POST', '/v1/leads', {
        headers: twin,
        body: { name: 'A', email: 'a@example.com', formId: 'default' },
      }),
    ),
  ]);
  assert.deepEqual([...new Set(answers.map((answer) => answer.status))].sort(), [200, 201]);
  const count = async (table: string) =>
    (
      await server.database.owner.query(`select count(*)::int as count from ${table} where workspace_id = $1`, [
        rows[0].id,
      ])
    ).rows[0].count;
  assert.deepEqual([await count('lead_pipelines'), await count('lead_stages'), await count('lead_forms')], [1, 4, 1]);
});

test('stages are renamed, added, reordered and removed in one write with one event', async () => {
  const before = await read();
  const [first, second, third] = before.stages;
  const answer = await write(before.version, {
    stages: [third, { name: 'Sample album', meaning: 'consulting' }, { ...first, name: 'Fresh' }, second],
    lostReasons: ['Too far'],
  });
  assert.equal(answer.status, 200);
  const after = await read();
  assert.deepEqual(
    after.stages.map(({ name }) => name),
    [third!.name, 'Sample album', 'Fresh', second!.name],
  );
  assert.deepEqual(after.lostReasons, ['Too far']);
  assert.equal(after.version, before.version + 1);
  const events = (await studio.api('GET', '/v1/events?type=lead_pipeline.updated')).body.items;
  assert.equal(events.length, 1);
});

test('a stage with open leads stays; closed ones move on with what is left', async () => {
  const { stages, version } = await read();
  const [, second, , last] = stages;
  const [open, closed, deleted] = [await create(last!.id), await create(last!.id), await create(last!.id)];
  await move(closed, { status: 'lost', lostReason: 'Budget' });
  await studio.api('DELETE', `/v1/leads/${deleted}`);
  const refused = await write(version, { stages: stages.slice(0, 3) });
  assert.equal(refused.status, 409);
  assert.equal(refused.body.code, 'stage_in_use');
  assert.deepEqual(await read(), { ...(await read()), stages, version });
  await move(open, { status: 'open', stageId: second!.id });
  assert.equal((await write(version, { stages: stages.slice(0, 3) })).status, 200);
  assert.equal(await stageOf(closed), stages[0]!.id);
  assert.equal((await studio.api('POST', `/v1/leads/${deleted}/restore`)).body.stageId, stages[0]!.id);
  assert.equal((await move(closed, { status: 'open' })).body.stageId, stages[0]!.id);
});

test('a stage being removed while leads move into it: either it stays or they do, never a lead without a stage', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { stages, version } = await read();
    const added = await write(version, { stages: [...stages, { name: `Round ${round}`, meaning: 'proposed' }] });
    const last = added.body.stages.at(-1);
    const leads = await Promise.all(Array.from({ length: 4 }, () => create()));
    const [removal, ...moves] = await Promise.all([
      write(version + 1, { stages }),
      ...leads.map((leadId) => move(leadId, { status: 'open', stageId: last.id })),
    ]);
    assert.ok([200, 409].includes(removal!.status), `removal answered ${removal!.status}`);
    for (const answer of moves) assert.ok([200, 409, 422].includes(answer.status), `a move answered ${answer.status}`);
    const known = (await read()).stages.map(({ id }) => id);
    for (const leadId of leads) assert.ok(known.includes(await stageOf(leadId)));
    if (removal!.status === 409) {
      for (const leadId of leads) await move(leadId, { status: 'open', stageId: stages[0]!.id });
      const current = await read();
      assert.equal((await write(current.version, { stages })).status, 200);
    }
  }
});

test('a stage being removed while leads are made in it: a named one is missed, the first is passed over', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { stages, version } = await read();
    const added = await write(version, { stages: [{ name: `First ${round}`, meaning: 'new' }, ...stages] });
    const first = added.body.stages[0];
    const enquire = (body: object) =>
      studio.api('POST', '/v1/leads', { body: { name: 'Ana', email: 'ana@example.com', ...body } });
    const [removal, ...made] = await Promise.all([
      write(version + 1, { stages }),
      ...[{}, { stageId: first.id }, {}, { stageId: first.id }].map(enquire),
    ]);
    assert.ok([200, 409].includes(removal!.status), `removal answered ${removal!.status}`);
    for (const [index, { status, body }] of made.entries()) {
      assert.ok(status === 201 || (index % 2 === 1 && body.code === 'stage_not_found'), `${index} answered ${status}`);
    }
    const known = (await read()).stages.map(({ id }) => id);
    for (const { status, body } of made) if (status === 201) assert.ok(known.includes(await stageOf(body.id)));
    if (removal!.status === 409) {
      for (const { status, body } of made) if (status === 201) await move(body.id, { status: 'lost', lostReason: 'x' });
      assert.equal((await write((await read()).version, { stages })).status, 200);
    }
  }
});

test('of two edits of one version at once one is written', async () => {
  const { version } = await read();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => write(version, { lostReasons: [`Reason ${index}`] })),
  );
  assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [200, ...Array(7).fill(412)]);
});

test('the stages of another studio, of no studio and twice the same one are refused', async () => {
  const { stages, version } = await read();
  const other = await openStudio(server);
  const foreign = (await other.api('GET', '/v1/lead-pipeline')).body.stages[0];
  for (const id of [foreign.id, 'stage_00000000000000000000000000', 'nonsense']) {
    const answer = await write(version, { stages: [...stages, { ...stages[0], id }] });
    assert.equal(answer.status, 422, id);
    assert.equal(answer.body.errors[0].pointer, '/stages/4/id');
  }
  const twice = await write(version, { stages: [...stages, stages[0]] });
  assert.equal(twice.status, 422);
  assert.equal(twice.body.errors[0].pointer, '/stages/4/id');
  assert.equal((await read()).version, version);
});

test('a lead starts in the first stage that means new, wherever that stands', async () => {
  const { stages, version } = await read();
  await write(version, { stages: stages.toReversed() });
  assert.equal(await stageOf(await create()), stages[0]!.id);
});

test('the summary counts what the lists show', async () => {
  const { stages } = await read();
  const leads = [await create(), await create(), await create(stages[2]!.id), await create(), await create()];
  await move(leads[0]!, { status: 'won' });
  await move(leads[1]!, { status: 'spam' });
  await studio.api('DELETE', `/v1/leads/${leads[4]}`);
  const { body } = await studio.api('GET', '/v1/leads/summary');
  assert.deepEqual(body, {
    stages: stages.map(({ id }, index) => ({ stageId: id, count: index === 0 || index === 2 ? 1 : 0 })),
    open: 2,
    won: 1,
    lost: 0,
    spam: 1,
    newThisWeek: 3,
  });
});
