import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '../platform/context.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { type Joined, joinStudio } from '../platform/testing-members.ts';
import { credentialHeaders, openStudio, type Studio } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';

let server: TestServer;
let second: TestServer;
let studio: Studio;
let helper: Joined;
before(async () => {
  server = await startTestServer();
  second = await startTestServer({ ALLOZA_ROLE: 'web' }, server.database);
  studio = await openStudio(server);
  helper = await joinStudio(studio, { ownJobsOnly: true });
});
after(async () => {
  await second.stop();
  await server.stop();
});

interface Told {
  id: number;
  type: string;
  subject: string;
}

/** Follows the stream in somebody's name: what it told, and the last id it gave. */
async function follow(as: Studio, at: TestServer, lastEventId?: number) {
  const abort = new AbortController();
  const response = await fetch(`${at.url}/v1/events/stream`, {
    headers: {
      ...credentialHeaders(as, 'session', at.url),
      'alloza-workspace': studio.slug,
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    },
    signal: abort.signal,
  });
  assert.equal(response.status, 200);
  const told: Told[] = [];
  const reading = (async () => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body!) {
      const frames = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = frames.pop()!;
      for (const frame of frames) {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        if (!data) continue;
        const event = JSON.parse(data);
        told.push({ id: event.sequence, type: event.type, subject: event.data.id });
      }
    }
  })().catch(() => {});
  return {
    told,
    types: () => told.map(({ type }) => type),
    stop: async () => {
      abort.abort();
      await reading;
    },
  };
}

const add = async (path: string, body: object): Promise<string> =>
  (await studio.api('POST', `/v1/${path}`, { body })).body.id;
const patch = async (path: string, body: object) => {
  const { version } = (await studio.api('GET', path)).body;
  const answer = await studio.api('PATCH', path, { body, headers: { 'if-match': `"${version}"` } });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
};

test('who is limited to own jobs is told of these and their clients, of nothing else, and misses none of it', async () => {
  const [mine, owner] = await Promise.all([follow(helper, second), follow(studio, server)]);
  const client = await add('clients', { displayName: 'Ana Ruiz' });
  const job = await add('projects', { title: 'Mine', clientIds: [client], memberIds: [helper.memberId] });
  const other = await add('projects', { title: 'Other' });
  await add('tasks', { projectId: other, title: 'Call' });
  const task = await add('tasks', { projectId: job, title: 'Pack' });
  const lead = await add('leads', { name: 'Tom', email: 'tom@example.com' });
  const converted = await studio.api('POST', `/v1/leads/${lead}/convert`, { body: { projectId: job } });
  await add('clients', { displayName: "Nobody's" });
  await add('notes', { subject: lead, body: 'Called' });
  const note = await add('notes', { subject: job, body: 'Rain plan' });
  await add('invitations', { email: 'new@example.com', role: 'member' });
  await patch(`/v1/clients/${client}`, { displayName: 'Ana Ruiz Vega' });
  await patch('/v1/workspace', { name: 'Another name' });
  await eventually('the last event', () => mine.types().includes('workspace.updated'));
  await eventually('all events', () => owner.types().includes('workspace.updated'));
  // A client who was made before they were on the job is told of or not, as the first look came.
  const ofClients = ({ type }: Told) => type.startsWith('client.');
  const clients = mine.told.filter(ofClients).map(({ subject }) => subject);
  assert.ok(mine.told.some(({ type, subject }) => type === 'client.updated' && subject === client));
  assert.deepEqual(new Set([...clients, converted.body.clientId]), new Set([client, converted.body.clientId]));
  const wanted = new Set([job, task, note, studio.workspaceId]);
  const expected = owner.told.filter(({ subject }) => wanted.has(subject));
  const jobs = ({ told }: { told: Told[] }) => told.filter((event) => !ofClients(event));
  assert.deepEqual(jobs(mine), expected);
  const from = mine.told[0]!.id;
  await mine.stop();
  const again = await follow(helper, server, from);
  await eventually('the same again', () => again.types().includes('workspace.updated'));
  assert.deepEqual(
    jobs(again),
    expected.filter(({ id }) => id > from),
  );
  await Promise.all([again.stop(), owner.stop()]);
});

test('who is taken off a job is told of that once, and of nothing on it from then on', async () => {
  const job = await add('projects', { title: 'Brief', memberIds: [helper.memberId] });
  const [stream, witness] = await Promise.all([follow(helper, second), follow(studio, second)]);
  await patch(`/v1/projects/${job}`, { memberIds: [] });
  await patch(`/v1/projects/${job}`, { title: 'No longer theirs' });
  await add('tasks', { projectId: job, title: 'Secret' });
  // What is read while they are on the job is theirs to know, whenever it was written.
  await eventually('a look at the task', () => witness.types().includes('task.created'));
  await patch(`/v1/projects/${job}`, { memberIds: [helper.memberId] });
  await eventually('the end', () => stream.told.length >= 2);
  assert.deepEqual(
    stream.told.map(({ type, subject }) => [type, subject]),
    [
      ['project.updated', job],
      ['project.updated', job],
    ],
  );
  assert.equal(stream.told[1]!.id - stream.told[0]!.id, 3, 'a title and a task lie between');
  await Promise.all([stream.stop(), witness.stop()]);
});

test('what a limited reader is not told of moves its place on all the same', async () => {
  const stream = await follow(helper, second);
  await inUnit(server.app.services, storedId('workspace', studio.workspaceId)!, systemActor, async (ctx) => {
    for (let index = 0; index < 450; index += 1)
      ctx.emit('lead.updated', { id: publicId('lead', newId()), changed: ['name'], version: 2 }, { leadId: newId() });
  });
  const job = await add('projects', { title: 'After many', memberIds: [helper.memberId] });
  await eventually('the job', () => stream.told.length === 1);
  assert.equal(stream.told[0]!.subject, job);
  await stream.stop();
});
