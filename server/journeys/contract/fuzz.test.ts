import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Contract, Operation } from '../../platform/openapi.ts';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { type Answer, openStudio, type Studio } from '../../platform/testing-studio.ts';
import { send } from './caller.ts';
import { type Call, fixtures, newLead, type OperationId } from './fixtures.ts';
import { at, type Members, objectsIn, resolve, type Schema, valuesOf, withMember } from './schema-values.ts';
import { settle, storedRows } from './stored-rows.ts';
import { refine } from './valid-bodies.ts';

const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const runs = Number(process.env.FUZZ_RUNS ?? 6);

let server: TestServer;
let studio: Studio;
let contract: Contract;
let writes: Operation[];

before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
  contract = server.app.layer.contract;
  writes = contract.operations.filter((operation) => pointerOf(operation) !== undefined);
});
after(() => server.stop());

const told = (t: TestContext) => t.diagnostic(`seed ${seed}: FUZZ_SEED=${seed} runs it again, FUZZ_RUNS=100 longer`);
// What came before shapes what comes after, so a failing body is told as it was and not made smaller.
const options = { seed, numRuns: runs, endOnFailure: true };

/** Where openapi.yaml describes an operation's JSON body. */
const pointerOf = (operation: Operation): string | undefined =>
  Object.entries(operation.body).find(([type]) => type.endsWith('json'))?.[1];
const schemaOf = (operation: Operation): Schema => resolve(contract, at(contract, pointerOf(operation)!));
const fixtureOf = (operation: Operation): Promise<Call> | Call => fixtures[operation.id as OperationId](studio);

/** Generated enquiries come from staff: a visitor's must fit one form, and is written down in the fixtures. */
const asStaff = (operation: Operation): Partial<Call> =>
  operation.id === 'leads.create' ? { as: 'session', headers: {} } : {};

const codesOf = (operation: Operation): string[] => {
  const raw = contract.document.paths[operation.path]![operation.method.toLowerCase()]!;
  return Object.keys((raw['x-alloza-codes'] as object | undefined) ?? {});
};

async function validBody(operation: Operation, generated: unknown, given: Call): Promise<unknown> {
  const change = refine[operation.id as OperationId];
  return change ? change(generated as Members, given.body as Members, studio) : generated;
}

/** No schema says it: a generated key may be called `ssn` by chance, and what it names is never stored. */
const namesTaxNumber = ({ body }: Answer): boolean =>
  body.code === 'invalid_request' && body.errors.every(({ code }: { code: string }) => code === 'tax_number');

const isProblem = (answer: Answer): boolean =>
  answer.headers.get('content-type') === 'application/problem+json' &&
  contract.check('/components/schemas/Problem', answer.body).length === 0 &&
  answer.body.status === answer.status;

test('bodies made from the contract are accepted, or refused for a state that the operation names', async (t) => {
  told(t);
  let accepted = 0;
  for (const operation of writes) {
    await fc.assert(
      fc.asyncProperty(valuesOf(contract, schemaOf(operation)), async (generated) => {
        const given = await fixtureOf(operation);
        const body = await validBody(operation, generated, given);
        assert.deepEqual(
          contract.check(pointerOf(operation)!, structuredClone(body)),
          [],
          'the generator follows the contract',
        );
        const answer = await send(studio, operation, { ...given, ...asStaff(operation), body });
        if (answer.status < 300) accepted += 1;
        else
          assert.ok(
            codesOf(operation).includes(answer.body.code) || namesTaxNumber(answer),
            `${operation.id} answered ${answer.status} ${JSON.stringify(answer.body)} to ${JSON.stringify(body)}`,
          );
      }),
      options,
    );
  }
  t.diagnostic(`${accepted} of ${writes.length * runs} bodies of ${writes.length} operations accepted`);
  assert.ok(accepted > writes.length * runs * 0.9);
});

