import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../platform/openapi.ts';
import { assertProblem, type Bench, fixtureOf, inBatches, rotation, told } from './bad-requests.ts';
import { send } from './caller.ts';
import type { Call, OperationId } from './fixtures.ts';
import { isStorable, naughty } from './naughty.ts';
import { at, type Members, objectsIn, resolve, type Schema, withMember } from './schema-values.ts';

/** The members of bodies that take text of any kind, and how long it may be. */
const freeText: [id: OperationId, member: string, max: number][] = [
  ['workspace.update', 'name', 120],
  ['notes.update', 'body', 10_000],
  ['leadForms.update', 'intro', 2000],
  ['leads.update', 'message', 5000],
];

/** Another address of the studio would lead the next calls elsewhere. */
const isFixed = (operation: Operation, name: string): boolean => operation.id === 'workspace.update' && name === 'slug';

/** Every place of an operation's body that takes text: the pointer of the object, the member, whether it is a list. */
function* textPlaces({ contract }: Bench, operation: Operation, body: unknown) {
  const pointer = Object.entries(operation.body).find(([type]) => type.endsWith('json'))![1];
  for (const { pointer: place, schema } of objectsIn(contract, at(contract, pointer), body)) {
    for (const [name, given] of Object.entries(schema.properties!)) {
      const member = resolve(contract, given);
      const takes = (one: Schema) => [one.type].flat().includes('string') || one.type === undefined;
      const isList = [member.type].flat().includes('array');
      if (!isFixed(operation, name) && takes(isList ? resolve(contract, member.items!) : member))
        yield { place, name, isList };
    }
  }
}

export function testBadText(bench: Bench): void {
  test('naughty text is kept as it was sent, or refused by its pointer; it never breaks anything', async (t) => {
    let kept = 0;
    await inBatches(freeText, async ([id, member, max]) => {
      const target = bench.contract.operations.find((candidate) => candidate.id === id)!;
      const given = await fixtureOf(bench, target);
      let version = Number(/\d+/.exec(given.headers!['if-match']!)![0]);
      for (const text of naughty) {
        const headers = { ...given.headers, 'if-match': `"${version}"` };
        const answer = await send(bench.studio, target, { ...given, body: { [member]: text }, headers });
        const said = `${id} ${member} ${JSON.stringify(text).slice(0, 60)}: ${JSON.stringify(answer.body).slice(0, 300)}`;
        if (answer.status === 200) {
          const masked = text === '4111 1111 1111 1111' ? '••••••••••••1111' : text;
          assert.equal(answer.body[member] ?? '', masked, said);
          version = answer.body.version;
          kept += 1;
        } else {
          assertProblem(bench, answer, said);
          assert.equal(answer.body.errors?.[0].pointer, `/${member}`, said);
          const reason = !isStorable(text) || [...text].length > max || text.trim() === '';
          assert.ok(reason, `${said} had no reason to be refused`);
        }
      }
    });
    t.diagnostic(`${naughty.length} texts in ${freeText.length} members, ${kept} kept`);
    assert.ok(kept > naughty.length * 3);
  });

  test('naughty text in any member of any body is stored or refused by a problem that points into the body', async (t) => {
    t.diagnostic(told);
    let tried = 0;
    const some = rotation(naughty);
    await inBatches(bench.withJson, async (operation) => {
      const staff: Partial<Call> = operation.id === 'leads.create' ? { as: 'session', headers: {} } : {};
      const given = { ...(await fixtureOf(bench, operation)), ...staff };
      const body = given.body as Members;
      for (const { place, name, isList } of textPlaces(bench, operation, body)) {
        for (const text of some()) {
          const mutant = withMember(body, place, name, isList ? [text] : text);
          const answer = await send(bench.studio, operation, { ...given, body: mutant });
          const said = `${operation.id} ${place}/${name} ${JSON.stringify(text).slice(0, 80)}`;
          tried += 1;
          if (answer.status < 300) {
            const etag = answer.headers.get('etag');
            if (etag && given.headers?.['if-match']) given.headers = { ...given.headers, 'if-match': etag };
            continue;
          }
          assertProblem(bench, answer, said);
          if (answer.body.code !== 'invalid_request') continue;
          for (const { pointer } of answer.body.errors)
            assert.ok(pointer === '' || pointer.startsWith('/'), `${said} is told at ${pointer}`);
        }
      }
    });
    t.diagnostic(`${tried} bodies`);
    assert.ok(tried > bench.withJson.length * 4);
  });
}
