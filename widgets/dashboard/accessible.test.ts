import { aTimeout } from '@open-wc/testing';
import { makeImport } from '../app/testing/import-routes.ts';
import { type Mounted, mount, slug, useTestClock } from '../app/testing/mount.ts';
import { expectAccessible } from '../testing/accessible.ts';

interface Screen {
  readonly name: string;
  readonly path: string;
  readonly ready: string;
  readonly options?: Parameters<typeof mount>[1];
  readonly imports?: ReturnType<typeof makeImport>[];
  readonly act?: (app: Mounted) => Promise<unknown>;
}

const studio = `/app/${slug}`;
const importStates = ['uploaded', 'running', 'checked', 'finished', 'cancelled', 'undone', 'failed'] as const;
const click = (app: Mounted, selector: string, text?: string) =>
  app.find(selector, text).then((button) => button.click());

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
  { name: 'start page', path: studio, ready: '.rows' },
  { name: 'start page of a new studio', path: studio, ready: '.empty', options: { leads: [] } },
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
  { name: 'clients', path: `${studio}/clients`, ready: 'td a' },
  { name: 'clients with nothing found', path: `${studio}/clients?q=zzz`, ready: '.empty' },
  {
    name: 'marked clients',
    path: `${studio}/clients?tag=wedding`,
    ready: 'td a',
    act: async (app) => {
      (await app.find('td a')).focus();
      app.press(' ');
      await app.find('.bulk');
    },
  },
  { name: 'client sheet', path: `${studio}/clients/CLIENT`, ready: '.duplicate' },
  {
    name: 'contact being edited',
    path: `${studio}/clients/CLIENT?wide=1`,
    ready: '.entry',
    act: async (app) => {
      await click(app, '.entry .edit');
      await app.find('form #email');
    },
  },
  { name: 'missing client', path: `${studio}/clients/cli_none`, ready: '.empty[role=alert]' },
  { name: 'new client', path: `${studio}/clients?new=1`, ready: '#displayName' },
  {
    name: 'merge of clients',
    path: `${studio}/clients/CLIENT`,
    ready: '.duplicate',
    act: async (app) => {
      await click(app, '.duplicate button');
      await app.find('.preview dl');
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
  { name: 'account', path: `${studio}/settings/account`, ready: '#email' },
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

  for (const { name, path, ready, options, imports, act } of screens) {
    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible: ${name}, ${theme}`, async () => {
        const { Responder } = await import('../app/testing/responder.ts');
        const responder = new Responder(options);
        if (imports) responder.imports.all = imports;
        const address = path
          .replace('LEAD', responder.leads[0]?.id ?? '')
          .replace('CLIENT', responder.clients.all[0]?.id ?? '');
        const app = await mount(address, { ...options, responder, theme });
        await app.find(ready);
        await app.settled();
        await act?.(app);
        await app.settled();
        await aTimeout(220);
        await expectAccessible(app.dashboard);
      });
    }
  }

  it('shows what failed, with the number of the request and a way to try again', async () => {
    const { Responder } = await import('../app/testing/responder.ts');
    const responder = new Responder();
    responder.fail('GET /v1/lead-pipeline', { status: 500, code: 'internal_error' }, 9);
    responder.fail('GET /v1/lead-forms', { status: 403, code: 'forbidden' });
    const app = await mount(`${studio}/forms`, { responder });
    await app.find('.empty', 'Not open to you');
    await expectAccessible(app.dashboard);
  });
});
