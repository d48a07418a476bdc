import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../platform/openapi.ts';
import { assertNothingStored, assertProblem, type Bench, fixtureOf, inBatches, sendRaw } from './bad-requests.ts';
import { type Call, newLead } from './fixtures.ts';

/** Text of JSON that nests to a depth. */
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const members = (count: number): string =>
  `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',')}}`;
/** A name in quotes with these bytes for its text. */
const named = (...bytes: number[]): Buffer =>
  Buffer.concat([Buffer.from('{"name":"'), Buffer.from(bytes), Buffer.from('"}')]);

/** Bodies that no operation takes, with the code and, if it is the contract's, the pointer that says why. */
const unreadable: [what: string, body: string | Buffer, code: string, pointer?: string][] = [
  ['nothing', '', 'invalid_json'],
  ['half of an object', '{"name": "A', 'invalid_json'],
  ['two objects', '{}{}', 'invalid_json'],
  ['a comment', '{} // done', 'invalid_json'],
  ['single quotes', "{'name': 'A'}", 'invalid_json'],
  ['NaN', '{"name": NaN}', 'invalid_json'],
  ['a raw control character', '{"name": "a\u0001b"}', 'invalid_json'],
  ['a byte order mark before half an object', '\ufeff{', 'invalid_json'],
  ['half of a UTF-8 character', Buffer.from([0x7b, 0x22, 0xc3]), 'invalid_encoding'],
  ['an overlong slash', named(0xc0, 0xaf), 'invalid_encoding'],
  ['a surrogate as UTF-8', named(0xed, 0xa0, 0x80), 'invalid_encoding'],
  ['UTF-16', Buffer.from('\ufeff{"name":"A"}', 'utf16le'), 'invalid_encoding'],
  ['Latin-1', Buffer.from('{"name":"Zo\xeb"}', 'latin1'), 'invalid_encoding'],
  ['U+0000 in a value', '{"name":"a\\u0000b"}', 'invalid_request', '/name'],
  ['U+0000 in a name', '{"a\\u0000b":1}', 'invalid_request', '/ab'],
  ['a high surrogate alone', '{"name":"\\ud800"}', 'invalid_request', '/name'],
  ['a low surrogate alone', '{"name":"\\udc00x"}', 'invalid_request', '/name'],
  ['surrogates the wrong way round', '{"name":"\\udc00\\ud800"}', 'invalid_request', '/name'],
  ['a lone surrogate as a name', '{"\\ud800":1}', 'invalid_request', '/\ufffd'],
  ['1e400', '{"name":1e400}', 'invalid_request', '/name'],
  ['-1e999 in a list', '{"fields":[-1e999]}', 'invalid_request', '/fields/0'],
  ['__proto__', '{"__proto__":{"isAdmin":true}}', 'invalid_request', '/__proto__'],
  ['__proto__ inside', '{"custom":{"a":{"__proto__":1}}}', 'invalid_request', '/custom/a/__proto__'],
  ['a list 1,000 deep', deep(1000), 'invalid_request', '/0'.repeat(24)],
  ['objects 1,000 deep', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 'invalid_request', '/a'.repeat(24)],
  ['a list 50,000 deep', deep(50_000), 'invalid_request', '/0'.repeat(24)],
  ['8,000 members', members(8000), 'invalid_request'],
  ['a list of 50,000 zeros', `[${'0,'.repeat(49_999)}0]`, 'invalid_request', ''],
  ['text for an object', '"name"', 'invalid_request', ''],
  ['null for an object', 'null', 'invalid_request', ''],
  ['a number for an object', '0', 'invalid_request', ''],
];

export function testBadBodies(bench: Bench): void {
  test('bodies that can not be read or kept are refused with a code and a place, by every operation, and nothing is stored', async (t) => {
    const calls: { operation: Operation; given: Call; row: (typeof unreadable)[number] }[] = [];
    for (const operation of bench.withJson) {
      const given = await fixtureOf(bench, operation);
      for (const row of unreadable) calls.push({ operation, given, row });
    }
    await assertNothingStored(bench, () =>
      inBatches(calls, async ({ operation, given, row: [what, body, code, pointer] }) => {
        const answer = await sendRaw(bench, operation, given, Buffer.from(body));
        const said = `${operation.id}, ${what}: ${JSON.stringify(answer.body).slice(0, 500)}`;
        assertProblem(bench, answer, said);
        assert.equal(answer.body.code, code, said);
        if (pointer === undefined) return;
        assert.ok(
          answer.body.errors.some((error: { pointer: string }) => error.pointer === pointer),
          said,
        );
      }),
    );
    t.diagnostic(`${calls.length} bodies to ${bench.withJson.length} operations`);
  });

  test('of members given twice the last one counts, and no program is led to see two', async () => {
    const { studio } = bench;
    const subject = await newLead(studio);
    const answer = await studio.api('POST', '/v1/notes', {
      raw: `{"subject":"nonsense","body":"first","subject":"${subject}","body":"second"}`,
      headers: { 'content-type': 'application/json' },
    });
    assert.equal(answer.status, 201);
    assert.equal(answer.body.body, 'second');
    const { body } = await studio.api('GET', `/v1/notes?subject=${subject}`);
    assert.deepEqual(
      body.items.map((note: { body: string }) => note.body),
      ['second'],
    );
  });

  test('a body of another content type is refused before it is read', async () => {
    await assertNothingStored(bench, () =>
      inBatches(bench.withBody, async (operation) => {
        for (const type of [
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
          'x',
          '',
        ]) {
          const { api } = bench.studio;
          const given = { as: 'session' as const, headers: { 'content-type': type, 'if-match': '"1"' } };
          const path = operation.path.replaceAll(/{\w+}/g, 'x');
          const answer = await api(operation.method, path, { ...given, raw: Buffer.from('{}') as never });
          assertProblem(bench, answer, `${operation.id} as ${type}`);
          assert.ok([403, 415].includes(answer.status), `${operation.id} as ${type}: ${answer.status}`);
        }
      }),
    );
  });
}
