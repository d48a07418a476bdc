import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sdk from './index.ts';
import { problem, serve } from './testing/serve.ts';

const failureOf = async (baseUrl: string) => {
  const alloza = sdk.createClient({ secretKey: 'sk_test_1', baseUrl, retries: 0 });
  const error: unknown = await alloza.leads.get('lead_1').catch((error) => error);
  assert.ok(sdk.isAllozaError(error));
  return error;
};

test('each family of statuses has its error class', async () => {
  const kinds = {
    400: sdk.ValidationError,
    401: sdk.AuthenticationError,
    403: sdk.PermissionError,
    404: sdk.NotFoundError,
    405: sdk.AllozaError,
    409: sdk.ConflictError,
    412: sdk.ConflictError,
    413: sdk.ValidationError,
    415: sdk.ValidationError,
    422: sdk.ValidationError,
    428: sdk.ValidationError,
    429: sdk.RateLimitError,
    500: sdk.ServerError,
    503: sdk.ServerError,
  };
  for (const [status, Kind] of Object.entries(kinds)) {
    await using server = await serve(() => problem(Number(status), 'invalid_request'));
    const error = await failureOf(server.url);
    assert.equal(error.constructor, Kind);
    assert.equal(error.name, Kind.name);
    assert.equal(error.status, Number(status));
  }
});

test('an error tells the code, the server words, the request and the fields', async () => {
  const errors = [{ pointer: '/email', code: 'format', message: 'Not an e-mail address' }];
  await using server = await serve(() => problem(422, 'invalid_request', { detail: 'The e-mail is not one.', errors }));
  const error = await failureOf(server.url);
  assert.equal(error.code, 'invalid_request');
  assert.equal(error.message, 'The e-mail is not one.');
  assert.equal(error.requestId, 'req_1');
  assert.deepEqual(error.problem?.errors, errors);
  assert.equal(error.retryable, false);
  assert.equal(error.retryAfter, undefined);
});

test('without a detail the title is the message', async () => {
  await using server = await serve(() => problem(404, 'not_found'));
  assert.equal((await failureOf(server.url)).message, 'Title of not_found');
});

test('an answer that is not of this API is an unexpected response, whatever its status', async () => {
  const foreign = [
    { status: 200, body: '<h1>Welcome</h1>' },
    { status: 404, body: '<h1>Not found</h1>' },
    { status: 404, headers: { 'content-type': 'application/json' }, json: { code: 'oops' } },
    { status: 502, headers: { 'content-type': 'application/problem+json' }, body: '<h1>Bad gateway</h1>' },
    { status: 200, headers: { 'content-type': 'application/json' }, body: '{"cut' },
  ];
  for (const answer of foreign) {
    await using server = await serve(() => ({ ...answer, headers: { 'request-id': 'req_2', ...answer.headers } }));
    const error = await failureOf(server.url);
    assert.equal(error.code, 'unexpected_response');
    assert.equal(error.status, answer.status);
    assert.equal(error.requestId, 'req_2');
    assert.equal(error.problem, undefined);
    assert.match(error.message, /baseUrl/);
  }
});

test('no answer at all is a connection error that holds its cause', async () => {
  const url = await serve(() => ({})).then(async (server) => {
    await server[Symbol.asyncDispose]();
    return server.url;
  });
  const error = await failureOf(url);
  assert.ok(error instanceof sdk.ConnectionError);
  assert.equal(error.code, 'network_error');
  assert.equal(error.status, undefined);
  assert.equal(error.retryable, true);
  assert.ok(error.cause instanceof TypeError);
});

test('the guard knows the errors of another copy of the SDK, and no others', async () => {
  const other = (await import(new URL('errors.ts?copy', import.meta.url).href)) as typeof sdk;
  const foreign = new other.NotFoundError('gone', { code: 'not_found', retryable: false });
  assert.equal(foreign instanceof sdk.AllozaError, false);
  assert.equal(sdk.isAllozaError(foreign), true);
  for (const value of [new Error('x'), { code: 'not_found' }, null, undefined, 'x']) {
    assert.equal(sdk.isAllozaError(value), false);
  }
});

test('a failed call that is read only by withResponse leaves no unhandled rejection', async () => {
  await using server = await serve(() => problem(404, 'not_found'));
  const unhandled: unknown[] = [];
  const listen = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const alloza = sdk.createClient({ secretKey: 'sk_test_1', baseUrl: server.url });
  await assert.rejects(alloza.leads.get('lead_1').withResponse(), sdk.NotFoundError);
  await assert.rejects(alloza.leads.list().toArray(), sdk.NotFoundError);
  await new Promise((resolve) => setTimeout(resolve, 10));
  process.off('unhandledRejection', listen);
  assert.deepEqual(unhandled, []);
});
