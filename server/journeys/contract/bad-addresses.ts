import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertProblem, type Bench, fixtureOf, inBatches, rotation, told } from './bad-requests.ts';
import { send } from './caller.ts';
import { type Call, newLead } from './fixtures.ts';
import { fitsHeader, naughty } from './naughty.ts';

const inAddresses = naughty.filter((text) => text.isWellFormed() && text.length < 4000);
const inHeaders = naughty.filter((text) => fitsHeader(text) && text.length < 4000);
const headers = [
  ...['idempotency-key', 'if-match', 'alloza-proof', 'alloza-workspace'],
  ...['authorization', 'cookie', 'origin', 'content-type', 'last-event-id'],
];
const uuid = '018c8a5a-1bd6-7000-8000-000000000000';

export function testBadAddresses(bench: Bench): void {
  test('naughty text in addresses, queries and headers never breaks anything', async (t) => {
    t.diagnostic(told);
    const [address, header] = [rotation(inAddresses), rotation(inHeaders)];
    const all = [];
    for (const operation of bench.contract.operations.filter((candidate) => !candidate.stream)) {
      const given = await fixtureOf(bench, operation);
      const calls: Call[] = [
        ...operation.parameters.flatMap(({ name, in: place }): Call[] => {
          if (place === 'query')
            return address(name === 'q' ? 40 : undefined).map((text) => ({
              ...given,
              query: { ...given.query, [name]: text },
            }));
          if (place === 'header') return [];
          const ids = address().filter((text) => !/^\.{0,2}$/.test(text));
          return ids.map((text) => ({ ...given, path: { [name]: encodeURIComponent(text) } }));
        }),
        ...headers.flatMap((name) =>
          header(1).map((text): Call => ({ ...given, headers: { ...given.headers, [name]: text } })),
        ),
      ];
      for (const call of calls) all.push({ operation, call });
    }
    await inBatches(all, async ({ operation, call }) => {
      const answer = await send(bench.studio, operation, call);
      if (answer.status >= 400) assertProblem(bench, answer, `${operation.id} ${JSON.stringify(call)}`);
    });
    t.diagnostic(`${all.length} requests`);
  });

  test('cursors and instants that only look right are refused, not passed on', async () => {
    const { studio } = bench;
    const leadId = await newLead(studio);
    const timeline = (text: string) =>
      `/v1/leads/${leadId}/timeline?after=${Buffer.from(text + uuid).toString('base64url')}`;
    const cursors = ['Jan 5 2024|', '2024-01-01T00:00:00|', '+1|', '-1|', '1e5|', `${'9'.repeat(18)}|`, '|', ''];
    const paths = [
      ...cursors.map(timeline),
      ...['9'.repeat(16), '-1', '1e5', '0x10', ' 1'].map((after) => `/v1/events?after=${encodeURIComponent(after)}`),
      ...['0000-01-01T00:00:00Z', '2024-01-01T23:59:60Z', '2024-01-01T00:00:00+23:59', '2024-02-30T00:00:00Z'].map(
        (instant) => `/v1/leads?createdFrom=${encodeURIComponent(instant)}`,
      ),
    ];
    for (const path of paths) assertProblem(bench, await studio.api('GET', path), path);
    for (const far of ['0|', `${'9'.repeat(17)}|`])
      assert.equal((await studio.api('GET', timeline(far))).status, 200, far);
    for (const instant of ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2024-01-01T00:00:00+14:00'])
      assert.equal(
        (await studio.api('GET', `/v1/leads?createdFrom=${encodeURIComponent(instant)}`)).status,
        200,
        instant,
      );
  });

  test('every list refuses a cursor that it has not given, by its pointer', async () => {
    const lists = bench.contract.operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'after'));
    assert.ok(lists.length > 5);
    for (const operation of lists) {
      const given = await fixtureOf(bench, operation);
      const answer = await send(bench.studio, operation, { ...given, query: { ...given.query, after: 'nonsense' } });
      assertProblem(bench, answer, operation.id);
      assert.equal(answer.body.errors[0].pointer, 'query/after', operation.id);
    }
  });

  test('an id of another noun, or none at all, is not found', async () => {
    const known = [
      'lead_01h455vb4pex5vsknk084sn02q',
      'note_01h455vb4pex5vsknk084sn02q',
      'key_01h455vb4pex5vsknk084sn02q',
    ];
    const ids = [...known, 'lead_8zzzzzzzzzzzzzzzzzzzzzzzzz', 'lead_01h455vb4pex5vsknk084sn0', uuid, 'x'];
    for (const operation of bench.contract.operations) {
      const names = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      if (names.length === 0) continue;
      const given = await fixtureOf(bench, operation);
      for (const id of ids) {
        const call = { ...given, path: Object.fromEntries(names.map((name) => [name, id])) };
        const answer = await send(bench.studio, operation, call);
        assertProblem(bench, answer, `${operation.id} ${id}`);
        assert.equal(answer.status, 404, `${operation.id} ${id}: ${JSON.stringify(answer.body)}`);
      }
    }
  });

  test('addresses that are broken, doubled or climb are answered by a problem', async () => {
    const paths = [
      ...['/v1/leads/%', '/v1/leads/%c3', '/v1/leads/%ff%fe', '/v1//leads', '/v1/leads//', '/v1/leads/%00', '/v1'],
      ...['/v1/leads/..%2f..%2fapi-keys', '/v1/%2e%2e/v1/leads', '/v1/leads%2fsummary', '/v1/leads/..;/api-keys'],
      ...[
        '/V1/LEADS',
        '/v1/leads?limit=%',
        '/v1/leads?limit=1&limit=2',
        '/v1/leads?%00=1',
        '/v1%5cleads',
        '/v1;/leads',
      ],
    ];
    for (const path of paths) {
      const answer = await bench.studio.api('GET', path, { as: 'none' });
      assert.ok([400, 401, 404, 422].includes(answer.status), `${path} answered ${answer.status}`);
      assertProblem(bench, answer, path);
    }
  });
}
