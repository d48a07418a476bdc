import { aTimeout, expect } from '@open-wc/testing';
import { type Mounted, mount, slug, useTestClock } from '../../app/testing/mount.ts';
import { Responder } from '../../app/testing/responder.ts';
import { expectAccessible } from '../../testing/accessible.ts';

const path = `/app/${slug}/forms`;

async function open(options: Parameters<typeof mount>[1] = {}): Promise<Mounted> {
  const app = await mount(path, options);
  await app.find('.forms li');
  await app.settled();
  return app;
}

/** Once dialogs and toasts have come in: while they fade, axe finds their contrast wanting. */
async function accessible(app: Mounted): Promise<void> {
  await app.settled();
  await aTimeout(220);
  await expectAccessible(app.dashboard);
}

/** Chooses an item from the menu of the form that has this name. */
async function choose(app: Mounted, form: string, item: string): Promise<void> {
  const row = await app.find('.forms li', form);
  row.querySelector<HTMLElement>('alloza-app-menu > button')!.click();
  (await app.find('[role=menuitem]', item)).click();
}

describe('the forms of a studio', () => {
  useTestClock();

  it('are listed with their fields, their last change and their enquiries', async () => {
    const app = await open();
    const rows = app.all('.forms li').map((row) => row.textContent!.replace(/\s+/g, ' '));
    expect(rows.length).to.equal(2);
    expect(rows[0]).to.include('Weddings');
    expect(rows[0]).to.include('8 fields');
    const links = app.all<HTMLAnchorElement>('.forms .enquiries');
    expect(links[0]!.getAttribute('href')).to.equal(`/app/${slug}/leads?form=lform_weddings`);
    await accessible(app);
  });

  it('get a new one, whose name is asked, with the usual fields', async () => {
    const app = await open();
    (await app.find('button.primary', 'New form')).click();
    (await app.find('[slot=footer].primary', 'Create form')).click();
    await app.find('.error', 'Fill this in');
    expect(app.responder.asked('POST /v1/lead-forms').length).to.equal(0);
    await accessible(app);

    await app.type('#name', 'Families');
    (await app.find('[slot=footer].primary', 'Create form')).click();
    await app.find('alloza-field-list');
    const [asked] = app.responder.asked('POST /v1/lead-forms');
    const body = asked!.body as { name: string; fields: { key: string }[] };
    expect(body.name).to.equal('Families');
    expect(body.fields.map(({ key }) => key)).to.include.members(['name', 'email']);
    expect(app.navigator.route).to.deep.include({ name: 'forms', formId: app.responder.forms.at(-1)!.id });
  });

  it('are duplicated with everything but the name', async () => {
    const app = await open();
    await choose(app, 'Weddings', 'Duplicate');
    const name = await app.find<HTMLInputElement>('#name');
    expect(name.value).to.equal('Weddings (copy)');
    (await app.find('[slot=footer].primary', 'Duplicate')).click();
    await app.find('alloza-field-list');
    const [asked] = app.responder.asked('POST /v1/lead-forms');
    expect((asked!.body as { fields: unknown }).fields).to.deep.equal(app.responder.forms[0]!.fields);
  });

  it('are deleted after a question', async () => {
    const app = await open();
    await choose(app, 'Portraits', 'Delete form');
    await app.find('alloza-app-dialog p', 'Its leads stay');
    await accessible(app);
    (await app.find('[slot=footer].danger', 'Delete form')).click();
    await app.settled();
    expect(app.responder.forms.map(({ name }) => name)).to.deep.equal(['Weddings']);
    expect(app.all('.forms li').length).to.equal(1);
  });

  it('keep the last one, and say why', async () => {
    const responder = new Responder();
    responder.forms = responder.forms.slice(0, 1);
    const app = await open({ responder });
    await choose(app, 'Weddings', 'Delete form');
    (await app.find('[slot=footer].danger', 'Delete form')).click();
    await app.find('[role=alert]', 'keeps at least one form');
    await app.settled();
    expect(app.all('[slot=footer].danger').length).to.equal(0);
    expect(app.all('.forms li').length).to.equal(1);
    await accessible(app);
  });

  it('teach what they are for while there is none', async () => {
    const responder = new Responder();
    responder.forms = [];
    const app = await mount(path, { responder });
    await app.find('.empty', 'No form yet');
    await accessible(app);
  });

  it('say that they load, and offer to try again when they could not', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/lead-forms', { status: 503, code: 'unavailable' }, 9);
    const app = await mount(path, { responder });
    await app.find('.empty[role=alert]', 'Something went wrong');
    await accessible(app);
  });

  it('can be looked at by a member, who is told that changing them takes more', async () => {
    const app = await open({ role: 'member' });
    await app.find('.notice', 'Changing them takes');
    expect(app.all('.forms alloza-app-menu').length).to.equal(0);
    expect(app.all('.page > header button').length).to.equal(0);
    await accessible(app);
  });

  it('appear by themselves when somebody else adds one', async () => {
    const app = await open();
    const [first] = app.responder.forms;
    app.responder.forms = [{ ...first!, id: 'lform_new', name: 'Elopements' }, ...app.responder.forms];
    app.responder.stream.send('lead_form.created', { id: 'lform_new', version: 1 });
    await app.find('.forms li', 'Elopements');
  });

  describe('on an Arabic page', () => {
    before(() => {
      document.documentElement.lang = 'ar';
    });
    after(() => {
      document.documentElement.lang = 'en';
    });

    it('read from right to left', async () => {
      const app = await open({ lang: 'ar' });
      await app.find('h1', 'النماذج');
      await app.find('.forms li', /[8٨] حقول/);
      expect(getComputedStyle(app.all('.forms')[0]!).direction).to.equal('rtl');
      await accessible(app);
    });
  });
});
