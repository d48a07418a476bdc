import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContract, type Operation } from './openapi.ts';

const contract = loadContract();
const operation = (id: string): Operation => contract.operations.find((candidate) => candidate.id === id)!;
const schema = (name: string): string => `/components/schemas/${name}`;
const places = (name: string, value: unknown): string[] =>
  contract.check(schema(name), value).map(({ pointer, code }) => `${pointer}:${code}`);

test('every schema, body and answer of openapi.yaml compiles', () => {
  for (const name of Object.keys(contract.document.components.schemas))
    assert.doesNotThrow(() => contract.check(schema(name), {}), name);
  for (const { id, body, responses } of contract.operations) {
    for (const pointer of [...Object.values(body), ...Object.values(responses)])
      if (pointer && !pointer.includes('~1png') && !pointer.includes('~1jpeg'))
        assert.doesNotThrow(() => contract.check(pointer, {}), id);
  }
});

/** Every schema of the document that has examples, with its pointer. */
function* exampled(value: unknown, pointer: string): Generator<{ pointer: string; examples: unknown[] }> {
  if (typeof value !== 'object' || value === null) return;
  const { examples } = value as { examples?: unknown };
  if (Array.isArray(examples)) yield { pointer, examples };
  for (const [name, member] of Object.entries(value))
    yield* exampled(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

test('every example in openapi.yaml is one', (t) => {
  let count = 0;
  for (const { pointer, examples } of exampled(contract.document, '')) {
    for (const example of examples) {
      count += 1;
      assert.deepEqual(contract.check(pointer, example), [], `${pointer} ${JSON.stringify(example)}`);
    }
  }
  t.diagnostic(`${count} examples`);
  assert.ok(count > 10);
});

test('every operation has an id of its own, says who may call it and describes one success', () => {
  const ids = contract.operations.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  const raw = Object.values(contract.document.paths).flatMap((item) =>
    Object.entries(item).flatMap(([method, described]) => (method === 'parameters' ? [] : [described])),
  );
  for (const described of raw) {
    const auth = described['x-alloza-auth'] as Operation['auth'];
    const schemes = (described as unknown as { security: object[] }).security
      .flatMap((item) => Object.keys(item))
      .sort();
    const expected =
      auth === 'none'
        ? []
        : [
            auth.publishable ? ['publishableKey'] : [],
            auth.secret ? ['secretKey'] : [],
            auth.session ? ['session'] : [],
          ].flat();
    assert.deepEqual(schemes, expected, described.operationId);
    assert.equal(
      Object.keys(described.responses).filter((status) => status.startsWith('2')).length,
      1,
      described.operationId,
    );
  }
});

test('a fault is told by a pointer to where it is, with a code', () => {
  assert.deepEqual(places('LeadInput', { name: '', email: 'x', guestCount: 'many', more: 1 }), [
    ...['/more:additionalProperties', '/name:minLength', '/email:format', '/guestCount:type'],
  ]);
  assert.deepEqual(places('NoteInput', {}), ['/subject:required', '/body:required']);
  assert.deepEqual(places('NoteInput', []), [':type']);
  assert.deepEqual(places('LeadInput', { name: 'A', budget: { min: -1 } }), [
    '/budget/currency:required',
    '/budget/min:minimum',
  ]);
  assert.deepEqual(places('LeadFormInput', { name: 'A', fields: [{ key: 'a', type: 'x', label: 'A', 'b/c~d': 1 }] }), [
    ...['/fields/0/b~1c~0d:additionalProperties', '/fields/0/type:enum'],
  ]);
});

test('no body is told about more than fifty faults', () => {
  const fields = Array.from({ length: 40 }, () => ({}));
  assert.equal(contract.check(schema('LeadFormInput'), { name: 'A', fields }).length, 50);
});

test('a union is held against the branch its tag names, and only that one', () => {
  assert.deepEqual(places('LeadMove', { status: 'won' }), []);
  assert.deepEqual(places('LeadMove', { status: 'lost' }), ['/lostReason:required']);
  assert.deepEqual(places('LeadMove', { status: 'won', lostReason: 'x' }), ['/lostReason:additionalProperties']);
  assert.deepEqual(places('LeadMove', {}), ['/status:required']);
  for (const status of ['', 'OPEN', 'constructor', '__proto__', 1, null, {}, ['won']])
    assert.deepEqual(places('LeadMove', { status }), ['/status:enum'], JSON.stringify(status));
  for (const value of [null, 'won', 1, true, [], ['won']])
    assert.deepEqual(places('LeadMove', value), [':type'], JSON.stringify(value));
});

const queryOf = (id: string, values: Record<string, string>) => {
  const { values: read, errors } = contract.checkParameters(operation(id), 'query', values);
  return errors.length > 0 ? errors.map(({ pointer }) => pointer.replace('query//', 'query/')) : read;
};

test('parameters become what they are described as, and have their defaults', () => {
  assert.deepEqual(queryOf('leads.list', {}), { limit: 25, deleted: false, order: 'newest' });
  assert.deepEqual(queryOf('leads.list', { limit: '7', deleted: 'true', q: '12', order: 'oldest' }), {
    limit: 7,
    deleted: true,
    q: '12',
    order: 'oldest',
  });
});

test('parameters that are unknown, missing or of another form are named', () => {
  assert.deepEqual(queryOf('leads.list', { color: 'red' }), ['query/color']);
  assert.deepEqual(queryOf('notes.list', {}), ['query/subject']);
  for (const limit of ['0', '101', '1.5', '', ' ', 'x', '1e9', 'Infinity', '-Infinity', 'NaN', '0x10x', '٣', 'null'])
    assert.deepEqual(queryOf('leads.list', { limit }), ['query/limit'], limit);
  for (const deleted of ['yes', '2', 'TRUE'])
    assert.deepEqual(queryOf('leads.list', { deleted }), ['query/deleted'], deleted);
  assert.deepEqual(queryOf('leads.list', { createdFrom: 'yesterday' }), ['query/createdFrom']);
  assert.deepEqual(queryOf('leads.list', { status: 'gone' }), ['query/status']);
});

test('validating fills in the defaults of a body and changes nothing else', () => {
  const body = { name: 'A', fields: [{ key: 'name', type: 'text', label: '1' }], consent: {} };
  contract.check(schema('LeadFormInput'), body);
  assert.deepEqual(body, { ...body, fields: [{ key: 'name', type: 'text', label: '1', required: false }] });
  assert.deepEqual(places('NoteInput', { subject: 'x', body: 5 }), ['/body:type'], 'no number becomes text');
});
