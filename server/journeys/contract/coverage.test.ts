import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { claimKey } from '../../platform/idempotency.ts';
import { newId, publicId, storedId } from '../../platform/ids.ts';
import type { Operation } from '../../platform/openapi.ts';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { openStudio, type Studio } from '../../platform/testing-studio.ts';
import { openUnit } from '../../platform/unit.ts';
import { Coverage, send } from './caller.ts';
import { type Call, fixtures, newKey, newLead } from './fixtures.ts';
import { specialCalls } from './special-calls.ts';

let server: TestServer;
let studio: Studio;
let coverage: Coverage;
let operations: Operation[];

before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1', FORM_POSTS_PER_TEN_MINUTES: '100000' });
  studio = await openStudio(server);
  operations = server.app.layer.contract.operations;
  coverage = new Coverage(server.app);
});
after(() => server.stop());

const networks = (function* () {
  for (let index = 1; ; index += 1) yield `10.77.${(index >> 8) & 255}.${index & 255}`;
})();

/** A call from a network of its own, so that no shared limit meets another test's. */
const call = async (
  operation: Operation,
  change: (call: Call) => Call | Promise<Call> = (given) => given,
): Promise<Call> => {
  const given = await change(await fixtures[operation.id](studio));
  return { ...given, headers: { 'x-forwarded-for': networks.next().value!, ...given.headers } };
};

async function see(operation: Operation, status: number, given: Call, url?: string): Promise<void> {
  const answer = await send(studio, operation, given, url);
  assert.equal(answer.status, status, `${operation.id}: ${JSON.stringify(answer.body)}`);
  coverage.note(operation, answer);
}

const successOf = (operation: Operation): number =>
  Number(Object.keys(operation.responses).find((status) => status.startsWith('2')));
const withHeaders =
  (headers: Record<string, string>) =>
  (given: Call): Call => ({ ...given, headers: { ...given.headers, ...headers } });
const without =
  (name: string) =>
  (given: Call): Call => ({
    ...given,
    headers: Object.fromEntries(Object.entries(given.headers ?? {}).filter(([key]) => key !== name)),
  });

test('every operation succeeds by its fixture', async () => {
  for (const operation of operations) await see(operation, successOf(operation), await call(operation));
});

test('every operation refuses an unknown query parameter with its name', async () => {
  for (const operation of operations) {
    const given = await call(operation, (fixture) => ({ ...fixture, query: { ...fixture.query, surprise: '1' } }));
    const answer = await send(studio, operation, given);
    assert.equal(answer.status, 422, operation.id);
    assert.equal(answer.body.errors[0].pointer, 'query/surprise');
    coverage.note(operation, answer);
  }
});

test('every operation with credentials refuses garbage with 401 and the wrong kind with 403', async () => {
  for (const operation of operations.filter((candidate) => candidate.auth !== 'none')) {
    await see(
      operation,
      401,
      await call(operation, (given) => ({
        ...given,
        as: 'none',
        headers: { ...given.headers, authorization: 'Bearer sk_live_x' },
      })),
    );
    if (operation.auth !== 'none' && operation.auth.publishable) {
      const elsewhere = { kind: 'publishable', name: 'Elsewhere', origins: ['https://elsewhere.example'] };
      const made = await studio.api('POST', '/v1/api-keys', { body: elsewhere });
      const authorization = `Bearer ${made.body.key}`;
      await see(
        operation,
        403,
        await call(operation, (given) => ({
          ...given,
          as: 'none',
          headers: { ...given.headers, authorization, origin: 'https://studio.example' },
        })),
      );
    } else await see(operation, 403, await call(operation, (given) => ({ ...given, as: 'publishable' })));
  }
  for (const operation of operations.filter((candidate) => candidate.auth === 'none')) {
    await see(operation, 403, await call(operation, withHeaders({ origin: 'https://evil.example' })));
  }
});

