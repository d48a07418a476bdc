import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { systemActor } from '../platform/context.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { type Answer, openStudio, type Studio } from '../platform/testing-studio.ts';
import { inUnit } from '../platform/unit.ts';
import { erase } from './service.ts';
import { codesOf, exported, importFile, patchImport, rowsOf, step, upload } from './testing-imports.ts';

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

test('an update changes what differs, and an undo restores it unless somebody edited the record since', async () => {
  const made = await importFile(
    studio,
    'Name,E-mail,Tags\nEva Long,eva@example.com,film\nFay Moor,fay@example.com,film\n',
  );
  const [eva, fay] = made.rows.map((row) => row.recordId);
  const file = 'E-mail,Phone,Tags,Source\nEVA@example.com,+1 415 555 0188,wedding,Fair\nfay@example.com,,film,Fair\n';
  const skipped = await importFile(studio, file);
  assert.deepEqual(
    skipped.rows.map((row) => [row.action, ...codesOf(row), row.recordId]),
    [
      ['skip', 'null: duplicate', eva],
      ['skip', 'null: duplicate', fay],
    ],
  );
  const { id, run } = await importFile(studio, file, { patch: { duplicates: 'update' } });
  assert.deepEqual(run.counts, { create: 0, update: 2, skip: 0, error: 0 });
  const changed = (await studio.api('GET', `/v1/clients/${eva}`)).body;
  assert.deepEqual([changed.tags, changed.source, changed.contacts.length], [['film', 'wedding'], 'Fair', 1]);
  assert.equal(changed.contacts[0].phone, '+14155550188');
  const again = await importFile(studio, file, { patch: { duplicates: 'update' } });
  assert.deepEqual(again.rows.flatMap(codesOf), ['null: unchanged', 'null: unchanged']);
  await studio.api('PATCH', `/v1/clients/${fay}`, { body: { tags: ['mine'] }, headers: { 'if-match': '"2"' } });
  const undone = await step(studio, id, 'undo');
  assert.deepEqual([undone.undone, undone.kept], [1, 1]);
  const restored = (await studio.api('GET', `/v1/clients/${eva}`)).body;
  assert.deepEqual([restored.tags, restored.source, restored.contacts[0].phone], [['film'], null, null]);
  assert.deepEqual((await studio.api('GET', `/v1/clients/${fay}`)).body.tags, ['mine']);
  assert.deepEqual(codesOf((await rowsOf(studio, id))[1]), ['null: edited_since']);
});

test('rows of one file about the same person fill one record, and are taken back from the last to the first', async () => {
  const file = 'Name,E-mail,Source\nGil,gil@example.com,Fair\nGil,gil@example.com,Web\nGil,gil@example.com,Friend\n';
  const { id, checkedRows, rows } = await importFile(studio, file, { patch: { duplicates: 'update' } });
  const actions = ['create', 'update', 'update'];
  assert.deepEqual(
    checkedRows.map((row) => row.action),
    actions,
  );
  assert.deepEqual(
    rows.map((row) => [row.action, row.recordId]),
    actions.map((action) => [action, rows[0].recordId]),
  );
  assert.equal((await studio.api('GET', `/v1/clients/${rows[0].recordId}`)).body.source, 'Friend');
  assert.equal((await step(studio, id, 'undo')).undone, 3);
  assert.notEqual((await studio.api('GET', `/v1/clients/${rows[0].recordId}`)).body.deletedAt, null);
});

test('a row with a number alone is the client who has it; two e-mail addresses are two people', async () => {
  await importFile(studio, 'Name,E-mail,Phone\nHal,hal@example.com,+49 30 9990001\n');
  const { rows } = await importFile(
    studio,
    'Name,E-mail,Phone\nHal again,,+49 30 9990001\nIda,ida@example.com,+49 30 9990001\nJo,,+49 30 9990002\nJo too,,+49 30 9990002\n',
  );
  assert.deepEqual(
    rows.map((row) => [row.action, ...codesOf(row)]),
    [['skip', 'null: duplicate'], ['create'], ['create'], ['skip', 'null: duplicate']],
  );
});

test('imported leads tell nobody: no mail to the studio, none to the person', async () => {
  const before = server.sandbox.mails().length;
  const file =
    'Name,E-mail,Event date,Budget,Status,Message\nKim Lee,kim@example.com,2027-06-12,"€4,200",won,"Hello,\nthere"\n';
  const { rows } = await importFile(studio, file, { resource: 'leads' });
  assert.deepEqual(codesOf(rows[0]), []);
  const lead = (await studio.api('GET', `/v1/leads/${rows[0].recordId}`)).body;
  assert.deepEqual(
    [lead.source.kind, lead.status, lead.eventDate, lead.budget, lead.message],
    ['import', 'won', '2027-06-12', { min: null, max: 420000, currency: 'EUR' }, 'Hello,\nthere'],
  );
  const { rows: ordered } = await server.database.owner.query("select 1 from mails where template like 'leads.%'");
  assert.deepEqual([ordered.length, server.sandbox.mails().length], [0, before]);
});

