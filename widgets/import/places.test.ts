import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { makeImport } from '../app/testing/import-routes.ts';
import { type Mounted, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import { expectAccessible } from '../testing/accessible.ts';

const counts = { create: 1, update: 1, skip: 1, error: 1 };
const statuses = ['uploaded', 'running', 'checked', 'finished', 'undone', 'failed'] as const;

/** Catches the file that a screen hands to the browser. */
async function downloaded(act: () => Promise<void>): Promise<string> {
  const { click } = HTMLAnchorElement.prototype;
  const links: HTMLAnchorElement[] = [];
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download) links.push(this);
    else click.call(this);
  };
  try {
    await act();
    await waitUntil(() => links.length > 0);
    const content = await (await fetch(links[0]!.href)).text();
    return `${links[0]!.download}: ${content}`;
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
}

const openMenu = async (app: Mounted) => (await app.find('.head alloza-app-menu button')).click();

describe('the ways into an import', () => {
  useTestClock();

  for (const room of ['clients', 'leads'] as const) {
    it(`are in the menu of the ${room}, and where there are none yet`, async () => {
      const responder = new Responder(room === 'leads' ? { leads: [] } : {});
      if (room === 'clients') responder.clients.all = [];
      const app = await mount(`/app/${slug}/${room}`, { responder });
      const link = await app.find('.empty a', 'Import from CSV');
      expect(link.getAttribute('href')).to.equal(`/app/${slug}/import?resource=${room}`);
      await openMenu(app);
      (await app.find('[role=menuitem]', 'Import from CSV')).click();
      await app.find('.drop');
      expect((await app.find<HTMLInputElement>(`input[value=${room}]`)).checked).to.equal(true);
    });
  }

  it('are in the palette and in the settings', async () => {
    const app = await mount(`/app/${slug}/settings/workspace`);
    (await app.find('nav a', 'Import from CSV')).click();
    await app.find('.drop');
    app.navigator.go({ name: 'clients', slug });
    await app.find('td a');
    app.press('k', { ctrlKey: true });
    await app.type('[role=combobox]', 'import');
    (await app.find('[role=option]', 'Import from CSV')).click();
    await app.find('.drop');
  });
});

describe('what an import has made', () => {
  useTestClock();

  for (const room of ['clients', 'leads', 'projects'] as const) {
    it(`is shown in the list of ${room}, and a chip takes the filter away`, async () => {
      const responder = new Responder();
      const done = makeImport({ id: 'imp_7', resource: room, status: 'finished', counts, processed: 4 });
      responder.imports.all = [done];
      const app = await mount(`/app/${slug}/import/imp_7`, { responder });
      (await app.find('.row a', `Show these ${room}`)).click();
      const chip = await app.find('.chip', 'One import');
      expect(chip.getAttribute('aria-label')).to.equal('Remove filter One import');
      const asked = () =>
        responder.seen.filter(({ path }) => path === `/v1/${room}`).map(({ query }) => query.get('importId'));
      await waitUntil(() => asked().at(-1) === 'imp_7');
      chip.click();
      await waitUntil(() => app.navigator.query.get('import') === null && asked().at(-1) === null);
      expect(app.all('.chip')).to.have.length(0);
    });
  }

  it('is joined by no record that comes in meanwhile', async () => {
    const app = await mount(`/app/${slug}/leads?view=table&import=imp_7`);
    await app.find('.chip', 'One import');
    await waitUntil(() => app.responder.stream.opened.length === 1 && app.all('tbody tr').length > 0);
    const before = app.all('tbody tr').length;
    const { id } = app.responder.arrive({ name: 'Vera Lang' });
    await waitUntil(() => app.responder.asked(`GET /v1/leads/${id}`).length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.all('tbody tr')).to.have.length(before);
  });
});

describe('the export of a list', () => {
  useTestClock();

  it('has what the filters of the list leave, as a file named after studio and day', async () => {
    const app = await mount(`/app/${slug}/clients?q=ana&tag=wedding&order=name`);
    await openMenu(app);
    const file = await downloaded(async () => (await app.find('[role=menuitem]', 'Export as CSV')).click());
    expect(file).to.match(/^lumen-and-oak-clients-\d{4}-\d\d-\d\d\.csv: Name\r\nAna & Luis Ruiz\r\n$/);
    const [asked] = app.responder.asked('GET /v1/clients/export');
    expect(Object.fromEntries(asked!.query)).to.deep.equal({ q: 'ana', tag: 'wedding', order: 'name' });
    expect(asked!.headers.get('alloza-workspace')).to.be.a('string');
  });

  it('asks for leads as their list does', async () => {
    const app = await mount(`/app/${slug}/leads?status=lost&q=x`);
    await openMenu(app);
    await downloaded(async () => (await app.find('[role=menuitem]', 'Export as CSV')).click());
    const [asked] = app.responder.asked('GET /v1/leads/export');
    expect(Object.fromEntries(asked!.query)).to.deep.equal({ status: 'lost', q: 'x', order: 'newest' });
  });

  it('says what went wrong', async () => {
    const app = await mount(`/app/${slug}/clients`);
    app.responder.fail('GET /v1/clients/export', { status: 403, code: 'forbidden' });
    await openMenu(app);
    (await app.find('[role=menuitem]', 'Export as CSV')).click();
    await app.find('.toast', 'Not open to you');
  });

  it('is not offered to members, whom the server refuses', async () => {
    const app = await mount(`/app/${slug}/clients`, { role: 'member' });
    await app.find('td a');
    expect(app.all('.head alloza-app-menu')).to.have.length(0);
  });
});

describe('a template', () => {
  it('has the heads of what was chosen', async () => {
    const app = await mount(`/app/${slug}/import?resource=projects`);
    const file = await downloaded(async () => (await app.find('.drop button', 'Download a template')).click());
    expect(file)
      .to.match(/^alloza-projects\.csv: /)
      .and.to.contain('Title,Clients,Client e-mails');
  });
});

describe('an import on a small screen', () => {
  useTestClock();
  after(() => setViewport({ width: 800, height: 600 }));

  for (const lang of ['en', 'de', 'ar']) {
    it(`keeps to 320 px in every state, accessible, ${lang}`, async () => {
      await setViewport({ width: 320, height: 640 });
      for (const status of statuses) {
        const responder = new Responder();
        const kept = status === 'undone' ? 1 : 0;
        responder.imports.all = [
          makeImport({ status, counts, kept, processed: 3, fileName: `${'long-name'.repeat(9)}.csv` }),
        ];
        for (const path of ['import/imp_1', 'import']) {
          const app = await mount(`/app/${slug}/${path}`, { responder, lang, theme: lang === 'de' ? 'dark' : 'light' });
          await app.find(path === 'import' ? 'li strong' : '.steps');
          await app.settled();
          const scroll = await app.find('.scroll');
          expect(scroll.scrollWidth, `${path} ${status}`).to.be.at.most(scroll.clientWidth);
          expect(getComputedStyle(scroll).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
          await expectAccessible(app.dashboard);
          app.dashboard.remove();
        }
      }
    }).timeout(30_000);
  }
});