/** Runs refusals of one operation and holds that each is the 422 expected of it and that none has stored anything. */
async function refuseAll(
  operation: Operation,
  given: Call,
  mutants: { body: unknown; pointer: string }[],
): Promise<void> {
  await settle(server);
  const before = await storedRows(server.database.owner);
  for (const { body, pointer } of mutants) {
    const headers = { ...given.headers, 'idempotency-key': `refused-${pointer}` };
    const answer = await send(studio, operation, { ...given, body, headers });
    const said = `${operation.id} answered ${answer.status} ${JSON.stringify(answer.body)} to ${JSON.stringify(body)}, expected at ${pointer}`;
    assert.equal(answer.status, 422, said);
    assert.ok(isProblem(answer), said);
    assert.equal(answer.body.code, 'invalid_request', said);
    assert.ok(
      answer.body.errors.some((error: { pointer: string }) => error.pointer === pointer),
      said,
    );
  }
  assert.deepEqual(await storedRows(server.database.owner), before, `${operation.id} stored nothing`);
}

/** Some bodies of an operation: the fixture's and generated ones. */
async function samples(operation: Operation, given: Call, count: number): Promise<unknown[]> {
  const generated = fc.sample(valuesOf(contract, schemaOf(operation)), { seed, numRuns: count });
  return [given.body, ...(await Promise.all(generated.map((body) => validBody(operation, body, given))))];
}

test('every required member that is left out is named by its pointer, and nothing is stored', async (t) => {
  told(t);
  let tried = 0;
  for (const operation of writes) {
    const given = { ...(await fixtureOf(operation)), ...asStaff(operation) };
    const mutants = (await samples(operation, given, 2)).flatMap((body) =>
      [...objectsIn(contract, schemaOf(operation), body)].flatMap(({ pointer, schema, value }) =>
        (schema.required ?? [])
          .filter((name) => name in value)
          .map((name) => ({ body: withMember(body, pointer, name, undefined), pointer: `${pointer}/${name}` })),
      ),
    );
    await refuseAll(operation, given, mutants);
    tried += mutants.length;
  }
  t.diagnostic(`${tried} members left out`);
});

/** What records hold and callers may not set, and what only programs tried to break. */
const surprises = {
  ...{
    id: 'lead_01h455vb4pex5vsknk084sn02q',
    workspaceId: 'x',
    userId: 'x',
    version: 1,
    createdAt: '2020-01-01T00:00:00Z',
  },
  ...{
    updatedAt: null,
    deletedAt: null,
    revokedAt: null,
    role: 'owner',
    status: 'won',
    mode: 'live',
    price: 1,
    total: 1,
  },
  ...{
    email: 'x@example.com',
    passwordHash: 'x',
    keyHash: 'x',
    source: {},
    constructor: {},
    toString: 1,
    'a/b~c': 1,
    '': 1,
  },
};
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

test('every member that the contract does not list is refused by its pointer, at every depth, and nothing is stored', async (t) => {
  told(t);
  let tried = 0;
  for (const operation of writes) {
    const given = { ...(await fixtureOf(operation)), ...asStaff(operation) };
    const mutants = (await samples(operation, given, 1)).flatMap((body) =>
      [...objectsIn(contract, schemaOf(operation), body)].slice(0, 6).flatMap(({ pointer, schema }) =>
        Object.entries(surprises)
          .filter(([name]) => schema.additionalProperties === false && !Object.hasOwn(schema.properties!, name))
          .map(([name, value]) => ({
            body: withMember(body, pointer, name, value),
            pointer: `${pointer}/${escaped(name)}`,
          })),
      ),
    );
    await refuseAll(operation, given, mutants);
    tried += mutants.length;
  }
  t.diagnostic(`${tried} members added`);
});

const wrong: unknown[] = [null, true, -1.5, 1e300, '', 'x'.repeat(20_000), [], [[]], {}, { raw: '1' }, [null]];

