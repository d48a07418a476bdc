import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createS3StandIn, s3Sandbox } from '../sandbox/s3.ts';
import { serveStandIn } from '../sandbox/testing.ts';
import { createS3Store, type S3Options } from './s3.ts';

const bytes = Buffer.from([0, 255, 254, 10, 13, 128]);
const key = '0198c0de-0000-7000-8000-000000000001/0198c0de-0000-7000-8000-000000000002';

async function start(overrides: Partial<S3Options> = {}) {
  const standIn = createS3StandIn();
  const server = await serveStandIn(standIn.app);
  const store = createS3Store({ ...s3Sandbox, endpoint: server.url, timeoutMs: 5000, ...overrides });
  return { objects: standIn.objects, server, store };
}

/** The three calls, each with what it answers when all is well. */
const calls = {
  put: (store: ReturnType<typeof createS3Store>) => store.put(key, bytes, 'image/png'),
  get: (store: ReturnType<typeof createS3Store>) => store.get(key, bytes.length),
  remove: (store: ReturnType<typeof createS3Store>) => store.remove(key),
};

test('an object is kept with its type, read back the same, put again, and removed', async () => {
  const { objects, server, store } = await start();
  await using _ = server;
  assert.deepEqual(await calls.put(store), { kind: 'kept' });
  assert.deepEqual(objects.get(key), { bytes, contentType: 'image/png' });
  assert.deepEqual(await calls.get(store), { kind: 'found', bytes });
  assert.deepEqual(await store.put(key, Buffer.from('new'), 'image/webp'), { kind: 'kept' });
  assert.deepEqual(await store.get(key, 3), { kind: 'found', bytes: Buffer.from('new') });
  assert.deepEqual(await calls.remove(store), { kind: 'removed' });
  assert.equal(objects.size, 0);
  assert.deepEqual(await calls.remove(store), { kind: 'removed' });
  assert.deepEqual(await calls.get(store), { kind: 'missing' });
});

test('the largest file there may be goes and comes whole', async () => {
  const { server, store } = await start();
  await using _ = server;
  const large = Buffer.alloc(10 * 1024 * 1024, 'lumen');
  assert.deepEqual(await store.put(key, large, 'image/png'), { kind: 'kept' });
  const read = await store.get(key, large.length);
  assert.ok(read.kind === 'found' && large.equals(read.bytes));
});

test('a store that asks to slow down is asked again at once, and given up after three tries', async () => {
  const { objects, server, store } = await start();
  await using _ = server;
  await server.control('fail', { status: 503, times: 2 });
  assert.deepEqual(await calls.put(store), { kind: 'kept' });
  assert.equal(objects.size, 1);
  await server.control('fail', { status: 503, times: 3 });
  assert.deepEqual(await calls.get(store), { kind: 'failed', reason: '503 SlowDown' });
  assert.deepEqual(await calls.get(store), { kind: 'found', bytes });
});

for (const [name, call] of Object.entries(calls)) {
  test(`${name}: refusals are told by status and name, without key, address or secret`, async () => {
    const { server } = await start();
    await using _ = server;
    const outcome = (overrides: Partial<S3Options>) =>
      call(createS3Store({ ...s3Sandbox, endpoint: server.url, timeoutMs: 5000, ...overrides }));
    assert.deepEqual(await outcome({ secretAccessKey: 'canary' }), {
      kind: 'failed',
      reason: '403 SignatureDoesNotMatch',
    });
    assert.deepEqual(await outcome({ accessKeyId: 'canary' }), { kind: 'failed', reason: '403 InvalidAccessKeyId' });
    assert.deepEqual(await outcome({ bucket: 'canary' }), { kind: 'failed', reason: '404 NoSuchBucket' });
    assert.deepEqual(await outcome({ region: 'canary' }), {
      kind: 'failed',
      reason: '400 AuthorizationHeaderMalformed',
    });
    const unbuildable = await outcome({ accessKeyId: 'line\nbreak' });
    assert.equal(unbuildable.kind, 'failed');
    assert.doesNotMatch(JSON.stringify(unbuildable), /break/);
  });

  test(`${name}: a store that never answers, drops the connection or is not there fails in time`, async () => {
    const { server, store } = await start({ timeoutMs: 300 });
    await using _ = server;
    for (const [fault, body] of [
      ['hang', { ms: 60_000 }],
      ['drop', { times: 3 }],
      ['fail', { status: 500, times: 3 }],
      ['fail', { status: 301, location: 'http://127.0.0.1:9/' }],
    ] as const) {
      await server.control(fault, body);
      const startedAt = performance.now();
      assert.equal((await call(store)).kind, 'failed', fault);
      assert.ok(performance.now() - startedAt < 3000, fault);
    }
    await server[Symbol.asyncDispose]();
    assert.equal((await call(store)).kind, 'failed');
  });
}

test('an answer that S3 would not give neither keeps nor finds anything', async () => {
  const { server, store } = await start();
  await using _ = server;
  const page = '<html>Sign in to the network</html>';
  await server.control('fail', { status: 200, body: page });
  assert.deepEqual(await calls.put(store), { kind: 'failed', reason: 'The answer has no ETag' });
  await server.control('fail', { status: 200, body: page });
  assert.deepEqual(await calls.get(store), { kind: 'failed', reason: 'The object has another size' });
  await server.control('fail', { status: 404, body: page });
  assert.equal((await calls.get(store)).kind, 'failed', 'a 404 of somebody else is not a missing object');
  await calls.put(store);
  for (const size of [bytes.length - 1, bytes.length + 1])
    assert.deepEqual(await store.get(key, size), { kind: 'failed', reason: 'The object has another size' });
});

test('the package is not loaded before the first call, and reads nothing from the environment', async () => {
  const { server } = await start();
  await using _ = server;
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { createS3Store } = await import('./s3.ts');
    const store = createS3Store(${JSON.stringify({ ...s3Sandbox, endpoint: server.url })});
    const before = loaded.filter((url) => url.includes('aws-sdk')).length;
    const { kind } = await store.put('a', Buffer.from('x'), 'text/plain');
    console.log(before, loaded.some((url) => url.includes('aws-sdk')), kind);`;
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: 'AKIAWRONG',
    AWS_SECRET_ACCESS_KEY: 'wrong',
    AWS_SESSION_TOKEN: 'wrong',
    AWS_REGION: 'us-west-2',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9',
    AWS_PROFILE: 'none',
  };
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd,
    env,
  });
  assert.equal(stdout, '0 true kept\n');
});
