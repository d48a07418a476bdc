import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
let other: Studio;
before(async () => {
  server = await startTestServer();
  [studio, other] = [await openStudio(server), await openStudio(server)];
  const clients = [
    {
      displayName: 'Müller & Jäger',
      contacts: [{ name: 'Änne Müller', email: 'aenne@example.com', phone: '+4930901820' }, { name: 'Kai Jäger' }],
      addresses: [{ line1: 'Straßenweg 3', city: 'Köln', postalCode: '50667' }],
      tags: ['Hochzeit'],
    },
    { displayName: 'Zoë Ångström', contacts: [{ name: 'Zoë', email: 'zoe.angstrom@example.org' }] },
    { displayName: 'ليلى حسن', addresses: [{ city: 'القاهرة' }] },
    { displayName: '山田 太郎' },
    { displayName: 'Борис Ёлкин' },
    { displayName: "O'Neil Smith-Jones", contacts: [{ name: 'Neil', phone: '+14155550123' }] },
  ];
  for (const body of clients) assert.equal((await studio.api('POST', '/v1/clients', { body })).status, 201);
  await other.api('POST', '/v1/clients', { body: { displayName: 'Müller Elsewhere' } });
});
after(() => server.stop());

const find = async (q: string): Promise<string[]> => {
  const answer = await studio.api('GET', `/v1/clients?${new URLSearchParams({ q })}`);
  assert.equal(answer.status, 200, q);
  return answer.body.items.map((client: { displayName: string }) => client.displayName);
};

test('search takes no notice of accents and case, in names, contacts, tags and places', async () => {
  const couple = [
    'müller',
    'MULLER',
    'anne',
    'ÄNNE mull',
    'jager kai',
    'koln',
    'KÖLN',
    'strassenweg',
    '50667',
    'hochz',
  ];
  for (const q of [...couple, 'aenne@example.com']) assert.deepEqual(await find(q), ['Müller & Jäger'], q);
  for (const q of ['zoe', 'ÅNGSTRÖM', 'zoe.angstrom@example.org']) assert.deepEqual(await find(q), ['Zoë Ångström'], q);
});

test('search finds beginnings of words, all words of the question, in any order', async () => {
  assert.deepEqual(await find('jä mül'), ['Müller & Jäger']);
  assert.deepEqual(await find('müller angstrom'), []);
  assert.deepEqual(await find('üller'), [], 'not the middle of one');
});

test('search reads every script', async () => {
  for (const q of ['ليلى', 'القاه']) assert.deepEqual(await find(q), ['ليلى حسن']);
  assert.deepEqual(await find('山田'), ['山田 太郎']);
  assert.deepEqual(await find('ЁЛКИН'), ['Борис Ёлкин']);
});

test('search finds a telephone number however it is written', async () => {
  for (const q of ['+14155550123', '+1 415 555 0123', '(415) 555-0123', '4155550'])
    assert.deepEqual(await find(q), ["O'Neil Smith-Jones"], q);
  for (const q of ['030 901820', '+49 30 901820', '30901820']) assert.deepEqual(await find(q), ['Müller & Jäger'], q);
});

test('search follows an edit at once', async () => {
  const { id } = (await studio.api('POST', '/v1/clients', { body: { displayName: 'Before Quark' } })).body;
  const body = { displayName: 'After Quark', tags: ['gluon'] };
  await studio.api('PATCH', `/v1/clients/${id}`, { body, headers: { 'if-match': '"1"' } });
  assert.deepEqual([await find('before quark'), await find('gluon')], [[], ['After Quark']]);
});

test('no question breaks the search, and none reaches another studio', async () => {
  const odd = ["'", '"', ':*', '&', '|', '!a', '(', '<->', 'a:*b', '\\', '%', '--', "' or 1=1 --", '🦄', '+', '+49'];
  for (const q of [...odd, 'x'.repeat(200), `w${'0'.repeat(32)}`]) await find(q);
  for (const q of ['elsewhere', "elsewhere' or true", 'müller elsewhere']) assert.deepEqual(await find(q), []);
});
