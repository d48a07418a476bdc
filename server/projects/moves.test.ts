import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

const stageNames = ['draft', 'booked', 'in_production', 'delivered', 'closed'] as const;
type Meaning = (typeof stageNames)[number];
type Status = Meaning | 'postponed' | 'cancelled';

let server: TestServer;
let studio: Studio;
/** Two stages of each meaning, so that moves within one can be told from moves between two. */
let stages: { id: string; meaning: Meaning }[];
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  const pipeline = await studio.api('GET', '/v1/project-pipeline');
  const second = stageNames.map((meaning) => ({ name: `Other ${meaning}`, meaning }));
  const updated = await studio.api('PATCH', '/v1/project-pipeline', {
    body: { stages: [...pipeline.body.stages, ...second] },
    headers: { 'if-match': pipeline.headers.get('etag')! },
  });
  stages = updated.body.stages;
});
after(() => server.stop());

interface State {
  status: Status;
  stage: number;
  cancelReason: string | null;
  archived: boolean;
  deleted: boolean;
}

type Action =
  | { verb: 'stage'; stage: number }
  | { verb: 'postpone' }
  | { verb: 'cancel'; reason: string }
  | { verb: 'archive'; archived: boolean }
  | { verb: 'delete' }
  | { verb: 'restore' };

interface Expected {
  answer: number;
  state: State;
  event: string | null;
}

const steps = ['draft booked', 'booked in_production', 'in_production delivered', 'delivered closed'];
const allowed = new Set([
  ...[...steps, 'booked postponed', 'in_production postponed', 'postponed booked'],
  ...['draft cancelled', 'booked cancelled', 'in_production cancelled', 'postponed cancelled'],
]);

/** domain.md's table of states, written a second time and independently of the product. */
function expect(state: State, action: Action): Expected {
  const same = (answer: number): Expected => ({ answer, state, event: null });
  const becomes = (change: Partial<State>, event: string): Expected => ({
    answer: action.verb === 'delete' ? 204 : 200,
    state: { ...state, ...change },
    event,
  });
  if (action.verb === 'restore') return state.deleted ? becomes({ deleted: false }, 'restored') : same(409);
  if (state.deleted) return same(404);
  switch (action.verb) {
    case 'delete':
      return becomes({ deleted: true }, 'deleted');
    case 'archive':
      if (action.archived === state.archived) return same(200);
      return becomes({ archived: action.archived }, action.archived ? 'archived' : 'unarchived');
    case 'stage': {
      const { meaning } = stages[action.stage]!;
      if (meaning === state.status && action.stage === state.stage) return same(200);
      if (meaning !== state.status && !allowed.has(`${state.status} ${meaning}`)) return same(409);
      return becomes({ status: meaning, stage: action.stage }, 'moved');
    }
    case 'postpone':
      if (state.status === 'postponed') return same(200);
      return allowed.has(`${state.status} postponed`) ? becomes({ status: 'postponed' }, 'postponed') : same(409);
    case 'cancel':
      if (state.status === 'cancelled')
        return action.reason === state.cancelReason ? same(200) : becomes({ cancelReason: action.reason }, 'updated');
      if (!allowed.has(`${state.status} cancelled`)) return same(409);
      return becomes({ status: 'cancelled', cancelReason: action.reason }, 'cancelled');
  }
}

async function act(projectId: string, action: Action): Promise<number> {
  const path = `/v1/projects/${projectId}`;
  const post = async (verb: string, body?: object) =>
    (await studio.api('POST', `${path}/${verb}`, body ? { body } : {})).status;
  switch (action.verb) {
    case 'delete':
      return (await studio.api('DELETE', path)).status;
    case 'restore':
      return post('restore');
    case 'archive':
      return post('archive', { archived: action.archived });
    case 'stage':
      return post('move', { to: 'stage', stageId: stages[action.stage]!.id });
    case 'postpone':
      return post('move', { to: 'postponed' });
    case 'cancel':
      return post('move', { to: 'cancelled', reason: action.reason });
  }
}

