import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/testing.ts';
import { Demo } from './browser.ts';

let demo: Demo;
let page: Page;
before(async () => {
  demo = await Demo.open();
  page = await demo.newOwnerPage('');
});
after(() => demo?.close());

/** Where the links of a page lead to inside the studio, without what follows `?`. */
async function linked(path: string): Promise<string[]> {
  await page.goto(demo.studioUrl(path));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shown();
  const hrefs = await page
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const base = new URL(demo.studioUrl('')).pathname;
  return hrefs.filter((href) => href.startsWith(base)).map((href) => href.slice(base.length).replace(/\?.*/, ''));
}

/** Every view the studio links to, and the states and records that an address carries besides. */
async function views(): Promise<string[]> {
  const { alloza, credentials } = demo;
  const { id: lead } = await demo.findLead('Clara Hoffmann');
  const [client] = (await alloza.clients.list({ q: 'frida holm' })).items;
  const [project] = (await alloza.projects.list({ q: 'book jacket' })).items;
  const sent = await fetch(`${demo.server.url}/v1/imports?resource=clients&name=guests.csv`, {
    method: 'POST',
    headers: { authorization: `Bearer ${credentials.secretKey}`, 'content-type': 'text/csv' },
    body: 'Name;E-mail\nIda;ida@example.com\n',
  });
  const { id: started } = (await sent.json()) as { id: string };
  const links = [...(await linked('')), ...(await linked('/settings'))];
  const states = [
    '/leads?view=table&q=a&order=oldest',
    '/leads?status=lost',
    '/leads?new=1',
    `/leads/${lead}?wide=1`,
    '/clients?q=holm&order=name',
    '/clients?deleted=1',
    '/clients?new=1',
    `/clients/${client!.id}`,
    '/projects?view=table',
    '/projects?q=book',
    '/projects?new=1',
    `/projects/${project!.id}`,
    '/activity?kind=notes',
    `/forms/${credentials.formId}`,
    '/import?resource=leads',
    `/import/${started}`,
  ];
  return [...new Set([...links, ...states])];
}

/** What somebody sees and hears, without how long ago things were. */
async function read(): Promise<string> {
  const text = await page.locator('body').ariaSnapshot();
  return text.replaceAll(/\d+( (second|minute|hour)s?( ago)?|[smh]\b)|just now|now/g, 'then');
}

/** The view once nothing of it is on its way. */
const shown = () =>
  eventually('the view to be there', async () => {
    const before = await read();
    if (/Loading|Connecting/.test(before) || !/heading .*\[level=1\]/.test(before)) return false;
    await new Promise((resolve) => setTimeout(resolve, 60));
    return before === (await read()) && before;
  });

test('every view has an address: whoever opens it sees what somebody sees who came there, also by back and forward', async () => {
  const paths = await views();
  for (const path of ['', '/leads', '/clients', '/projects', '/activity', '/forms', '/import', '/settings/team'])
    assert.ok(paths.includes(path), `${path} is linked`);
  const seen = new Map<string, string>();
  const same = async (path: string, how: string) => {
    assert.equal(page.url(), demo.studioUrl(path), `${how} ${path}`);
    const expected = seen.get(path)!;
    await eventually(how, async () => (await read()) === expected, 10_000).catch(() => {});
    assert.equal(await read(), expected, `${how} ${path}`);
  };
  for (const path of paths) {
    await page.goto(demo.studioUrl(path));
    seen.set(path, await shown());
  }
  assert.equal(new Set(seen.values()).size, paths.length, 'every address shows something of its own');

  for (const path of paths) {
    await page.evaluate((url) => {
      history.pushState(null, '', url);
      dispatchEvent(new PopStateEvent('popstate'));
    }, demo.studioUrl(path));
    await same(path, 'on to');
  }
  for (const path of paths.toReversed().slice(1)) {
    await page.goBack();
    await same(path, 'back to');
  }
  await page.goForward();
  await same(paths[1]!, 'forward to');
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
