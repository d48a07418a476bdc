import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId, publicId } from '../../platform/ids.ts';
import type { Operation } from '../../platform/openapi.ts';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { joinStudio, ownMemberId } from '../../platform/testing-members.ts';
import { type Answer, openStudio, type Studio } from '../../platform/testing-studio.ts';
import { send } from './caller.ts';
import {
  type Call,
  fixtures,
  newClient,
  newForm,
  newKey,
  newLead,
  newMerge,
  newNote,
  newProject,
  newTask,
  newTemplate,
  newView,
  png,
} from './fixtures.ts';
import { newConnection } from './fixtures-connections.ts';
import { newImport } from './fixtures-imports.ts';
import { newInvitation } from './fixtures-people.ts';

let server: TestServer;
let studio: Studio;
let other: Studio;
let foreign: Record<string, string>;
let operations: Operation[];

before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  [studio, other] = [await openStudio(server), await openStudio(server)];
  operations = server.app.layer.contract.operations;
  const leadId = await newLead(other);
  const file = await other.api('POST', '/v1/files?purpose=logo', {
    raw: png,
    headers: { 'content-type': 'image/png' },
  });
  const taskId = await newTask(other);
  const { clientId, mergeId } = await newMerge(other);
  foreign = {
    taskId,
    projectId: (await other.api('GET', `/v1/tasks/${taskId}`)).body.projectId,
    taskTemplateId: await newTemplate(other),
    importId: await newImport(other),
    projectStageId: (await other.api('GET', '/v1/project-pipeline')).body.stages[0].id,
    memberId: await ownMemberId(other),
    userId: (await other.api('GET', '/v1/account')).body.id,
    clientId,
    mergeId,
    savedViewId: await newView(other),
    leadId,
    noteId: await newNote(other),
    leadFormId: await newForm(other),
    apiKeyId: await newKey(other),
    invitationId: await newInvitation(other),
    connectionId: await newConnection(other),
    fileId: file.body.id,
    sessionId: (await other.api('GET', '/v1/sessions')).body.items[0].id,
    eventId: (await other.api('GET', '/v1/events?limit=1')).body.items[0].id,
    stageId: (await other.api('GET', '/v1/lead-pipeline')).body.stages[0].id,
  };
});
after(() => server.stop());

const nounOf: Record<string, Parameters<typeof publicId>[0]> = {
  leadId: 'lead',
  noteId: 'note',
  leadFormId: 'leadForm',
  apiKeyId: 'apiKey',
  invitationId: 'invitation',
  connectionId: 'connection',
  fileId: 'file',
  sessionId: 'session',
  eventId: 'event',
  stageId: 'leadStage',
  projectId: 'project',
  taskId: 'task',
  taskTemplateId: 'taskTemplate',
  projectStageId: 'projectStage',
  memberId: 'member',
  userId: 'user',
  clientId: 'client',
  savedViewId: 'savedView',
  importId: 'import',
};
const randomId = (name: string): string => publicId(nounOf[name]!, newId());

/** A checksum of all rows of the other studio, by table. */
async function footprint(): Promise<Record<string, string>> {
  const { rows } = await server.database.owner.query(
    "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' and table_name not in ('access_log', 'event_counters')",
  );
  const id = (await server.database.owner.query('select id from workspaces where slug = $1', [other.slug])).rows[0].id;
  const result: Record<string, string> = {};
  for (const { table_name: table } of rows) {
    const columns = table === 'api_keys' ? "to_jsonb(t) - 'last_used_at'" : 'to_jsonb(t)';
    const answer = await server.database.owner.query(
      `select md5(coalesce(string_agg((${columns})::text, ',' order by (${columns})::text), '')) as sum from ${table} t where workspace_id = $1`,
      [id],
    );
    result[table] = answer.rows[0].sum;
  }
  return result;
}

const shape = ({ status, body }: Answer) => ({ status, body: { ...body, requestId: '' } });