const nounOf: Record<string, Parameters<typeof publicId>[0]> = {
  sessionId: 'session',
  apiKeyId: 'apiKey',
  memberId: 'member',
  invitationId: 'invitation',
  connectionId: 'connection',
  fileId: 'file',
  noteId: 'note',
  leadFormId: 'leadForm',
  leadId: 'lead',
  clientId: 'client',
  savedViewId: 'savedView',
  projectId: 'project',
  taskId: 'task',
  taskTemplateId: 'taskTemplate',
  importId: 'import',
  eventId: 'event',
};

test('every operation on an object answers 404 for an id that is none', async () => {
  for (const operation of operations.filter((candidate) => candidate.path.includes('{'))) {
    const name = /{(\w+)}/.exec(operation.path)![1]!;
    for (const id of [publicId(nounOf[name]!, newId()), 'nonsense', publicId('user', newId())]) {
      await see(operation, 404, await call(operation, (given) => ({ ...given, path: { [name]: id } })));
    }
  }
});

test('every operation with a body refuses another content type, too many bytes and, if it is JSON, what is none', async () => {
  for (const operation of operations.filter((candidate) => Object.keys(candidate.body).length > 0)) {
    const type = Object.keys(operation.body)[0]!;
    const replace =
      (raw: Uint8Array<ArrayBuffer>, contentType: string) =>
      (given: Call): Call => ({
        ...given,
        body: undefined,
        raw,
        headers: { ...given.headers, 'content-type': contentType },
      });
    await see(operation, 415, await call(operation, replace(Buffer.from('name=x'), 'text/plain')));
    await see(operation, 413, await call(operation, replace(Buffer.alloc(operation.bodyLimit + 1, 32), type)));
    if (type.endsWith('json')) await see(operation, 400, await call(operation, replace(Buffer.from('{"name":'), type)));
  }
});

test('every change of a versioned object needs its version, and the current one', async () => {
  for (const operation of operations.filter((candidate) => candidate.wantsIfMatch)) {
    await see(operation, 428, await call(operation, without('if-match')));
    await see(operation, 412, await call(operation, withHeaders({ 'if-match': '"999"' })));
  }
});

test('every POST answers 409 while its Idempotency-Key is in use', async () => {
  for (const operation of operations.filter((candidate) => candidate.method === 'POST')) {
    const given = await call(operation, withHeaders({ 'idempotency-key': `busy-${operation.id}` }));
    const callerId = await callerOf(given);
    const workspaceId = given.as === 'none' ? '00000000-0000-0000-0000-000000000000' : await storedWorkspace(given);
    const unit = await openUnit(server.app.services, workspaceId, { kind: 'system', id: null, name: null });
    await claimKey(unit.ctx, `${operation.id} ${callerId}`, `busy-${operation.id}`, []);
    await see(operation, 409, given);
    await unit.rollback();
  }
});

async function storedWorkspace({ headers }: Call): Promise<string> {
  const slug = headers?.['alloza-workspace'] ?? studio.slug;
  const { rows } = await server.database.owner.query('select id from workspaces where slug = $1', [slug]);
  return rows[0].id;
}

/** The id that an Idempotency-Key is scoped by: the session's, the key's or the network. */
async function callerOf(given: Call): Promise<string> {
  if (given.as === 'none') return given.headers!['x-forwarded-for']!;
  if (given.headers?.cookie) {
    const { items } = (await studio.api('GET', '/v1/sessions', { headers: { cookie: given.headers.cookie } })).body;
    return storedId('session', items.find((session: { current: boolean }) => session.current).id)!;
  }
  const text =
    given.as === 'publishable'
      ? 'select id from api_keys where value = $1'
      : 'select id from sessions where user_id = (select id from users where email = $1) order by id limit 1';
  const { rows } = await server.database.owner.query(text, [
    given.as === 'publishable' ? studio.publishableKey : studio.email,
  ]);
  return rows[0].id;
}

