import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '../../platform/authenticate.ts';
import { type Noun, newId, parseAnyId, publicId } from '../../platform/ids.ts';
import type { Operation } from '../../platform/openapi.ts';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { joinStudio } from '../../platform/testing-members.ts';
import { type Answer, openStudio, type Studio } from '../../platform/testing-studio.ts';
import { send } from './caller.ts';
import { type Call, fixtures, newClient, newKey, newProject, newTask } from './fixtures.ts';
import { holdsMoney, mentionsSchema } from './schema-walk.ts';

/** Somebody of the studio: a role, and for members the two switches. */
interface Person {
  who: string;
  role: Role;
  ownJobsOnly: boolean;
  seesMoney: boolean;
  as: Studio;
}

let server: TestServer;
let studio: Studio;
let people: Person[];
let operations: Operation[];
/** The studio as its owner, all of whose new records belong to jobs that every member is on, or that none is on. */
let own: Studio;
let other: Studio;

before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
  operations = server.app.layer.contract.operations;
  const memberIds: string[] = [];
  const join = async (role: 'manager' | 'member', ownJobsOnly: boolean, seesMoney: boolean): Promise<Person> => {
    const joined = await joinStudio(studio, { role, ownJobsOnly, seesMoney });
    memberIds.push(joined.memberId);
    const who = `${role}${ownJobsOnly ? ', own jobs only' : ''}${seesMoney ? '' : ', no money'}`;
    return { who, role, ownJobsOnly, seesMoney, as: joined };
  };
  people = [{ who: 'owner', role: 'owner', ownJobsOnly: false, seesMoney: true, as: studio }];
  people.push(await join('manager', false, true));
  for (const ownJobsOnly of [false, true])
    for (const seesMoney of [true, false]) people.push(await join('member', ownJobsOnly, seesMoney));
  own = withJobsOf(memberIds);
  other = withJobsOf([]);
});
after(() => server.stop());

/** What the fixtures make there is on a job of these members, with an amount. */
function withJobsOf(memberIds: string[]): Studio {
  const job = { memberIds, value: { amount: 420_000, currency: 'EUR' } };
  return {
    ...studio,
    async api(method, path, options = {}) {
      const opens = method === 'POST' && path === '/v1/projects';
      const answer = await studio.api(
        method,
        path,
        opens ? { ...options, body: { ...(options.body as object), ...job } } : options,
      );
      if (method === 'POST' && path === '/v1/clients')
        await studio.api('POST', '/v1/projects', { body: { title: 'Job', clientIds: [answer.body.id], ...job } });
      return answer;
    },
  };
}

const rank = { member: 1, manager: 2, owner: 3 };
type Auth = Exclude<Operation['auth'], 'none'> & { session?: Role };

/** Those that a role decides about: not what anybody may do, nor what people do with their own account. */
const byRole = (operation: Operation): operation is Operation & { auth: Auth } =>
  operation.auth !== 'none' && operation.auth.session !== 'user';

/** What openapi.yaml says of a call: done, refused, or answered as if the record did not exist. */
function expected({ auth }: { auth: Auth }, person: Person, isOwn: boolean): 'done' | 'refused' | 'absent' {
  if (!auth.session || rank[person.role] < rank[auth.session]) return 'refused';
  if (auth.jobs && person.ownJobsOnly) return auth.jobs === 'all' ? 'refused' : isOwn ? 'done' : 'absent';
  return 'done';
}

const jobNouns = new Set<Noun>(['project', 'task', 'client', 'note']);
const isOfJobs = (value: unknown): boolean => {
  const id = typeof value === 'string' ? parseAnyId(value) : null;
  return id !== null && jobNouns.has(id.noun);
};

/** The same call with ids that nobody has. */
const nobodys = (call: Call): Call =>
  JSON.parse(
    JSON.stringify(call, (_name, value) => (isOfJobs(value) ? publicId(parseAnyId(value)!.noun, newId()) : value)),
  );

const shape = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: '' } });
const successOf = (operation: Operation): number =>
  Number(Object.keys(operation.responses).find((status) => status.startsWith('2')));
const told = (operation: Operation, person: Person, answer: Answer): string =>
  `${operation.id} as ${person.who} answered ${answer.status}: ${JSON.stringify(answer.body).slice(0, 300)}`;

/** What names no record but shows jobs, each with what of them is seen in its answer. */
const overviews: Partial<Record<Operation['id'], (body: Answer['body']) => number>> = {
  'projects.list': (body) => body.items.length,
  'projects.summary': (body) => body.stages.reduce((sum: number, stage: { count: number }) => sum + stage.count, 0),
  'tasks.list': (body) => body.items.length,
  'clients.list': (body) => body.items.length,
  'changes.list': (body) =>
    body.items.filter(
      ({ subject, action }: { subject: string; action: string }) => subject.startsWith('proj_') && action === 'created',
    ).length,
};

test('lists and counts hold all jobs for some, and their own for those limited to these', async () => {
  for (const scene of [own, other, other]) {
    await newTask(scene);
    await newClient(scene);
  }
  for (const [id, seen] of Object.entries(overviews)) {
    const operation = operations.find((candidate) => candidate.id === id)!;
    // A task's project and a client's project.
    const each = id.startsWith('projects.') || id === 'changes.list' ? 2 : 1;
    for (const person of people) {
      const answer = await send(person.as, operation, {});
      assert.equal(seen(answer.body), (person.ownJobsOnly ? 1 : 3) * each, told(operation, person, answer));
    }
  }
});

