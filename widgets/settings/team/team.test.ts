import { expect, waitUntil } from '@open-wc/testing';
import { deepActive, type Mounted, mount, slug, useTestClock } from '../../app/testing/mount.ts';
import { Responder } from '../../app/testing/responder.ts';
import { expectAccessible } from '../../testing/accessible.ts';

const show = (options?: Parameters<typeof mount>[1]) => mount(`/app/${slug}/settings/team`, options);

/** Opens the menu of a member and answers what it offers. */
async function offered(app: Mounted, name: string): Promise<string[]> {
  const row = (await app.find('.person', name)) as HTMLElement;
  const button = row.querySelector<HTMLElement>('.tools button');
  if (!button) return [];
  button.click();
  await app.find('[role=menuitem]');
  return app.all('[role=menuitem]').map((item) => item.textContent!.trim());
}

const send = (app: Mounted, tag: string) =>
  app.find(tag).then((dialog) => dialog.shadowRoot!.querySelectorAll<HTMLElement>('[slot=footer]')[1]!.click());

describe('the team', () => {
  useTestClock();

  it('lists the owner first, then managers and members, with what they see', async () => {
    const app = await show({ role: 'manager' });
    await app.find('.person', 'Sara');
    const [people] = app.all('.people');
    const names = [...people!.querySelectorAll('strong')].map((name) => name.textContent);
    expect(names).to.deep.equal([
      'Maximiliane von Hohenfels-Brandenburg',
      'Lena Hartmann',
      'نادية حداد',
      'Jonas Weber',
      'Sara Okonkwo',
    ]);
    const pills = [...(await app.find('.person', 'Sara')).querySelectorAll('.access .pill')];
    expect(pills.map((pill) => pill.textContent)).to.deep.equal(['Own jobs only', 'No money', 'Member']);
  });

  it('offers an owner everything but to leave', async () => {
    const app = await show();
    expect(await offered(app, 'Jonas')).to.deep.equal([
      'Change role and access',
      'Make owner',
      'Remove from the studio',
    ]);
    expect((await app.find('.person', 'Lena')).querySelector('.tools button')).to.equal(null);
    await app.find('.below', 'always has an owner');
  });

  it('offers a manager the access of members, and to leave', async () => {
    const app = await show({ role: 'manager' });
    expect(await offered(app, 'Jonas')).to.deep.equal(['Change access', 'Remove from the studio']);
    expect((await app.find('.person', 'نادية')).querySelector('.tools button')).to.equal(null);
    expect((await app.find('.person', 'office.manager')).querySelectorAll('button').length).to.equal(0);
    expect((await app.find('.person', 'piet@')).querySelectorAll('button').length).to.equal(2);
  });

  it('offers a member to leave, and shows them no invitations', async () => {
    const app = await show({ role: 'member' });
    await app.find('.person', 'Lena');
    expect(app.all('.people button').length).to.equal(1);
    expect(app.responder.asked('GET /v1/invitations')).to.deep.equal([]);
    expect(app.all('button').some((button) => button.textContent?.includes('Invite'))).to.equal(false);
    expect(await offered(app, 'Lena')).to.deep.equal(['Leave the studio']);
  });

  it('invites an address with its role and switches', async () => {
    const app = await show();
    (await app.find('button', 'Invite someone')).click();
    await app.type('#email', 'nobody');
    await send(app, 'alloza-team-invite');
    await app.find('.error', 'whole e-mail address');
    expect(deepActive().id).to.equal('email');
    await app.type('#email', 'jonas@lumenandoak.example');
    await send(app, 'alloza-team-invite');
    await app.find('.error', 'a member already');
    await app.type('#email', 'mia@example.com');
    (await app.find('[name=ownJobsOnly]')).click();
    await send(app, 'alloza-team-invite');
    await app.find('.toast', 'Invitation sent to mia@example.com');
    expect(app.responder.asked('POST /v1/invitations').at(-1)!.body).to.deep.equal({
      email: 'mia@example.com',
      role: 'member',
      ownJobsOnly: true,
      seesMoney: true,
    });
    await app.find('.person', 'mia@example.com');
  });

  it('has no switches for a manager, and no choice of roles for those who may invite members only', async () => {
    const app = await show();
    (await app.find('button', 'Invite someone')).click();
    await app.find('[name=ownJobsOnly]');
    (await app.find('[name=role][value=manager]')).click();
    await waitUntil(() => app.all('[name=ownJobsOnly]').length === 0);
    const other = await show({ role: 'manager' });
    (await other.find('button', 'Invite someone')).click();
    await other.find('[name=ownJobsOnly]');
    expect(other.all('[name=role]')).to.deep.equal([]);
  });

  it('changes what a member sees, with the version that was read, and tells of a newer one', async () => {
    const app = await show();
    await offered(app, 'Jonas');
    (await app.find('[role=menuitem]', 'Change role')).click();
    (await app.find('[name=seesMoney]')).click();
    app.responder.members = app.responder.members.map((each) =>
      each.name.startsWith('Jonas') ? { ...each, version: 2 } : each,
    );
    await send(app, 'alloza-team-member');
    const notice = await app.find('.notice.warning', 'changed this member meanwhile');
    notice.querySelector('button')!.click();
    await waitUntil(() => app.all('.notice.warning').length === 0);
    (await app.find('[name=seesMoney]')).click();
    await send(app, 'alloza-team-member');
    await app.find('.toast', 'Access of Jonas Weber changed');
    const request = app.responder.asked('PATCH /v1/members').at(-1)!;
    expect(request.body).to.deep.equal({ seesMoney: false });
    expect(request.headers.get('if-match')).to.equal('"2"');
  });

  it('asks before it removes, and says what happens to the jobs', async () => {
    const app = await show();
    await offered(app, 'Sara');
    (await app.find('[role=menuitem]', 'Remove')).click();
    await app.find('p', 'Their jobs stay in the studio');
    expect(app.responder.asked('DELETE /v1/members')).to.deep.equal([]);
    app.responder.fail('DELETE /v1/members', { status: 409, code: 'last_owner' });
    await send(app, 'alloza-team-confirm');
    await app.find('.notice.danger', 'Things have changed');
    await send(app, 'alloza-team-confirm');
    await app.find('.toast', 'Sara Okonkwo is removed');
    expect(app.responder.members.some(({ name }) => name === 'Sara Okonkwo')).to.equal(false);
  });

  it('hands the studio over with the password, and offers less from then on', async () => {
    const app = await show();
    await offered(app, 'Jonas');
    (await app.find('[role=menuitem]', 'Make owner')).click();
    await app.find('p', 'You become a manager');
    await app.type('#password', 'wrong');
    await send(app, 'alloza-team-confirm');
    await app.find('.error', 'not your password');
    await app.type('#password', 'correct horse');
    await send(app, 'alloza-team-confirm');
    await app.find('.toast', 'Jonas Weber owns Lumen & Oak now');
    await app.settled();
    expect(await offered(app, 'Lena')).to.deep.equal(['Leave the studio']);
  });

  it('leaves for another studio of the person', async () => {
    const app = await show({ role: 'member' });
    await offered(app, 'Lena');
    (await app.find('[role=menuitem]', 'Leave')).click();
    await send(app, 'alloza-team-confirm');
    await waitUntil(() => !app.navigator.here.includes(`/${slug}/settings`));
    expect(app.responder.asked('POST /v1/members/leave').length).to.equal(1);
  });

  it('sends an invitation again and takes it back', async () => {
    const app = await show();
    (await app.find('[aria-label="Send again: piet@example.com"]')).click();
    await app.find('.toast', 'A new link is on its way');
    app.responder.fail('POST /v1/invitations', { status: 409, code: 'too_many_invitations' });
    (await app.find('[aria-label="Send again: piet@example.com"]')).click();
    await app.find('.toast', 'Try again tomorrow');
    (await app.find('[aria-label="Take back: piet@example.com"]')).click();
    await send(app, 'alloza-team-confirm');
    await app.find('.toast', 'Invitation taken back');
    expect(app.responder.invitations.some(({ email }) => email === 'piet@example.com')).to.equal(false);
  });

  it('tells what is not open to a person', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/members', { status: 403, code: 'forbidden' });
    const app = await show({ responder });
    await app.find('.empty', 'Not open to you');
    await expectAccessible(app.dashboard);
  });

  it('reads from right to left, and fits 320 pixels', async () => {
    const app = await show({ lang: 'ar' });
    await app.find('h2', 'الفريق');
    const section = await app.find('alloza-settings-team');
    section.style.inlineSize = '288px';
    await app.settled();
    expect(getComputedStyle(section).direction).to.equal('rtl');
    expect(section.scrollWidth).to.be.at.most(288);
  });
});
