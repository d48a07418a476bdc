import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../platform/testing.ts';
import { Demo, field } from './browser.ts';

let demo: Demo;
before(async () => {
  demo = await Demo.open();
});
after(() => demo?.close());

const openBoard = async (path = '/leads'): Promise<Page> => {
  const page = await demo.newOwnerPage(path);
  await page.getByRole('list', { name: 'New', exact: true }).getByRole('link').first().waitFor();
  return page;
};
const column = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const card = (scope: Page | Locator, name: string) => scope.getByRole('link', { name: new RegExp(name) });
const stageOf = async (id: string) => (await demo.alloza.leads.get(id)).stage;

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}

/** Drags as a hand does: press, a first small move, on the way, and a moment above the place. */
async function drag(page: Page, from: Locator, to: () => Promise<{ x: number; y: number }>): Promise<void> {
  const start = await centre(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 });
  const end = await to();
  await page.mouse.move(end.x, end.y, { steps: 10 });
  await page.mouse.up();
}

test('a card dragged to another stage is moved there, in every window, and Undo takes it back', async () => {
  const { id } = await demo.findLead('Clara Hoffmann');
  const page = await openBoard();
  const colleague = await openBoard();
  await drag(page, card(column(page, 'New'), 'Clara Hoffmann'), () => centre(column(page, 'Consulting')));
  await card(column(page, 'Consulting'), 'Clara Hoffmann').waitFor();
  await card(column(colleague, 'Consulting'), 'Clara Hoffmann').waitFor();
  await eventually('the move', async () => (await stageOf(id)) === 'consulting');
  await page.getByText('Clara Hoffmann moved to Consulting').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await card(column(page, 'New'), 'Clara Hoffmann').waitFor();
  await card(column(colleague, 'New'), 'Clara Hoffmann').waitFor();
  assert.equal(await stageOf(id), 'new');
});

test('a card dropped where it came from, or let go by Escape, stays and does not open', async () => {
  const { id, version } = await demo.findLead('Clara Hoffmann');
  const page = await openBoard();
  const clara = card(column(page, 'New'), 'Clara Hoffmann');
  await drag(page, clara, () => centre(column(page, 'New')));
  const start = await centre(clara);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  const end = await centre(column(page, 'Proposal sent'));
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await clara.waitFor();
  assert.equal(new URL(page.url()).pathname, `/app/${demo.credentials.workspaceSlug}/leads`);
  assert.equal((await demo.alloza.leads.get(id)).version, version);
});

test('a card dragged to Lost is closed with a reason, one dragged to Spam at once', async () => {
  const lost = await demo.findLead('Ben Carter');
  const spam = await demo.findLead('Sofia Almeida');
  const page = await openBoard();
  const closing = (name: string) => async () => {
    const place = page.locator('.closing', { hasText: name });
    await place.waitFor();
    return centre(place);
  };
  await drag(page, card(page, 'Ben Carter'), closing('Lost'));
  await page.getByRole('dialog', { name: 'Why was Ben Carter lost?' }).waitFor();
  await page.getByRole('radio', { name: 'Another reason' }).check();
  await field(page, 'Reason in your words').fill('Moved abroad');
  await page.getByRole('button', { name: 'Mark as lost' }).click();
  await drag(page, card(page, 'Sofia Almeida'), closing('Spam'));
  await eventually('both', async () => {
    const [first, second] = await Promise.all([demo.alloza.leads.get(lost.id), demo.alloza.leads.get(spam.id)]);
    return first.status === 'lost' && first.lostReason === 'Moved abroad' && second.status === 'spam';
  });
  await card(page, 'Ben Carter').waitFor({ state: 'detached' });
});

