import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../platform/testing.ts';
import { Demo } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

test('the owner moves a range of leads at once, and takes all of it back', async () => {
  const page = await demo.newOwnerPage('/leads?view=table');
  const stages = async () =>
    new Map(
      (await demo.alloza.leads.list({ status: 'open', limit: 100 })).items.map(({ id, stageId }) => [id, stageId]),
    );
  const before = await stages();
  const boxes = page.locator('td.mark input');
  await boxes.nth(1).check();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await page.getByRole('toolbar').getByText('4 marked').waitFor();
  await page.getByRole('button', { name: 'Move to' }).click();
  await page
    .getByRole('menuitemradio', { name: 'Proposal sent' })
    .or(page.getByRole('menuitem', { name: 'Proposal sent' }))
    .click();
  const moved = async () => [...(await stages())].filter(([id, stageId]) => before.get(id) !== stageId).length;
  await eventually('the move', async () => (await moved()) === 4);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await eventually('the way back', async () => (await moved()) === 0);
});

test('projects are deleted together and brought back, by keyboard alone', async () => {
  const page = await demo.newOwnerPage('/projects?view=table');
  const first = page.locator('td a').first();
  await first.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('toolbar').getByText('2 marked').waitFor();
  const count = async () => (await demo.alloza.projects.list({ limit: 100 })).items.length;
  const all = await count();
  const remove = page.getByRole('toolbar').getByRole('button', { name: 'Delete' });
  await remove.focus();
  await page.keyboard.press('Enter');
  await eventually('two are gone', async () => (await count()) === all - 2);
  await page.locator('.toast').getByText('2 projects deleted').waitFor();
  await page.keyboard.press('Control+z');
  await eventually('they are back', async () => (await count()) === all);
});

test('the owner works through the tasks of all jobs', async () => {
  const page = await demo.newOwnerPage('/tasks');
  const [task] = (await demo.alloza.tasks.list({ done: false, limit: 1 })).items;
  const isDone = async () => (await demo.alloza.tasks.get(task!.id)).doneAt !== null;
  const tick = page.getByRole('checkbox', { name: `Tick off: ${task!.title}` }).first();
  await tick.click();
  await eventually('it is done', isDone);
  await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
  await eventually('it is open again', async () => !(await isDone()));
  await page.getByRole('link', { name: task!.title }).first().click();
  await page.getByRole('dialog', { name: task!.projectTitle }).waitFor();
  assert.deepEqual(demo.problems, []);
});
