import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../platform/openapi.ts';
import { assertNothingStored, assertProblem, type Bench, fixtureOf, inBatches } from './bad-requests.ts';
import { send } from './caller.ts';
import type { Call } from './fixtures.ts';
import { at, type Members, resolve, type Schema } from './schema-values.ts';

/** What would be another address, or two, to some program that reads it later. */
const hostile = [
  ...[
    'victim＠example.com',
    'victim@example．com',
    'victim@example。com',
    'ｖictim@example.com',
    'victim@ｅxample.com',
  ],
  ...['"victim"@example.com', '"a@evil.example"@example.com', '"a b"@example.com', "victim@'example'.com"],
  ...['victim@example.com\r\nBcc: other@example.com', 'victim@exam\r\nple.com', 'victim\n@example.com'],
  ...['victim@example.com,other@example.com', 'victim@example.com;other@example.com', 'a@b@example.com'],
  ...['Victim <victim@example.com>', 'victim@example.com (a comment)', 'victim(comment)@example.com'],
  ...['victim@exam\u00adple.com', 'victim@exam\u200bple.com', 'vic\u200btim@example.com', '\ufeffvictim@example.com'],
  ...[
    'vіctim@example.com',
    'ﬁn@example.com',
    'victim@ﬁnance.example',
    'victim@example.com\u0000',
    'victim@exa%6dple.com',
  ],
  ...['victim@[127.0.0.1]', 'victim@127.0.0.1', 'victim@localhost', 'victim@example.com.', 'victim@.example.com'],
  ...[' victim@example.com', 'victim@example.com ', 'mailto:victim@example.com?bcc=other@example.com', 'victim%other@'],
];

/** The members of an operation's body that are e-mail addresses. */
function emailMembers({ contract }: Bench, operation: Operation): string[] {
  const [pointer] = Object.values(operation.body);
  const { properties = {} } = resolve(contract, at(contract, pointer!));
  return Object.entries(properties)
    .filter(([, member]) => (resolve(contract, member) as Schema).format === 'email')
    .map(([name]) => name);
}

export function testBadEmails(bench: Bench): void {
  test('an address that is not exactly one plain address is refused by its pointer, wherever one is asked for', async (t) => {
    const calls: { operation: Operation; call: Call; pointer: string }[] = [];
    for (const operation of bench.withJson) {
      const given = await fixtureOf(bench, operation);
      for (const name of emailMembers(bench, operation)) {
        for (const email of hostile)
          calls.push({
            operation,
            call: { ...given, body: { ...(given.body as Members), [name]: email } },
            pointer: `/${name}`,
          });
      }
    }
    assert.ok(calls.length >= hostile.length * 4, 'registering, resetting, the form and its studio ask for one');
    await assertNothingStored(bench, () =>
      inBatches(calls, async ({ operation, call, pointer }) => {
        const answer = await send(bench.studio, operation, call);
        const said = `${operation.id} ${JSON.stringify(call.body)} ${JSON.stringify(answer.body)}`;
        assertProblem(bench, answer, said);
        assert.equal(answer.status, 422, said);
        assert.equal(answer.body.errors[0].pointer, pointer, said);
      }),
    );
    t.diagnostic(`${hostile.length} addresses in ${calls.length / hostile.length} members`);
  });

  test('every spelling of one address is stored as the same one', async () => {
    const spellings = [
      'post@bücher.example',
      'POST@BÜCHER.example',
      'Post@xn--bcher-kva.example',
      'post@bu\u0308cher.example',
    ];
    for (const email of spellings) {
      const answer = await bench.studio.api('POST', '/v1/leads', { body: { name: 'Ana', email } });
      const decomposed = email.normalize('NFC') !== email;
      assert.equal(answer.status, decomposed ? 422 : 201, `${email} ${JSON.stringify(answer.body)}`);
      if (decomposed) continue;
      const stored = await bench.studio.api('GET', `/v1/leads/${answer.body.id}`);
      assert.equal(stored.body.email, 'post@xn--bcher-kva.example');
    }
  });

  test('signing in with a look-alike of an address signs nobody in', async () => {
    const { server, studio } = bench;
    const [name, domain] = studio.email.split('@') as [string, string];
    for (const email of [
      `${name}＠${domain}`,
      `"${name}"@${domain}`,
      `${name}@${domain}\r\n`,
      `${name}@ｅ${domain.slice(1)}`,
    ]) {
      const answer = await fetch(`${server.url}/auth/callback/credentials`, {
        method: 'POST',
        headers: { origin: server.url, 'x-forwarded-for': '10.77.0.1' },
        body: new URLSearchParams({ email, password: 'a long test password' }),
        redirect: 'manual',
      });
      assert.equal(answer.headers.getSetCookie().length, 0, email);
      assert.ok(answer.status < 500, `${email}: ${answer.status}`);
    }
  });
}
