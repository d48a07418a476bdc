import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { loadContract } from '../platform/openapi.ts';
import { eventually } from '../platform/testing.ts';
import { Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

const openSheet = async (name: string): Promise<Page> => {
  const page = await demo.newOwnerPage(`/leads/${(await demo.findLead(name)).id}`);
  await page.getByRole('dialog', { name }).waitFor();
  return page;
};

const edit = async (page: Page, label: string | RegExp, value: string): Promise<void> => {
  const control = field(page.getByRole('dialog'), label);
  await control.fill(value);
  await control.blur();
};

test('the owner edits every field of an enquiry in its sheet, each saved as it is left', async () => {
  const before = await demo.findLead('Clara Hoffmann');
  const page = await openSheet('Clara Hoffmann');
  const sheet = page.getByRole('dialog');
  const stored = () => demo.alloza.leads.get(before.id);

  await edit(page, 'Name', 'Clara Hoffmann-Lenz');
  await edit(page, 'E-mail', 'clara.lenz@example.com');
  await edit(page, 'Phone', '030 901899');
  await edit(page, 'Type of project', 'Elopement');
  await edit(page, 'Date', '');
  await field(sheet, 'Date not decided yet').check();
  await eventually('the open date', async () => {
    const { eventDate, dateUndecided } = await stored();
    return eventDate === null && dateUndecided;
  });
  await edit(page, 'Date', '2031-05-03');
  await field(sheet, 'Date is flexible').check();
  await edit(page, 'Place', 'Spreewald');
  await edit(page, 'Guests', '42');
  await edit(page, 'Heard of you from', 'Her sister');
  await edit(page, /^Budget from/, '1500');
  await edit(page, /^Budget up to/, '2500.50');
  await edit(page, 'Message', 'First line\nSecond line');
  await sheet.getByRole('button', { name: '4 of 5 stars' }).click();
  await edit(page, /^Chance/, '80');
  await edit(page, 'Decides by', '2031-01-15');

  const expected = {
    name: 'Clara Hoffmann-Lenz',
    email: 'clara.lenz@example.com',
    phone: '+4930901899',
    projectType: 'Elopement',
    eventDate: '2031-05-03',
    dateUndecided: false,
    dateFlexible: true,
    place: 'Spreewald',
    guestCount: 42,
    budget: { min: 150_000, max: 250_050, currency: 'EUR' },
    message: 'First line\nSecond line',
    heardFrom: 'Her sister',
    rating: 4,
    confidence: 80,
    decideBy: '2031-01-15',
  };
  const { properties } = loadContract().document.components.schemas.LeadPatch as { properties: object };
  // `custom` belongs to scripts and plugins; people never see it.
  assert.deepEqual(Object.keys({ ...expected, custom: {} }).sort(), Object.keys(properties).sort());
  await eventually('the last edit', async () => (await stored()).decideBy === '2031-01-15');
  const lead = await stored();
  const kept = Object.fromEntries(Object.keys(expected).map((key) => [key, lead[key as keyof typeof lead]]));
  assert.deepEqual(kept, expected);
  assert.deepEqual([lead.stageId, lead.status, lead.source], [before.stageId, before.status, before.source]);

  await page.reload();
  await page.getByRole('dialog', { name: 'Clara Hoffmann-Lenz' }).waitFor();
  assert.equal(await field(sheet, 'Place').inputValue(), 'Spreewald');
  assert.equal(await field(sheet, /^Budget up to/).inputValue(), '2500.50');
  await sheet.getByText('Changed', { exact: false }).first().waitFor();
});

test('a field that can’t be saved says so beside it, and keeps what was typed', async () => {
  const before = await demo.findLead('Nora Lindgren');
  const page = await openSheet('Nora Lindgren');
  await edit(page, 'E-mail', 'nora at example');
  await page.getByRole('dialog').getByRole('alert').waitFor();
  assert.equal(await field(page.getByRole('dialog'), 'E-mail').inputValue(), 'nora at example');
  assert.equal((await demo.alloza.leads.get(before.id)).email, before.email);
});

test('the owner writes, changes and deletes a note', async () => {
  const { id } = await demo.findLead('Daniel Okafor');
  const page = await openSheet('Daniel Okafor');
  const notes = async () => (await demo.alloza.notes.list({ subject: id })).items.map(({ body }) => body);
  await field(page, 'Add a note').fill('Call back on Monday');
  await page.getByRole('button', { name: 'Add note' }).click();
  const note = page.getByRole('listitem').filter({ hasText: 'Call back on Monday' });
  await note.waitFor();
  assert.deepEqual(await notes(), ['Call back on Monday']);
  await note.getByRole('button', { name: 'Edit note' }).click();
  await field(page, 'Edit note').fill('Call back on Tuesday');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Call back on Tuesday').waitFor();
  assert.deepEqual(await notes(), ['Call back on Tuesday']);
  await page.getByRole('button', { name: 'Delete note' }).click();
  await page.getByText('Call back on Tuesday').waitFor({ state: 'detached' });
  await eventually('the deletion', async () => (await notes()).length === 0, 20_000);
});

test('the owner marks an enquiry lost with a reason, reopens it, marks it spam and reopens it', async () => {
  const { id } = await demo.findLead('Mia Fischer');
  const page = await openSheet('Mia Fischer');
  const sheet = page.getByRole('dialog', { name: 'Mia Fischer', exact: true });
  const stored = async () => {
    const { status, lostReason, stage } = await demo.alloza.leads.get(id);
    return { status, lostReason, stage };
  };
  await sheet.getByRole('button', { name: 'Lost', exact: true }).click();
  await page.getByRole('dialog', { name: 'Why was Mia Fischer lost?' }).waitFor();
  await page.getByRole('radio', { name: 'Chose another studio' }).check();
  await page.getByRole('button', { name: 'Mark as lost' }).click();
  await sheet.getByText('Chose another studio').first().waitFor();
  await eventually('the loss', async () => (await stored()).status === 'lost');
  assert.deepEqual(await stored(), { status: 'lost', lostReason: 'Chose another studio', stage: 'new' });

  await sheet.getByRole('button', { name: 'Reopen' }).click();
  await eventually('the reopening', async () => (await stored()).status === 'open');
  assert.deepEqual(await stored(), { status: 'open', lostReason: null, stage: 'new' });

  await sheet.getByRole('button', { name: 'More actions' }).click();
  await sheet.getByRole('menuitem', { name: 'Mark as spam' }).click();
  await eventually('the spam', async () => (await stored()).status === 'spam');
  await sheet.getByRole('button', { name: 'Reopen' }).click();
  await eventually('the reopening', async () => (await stored()).status === 'open');

  await sheet.getByRole('button', { name: 'Won', exact: true }).click();
  await eventually('the win', async () => (await stored()).status === 'won');
  await page.locator('.toast', { hasText: 'marked as won' }).getByRole('button', { name: 'Undo' }).click();
  await eventually('the undo', async () => (await stored()).status === 'open');
  for (const text of ['Marked as lost', 'Marked as spam', 'Marked as won', 'Reopened'])
    await sheet.getByText(text).first().waitFor();
});

test('the owner deletes an enquiry and restores it from the deleted ones', async () => {
  const { id } = await demo.findLead('Mehmet Yılmaz');
  const page = await openSheet('Mehmet Yılmaz');
  await page.getByRole('dialog').getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByRole('navigation', { name: 'Status' })
    .getByRole('link', { name: /^Deleted/ })
    .click();
  await page.getByRole('link', { name: /Mehmet Yılmaz/ }).click();
  await page.getByRole('dialog', { name: 'Mehmet Yılmaz' }).getByRole('button', { name: 'Restore' }).click();
  await eventually('the restored lead', async () => (await demo.alloza.leads.get(id)).deletedAt === null);
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