test('by keyboard alone a card is reached, opened, left, picked up, moved and put down, and all of it is told', async () => {
  const { id } = await demo.findLead('Nora Lindgren');
  const page = await openBoard();
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.textContent?.trim() ?? '';
    });
  const pressUntil = async (key: string, reached: (text: string) => boolean) => {
    for (let presses = 0; presses < 60; presses++) {
      if (reached(await focused())) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead there, but to: ${await focused()}`);
  };
  const cards = await page.locator('ul.cards').getByRole('link').allTextContents();
  await pressUntil('Tab', (text) => cards.some((content) => content.trim() === text));
  for (let columns = 0; columns < 3; columns++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Home');
  await pressUntil('ArrowDown', (text) => text.includes('Nora Lindgren'));

  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Nora Lindgren' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually('the focus to come back', async () => (await focused()).includes('Nora Lindgren'));

  const told = (text: string) =>
    page.locator('[aria-live=assertive]', { hasText: text }).waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await told('Picked up Nora Lindgren, in New.');
  await page.keyboard.press('ArrowRight');
  await told('Contacted, position');
  await page.keyboard.press('ArrowRight');
  await told('Consulting, position');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await told('Nora Lindgren moved to Contacted.');
  await card(column(page, 'Contacted'), 'Nora Lindgren').waitFor();
  await eventually('the move', async () => (await stageOf(id)) === 'contacted');
  await eventually('the focus to stay on the card', async () => (await focused()).includes('Nora Lindgren'));

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await told('Moving cancelled. Nora Lindgren stays in Contacted.');
  await page.keyboard.press('Control+z');
  await eventually('the undo', async () => (await stageOf(id)) === 'new');
});

test('searching finds by name, address and place, in any case, and the address bar keeps it', async () => {
  const page = await openBoard();
  const cards = page.locator('ul.cards').getByRole('link');
  const all = await cards.count();
  const search = field(page, 'Search leads');
  const onlyFinds = async (text: string, name: string) => {
    await search.fill(text);
    await eventually(`${text} to find ${name} alone`, async () => {
      const texts = await cards.allTextContents();
      return texts.length === 1 && texts[0]!.includes(name);
    });
  };
  await onlyFinds('clara HOFF', 'Clara Hoffmann');
  await onlyFinds('k.weiss@example.com', 'Katharina Weiss');
  await onlyFinds('diedersdorf', 'Katharina Weiss');
  await onlyFinds('oztürk', 'Öztürk');
  await page.reload();
  await card(page, 'Öztürk').waitFor();
  assert.equal(await search.inputValue(), 'oztürk');
  await search.fill('nobody of that name');
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await eventually('all of them', async () => (await cards.count()) === all);
});

test('filtering by type, status and order shows those leads, as a board and as a table', async () => {
  const page = await openBoard();
  const cards = page.locator('ul.cards').getByRole('link');
  const all = await cards.count();
  await page.getByRole('button', { name: 'Type', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Portrait' }).click();
  const chip = page.getByRole('button', { name: 'Remove filter Portrait' });
  await chip.waitFor();
  const portraits = (await demo.alloza.leads.list({ status: 'open', projectType: 'Portrait' })).items;
  await eventually('the portraits', async () => (await cards.count()) === portraits.length);
  for (const { name } of portraits) await card(page, name).waitFor();

  await page.getByRole('button', { name: 'Table' }).click();
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
  await eventually('the rows', async () => (await rows.count()) === portraits.length);
  await page.getByRole('button', { name: 'Board' }).click();
  await chip.click();
  await eventually('all of them', async () => (await cards.count()) === all);

  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /^Lost/ }).click();
  await card(page, 'Oskar Nowak').waitFor();
  assert.equal(await card(page, 'Clara Hoffmann').count(), 0);
  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /^Open/ }).click();
  const first = column(page, 'Contacted').getByRole('link').first();
  await first.waitFor();
  const newest = await first.textContent();
  await page.getByRole('button', { name: 'Order', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Oldest first' }).click();
  await eventually('the other order', async () => (await first.textContent()) !== newest);
});

test('no page met an error or a refusal by its Content-Security-Policy', () => {
  assert.deepEqual(demo.problems, []);
});
