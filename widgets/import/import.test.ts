import { expect, waitUntil } from '@open-wc/testing';
import { makeImport } from '../app/testing/import-routes.ts';
import { deepActive, type Mounted, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

const place = `/app/${slug}/import`;

function withImport(change: Parameters<typeof makeImport>[0] = {}): Responder {
  const responder = new Responder();
  responder.imports.all = [makeImport(change)];
  return responder;
}

const csvFile = (name = 'clients.csv', content = 'Name\nAna') => new File([content], name, { type: 'text/csv' });

/** Chooses files as the browser's own dialog does. */
async function choose(app: Mounted, ...files: File[]): Promise<void> {
  const picker = await app.find<HTMLInputElement>('input[type=file]');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  picker.files = transfer.files;
  picker.dispatchEvent(new Event('change'));
}

const filter = async (app: Mounted, name: string) => (await app.find('.tab', name)).click();
const rowTexts = (app: Mounted) => app.all('tbody tr').map((row) => row.textContent!.trim());

describe('choosing a file to import', () => {
  useTestClock();

  it('sends the file as what it was said to be, and goes on to its columns', async () => {
    const app = await mount(`${place}?resource=leads`);
    expect((await app.find<HTMLInputElement>('input[value=leads]')).checked).to.equal(true);
    (await app.find<HTMLInputElement>('input[value=projects]')).click();
    expect(app.navigator.query.get('resource')).to.equal('projects');
    await choose(app, csvFile('jobs.csv'));
    await app.find('h1', 'jobs.csv');
    const [sent] = app.responder.asked('POST /v1/imports');
    expect(sent!.query.get('resource')).to.equal('projects');
    expect(sent!.headers.get('content-type')).to.equal('text/csv');
    expect(app.navigator.here).to.equal(`${place}/imp_1`);
  });

  it('takes a file that is dropped', async () => {
    const app = await mount(place);
    const drop = await app.find('.drop');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(csvFile());
    drop.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
    await waitUntil(() => drop.classList.contains('over'));
    drop.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await app.find('h1', 'clients.csv');
  });

  it('says before sending what is no file to send', async () => {
    const app = await mount(place);
    await choose(app, csvFile('book.xlsx'));
    await app.find('[role=alert]', 'Save it as CSV first');
    await choose(app, csvFile('none.csv', ''));
    await app.find('[role=alert]', 'none.csv is empty');
    await choose(app, csvFile('big.csv', 'x'.repeat(20 * 1024 * 1024 + 1)));
    await app.find('[role=alert]', '20 MB are the most');
    await choose(app, csvFile('a.csv'), csvFile('b.csv'));
    await app.find('[role=alert]', 'One file at a time');
    expect(app.responder.asked('POST /v1/imports')).to.have.length(0);
  });

  it('says why a file is no table, in the words of the server', async () => {
    const app = await mount(place);
    const detail = 'It looks like UTF-8 and is not';
    app.responder.fail('POST /v1/imports', { status: 422, code: 'csv_unreadable', detail });
    await choose(app, csvFile());
    const alert = await app.find('[role=alert]', 'cannot be read as a table');
    expect(alert.textContent).to.contain(detail).and.to.contain('CSV UTF-8');
  });

  it('tries the same file again after a broken connection, as the same import', async () => {
    const app = await mount(place);
    app.responder.fail('POST /v1/imports', 'offline', 3);
    await choose(app, csvFile());
    const retry = app.find('[role=alert] button', 'Try again');
    await waitUntil(() => app.all('[role=alert]').length > 0, 'no alert', { timeout: 9000 });
    (await retry).click();
    await app.find('h1', 'clients.csv');
    const keys = app.responder.asked('POST /v1/imports').map(({ headers }) => headers.get('idempotency-key'));
    expect(keys.length).to.be.greaterThan(1);
    expect(new Set(keys).size).to.equal(1);
  }).timeout(15_000);

  it('lists what was imported before and who is importing now', async () => {
    const responder = new Responder();
    const startedBy = { kind: 'user', id: 'user_mara', name: 'Mara Lind' } as const;
    responder.imports.all = [
      makeImport({ id: 'imp_3', status: 'running', fileName: 'leads.csv', startedBy }),
      ...Array.from({ length: 12 }, (_, i) => makeImport({ id: `imp_x${i}`, status: 'finished', startedBy })),
    ];
    const app = await mount(place, { responder });
    await app.find('.notice', 'Mara Lind is importing leads.csv right now');
    await waitUntil(() => app.all('alloza-past-imports, li strong').length > 9);
    expect(app.all('li strong')).to.have.length(10);
    (await app.find('button.more')).click();
    await waitUntil(() => app.all('li strong').length === 13);
    (await app.find('.notice a', 'Watch it')).click();
    await app.find('h2', 'Importing');
    expect((await app.find('.busy')).textContent).to.contain('Mara Lind started this.');
  });

  it('is closed to members, and not offered to them', async () => {
    const app = await mount(place, { role: 'member' });
    await app.find('.empty', 'Not open to you');
    app.navigator.go({ name: 'settings', slug, section: 'workspace' });
    await app.find('#slug');
    expect(app.all('nav a').map((link) => link.textContent)).to.not.include('Import from CSV');
    expect(app.responder.asked('GET /v1/imports')).to.have.length(0);
  });
});

describe('matching columns', () => {
  useTestClock();

  it('shows what is suggested, left out and refused, and saves each choice', async () => {
    const app = await mount(`${place}/imp_1`, { responder: withImport() });
    await app.find('h2', 'Match your columns');
    expect(app.all('.pill').filter((pill) => pill.textContent?.includes('Suggested'))).to.have.length(2);
    await app.find('.out', '2 columns are left out: Wedding day and SSN.');
    await app.find('.refused', 'never stored');
    const select = app.all<HTMLSelectElement>('tbody select')[2]!;
    expect(select.getAttribute('aria-label')).to.equal('What “Wedding day” becomes');
    select.value = 'custom.Wedding day';
    select.dispatchEvent(new Event('change'));
    await app.find('.out', 'One column is left out: SSN.');
    const [saved] = app.responder.asked('PATCH /v1/imports/imp_1');
    expect(saved!.body).to.deep.equal({
      fields: ['displayName', 'contacts.1.email', 'custom.Wedding day', null],
    });
    expect(saved!.headers.get('if-match')).to.equal('"1"');
  });

  it('moves a field to the column that it is given to, and says what every row needs', async () => {
    const app = await mount(`${place}/imp_1`, { responder: withImport() });
    await app.find('tbody select');
    const [first, , third] = app.all<HTMLSelectElement>('tbody select');
    third!.value = 'displayName';
    third!.dispatchEvent(new Event('change'));
    await app.find('[role=status]', '“Name” is left out now');
    await waitUntil(() => first!.value === '');
    third!.value = '';
    third!.dispatchEvent(new Event('change'));
    await app.find('.notice.warning', 'Let a column become Name or Last name');
    expect((await app.find<HTMLButtonElement>('.bar .primary')).disabled).to.equal(true);
  });

  it('checks what was chosen last, however quickly the check follows', async () => {
    const responder = withImport();
    const app = await mount(`${place}/imp_1`, { responder });
    (await app.find('input[value=update]')).click();
    (await app.find('.bar .primary', 'Check the rows')).click();
    await app.find('h2', 'Checking the rows');
    const writes = responder.seen.filter(({ method }) => method !== 'GET').map(({ method, body }) => [method, body]);
    expect(writes).to.deep.equal([
      ['PATCH', { duplicates: 'update' }],
      ['POST', undefined],
    ]);
  });

  it('shows the newest columns when somebody else has changed them', async () => {
    const responder = withImport();
    const app = await mount(`${place}/imp_1`, { responder });
    await app.find('input[value=update]');
    responder.imports.change('imp_1', { version: 7, duplicates: 'update' });
    (await app.find('input[value=update]')).click();
    await app.find('.toast', 'Somebody else changed these columns');
    await waitUntil(() => app.all<HTMLInputElement>('input[value=update]')[0]!.checked);
  });
});

describe('checking, running and undoing', () => {
  useTestClock();

  it('goes from the check to the run and back again, following the work', async () => {
    const responder = withImport();
    const app = await mount(`${place}/imp_1`, { responder });
    (await app.find('.bar .primary', 'Check the rows')).click();
    await app.find('h2', 'Checking the rows');
    responder.imports.change('imp_1', { processed: 3 });
    await app.find('.numbers', '3 of 4 rows');
    responder.imports.finish('imp_1');
    await app.find('h2', 'This is what will happen');
    expect(deepActive().localName, 'the head of what came next').to.equal('h1');
    await app.find('.wrong', '1 row has a mistake');
    await waitUntil(() => rowTexts(app).length >= 4);
    await filter(app, 'Mistakes');
    await app.find('td.wrong', 'nobody');
    await app.find('.reason', 'Mail: Not an e-mail address.');
    expect(app.navigator.query.get('rows')).to.equal('error');
    (await app.find('.bar .primary', 'Import 2 rows')).click();
    await app.find('h2', 'Importing');
    responder.imports.finish('imp_1');
    await app.find('h2', 'The import is done');
    expect((await app.find('.row a.primary')).getAttribute('href')).to.equal(`/app/${slug}/clients?import=imp_1`);
    const link = await app.find('tbody a');
    expect(link.getAttribute('aria-label')).to.equal('Open the record of row 2');
    expect(link.getAttribute('href')).to.equal(`/app/${slug}/clients/cli_0002`);
    (await app.find('.row button', 'Undo this import')).click();
    await app.find('alloza-app-dialog', 'What was edited since stays');
    (await app.find('[slot=footer].danger')).click();
    await app.find('h2', 'Taking it back');
    responder.imports.finish('imp_1');
    await app.find('h2', 'The import was taken back');
    await app.find('.text', '1 row stayed');
    await app.find('.reason', 'It was edited since.');
    expect(app.all('tbody tr[data-action=create]'), 'only what stayed').to.have.length(0);
  }).timeout(15_000);

  it('hears of it when somebody else starts or ends the work', async () => {
    const responder = withImport({ status: 'checked', counts: { create: 1, update: 1, skip: 1, error: 1 } });
    const app = await mount(`${place}/imp_1`, { responder });
    await app.find('h2', 'This is what will happen');
    await waitUntil(() => responder.stream.opened.length === 1);
    const startedBy = { kind: 'user', id: 'user_mara', name: 'Mara Lind' } as const;
    responder.imports.change('imp_1', { status: 'running', startedBy, version: 2 });
    responder.stream.send('import.updated', { id: 'imp_1', version: 2 });
    await app.find('.busy', 'Mara Lind started this.');
  });

  it('says that the connection is lost while the server works, and catches up', async () => {
    const responder = withImport({ status: 'running' });
    const app = await mount(`${place}/imp_1`, { responder });
    await app.find('h2', 'Importing');
    responder.fail('GET /v1/imports/imp_1', 'offline', 3);
    await waitUntil(() => app.all('.notice.warning').length > 0, 'no notice', { timeout: 9000 });
    responder.imports.finish('imp_1');
    await waitUntil(() => app.all('h2').some((h2) => h2.textContent?.includes('The import is done')), 'not done', {
      timeout: 9000,
    });
  }).timeout(20_000);

  it('stops a run, and goes on where it stopped', async () => {
    const responder = withImport({ status: 'running', processed: 2 });
    const app = await mount(`${place}/imp_1`, { responder });
    (await app.find('button', 'Stop')).click();
    await app.find('h2', 'The import was stopped after 2 of 4 rows');
    (await app.find('button', 'Go on')).click();
    await app.find('h2', 'Importing');
  });

  it('begins an interrupted check again, where there is no run to go on with', async () => {
    const app = await mount(`${place}/imp_1`, { responder: withImport({ status: 'failed', processed: 2 }) });
    await app.find('.text', 'our fault, not your file’s');
    (await app.find('button', 'Go on')).click();
    await app.find('h2', 'Checking the rows');
  });

  it('goes back to the columns from a check, and a reload stays there', async () => {
    const responder = withImport({ status: 'checked', counts: { create: 4, update: 0, skip: 0, error: 0 } });
    const app = await mount(`${place}/imp_1`, { responder });
    (await app.find('.bar .back')).click();
    await app.find('h2', 'Match your columns');
    const again = await mount(app.navigator.here, { responder });
    await again.find('h2', 'Match your columns');
  });

  it('offers no run of nothing', async () => {
    const responder = withImport({ status: 'checked', counts: { create: 0, update: 0, skip: 3, error: 1 } });
    const app = await mount(`${place}/imp_1`, { responder });
    await app.find('p', 'There is nothing to import');
    expect((await app.find<HTMLButtonElement>('.bar .primary')).disabled).to.equal(true);
  });

  it('deletes an import, and says what of it stays', async () => {
    const responder = withImport({ status: 'finished' });
    const app = await mount(`${place}/imp_1`, { responder });
    (await app.find('header alloza-app-menu button')).click();
    (await app.find('[role=menuitem]', 'Delete this import')).click();
    await app.find('alloza-app-dialog', 'What it has imported stays');
    (await app.find('[slot=footer].danger')).click();
    await app.find('.toast', 'The import was deleted');
    expect(app.navigator.here).to.equal(place);
    expect(responder.imports.all).to.have.length(0);
  });

  it('says that an import is not there, and what else went wrong, with a way to try again', async () => {
    const responder = withImport();
    const app = await mount(`${place}/imp_none`, { responder });
    await app.find('.empty[role=alert]', 'Nothing here');
    responder.fail('GET /v1/imports/imp_1', { status: 500, code: 'internal_error' }, 3);
    app.navigator.go({ name: 'import', slug, importId: 'imp_1' });
    await waitUntil(() => app.all('.empty button').length > 0, 'no retry', { timeout: 9000 });
    app.all<HTMLElement>('.empty button')[0]!.click();
    await app.find('h2', 'Match your columns');
  }).timeout(20_000);
});
