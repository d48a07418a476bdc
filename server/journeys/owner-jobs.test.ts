import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../platform/testing.ts';
import { Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

const clientNamed = async (q: string) => (await demo.alloza.clients.list({ q })).items[0]!;
const projectNamed = async (q: string) => (await demo.alloza.projects.list({ q })).items[0]!;

test('the owner finds a client without accents, edits contact and tags, and leaves a note', async () => {
  const page = await demo.newOwnerPage('/clients');
  await field(page, 'Search clients').fill('soren');
  const { id } = await clientNamed('frida holm');
  await page.getByRole('link', { name: 'Emil Sørensen and Frida Holm' }).click();
  const sheet = page.getByRole('dialog', { name: 'Emil Sørensen and Frida Holm' });
  await sheet.getByRole('button', { name: 'Add a contact' }).click();
  await field(sheet, 'Name').last().fill('Karen Holm');
  await field(sheet, 'Role').selectOption('payer');
  await field(sheet, 'Phone').fill('030 901820');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await field(sheet, 'Tags').fill('returning');
  await field(sheet, 'Tags').press('Enter');
  await field(sheet, 'Add a note').fill('Karen pays the rest');
  await sheet.getByRole('button', { name: 'Add note' }).click();
  await sheet.getByRole('listitem').filter({ hasText: 'Karen pays the rest' }).waitFor();
  await eventually('the contact and the tag', async () => {
    const { contacts, tags } = await demo.alloza.clients.get(id);
    return contacts.at(-1)?.phone === '+4930901820' && contacts.at(-1)?.role === 'payer' && tags.includes('returning');
  });
  await page.reload();
  await sheet.getByText('Karen Holm').first().waitFor();
  assert.match(page.url(), /[?&]q=soren/, 'the search is still in the address');
});

test('two clients who are the same become one after a preview, and two again', async () => {
  const found = async () => (await demo.alloza.clients.list({ q: 'van dijk' })).items.length;
  assert.equal(await found(), 2);
  const page = await demo.newOwnerPage('/clients?q=van+dijk');
  await page.getByRole('checkbox', { name: 'Mark all' }).check();
  await page.getByRole('button', { name: 'Compare and merge' }).click();
  await page.getByRole('heading', { name: /will have$/ }).waitFor();
  assert.equal(await found(), 2, 'only looked at so far');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await eventually('the merge', async () => (await found()) === 1);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await eventually('two again', async () => (await found()) === 2);
});

test('a colleague at another screen sees a change at once, and nobody loses theirs', async () => {
  const { id } = await clientNamed('kita sonnenstrahl');
  const page = await demo.newOwnerPage(`/clients/${id}`);
  const sheet = page.getByRole('dialog', { name: 'Kita Sonnenstrahl' });
  await sheet.waitFor();
  await page.getByRole('img', { name: /^Live/ }).waitFor();
  const { version } = await demo.alloza.clients.get(id);
  await demo.alloza.clients.update(id, { source: 'Parents' }, { ifMatch: version });
  await eventually('the change on screen', async () => (await field(sheet, 'Came from').inputValue()) === 'Parents');
  await field(sheet, 'Tags').fill('yearly');
  await field(sheet, 'Tags').press('Enter');
  await eventually('both', async () => {
    const { tags, source } = await demo.alloza.clients.get(id);
    return tags.includes('yearly') && source === 'Parents';
  });
});

test('an enquiry becomes a client and a project, whose tasks follow its date', async () => {
  const lead = await demo.findLead('Clara Hoffmann');
  const page = await demo.newOwnerPage(`/leads/${lead.id}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Won', exact: true }).click();
  await page.getByRole('button', { name: 'Make a project' }).click();
  await field(page, 'Title of the project').fill('Clara by the lake');
  await page.getByRole('button', { name: 'Make project' }).click();
  await page.getByText('A new project was opened.').waitFor();
  await page.getByRole('link', { name: 'Open the project' }).last().click();
  const sheet = page.getByRole('dialog', { name: 'Clara by the lake' });
  await sheet.getByText('Made from an enquiry').waitFor();
  await sheet.getByRole('button', { name: 'Use a template' }).click();
  await page.getByRole('menuitem', { name: /^Session/ }).click();
  await sheet.getByText('Deliver the final pictures').first().waitFor();

  const { id, clients } = await projectNamed('clara by the lake');
  assert.equal(clients[0]!.displayName, 'Clara Hoffmann');
  const due = async () =>
    (await demo.alloza.tasks.list({ projectId: id })).items.find(({ title }) => title.startsWith('Send the selection'))
      ?.dueOn;
  const dated = await demo.alloza.projects.get(id);
  if (dated.dates.length === 0) await sheet.getByRole('button', { name: 'Add a date' }).click();
  else
    await sheet
      .getByRole('button', { name: /^Edit / })
      .first()
      .click();
  await field(sheet, 'What').fill('Portraits');
  await field(sheet, 'Date').fill('2031-05-03');
  await sheet.getByRole('button', { name: 'Save', exact: true }).click();
  await eventually('the task after the new date', async () => (await due()) === '2031-05-08');
  await sheet.getByText('May 8, 2031').waitFor();
  await sheet.getByRole('checkbox', { name: /^Send the selection/ }).check();
  await eventually('the task done', async () => (await demo.alloza.projects.get(id)).doneTasks === 1);

  await page.goBack();
  const enquiry = page.getByRole('dialog', { name: 'Clara Hoffmann' });
  await enquiry.getByText('Became a client and a project').waitFor();
  assert.equal(await enquiry.getByRole('button', { name: 'Make a project' }).count(), 0, 'once and for all');
});

test('a job goes along the board by keyboard, is postponed and taken up again', async () => {
  const page = await demo.newOwnerPage('/projects');
  const card = page.getByRole('link', { name: /^Anouk Petit, book jacket/ });
  await card.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.locator('.toast', { hasText: 'moved to' }).waitFor();
  const { id } = await projectNamed('book jacket');
  await eventually('the next stage', async () => (await demo.alloza.projects.get(id)).status === 'in_production');

  await card.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Anouk Petit, book jacket' });
  await sheet.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Postpone' }).click();
  await sheet.getByRole('button', { name: /^Take up again/ }).click();
  await eventually('booked again', async () => (await demo.alloza.projects.get(id)).status === 'booked');
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
