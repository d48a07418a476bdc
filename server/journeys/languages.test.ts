import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { defaultFields, defaultWords } from '../leads/defaults.ts';
import { accessFaults, Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

/** The studio words its form in a language; the widget has its own words for the rest. */
async function wordForm(locale: 'de' | 'ar'): Promise<void> {
  const words = defaultWords[locale];
  const { title, submitLabel, thanks } = words;
  const { id } = await demo.alloza.leadForms.get('default');
  const consent = { emailText: words.emailText, smsText: null };
  await demo.alloza.leadForms.update(
    id,
    { title, submitLabel, thanks, fields: defaultFields(words), consent },
    { ifMatch: '*' },
  );
}

/** The studio’s site as its maker would have written it in another language, on an origin of its own. */
async function translateSite(html: string): Promise<string> {
  const site = createServer(async (request, response) => {
    const page = await fetch(demo.siteUrl + request.url);
    const body = (await page.text()).replace('<html lang="en">', html);
    const kept = ['content-type', 'content-security-policy'].map((name) => [name, page.headers.get(name)!]);
    response.writeHead(page.status, Object.fromEntries(kept)).end(body);
  });
  await new Promise<void>((resolve) => site.listen(0, resolve));
  sites.push(site);
  return `http://localhost:${(site.address() as AddressInfo).port}`;
}

const sites: Server[] = [];
after(() => {
  for (const site of sites) site.close();
});

async function openContact(siteUrl: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await demo.newPage(options);
  await page.goto(`${siteUrl}/contact`);
  return page;
}

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const box = async (page: Page, label: string | RegExp) => (await field(page, label).boundingBox())!;

test('on a German page the form speaks German, from the first hint to the thanks', async () => {
  await wordForm('de');
  const page = await openContact(await translateSite('<html lang="de">'));
  await page.getByRole('heading', { name: 'Erzählen Sie uns von Ihren Plänen' }).waitFor();
  await page.getByText('Geht an Lumen & Oak Photography und an niemanden sonst.').waitFor();
  const send = page.getByRole('button', { name: 'Anfrage senden' });
  await send.click();
  await page.getByText('Bitte füllen Sie dieses Feld aus.').first().waitFor();
  assert.ok(
    await field(page, /^Ihr Name/).evaluate((input) => input.matches(':focus')),
    'the first mistake is focused',
  );
  assert.deepEqual(await accessFaults(page), []);
  await page.getByText('freiwillig').first().waitFor();

  await field(page, /^Ihr Name/).fill('Jürgen Groß');
  await field(page, /^E-Mail/).fill('juergen@example.com');
  await page.getByRole('radio', { name: 'Hochzeit' }).check();
  await field(page, /^Ihre Nachricht/).fill('Wir heiraten in Görlitz.');
  await send.click();
  await page.getByRole('heading', { name: 'Vielen Dank' }).waitFor();
  assert.deepEqual(await accessFaults(page), []);
  const lead = await demo.findLead('Jürgen Groß');
  assert.deepEqual([lead.projectType, lead.message], ['Hochzeit', 'Wir heiraten in Görlitz.']);
});

test('on an Arabic page the form runs from right to left, wide and on a phone, and its words arrive whole', async () => {
  await wordForm('ar');
  const site = await translateSite('<html lang="ar" dir="rtl">');
  const page = await openContact(site);
  await page.getByRole('heading', { name: 'أخبرنا عن خططك' }).waitFor();
  const [name, email] = [await box(page, /^الاسم/), await box(page, /^البريد/)];
  assert.equal(name.y, email.y);
  assert.ok(name.x > email.x, 'the first field is on the right');
  await page.getByText('اختياري').first().waitFor();

  const phone = await openContact(site, { viewport: { width: 390, height: 844 } });
  await phone.getByRole('heading', { name: 'أخبرنا عن خططك' }).waitFor();
  assert.equal(await scrollsSideways(phone), false);
  const send = phone.getByRole('button', { name: 'إرسال الاستفسار' });
  await send.click();
  const fault = phone.locator('alloza-lead-form').locator('[part=error]').first();
  const [words, input] = [(await fault.boundingBox())!, await box(phone, /^الاسم/)];
  assert.ok(Math.abs(words.x + words.width - (input.x + input.width)) <= 2, 'the mistake begins where its field does');
  assert.match((await fault.textContent())!.trim(), /^[\u0600-\u06ff\s.،]+$/, 'nothing is left untranslated');
  assert.deepEqual(await accessFaults(phone), []);

  await field(phone, /^الاسم/).fill('ليلى الحسن');
  await field(phone, /^البريد/).fill('layla@example.com');
  await field(phone, /^رسالتك/).fill('حفل زفاف في برلين، 60 ضيفًا');
  await send.click();
  await phone.getByRole('heading', { name: 'شكرًا لك' }).waitFor();
  assert.equal(await scrollsSideways(phone), false);
  const lead = await demo.findLead('ليلى الحسن');
  assert.equal(lead.message, 'حفل زفاف في برلين، 60 ضيفًا');

  const office = await demo.newOwnerPage(`/leads/${lead.id}`);
  await office.getByRole('dialog', { name: 'ليلى الحسن' }).waitFor();
  const message = field(office.getByRole('dialog'), 'Message');
  assert.equal(await message.inputValue(), lead.message);
  assert.equal(await message.evaluate((area) => getComputedStyle(area).direction), 'rtl');
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