test('the record of change names who had the import run', async () => {
  const { rows } = await importFile(studio, 'Name\nLea\n');
  const changes = (await studio.api('GET', `/v1/changes?subject=${rows[0].recordId}`)).body.items;
  assert.deepEqual(
    [changes[0].action, changes[0].actor.kind, changes[0].actor.name],
    ['created', 'user', 'Test Owner'],
  );
});

test('columns that ask for tax numbers are not kept, and can not be mapped', async () => {
  const { body } = await upload(studio, 'Name,Client SSN,EIN\nMia,078-05-1120,12-3456789\n');
  assert.deepEqual(
    body.columns.map((column: { refused: boolean; samples: string[] }) => [column.refused, column.samples]),
    [
      [false, ['Mia']],
      [true, []],
      [true, []],
    ],
  );
  assert.deepEqual((await rowsOf(studio, body.id))[0].cells, ['Mia', '', '']);
  for (const fields of [
    ['displayName', 'custom.note', null],
    ['custom.ssn', null, null],
  ]) {
    const answer = await patchImport(studio, body.id, { fields });
    assert.equal(answer.body.errors[0].code, 'tax_number');
  }
});

test('what looks like the number of a card is masked before it is kept', async () => {
  const { body } = await upload(studio, 'Name,Source\nNia,card 4111 1111 1111 1111\n');
  assert.doesNotMatch(JSON.stringify([body, await rowsOf(studio, body.id)]), /4111 1111/);
});

test('a date that can be read in two ways is an error until somebody says how; a date that tells decides for all', async () => {
  const file = 'Name,E-mail,Event date\nOla,ola@example.com,03/04/2027\n';
  const unclear = await importFile(studio, file, { resource: 'leads' });
  assert.deepEqual(unclear.rows.flatMap(codesOf), ['Event date: date_ambiguous']);
  const said = await importFile(studio, file, { resource: 'leads', patch: { dateOrder: 'dayFirst' } });
  assert.equal((await studio.api('GET', `/v1/leads/${said.rows[0].recordId}`)).body.eventDate, '2027-04-03');
  const told = await upload(studio, `${file}Per,per@example.com,12/31/2027\n`, { resource: 'leads' });
  assert.equal(told.body.dateOrder, 'monthFirst');
});

test('what a file can not be is told with its line, and a mapping with the place of what is wrong', async () => {
  for (const [file, detail] of [
    ['', /empty/],
    ['Name,E-mail\n', /no row/],
    [',,\nx,y,z\n', /names no column/],
    ['Name\nAna\n"Ben', /Line \d: a quote is opened/],
  ] as const) {
    const answer = await upload(studio, file);
    assert.equal(answer.body.code, 'csv_unreadable');
    assert.match(answer.body.detail, detail);
  }
  const { body } = await upload(studio, 'Name,A,B\nAna,1,2\n');
  const answer = await patchImport(studio, body.id, { fields: ['displayName', 'displayName', 'no.such'] });
  assert.deepEqual(
    answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
    ['/fields/1 repeated', '/fields/2 unknown'],
  );
  assert.equal((await patchImport(studio, body.id, { fields: [null] })).body.errors[0].code, 'length');
});

test('a project names its clients by address or name, and says which one it can not find', async () => {
  await importFile(studio, 'Name,E-mail\nQuin Ray,quin@example.com\nRia Sol,\n');
  const file = [
    'Title,Client e-mails,Clients,Date,Value,Stage,Status',
    'Ray wedding,quin@example.com,,12.06.2027,1.250 EUR,,booked',
    'Sol shoot,,ria sol,,,Booked,',
    'Nobody,who@example.com,,,,,',
    'Nowhere,,,,,No such stage,',
  ].join('\n');
  const { rows } = await importFile(studio, file, { resource: 'projects' });
  assert.deepEqual(
    rows.map((row) => [row.action, ...codesOf(row)]),
    [['create'], ['create'], ['error', 'Client e-mails: client_not_found'], ['error', 'Stage: stage_not_found']],
  );
  const project = (await studio.api('GET', `/v1/projects/${rows[0].recordId}`)).body;
  assert.deepEqual(
    [project.status, project.mainDate, project.value, project.clients[0].displayName],
    ['booked', '2027-06-12', { amount: 125000, currency: 'EUR' }, 'Quin Ray'],
  );
});

