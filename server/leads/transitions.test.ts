import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
let stages: string[];
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  const pipeline = await studio.api('GET', '/v1/lead-pipeline');
  stages = pipeline.body.stages.map((stage: { id: string }) => stage.id);
});
after(() => server.stop());

type Status = 'open' | 'won' | 'lost' | 'spam';

/** What a lead is, as far as moves go. `stage` is the one it stands in, or comes back to. */
interface State {
  status: Status;
  stage: number;
  lostReason: string | null;
  deleted: boolean;
}

type Action =
  | { verb: 'move'; status: Status; stage?: number; lostReason?: string }
  | { verb: 'delete' }
  | { verb: 'restore' };

interface Expected {
  answer: number;
  state: State;
  event: string | null;
}

/** domain.md's table of states, written a second time and independently of the product. */
function expect(state: State, action: Action): Expected {
  const same = (answer: number): Expected => ({ answer, state, event: null });
  if (action.verb === 'delete')
    return state.deleted ? same(404) : { answer: 204, state: { ...state, deleted: true }, event: 'lead.deleted' };
  if (action.verb === 'restore')
    return state.deleted ? { answer: 200, state: { ...state, deleted: false }, event: 'lead.restored' } : same(409);
  if (state.deleted) return same(404);
  const isOpen = state.status === 'open';
  if (action.status === 'open') {
    const stage = action.stage ?? state.stage;
    if (isOpen && stage === state.stage) return same(200);
    const next: State = { ...state, status: 'open', stage, lostReason: null };
    return { answer: 200, state: next, event: isOpen ? 'lead.moved' : 'lead.reopened' };
  }
  if (!isOpen && action.status !== state.status) return same(409);
  const lostReason = action.status === 'lost' ? action.lostReason! : null;
  if (action.status === state.status && lostReason === state.lostReason) return same(200);
  return { answer: 200, state: { ...state, status: action.status, lostReason }, event: `lead.${action.status}` };
}

async function create(): Promise<string> {
  const made = await studio.api('POST', '/v1/leads', { body: { name: 'Move Me', email: 'move@example.com' } });
  assert.equal(made.status, 201);
  return made.body.id;
}

async function act(leadId: string, action: Action): Promise<number> {
  if (action.verb === 'delete') return (await studio.api('DELETE', `/v1/leads/${leadId}`)).status;
  if (action.verb === 'restore') return (await studio.api('POST', `/v1/leads/${leadId}/restore`)).status;
  const { status, stage, lostReason } = action;
  const body = {
    status,
    ...(stage === undefined ? {} : { stageId: stages[stage] }),
    ...(lostReason ? { lostReason } : {}),
  };
  return (await studio.api('POST', `/v1/leads/${leadId}/move`, { body })).status;
}

/** What the lead is now, and every change and event it has left. */
async function look(leadId: string) {
  const { body } = await studio.api('GET', `/v1/leads/${leadId}`);
  const events = (await studio.api('GET', `/v1/events?leadId=${leadId}&limit=100`)).body.items as { type: string }[];
  const changes = (await studio.api('GET', `/v1/changes?subject=${leadId}&limit=100`)).body.items as {
    action: string;
  }[];
  const state: State = {
    status: body.status,
    stage: stages.indexOf(body.stageId),
    lostReason: body.lostReason,
    deleted: body.deletedAt !== null,
  };
  return {
    state,
    version: body.version as number,
    events: events.map(({ type }) => type),
    changes: changes.map(({ action }) => action),
  };
}

/** Takes a lead through a history and holds every step from the given one on against the table. */
async function follow(actions: Action[], from = 0): Promise<void> {
  const leadId = await create();
  let state: State = { status: 'open', stage: 0, lostReason: null, deleted: false };
  const events = ['lead.created'];
  for (const [index, action] of actions.entries()) {
    const expected = expect(state, action);
    const told = `${JSON.stringify(state)} ${JSON.stringify(action)}`;
    assert.equal(await act(leadId, action), expected.answer, told);
    state = expected.state;
    if (expected.event) events.push(expected.event);
    if (index < from) continue;
    const seen = await look(leadId);
    assert.deepEqual(seen.state, state, told);
    assert.deepEqual(seen.events, events, `${told}: one event a change, none for what changes nothing`);
    const written = events.map((type) => type.slice('lead.'.length));
    assert.deepEqual(seen.changes.toReversed(), written, `${told}: one change record an event`);
    assert.equal(seen.version, events.length, `${told}: one version a change`);
  }
}

const moves: Action[] = [
  { verb: 'move', status: 'open' },
  { verb: 'move', status: 'open', stage: 0 },
  { verb: 'move', status: 'open', stage: 3 },
  { verb: 'move', status: 'won' },
  { verb: 'move', status: 'lost', lostReason: 'Budget' },
  { verb: 'move', status: 'spam' },
];
const actions: Action[] = [...moves, { verb: 'delete' }, { verb: 'restore' }];

test('every action from every state does what the table says, writes one change and one event, or changes nothing', async () => {
  const paths: Action[][] = [[], ...moves.slice(2).map((action) => [action])];
  const states = paths.flatMap((path) => [path, [...path, { verb: 'delete' } satisfies Action]]);
  for (const path of states) for (const action of actions) await follow([...path, action], path.length);
});

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constant('move' as const),
      status: fc.constant('open' as const),
      stage: fc.nat(3),
    }),
  },
  fc.constant<Action>({ verb: 'move', status: 'open' }),
  fc.constant<Action>({ verb: 'move', status: 'won' }),
  fc.constant<Action>({ verb: 'move', status: 'spam' }),
  fc.constantFrom('Budget', 'No answer').map((lostReason): Action => ({ verb: 'move', status: 'lost', lostReason })),
  fc.constant<Action>({ verb: 'delete' }),
  fc.constant<Action>({ verb: 'restore' }),
);

test('any history of a lead follows the table', async (t) => {
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1e9));
  t.diagnostic(`FUZZ_SEED=${seed}`);
  await fc.assert(
    fc.asyncProperty(fc.array(anyAction, { minLength: 2, maxLength: 9 }), (history) => follow(history)),
    { numRuns: 15, seed },
  );
});

test('moves at once take turns: all are recorded, in one order, and the last one counts', async () => {
  const leadId = await create();
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) => act(leadId, { verb: 'move', status: 'open', stage: index % 4 })),
  );
  assert.deepEqual([...new Set(answers)], [200]);
  const seen = await look(leadId);
  assert.equal(seen.version, seen.events.length);
  const { body } = await studio.api('GET', `/v1/changes?subject=${leadId}&limit=100`);
  type Step = { fields: { field: string; before: unknown; after: unknown }[] };
  const steps = (body.items as Step[]).toReversed().slice(1);
  let at = stages[0];
  for (const { fields } of steps) {
    assert.deepEqual(
      fields.map(({ field }) => field),
      ['stageId'],
    );
    assert.equal(fields[0]!.before, at, 'each change begins where the one before it ended');
    at = fields[0]!.after as string;
  }
  assert.equal(at, stages[seen.state.stage]);
});

test('two that close a lead differently at once: one does, the other is told', async () => {
  for (let round = 0; round < 5; round += 1) {
    const leadId = await create();
    const answers = await Promise.all([
      act(leadId, { verb: 'move', status: 'won' }),
      act(leadId, { verb: 'move', status: 'lost', lostReason: 'Budget' }),
    ]);
    assert.deepEqual(answers.toSorted(), [200, 409]);
    assert.equal((await look(leadId)).events.length, 2);
  }
});
