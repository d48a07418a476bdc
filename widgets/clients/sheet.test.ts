import { expect } from '@open-wc/testing';
import { deepActive, mount, slug, until, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

async function show(at = 0, responder = new Responder()) {
  const { id } = responder.clients.all[at]!;
  const app = await mount(`/app/${slug}/clients/${id}`, { responder });
  await app.find('alloza-client-fields');
  await app.settled();
  const stored = () => responder.clients.find(id);
  return { app, id, responder, stored };
}

describe('the client sheet', () => {
  useTestClock();

  it('saves name, kind and source where they stand', async () => {
    const { app, stored, responder } = await show();
    await app.type('.title', 'Ana and Luis');
    await app.type('#source', 'A friend');
    await app.type('#kind', 'company');
    await app.settled();
    expect(stored()).to.deep.include({ displayName: 'Ana and Luis', source: 'A friend', kind: 'company' });
    const [first] = responder.asked('PATCH /v1/clients/');
    expect(first!.headers.get('if-match')).to.equal('"1"');
  });

  it('adds tags by Enter and comma, and takes them away', async () => {
    const { app, stored } = await show();
    const input = await app.find<HTMLInputElement>('#tags');
    input.focus();
    input.value = 'album';
    app.press('Enter');
    await app.settled();
    expect(stored().tags).to.deep.equal(['wedding', 'vip', 'album']);
    (await app.find('[aria-label="Remove the tag vip"]')).click();
    await app.settled();
    expect(stored().tags).to.deep.equal(['wedding', 'album']);
  });

  it('adds, edits, orders and removes contacts with their roles', async () => {
    const { app, stored } = await show();
    (await app.find('button', 'Add a contact')).click();
    await app.type('#name', 'Rosa Ruiz');
    await app.type('#role', 'payer');
    await app.type('#email', 'not an address');
    (await app.find('form .primary', 'Save')).click();
    await app.find('#email-hint', 'Enter a whole e-mail address');
    expect((deepActive() as HTMLElement).id).to.equal('email');
    await app.type('#email', 'rosa@example.com');
    (await app.find('form .primary', 'Save')).click();
    await app.settled();
    expect(stored().contacts[2]).to.deep.include({ name: 'Rosa Ruiz', email: 'rosa@example.com', role: 'payer' });
    (await app.find('[aria-label="Put Rosa Ruiz first"]')).click();
    await app.settled();
    expect(stored().contacts.map(({ name }) => name)).to.deep.equal(['Rosa Ruiz', 'Ana Ruiz', 'Luis Ruiz']);
    (await app.find('[aria-label="Remove Luis Ruiz"]')).click();
    await app.settled();
    expect(stored().contacts.length).to.equal(2);
  });

  it('keeps what was entered when the server refuses a contact, and says why', async () => {
    const { app, responder, stored } = await show();
    (await app.find('button', 'Add a contact')).click();
    await app.type('#name', 'Mina');
    await app.type('#email', responder.clients.all[2]!.contacts[0]!.email!);
    (await app.find('form .primary', 'Save')).click();
    await app.find('.error[role=alert]', 'Another client has this e-mail address.');
    await app.find('.entry', 'Mina');
    expect(stored().contacts.length).to.equal(2);
  });

  it('adds an address with its country in words', async () => {
    const { app, stored } = await show(1);
    (await app.find('button', 'Add an address')).click();
    await app.type('#line1', 'Via Roma 1');
    await app.type('#country', 'it');
    (await app.find('form .primary', 'Save')).click();
    await app.find('.entry', 'Italy');
    expect(stored().addresses).to.deep.equal([{ line1: 'Via Roma 1', country: 'IT' }]);
  });

  it('notes consent per channel with when and how', async () => {
    const { app, stored } = await show();
    await app.find('.consent', /Said in a form on March 1, 2027.*Version 2/s);
    await app.type('#sms', 'withdrawn');
    await app.settled();
    expect(stored().consents.sms).to.deep.include({ given: false, source: 'staff' });
    await app.find('.consent', 'Noted by the studio');
  });

  it('asks whose words stay when both changed the same field', async () => {
    const { app, responder, stored, id } = await show();
    responder.clients.replace({ ...responder.clients.find(id), source: 'Google' });
    await app.type('#source', 'A friend');
    const conflict = await app.find('.conflict');
    expect(conflict.textContent).to.contain('Saved: Google').and.to.contain('Yours: A friend');
    (await app.find('.conflict button', 'Use mine')).click();
    await app.settled();
    expect(stored().source).to.equal('A friend');
  });

  it('asks as well where the other change was shown while somebody was typing', async () => {
    const { app, responder, stored, id } = await show();
    for (const [field, mine] of [
      ['#source', 'A friend'],
      ['.title', 'The Ruiz family'],
    ] as const) {
      const input = await app.find<HTMLInputElement>(field);
      input.value = mine;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    const theirs = { ...responder.clients.find(id), source: 'Google', displayName: 'Ana and Luis' };
    const { version } = responder.clients.replace(theirs);
    responder.stream.send('client.updated', { id, version });
    const panel = await app.find('.panel');
    await until(() => panel.getAttribute('aria-label') === 'Ana and Luis');
    for (const field of ['#source', '.title'])
      (await app.find<HTMLInputElement>(field)).dispatchEvent(new Event('change', { bubbles: true }));
    const asked = await app.find('.conflict', /Saved: Google.*Yours: A friend/s);
    expect(asked.getBoundingClientRect().top).to.be.within(0, innerHeight);
    (await app.find('.conflict button', 'Use mine')).click();
    await app.find('.conflict', /Saved: Ana and Luis.*Yours: The Ruiz family/s);
    (await app.find('.conflict button', 'Keep the saved one')).click();
    await app.settled();
    expect(stored()).to.deep.include({ source: 'A friend', displayName: 'Ana and Luis' });
  });

  it('puts a contact into the list as it is by then, and asks where that very contact was changed', async () => {
    const { app, responder, stored, id } = await show();
    const changeElsewhere = async (contacts: ReturnType<typeof stored>['contacts']) => {
      const { version } = responder.clients.replace({ ...responder.clients.find(id), contacts });
      responder.stream.send('client.updated', { id, version });
      await app.find('.entry', contacts.at(-1)!.name);
    };
    const [ana, luis] = stored().contacts;
    (await app.find('button', 'Add a contact')).click();
    await app.type('#name', 'Rosa Ruiz');
    await changeElsewhere([ana!, luis!, { ...luis!, id: 'con_mara', name: 'Mara Ruiz', email: null }]);
    (await app.find('form .primary', 'Save')).click();
    await app.settled();
    expect(stored().contacts.map(({ name }) => name)).to.deep.equal([
      'Ana Ruiz',
      'Luis Ruiz',
      'Mara Ruiz',
      'Rosa Ruiz',
    ]);
    (await app.find('[aria-label="Edit Luis Ruiz"]')).click();
    await app.type('#name', 'Luis Ruiz Soto');
    await changeElsewhere([ana!, { ...luis!, name: 'Lou Ruiz' }]);
    (await app.find('form .primary', 'Save')).click();
    await app.find('.conflict', /Saved: .*Lou Ruiz.*Yours: .*Luis Ruiz Soto/s);
    expect(stored().contacts.map(({ name }) => name)).to.deep.equal(['Ana Ruiz', 'Lou Ruiz']);
  });

  it('names who looks like the same person, and compares', async () => {
    const { app } = await show(1);
    const notice = await app.find('.duplicate', 'Ana & Luis Ruiz');
    expect(notice.textContent).to.contain('same telephone number');
    (await app.find('.duplicate button', 'Compare and merge')).click();
    await app.find('alloza-merge-clients');
    await app.find('.preview', 'Anna Ruiz will have');
  });

  it('finds another to merge with from the menu', async () => {
    const { app } = await show();
    (await app.find('.toolbar alloza-app-menu button')).click();
    (await app.find('[role=menuitem]', 'Merge with another client')).click();
    await app.type('#other', 'oak');
    (await app.find('.found button', 'Oak Interiors')).click();
    await app.find('.preview', 'mina@oak.example');
  });

  it('offers no merge to those who may not', async () => {
    const { app } = await show(1, new Responder({ role: 'member' }));
    await app.find('.duplicate', 'Ana & Luis Ruiz');
    expect(app.all('.duplicate button')).to.deep.equal([]);
  });

  it('leads to the jobs of the client', async () => {
    const { app } = await show();
    (await app.find('a', 'Emil and Frida')).click();
    await app.find('alloza-project-sheet');
  });

  it('deletes with a way back, and restores a deleted one', async () => {
    const { app, stored } = await show();
    (await app.find('.toolbar alloza-app-menu button')).click();
    (await app.find('[role=menuitem]', 'Delete')).click();
    await app.settled();
    expect(stored().deletedAt).not.to.equal(null);
    app.navigator.go({ name: 'clients', slug, clientId: stored().id });
    (await app.find('.notice button', 'Restore')).click();
    await until(() => stored().deletedAt === null);
  });

  it('tells in its timeline what changed, and takes notes', async () => {
    const { app } = await show();
    await app.type('#source', 'A friend');
    await app.find('ol li', 'Changed Came from');
    await app.type('#note', 'Likes film');
    (await app.find('button', 'Add note')).click();
    await app.find('.note .body', 'Likes film');
  });

  it('leads from a merged one to the one that stayed', async () => {
    const responder = new Responder();
    const [ana, anna] = responder.clients.all;
    responder.clients.replace({ ...anna!, deletedAt: new Date(0).toISOString(), mergedIntoId: ana!.id });
    const { app } = await show(1, responder);
    (await app.find('.notice a', 'Open that client')).click();
    await until(() => app.all<HTMLInputElement>('.title')[0]?.value === 'Ana & Luis Ruiz');
  });

  it('leaves the sheet by Escape, back at its row', async () => {
    const { app, id } = await show();
    app.press('Escape');
    await app.settled();
    expect(app.all('alloza-client-sheet')).to.deep.equal([]);
    await until(() => (deepActive() as HTMLElement).dataset.id === id);
  });
});
