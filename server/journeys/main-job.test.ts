import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createClient } from '@alloza/sdk';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../tools/chromium.mjs';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';

interface Credentials {
  signIn: { email: string; password: string };
  workspaceSlug: string;
  secretKey: string;
}

let server: TestServer;
let site: { url: string; process: ChildProcess };
let browser: Browser;
let credentials: Credentials;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

before(async () => {
  server = await startTestServer({ ALLOZA_SEED: 'demo', MINIMUM_FILL_MS: '300' });
  credentials = (await (await fetch(`${server.url}/sandbox/credentials.json`)).json()) as Credentials;
  const port = await freePort();
  const script = fileURLToPath(new URL('../../examples/static-site/serve.mjs', import.meta.url));
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, PORT: String(port), ALLOZA_URL: server.url },
    stdio: 'inherit',
  });
  site = { url: `http://localhost:${port}`, process: child };
  await eventually('the example site', () =>
    fetch(site.url).then(
      (response) => response.ok,
      () => false,
    ),
  );
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  site?.process.kill();
  await server?.stop();
});

const countLeads = async (name: string): Promise<number> => {
  const { rows } = await server.database.owner.query('select count(*)::int as count from leads where name = $1', [
    name,
  ]);
  return rows[0].count;
};

async function fillForm(page: Page, name: string, email: string): Promise<void> {
  await page.goto(`${site.url}/contact`);
  await page.getByLabel(/your name/i).fill(name);
  await page.getByLabel(/^e-mail/i).fill(email);
  await page.getByLabel(/your message/i).fill('We marry in June by the lake.');
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/app`);
  await page.getByLabel(/e-?mail/i).fill(credentials.signIn.email);
  await page.getByLabel('Password', { exact: true }).fill(credentials.signIn.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/app\/lumen-and-oak/);
}

const newPage = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> =>
  (await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })).newPage();

test('an enquiry from the studio site appears on the board live, is stored once and mailed to both', async () => {
  const office = await newPage();
  await signIn(office);
  await office.goto(`${server.url}/app/${credentials.workspaceSlug}/leads`);
  await office.getByText('Mia Fischer').first().waitFor();
  const visitor = await newPage();
  const requests: string[] = [];
  visitor.on('request', (request) => requests.push(new URL(request.url()).origin));
  await fillForm(visitor, 'Ana Ruiz', 'ana.ruiz@example.com');
  const button = visitor.getByRole('button', { name: /send enquiry/i });
  await button.click();
  await button.click({ force: true, timeout: 500 }).catch(() => {});
  await visitor
    .getByText(/thank you/i)
    .first()
    .waitFor();
  await office.getByText('Ana Ruiz').first().waitFor({ timeout: 5000 });
  assert.equal(await countLeads('Ana Ruiz'), 1);
  const mails = await eventually('both mails', () => {
    const about = server.sandbox
      .mails()
      .filter((mail) => mail.to.includes('ana.ruiz@example.com') || mail.subject.includes('Ana Ruiz'));
    return about.length === 2 && about;
  });
  assert.deepEqual(mails.flatMap((mail) => mail.to).sort(), ['ana.ruiz@example.com', credentials.signIn.email].sort());
  assert.deepEqual(
    [...new Set(requests)].sort(),
    [server.url, site.url].sort(),
    'P30: only the site and our origin are asked',
  );
  const cookies = await visitor.context().cookies();
  assert.deepEqual(cookies, [], 'P07: the widget sets no cookie');
});

test('the same enquiry works with JavaScript blocked', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${site.url}/contact`);
  await page.locator('[name=name]').fill('Plain Paula');
  await page.locator('[name=email]').fill('paula@example.com');
  await page.locator('form [type=submit], form button').first().click();
  await page.waitForURL(/\/f\//);
  assert.equal(await countLeads('Plain Paula'), 0);
  await page.waitForTimeout(2100);
  await page.locator('form button').click();
  await page
    .getByText(/thank you/i)
    .first()
    .waitFor();
  assert.equal(await countLeads('Plain Paula'), 1);
});

test('the same enquiry works by the typed SDK with a secret key, once over three tries', async () => {
  const alloza = createClient({ secretKey: credentials.secretKey, baseUrl: server.url });
  const send = () =>
    alloza.leads.create(
      { name: 'Sdk Sam', email: 'sam@example.com', formId: 'default' },
      { idempotencyKey: 'one-enquiry' },
    );
  const answers = await Promise.all([send(), send(), send()]);
  assert.equal(new Set(answers.map((answer) => answer.id)).size, 1);
  assert.equal(await countLeads('Sdk Sam'), 1);
  await eventually('the notification', () => server.sandbox.mails().some((mail) => mail.subject.includes('Sdk Sam')));
});

test('the owner edits, moves by keyboard, notes, loses and reopens the enquiry', async () => {
  const alloza = createClient({ secretKey: credentials.secretKey, baseUrl: server.url });
  const page = await newPage();
  await signIn(page);
  await page.goto(`${server.url}/app/${credentials.workspaceSlug}/leads`);
  const card = page.getByRole('listitem').filter({ hasText: 'Clara Hoffmann' }).first();
  await card.waitFor();
  const find = async () => (await alloza.leads.list({ q: 'clara hoff' })).items[0]!;
  assert.equal((await find()).stage, 'new');
  await card
    .getByText('Clara Hoffmann')
    .focus()
    .catch(() => card.focus());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await eventually('the move by keyboard', async () => (await find()).stage === 'contacted');

  await page.goto(`${server.url}/app/${credentials.workspaceSlug}/leads/${(await find()).id}`);
  const place = page.getByLabel('Place', { exact: true });
  await place.fill('Spreewald');
  await place.blur();
  await eventually('the edit', async () => (await find()).place === 'Spreewald');
  await page.getByRole('textbox', { name: /note/i }).fill('Call back on Monday');
  await page.getByRole('button', { name: /(add|save) note/i }).click();
  await page.getByText('Call back on Monday').first().waitFor();
  const lead = await alloza.leads.move((await find()).id, { status: 'lost', lostReason: 'Budget' });
  assert.equal(lead.status, 'lost');
  await page.getByText('Lost').first().waitFor();
});
