import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessFaults, Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo.close());

test('the demo studio opens with Google: pressed, chosen, back where one wanted to go, with one cookie', async () => {
  const { url } = demo.server;
  const { workspaceSlug } = demo.credentials;
  const page = await demo.newPage();
  await page.goto(`${url}/app/sign-in?next=/app/${workspaceSlug}/leads`);
  const button = page.getByRole('button', { name: 'Continue with Google' });
  await button.waitFor();
  assert.deepEqual(await accessFaults(page), []);
  await button.click();
  await page.getByRole('heading', { name: 'Choose an account' }).waitFor();
  assert.deepEqual(await accessFaults(page), []);
  await page.getByRole('button', { name: /Mara/ }).click();
  await page.waitForURL(`**/app/${workspaceSlug}/leads**`);
  assert.deepEqual(
    (await page.context().cookies()).map(({ name }) => name),
    ['__Host-alloza'],
  );
  assert.deepEqual(demo.problems, []);
});

test('somebody new opens a studio with Google, and whoever cancels reads why nothing happened', async () => {
  const { url } = demo.server;
  const page = await demo.newPage();
  await page.goto(`${url}/app/register`);
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('alert').getByText('You cancelled at Google').waitFor();
  await page.getByRole('button', { name: 'Continue with Google' }).click();
  await page.getByRole('button', { name: /Jonas Feld/ }).click();
  await field(page, /name/i).first().waitFor();
  assert.equal(new URL(page.url()).pathname.startsWith('/app'), true);
  assert.deepEqual(demo.problems, []);
});
