import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { type Answer, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
const ids: Record<string, string> = {};
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  const clients: [key: string, displayName: string, phone?: string][] = [
    ['ana', 'Ana Rúiz', '+4930901820'],
    ['alone', 'Nobody Else', '+14155550123'],
    ['anaAgain', ' ana ruiz', '+4930901820'],
    ['luis', 'Luis', '+4930901820'],
    ['anaThird', 'ANA RUIZ'],
    ['gone', 'Ana Ruiz', '+4930901820'],
    ['noName', '🦄'],
    ['noNameEither', '🦊'],
  ];
  for (const [key, displayName, phone] of clients) {
    const contacts = phone ? [{ name: 'A', phone }] : [];
    ids[key] = (await studio.api('POST', '/v1/clients', { body: { displayName, contacts } })).body.id;
  }
  await studio.api('DELETE', `/v1/clients/${ids.gone}`);
  const other = await openStudio(server);
  await other.api('POST', '/v1/clients', { body: { displayName: 'Nobody Else', contacts: [] } });
});
after(() => server.stop());

type Pair = [older: string, newer: string, reasons: string];

async function pairs(query = '', path = '/v1/clients/duplicates'): Promise<Pair[]> {
  const found: Pair[] = [];
  for (let after: string | null = null; ; ) {
    const more: string = after ? `&after=${encodeURIComponent(after)}` : '';
    const page: Answer = await studio.api('GET', `${path}?limit=2${query}${more}`);
    assert.equal(page.status, 200);
    for (const { clients, reasons } of page.body.items)
      found.push([nameOf(clients[0].id), nameOf(clients[1].id), reasons.join(' ')]);
    after = page.body.next;
    if (!after) return found;
  }
}

const nameOf = (id: string): string => Object.keys(ids).find((key) => ids[key] === id)!;

test('clients with a number or a name in common are suggested beside the oldest of them, the newest first', async () => {
  assert.deepEqual(await pairs(), [
    ['ana', 'anaThird', 'name'],
    ['ana', 'luis', 'phone'],
    ['ana', 'anaAgain', 'phone name'],
  ]);
});

test('the duplicates of one client are all that it has something in common with', async () => {
  assert.deepEqual(await pairs(`&clientId=${ids.anaAgain}`), [
    ['anaAgain', 'anaThird', 'name'],
    ['anaAgain', 'luis', 'phone'],
    ['ana', 'anaAgain', 'phone name'],
  ]);
  for (const clientId of [ids.alone, ids.gone, ids.noName, 'nonsense', 'cli_00000000000000000000000000'])
    assert.deepEqual(await pairs(`&clientId=${clientId}`), [], clientId);
});

test('a pair is gone once merged, and not suggested again once that was undone', async () => {
  const { body } = await studio.api('POST', `/v1/clients/${ids.ana}/merge`, { body: { otherId: ids.luis } });
  assert.deepEqual(
    (await pairs()).map(([, newer]) => newer),
    ['anaThird', 'anaAgain'],
  );
  await studio.api('POST', `/v1/clients/${ids.ana}/unmerge`, { body: { mergeId: body.id } });
  assert.deepEqual(
    (await pairs()).map(([, newer]) => newer),
    ['anaThird', 'anaAgain'],
  );
  assert.deepEqual(
    (await pairs(`&clientId=${ids.luis}`)).map(([older]) => older),
    ['anaAgain'],
  );
});

test('a cursor that is none is refused', async () => {
  const answer = await studio.api('GET', '/v1/clients/duplicates?after=x');
  assert.equal(answer.body.errors[0].pointer, 'query/after');
});