async function look(projectId: string) {
  const [{ body }, events, changes] = await Promise.all([
    studio.api('GET', `/v1/projects/${projectId}`),
    studio.api('GET', `/v1/events?projectId=${projectId}&limit=100`),
    studio.api('GET', `/v1/changes?subject=${projectId}&limit=100`),
  ]);
  const state: State = {
    status: body.status,
    stage: stages.findIndex(({ id }) => id === body.stageId),
    cancelReason: body.cancelReason,
    archived: body.archivedAt !== null,
    deleted: body.deletedAt !== null,
  };
  return {
    state,
    version: body.version as number,
    events: (events.body.items as { type: string }[]).map(({ type }) => type.slice('project.'.length)),
    changes: (changes.body.items as { action: string }[]).map(({ action }) => action).toReversed(),
  };
}

/** Takes a project through a history and holds every step from the given one on against the table. */
async function follow(actions: Action[], from = 0): Promise<void> {
  const made = await studio.api('POST', '/v1/projects', { body: { title: 'Move me' } });
  let state: State = { status: 'draft', stage: 0, cancelReason: null, archived: false, deleted: false };
  const events = ['created'];
  for (const [index, action] of actions.entries()) {
    const expected = expect(state, action);
    const told = `${JSON.stringify(state)} ${JSON.stringify(action)}`;
    assert.equal(await act(made.body.id, action), expected.answer, told);
    state = expected.state;
    if (expected.event) events.push(expected.event);
    if (index < from) continue;
    const seen = await look(made.body.id);
    assert.deepEqual(seen.state, state, told);
    assert.deepEqual(seen.events, events, `${told}: one event a change, none for what changes nothing`);
    assert.deepEqual(seen.changes, events, `${told}: one change record an event`);
    assert.equal(seen.version, events.length, `${told}: one version a change`);
  }
}

const stage = (index: number): Action => ({ verb: 'stage', stage: index });
const asides: Action[] = [
  { verb: 'postpone' },
  { verb: 'cancel', reason: 'Rain' },
  { verb: 'cancel', reason: 'Moved away' },
  { verb: 'archive', archived: true },
  { verb: 'archive', archived: false },
  { verb: 'delete' },
  { verb: 'restore' },
];

test('every action from every state does what the table says, writes one change and one event, or changes nothing', async () => {
  const forward = [0, 1, 2, 3, 4].map((count) => Array.from({ length: count }, (_, index) => stage(index + 1)));
  const paths: Action[][] = [
    ...forward,
    [stage(1), { verb: 'postpone' }],
    [{ verb: 'cancel', reason: 'Rain' }],
    [{ verb: 'archive', archived: true }],
    [{ verb: 'delete' }],
  ];
  for (const path of paths) {
    const at = path.findLast((action) => action.verb === 'stage')?.stage ?? 0;
    const actions = [...[0, 1, 2, 3, 4, at + 5].map(stage), ...asides];
    await Promise.all(actions.map((action) => follow([...path, action], path.length)));
  }
});

test('any history of a project follows the table', async (t) => {
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
  t.diagnostic(`FUZZ_SEED=${seed}`);
  const anyAction = fc.oneof({ weight: 3, arbitrary: fc.nat(9).map(stage) }, fc.constantFrom(...asides));
  await fc.assert(
    fc.asyncProperty(fc.array(anyAction, { minLength: 3, maxLength: 10 }), (history) => follow(history)),
    { numRuns: 15, seed },
  );
});

test('two that move a project differently at once: one does, the other is told', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = (await studio.api('POST', '/v1/projects', { body: { title: 'Race' } })).body;
    await act(id, stage(1));
    await act(id, stage(2));
    const answers = await Promise.all([act(id, stage(3)), act(id, { verb: 'postpone' })]);
    assert.deepEqual(answers.toSorted(), [200, 409]);
    assert.equal((await look(id)).events.length, 4);
  }
});

test('a refusal says where the project can go', async () => {
  const { id } = (await studio.api('POST', '/v1/projects', { body: { title: 'Told' } })).body;
  const answer = await studio.api('POST', `/v1/projects/${id}/move`, { body: { to: 'stage', stageId: stages[3]!.id } });
  assert.equal(answer.body.code, 'invalid_transition');
  assert.equal(answer.body.detail, 'from draft it goes to booked or cancelled');
});
