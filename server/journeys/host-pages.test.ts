import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/testing.ts';
import { Demo, field } from './browser.ts';
import { bundleHost, type Host, openHost, otherRelease } from './host-site.ts';

let demo: Demo;
let publishableKey: string;
const hosts: Host[] = [];
before(async () => {
  demo = await Demo.open();
  const answer = await fetch(`${demo.server.url}/sandbox/credentials.json`);
  ({ publishableKey } = (await answer.json()) as { publishableKey: string });
});
after(async () => {
  for (const host of hosts) host.close();
  await demo?.close();
});

async function openSite(script: string, path = '/'): Promise<{ page: Page; asked: string[] }> {
  const { url } = demo.server;
  const host = await openHost({ loaders: [url], baseUrl: url, publishableKey, body: '<div id="site"></div>', script });
  hosts.push(host);
  const page = await demo.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === url && request.resourceType() === 'fetch') asked.push(`${request.method()} ${pathname}`);
  });
  await page.goto(host.url + path);
  await page.getByRole('button', { name: 'Send enquiry' }).waitFor();
  return { page, asked };
}

const asking = (asked: string[], match: RegExp) => asked.filter((line) => match.test(line)).length;
const thanks = (page: Page) => page.getByRole('heading', { name: /thank you/i });
const heard = async (page: Page) =>
  (await page.getByRole('status').textContent())!.split('\n').map((line) => line.trim());

async function fillIn(page: Page, name: string): Promise<void> {
  await field(page, /^your name/i).fill(name);
  await field(page, /^e-mail/i).fill('host@example.com');
  await field(page, /^your message/i).fill('From a page made with a framework.');
}

/** How often a form has been taken out of the page since. */
async function countRemovals(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(`
    globalThis.removals = 0;
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes)
        for (const node of removedNodes) if (node.localName === 'alloza-lead-form') globalThis.removals++;
    }).observe(document, { childList: true, subtree: true });
  `);
  return () => page.evaluate('globalThis.removals');
}

const sites = [
  { name: 'React 19 in StrictMode', file: 'react.jsx', moves: ['Take out and put back', 'Take out and put back'] },
  { name: 'Vue 3 with KeepAlive', file: 'vue.js', moves: ['Take out', 'Put back'] },
];
for (const { name, file, moves } of sites) {
  test(`on a page made with ${name} the form follows its properties, survives being moved, sends and tells once`, async () => {
    const { page, asked } = await openSite(await bundleHost(file));
    const removals = await countRemovals(page);
    const move = async () => {
      for (const button of moves) await page.getByRole('button', { name: button }).click();
    };
    await fillIn(page, name);
    for (const lang of ['de', 'en']) {
      await page.getByRole('button', { name: 'Other language' }).click();
      await page.locator(`alloza-lead-form [lang=${lang}]`).waitFor();
    }
    await move();
    assert.equal(await removals(), 1, 'the form was out of the page');
    assert.equal(await field(page, /^your name/i).inputValue(), name);
    assert.equal(await field(page, /^your message/i).inputValue(), 'From a page made with a framework.');
    await page.getByRole('button', { name: 'Send enquiry' }).dblclick();
    await thanks(page).waitFor();
    await move();
    await thanks(page).waitFor();

    const { id } = await demo.findLead(name);
    assert.deepEqual(await heard(page), ['alloza-before-lead-send', `alloza-lead-sent ${id}`]);
    assert.equal(await demo.countLeads(name), 1);
    assert.equal(asking(asked, /^GET .*\/lead-forms\//), 1);
    assert.equal(asking(asked, /^GET .*\/workspace\/public/), 1);
    assert.equal(asking(asked, /^POST .*\/leads$/), 1);
  });
}

test('an element that an effect puts in, takes out and puts in again, as StrictMode does, loads and sends once', async () => {
  const { page, asked } = await openSite(await bundleHost('react.jsx'), '/?kept');
  await fillIn(page, 'Kept Kim');
  await page.getByRole('button', { name: 'Send enquiry' }).click();
  await thanks(page).waitFor();
  assert.equal(await demo.countLeads('Kept Kim'), 1);
  assert.equal(asking(asked, /^GET .*\/lead-forms\//), 1);
  assert.equal(asking(asked, /^POST .*\/leads$/), 1);
});

/**
 * Has the second release ask for its widget before the first one is defined, and define it after: which of them is
 * faster is a matter of luck otherwise, and one that comes after the definition never loads.
 */
async function raceInStep(page: Page, first: string, second: string): Promise<void> {
  const widget = (origin: string) => `${origin}/v1/alloza-lead-form-*.js`;
  const bothAsked = page.waitForRequest(widget(second));
  const defined = () => page.evaluate(() => customElements.get('alloza-lead-form') !== undefined);
  await page.route(widget(first), async (route) => {
    await bothAsked;
    await route.continue();
  });
  await page.route(widget(second), async (route) => {
    await eventually('the first definition', defined);
    await route.continue();
  });
}

test('two releases on one page: the first stays and works, one warning names both, and they share the policy', async () => {
  const { url } = demo.server;
  const { version } = JSON.parse(readFileSync(new URL('../../widgets/package.json', import.meta.url), 'utf8'));
  const other = await otherRelease(url, version, '9.9.9');
  const host = await openHost({
    loaders: [url, other.url],
    baseUrl: url,
    publishableKey,
    trustedTypes: 'alloza',
    body: `<alloza-lead-form publishable-key="${publishableKey}" base-url="${url}"></alloza-lead-form>`,
  });
  hosts.push(host, other);
  const page = await demo.newPage();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await raceInStep(page, url, other.url);
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Send enquiry' }).waitFor();
  await eventually('the warning', () => lines.length > 0);
  await fillIn(page, 'Twice Tom');
  await page.getByRole('button', { name: 'Send enquiry' }).click();
  await thanks(page).waitFor();
  assert.equal(await demo.countLeads('Twice Tom'), 1);
  assert.deepEqual(lines, [`<alloza-lead-form> ${version} is on this page already, so 9.9.9 is left out.`]);
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