test("another studio's ids in a path are ids that do not exist, for every operation, and its rows stay", async (t) => {
  await new Promise((resolve) => setTimeout(resolve, 500));
  const before = await footprint();
  const walked = operations.filter((operation) => operation.path.includes('{'));
  for (const operation of walked) {
    const name = /{(\w+)}/.exec(operation.path)![1]!;
    assert.ok(foreign[name] && nounOf[name], `${operation.id} needs an id of the other studio`);
    for (const as of ['session', 'secret'] as const) {
      if (as === 'secret' && !(operation.auth !== 'none' && operation.auth.secret)) continue;
      const given = { ...(await fixtures[operation.id](studio)), as };
      const theirs = await send(studio, operation, { ...given, path: { [name]: foreign[name]! } });
      const nobodys = await send(studio, operation, { ...given, path: { [name]: randomId(name) } });
      assert.equal(theirs.status, 404, `${operation.id} as ${as}: ${JSON.stringify(theirs.body)}`);
      assert.deepEqual(shape(theirs), shape(nobodys), operation.id);
    }
  }
  assert.deepEqual(await footprint(), before);
  t.diagnostic(`${walked.length} of ${walked.length} operations with ids in their path`);
});

/** Ids in bodies, queries and cursors, each in a call that is valid otherwise. */
const smuggled: [Operation['id'], (id: (name: string) => string) => Call][] = [
  ['notes.create', (id) => ({ body: { subject: id('leadId'), body: 'x' } })],
  ['notes.list', (id) => ({ query: { subject: id('leadId') } })],
  ['changes.list', (id) => ({ query: { subject: id('leadId') } })],
  ['changes.list', (id) => ({ query: { actorId: id('userId') } })],
  ['notes.create', (id) => ({ body: { subject: id('clientId'), body: 'x' } })],
  ['clients.duplicates', (id) => ({ query: { clientId: id('clientId') } })],
  ['leads.create', (id) => ({ body: { name: 'Ana', email: 'ana@example.com', formId: id('leadFormId') } })],
  ['leads.create', (id) => ({ body: { name: 'Ana', email: 'ana@example.com', stageId: id('stageId') } })],
  ['leads.list', (id) => ({ query: { formId: id('leadFormId') } })],
  ['leads.list', (id) => ({ query: { stageId: id('stageId') } })],
  ['events.list', (id) => ({ query: { leadId: id('leadId') } })],
  ['events.list', (id) => ({ query: { clientId: id('clientId') } })],
  ['events.list', (id) => ({ query: { projectId: id('projectId') } })],
  ['projects.list', (id) => ({ query: { clientId: id('clientId') } })],
  ['clients.list', (id) => ({ query: { importId: id('importId') } })],
  ['leads.list', (id) => ({ query: { importId: id('importId') } })],
  ['projects.list', (id) => ({ query: { importId: id('importId') } })],
  ['projects.create', (id) => ({ body: { title: 'Job', clientIds: [id('clientId')] } })],
  ['projects.list', (id) => ({ query: { stageId: id('projectStageId') } })],
  ['projects.list', (id) => ({ query: { memberId: id('memberId') } })],
  ['projects.create', (id) => ({ body: { title: 'Job', stageId: id('projectStageId') } })],
  ['projects.create', (id) => ({ body: { title: 'Job', memberIds: [id('memberId')] } })],
  ['tasks.list', (id) => ({ query: { projectId: id('projectId') } })],
  ['tasks.list', (id) => ({ query: { assigneeId: id('memberId') } })],
  ['tasks.create', (id) => ({ body: { title: 'Call', projectId: id('projectId') } })],
  ['challenges.create', (id) => ({ as: 'publishable', body: { operation: 'leads.create', formId: id('leadFormId') } })],
];

