import { expect, waitUntil } from '@open-wc/testing';
import { deepActive, type Mounted, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

const studio = `/app/${slug}`;

async function open(options: Parameters<typeof mount>[1] = {}): Promise<Mounted> {
  const app = await mount(studio, { work: 'day', ...options });
  await app.find('h1');
  app.press('k', { ctrlKey: true });
  await app.find('[role=combobox]');
  return app;
}

const groups = (app: Mounted): Record<string, string[]> =>
  Object.fromEntries(
    app
      .all('[role=listbox] [role=group]')
      .map((group) => [
        group.querySelector('.group')!.textContent!,
        [...group.querySelectorAll('.label')].map((label) => label.textContent!),
      ]),
  );
const selected = (app: Mounted) =>
  app.all('[aria-selected=true]').map((item) => item.querySelector('.label')!.textContent);

describe('the command palette', () => {
  useTestClock();
  beforeEach(() => sessionStorage.clear());

  it('finds records of every kind by one word, the best fit first', async () => {
    const app = await open();
    await app.type('[role=combobox]', 'ana');
    await app.find('[role=option]', 'Ana & Tom Weber');
    const found = groups(app);
    expect(found.Clients).to.deep.equal(['Ana & Tom Weber']);
    expect(found.Projects).to.deep.equal(['Wedding Ana & Tom']);
    expect(Object.keys(found).slice(0, 3)).to.deep.equal(['Leads', 'Clients', 'Projects']);
    for (const path of ['leads', 'clients', 'projects', 'tasks'])
      expect(
        app.responder.asked(`GET /v1/${path}`).filter(({ query }) => query.get('q') === 'ana'),
        path,
      ).to.have.length(1);
  });

  it('opens a record by Enter and remembers it', async () => {
    const app = await open();
    await app.type('[role=combobox]', 'hotel');
    await app.find('[role=option]', 'Hotel Bergblick');
    app.press('ArrowDown');
    app.press('ArrowUp');
    app.press('Enter');
    await app.find('alloza-lead-sheet');
    expect((await app.find<HTMLInputElement>('.title')).value).to.equal('Hotel Bergblick');
    app.press('k', { ctrlKey: true });
    await app.find('[role=option]');
    expect(groups(app)['Recently opened']).to.deep.equal(['Hotel Bergblick']);
  });

  it('lets nothing else happen while it is on its way', async () => {
    const app = await mount(studio, { work: 'day' });
    await app.find('h1');
    app.press('k', { ctrlKey: true });
    for (const key of ['c', 'g', 'l']) app.press(key);
    await app.find('[role=combobox]');
    expect(app.navigator.here).to.equal(studio);
  });

  it('asks once for what is typed in one go', async () => {
    const app = await open();
    for (const typed of ['ho', 'hot', 'hote', 'hotel']) await app.type('[role=combobox]', typed);
    await app.find('[role=option]', 'Hotel Bergblick');
    expect(app.responder.asked('GET /v1/clients').map(({ query }) => query.get('q'))).to.deep.equal(['hotel']);
  });

  it('is a combobox: the field keeps the focus, arrows and page keys choose, Escape closes', async () => {
    const app = await open();
    const field = await app.find<HTMLInputElement>('[role=combobox]');
    const active = () => field.getAttribute('aria-activedescendant');
    expect(active()).to.equal('item-0');
    app.press('ArrowUp');
    await waitUntil(() => active() !== 'item-0');
    const last = Number(active()!.slice(5));
    expect(last).to.equal(app.all('[role=option]').length - 1);
    app.press('ArrowDown');
    await waitUntil(() => active() === 'item-0');
    app.press('PageDown');
    await waitUntil(() => active() === 'item-6');
    expect(deepActive()).to.equal(field);
    expect(app.all('[role=option]').every(({ id }) => /^item-\d+$/.test(id))).to.equal(true);
  });

  it('keeps what was chosen when answers come in', async () => {
    const app = await open();
    await app.type('[role=combobox]', 'se');
    app.press('ArrowDown');
    await waitUntil(() => selected(app).length === 1);
    const before = selected(app);
    await app.find('[role=option]', 'Send the contract');
    expect(selected(app)).to.deep.equal(before);
  });

  it('does by name what can be done: new records, settings, other studios', async () => {
    const app = await open();
    const offered = groups(app);
    expect(offered.Actions).to.include.members(['Create a lead', 'New client', 'New project', 'Sign out']);
    expect(offered['Go to']).to.include.members(['Activity', 'API keys and embed code']);
    expect(offered.Studios).to.include('Nordlicht Film');
    await app.type('[role=combobox]', 'new proj');
    await app.find('[role=option]', 'New project');
    app.press('Enter');
    expect(app.navigator.here).to.equal(`${studio}/projects?new=1`);
  });

  it('offers nobody what they may not do', async () => {
    const app = await open({ role: 'member', ownJobsOnly: true, work: 'day' });
    expect(groups(app).Actions).not.to.include('New client');
    expect(groups(app)['Go to']).not.to.include('Leads');
    await app.type('[role=combobox]', 'ana');
    await app.find('[role=option]', 'Ana & Tom Weber');
    expect(app.responder.asked('GET /v1/leads')).to.deep.equal([]);
  });

  it('says so when records can’t be searched, and keeps the rest', async () => {
    const responder = new Responder({ work: 'day' });
    const app = await mount(`${studio}/forms`, { responder });
    await app.find('h1');
    for (const path of ['leads', 'clients', 'projects', 'tasks'])
      responder.fail(`GET /v1/${path}`, { status: 403, code: 'forbidden' }, 9);
    app.press('k', { ctrlKey: true });
    await app.type('[role=combobox]', 'brand');
    await app.find('.failed', 'could not be searched');
    expect(groups(app)['Go to']).to.deep.equal(['Brand']);
    expect(app.spoken()).to.contain('1 result');
  });

  it('forgets what was opened when somebody signs out', async () => {
    const app = await mount(`${studio}/leads`, { work: 'day' });
    (await app.find('.card')).click();
    await app.find('alloza-lead-sheet');
    await waitUntil(() => sessionStorage.length > 0);
    app.navigator.go(studio);
    await app.find('h1', 'Good morning');
    app.press('k', { ctrlKey: true });
    await app.type('[role=combobox]', 'sign out');
    await app.find('[role=option]', 'Sign out');
    app.press('Enter');
    await app.find('h1', 'Sign in');
    expect(Object.keys(sessionStorage).filter((name) => name.startsWith('alloza.recent'))).to.deep.equal([]);
  });
});
