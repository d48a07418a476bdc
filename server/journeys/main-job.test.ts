import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { eventually } from '../platform/testing.ts';
import { Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

async function fillIn(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await demo.goToContact(page);
  await field(page, /^your name/i).fill(name);
  await field(page, /^e-mail/i).fill(email);
  await field(page, /^your message/i).fill('We marry in June by the lake.');
}

const sendButton = (page: Page) => page.getByRole('button', { name: /^send enquiry/i });
const thanks = (page: Page) => page.getByRole('heading', { name: /thank you/i });

test('an enquiry written on the studio’s site appears on the board live, whole, and is mailed to both', async () => {
  const office = await demo.newOwnerPage('/leads');
  const columnNew = office.getByRole('list', { name: 'New', exact: true });
  await columnNew.getByText('Mia Fischer').waitFor();
  const visitor = await demo.newPage();
  await fillIn(visitor, { name: 'Ana Ruiz', email: 'ana.ruiz@example.com' });
  await field(visitor, /^phone/i).fill('030 901820');
  await visitor.getByRole('radio', { name: 'Wedding' }).check();
  await field(visitor, /^date(?! can)/i).fill('2031-06-14');
  await visitor.getByRole('checkbox', { name: 'The date can move' }).check();
  await field(visitor, /^place/i).fill('Stechlinsee');
  await visitor.getByRole('checkbox', { name: 'You may answer me by e-mail.' }).check();
  await sendButton(visitor).dblclick();
  await thanks(visitor).waitFor();
  assert.ok(await thanks(visitor).evaluate((heading) => heading.matches(':focus')), 'the thanks are read out');

  await columnNew.getByRole('link', { name: /Ana Ruiz/ }).waitFor();
  assert.match(await office.getByRole('status').allTextContents().then(String), /New enquiry from Ana Ruiz/);
  assert.equal(await demo.countLeads('Ana Ruiz'), 1);
  const lead = await demo.findLead('Ana Ruiz');
  const { name, email, phone, projectType, eventDate, dateFlexible, place, message, stage, status } = lead;
  assert.deepEqual(
    { name, email, phone, projectType, eventDate, dateFlexible, place, message, stage, status },
    {
      name: 'Ana Ruiz',
      email: 'ana.ruiz@example.com',
      phone: '+4930901820',
      projectType: 'Wedding',
      eventDate: '2031-06-14',
      dateFlexible: true,
      place: 'Stechlinsee',
      message: 'We marry in June by the lake.',
      stage: 'new',
      status: 'open',
    },
  );
  assert.deepEqual([lead.source.kind, lead.source.pageUrl], ['widget', `${demo.siteUrl}/contact`]);
  assert.deepEqual([lead.consent?.email, lead.consent?.sms], [true, false]);

  const { toVisitor, toStudio } = await demo.mailsAbout('Ana Ruiz', 'ana.ruiz@example.com');
  assert.deepEqual(toStudio.to, [demo.credentials.signIn.email]);
  assert.deepEqual(toStudio.replyTo, ['ana.ruiz@example.com']);
  for (const body of [toStudio.text, toStudio.html]) assert.ok(body?.includes('We marry in June by the lake.'));
  assert.match(toVisitor.subject, /we have your enquiry/i);
  assert.match(toVisitor.from, /Lumen & Oak Photography/);
  for (const body of [toVisitor.text, toVisitor.html]) assert.ok(body?.includes('Ana Ruiz'));
});

test('an enquiry whose answer is lost twice on the way is stored once by three sends, and thanked for once', async () => {
  const visitor = await demo.newPage();
  const sends: Request[] = [];
  await visitor.route('**/leads', async (route) => {
    sends.push(route.request());
    if (sends.length === 3) return route.continue();
    // The server has answered; the visitor's connection breaks before the answer arrives.
    assert.equal((await route.fetch()).status(), 201);
    return route.abort('connectionreset');
  });
  await fillIn(visitor, { name: 'Thrice Thea', email: 'thea@example.com' });
  await sendButton(visitor).click();
  await thanks(visitor).waitFor();
  assert.equal(sends.length, 3);
  assert.equal(await demo.countLeads('Thrice Thea'), 1);

  const headers = await sends[0]!.allHeaders();
  const repeated = await fetch(sends[0]!.url(), { method: 'POST', headers, body: sends[0]!.postData() });
  assert.equal(repeated.status, 201);
  assert.equal(((await repeated.json()) as { id: string }).id, (await demo.findLead('Thrice Thea')).id);
  assert.equal(await demo.countLeads('Thrice Thea'), 1);
  await demo.mailsAbout('Thrice Thea', 'thea@example.com');
});

test('a visitor who began in the plain form goes on in the widget that comes late', async () => {
  const visitor = await demo.newPage();
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await visitor.route('**/v1/alloza.js', (route) => late.then(() => route.continue()));
  await visitor.goto(`${demo.siteUrl}/contact`, { waitUntil: 'commit' });
  await field(visitor, /^your name/i).fill('Early Eva');
  await field(visitor, /what is it about/i).selectOption('Family');
  await field(visitor, /^e-mail/i).click();
  await visitor.keyboard.type('eva@');
  arrive();
  await sendButton(visitor).waitFor();
  await visitor.keyboard.type('example.com');
  assert.equal(await field(visitor, /^e-mail/i).inputValue(), 'eva@example.com');
  await sendButton(visitor).click();
  await thanks(visitor).waitFor();
  const { email, projectType } = await demo.findLead('Early Eva');
  assert.deepEqual([email, projectType], ['eva@example.com', 'Family']);
});

test('an enquiry that could not be sent is kept, and sent once the connection is back', async () => {
  const visitor = await demo.newPage();
  await fillIn(visitor, { name: 'Offline Olga', email: 'olga@example.com' });
  await visitor.context().setOffline(true);
  await sendButton(visitor).click();
  await visitor
    .getByRole('alert')
    .filter({ hasText: /offline/i })
    .waitFor();
  assert.equal(await field(visitor, /^your name/i).inputValue(), 'Offline Olga');
  await visitor.context().setOffline(false);
  await sendButton(visitor).click();
  await thanks(visitor).waitFor();
  assert.equal(await demo.countLeads('Offline Olga'), 1);
});

test('the same enquiry works with JavaScript blocked, and its review page sends only once', async () => {
  const office = await demo.newOwnerPage('/leads');
  const columnNew = office.getByRole('list', { name: 'New', exact: true });
  await columnNew.getByText('Mia Fischer').waitFor();
  const page = await demo.newPage({ javaScriptEnabled: false });
  const sent: Request[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request));
  await page.goto(`${demo.siteUrl}/contact`);
  await page.getByLabel(/^your name/i).fill('Plain Paula');
  await page.getByLabel(/^e-?mail/i).fill('paula@example.com');
  await page.getByLabel(/^phone/i).fill('030 901821');
  await page.getByLabel(/what is it about/i).selectOption('Portrait');
  await page.getByLabel(/^date/i).fill('2031-09-01');
  await page.getByLabel(/^place/i).fill('Your studio');
  await page.getByLabel(/^your message/i).fill('Without scripts, please.');
  await page.getByLabel('You may answer me by e-mail.').check();
  await page.getByRole('button').click();
  await page.waitForURL(`${demo.server.url}/f/**`);
  await page.getByText('Without scripts, please.').waitFor();
  assert.equal(await demo.countLeads('Plain Paula'), 0, 'reviewing stores nothing');
  // Faster than people read a review is refused.
  await page.waitForTimeout(2100);
  await page.getByRole('button', { name: /^send enquiry/i }).click();
  await thanks(page).waitFor();
  await columnNew.getByRole('link', { name: /Plain Paula/ }).waitFor();
  const lead = await demo.findLead('Plain Paula');
  assert.deepEqual(
    [lead.email, lead.phone, lead.projectType, lead.eventDate, lead.place, lead.message, lead.source.kind],
    ['paula@example.com', '+4930901821', 'Portrait', '2031-09-01', 'Your studio', 'Without scripts, please.', 'page'],
  );
  assert.equal(lead.consent?.email, true);
  await demo.mailsAbout('Plain Paula', 'paula@example.com');

  const again = { method: 'POST', headers: await sent[1]!.allHeaders(), body: sent[1]!.postData() };
  const repeated = await Promise.all([fetch(sent[1]!.url(), again), fetch(sent[1]!.url(), again)]);
  for (const answer of repeated) assert.match(await answer.text(), /thank you/i, 'a second press is thanked as well');
  assert.equal(await demo.countLeads('Plain Paula'), 1, 'the same review sent again stores nothing');
});

test('the same enquiry works by the typed SDK with a secret key, once over three tries', async () => {
  const send = () =>
    demo.alloza.leads.create(
      { name: 'Sdk Sam', email: 'sam@example.com', formId: 'default', message: 'From a script.' },
      { idempotencyKey: 'one-enquiry' },
    );
  const answers = await Promise.all([send(), send(), send()]);
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
  assert.equal(await demo.countLeads('Sdk Sam'), 1);
  await eventually('the notification', () =>
    demo.server.sandbox.mails().some(({ subject }) => subject.includes('Sdk Sam')),
  );
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
