import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '../platform/problem.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { hashPassword, isOutdated, maxRunning, maxWaiting, passwordFits } from './password.ts';
import { countHashing, freshEmail, password, register, signIn, watchHashing } from './testing-account.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

test('at most four passwords are hashed at once, a bounded number waits, and the rest is refused at once', async () => {
  const seen: string[] = [];
  const { count, peak } = await watchHashing(async () => {
    const all = Array.from({ length: maxRunning + maxWaiting + 20 }, (_, index) =>
      hashPassword(`password ${index}`).then(
        () => seen.push('hashed'),
        (error: Problem) => seen.push(`${error.status} ${error.headers['retry-after']}`),
      ),
    );
    await Promise.all(all);
  });
  assert.ok(maxRunning <= 4);
  assert.equal(peak, maxRunning);
  assert.equal(count, maxRunning + maxWaiting);
  assert.deepEqual(seen.slice(0, 20), Array(20).fill('503 2'), 'nobody waits to be refused');
  assert.deepEqual(seen.slice(20), Array(count).fill('hashed'));
  assert.equal(await passwordFits(await hashPassword('afterwards'), 'afterwards'), true, 'the turns come back');
});

test('whoever comes as a turn ends does not get in beside those who wait', async () => {
  const { count, peak } = await watchHashing(async () => {
    const chain = async (links: number): Promise<void> => {
      await hashPassword('a link');
      if (links > 1) await chain(links - 1);
    };
    await Promise.all(Array.from({ length: 10 }, () => chain(6)));
  });
  assert.deepEqual([count, peak], [60, maxRunning]);
});

test('while too many wait, signing in answers 503, known or unknown address alike, and works again afterwards', async () => {
  const email = freshEmail();
  await register(server, email);
  let crowded = true;
  const again = async (): Promise<void> => {
    await hashPassword('somebody else');
    if (crowded) await again();
  };
  const crowd = Promise.all(Array.from({ length: maxRunning + maxWaiting }, again));
  for (const address of [email, 'nobody@example.com']) {
    const answer = await signIn(server, address);
    assert.equal(answer.status, 503, address);
    assert.equal(answer.headers.get('retry-after'), '2');
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  crowded = false;
  await crowd;
  assert.equal((await signIn(server, email)).status, 200);
});

test('nobody, and an account without a password, cost one verification from the first time on', async () => {
  for (const stored of [null, undefined]) {
    assert.equal(await countHashing(async () => assert.equal(await passwordFits(stored, password), false)), 1);
  }
});

test('a hash is outdated once its parameters are weaker than those of today', async () => {
  assert.equal(isOutdated(await hashPassword(password)), false);
  assert.equal(isOutdated('$argon2id$v=19$m=8192,t=1,p=1$c2FsdA$aGFzaA'), true);
});

test('64 characters and more are welcome as a password, whatever they are', async () => {
  const { schemas } = server.app.layer.contract.document.components;
  assert.ok((schemas.Password!.maxLength as number) >= 64);
  for (const chosen of ['x'.repeat(64), ' '.repeat(64), '\u{1f33b}'.repeat(64), 'ß'.repeat(256)])
    assert.equal(await passwordFits(await hashPassword(chosen), chosen), true);
});
