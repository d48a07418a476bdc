import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientOptions, createClient, isAllozaError, RateLimitError, ServerError, TimeoutError } from './index.ts';
import { type Answerer, inTurn, problem, serve } from './testing/serve.ts';

const ok = { json: { id: 'lead_1' } };
const broken: Answerer = (_, response) => {
  response.socket?.destroy();
  return undefined;
};
const silent: Answerer = () => undefined;

const clientOf = (baseUrl: string, options: Partial<ClientOptions> = {}) =>
  createClient({ secretKey: 'sk_test_1', baseUrl, ...(options as object) });

const elapsed = async (work: () => Promise<unknown>) => {
  const start = Date.now();
  await work();
  return Date.now() - start;
};

test('a POST that meets 503 and then succeeds is sent again with the same idempotency key and body', async () => {
  await using server = await serve(inTurn(problem(503, 'unavailable'), problem(500, 'internal_error'), ok));
  assert.deepEqual(await clientOf(server.url).leads.create({ name: 'Ana' }), { id: 'lead_1' });
  const keys = new Set(server.seen.map(({ headers }) => headers['idempotency-key']));
  assert.equal(server.seen.length, 3);
  assert.equal(keys.size, 1);
  assert.match(String([...keys][0]), /^[0-9a-f]{32}$/);
  for (const { body } of server.seen) assert.equal(String(body), '{"name":"Ana"}');
});

test('a broken connection, 408, 429, 502 and a key in use are tried again', async () => {
  const gateway = { status: 502, body: '<h1>Bad gateway</h1>' };
  const passing = [
    problem(408, 'timeout'),
    problem(429, 'rate_limited'),
    problem(409, 'idempotency_key_in_use'),
    gateway,
  ];
  for (const failure of [broken, ...passing]) {
    await using server = await serve(inTurn(failure, ok));
    assert.deepEqual(await clientOf(server.url).leads.restore('lead_1'), { id: 'lead_1' });
    assert.equal(server.seen.length, 2);
  }
});

test('bytes are whole again on the second try', async () => {
  await using server = await serve(inTurn(broken, { status: 201, json: { id: 'file_1' } }));
  const blob = new Blob([new Uint8Array(100_000).fill(7)], { type: 'image/png' });
  await clientOf(server.url).files.create(blob, { purpose: 'logo' });
  assert.deepEqual(
    server.seen.map(({ body }) => body.length),
    [100_000, 100_000],
  );
});

test('what trying again can not mend is thrown at once', async () => {
  const finals = [400, 401, 403, 404, 409, 412, 413, 415, 422, 428].map((status) => problem(status, 'invalid_request'));
  for (const failure of finals) {
    await using server = await serve(inTurn(failure, ok));
    await assert.rejects(clientOf(server.url).leads.create({ name: 'Ana' }), { retryable: false });
    assert.equal(server.seen.length, 1);
  }
});

test('a change is tried again under its precondition', async () => {
  await using server = await serve(inTurn(broken, ok));
  await clientOf(server.url).leads.update('lead_1', { name: 'Bo' }, { ifMatch: 3 });
  assert.deepEqual(
    server.seen.map(({ headers }) => headers['if-match']),
    ['"3"', '"3"'],
  );
});

test('a change without a precondition is sent once', async () => {
  await using server = await serve(inTurn(broken, ok));
  const unguarded = { ifMatch: undefined as unknown as number };
  await assert.rejects(clientOf(server.url).leads.update('lead_1', { name: 'Bo' }, unguarded), {
    code: 'network_error',
  });
  assert.equal(server.seen.length, 1);
});

test('after the last retry the error is thrown, and says that later may be better', async () => {
  await using server = await serve(() => problem(503, 'unavailable'));
  const error = await clientOf(server.url, { retries: 1 })
    .leads.get('lead_1')
    .catch((error) => error);
  assert.ok(error instanceof ServerError && error.retryable);
  assert.equal(server.seen.length, 2);
  await assert.rejects(clientOf(server.url, { retries: 0 }).leads.get('lead_1'), ServerError);
  assert.equal(server.seen.length, 3);
});

test('Retry-After is honoured in seconds', async () => {
  await using server = await serve(inTurn({ ...problem(429, 'rate_limited'), headers: { 'retry-after': '1' } }, ok));
  await clientOf(server.url).leads.get('lead_1');
  const waited = server.seen[1]!.at - server.seen[0]!.at;
  assert.ok(waited >= 990, `waited ${waited} ms`);
});