test("another studio's ids in bodies, filters and cursors do the same as ids that do not exist", async () => {
  const before = await footprint();
  for (const [operationId, call] of smuggled) {
    const operation = operations.find((candidate) => candidate.id === operationId)!;
    const theirs = await send(
      studio,
      operation,
      call((name) => foreign[name]!),
    );
    const nobodys = await send(studio, operation, call(randomId));
    assert.deepEqual(shape(theirs), shape(nobodys), operationId);
    if (theirs.status < 300)
      assert.deepEqual(
        theirs.body.items.filter((item: { id: string }) => Object.values(foreign).includes(item.id)),
        [],
      );
  }
  // A cursor is a place in the order of time, whoever's id it is: what follows is one's own.
  const page = await studio.api('GET', `/v1/leads?limit=100&order=oldest&after=${foreign.leadId}`);
  assert.ok(page.body.items.length > 0);
  assert.ok(page.body.items.every((item: { id: string }) => item.id !== foreign.leadId));
  const leadId = await newLead(studio);
  const moved = await studio.api('POST', `/v1/leads/${leadId}/move`, {
    body: { status: 'open', stageId: foreign.stageId },
  });
  assert.equal(moved.body.code, 'stage_not_found');
  const settings = await studio.api('GET', '/v1/workspace');
  const stolen = {
    body: { brand: { logoFileId: foreign.fileId } },
    headers: { 'if-match': settings.headers.get('etag')! },
  };
  assert.equal((await studio.api('PATCH', '/v1/workspace', stolen)).body.code, 'file_not_found');
  const pipeline = await studio.api('GET', '/v1/lead-pipeline');
  const stages = [...pipeline.body.stages, { id: foreign.stageId, name: 'Theirs', meaning: 'new' }];
  const mixed = await studio.api('PATCH', '/v1/lead-pipeline', {
    body: { stages },
    headers: { 'if-match': pipeline.headers.get('etag')! },
  });
  assert.equal(mixed.status, 422);
  const projectId = await newProject(studio);
  const taskId = await newTask(studio);
  const lead = await newLead(studio);
  const clientId = await newClient(studio);
  const onOwn: [method: string, path: string, body: object, code: string][] = [
    ['PATCH', `projects/${projectId}`, { clientIds: [foreign.clientId] }, 'client_not_found'],
    ['PATCH', `projects/${projectId}`, { memberIds: [foreign.memberId] }, 'member_not_found'],
    ['POST', `projects/${projectId}/move`, { to: 'stage', stageId: foreign.projectStageId }, 'stage_not_found'],
    [
      'POST',
      `projects/${projectId}/apply-task-template`,
      { templateId: foreign.taskTemplateId },
      'task_template_not_found',
    ],
    ['PATCH', `tasks/${taskId}`, { assigneeId: foreign.memberId }, 'member_not_found'],
    ['POST', 'notes', { subject: clientId, body: 'x', mentions: [foreign.memberId] }, 'member_not_found'],
    ['POST', `clients/${clientId}/merge`, { otherId: foreign.clientId }, 'client_not_found'],
    ['POST', `clients/${clientId}/unmerge`, { mergeId: foreign.mergeId }, 'merge_not_found'],
    ['POST', `leads/${lead}/convert`, { clientId: foreign.clientId }, 'client_not_found'],
    ['POST', `leads/${lead}/convert`, { projectId: foreign.projectId }, 'project_not_found'],
  ];
  for (const [method, path, body, code] of onOwn) {
    const answer = await studio.api(method, `/v1/${path}`, { body, headers: { 'if-match': '"1"' } });
    assert.equal(answer.body.code, code, `${path}: ${JSON.stringify(answer.body)}`);
  }
  assert.deepEqual(await footprint(), before);
});

