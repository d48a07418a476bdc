import { useTestClock } from '../app/testing/mount.ts';
import { click, describeScreens, type Screen, studio } from '../app/testing/screens.ts';

const screens: Screen[] = [
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
  { name: 'projects', path: `${studio}/projects`, ready: '.card' },
  { name: 'projects as a table', path: `${studio}/projects?view=table`, ready: 'td a' },
  {
    name: 'marked projects',
    path: `${studio}/projects?view=table`,
    ready: 'td a',
    act: async (app) => {
      await click(app, 'th.mark label');
      await click(app, '.bulk button', 'Move to');
      await app.find('[role=menuitem]', 'Postpone');
    },
  },
  {
    name: 'projects that stayed as they were',
    path: `${studio}/projects?view=table`,
    ready: 'td a',
    act: async (app) => {
      app.responder.fail('DELETE /v1/projects/', { status: 409, code: 'has_invoice', detail: 'It has an invoice.' }, 9);
      await click(app, 'th.mark label');
      await click(app, '.bulk button', 'Delete');
      await app.find('.failures li');
    },
  },
  { name: 'cancelled projects', path: `${studio}/projects?show=cancelled`, ready: 'td a' },
  { name: 'archive of projects', path: `${studio}/projects?show=archived`, ready: '.empty' },
  {
    name: 'a picked-up project',
    path: `${studio}/projects`,
    ready: '.card',
    act: async (app) => {
      (await app.find('.card')).focus();
      app.press(' ');
    },
  },
  { name: 'project sheet', path: `${studio}/projects/PROJECT`, ready: 'li input' },
  {
    name: 'task being written',
    path: `${studio}/projects/PROJECT?wide=1`,
    ready: 'li input',
    act: async (app) => {
      await click(app, 'button', 'Add a task');
      await app.type('#task-when', 'before');
    },
  },
  {
    name: 'client being found for a project',
    path: `${studio}/projects?new=1`,
    ready: '#title',
    act: async (app) => {
      await app.type('[role=combobox]', 'oak');
      await app.find('[role=option]');
    },
  },
  {
    name: 'name being offered in a note',
    path: `${studio}/projects/PROJECT`,
    ready: '#note',
    act: async (app) => {
      await app.type('#note', '@');
      await app.find('[role=option]');
    },
  },
];

describe('every screen of clients and projects', () => {
  useTestClock();
  describeScreens(screens);
});
