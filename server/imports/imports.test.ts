import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { codesOf, importFile, rowsOf, step, upload } from './testing-imports.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

test('an upload answers its columns with the fields that German heads suggest, and imports nothing', async () => {
  const file =
    'Kundenname;E-Mail-Adresse;Telefon;PLZ;Straße;Schlagworte;Lieblingsfarbe\nAna Ruiz;ana@up.example;030 123456;10115;Am See 1;Hochzeit, 2027;blau\n';
  const { status, body } = await upload(studio, file, { name: 'kunden.csv' });
  assert.equal(status, 201);
  assert.deepEqual(
    body.columns.map((column: { field: string }) => column.field),
    [
      'displayName',
      'contacts.1.email',
      'contacts.1.phone',
      'addresses.1.postalCode',
      'addresses.1.line1',
      'tags',
      null,
    ],
  );
  assert.deepEqual(
    [body.fileName, body.status, body.rowCount, body.columns[0].samples, body.missingFields],
    ['kunden.csv', 'uploaded', 1, ['Ana Ruiz'], []],
  );
  assert.equal((await studio.api('GET', '/v1/clients?email=ana@up.example')).body.items.length, 0);
});

test('a check says what every row will do, a run does it, and an undo takes it back', async () => {
  const file = [
    'First name,Last name,E-mail,Mobile,Tags,City',
    'Ana,Ruiz,Ana@Example.com,+1 415 555 0123,"wedding; lake",Berlin',
    'Ben,Okri,not an address,,,',
    ',,,,,',
    'Cleo,Park,cleo@example.com,+49 abc,,',
    'Ana,Again,ana@example.com,,,',
    'Dora,Lind,dora@example.com,,,"Zürich"',
  ].join('\n');
  const { id, checked, checkedRows, run, rows } = await importFile(studio, file);
  assert.deepEqual(checked.counts, { create: 2, update: 0, skip: 1, error: 2 });
  assert.deepEqual(run.counts, checked.counts);
  assert.deepEqual(
    checkedRows.map((row) => [row.rowNumber, row.action, ...codesOf(row)]),
    [
      [2, 'create'],
      [3, 'error', 'E-mail: email'],
      [5, 'error', 'Mobile: phone'],
      [6, 'skip', 'null: duplicate_in_file'],
      [7, 'create'],
    ],
  );
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['done', null, null, null, 'done'],
  );
  const ana = (await studio.api('GET', '/v1/clients?email=ana@example.com')).body.items[0];
  assert.equal(ana.id, rows[0].recordId);
  assert.equal(ana.displayName, 'Ana Ruiz');
  assert.deepEqual(ana.tags, ['wedding', 'lake']);
  assert.deepEqual(ana.addresses, [{ city: 'Berlin' }]);
  assert.equal(ana.contacts[0].phone, '+14155550123');
  const undone = await step(studio, id, 'undo');
  assert.deepEqual([undone.status, undone.undone, undone.kept], ['undone', 2, 0]);
  assert.equal((await studio.api('GET', '/v1/clients?email=ana@example.com')).body.items.length, 0);
  assert.deepEqual(
    (await rowsOf(studio, id)).map((row) => row.outcome),
    ['undone', null, null, null, 'undone'],
  );
});
