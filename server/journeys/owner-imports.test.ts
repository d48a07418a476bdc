import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessFaults, Demo } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

const rows = 400;
const file = Buffer.from(
  [
    'Name;E-mail;Phone;Tags;Shoe size',
    ...Array.from({ length: rows }, (_, at) => `Gast ${at};gast${at}@example.com;030 9018${1000 + at};fair;${at}`),
    'Broken row;no address;;;',
    'Mara of the fair;gast5@example.com;;;',
  ].join('\n'),
);
const found = async () => (await demo.alloza.clients.list({ tag: 'fair', limit: 5 })).items.length;

test('the owner brings a table of clients over, watches it go, looks at the rows and takes it back', async () => {
  const page = await demo.newOwnerPage('/import');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await choosing).setFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: file });

  await page.getByRole('heading', { name: 'Match your columns' }).waitFor();
  assert.equal(await page.getByLabel('What “E-mail” becomes').inputValue(), 'contacts.1.email');
  await page.getByText('One column is left out: Shoe size.').waitFor();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('heading', { name: 'This is what will happen' }).waitFor();
  assert.equal(await found(), 0, 'nothing is imported yet');
  await page.getByText('1 row has a mistake and is left out.').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'This is what will happen' }).waitFor();
  assert.deepEqual(await accessFaults(page), []);

  await page.getByRole('button', { name: `Import ${rows} rows` }).click();
  const progress = page.getByRole('progressbar', { name: 'Importing' });
  const seen: number[] = [];
  const done = page.getByRole('heading', { name: 'The import is done' });
  while (!(await done.isVisible())) {
    const value = await progress.getAttribute('value', { timeout: 500 }).catch(() => null);
    if (value !== null) seen.push(Number(value));
  }
  assert.ok(seen.length > 0, 'progress is shown');
  assert.deepEqual(
    seen,
    seen.toSorted((one, other) => one - other),
    'progress never goes back',
  );
  assert.ok((await found()) > 0);
  assert.deepEqual(await accessFaults(page), []);

  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('dialog', { name: 'Undo this import?' }).waitFor();
  await page.getByRole('button', { name: 'Undo this import' }).last().click();
  await page.getByRole('heading', { name: 'The import was taken back' }).waitFor();
  await page.getByText(`${rows} rows were taken back.`).waitFor();
  assert.equal(await found(), 0);
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
