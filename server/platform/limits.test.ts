import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect } from './database.ts';
import { LocalLimit, networkOf, takeShared } from './limits.ts';
import { Problem } from './problem.ts';
import { startTestServer, type TestServer, testConfig } from './testing.ts';

let server: TestServer;
let replica: TestServer;
before(async () => {
  server = await startTestServer();
  replica = await startTestServer({ ALLOZA_ROLE: 'web' }, server.database);
});
after(async () => {
  await replica.stop();
  await server.stop();
});

const isTooMany = (error: unknown): boolean => error instanceof Problem && error.status === 429;
const passed = (outcomes: PromiseSettledResult<unknown>[]): number => {
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') assert.ok(isTooMany(outcome.reason), String(outcome.reason));
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
};

test('of 100 at once at a limit of 10, spread over two processes, 10 pass', async () => {
  const quota = { name: 'test.burst', points: 10, seconds: 60 };
  const orms = [server.app.services.orm, replica.app.services.orm];
  const outcomes = await Promise.allSettled(
    Array.from({ length: 100 }, (_, index) => takeShared(orms[index % 2]!, quota, 'someone')),
  );
  assert.equal(passed(outcomes), 10);
  assert.equal((await takeShared(orms[0]!, quota, 'someone else')).remaining, 9, 'others have points of their own');
});

test('after its window a limit begins anew, also for many at once', async () => {
  const quota = { name: 'test.window', points: 3, seconds: 60 };
  const burst = () =>
    Promise.allSettled(Array.from({ length: 20 }, () => takeShared(server.app.services.orm, quota, 'w')));
  assert.equal(passed(await burst()), 3);
  assert.equal(passed(await burst()), 0);
  await server.database.owner.query(
    "update rate_limits set resets_at = now() - interval '1 millisecond' where key = 'test.window:w'",
  );
  assert.equal(passed(await burst()), 3);
});

test('being refused does not prolong the wait', async () => {
  const quota = { name: 'test.wait', points: 1, seconds: 60 };
  const take = () => takeShared(server.app.services.orm, quota, 'w');
  const end = async () =>
    (
      await server.database.owner.query("select resets_at from rate_limits where key = 'test.wait:w'")
    ).rows[0].resets_at.getTime();
  await take();
  const first = await end();
  for (let tries = 0; tries < 5; tries += 1) await assert.rejects(take(), isTooMany);
  assert.equal(await end(), first);
});

test('a refusal says when to come back, and how the limit is made', async () => {
  const quota = { name: 'test.headers', points: 1, seconds: 60 };
  await takeShared(server.app.services.orm, quota, 'w');
  const error = await takeShared(server.app.services.orm, quota, 'w').catch((problem: Problem) => problem);
  assert.ok(error instanceof Problem);
  assert.equal(error.headers['ratelimit-policy'], '"test.headers";q=1;w=60');
  assert.match(error.headers.ratelimit!, /^"test\.headers";r=0;t=(60|5\d)$/);
  assert.match(error.headers['retry-after']!, /^(60|5\d)$/);
});

test('without its store a shared limit refuses rather than let everyone pass', async () => {
  const orm = await connect(testConfig({ url: 'postgres://nobody@127.0.0.1:1/nothing' }, server.url), []);
  const refusal = takeShared(orm, { name: 'test.lost', points: 10, seconds: 60 }, 'w');
  await assert.rejects(refusal, (error) => error instanceof Problem && error.status === 503);
  await orm.close();
});

test('a bucket of one process counts each caller and forgets after its window', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  const limit = new LocalLimit({ name: 'local', points: 2, seconds: 60 });
  assert.equal(limit.take('a').remaining, 1);
  assert.equal(limit.take('a').remaining, 0);
  assert.throws(() => limit.take('a'), isTooMany);
  assert.equal(limit.take('b').remaining, 1);
  t.mock.timers.tick(59_999);
  assert.throws(() => limit.take('a'), isTooMany);
  t.mock.timers.tick(1);
  assert.equal(limit.take('a').remaining, 1);
});

test('every answer tells the standing of its caller', async () => {
  const small = await startTestServer({ REQUESTS_PER_MINUTE: '3' }, server.database);
  try {
    const seen = [];
    for (let index = 0; index < 5; index += 1) {
      const answer = await fetch(`${small.url}/v1/leads`);
      seen.push([answer.status, answer.headers.get('ratelimit-policy')]);
    }
    const policy = '"default";q=3;w=60';
    assert.deepEqual(seen, [
      [401, policy],
      [401, policy],
      [401, policy],
      [429, policy],
      [429, policy],
    ]);
  } finally {
    await small.stop();
  }
});

test('an IPv6 network is its /64 in any spelling, an IPv4 address inside IPv6 is itself', () => {
  const spellings = [
    '2001:db8:0:1::1',
    '2001:0db8:0000:0001:ffff:ffff:ffff:ffff',
    '2001:DB8::1:0:0:0:5',
    '2001:db8:0:1:1:1:1:1',
  ];
  assert.deepEqual([...new Set(spellings.map(networkOf))], ['2001:db8:0:1::/64']);
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
  assert.equal(networkOf('::'), '0:0:0:0::/64');
  assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1');
  assert.equal(networkOf('192.0.2.1'), '192.0.2.1');
  assert.notEqual(networkOf('2001:db8:0:2::1'), networkOf('2001:db8:0:1::1'));
});