test('every parameter and body member that takes an id is smuggled one by a test', () => {
  const known = new Set([
    ...['subject', 'formId', 'stageId', 'leadId', 'logoFileId', 'after', 'id'],
    ...['clientId', 'projectId', 'memberId', 'assigneeId', 'otherId', 'mergeId', 'actorId', 'importId'],
  ]);
  const found = new Set<string>();
  for (const operation of operations) {
    for (const parameter of operation.parameters)
      if (parameter.in === 'query' && /Id$|^subject$|^after$/.test(parameter.name)) found.add(parameter.name);
  }
  const { schemas } = server.app.layer.contract.document.components;
  for (const [name, schema] of Object.entries(schemas)) {
    if (!/(Input|Patch|Move\w+|Registration)$/.test(name)) continue;
    for (const member of Object.keys((schema.properties as object | undefined) ?? {}))
      if (/Id$|^id$|^subject$/.test(member)) found.add(member);
  }
  assert.deepEqual(
    [...found].filter((name) => !known.has(name)),
    [],
  );
});

test("a member of one studio has no way into another's, by slug or by id", async () => {
  for (const workspace of [other.slug, other.workspaceId]) {
    for (const operation of operations) {
      if (operation.auth === 'none' || !operation.auth.session || operation.auth.session === 'user') continue;
      const given = await fixtures[operation.id](studio);
      const headers = { ...given.headers, 'alloza-workspace': workspace };
      const answer = await send(studio, operation, { ...given, as: 'session', headers });
      assert.equal(answer.status, 403, `${operation.id}: ${JSON.stringify(answer.body)}`);
    }
  }
});

test('a publishable key can do the public operations and nothing else', async (t) => {
  let refused = 0;
  const open: string[] = [];
  for (const operation of operations) {
    const given = await fixtures[operation.id](studio);
    const answer = await send(studio, operation, { ...given, as: 'publishable' });
    if (operation.auth !== 'none' && operation.auth.publishable) open.push(operation.id);
    else {
      assert.ok([401, 403].includes(answer.status), `${operation.id} answered ${answer.status}`);
      refused += 1;
    }
  }
  assert.deepEqual(open, ['workspace.public', 'challenges.create', 'leadForms.public', 'leads.create']);
  t.diagnostic(`${refused} refused, ${open.length} public, ${operations.length} in all`);
});

test('a secret key does what its scopes say, one operation after the other', async () => {
  const made = await studio.api('POST', '/v1/api-keys', {
    body: { kind: 'secret', name: 'Narrow', scopes: ['workspace:read'] },
  });
  for (const operation of operations) {
    if (operation.auth === 'none') continue;
    const given = await fixtures[operation.id](studio);
    const answer = await send(studio, operation, {
      ...given,
      as: 'none',
      headers: { ...given.headers, authorization: `Bearer ${made.body.key}` },
    });
    const allowed = operation.auth.secret === 'workspace:read';
    assert.equal(answer.status === 403, !allowed, `${operation.id} answered ${answer.status}`);
  }
});

test('secret keys are made by owners only', async () => {
  const body = { kind: 'secret', name: 'x', scopes: ['leads:read'] };
  for (const role of ['member', 'manager'] as const) {
    const person = await joinStudio(studio, { role });
    assert.equal((await person.api('POST', '/v1/api-keys', { body })).status, 403, role);
  }
  assert.equal((await studio.api('POST', '/v1/api-keys', { body })).status, 201);
});

test('a revoked key, a mistyped key and a revoked session are refused at once', async () => {
  const made = await studio.api('POST', '/v1/api-keys', {
    body: { kind: 'secret', name: 'Short', scopes: ['leads:read'] },
  });
  const list = (key: string) =>
    studio.api('GET', '/v1/leads', { as: 'none', headers: { authorization: `Bearer ${key}` } });
  assert.equal((await list(made.body.key)).status, 200);
  const mistyped = made.body.key.replace(/.$/, (last: string) => (last === 'a' ? 'b' : 'a'));
  assert.equal((await list(mistyped)).status, 401);
  await studio.api('POST', `/v1/api-keys/${made.body.apiKey.id}/revoke`);
  assert.equal((await list(made.body.key)).status, 401);
});