test('Retry-After is honoured as a date', async () => {
  const date = new Date(Date.now() + 2000).toUTCString();
  await using server = await serve(inTurn({ ...problem(503, 'unavailable'), headers: { 'retry-after': date } }, ok));
  await clientOf(server.url).leads.get('lead_1');
  assert.ok(server.seen[1]!.at >= Date.parse(date), `came back ${Date.parse(date) - server.seen[1]!.at} ms early`);
});

test('asked to wait more than a minute, the call gives up and tells how long', async () => {
  await using server = await serve(() => ({ ...problem(429, 'rate_limited'), headers: { 'retry-after': '61' } }));
  const error = await clientOf(server.url)
    .leads.get('lead_1')
    .catch((error) => error);
  assert.ok(error instanceof RateLimitError);
  assert.equal(error.retryAfter, 61);
  assert.equal(server.seen.length, 1);
});

test('a try that takes too long is given up and tried again', async () => {
  await using server = await serve(inTurn(silent, ok));
  assert.deepEqual(await clientOf(server.url, { timeout: 200 }).leads.get('lead_1'), { id: 'lead_1' });
  await using mute = await serve(silent);
  const error = await clientOf(mute.url, { retries: 1 })
    .leads.get('lead_1', { timeout: 200 })
    .catch((error) => error);
  assert.ok(error instanceof TimeoutError);
  assert.equal(error.code, 'timeout');
  assert.equal(mute.seen.length, 2);
});

test('an answer that stops in the middle is given up too', async () => {
  const stalled: Answerer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id":');
    return undefined;
  };
  await using server = await serve(inTurn(stalled, ok));
  assert.deepEqual(await clientOf(server.url, { timeout: 200 }).leads.get('lead_1'), { id: 'lead_1' });
});

test('the deadline ends a call with all its tries, without waiting in vain', async () => {
  await using server = await serve(() => ({ ...problem(503, 'unavailable'), headers: { 'retry-after': '40' } }));
  const ms = await elapsed(() =>
    assert.rejects(clientOf(server.url, { deadline: 30_000 }).leads.get('lead_1'), ServerError),
  );
  assert.ok(ms < 15_000, `took ${ms} ms`);
  await using mute = await serve(silent);
  const late = await elapsed(() =>
    assert.rejects(clientOf(mute.url).leads.get('lead_1', { deadline: 100 }), TimeoutError),
  );
  assert.ok(late < 15_000, `took ${late} ms`);
});

test('the caller wins at once while waiting for an answer, and gets its own reason', async () => {
  await using server = await serve(silent);
  const reason = new Error('not needed any more');
  const controller = new AbortController();
  const ms = await elapsed(async () => {
    const call = clientOf(server.url).leads.get('lead_1', { signal: controller.signal });
    const caught = call.then(
      () => assert.fail('answered'),
      (error) => error,
    );
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(reason);
    assert.equal(await caught, reason);
  });
  assert.ok(ms < 15_000, `took ${ms} ms`);
  assert.equal(server.seen.length, 1);
});

test('the caller wins at once between two tries', async () => {
  await using server = await serve(() => ({ ...problem(503, 'unavailable'), headers: { 'retry-after': '30' } }));
  const controller = new AbortController();
  const ms = await elapsed(async () => {
    const call = clientOf(server.url).leads.get('lead_1', { signal: controller.signal });
    const caught = call.then(
      () => assert.fail('answered'),
      (error) => error,
    );
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    setTimeout(() => controller.abort(), 100);
    assert.equal(((await caught) as Error).name, 'AbortError');
  });
  assert.ok(ms < 15_000, `took ${ms} ms`);
  assert.equal(server.seen.length, 1);
});

test('the caller wins even over a fetch that does not listen', async () => {
  const signal = AbortSignal.timeout(50);
  const alloza = clientOf('https://app.example', { fetch: () => new Promise<Response>(() => {}) });
  const error = await alloza.leads.get('lead_1', { signal }).catch((error) => error);
  assert.equal(error, signal.reason);
  assert.equal(isAllozaError(error), false);
});

test('an aborted signal sends nothing', async () => {
  await using server = await serve(() => ok);
  await assert.rejects(clientOf(server.url).leads.get('lead_1', { signal: AbortSignal.abort() }), {
    name: 'AbortError',
  });
  assert.equal(server.seen.length, 0);
});
