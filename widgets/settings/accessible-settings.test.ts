import { useTestClock } from '../app/testing/mount.ts';
import type { Responder } from '../app/testing/responder.ts';
import { click, describeScreens, type Screen, studio } from '../app/testing/screens.ts';
import { connectionChanges, livelyConnections } from '../app/testing/settings-routes.ts';

const connected = (responder: Responder): void => {
  responder.connections = livelyConnections();
  responder.changes = connectionChanges();
};
const googleOnly = (responder: Responder): void => {
  responder.account = { ...responder.account, hasPassword: false, googleEmail: 'lena@gmail.com' };
};

const screens: Screen[] = [
  { name: 'no connections', path: `${studio}/settings/connections`, ready: '.connections li' },
  { name: 'connections', path: `${studio}/settings/connections`, ready: '.connections dl', given: connected },
  {
    name: 'connections for a manager',
    path: `${studio}/settings/connections`,
    ready: '.empty',
    options: { role: 'manager' },
  },
  {
    name: 'ending a connection',
    path: `${studio}/settings/connections`,
    ready: '.connections dl',
    given: connected,
    act: async (app) => {
      await click(app, '[aria-label="Disconnect Google"]');
      await app.find('p', 'forgets its access');
    },
  },
  { name: 'a linked account', path: `${studio}/settings/account?google=linked`, ready: '.notice', given: googleOnly },
  { name: 'an account not linked', path: `${studio}/settings/account?google=taken`, ready: '.notice' },
  {
    name: 'linking Google',
    path: `${studio}/settings/account`,
    ready: '.line',
    act: async (app) => {
      app.dashboard.googleSignIn = true;
      app.navigator.go('/app/sign-in');
      await app.find('h1', 'Sign in');
      await app.type('#email', 'lena@lumenandoak.example');
      await app.type('#password', 'correct horse');
      await click(app, 'button.primary');
      await app.find('alloza-app-today');
      app.navigator.go(`${studio}/settings/account`);
      await click(app, '[aria-label="Link a Google account"]');
      await app.find('#password');
      await click(app, '.button.primary', 'Go to Google');
      await app.find('.error');
    },
  },
  {
    name: 'a first password',
    path: `${studio}/settings/account`,
    ready: '.line',
    given: googleOnly,
    act: async (app) => {
      await click(app, 'button', 'Set a password');
      await app.find('p', 'Google alone');
    },
  },
  { name: 'stages of projects', path: `${studio}/settings/stages`, ready: '#stage-0' },
  {
    name: 'stages of projects for a member',
    path: `${studio}/settings/stages`,
    ready: '#stage-0',
    options: { role: 'member' },
  },
  {
    name: 'a stage without a name',
    path: `${studio}/settings/stages`,
    ready: '#stage-0',
    act: async (app) => {
      await app.type('#stage-0', ' ');
      await click(app, '.bar .primary');
      await app.find('[aria-invalid=true]');
    },
  },
  { name: 'task templates', path: `${studio}/settings/templates`, ready: '.template' },
  {
    name: 'no task templates',
    path: `${studio}/settings/templates`,
    ready: '.empty',
    given: (responder) => {
      responder.projects.templates = [];
    },
  },
  {
    name: 'a task template with mistakes',
    path: `${studio}/settings/templates`,
    ready: '.template',
    act: async (app) => {
      await click(app, '[aria-label="Edit Wedding"]');
      await app.type('#count-0', '99999');
      await click(app, '.button.primary', 'Save');
      await app.find('#count-0[aria-invalid=true]');
    },
  },
];

describe('every screen of the settings', () => {
  useTestClock();
  describeScreens(screens);
});