test('every member of another type, size or form is refused by its pointer, and nothing is stored', async (t) => {
  told(t);
  let tried = 0;
  for (const operation of writes) {
    const given = { ...(await fixtureOf(operation)), ...asStaff(operation) };
    const mutants = (await samples(operation, given, 1)).flatMap((body) =>
      [...objectsIn(contract, schemaOf(operation), body)].slice(0, 5).flatMap(({ pointer, value }) =>
        Object.keys(value).flatMap((name) =>
          wrong
            .map((other) => withMember(body, pointer, name, other))
            .map((mutant) => ({ body: mutant, errors: contract.check(pointerOf(operation)!, structuredClone(mutant)) }))
            .filter(({ errors }) => errors.length > 0)
            .map(({ body: mutant, errors }) => ({
              body: mutant,
              pointer: errors[0]!.pointer,
              member: `${pointer}/${name}`,
            })),
        ),
      ),
    );
    for (const { pointer, member } of mutants) assert.ok(pointer.startsWith(member), `${pointer} lies in ${member}`);
    await refuseAll(operation, given, mutants);
    tried += mutants.length;
  }
  t.diagnostic(`${tried} members replaced`);
});

/** Where nothing is required, junk may happen to be a body. */
function fits(operation: Operation, raw: Buffer): boolean {
  try {
    return contract.check(pointerOf(operation)!, JSON.parse(raw.toString())).length === 0;
  } catch {
    return false;
  }
}

test('bodies that follow nothing are answered by a problem, never by a fault of ours', async (t) => {
  told(t);
  const junk = fc.oneof(
    fc.anything({ withNullPrototype: true, maxDepth: 4 }).map((value) => JSON.stringify(value) ?? 'undefined'),
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );
  for (const operation of writes) {
    const given = { ...(await fixtureOf(operation)), ...asStaff(operation) };
    const type = Object.keys(operation.body)[0]!;
    await fc.assert(
      fc.asyncProperty(junk, async (text) => {
        const raw = typeof text === 'string' ? Buffer.from(text) : text;
        fc.pre(!fits(operation, raw));
        const answer = await send(studio, operation, {
          ...given,
          body: undefined,
          raw: raw as never,
          headers: { ...given.headers, 'content-type': type },
        });
        assert.ok([400, 422].includes(answer.status), `${operation.id} answered ${answer.status} to ${text}`);
        assert.ok(isProblem(answer));
      }),
      options,
    );
  }
});

test('what adds up over several requests has its limit too: fifty namespaces of custom fields', async () => {
  const namespaces = (from: number, count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${from + index}`, value]));
  const path = `/v1/leads/${await newLead(studio)}`;
  const patch = async (version: number, custom: object) =>
    studio.api('PATCH', path, { body: { custom }, headers: { 'if-match': `"${version}"` } });
  assert.equal((await patch(1, namespaces(0, 50, { a: 1 }))).status, 200);
  const refused = await patch(2, { more: 1 });
  assert.equal(refused.status, 422);
  assert.equal(refused.body.errors[0].pointer, '/custom');
  const swapped = await patch(2, { more: 1, n0: null });
  assert.equal(Object.keys(swapped.body.custom).length, 50);
});

test('every name gives its studio an address that the contract describes, with room for the test workspace', async () => {
  for (const name of ['X', '0', '☺', '---', 'é', 'مرحبا', 'A & B', 'a'.repeat(120)]) {
    const answer = await studio.api('POST', '/v1/workspaces', { body: { name } });
    assert.equal(answer.status, 201, `${name}: ${JSON.stringify(answer.body)}`);
  }
  const longest = await studio.api('POST', '/v1/workspaces', { body: { name: 'Long', slug: 'b'.repeat(55) } });
  assert.equal(longest.body.twinSlug, `${'b'.repeat(55)}-test`);
  const longer = await studio.api('POST', '/v1/workspaces', { body: { name: 'Longer', slug: 'c'.repeat(56) } });
  assert.equal(longer.status, 422);
  assert.equal(longer.body.errors[0].pointer, '/slug');
});
