import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../platform/testing.ts';
import { Demo } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

test('a task ticked off on the start page is done, Undo opens it again, and an enquiry appears as it comes in', async () => {
  const page = await demo.newOwnerPage('');
  const [task] = (await demo.alloza.tasks.list({ done: false, limit: 1 })).items;
  const isDone = async () => (await demo.alloza.tasks.get(task!.id)).doneAt !== null;
  await page
    .getByRole('checkbox', { name: `Tick off: ${task!.title}` })
    .first()
    .click();
  await eventually('the task done', isDone);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually('the task open', async () => !(await isDone()));
  await demo.alloza.leads.create({ name: 'Ida Fresh', email: 'ida.fresh@example.com' });
  await page.getByRole('link', { name: /^Ida Fresh/ }).waitFor();
  await page.getByRole('button', { name: 'Mark Ida Fresh as answered' }).click();
  const { id } = await demo.findLead('Ida Fresh');
  await eventually('the answer', async () => (await demo.alloza.leads.get(id)).stage === 'contacted');
});

test('what somebody changes stands in the history of the record and in the activity, in words, as it happens', async () => {
  const { id } = await demo.findLead('Clara Hoffmann');
  const page = await demo.newOwnerPage(`/leads/${id}`);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('dialog', { name: 'History of Clara Hoffmann' }).waitFor();
  const history = page.locator('alloza-app-record-history');
  await history.getByText(/Created|Sent an enquiry/).waitFor();
  const activity = await demo.newOwnerPage('/activity');
  await activity.getByRole('heading', { name: 'Activity' }).waitFor();
  const { version } = await demo.alloza.leads.get(id);
  const { stages } = await demo.alloza.leadPipeline.get();
  await demo.alloza.leads.update(id, { place: 'Old mill', decideBy: '2027-06-12' }, { ifMatch: version });
  await demo.alloza.leads.move(id, { status: 'open', stageId: stages[2]!.id });
  for (const told of [history, activity]) {
    await told.getByText(`Moved from ${stages[0]!.name} to ${stages[2]!.name}`).first().waitFor();
    const change = told.getByRole('listitem').filter({ hasText: 'Changed Place and Decides by' }).first();
    await change.getByText('Old mill').waitFor();
    assert.match((await change.textContent())!, /Jun.*2027/);
  }
  await activity.getByRole('link', { name: 'Clara Hoffmann' }).first().click();
  await activity.getByRole('dialog', { name: 'Clara Hoffmann' }).waitFor();
  await activity.goBack();
  await activity.getByLabel('Kind').selectOption('notes');
  await eventually('the filter', async () => new URL(activity.url()).search === '?kind=notes');
  await activity.reload();
  await activity.getByText('Wrote a note').first().waitFor();
  assert.equal(await activity.getByText('Moved from').count(), 0);
});

test('by the keyboard alone the palette finds a client, a job, an enquiry and a setting, and goes there', async () => {
  const client = await demo.alloza.clients.create({ displayName: 'Šárka Dvořáková' });
  const job = await demo.alloza.projects.create({ title: 'Ballet of Šárka', clientIds: [client.id] });
  const enquiry = await demo.findLead('Nora Lindgren');
  const page = await demo.newOwnerPage('/forms');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const palette = page.getByRole('combobox', { name: 'Search and commands' });
  const places = [
    ['sarka dvor', /^Šárka Dvořáková/, `/clients/${client.id}`],
    ['ballet sarka', /^Ballet of Šárka/, `/projects/${job.id}`],
    ['lindgren', /^Nora Lindgren/, `/leads/${enquiry.id}`],
    ['brand', /Brand/, '/settings/brand'],
  ] as const;
  for (const [typed, name, path] of places) {
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type(typed);
    const wanted = page.getByRole('option', { name }).first();
    await wanted.waitFor();
    await eventually(`${typed} to be found`, async () => {
      if ((await wanted.getAttribute('aria-selected')) === 'true') return true;
      await page.keyboard.press('ArrowDown');
      return false;
    });
    await page.keyboard.press('Enter');
    await eventually(path, async () => new URL(page.url()).pathname.endsWith(path));
    await palette.waitFor({ state: 'detached' });
    if (path.includes('_')) await page.getByRole('dialog').waitFor();
    else await page.getByRole('heading', { name: 'Brand', exact: true }).first().waitFor();
  }
});
