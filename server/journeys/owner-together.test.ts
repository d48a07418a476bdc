import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoTeam } from '../demo-team.ts';
import { eventually } from '../platform/testing.ts';
import { accessFaults, Demo, field } from './browser.ts';

let demo: Demo;
let mara: Page;
let ruben: Page;
before(async () => {
  demo = await Demo.open();
  const { password } = demo.credentials.signIn;
  [mara, ruben] = await Promise.all([
    demo.newOwnerPage('/activity'),
    demo.newPersonPage({ email: demoTeam.manager.email, password }),
  ]);
});
after(() => demo?.close());

/** One field of a record that both have open. */
interface Shared {
  readonly kind: string;
  readonly path: () => Promise<string>;
  readonly label: string;
  readonly stored: () => Promise<string | null>;
}

const lead = () => demo.findLead('Clara Hoffmann');
const client = async () => (await demo.alloza.clients.list({ q: 'kita sonnenstrahl' })).items[0]!;
const project = async () => (await demo.alloza.projects.list({ q: 'book jacket' })).items[0]!;

const records: Shared[] = [
  {
    kind: 'an enquiry',
    path: async () => `/leads/${(await lead()).id}`,
    label: 'Place',
    stored: async () => (await lead()).place,
  },
  {
    kind: 'a client',
    path: async () => `/clients/${(await client()).id}`,
    label: 'Came from',
    stored: async () => (await client()).source,
  },
  {
    kind: 'a job',
    path: async () => `/projects/${(await project()).id}`,
    label: 'Type of project',
    stored: async () => (await project()).projectType,
  },
];

async function openBoth(path: string): Promise<void> {
  const open = async (page: Page) => {
    const whole = page.waitForResponse((answer) => answer.url().endsWith(`/v1${path}`));
    await page.goto(demo.studioUrl(path));
    await whole;
    await page.getByRole('dialog').waitFor();
  };
  await Promise.all([open(mara), open(ruben)]);
}

async function write(page: Page, label: string, value: string): Promise<void> {
  await field(page, label).fill(value);
  await field(page, label).blur();
}

const conflict = (page: Page) => page.getByRole('alert').filter({ hasText: 'Changed by someone else' });

for (const { kind, path, label, stored } of records) {
  test(`two who change one field of ${kind} both see both values, and the second decides`, async () => {
    await openBoth(await path());
    await ruben.getByRole('img', { name: /^Live/ }).waitFor();
    await field(ruben, label).fill('As Ruben has it');
    await write(mara, label, 'As Mara has it');
    await eventually('the first of both', async () => (await stored()) === 'As Mara has it');
    // The other screen has heard of it before its own field is left.
    await ruben.getByRole('dialog').getByText('Mara Lindqvist').first().waitFor();
    await field(ruben, label).blur();
    await conflict(ruben).getByText('Saved: As Mara has it').waitFor();
    await conflict(ruben).getByText('Yours: As Ruben has it').waitFor();
    assert.equal(await stored(), 'As Mara has it', 'nothing is overwritten unasked');
    await conflict(ruben).getByRole('button', { name: 'Use mine' }).click();
    await eventually('the decision', async () => (await stored()) === 'As Ruben has it');
    await conflict(ruben).waitFor({ state: 'detached' });
    await eventually(
      'the decision at the other screen',
      async () => (await field(mara, label).inputValue()) === 'As Ruben has it',
    );
  });
}

test('who has not heard of a newer version is refused by the server and asked as well', async () => {
  const { path, label, stored } = records[0]!;
  await ruben.route('**/v1/events/stream**', (route) => route.abort());
  await openBoth(await path());
  const refused = ruben.waitForResponse((answer) => answer.status() === 412);
  await write(mara, label, 'Mara again');
  await eventually('the first of both', async () => (await stored()) === 'Mara again');
  await write(ruben, label, 'Ruben unheard');
  await refused;
  await conflict(ruben).getByText('Yours: Ruben unheard').waitFor();
  assert.deepEqual(await accessFaults(ruben), []);
  await conflict(ruben).getByRole('button', { name: 'Keep the saved one' }).click();
  await eventually('the saved one', async () => (await field(ruben, label).inputValue()) === 'Mara again');
  assert.equal(await stored(), 'Mara again');
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