test("every role and switch may do with own and others' records what openapi.yaml says, and nothing else", async (t) => {
  let calls = 0;
  const withMoney = new Set<string>();
  // Streams name no record: what of jobs they carry to whom has a test of its own.
  const namesNone = (operation: Operation) => operation.id in overviews || operation.stream;
  for (const operation of operations.filter(byRole)) {
    for (const person of people) {
      for (const scene of operation.auth.jobs === 'own' ? [own, other] : [own]) {
        assert.ok(fixtures[operation.id as keyof typeof fixtures], `${operation.id} needs a fixture`);
        const call: Call = { ...(await fixtures[operation.id as keyof typeof fixtures](scene)), as: 'session' };
        const answer = await send(person.as, operation, call);
        const wanted = expected(operation, person, scene === own);
        calls += 1;
        if (wanted === 'refused') assert.equal(answer.status, 403, told(operation, person, answer));
        else if (wanted === 'done' || namesNone(operation))
          assert.equal(answer.status, successOf(operation), told(operation, person, answer));
        else {
          assert.notDeepEqual(nobodys(call), call, `${operation.id} names no record: it needs a row in \`overviews\``);
          const absent = await send(person.as, operation, nobodys(call));
          assert.deepEqual(shape(answer), shape(absent), told(operation, person, answer));
        }
        if (!person.seesMoney) assert.ok(!holdsMoney(answer.body), told(operation, person, answer));
        else if (holdsMoney(answer.body)) withMoney.add(operation.id);
      }
    }
  }
  const { contract } = server.app.layer;
  const mayHold = operations
    .filter((operation) => mentionsSchema(contract, operation.responses[successOf(operation)], 'Money'))
    .map(({ id }) => id);
  // Its fixture names no amount; what a member without money may not even send is the next test's.
  assert.deepEqual(
    mayHold.filter((id) => !withMoney.has(id)),
    ['projects.create'],
  );
  t.diagnostic(`${calls} calls: ${operations.filter(byRole).length} operations, ${people.length} people`);
});

test('amounts are set by those who see them only', async () => {
  const value = { amount: 1, currency: 'EUR' };
  const { contract } = server.app.layer;
  const taking = operations.filter((operation) =>
    Object.values(operation.body).some((pointer) => mentionsSchema(contract, pointer, 'Money')),
  );
  const bodies: Partial<Record<Operation['id'], object>> = {
    'projects.create': { title: 'Job', value },
    'projects.update': { value },
  };
  for (const operation of taking) {
    const body = bodies[operation.id];
    assert.ok(body, `${operation.id} takes an amount: it needs a body here`);
    for (const person of people) {
      const call = await fixtures[operation.id as keyof typeof fixtures](own);
      const answer = await send(person.as, operation, { ...call, body, as: 'session' });
      const isDone = person.seesMoney && expected(operation as { auth: Auth }, person, true) === 'done';
      assert.equal(answer.status, isDone ? successOf(operation) : 403, told(operation, person, answer));
    }
  }
});

test('what decides by its record is the owner’s where it could give more than one has: secret keys, seats of managers', async () => {
  const secret = { kind: 'secret', name: 'Import', scopes: ['leads:read'] };
  const inviteManager = () => ({ body: { email: `m-${newId()}@example.com`, role: 'manager' } });
  const ofSecretKey = async (more: object) => ({ path: { apiKeyId: await newKey(own, secret) }, ...more });
  const ofManager = async (more: object) => {
    const { memberId } = await joinStudio(studio, { role: 'manager' });
    return { path: { memberId }, ...more };
  };
  const headers = { 'if-match': '"1"' };
  const calls: [Operation['id'], () => Call | Promise<Call>][] = [
    ['apiKeys.create', () => ({ body: secret })],
    ['apiKeys.update', () => ofSecretKey({ body: { scopes: ['leads:write'] }, headers })],
    ['apiKeys.rotate', () => ofSecretKey({ body: {} })],
    ['invitations.create', inviteManager],
    [
      'invitations.revoke',
      async () => ({
        path: { invitationId: (await own.api('POST', '/v1/invitations', inviteManager())).body.id },
      }),
    ],
    ['members.update', () => ofManager({ body: { role: 'member' }, headers })],
    ['members.remove', () => ofManager({})],
  ];
  for (const [id, call] of calls) {
    const operation = operations.find((candidate) => candidate.id === id)!;
    const given: Call = { ...(await call()), as: 'session' };
    for (const person of people.toReversed()) {
      const answer = await send(person.as, operation, given);
      assert.equal(
        answer.status,
        person.role === 'owner' ? successOf(operation) : 403,
        told(operation, person, answer),
      );
    }
  }
});

test('a job that a member is put on is theirs from then on', async () => {
  const limited = people.find((person) => person.ownJobsOnly)!;
  const projectId = await newProject(other);
  assert.equal((await limited.as.api('GET', `/v1/projects/${projectId}`)).status, 404);
  const { memberIds } = (await studio.api('GET', `/v1/projects/${await newProject(own)}`)).body;
  await studio.api('PATCH', `/v1/projects/${projectId}`, { body: { memberIds }, headers: { 'if-match': '"1"' } });
  assert.equal((await limited.as.api('GET', `/v1/projects/${projectId}`)).status, 200);
});
