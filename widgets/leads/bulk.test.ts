import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { makeLead } from '../app/testing/fixtures.ts';
import { deepActive, type Mounted, mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

const names = ['Ada', 'Ben', 'Cleo', 'Dana', 'Emil', 'Finn'];

/** Six open leads in a table, the newest first in the order of the alphabet. */
async function show(query = '', change: Partial<Parameters<typeof makeLead>[0]> = {}, lang?: string) {
  const leads = names.map((name, index) =>
    makeLead({
      name,
      createdAt: new Date(Date.now() - index * 3_600_000).toISOString(),
      stageId: name === 'Ben' ? 'stage_consulting' : 'stage_new',
      ...change,
    }),
  );
  const responder = new Responder({ leads });
  const app = await mount(`/app/${slug}/leads?view=table${query}`, { responder, lang });
  await app.find('td a');
  const lead = (name: string) => responder.leads.find((one) => one.name === name)!;
  const marked = () => app.all('tr.marked td a').map((link) => link.textContent!.trim());
  const shown = () => app.all('td a').map((link) => link.textContent!.trim());
  const box = (name: string) =>
    app
      .all('tr')
      .find((row) => row.querySelector('a')?.textContent === name)!
      .querySelector('input')!;
  return { app, responder, lead, marked, shown, box };
}

const press = async (app: Mounted, button: string, item?: string): Promise<void> => {
  (await app.find('.bulk button', button)).click();
  if (item) (await app.find('[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]', item)).click();
};
const undo = async (app: Mounted): Promise<void> => {
  (await app.find('.toast button', 'Undo')).click();
  await app.settled();
};
const shift = (box: HTMLElement): void =>
  void box.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, shiftKey: true }));

