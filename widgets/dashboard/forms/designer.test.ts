import { aTimeout, expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { deepActive, type Mounted, mount, slug, useTestClock } from '../../app/testing/mount.ts';
import { Responder } from '../../app/testing/responder.ts';
import { expectAccessible } from '../../testing/accessible.ts';

const path = `/app/${slug}/forms/lform_weddings`;
const patches = (app: Mounted) => app.responder.asked('PATCH /v1/lead-forms/lform_weddings');

async function open(options: Parameters<typeof mount>[1] = {}): Promise<Mounted> {
  const app = await mount(path, options);
  await app.find('.toggle');
  await app.settled();
  return app;
}

const labels = (app: Mounted) => app.all('.toggle .clip').map((label) => label.textContent!.trim());
const save = async (app: Mounted) => (await app.find('.top button', 'Save changes')).click();

/** Once dialogs and toasts have come in: while they fade, axe finds their contrast wanting. */
async function accessible(app: Mounted): Promise<void> {
  await app.settled();
  await aTimeout(220);
  await expectAccessible(app.dashboard);
}

/** Opens the editor of the field with this label. */
const edit = async (app: Mounted, label: string) => (await app.find('.toggle', label)).click();

/** Answers a save with what a validator found. */
function refuse(responder: Responder, errors: readonly { pointer: string; code: string; message: string }[]): void {
  const { fetch } = responder;
  const body = JSON.stringify({
    type: '/docs',
    title: 'x',
    status: 422,
    code: 'invalid_request',
    errors,
    requestId: 'r',
  });
  const headers = { 'content-type': 'application/problem+json' };
  Object.assign(responder, {
    fetch: (request: Request) =>
      request.method === 'PATCH' ? new Response(body, { status: 422, headers }) : fetch(request),
  });
}

/** Somebody else saves the form. */
function changeElsewhere({ responder }: Mounted, change: object): void {
  responder.forms = responder.forms.map((form) =>
    form.id === 'lform_weddings' ? { ...form, ...change, version: form.version + 1 } : form,
  );
}

describe('the form designer', () => {
  useTestClock();
  before(() => setViewport({ width: 1440, height: 900 }));

  it('shows the form, its fields and a preview of it', async () => {
    const app = await open();
    expect(labels(app).slice(0, 3)).to.deep.equal(['Your names', 'E-mail', 'Phone']);
    const preview = await app.find('alloza-lead-form');
    expect(preview.shadowRoot!.textContent).to.include('Tell us about your day');
    await accessible(app);
  });

  it('saves what changed, with the version that was read, and shows it in the preview before', async () => {
    const app = await open();
    expect((await app.find<HTMLButtonElement>('.top button', 'Save changes')).disabled).to.equal(true);
    await app.type('#title', 'Say hello');
    await app.settled();
    expect((await app.find('alloza-lead-form')).shadowRoot!.textContent).to.include('Say hello');
    await app.find('.top .status', 'Not saved yet');
    await save(app);
    await app.find('.toast', 'Form saved');
    expect(patches(app).length).to.equal(1);
    expect(patches(app)[0]!.body).to.deep.equal({ title: 'Say hello' });
    expect(patches(app)[0]!.headers.get('if-match')).to.equal('"3"');
    expect((await app.find<HTMLButtonElement>('.top button', 'Save changes')).disabled).to.equal(true);
  });

  it('saves by Ctrl-S, while typing too', async () => {
    const app = await open();
    await app.type('#title', 'Say hello');
    app.press('s', { ctrlKey: true });
    await app.find('.toast', 'Form saved');
  });

  it('takes changes back', async () => {
    const app = await open();
    const title = await app.type('#title', 'Say hello');
    (await app.find('.top button', 'Discard')).click();
    await app.settled();
    expect(title.value).to.equal('Tell us about your day');
    expect(patches(app).length).to.equal(0);
  });

  it('adds a part of the lead, and questions of the studio’s own', async () => {
    const app = await open();
    const add = async (item: string) => {
      (await app.find('alloza-app-menu > button', 'Add field')).click();
      (await app.find('[role=menuitem]', item)).click();
      await app.settled();
    };
    await add('Number of guests');
    expect(deepActive().id).to.equal('label-guestCount');
    await add('Yes or no');
    await app.type('#label-question1', 'Do you like dogs?');
    await save(app);
    await app.find('.toast', 'Form saved');
    const { fields } = patches(app)[0]!.body as { fields: object[] };
    expect(fields.slice(-2)).to.deep.equal([
      { key: 'guestCount', type: 'number', label: 'Number of guests', required: false },
      { key: 'question1', type: 'yesNo', label: 'Do you like dogs?', required: false },
    ]);
  });

  it('changes label, hint, kind, choices and whether an answer is needed', async () => {
    const app = await open();
    await edit(app, 'What is it about?');
    await app.type('#label-projectType', 'Your plans');
    await app.type('#hint-projectType', 'Roughly');
    await app.type('#options-projectType', 'Wedding\nParty\n');
    (await app.find('[name=required-projectType]')).click();
    await save(app);
    await app.find('.toast', 'Form saved');
    const { fields } = patches(app)[0]!.body as { fields: object[] };
    expect(fields[3]).to.deep.equal({
      key: 'projectType',
      type: 'choice',
      label: 'Your plans',
      required: true,
      options: ['Wedding', 'Party'],
      hint: 'Roughly',
    });
  });

  it('removes a field and puts it back where it was, with what was changed since', async () => {
    const app = await open();
    const before = labels(app);
    await edit(app, 'Phone');
    (await app.find('.editor button', 'Remove field')).click();
    await app.settled();
    expect(labels(app)).to.not.include('Phone');
    await edit(app, 'E-mail');
    await app.type('#label-email', 'Your e-mail');
    (await app.find('.toast button', 'Undo')).click();
    await app.settled();
    expect(labels(app)).to.deep.equal(before.map((label) => (label === 'E-mail' ? 'Your e-mail' : label)));
  });

  it('reorders by the arrow keys on the handle, keeps the focus there and says where the field is', async () => {
    const app = await open();
    (await app.find('#handle-phone')).focus();
    app.press('ArrowUp');
    await app.settled();
    expect(labels(app).slice(0, 3)).to.deep.equal(['Your names', 'Phone', 'E-mail']);
    expect(deepActive().id).to.equal('handle-phone');
    expect(app.spoken()).to.include('Phone is now at position 2 of 8.');
  });

  it('reorders by buttons; at the end of the list the focus goes to the handle', async () => {
    const app = await open();
    const up = await app.find('#up-email');
    up.focus();
    up.click();
    await app.settled();
    expect(labels(app).slice(0, 2)).to.deep.equal(['E-mail', 'Your names']);
    expect(deepActive().id).to.equal('handle-email');
    await accessible(app);
  });

  it('reorders by dragging, and Escape puts everything back', async () => {
    const app = await open();
    const before = labels(app);
    const middle = (element: Element) => {
      const { x, y, height } = element.getBoundingClientRect();
      return { clientX: x + 8, clientY: y + height / 2, button: 0, bubbles: true, composed: true, pointerId: 1 };
    };
    const drag = async () => {
      const handle = await app.find('#handle-eventDate');
      handle.dispatchEvent(new PointerEvent('pointerdown', { ...middle(handle), cancelable: true }));
      const over = middle(await app.find('#handle-email'));
      window.dispatchEvent(new PointerEvent('pointermove', { ...over, clientY: over.clientY - 4 }));
      await app.settled();
    };
    await drag();
    expect(labels(app)[1]).to.equal('When?');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }));
    await app.settled();
    expect(labels(app)).to.deep.equal(before);

    await drag();
    window.dispatchEvent(new PointerEvent('pointerup', { button: 0 }));
    await app.settled();
    expect(labels(app).slice(0, 3)).to.deep.equal(['Your names', 'When?', 'E-mail']);
    expect(app.spoken()).to.include('When? is now at position 2 of 8.');
  });

  it('says what is missing before it sends, and goes there', async () => {
    const app = await open();
    await edit(app, 'What is it about?');
    await app.type('#options-projectType', '');
    await save(app);
    await app.find('#options-projectType-hint', 'at least one choice');
    await app.settled();
    expect(deepActive().id).to.equal('options-projectType');
    expect(patches(app).length).to.equal(0);
    await accessible(app);
  });

  it('shows what the server finds at the field it points to', async () => {
    const responder = new Responder();
    refuse(responder, [{ pointer: '/fields/4/hint', code: 'maxLength', message: 'must be shorter' }]);
    const app = await open({ responder });
    await app.type('#title', 'Say hello');
    await save(app);
    await app.find('#hint-eventDate-hint', 'must be shorter');
    await app.settled();
    expect(deepActive().id).to.equal('hint-eventDate');
  });

  it('keeps everything when a save fails, and says why', async () => {
    const app = await open();
    app.responder.fail('PATCH /v1/lead-forms', { status: 500, code: 'internal_error' }, 9);
    const title = await app.type('#title', 'Say hello');
    await save(app);
    await app.find('.notices .notice.danger', 'Something went wrong');
    expect(title.value).to.equal('Say hello');
    await accessible(app);
  });

  it('tells that somebody else saved it, shows their version, and puts the own changes back on top', async () => {
    const app = await open();
    await app.type('#title', 'Mine');
    changeElsewhere(app, { title: 'Theirs', submitLabel: 'Their button' });
    await save(app);
    await app.find('.notice', 'while you were editing');
    await accessible(app);
    expect((await app.find<HTMLInputElement>('#title')).value).to.equal('Mine');

    (await app.find('.notice button', 'Load the current version')).click();
    const putBack = await app.find('.notice button', 'Put my changes back');
    await accessible(app);
    expect((await app.find<HTMLInputElement>('#title')).value).to.equal('Theirs');
    putBack.click();
    await app.settled();
    expect((await app.find<HTMLInputElement>('#title')).value).to.equal('Mine');
    await save(app);
    await app.find('.toast', 'Form saved');
    expect(patches(app).at(-1)!.body).to.deep.equal({ title: 'Mine' });
    expect(patches(app).at(-1)!.headers.get('if-match')).to.equal('"4"');
    expect(app.responder.forms[0]!.submitLabel).to.equal('Their button');
  });

  it('asks before unsaved changes are left behind', async () => {
    const app = await open();
    await app.type('#title', 'Say hello');
    (await app.find('.nav a', 'Leads')).click();
    await app.find('alloza-app-dialog p', 'not saved yet');
    await accessible(app);
    (await app.find('[slot=footer]', 'Keep editing')).click();
    await app.settled();
    expect(app.navigator.here).to.equal(path);
    expect((await app.find<HTMLInputElement>('#title')).value).to.equal('Say hello');

    app.navigator.go({ name: 'forms', slug });
    (await app.find('[slot=footer].danger', 'Discard')).click();
    await app.find('.forms li');
    expect(patches(app).length).to.equal(0);
  });

  it('asks when the way is back, too, and leaves without a word when nothing was changed', async () => {
    const app = await mount(`/app/${slug}/forms`);
    (await app.find('.forms .open', 'Weddings')).click();
    await app.find('.toggle');
    await app.settled();
    await app.type('#title', 'Say hello');
    app.place.back();
    await app.find('alloza-app-dialog p', 'not saved yet');
    expect(app.navigator.here).to.equal(path);
    (await app.find('[slot=footer]', 'Keep editing')).click();
    (await app.find('.top button', 'Discard')).click();
    await app.settled();
    app.place.back();
    await app.find('.forms li');
  });

  it('deletes the form and goes back to the list', async () => {
    const app = await open();
    (await app.find('.foot button', 'Delete form')).click();
    (await app.find('[slot=footer].danger', 'Delete form')).click();
    await app.find('.forms li', 'Portraits');
    expect(app.responder.forms.map(({ id }) => id)).to.deep.equal(['lform_portraits']);
  });

  it('gives the code with a plain form inside, the key of choice, and a link to share', async () => {
    const responder = new Responder();
    const [key] = responder.keys;
    responder.keys = [{ ...key!, id: 'key_blog', name: 'Blog', value: 'pk_live_blog' }, ...responder.keys];
    const app = await open({ responder });
    (await app.find('[role=tab]', 'Put it on your site')).click();
    const code = await app.find('pre', 'pk_live_blog');
    expect(code.textContent).to.include('<script type="module" src="https://studio.example/v1/alloza.js"></script>');
    expect(code.textContent).to.include(
      `<form method="post" action="https://studio.example/f/${slug}/lform_weddings">`,
    );
    const select = await app.find<HTMLSelectElement>('select[name=key]');
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['Blog', 'Website']);
    select.value = 'key_site';
    select.dispatchEvent(new Event('change'));
    await app.find('pre', 'pk_live_4fTq');
    const link = await app.find<HTMLInputElement>('#link');
    expect(link.value).to.equal(`https://studio.example/f/${slug}/lform_weddings`);
    await accessible(app);
  });

  it('can be looked at by a member, but not changed', async () => {
    const app = await open({ role: 'member' });
    await app.find('.notices .notice', 'Changing them takes');
    expect(app.all('.top button, .handle, .order, .edit .foot').length).to.equal(0);
    expect(app.all<HTMLInputElement>('.edit .input').every(({ disabled }) => disabled)).to.equal(true);
    await accessible(app);
  });

  it('says that a form is not there', async () => {
    const app = await mount(`/app/${slug}/forms/lform_none`);
    await app.find('.empty[role=alert]', 'Nothing here');
    await accessible(app);
  });

  describe('where there is little room', () => {
    before(() => setViewport({ width: 390, height: 844 }));
    after(() => setViewport({ width: 1440, height: 900 }));

    it('shows one of design, preview and code at a time, by tabs that arrow keys walk', async () => {
      const app = await open();
      const visible = (selector: string) => app.all(selector).some((element) => element.checkVisibility());
      expect(visible('alloza-field-list')).to.equal(true);
      expect(visible('alloza-lead-form')).to.equal(false);
      await accessible(app);
      (await app.find('#tab-design')).focus();
      app.press('ArrowRight');
      await app.settled();
      expect(deepActive().id).to.equal('tab-preview');
      expect(visible('alloza-field-list')).to.equal(false);
      expect(visible('alloza-lead-form')).to.equal(true);
      await accessible(app);
      app.press('ArrowRight');
      await app.find('pre');
      expect(document.documentElement.scrollWidth).to.be.at.most(390);
      await accessible(app);
    });

    it('goes to the fields when something is wrong with them', async () => {
      const app = await open();
      await app.type('#title', '');
      (await app.find('#tab-preview')).click();
      await save(app);
      await app.find('#title-hint', 'Fill this in');
      await app.settled();
      expect(deepActive().id).to.equal('title');
    });
  });

  describe('on an Arabic page', () => {
    before(() => {
      document.documentElement.lang = 'ar';
    });
    after(() => {
      document.documentElement.lang = 'en';
    });

    it('reads from right to left', async () => {
      const app = await open({ lang: 'ar' });
      await app.find('h2', 'العنوان والزر');
      expect(getComputedStyle(app.all('alloza-field-list')[0]!).direction).to.equal('rtl');
      await accessible(app);
    });
  });
});
