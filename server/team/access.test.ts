import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer, testPassword } from '../platform/testing.ts';
import { type Joined, joinStudio } from '../platform/testing-members.ts';
import { openStream, within } from '../platform/testing-streams.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let replica: TestServer;
let owner: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  const overrides = { TRUSTED_PROXIES: '1', ALLOZA_ROLE: 'web', PUBLIC_URL: server.url };
  replica = await startTestServer(overrides, server.database);
  owner = await openStudio(server);
});
after(async () => {
  await replica.stop();
  await server.stop();
});

const change = (id: string, body: object) =>
  owner.api('PATCH', `/v1/members/${id}`, { body, headers: { 'if-match': '"1"' } });

/** What takes rights from somebody, and what they can do in the studio from then on. */
const losses: [how: string, role: 'manager' | 'member', work: (person: Joined) => Promise<unknown>, reads: number][] = [
  ['removed', 'manager', ({ memberId }) => owner.api('DELETE', `/v1/members/${memberId}`), 403],
  ['gone by themselves', 'member', (person) => person.api('POST', '/v1/members/leave'), 403],
  ['limited to own jobs', 'member', ({ memberId }) => change(memberId, { ownJobsOnly: true }), 200],
  ['made a member', 'manager', ({ memberId }) => change(memberId, { role: 'member' }), 200],
];

for (const [how, role, work, reads] of losses) {
  test(`somebody ${how} has lost it on every replica with the next request, and their streams end within a second`, async () => {
    const person = await joinStudio(owner, { role });
    const streams = await Promise.all(
      [server, replica].map((at) => openStream(at, owner.slug, { cookie: person.cookie })),
    );
    const kept = await openStream(replica, owner.slug, { cookie: owner.cookie });
    const elsewhere = await openStream(replica, (await studioOf(person)).slug, { cookie: person.cookie });
    await work(person);
    for (const { url } of [server, replica]) {
      const headers = { cookie: person.cookie, 'alloza-workspace': owner.slug };
      const read = (path: string) => fetch(`${url}/v1/${path}`, { headers });
      assert.equal((await read('projects')).status, reads);
      assert.equal((await read('invitations')).status, 403);
      assert.equal((await read('account')).status, 200, 'the session itself goes on');
    }
    await within(1000, 'ending the streams', Promise.all(streams.map(({ ended }) => ended)));
    const still = (stream: typeof kept) => Promise.race([stream.ended.then(() => false), delay(100).then(() => true)]);
    assert.deepEqual(await Promise.all([kept, elsewhere].map(still)), [true, true], 'no other stream does');
    kept.close();
    elsewhere.close();
  });
}

const delay = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The studio a person has of their own. */
async function studioOf(person: Joined): Promise<{ slug: string }> {
  const { workspaces } = (await person.api('GET', '/v1/account')).body;
  return workspaces.find(({ mode, slug }: { mode: string; slug: string }) => mode === 'live' && slug !== owner.slug);
}

test('whose request was under way when they were removed writes nothing after it', async () => {
  const person = await joinStudio(owner, { role: 'manager' });
  const answers = await Promise.all([
    owner.api('DELETE', `/v1/members/${person.memberId}`),
    ...Array.from({ length: 10 }, () => person.api('POST', '/v1/members/leave')),
  ]);
  assert.equal(answers.filter(({ status }) => status === 204).length, 1, 'the seat is taken away once');
  assert.ok(answers.every(({ status }) => [204, 403, 404].includes(status)));
});

test('who owned a studio may not do with it what is the new owner’s, on any replica', async () => {
  const former = await openStudio(server);
  const next = await joinStudio(former, { role: 'manager' });
  const body = { kind: 'secret', name: 'x', scopes: ['leads:read'] };
  await former.api('POST', `/v1/members/${next.memberId}/transfer-ownership`, { body: { password: testPassword } });
  for (const { url } of [server, replica]) {
    const origin = { origin: server.url };
    assert.equal((await former.api('POST', '/v1/api-keys', { body, url, headers: origin })).status, 403);
    assert.equal((await next.api('POST', '/v1/api-keys', { body, url, headers: origin })).status, 201);
  }
});
