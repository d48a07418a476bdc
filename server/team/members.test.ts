import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { waitForMail } from '../account/testing-account.ts';
import { publicId } from '../platform/ids.ts';
import { eventually, startTestServer, type TestServer, testPassword } from '../platform/testing.ts';
import { type Joined, joinStudio, ownMemberId } from '../platform/testing-members.ts';
import { type Answer, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

const wrote = ({ status, body }: Answer): string => (status < 300 ? 'done' : `${status} ${body.code}`);
const memberOf = async (studio: Studio, id: string) => (await studio.api('GET', `/v1/members/${id}`)).body;
const update = async (as: Studio, id: string, body: object): Promise<Answer> => {
  const { version = 1 } = await memberOf(as, id);
  return as.api('PATCH', `/v1/members/${id}`, { body, headers: { 'if-match': `"${version}"` } });
};
const transfer = (as: Studio, id: string, password = testPassword) =>
  as.api('POST', `/v1/members/${id}/transfer-ownership`, { body: { password } });
const roles = async (studio: Studio): Promise<Record<string, string>> => {
  const { items } = (await studio.api('GET', '/v1/members')).body;
  return Object.fromEntries(items.map((member: { email: string; role: string }) => [member.email, member.role]));
};
const eventsOf = async (studio: Studio, id: string): Promise<string[]> => {
  const { items } = (await studio.api('GET', '/v1/events?limit=100')).body;
  return items
    .filter((event: { data: { id: string } }) => event.data.id === id)
    .map((event: { type: string }) => event.type);
};

/** A studio with its owner, two managers and two members. */
async function team() {
  const owner = await openStudio(server);
  const [manager, otherManager, member, otherMember] = [
    await joinStudio(owner, { role: 'manager' }),
    await joinStudio(owner, { role: 'manager' }),
    await joinStudio(owner),
    await joinStudio(owner),
  ];
  return { owner, manager, otherManager, member, otherMember, ownerId: await ownMemberId(owner) };
}

test('who may do what to whom: every role, on themselves and on each other', async () => {
  const { owner, manager, otherManager, member, otherMember, ownerId } = await team();
  const people = { owner, manager, member };
  const targets: Record<string, Record<string, string>> = {
    owner: { self: ownerId, manager: manager.memberId, member: member.memberId },
    manager: { self: manager.memberId, owner: ownerId, manager: otherManager.memberId, member: member.memberId },
    member: { self: member.memberId, owner: ownerId, manager: manager.memberId, member: otherMember.memberId },
  };
  const refused = '403 forbidden';
  /** What each operation answers; whatever is not here is refused. */
  const expected: Record<string, string> = {
    'owner switches member': 'done',
    'manager switches member': 'done',
    'owner switches self': '422 invalid_request',
    'owner switches manager': '422 invalid_request',
    'owner promotes member': 'done',
    'owner promotes manager': 'done',
    'owner promotes self': '409 last_owner',
    'owner removes self': '409 last_owner',
  };
  const operations: Record<string, (as: Studio, id: string) => Promise<Answer>> = {
    async switches(as, id) {
      const answer = await update(as, id, { ownJobsOnly: true, seesMoney: false });
      if (answer.status === 200) await update(owner, id, { ownJobsOnly: false, seesMoney: true });
      return answer;
    },
    async promotes(as, id) {
      const before = await memberOf(owner, id);
      const answer = await update(as, id, { role: 'manager' });
      if (answer.status === 200 && before.role === 'member') await update(owner, id, { role: 'member' });
      return answer;
    },
    removes: (as, id) => as.api('DELETE', `/v1/members/${id}`),
    transfers: (as, id) => transfer(as, id, 'not the password'),
  };
  // Those who may remove are asked last: nobody is left then.
  for (const [who, as] of Object.entries(people)) {
    for (const [operation, run] of Object.entries(operations)) {
      for (const [whom, id] of Object.entries(targets[who]!)) {
        const name = `${who} ${operation} ${whom}`;
        if (['owner removes manager', 'owner removes member', 'manager removes member'].includes(name)) continue;
        if (name === 'manager removes self') continue;
        const wanted = operation === 'transfers' && who === 'owner' ? '422 password_wrong' : expected[name];
        assert.equal(wrote(await run(as, id)), wanted ?? refused, name);
      }
    }
  }
  assert.deepEqual(Object.values(await roles(owner)).sort(), ['manager', 'manager', 'member', 'member', 'owner']);
  assert.equal(wrote(await manager.api('DELETE', `/v1/members/${otherMember.memberId}`)), 'done');
  assert.equal(wrote(await manager.api('DELETE', `/v1/members/${manager.memberId}`)), 'done', 'a manager may go');
  assert.equal(wrote(await owner.api('DELETE', `/v1/members/${otherManager.memberId}`)), 'done');
  assert.equal(wrote(await owner.api('DELETE', `/v1/members/${member.memberId}`)), 'done');
  assert.deepEqual(Object.values(await roles(owner)), ['owner']);
});

test('a role or a switch counts from the next request on, and is refused where it does not apply', async () => {
  const { owner, member } = await team();
  await owner.api('POST', '/v1/projects', { body: { title: 'Wedding', value: { amount: 420_000, currency: 'EUR' } } });
  const seen = async () => (await member.api('GET', '/v1/projects')).body.items as { value?: unknown }[];
  assert.ok((await seen())[0]!.value);
  await update(owner, member.memberId, { seesMoney: false });
  assert.equal((await seen())[0]!.value ?? null, null);
  await update(owner, member.memberId, { ownJobsOnly: true });
  assert.equal((await seen()).length, 0);
  assert.equal((await member.api('GET', '/v1/invitations')).status, 403);
  const promoted = await update(owner, member.memberId, { role: 'manager' });
  assert.deepEqual([promoted.body.ownJobsOnly, promoted.body.seesMoney], [false, true], 'managers see everything');
  assert.equal((await member.api('GET', '/v1/invitations')).status, 200);
  assert.equal((await seen()).length, 1);
  const refused = await update(owner, member.memberId, { seesMoney: false });
  assert.equal(refused.body.errors[0].pointer, '/seesMoney');
  assert.equal(wrote(await update(owner, member.memberId, { role: 'owner' })), '422 invalid_request');
  const limited = await update(owner, member.memberId, { role: 'member', ownJobsOnly: true });
  assert.deepEqual([limited.body.role, limited.body.ownJobsOnly], ['member', true]);
  assert.deepEqual([...new Set(await eventsOf(owner, member.memberId))], ['member.updated']);
});

test('of two who change one member, the second is told', async () => {
  const { owner, manager, member } = await team();
  const body = { seesMoney: false };
  const path = `/v1/members/${member.memberId}`;
  const answers = await Promise.all(
    [owner, manager].map((as) => as.api('PATCH', path, { body, headers: { 'if-match': '"1"' } })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
  const same = await owner.api('PATCH', path, { body, headers: { 'if-match': '"2"' } });
  assert.deepEqual([same.status, same.body.version], [200, 2], 'what changes nothing is no change');
});

test('a studio is handed over by password: the member owns it, the former owner manages, and both are one each', async () => {
  const { owner, member, ownerId } = await team();
  await update(owner, member.memberId, { ownJobsOnly: true });
  assert.equal(wrote(await transfer(owner, member.memberId, 'not the password')), '422 password_wrong');
  assert.equal((await roles(owner))[owner.email], 'owner');
  assert.equal(wrote(await transfer(owner, member.memberId)), 'done');
  const now = await roles(owner);
  assert.deepEqual([now[owner.email], now[member.email]], ['manager', 'owner']);
  assert.equal((await memberOf(owner, member.memberId)).ownJobsOnly, false);
  assert.match((await waitForMail(server, member.email, 2)).subject, /You own .* now/);
  assert.deepEqual((await eventsOf(owner, ownerId))[0], 'member.updated');
  assert.equal(wrote(await transfer(owner, ownerId)), '403 forbidden', 'it is not theirs to hand over any more');
  assert.equal(wrote(await owner.api('POST', '/v1/members/leave')), 'done');
  assert.equal(wrote(await member.api('POST', '/v1/members/leave')), '409 last_owner');
});

test('handed to two at once, a studio has one new owner; handed to oneself, nothing changes', async () => {
  const { owner, manager, member, ownerId } = await team();
  assert.equal(wrote(await transfer(owner, ownerId)), 'done');
  assert.equal((await memberOf(owner, ownerId)).version, 1);
  const answers = await Promise.all([manager, member].map(({ memberId }) => transfer(owner, memberId)));
  assert.deepEqual(answers.map(wrote).sort(), ['403 forbidden', 'done']);
  assert.equal(Object.values(await roles(owner)).filter((role) => role === 'owner').length, 1);
  const { rows } = await server.database.owner.query(
    "select indexdef from pg_indexes where indexname = 'members_one_owner'",
  );
  assert.match(rows[0].indexdef, /UNIQUE .* WHERE \(role = 'owner'/);
});

test('who goes leaves their jobs and tasks behind, is told by mail, and keeps their account', async () => {
  const { owner, member } = await team();
  const project = await owner.api('POST', '/v1/projects', {
    body: { title: 'Wedding', memberIds: [member.memberId] },
  });
  const task = await owner.api('POST', '/v1/tasks', {
    body: { projectId: project.body.id, title: 'Call', assigneeId: member.memberId },
  });
  assert.equal((await owner.api('DELETE', `/v1/members/${member.memberId}`)).status, 204);
  assert.deepEqual((await owner.api('GET', `/v1/projects/${project.body.id}`)).body.memberIds, []);
  assert.equal((await owner.api('GET', `/v1/tasks/${task.body.id}`)).body.assigneeId, null);
  const { subject, text } = await waitForMail(server, member.email, 2);
  assert.match(subject, /You have left/);
  assert.match(text ?? '', /Your account and your other studios stay/);
  assert.equal((await member.api('GET', '/v1/account')).body.workspaces.length, 2, 'their own studio and its test');
  assert.deepEqual(await eventsOf(owner, member.memberId), ['member.removed']);
  const history = await owner.api('GET', `/v1/changes?subject=${member.memberId}`);
  assert.deepEqual(
    history.body.items.map(({ action, actor }: { action: string; actor: { name: string } }) => [action, actor.name]),
    [['removed', 'Test Owner']],
  );
  assert.equal((await owner.api('DELETE', `/v1/members/${member.memberId}`)).status, 404);
});

test('leaving is no news to those who leave, and a retry of it does no harm', async () => {
  const { owner, member } = await team();
  const mails = server.sandbox.mails().length;
  assert.equal((await member.api('POST', '/v1/members/leave')).status, 204);
  assert.equal((await member.api('POST', '/v1/members/leave')).status, 403);
  assert.equal((await roles(owner))[member.email], undefined);
  await eventually('the queue to be empty', async () => {
    const { rows } = await server.database.owner.query("select count(*)::int as n from mails where status = 'queued'");
    return rows[0].n === 0;
  });
  assert.equal(server.sandbox.mails().length, mails);
});

test('the list names everybody, newest first, in pages, to people and to keys that may read it', async () => {
  const { owner, manager, otherManager, member, otherMember, ownerId } = await team();
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const page = (await member.api('GET', `/v1/members?limit=2${after && `&after=${after}`}`)).body;
    ids.push(...page.items.map(({ id }: { id: string }) => id));
    if (!page.next) break;
    after = page.next;
  }
  assert.deepEqual(
    ids,
    [otherMember, member, otherManager, manager].map(({ memberId }: Joined) => memberId).concat(ownerId),
  );
  const byKey = await owner.api('GET', '/v1/members', { as: 'secret' });
  assert.equal(byKey.body.items.length, 5);
  assert.equal((await owner.api('GET', `/v1/members/${publicId('member', crypto.randomUUID())}`)).status, 404);
});