describe('marks in a table', () => {
  useTestClock();

  it('are set one by one, over a range with Shift, and on all that is shown', async () => {
    const { app, marked, box } = await show();
    box('Ben').click();
    shift(box('Emil'));
    await until(() => marked().length === 4);
    expect(marked()).to.deep.equal(['Ben', 'Cleo', 'Dana', 'Emil']);
    shift(box('Dana'));
    await until(() => marked().length === 2);
    expect(marked(), 'a range is unmarked in the same way').to.deep.equal(['Ben', 'Cleo']);
    const all = await app.find<HTMLInputElement>('th.mark input');
    expect([all.checked, all.indeterminate]).to.deep.equal([false, true]);
    all.click();
    await until(() => marked().length === 6);
    expect([all.checked, all.indeterminate]).to.deep.equal([true, false]);
    await app.find('.bulk strong', '6 marked');
    (await app.find('.bulk [aria-label="Clear selection"]')).click();
    await until(() => marked().length === 0);
    expect(app.all('.bulk')).to.deep.equal([]);
  });

  it('are set by keyboard: Space, Shift with the arrows or Space, Ctrl-A, and Escape to let go', async () => {
    const { app, marked } = await show();
    (await app.find('td a', 'Ada')).focus();
    app.press(' ');
    app.press('ArrowDown', { shiftKey: true });
    await until(() => marked().length === 2);
    expect(deepActive().textContent).to.equal('Ben');
    app.press('ArrowDown');
    app.press('ArrowDown');
    app.press(' ', { shiftKey: true });
    await until(() => marked().length === 4);
    expect(marked()).to.deep.equal(['Ada', 'Ben', 'Cleo', 'Dana']);
    app.press('a', { ctrlKey: true });
    await until(() => marked().length === 6);
    app.press('Escape');
    await until(() => marked().length === 0);
    expect(app.navigator.here, 'the sheet stayed closed').to.equal(`/app/${slug}/leads?view=table`);
  });

  it('belong to one view', async () => {
    const { app, marked } = await show();
    (await app.find('td.mark label')).click();
    await until(() => marked().length === 1);
    (await app.find('.tabs a', 'Won')).click();
    await app.find('.empty');
    expect(app.all('.bulk')).to.deep.equal([]);
    (await app.find('.tabs a', 'Open')).click();
    await app.find('td a', 'Ada');
    expect(marked()).to.deep.equal([]);
  });

  it('are set by touch on a phone, where the bar spans the screen', async () => {
    await setViewport({ width: 390, height: 800 });
    try {
      const { app, marked } = await show();
      const label = await app.find('td.mark label');
      const { width, height } = label.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(40);
      label.click();
      await until(() => marked().length === 1);
      const bar = (await app.find('.bulk')).getBoundingClientRect();
      const place = app.dashboard.getBoundingClientRect();
      expect([bar.left - place.left, place.right - bar.right]).to.deep.equal([8, 8]);
      expect(document.documentElement.scrollWidth).to.equal(390);
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });
});

describe('what is done to several leads', () => {
  useTestClock();

  it('moves them to a stage, and back to where each was', async () => {
    const { app, lead, box } = await show();
    box('Ada').click();
    box('Ben').click();
    await press(app, 'Move to', 'Contacted');
    await app.find('.toast', '2 leads moved to Contacted');
    expect(['Ada', 'Ben'].map((name) => lead(name).stageId)).to.deep.equal(['stage_contacted', 'stage_contacted']);
    await undo(app);
    await app.find('.toast', 'All is as it was before');
    expect(['Ada', 'Ben'].map((name) => lead(name).stageId)).to.deep.equal(['stage_new', 'stage_consulting']);
    expect(lead('Cleo').version).to.equal(1);
  });

  it('marks them as lost for one reason, as spam and as won, each with a way back', async () => {
    const { app, lead, shown, box } = await show();
    box('Ada').click();
    box('Ben').click();
    await press(app, 'Close as', 'Mark as lost');
    await app.find('h2', 'Why were 2 leads lost?');
    (await app.find('.choice input')).click();
    (await app.find('.primary', 'Mark as lost')).click();
    await app.find('.toast', '2 leads marked as lost');
    await until(() => shown().length === 4);
    const reason = lead('Ada').lostReason;
    expect([reason, lead('Ben').lostReason]).to.deep.equal([app.responder.pipeline.lostReasons[0], reason]);
    await undo(app);
    await until(() => shown().length === 6);
    expect(lead('Ben')).to.deep.include({ status: 'open', lostReason: null });
    for (const [item, text, status] of [
      ['Mark as spam', '2 leads marked as spam', 'spam'],
      ['Mark as won', '2 leads marked as won', 'won'],
    ] as const) {
      box('Ada').click();
      box('Ben').click();
      await press(app, 'Close as', item);
      await app.find('.toast', text);
      expect(lead('Ada').status).to.equal(status);
      await undo(app);
      await until(() => shown().length === 6);
    }
  });

  it('reopens closed ones, and closes them again for the same reason', async () => {
    const { app, lead } = await show('&status=lost', { status: 'lost', lostReason: 'Too far' });
    (await app.find('th.mark input')).click();
    await press(app, 'Reopen');
    await app.find('.toast', '6 leads reopened');
    expect(lead('Ada').status).to.equal('open');
    await undo(app);
    expect(lead('Ada')).to.deep.include({ status: 'lost', lostReason: 'Too far' });
  });

  it('deletes and restores them; the keyboard goes on in the list', async () => {
    const { app, lead, shown, box } = await show();
    box('Ada').click();
    box('Cleo').click();
    await press(app, 'Delete');
    await app.find('.toast', '2 leads deleted');
    expect(shown()).to.deep.equal(['Ben', 'Dana', 'Emil', 'Finn']);
    expect(deepActive().matches('.scroll')).to.equal(true);
    await undo(app);
    await app.find('.toast', '2 leads restored');
    expect(shown()).to.deep.equal(names);
    box('Ada').click();
    box('Cleo').click();
    await press(app, 'Delete');
    await until(() => lead('Cleo').deletedAt);
    (await app.find('.tabs a', 'Deleted')).click();
    await until(() => shown().length === 2);
    (await app.find('th.mark input')).click();
    await press(app, 'Restore');
    await until(() => !lead('Ada').deletedAt && !lead('Cleo').deletedAt);
  });

  it('shows how far it is while it runs', async () => {
    const { app, responder } = await show();
    responder.delay = 120;
    (await app.find('th.mark input')).click();
    await press(app, 'Delete');
    const bar = await app.find('.bulk.working', 'of 6 done');
    expect(bar.querySelector('progress')!.max).to.equal(6);
    await app.find('.toast', '6 leads deleted');
    expect(app.all('.bulk')).to.deep.equal([]);
  });

  it('says which stayed as they were and why, keeps them marked, and takes back the rest', async () => {
    const { app, responder, lead, marked } = await show();
    const refusal = { status: 409, code: 'invalid_transition', detail: 'It became a project already.' };
    for (const name of ['Ben', 'Dana']) responder.fail(`POST /v1/leads/${lead(name).id}/move`, refusal);
    (await app.find('th.mark input')).click();
    await press(app, 'Close as', 'Mark as won');
    const dialog = await app.find('.failures');
    const told = [...dialog.querySelectorAll('li')].map((item) => item.textContent!.replace(/\s+/g, ' ').trim());
    expect(told).to.deep.equal(['BenIt became a project already.', 'DanaIt became a project already.']);
    await app.find('.toast', '4 leads marked as won');
    (await app.find('.primary', 'Close')).click();
    await until(() => marked().length === 2);
    expect(marked()).to.deep.equal(['Ben', 'Dana']);
    await undo(app);
    expect(responder.leads.every(({ status }) => status === 'open')).to.equal(true);
  });

  it('tells of a single one in passing, and shows what somebody else made of it', async () => {
    const { app, responder, lead, shown, box } = await show();
    responder.fail(`DELETE /v1/leads/${lead('Ada').id}`, { status: 404, code: 'not_found' });
    box('Ada').click();
    box('Ben').click();
    responder.leads = responder.leads.filter(({ name }) => name !== 'Ada');
    await press(app, 'Delete');
    await app.find('.toast', 'Ada was changed elsewhere in the meantime');
    await app.find('.toast', 'Ben deleted');
    await until(() => shown().length === 4);
  });

  it('speaks German and Arabic', async () => {
    const german = await show('', {}, 'de');
    (await german.app.find('th.mark input')).click();
    await german.app.find('.bulk', '6 markiert');
    (await german.app.find('.bulk button', 'Löschen')).click();
    await german.app.find('.toast', '6 Anfragen gelöscht');
    const arabic = await show('', {}, 'ar');
    (await arabic.app.find('th.mark input')).click();
    const bar = await arabic.app.find('.bulk');
    expect(getComputedStyle(bar).direction).to.equal('rtl');
    (await arabic.app.find('.bulk button', 'حذف')).click();
    await arabic.app.find('.toast', 'استفسارات');
  });
});
