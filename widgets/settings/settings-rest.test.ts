import { expect, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { deepActive, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import { connectionChanges, livelyConnections } from '../app/testing/settings-routes.ts';

const show = (section: string, options?: Parameters<typeof mount>[1]) =>
  mount(`/app/${slug}/settings/${section}`, options);
type Shown = Awaited<ReturnType<typeof show>>;

/** Presses the button of a dialog that does what it asks. */
const send = async (app: Shown, tag: string): Promise<void> =>
  (await app.find(tag)).shadowRoot!.querySelectorAll<HTMLElement>('[slot=footer]')[1]!.click();

const lively = (): Responder => {
  const responder = new Responder();
  responder.connections = livelyConnections();
  responder.changes = connectionChanges();
  return responder;
};

describe('connections', () => {
  useTestClock();

  it('of a new studio: none, what there is to connect, and no button that would do nothing', async () => {
    const app = await show('connections');
    await app.find('.empty', 'Nothing is connected');
    await app.find('.muted', 'there is nothing to connect yet');
    expect(app.all('.connections strong').map((name) => name.textContent)).to.deep.equal([
      'Google',
      'Instagram',
      'Stripe',
    ]);
    const section = await app.find('alloza-settings-connections');
    expect(section.shadowRoot!.querySelectorAll('button').length).to.equal(0);
  });

  it('show whose account it is, since when, by whom, what was agreed to, and what is wrong', async () => {
    const app = await show('connections', { responder: lively() });
    const google = await app.find('.connections li', 'Google');
    for (const text of ['Connected', 'hello@lumenandoak.example', 'by Lena Hartmann', 'calendar.events'])
      expect(google.textContent).to.contain(text);
    const instagram = await app.find('.connections li', 'Instagram');
    for (const text of ['No longer works', 'lumen.and.oak', 'no longer accepts', 'invalid_grant'])
      expect(instagram.textContent).to.contain(text);
    await app.find('h3', 'Not connected');
  });

  it('are shown also where nobody can tell who made them', async () => {
    const responder = lively();
    responder.fail('GET /v1/changes', { status: 403, code: 'forbidden' }, 9);
    const app = await show('connections', { responder });
    const google = await app.find('.connections li', 'hello@lumenandoak.example');
    expect(google.textContent).not.to.contain('by Lena');
  });

  it('end after a question, and can be kept', async () => {
    const app = await show('connections', { responder: lively() });
    const button = await app.find('[aria-label="Disconnect Google"]');
    button.focus();
    app.press('Enter');
    await app.find('p', 'forgets its access to hello@lumenandoak.example');
    (await app.find('alloza-team-confirm')).shadowRoot!.querySelector<HTMLElement>('[slot=footer]')!.click();
    await app.settled();
    expect(app.responder.asked('DELETE /v1/connections')).to.deep.equal([]);
    button.click();
    await send(app, 'alloza-team-confirm');
    await app.find('.toast', 'Google is disconnected');
    expect(app.responder.asked('DELETE /v1/connections')[0]!.path).to.equal('/v1/connections/conn_google');
    await waitUntil(() => app.all('[aria-label="Disconnect Google"]').length === 0);
  });

  it('follow what the service does by itself', async () => {
    const app = await show('connections', { responder: lively() });
    await app.find('.connections li', 'hello@lumenandoak.example');
    const [google, ...rest] = app.responder.connections;
    app.responder.connections = [{ ...google!, status: 'reconnect_needed', lastError: 'invalid_grant' }, ...rest];
    app.responder.stream.send('connection.reconnect_needed', { id: 'conn_google' });
    await waitUntil(() => app.all('.pill.danger').length === 2, undefined, { timeout: 4000 });
  });

  it('belong to the owner', async () => {
    const app = await show('connections', { role: 'manager' });
    await app.find('.empty', 'Only the owner');
    expect(app.responder.asked('GET /v1/connections')).to.deep.equal([]);
  });

  it('tell of a failure and try again', async () => {
    const responder = lively();
    responder.fail('GET /v1/connections', { status: 500, code: 'internal_error' }, 9);
    const app = await show('connections', { responder });
    await app.find('.empty[role=alert]');
  });
});

describe('Google in the account', () => {
  useTestClock();

  const withGoogle = async (responder: Responder, path = 'account') => {
    const app = await show(path, { responder });
    app.dashboard.googleSignIn = true;
    return app;
  };

  it('is offered only where the server can ask it', async () => {
    const app = await show('account');
    await app.find('button', 'Change password');
    expect(app.all('[aria-label="Link a Google account"]')).to.deep.equal([]);
  });

  it('is linked by the password, which stays where it is when it was wrong', async () => {
    const responder = new Responder();
    const app = await mount('/app/sign-in', { responder });
    app.dashboard.googleSignIn = true;
    app.navigator.go(`/app/${slug}/settings/account`);
    (await app.find('[aria-label="Link a Google account"]')).click();
    await app.find('p', 'whatever its address is');
    await send(app, 'alloza-account-google');
    await app.find('.error', 'Fill this in');
    await app.type('#password', 'wrong horse');
    await send(app, 'alloza-account-google');
    await app.find('.error', 'not your password');
    await app.type('#password', 'correct horse');
    await send(app, 'alloza-account-google');
    await app.find('[role=alert]', 'Google can’t be asked just now');
    expect(responder.asked('POST /auth/link/google').at(-1)!.body).to.deep.equal({
      next: `/app/${slug}/settings/account`,
      password: 'correct horse',
    });
  });

  for (const [ending, text, role] of [
    ['linked', 'Your Google account is linked', 'status'],
    ['taken', 'opens another account', 'alert'],
    ['expired', 'Nothing was linked', 'alert'],
    ['unverified', 'has not verified', 'alert'],
    ['denied', 'cancelled at Google', 'alert'],
  ] as const) {
    it(`tells how the way back has ended: ${ending}`, async () => {
      const app = await show(`account?google=${ending}`);
      await app.find(`.notice[role=${role}]`, text);
      expect(app.navigator.here).to.equal(`/app/${slug}/settings/account`);
    });
  }

  it('says nothing of an ending that there is not', async () => {
    const app = await show('account?google=<b>x</b>');
    await app.find('button', 'Change password');
    expect(app.all('.notice')).to.deep.equal([]);
  });

  it('is unlinked after a question', async () => {
    const responder = new Responder();
    responder.account = { ...responder.account, googleEmail: 'lena@gmail.com' };
    const app = await withGoogle(responder);
    await app.find('.line', 'lena@gmail.com opens your account');
    (await app.find('[aria-label="Unlink the Google account"]')).click();
    await app.find('p', 'Google no longer opens your account');
    await send(app, 'alloza-team-confirm');
    await app.find('.toast', 'Google account unlinked');
    expect(app.responder.asked('POST /v1/account/unlink-google').length).to.equal(1);
    await waitUntil(() => app.all('[aria-label="Unlink the Google account"]').length === 0);
  });

  const googleOnly = () => {
    const responder = new Responder();
    responder.account = { ...responder.account, hasPassword: false, googleEmail: 'lena@gmail.com' };
    return responder;
  };

  it('alone: what asks for a password sets one by mail first', async () => {
    for (const name of ['Change e-mail', 'Set a password', 'Unlink']) {
      const app = await withGoogle(googleOnly());
      (await app.find('button', name)).click();
      await app.find('p', 'You sign in with Google alone');
      await send(app, 'alloza-account-first-password');
      await app.find('[role=status]', 'on its way to lena@lumenandoak.example');
      const [asked] = app.responder.asked('POST /v1/account/request-password-reset');
      expect(asked!.body).to.deep.equal({ email: 'lena@lumenandoak.example' });
    }
  });

  it('alone: a studio is handed over once there is a password', async () => {
    const app = await show('team', { responder: googleOnly() });
    (await app.find('.person', 'Jonas')).querySelector<HTMLElement>('alloza-app-menu button')!.click();
    (await app.find('[role=menuitem]', 'Make owner')).click();
    await app.find('p', 'You sign in with Google alone');
    expect(app.all('#password')).to.deep.equal([]);
  });
});

describe('the stages of projects', () => {
  useTestClock();

  it('are renamed, ordered, added and removed', async () => {
    const app = await show('stages');
    await app.type('#stage-0', 'Offer');
    (await app.find('[data-move="down-2"]')).click();
    await app.find('[role=status]', 'Shooting is now at position 4');
    await waitUntil(() => deepActive().getAttribute('data-move') === 'down-3');
    (await app.find('button', 'Add stage')).click();
    await waitUntil(() => deepActive().id === 'stage-6');
    await app.type('#stage-6', 'Album');
    (await app.find('[aria-label="Remove stage Editing"]')).click();
    (await app.find('.bar .primary')).click();
    await app.find('[role=alert]', 'Projects still stand in a stage you removed');
    (await app.find('.bar button', 'Discard')).click();
    await app.type('#stage-0', 'Offer');
    (await app.find('[data-move="down-2"]')).click();
    (await app.find('.bar .primary')).click();
    await app.find('.toast', 'Settings saved');
    const { body, headers } = app.responder.asked('PATCH /v1/project-pipeline').at(-1)!;
    const { stages } = body as { stages: { id: string; name: string }[] };
    expect(stages.map(({ name }) => name)).to.deep.equal([
      'Offer',
      'Booked',
      'Editing',
      'Shooting',
      'Delivered',
      'Closed',
    ]);
    expect(stages[0]!.id).to.equal('pstg_draft');
    expect(headers.get('if-match')).to.equal('"1"');
  });

  it('keep one of each meaning', async () => {
    const app = await show('stages');
    expect((await app.find<HTMLButtonElement>('[aria-label="Remove stage Delivered"]')).disabled).to.equal(true);
    expect((await app.find<HTMLButtonElement>('[aria-label="Remove stage Editing"]')).disabled).to.equal(false);
    const meaning = await app.find<HTMLSelectElement>('#meaning-4');
    meaning.value = 'closed';
    meaning.dispatchEvent(new Event('change'));
    (await app.find('.bar .primary')).click();
    await app.find('[role=alert]', 'No stage means Delivered any more');
    expect(app.responder.asked('PATCH /v1/project-pipeline')).to.deep.equal([]);
  });

  it('are read only for members, and load again after somebody else has saved', async () => {
    const reader = await show('stages', { role: 'member' });
    await reader.find('.notice', 'takes a manager');
    expect((await reader.find<HTMLInputElement>('#stage-0')).disabled).to.equal(true);
    const app = await show('stages');
    await app.type('#stage-0', 'Mine');
    const { pipeline } = app.responder.projects;
    app.responder.projects.pipeline = { ...pipeline, version: 7 };
    (await app.find('.bar .primary')).click();
    (await app.find('.notice.warning')).querySelector('button')!.click();
    await waitUntil(() => app.all<HTMLInputElement>('#stage-0')[0]?.value === 'Draft');
  });
});

describe('task templates', () => {
  useTestClock();

  it('show their tasks and when each is due', async () => {
    const app = await show('templates');
    const wedding = await app.find('.template', 'Wedding');
    for (const text of ['Plan the day', '7 days before the job', '42 days after the job'])
      expect(wedding.textContent).to.contain(text);
  });

  it('are made with tasks due before, on and after the job, or after they are added', async () => {
    const app = await show('templates');
    (await app.find('button.primary', 'Create template')).click();
    await send(app, 'alloza-template-dialog');
    await app.find('.error', 'Fill this in');
    await app.type('#name', 'Portrait');
    const choose = async (index: number, when: string) => {
      const select = await app.find<HTMLSelectElement>(`#when-${index}`);
      select.value = when;
      select.dispatchEvent(new Event('change'));
    };
    const titles = ['Pack', 'Shoot', 'Deliver', 'Write an offer', 'Archive'];
    for (const [index, title] of titles.entries()) {
      if (index > 0) {
        (await app.find('button', 'Add task')).click();
        await waitUntil(() => deepActive().id === `item-${index}`);
      }
      await app.type(`#item-${index}`, title);
    }
    await choose(0, 'before');
    await app.type('#count-0', '2');
    await choose(1, 'on');
    await choose(2, 'after');
    await app.type('#count-2', '5000');
    await choose(3, 'added');
    await app.type('#count-3', '1');
    await send(app, 'alloza-template-dialog');
    await waitUntil(() => deepActive().id === 'count-2');
    await app.type('#count-2', '14');
    (await app.find('[aria-label="Remove Archive"]')).click();
    await send(app, 'alloza-template-dialog');
    await app.find('.toast', 'Portrait is saved');
    expect(app.responder.asked('POST /v1/task-templates')[0]!.body).to.deep.equal({
      name: 'Portrait',
      items: [
        { title: 'Pack', dueRule: { from: 'mainDate', days: -2 } },
        { title: 'Shoot', dueRule: { from: 'mainDate', days: 0 } },
        { title: 'Deliver', dueRule: { from: 'mainDate', days: 14 } },
        { title: 'Write an offer', dueRule: { from: 'created', days: 1 } },
      ],
    });
    await app.find('.template', 'On the day of the job');
  });

  it('are changed: only what is different is sent, with the version that was read', async () => {
    const app = await show('templates');
    (await app.find('[aria-label="Edit Wedding"]')).click();
    expect((await app.find<HTMLInputElement>('#count-0')).value).to.equal('7');
    await app.type('#name', 'Large wedding');
    await send(app, 'alloza-template-dialog');
    await app.find('.toast', 'Large wedding is saved');
    const [request] = app.responder.asked('PATCH /v1/task-templates');
    expect(request!.body).to.deep.equal({ name: 'Large wedding' });
    expect(request!.headers.get('if-match')).to.equal('"1"');
    (await app.find('[aria-label="Edit Large wedding"]')).click();
    await send(app, 'alloza-template-dialog');
    await waitUntil(() => app.all('alloza-template-dialog').length === 0);
    expect(app.responder.asked('PATCH /v1/task-templates').length).to.equal(1);
  });

  it('load again what somebody else has changed meanwhile', async () => {
    const app = await show('templates');
    (await app.find('[aria-label="Edit Wedding"]')).click();
    await app.type('#name', 'Mine');
    const [wedding] = app.responder.projects.templates;
    app.responder.projects.templates = [{ ...wedding!, name: 'Theirs', version: 4 }];
    await send(app, 'alloza-template-dialog');
    const notice = await app.find('.notice.warning', 'Somebody else has changed this template');
    notice.querySelector('button')!.click();
    await waitUntil(() => app.all<HTMLInputElement>('#name')[0]?.value === 'Theirs');
  });

  it('are removed after a question; an empty place tells what they are for', async () => {
    const app = await show('templates');
    (await app.find('[aria-label="Remove Wedding"]')).click();
    await app.find('p', 'keep their tasks');
    await send(app, 'alloza-team-confirm');
    await app.find('.toast', 'Wedding is removed');
    await app.find('.empty button', 'Create template');
  });

  it('are only read by members', async () => {
    const app = await show('templates', { role: 'member' });
    const wedding = await app.find('.template', 'Wedding');
    expect(wedding.querySelectorAll('button').length).to.equal(0);
    expect(app.all('button.primary')).to.deep.equal([]);
  });
});

describe('on 320 pixels', () => {
  useTestClock();

  it('the bar that saves is one line, and every section fits', async () => {
    await setViewport({ width: 320, height: 640 });
    try {
      for (const lang of ['en', 'de', 'ar']) {
        const app = await show('brand', { lang });
        await app.type('#accent', '#ffee00');
        const bar = await app.find('.bar');
        expect(bar.getBoundingClientRect().height, lang).to.be.below(64);
        expect(bar.scrollWidth, lang).to.be.at.most(bar.clientWidth);
      }
      for (const section of ['connections', 'account', 'stages', 'templates']) {
        const app = await show(section, { responder: lively(), lang: 'de' });
        await app.find('.card');
        await app.settled();
        const content = await app.find('.content');
        expect(content.scrollWidth, section).to.be.at.most(content.clientWidth);
      }
    } finally {
      await setViewport({ width: 1024, height: 768 });
    }
  });
});
