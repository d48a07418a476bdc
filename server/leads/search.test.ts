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
  const people = [
    { name: 'Müller Jäger', email: 'mj@example.com', place: 'Köln', message: 'Wir heiraten im Café am Straßenrand' },
    { name: 'Zoë Ångström', email: 'zoe.angstrom@example.org', projectType: 'Portrait', heardFrom: 'Instagram' },
    { name: 'ليلى حسن', email: 'layla@example.com', place: 'القاهرة' },
    { name: '山田 太郎', email: 'taro@example.com' },
    { name: 'Борис Ёлкин', email: 'boris@example.com' },
    { name: "O'Neil Smith-Jones", email: 'oneil@example.com', phone: '+14155550123' },
    { name: 'Answer Person', email: 'answer@example.com', answers: [{ key: 'venue', value: 'Schönbrunn' }] },
  ];
  for (const body of people) assert.equal((await studio.api('POST', '/v1/leads', { body })).status, 201);
  await other.api('POST', '/v1/leads', { body: { name: 'Müller Elsewhere', email: 'x@example.com' } });
});
after(() => server.stop());

const find = async (q: string): Promise<string[]> => {
  const answer = await studio.api('GET', `/v1/leads?${new URLSearchParams({ q })}`);
  assert.equal(answer.status, 200, q);
  return answer.body.items.map((lead: { name: string }) => lead.name);
};

test('search takes no notice of accents and case, in either direction', async () => {
  for (const q of ['müller', 'MÜLLER', 'muller', 'Jager', 'koln', 'KÖLN', 'cafe', 'straßen', 'strassenrand'])
    assert.deepEqual(await find(q), ['Müller Jäger'], q);
  for (const q of ['zoe', 'Zoë', 'angstrom', 'ÅNGSTRÖM', 'instagram', 'portrait'])
    assert.deepEqual(await find(q), ['Zoë Ångström'], q);
});

test('search finds beginnings of words, all words of the question, in any order', async () => {
  assert.deepEqual(await find('mül jä'), ['Müller Jäger']);
  assert.deepEqual(await find('jäger müller'), ['Müller Jäger']);
  assert.deepEqual(await find('müller angstrom'), []);
  assert.deepEqual(await find('üller'), [], 'not the middle of one');
  assert.deepEqual(await find('zoe.angstrom@example.org'), ['Zoë Ångström']);
  assert.deepEqual(await find("o'neil"), ["O'Neil Smith-Jones"]);
  assert.deepEqual(await find('smith-jones'), ["O'Neil Smith-Jones"]);
});

test('search reads every script', async () => {
  assert.deepEqual(await find('ليلى'), ['ليلى حسن']);
  assert.deepEqual(await find('القاه'), ['ليلى حسن']);
  assert.deepEqual(await find('山田'), ['山田 太郎']);
  assert.deepEqual(await find('борис'), ['Борис Ёлкин']);
  assert.deepEqual(await find('ЁЛКИН'), ['Борис Ёлкин']);
});

test('search finds a telephone number however it is written, and the answers to own questions', async () => {
  for (const q of ['+14155550123', '14155550123', '+1 415 555 0123', '(415) 555-0123', '4155550'])
    assert.deepEqual(await find(q), ["O'Neil Smith-Jones"], q);
  assert.deepEqual(await find('schonbrunn'), ['Answer Person']);
});

test('no question breaks the search, and none reaches another studio', async () => {
  const odd = [
    "'",
    '"',
    ':*',
    '&',
    '|',
    '!a',
    '(',
    '<->',
    'a:*b',
    '\\',
    '%',
    '_',
    '--',
    '; drop table leads',
    "' or 1=1 --",
    '🦄',
    '\u202e',
    '00000',
    '(0) 0-0.0',
  ];
  for (const q of odd) assert.ok(Array.isArray(await find(q)), q);
  assert.ok(!(await find('müller')).includes('Müller Elsewhere'));
  const workspace = (await server.database.owner.query('select id from workspaces where slug = $1', [other.slug]))
    .rows[0].id;
  assert.deepEqual(await find(`w${workspace.replaceAll('-', '')}`), []);
  assert.deepEqual(await find(`müller w${workspace.replaceAll('-', '')}`), []);
});

test('search and filters narrow each other', async () => {
  const answer = await studio.api('GET', '/v1/leads?q=zoe&projectType=Portrait&status=open');
  assert.equal(answer.body.items.length, 1);
  assert.equal((await studio.api('GET', '/v1/leads?q=zoe&projectType=Wedding')).body.items.length, 0);
  assert.equal((await studio.api('GET', '/v1/leads?q=zoe&status=won')).body.items.length, 0);
  assert.equal((await studio.api('GET', '/v1/leads?createdTo=2020-01-01T00:00:00Z')).body.items.length, 0);
  assert.equal((await studio.api('GET', '/v1/leads?createdFrom=2020-01-01T00:00:00Z')).body.items.length, 7);
});
