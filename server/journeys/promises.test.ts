import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessFaults, Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

/** Every origin a page's browser asked from now on. */
function originsOf(page: Page): Set<string> {
  const origins = new Set<string>();
  page.context().on('request', (request) => {
    if (request.url().startsWith('http')) origins.add(new URL(request.url()).origin);
  });
  return origins;
}

const sitePages = ['/', '/portfolio', '/about', '/contact'];

test('P30 no page of a studio’s site asks anyone but the studio and us, with the widget on it and used', async () => {
  for (const path of sitePages) {
    const page = await demo.newPage();
    const origins = originsOf(page);
    await page.goto(demo.siteUrl + path, { waitUntil: 'networkidle' });
    const allowed = path === '/contact' ? [demo.server.url, demo.siteUrl] : [demo.siteUrl];
    assert.deepEqual([...origins].sort(), allowed.sort(), path);
  }
  const page = await demo.newPage();
  const origins = originsOf(page);
  await demo.goToContact(page);
  await field(page, /^your name/i).fill('Private Petra');
  await field(page, /^e-mail/i).fill('petra@example.com');
  await page.getByRole('button', { name: /^send enquiry/i }).click();
  await page.getByRole('heading', { name: /thank you/i }).waitFor();
  assert.deepEqual([...origins].sort(), [demo.server.url, demo.siteUrl].sort());
});

test('P30 no page of the product asks anyone but us', async () => {
  const { workspaceSlug: slug } = demo.credentials;
  const open = ['/app/sign-in', '/app/register', '/app/forgot-password', '/docs', '/sandbox', `/f/${slug}/default`];
  const { id } = await demo.findLead('Clara Hoffmann');
  const inside = ['', '/leads', '/leads?view=table', `/leads/${id}`, '/forms'].map((path) => `/app/${slug}${path}`);
  const sections = ['workspace', 'brand', 'pipeline', 'keys', 'account', 'sessions'];
  const settings = sections.map((section) => `/app/${slug}/settings/${section}`);
  const visitor = await demo.newPage();
  const owner = await demo.newOwnerPage('/leads');
  for (const [page, paths] of [
    [visitor, open],
    [owner, [...inside, ...settings]],
  ] as const) {
    const origins = originsOf(page);
    for (const path of paths) {
      const answer = await page.goto(demo.server.url + path);
      assert.equal(answer?.status(), 200, path);
      // The stream of events never ends, so the page is quiet when its first requests are answered.
      await page.waitForTimeout(400);
      assert.deepEqual([...origins], [demo.server.url], path);
    }
  }
});

test('P07 exactly one cookie outlives sign-in, and none outlives sign-out', async () => {
  const page = await demo.newOwnerPage('/leads');
  const cookies = await page.context().cookies();
  assert.deepEqual(
    cookies.map(({ name, httpOnly, secure, sameSite }) => ({ name, httpOnly, secure, sameSite })),
    [{ name: '__Host-alloza', httpOnly: true, secure: true, sameSite: 'Lax' }],
  );
  await page.getByRole('button', { name: 'Account and appearance' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await field(page, 'Password').waitFor();
  assert.deepEqual(await page.context().cookies(), []);
});

test('P07 widgets set no cookie and leave nothing in the visitor’s browser', async () => {
  const page = await demo.newPage();
  await demo.goToContact(page);
  await field(page, /^your name/i).fill('Private Paul');
  await field(page, /^e-mail/i).fill('paul@example.com');
  await page.getByRole('button', { name: /^send enquiry/i }).click();
  await page.getByRole('heading', { name: /thank you/i }).waitFor();
  const { cookies, origins } = await page.context().storageState({ indexedDB: true });
  assert.deepEqual(cookies, []);
  assert.deepEqual(origins, []);
  assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the studio’s site has no fault in access, wide and on a phone, in ${colorScheme}`, async () => {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const page = await demo.newPage({ viewport, colorScheme });
      for (const path of sitePages) {
        await (path === '/contact' ? demo.goToContact(page) : page.goto(demo.siteUrl + path));
        assert.deepEqual(await accessFaults(page), [], `${path} at ${viewport.width}`);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        assert.equal(sideways, false, `${path} at ${viewport.width}`);
      }
    }
  });
}

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