test('every operation answers 429 once a caller has used up the minute', async () => {
  const strict = await startTestServer(
    { ALLOZA_ROLE: 'web', TRUSTED_PROXIES: '1', REQUESTS_PER_MINUTE: '1' },
    server.database,
  );
  try {
    for (const operation of operations) {
      const given = await call(operation);
      await send(studio, operation, given, strict.url);
      const answer = await send(studio, operation, given, strict.url);
      assert.equal(answer.status, 429, operation.id);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
      assert.match(answer.headers.get('ratelimit') ?? '', /r=0/);
      coverage.note(operation, answer);
    }
  } finally {
    await strict.stop();
  }
});

test('every code that an operation lists of its own is produced', async () => {
  const listed = operations.flatMap((operation) =>
    Object.keys(codesOf(operation)).map((code) => `${operation.id} ${code}`),
  );
  for (const special of specialCalls) {
    const operation = operations.find((candidate) => candidate.id === special.operation)!;
    const given = await special.call(studio);
    const answer = await send(studio, operation, {
      ...given,
      headers: { 'x-forwarded-for': networks.next().value!, ...given.headers },
    });
    assert.equal(answer.body.code, special.code, `${special.operation}: ${JSON.stringify(answer.body)}`);
    assert.equal(answer.status, codesOf(operation)[special.code]);
    coverage.note(operation, answer);
  }
  const produced = new Set(specialCalls.map((special) => `${special.operation} ${special.code}`));
  assert.deepEqual(
    listed.filter((entry) => !produced.has(entry)),
    [],
  );
});

function codesOf(operation: Operation): Record<string, number> {
  const raw = server.app.layer.contract.document.paths[operation.path]![operation.method.toLowerCase()]!;
  return (raw['x-alloza-codes'] as Record<string, number> | undefined) ?? {};
}

test('contract coverage is 100 %: every operation and status was produced and fits its description', (t) => {
  const total = operations.reduce((sum, operation) => sum + Object.keys(operation.responses).length - 1, 0);
  const missing = coverage.missing(operations);
  t.diagnostic(`${operations.length} operations, ${total - missing.length} of ${total} answers produced`);
  assert.deepEqual(coverage.wrong, []);
  assert.deepEqual(missing, []);
});

test('every problem code seen is one the operation may answer, and has a page', async () => {
  const common = new Set([
    'invalid_json',
    'invalid_encoding',
    'unauthenticated',
    'forbidden',
    'origin_not_allowed',
    'credential_not_allowed',
    'csrf_refused',
    'secret_key_in_browser',
    'not_found',
    'idempotency_key_in_use',
    'version_stale',
    'body_too_large',
    'unsupported_media_type',
    'invalid_request',
    'idempotency_key_reused',
    'if_match_required',
    'rate_limited',
  ]);
  for (const entry of coverage.codes) {
    const [id, code] = entry.split(' ') as [string, string];
    const operation = operations.find((candidate) => candidate.id === id)!;
    assert.ok(common.has(code) || codesOf(operation)[code], entry);
  }
  const { enum: codes } = server.app.layer.contract.document.components.schemas.ProblemCode as { enum: string[] };
  for (const code of codes) assert.equal((await fetch(`${server.url}/docs/errors/${code}`)).status, 200, code);
});

test('the server serves the contract, the reviewed prefixes and nothing else', () => {
  const reviewed =
    /^\/(auth|f|go|files|brand|docs|sandbox|app|healthz|readyz)(\/|$)|^\/(openapi\.yaml|app\.css)?$|^\/v1\/:name\{|^\/\*$/;
  const described = new Set(operations.map((operation) => operation.path.replaceAll(/{(\w+)}/g, ':$1')));
  const unknown = server.app.hono.routes
    .map((route) => route.path)
    .filter((path) => !described.has(path) && !reviewed.test(path));
  assert.deepEqual([...new Set(unknown)], []);
});

test('a key of a member who only reads can be made with fewer scopes, and they are kept', async () => {
  const id = await newKey(studio, { kind: 'secret', name: 'Reader', scopes: ['leads:read'] });
  assert.deepEqual((await studio.api('GET', `/v1/api-keys/${id}`)).body.scopes, ['leads:read']);
  assert.ok(await newLead(studio));
});