test('a run that is cancelled keeps what it did, goes on where it stopped, and may be taken back', async () => {
  const people = Array.from({ length: 450 }, (_, n) => `Person ${n},person${n}@cancel.example`);
  const { body } = await upload(studio, ['Name,E-mail', ...people].join('\n'));
  await step(studio, body.id, 'check');
  await studio.api('POST', `/v1/imports/${body.id}/run`);
  await eventually('some rows', async () => (await studio.api('GET', `/v1/imports/${body.id}`)).body.processed > 0);
  const cancelled = await studio.api('POST', `/v1/imports/${body.id}/cancel`);
  // On an idle machine it may have been done by then.
  if (cancelled.status === 200) {
    assert.equal(cancelled.body.status, 'cancelled');
    const { processed } = (await studio.api('GET', `/v1/imports/${body.id}`)).body;
    assert.ok(processed > 0 && processed < 450, `${processed}`);
    assert.equal((await step(studio, body.id, 'run')).counts.create, 450);
  }
  const found = await server.database.owner.query(
    "select count(*)::int as count from clients where deleted_at is null and contacts -> 0 ->> 'email' like '%@cancel.example'",
  );
  assert.equal(found.rows[0].count, 450);
  const { counts, status } = (await studio.api('GET', `/v1/imports/${body.id}`)).body;
  assert.deepEqual([status, counts.create], ['finished', 450]);
});

test('a list shows what one import has made or changed, and rows are found by their outcome', async () => {
  const ids: string[] = [];
  for (const name of ['First', 'Second']) {
    const { id } = await importFile(
      studio,
      `Name,E-mail\n${name} A,${name}a@of.example\n${name} B,${name}b@of.example\nX,no\n`,
    );
    ids.push(id);
  }
  const named = async (query: string) =>
    (await studio.api('GET', `/v1/clients?${query}`)).body.items.map(
      (item: { displayName: string }) => item.displayName,
    );
  assert.deepEqual(await named(`importId=${ids[0]}`), ['First B', 'First A']);
  assert.deepEqual(await named(`importId=${ids[1]}&order=name&limit=1`), ['Second A']);
  assert.deepEqual(await named(`importId=${ids[1]}&q=first`), []);
  assert.deepEqual(await named('importId=imp_nothing'), []);
  assert.doesNotMatch(await exported(studio, 'clients', `?importId=${ids[0]}`), /Second/);
  const { body } = await studio.api('GET', `/v1/clients?importId=${ids[0]}`);
  const headers = { 'if-match': '"1"' };
  const edited = await studio.api('PATCH', `/v1/clients/${body.items[0].id}`, { body: { source: 'Fair' }, headers });
  assert.equal(edited.status, 200);
  await step(studio, ids[0]!, 'undo');
  assert.deepEqual(await named(`importId=${ids[0]}`), ['First B'], 'what was edited since has stayed');
  const rows = async (query: string) =>
    (await studio.api('GET', `/v1/imports/${ids[0]}/rows?${query}`)).body.items.map(
      (row: { rowNumber: number }) => row.rowNumber,
    );
  assert.deepEqual(
    [await rows('outcome=kept'), await rows('outcome=undone'), await rows('outcome=done'), await rows('action=error')],
    [[3], [2], [], [4]],
  );
  assert.deepEqual(await rows('outcome=undone&action=error'), []);
  for (const resource of ['leads', 'projects'])
    assert.equal((await studio.api('GET', `/v1/${resource}?importId=${ids[0]}`)).body.items.length, 0);
});

test('of rows made together one that another writer was before in is told alone, and none is lost', async () => {
  const people = Array.from({ length: 120 }, (_, n) => `Guest ${n},guest${n}@race.example`);
  const { body } = await upload(studio, ['Name,E-mail', ...people].join('\n'));
  await step(studio, body.id, 'check');
  // Made after a batch has looked and before it writes: the unique index alone knows.
  await server.database.owner.query(
    `create function late() returns trigger language plpgsql as $$ begin
       if new.display_name = 'Guest 77' then raise unique_violation; end if; return new; end $$;
     create trigger late before insert on clients for each row execute function late()`,
  );
  const run = await step(studio, body.id, 'run');
  await server.database.owner.query('drop function late cascade');
  assert.deepEqual(run.counts, { create: 119, update: 0, skip: 0, error: 1 });
  const wrong = (await studio.api('GET', `/v1/imports/${body.id}/rows?action=error`)).body.items;
  assert.deepEqual(
    wrong.map((row: Answer['body']) => [row.cells[0], ...codesOf(row)]),
    [['Guest 77', 'null: email_taken']],
  );
  const undone = await step(studio, body.id, 'undo');
  assert.deepEqual([undone.undone, undone.kept], [119, 0]);
});

test('erasing a person empties the rows that name them', async () => {
  const { id } = await importFile(studio, 'Name,E-mail\nTia,tia@example.com\nUli,uli@example.com\n');
  const { rows } = await server.database.owner.query('select id from workspaces where slug = $1', [studio.slug]);
  await inUnit(server.app.services, rows[0].id, systemActor, (ctx) => erase(ctx, { email: 'TIA@example.com' }));
  const kept = JSON.stringify([await rowsOf(studio, id), (await studio.api('GET', `/v1/imports/${id}`)).body]);
  assert.doesNotMatch(kept, /tia@example/i);
  assert.match(kept, /uli@example/);
});
