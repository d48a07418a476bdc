import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { makeClient } from '../app/testing/client-routes.ts';
import { deepActive, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import '../define/alloza-clients.ts';
import type { AllozaClients } from './clients.ts';

const path = `/app/${slug}/clients`;

async function show(query = '', responder = new Responder()) {
  const app = await mount(path + query, { responder });
  await app.find('h1', 'Clients');
  await app.settled();
  const names = () => app.all('td a').map((link) => link.textContent?.trim());
  const mark = (name: string) => app.find('td.mark label', `Mark ${name}`).then((label) => label.click());
  return { app, responder, names, mark };
}

const undo = async (app: Awaited<ReturnType<typeof mount>>) => {
  (await app.find('.toast button', 'Undo')).click();
  await app.settled();
};

describe('the clients screen', () => {
  useTestClock();

  it('lists people and companies with contact, tags and projects', async () => {
    const { app, names } = await show();
    expect(names()).to.deep.equal(['Ana & Luis Ruiz', 'Anna Ruiz', 'Oak Interiors']);
    const row = (await app.find('tr', 'Ana & Luis Ruiz')).textContent!.replace(/\s+/g, ' ');
    expect(row).to.contain('ana@example.com').and.to.contain('weddingvip').and.to.contain('2');
    expect((await app.find('.tail')).textContent).to.contain('3 clients');
  });

  it('searches while typing without minding accents, in the address, and back', async () => {
    const { app, names } = await show();
    await app.type('#search', 'RÚIZ');
    await waitUntil(() => app.navigator.query.get('q') === 'RÚIZ');
    await waitUntil(() => names().length === 2);
    app.navigator.setQuery({ q: undefined });
    await waitUntil(() => names().length === 3);
  });

  it('reads filters and the open client from the address', async () => {
    const { app, names, responder } = await show('?kind=company&order=name');
    expect(names()).to.deep.equal(['Oak Interiors']);
    expect(app.all('.chip').map((chip) => chip.textContent?.trim())).to.deep.equal(['Companies']);
    (await app.find('.chip')).click();
    await waitUntil(() => names().length === 3);
    expect(app.navigator.query.has('kind')).to.equal(false);
    expect(names()[0]).to.equal('Ana & Luis Ruiz');
    app.navigator.go({ name: 'clients', slug, clientId: responder.clients.all[1]!.id });
    await app.find('alloza-client-sheet');
    await waitUntil(() => app.all<HTMLInputElement>('.title')[0]?.value === 'Anna Ruiz');
  });

  it('keeps a view for next time, and takes it away with a way back', async () => {
    const { app, responder } = await show('?tag=wedding');
    (await app.find('alloza-app-menu button', 'Views')).click();
    (await app.find('[role=menuitem]', 'Save this view')).click();
    await app.type('#word', 'Weddings');
    (await app.find('.primary', 'Save')).click();
    await app.find('.tabs a[aria-current]', 'Weddings');
    expect(responder.clients.views[0]).to.deep.include({ resource: 'clients', filter: { tag: 'wedding' } });
    (await app.find('alloza-app-menu button', 'Views')).click();
    (await app.find('[role=menuitem]', 'Remove “Weddings”')).click();
    await waitUntil(() => responder.clients.views.length === 0);
    await undo(app);
    await app.find('.tabs a', 'Weddings');
  });

  it('goes by arrow keys, marks by Space, and tags several with a way back', async () => {
    const { app, responder } = await show();
    (await app.find('td a')).focus();
    app.press(' ');
    app.press('ArrowDown');
    await app.settled();
    expect(deepActive().textContent).to.contain('Anna Ruiz');
    app.press(' ');
    await app.find('.bulk', '2 marked');
    (await app.find('.bulk button', 'Add a tag')).click();
    await app.type('#word', 'album');
    (await app.find('.primary', 'Add a tag')).click();
    await app.find('.toast', 'album added to 2 clients');
    const tagged = () => responder.clients.all.filter(({ tags }) => tags.includes('album')).length;
    expect(tagged()).to.equal(2);
    await undo(app);
    expect(tagged()).to.equal(0);
  });

  it('tags on top of what somebody else changed meanwhile', async () => {
    const { app, responder, mark } = await show();
    const [ana] = responder.clients.all;
    responder.clients.replace({ ...ana!, source: 'A friend' });
    await mark('Ana & Luis Ruiz');
    (await app.find('.bulk button', 'Add a tag')).click();
    await app.type('#word', 'album');
    (await app.find('.primary', 'Add a tag')).click();
    await app.find('.toast', 'album added to 1 client');
    expect(responder.clients.find(ana!.id)).to.deep.include({ source: 'A friend', tags: ['wedding', 'vip', 'album'] });
  });

  it('deletes several with a way back, and shows the deleted ones', async () => {
    const { app, names, mark, responder } = await show();
    await mark('Anna Ruiz');
    await mark('Oak Interiors');
    (await app.find('.bulk button', 'Delete')).click();
    await app.find('.toast', '2 clients deleted');
    await waitUntil(() => names().length === 1);
    (await app.find('.tabs a', 'Deleted')).click();
    await waitUntil(() => names().length === 2);
    await undo(app);
    expect(responder.clients.all.every(({ deletedAt }) => deletedAt === null)).to.equal(true);
  });

  it('puts back what the server refused to delete, and says so', async () => {
    const { app, names, mark, responder } = await show();
    responder.fail('DELETE /v1/clients/', { status: 409, code: 'has_open_project', detail: 'It has an open project.' });
    await mark('Oak Interiors');
    (await app.find('.bulk button', 'Delete')).click();
    await app.find('.toast', 'It has an open project.');
    expect(names()).to.contain('Oak Interiors');
  });

  it('compares two, merges them after a preview, and undoes it', async () => {
    const { app, responder, names, mark } = await show();
    await mark('Ana & Luis Ruiz');
    await mark('Anna Ruiz');
    (await app.find('.bulk button', 'Compare and merge')).click();
    const preview = await app.find('.preview', 'anna.ruiz@example.com');
    expect(preview.textContent).to.contain('wedding, vip, family');
    expect(
      responder.clients.all.every(({ deletedAt }) => !deletedAt),
      'only looked at',
    ).to.equal(true);
    (await app.find('.primary', 'Merge')).click();
    await app.find('.toast', 'Merged into Ana & Luis Ruiz');
    await waitUntil(() => names().length === 2);
    await undo(app);
    await waitUntil(() => names().length === 3);
    expect(responder.clients.all.find(({ displayName }) => displayName === 'Anna Ruiz')!.mergedIntoId).to.equal(null);
  });

  it('enters a client, and says at the field that its address is taken', async () => {
    const { app, responder } = await show();
    app.press('c');
    await app.find('alloza-create-client');
    await app.type('#displayName', 'Clara Voss');
    await app.type('#email', 'ana@example.com');
    (await app.find('.primary', 'Create client')).click();
    await app.find('#email-hint', 'Another client has this address already.');
    await app.type('#email', 'clara@example.com');
    await app.type('#tags', 'portrait, vip');
    (await app.find('.primary', 'Create client')).click();
    await app.find('alloza-client-sheet');
    expect(responder.clients.all[0]).to.deep.include({ displayName: 'Clara Voss', tags: ['portrait', 'vip'] });
    expect(app.navigator.here).to.match(/clients\/cli_\d+$/);
  });

  it('shows a skeleton, then what failed, and tries again', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/clients', { status: 500, code: 'internal_error' }, 6);
    const { app, names } = await show('', responder);
    const alert = await app.find('.empty[role=alert]');
    expect(alert.textContent).to.contain('req_01test');
    (await app.find('.empty button', 'Try again')).click();
    await waitUntil(() => names().length === 3);
  });

  it('teaches where clients come from while there are none, and clears filters that hide all', async () => {
    const responder = new Responder();
    responder.clients.all = [];
    const { app } = await show('', responder);
    await app.find('.empty', 'No clients yet');
    await app.find('.empty a', 'See your leads');
    app.navigator.setQuery({ q: 'nobody' });
    (await app.find('.empty button', 'Clear filters')).click();
    await app.find('.empty', 'No clients yet');
  });

  it('loads further pages', async () => {
    const responder = new Responder();
    responder.clients.all = Array.from({ length: 120 }, (_, i) => makeClient({ displayName: `Client ${i}` }));
    const { app, names } = await show('', responder);
    await waitUntil(() => names().length === 50);
    (await app.find('button.more')).click();
    await waitUntil(() => names().length === 100);
    expect((await app.find('.tail')).textContent).to.contain('The first 100 clients');
  });

  it('follows what others change, add and delete', async () => {
    const { app, responder, names } = await show();
    await waitUntil(() => responder.stream.opened.length === 1);
    const [ana, anna] = responder.clients.all;
    const renamed = responder.clients.replace({ ...ana!, displayName: 'Ana Ruiz de Luna' });
    responder.stream.send('client.updated', { id: renamed.id, version: renamed.version });
    await app.find('td a', 'Ana Ruiz de Luna');
    const added = makeClient({ displayName: 'Vera Lang', createdAt: new Date(Date.now()).toISOString() });
    responder.clients.all = [added, ...responder.clients.all];
    responder.stream.send('client.created', { id: added.id, version: 1 });
    await waitUntil(() => names()[0] === 'Vera Lang');
    const gone = responder.clients.replace({ ...anna!, deletedAt: new Date(Date.now()).toISOString() });
    responder.stream.send('client.deleted', { id: gone.id, version: gone.version });
    await waitUntil(() => !names().includes('Anna Ruiz'));
  });
});

describe('<alloza-clients> outside of the dashboard', () => {
  useTestClock();

  it('opens the studio it names and keeps its address to itself', async () => {
    const responder = new Responder();
    const before = location.href;
    const element = await fixture<AllozaClients>(
      html`<alloza-clients workspace=${slug} .fetch=${responder.fetch}></alloza-clients>`,
    );
    const panel = () => element.shadowRoot!.querySelector('alloza-clients-panel')?.shadowRoot;
    const link = () => panel()?.querySelector('alloza-client-table')?.shadowRoot?.querySelector<HTMLElement>('td a');
    await waitUntil(() => link());
    link()!.click();
    await waitUntil(() => panel()!.querySelector('alloza-client-sheet')?.shadowRoot?.querySelector('.title'));
    expect(location.href).to.equal(before);
  });
});
