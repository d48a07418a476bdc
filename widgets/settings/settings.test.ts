import { expect, waitUntil } from '@open-wc/testing';
import { mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';

const show = (section: string, options?: Parameters<typeof mount>[1]) =>
  mount(`/app/${slug}/settings/${section}`, options);

describe('the settings', () => {
  useTestClock();

  it('save only what changed, with the version that was read', async () => {
    const app = await show('workspace');
    await app.type('#name', 'Lumen and Oak');
    await app.type('#replyTo', 'office@lumenandoak.example');
    (await app.find('.bar .primary')).click();
    await app.find('.toast', 'Settings saved');
    const [request] = app.responder.asked('PATCH /v1/workspace');
    expect(request!.body).to.deep.equal({ name: 'Lumen and Oak', sender: { replyTo: 'office@lumenandoak.example' } });
    expect(request!.headers.get('if-match')).to.equal('"5"');
    expect(app.all('.bar .primary')).to.deep.equal([]);
    await app.find('.rail .name', 'Lumen and Oak');
  });

  it('take back what was not saved', async () => {
    const app = await show('workspace');
    const name = await app.type('#name', 'Something else');
    (await app.find('.bar button', 'Discard')).click();
    await app.settled();
    expect(name.value).to.equal('Lumen & Oak');
  });

  it('follow the studio to its new address', async () => {
    const app = await show('workspace');
    await app.type('#slug', 'lumen-oak');
    (await app.find('.bar .primary')).click();
    await waitUntil(() => app.navigator.here === '/app/lumen-oak/settings/workspace');
    await app.settled();
    expect((await app.find<HTMLInputElement>('#slug')).value).to.equal('lumen-oak');
    (await app.find('.nav a', 'Leads')).click();
    await app.find('.card');
  });

  it('say at the field that an address is taken or malformed', async () => {
    const app = await show('workspace');
    await app.type('#slug', 'Not A Slug');
    (await app.find('.bar .primary')).click();
    await app.find('.error', 'small letters');
    await app.type('#slug', 'taken');
    (await app.find('.bar .primary')).click();
    await app.find('.error', 'Another studio has this address.');
  });

  it('tell of a newer version and load it', async () => {
    const app = await show('workspace');
    await app.type('#name', 'Mine');
    app.responder.workspace = { ...app.responder.workspace, name: 'Theirs', version: 6 };
    (await app.find('.bar .primary')).click();
    const notice = await app.find('.notice.warning', 'Someone else saved these settings');
    notice.querySelector('button')!.click();
    await waitUntil(() => app.all<HTMLInputElement>('#name')[0]?.value === 'Theirs');
  });

  it('can be read but not changed by a member', async () => {
    const app = await show('workspace', { role: 'member' });
    await app.find('.notice', 'takes a manager or the owner');
    expect(app.all<HTMLInputElement>('#name')[0]!.disabled).to.equal(true);
  });

  it('explain how readable a colour is and save it with the corners', async () => {
    const app = await show('brand');
    await app.type('#accent', '#ffee00');
    await app.find('.notice', 'hard to read on light ground');
    const radius = await app.find<HTMLInputElement>('#radius');
    radius.value = '16';
    radius.dispatchEvent(new Event('input', { bubbles: true }));
    (await app.find('.bar .primary')).click();
    await app.find('.toast', 'Settings saved');
    expect(app.responder.asked('PATCH /v1/workspace')[0]!.body).to.deep.equal({
      brand: { accent: '#ffee00', radius: 16 },
    });
  });

  it('refuse what is no colour and no picture', async () => {
    const app = await show('brand');
    await app.type('#accent', 'green');
    (await app.find('.bar .primary')).click();
    await app.find('.error', 'Write the colour as #');
    const input = await app.find<HTMLInputElement>('#logo');
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'logo.svg', { type: 'image/svg+xml' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await app.find('.error', 'PNG, JPEG or WebP');
    expect(app.responder.asked('POST /v1/files')).to.deep.equal([]);
  });

  it('upload a logo and wear it', async () => {
    const app = await show('brand');
    const input = await app.find<HTMLInputElement>('#logo');
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'logo.png', { type: 'image/png' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await app.find('.logo img');
    expect(app.responder.asked('POST /v1/files')[0]!.query.get('purpose')).to.equal('logo');
    expect(app.responder.asked('PATCH /v1/workspace')[0]!.body).to.deep.equal({ brand: { logoFileId: 'file_logo' } });
  });

  it('rename, reorder, add and remove stages and reasons', async () => {
    const app = await show('pipeline');
    await app.type('#stage-0', 'Fresh');
    (await app.find('[data-move="down-0"]')).click();
    await app.settled();
    (await app.find('button', 'Add reason')).click();
    await app.type('#reason-4', 'Moved abroad');
    (await app.find('.bar .primary')).click();
    await app.find('.toast', 'Settings saved');
    const { body } = app.responder.asked('PATCH /v1/lead-pipeline')[0]! as {
      body: { stages: { name: string }[]; lostReasons: string[] };
    };
    expect(body.stages.map(({ name }) => name)).to.deep.equal(['Contacted', 'Fresh', 'Consultation', 'Offer sent']);
    expect(body.lostReasons.at(-1)).to.equal('Moved abroad');
  });

  it('say why a stage with open leads can not go', async () => {
    const app = await show('pipeline');
    (await app.find('[aria-label="Remove stage New"]')).click();
    (await app.find('.bar .primary')).click();
    await app.find('[role=alert]', 'Move them on the board first');
  });

  it('create a publishable key and show the code to paste', async () => {
    const app = await show('keys');
    (await app.find('button.primary', 'Create key')).click();
    await app.find('.notice', 'any website can send enquiries');
    await app.type('[name=name]', 'Landing page');
    await app.type('#origins', 'https://www.lumenandoak.example\nhttps://*.lumenandoak.example/');
    (await app.find('alloza-key-dialog')).shadowRoot!.querySelector<HTMLElement>('.button.primary')!.click();
    const code = (await app.find('pre')).textContent!;
    expect(app.responder.asked('POST /v1/api-keys')[0]!.body).to.deep.equal({
      kind: 'publishable',
      name: 'Landing page',
      origins: ['https://www.lumenandoak.example', 'https://*.lumenandoak.example'],
    });
    expect(code).to.contain('publishable-key="pk_live_').and.to.contain('src="https://studio.example/v1/alloza.js"');
    expect(code).to.contain(`action="https://studio.example/f/${slug}/lform_weddings"`);
  });

  it('refuse an address that is no website', async () => {
    const app = await show('keys');
    (await app.find('button.primary', 'Create key')).click();
    await app.type('[name=name]', 'Landing page');
    await app.type('#origins', 'www.example.com/contact');
    (await app.find('alloza-key-dialog')).shadowRoot!.querySelector<HTMLElement>('.button.primary')!.click();
    await app.find('.error', 'no address of a website');
    expect(app.responder.asked('POST /v1/api-keys')).to.deep.equal([]);
  });

  it('show a secret key once, and only its hint afterwards', async () => {
    const app = await show('keys');
    (await app.find('button.primary', 'Create key')).click();
    const dialog = await app.find('alloza-key-dialog');
    await app.settled();
    dialog.shadowRoot!.querySelectorAll<HTMLElement>('[name=kind]')[1]!.click();
    await app.type('[name=name]', 'Server');
    (await app.find('[aria-label="Leads: read"]')).click();
    dialog.shadowRoot!.querySelector<HTMLElement>('.button.primary')!.click();
    const shown = (await app.find('.once')).textContent!;
    expect(shown).to.match(/^sk_live_/);
    (await app.find('alloza-app-dialog button', 'Done').catch(() => app.find('button', 'Done'))).click();
    await app.settled();
    expect((await app.find('.keys')).textContent).not.to.contain(shown);
    expect(app.responder.asked('POST /v1/api-keys')[0]!.body).to.deep.equal({
      kind: 'secret',
      name: 'Server',
      scopes: ['leads:read'],
    });
  });

  it('leave secret keys to the owner', async () => {
    const app = await show('keys', { role: 'manager' });
    (await app.find('button.primary', 'Create key')).click();
    const dialog = await app.find('alloza-key-dialog');
    await app.settled();
    expect(dialog.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=kind]')[1]!.disabled).to.equal(true);
  });

  it('ask before a key is revoked', async () => {
    const app = await show('keys');
    await app.find('.key');
    (await app.find('.tools alloza-app-menu button').catch(() => app.find('[aria-label="More actions"]'))).click();
    (await app.find('[role=menuitem]', 'Revoke')).click();
    expect(app.responder.asked('POST /v1/api-keys/')).to.deep.equal([]);
    (await app.find('.button.danger', 'Revoke')).click();
    await app.find('button', 'Show 1 revoked key');
  });

  it('change the own name, and sign out another device', async () => {
    const app = await show('account');
    await app.type('#name', 'Lena H.');
    (await app.find('.bar .primary')).click();
    await app.find('.toast', 'Settings saved');
    (await app.find('nav a', 'Devices')).click();
    (await app.find('[aria-label="Sign out Safari on iOS"]')).click();
    await waitUntil(() => app.responder.sessions.length === 1);
    await app.settled();
    expect(app.all('[aria-label^="Sign out"]')).to.deep.equal([]);
  });

  it('offer the shade that can be read in place of a colour that can not', async () => {
    const app = await show('brand');
    await app.type('#accent', '#ffee00');
    const offer = await app.find('.offer');
    const shade = /#[0-9a-f]{6}/.exec(offer.textContent!)![0];
    offer.click();
    await app.settled();
    expect((await app.find<HTMLInputElement>('#accent')).value).to.equal(shade);
    expect(app.all('.offer')).to.deep.equal([]);
    await app.find('alloza-form-preview');
  });

  it('replace a key, show the new text once and how long the former one works', async () => {
    const app = await show('keys');
    const row = await app.find('.key', 'Newsletter sync');
    expect(row.textContent).to.contain('Leads (read)').and.to.contain('Events (read)');
    row.querySelector<HTMLElement>('alloza-app-menu button')!.click();
    (await app.find('[role=menuitem]', 'Replace')).click();
    const dialog = await app.find('alloza-key-replace');
    dialog.shadowRoot!.querySelectorAll<HTMLElement>('[slot=footer]')[1]!.click();
    const shown = (await app.find('.once')).textContent!;
    expect(shown).to.match(/^sk_live_/);
    await app.find('[role=status]', 'former key works until');
    expect(app.responder.asked('POST /v1/api-keys')[0]!.body).to.deep.equal({ overlapMinutes: 1440 });
    (await app.find('button', 'Done')).click();
    await app.find('.pill', 'Former key works until');
    expect((await app.find('.keys')).textContent).not.to.contain(shown);
  });

  it('leave changing a secret key to the owner', async () => {
    const app = await show('keys', { role: 'manager' });
    (await app.find('.key', 'Newsletter sync')).querySelector<HTMLElement>('alloza-app-menu button')!.click();
    await app.find('[role=menuitem]');
    expect(app.all('[role=menuitem]').map((item) => item.textContent!.trim())).to.deep.equal(['Revoke']);
  });

  it('change the password with the present one', async () => {
    const app = await show('account');
    (await app.find('button', 'Change password')).click();
    const send = async () =>
      (await app.find('alloza-account-password'))
        .shadowRoot!.querySelectorAll<HTMLElement>('[slot=footer]')[1]!
        .click();
    await app.find('p', 'other devices are signed out');
    await app.type('#currentPassword', 'wrong horse');
    await app.type('#newPassword', 'short');
    await send();
    await app.find('.error', 'at least 10 characters');
    await app.type('#newPassword', 'a quiet morning');
    await send();
    await app.find('.error', 'not your password');
    await app.type('#currentPassword', 'correct horse');
    await send();
    await app.find('.toast', 'Password changed');
    expect(app.responder.asked('POST /v1/account/change-password').at(-1)!.body).to.deep.equal({
      currentPassword: 'correct horse',
      newPassword: 'a quiet morning',
    });
  });

  it('ask for another address, which changes by the link mailed there', async () => {
    const app = await show('account');
    (await app.find('button', 'Change e-mail')).click();
    const send = async () =>
      (await app.find('alloza-account-email')).shadowRoot!.querySelectorAll<HTMLElement>('[slot=footer]')[1]!.click();
    await app.type('#email', 'lena@lumenandoak.example');
    await app.type('#password', 'correct horse');
    await send();
    await app.find('.error', 'your address already');
    await app.type('#email', 'lena@example.com');
    await send();
    await app.find('[role=status]', 'a link is on its way there');
    expect(app.responder.asked('POST /v1/account/change-email')[0]!.body).to.deep.equal({
      email: 'lena@example.com',
      password: 'correct horse',
    });
  });

  it('tell of a failure and try again', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/api-keys', { status: 403, code: 'forbidden' });
    const app = await show('keys', { responder });
    await app.find('.empty', 'Not open to you');
  });
});
