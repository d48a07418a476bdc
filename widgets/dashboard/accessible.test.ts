import { makeImport } from '../app/testing/import-routes.ts';
import { mount, useTestClock } from '../app/testing/mount.ts';
import { Responder } from '../app/testing/responder.ts';
import { click, describeScreens, type Screen, studio } from '../app/testing/screens.ts';
import { expectAccessible } from '../testing/accessible.ts';

const importStates = ['uploaded', 'running', 'checked', 'finished', 'cancelled', 'undone', 'failed'] as const;
const screens: Screen[] = [
  { name: 'sign-in', path: '/app/sign-in', ready: 'h1' },
  {
    name: 'sign-in with mistakes',
    path: '/app/sign-in',
    ready: 'h1',
    act: async (app) => {
      await click(app, 'button.primary');
      await app.find('.error');
    },
  },
  { name: 'registration', path: '/app/register', ready: 'h1' },
  { name: 'choice of a password', path: '/app/verify-email#token=abcdefghijklmnopqrstuvwxyz', ready: 'dl' },
  { name: 'forgotten password', path: '/app/forgot-password', ready: 'h1' },
  { name: 'new password', path: '/app/reset-password#token=abcdefghijklmnopqrstuvwxyz', ready: 'h1' },
  { name: 'new address', path: '/app/confirm-email#token=abcdefghijklmnopqrstuvwxyz', ready: 'h1' },
  { name: 'invitation of another address', path: '/app/join#token=abcdefghijklmnopqrstuvwxyz', ready: 'dl' },
  {
    name: 'invitation of somebody new',
    path: '/app/join#token=abcdefghijklmnopqrstuvwxyz',
    ready: 'dl',
    act: async (app) => {
      await click(app, 'button.primary', 'Sign out');
      await app.find('#name');
      await click(app, 'button.primary');
      await app.find('.error');
    },
  },
  { name: 'start page', path: studio, ready: '.rows', options: { work: 'day' } },
  { name: 'start page of a new studio', path: studio, ready: '.empty', options: { leads: [], work: 'none' } },
  {
    name: 'start page with own jobs only',
    path: studio,
    ready: '.rows',
    options: { role: 'member', ownJobsOnly: true, work: 'day' },
  },
  { name: 'tasks', path: `${studio}/tasks`, ready: '.rows', options: { work: 'day' } },
  { name: 'everybody’s tasks', path: `${studio}/tasks?who=all`, ready: '.rows', options: { work: 'day' } },
  { name: 'no tasks', path: `${studio}/tasks`, ready: '.empty', options: { work: 'none' } },
  {
    name: 'marked leads',
    path: `${studio}/leads?view=table`,
    ready: 'tbody a',
    act: async (app) => {
      await click(app, 'td.mark label');
      await click(app, '.bulk button', 'Close as');
      await app.find('[role=menuitem]', 'Mark as lost');
    },
  },
  { name: 'activity', path: `${studio}/activity`, ready: 'ol li', options: { work: 'day' } },
  {
    name: 'activity with nothing found',
    path: `${studio}/activity?kind=notes&person=user_jonas`,
    ready: '.empty',
    options: { work: 'day' },
  },
  {
    name: 'activity of a new studio',
    path: `${studio}/activity`,
    ready: '.empty',
    options: { leads: [], work: 'none' },
  },
  { name: 'history as a page', path: `${studio}/activity?record=LEAD`, ready: 'ol li', options: { work: 'day' } },
  {
    name: 'history over a sheet',
    path: `${studio}/leads/LEAD`,
    ready: '.stage-row',
    options: { work: 'day' },
    act: async (app) => {
      await click(app, '[aria-label=History]');
      await app.find('alloza-app-changes');
      await app.find('.told');
    },
  },
  { name: 'board', path: `${studio}/leads`, ready: '.card' },
  { name: 'board without leads', path: `${studio}/leads`, ready: '.empty', options: { leads: [] } },
  { name: 'board with nothing found', path: `${studio}/leads?q=zzz`, ready: '.empty' },
  { name: 'table', path: `${studio}/leads?view=table`, ready: 'tbody a' },
  { name: 'lost leads', path: `${studio}/leads?status=lost`, ready: 'tbody a' },
  {
    name: 'a picked-up card',
    path: `${studio}/leads`,
    ready: '.card',
    act: async (app) => {
      (await app.find('.card')).focus();
      app.press(' ');
    },
  },
  { name: 'lead sheet', path: `${studio}/leads/LEAD`, ready: 'ol li' },
  { name: 'wide lead sheet', path: `${studio}/leads/LEAD?wide=1`, ready: 'ol li' },
  { name: 'missing lead', path: `${studio}/leads/lead_none`, ready: '.empty[role=alert]' },
  { name: 'new lead', path: `${studio}/leads?new=1`, ready: '#stageId' },
  {
    name: 'reason for losing',
    path: `${studio}/leads/LEAD`,
    ready: '.stage-row',
    act: async (app) => {
      await click(app, '.stage-row button', 'Lost');
      await app.find('input[type=radio]');
    },
  },
  {
    name: 'lead becoming a project',
    path: `${studio}/leads/LEAD`,
    ready: '.stage-row',
    act: async (app) => {
      await click(app, '.toolbar alloza-app-menu button');
      await click(app, '[role=menuitem]', 'Make a project');
      await app.find('#title');
    },
  },
  { name: 'forms', path: `${studio}/forms`, ready: '.forms a' },
  {
    name: 'form designer',
    path: `${studio}/forms/lform_weddings`,
    ready: '.toggle',
    act: async (app) => {
      await click(app, '.toggle', 'What is it about?');
      await app.find('.editor');
    },
  },
  {
    name: 'embed code',
    path: `${studio}/forms/lform_weddings`,
    ready: '.toggle',
    act: async (app) => {
      await click(app, '[role=tab]', 'Put it on your site');
      await app.find('pre');
    },
  },
  { name: 'studio settings', path: `${studio}/settings/workspace`, ready: '#slug' },
  {
    name: 'studio settings for a member',
    path: `${studio}/settings/workspace`,
    ready: '.notice',
    options: { role: 'member' },
  },
  { name: 'brand settings', path: `${studio}/settings/brand`, ready: '#radius' },
  {
    name: 'brand with a colour that is hard to read',
    path: `${studio}/settings/brand`,
    ready: '#radius',
    act: async (app) => {
      await app.type('#accent', '#ffee00');
      await app.find('.offer');
    },
  },
  { name: 'team', path: `${studio}/settings/team`, ready: '.person' },
  { name: 'team for a member', path: `${studio}/settings/team`, ready: '.person', options: { role: 'member' } },
  {
    name: 'invite dialog with a mistake',
    path: `${studio}/settings/team`,
    ready: '.person',
    act: async (app) => {
      await click(app, 'button.primary', 'Invite someone');
      (await app.find('alloza-team-invite')).shadowRoot!.querySelectorAll<HTMLElement>('[slot=footer]')[1]!.click();
      await app.find('.error');
    },
  },
  {
    name: 'handing over',
    path: `${studio}/settings/team`,
    ready: '.person',
    act: async (app) => {
      await click(app, 'button[aria-label="More actions for Jonas Weber"]');
      await click(app, '[role=menuitem]', 'Make owner');
      await app.find('#password');
    },
  },
  {
    name: 'replacing a key',
    path: `${studio}/settings/keys`,
    ready: '.key',
    act: async (app) => {
      await click(app, '.tools alloza-app-menu button');
      await click(app, '[role=menuitem]', 'Replace');
      await app.find('#overlap');
    },
  },
  {
    name: 'changing the password',
    path: `${studio}/settings/account`,
    ready: '.line',
    act: async (app) => {
      await click(app, 'button', 'Change password');
      await app.find('#newPassword');
    },
  },
  {
    name: 'changing the address',
    path: `${studio}/settings/account`,
    ready: '.line',
    act: async (app) => {
      await click(app, 'button', 'Change e-mail');
      await app.find('#password');
    },
  },
  { name: 'pipeline settings', path: `${studio}/settings/pipeline`, ready: '#stage-0' },
  { name: 'keys', path: `${studio}/settings/keys`, ready: '.key' },
  { name: 'keys for a member', path: `${studio}/settings/keys`, ready: '.empty', options: { role: 'member' } },
  {
    name: 'new secret key',
    path: `${studio}/settings/keys`,
    ready: '.key',
    act: async (app) => {
      await click(app, 'button.primary', 'Create key');
      (await app.find('alloza-key-dialog')).shadowRoot!.querySelectorAll<HTMLElement>('[name=kind]')[1]!.click();
      await app.find('.scopes');
    },
  },
  { name: 'account', path: `${studio}/settings/account`, ready: '.line' },
  { name: 'devices', path: `${studio}/settings/sessions`, ready: 'li strong' },
  {
    name: 'palette',
    path: `${studio}/leads`,
    ready: '.card',
    act: async (app) => {
      app.press('k', { ctrlKey: true });
      await app.find('[role=option]');
    },
  },
  {
    name: 'palette with records',
    path: `${studio}/leads`,
    options: { work: 'day' },
    ready: '.card',
    act: async (app) => {
      app.press('k', { ctrlKey: true });
      await app.type('[role=combobox]', 'an');
      await app.find('[role=option]', 'Ana & Tom');
    },
  },
  {
    name: 'palette with nothing found',
    path: `${studio}/leads`,
    ready: '.card',
    act: async (app) => {
      app.press('k', { ctrlKey: true });
      await app.type('[role=combobox]', 'zzzz');
      await app.find('.none', 'Nothing found');
    },
  },
  {
    name: 'shortcuts',
    path: `${studio}/leads`,
    ready: '.card',
    act: async (app) => {
      app.press('?');
      await app.find('dl kbd');
    },
  },
  {
    name: 'menu',
    path: `${studio}/leads`,
    ready: '.card',
    act: async (app) => {
      await click(app, '.studio');
      await app.find('[role=menuitemradio], [role=menuitem]');
    },
  },
  { name: 'new import', path: `${studio}/import`, ready: '.drop' },
  { name: 'import for a member', path: `${studio}/import`, ready: '.empty', options: { role: 'member' } },
  {
    name: 'import of something that is no table',
    path: `${studio}/import`,
    ready: '.drop',
    act: async (app) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'book.xlsx'));
      (await app.find('.drop')).dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
      await app.find('.notice[role=alert]');
    },
  },
  ...importStates.map(
    (status): Screen => ({
      name: `import that is ${status}`,
      path: `${studio}/import/imp_1`,
      ready: { uploaded: 'tbody select', running: 'progress', undone: '.tab' }[status as string] ?? 'tbody tr',
      imports: [
        makeImport({
          status,
          processed: 4,
          counts: { create: 1, update: 1, skip: 1, error: 1 },
          kept: status === 'undone' ? 1 : 0,
        }),
        makeImport({ id: 'imp_2', status: 'finished' }),
      ],
    }),
  ),
  {
    name: 'menu of a list',
    path: `${studio}/clients`,
    ready: 'td a',
    act: async (app) => {
      await click(app, '.head alloza-app-menu button');
      await app.find('[role=menuitem]');
    },
  },
  { name: 'unknown page', path: '/app/nobody/leads', ready: '.empty' },
];

describe('every screen of the dashboard', () => {
  useTestClock();
  describeScreens(screens);

  it('shows what failed, with the number of the request and a way to try again', async () => {
    const responder = new Responder();
    responder.fail('GET /v1/lead-pipeline', { status: 500, code: 'internal_error' }, 9);
    responder.fail('GET /v1/lead-forms', { status: 403, code: 'forbidden' });
    const app = await mount(`${studio}/forms`, { responder });
    await app.find('.empty', 'Not open to you');
    await expectAccessible(app.dashboard);
  });
});
