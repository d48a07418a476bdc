import { expect } from '@open-wc/testing';
import { parseRoute, type Route, routePath, safeReturn } from './routes.ts';

describe('routes', () => {
  const routes: [string, Route][] = [
    ['/app', { name: 'home' }],
    ['/app/sign-in', { name: 'auth', page: 'sign-in' }],
    ['/app/join', { name: 'auth', page: 'join' }],
    ['/app/confirm-email', { name: 'auth', page: 'confirm-email' }],
    ['/app/lumen', { name: 'today', slug: 'lumen' }],
    ['/app/lumen/leads', { name: 'leads', slug: 'lumen', leadId: undefined }],
    ['/app/lumen/leads/lead_1', { name: 'leads', slug: 'lumen', leadId: 'lead_1' }],
    ['/app/lumen/clients', { name: 'clients', slug: 'lumen', clientId: undefined }],
    ['/app/lumen/clients/cli_1', { name: 'clients', slug: 'lumen', clientId: 'cli_1' }],
    ['/app/lumen/projects', { name: 'projects', slug: 'lumen', projectId: undefined }],
    ['/app/lumen/projects/prj_1', { name: 'projects', slug: 'lumen', projectId: 'prj_1' }],
    ['/app/lumen/tasks', { name: 'tasks', slug: 'lumen' }],
    ['/app/lumen/forms/lform_1', { name: 'forms', slug: 'lumen', formId: 'lform_1' }],
    ['/app/lumen/settings/team', { name: 'settings', slug: 'lumen', section: 'team' }],
    ['/app/lumen/import', { name: 'import', slug: 'lumen', importId: undefined }],
    ['/app/lumen/import/imp_1', { name: 'import', slug: 'lumen', importId: 'imp_1' }],
    ['/app/lumen/settings/keys', { name: 'settings', slug: 'lumen', section: 'keys' }],
  ];
  for (const [path, route] of routes) {
    it(`reads and writes ${path}`, () => {
      expect(parseRoute(path)).to.deep.equal(route);
      expect(routePath(route)).to.equal(path);
    });
  }

  it('takes what means nothing for unknown', () => {
    for (const path of ['/', '/application', '/app/a/b', '/app/a/leads/b/c', '/app/sign-in/x', '/app/a/settings/zzz']) {
      expect(parseRoute(path).name, path).to.equal('unknown');
    }
    expect(parseRoute('/app/%E0%A4%A').name).to.equal('today');
  });

  it('opens the first page of the settings', () => {
    expect(parseRoute('/app/a/settings')).to.deep.equal({ name: 'settings', slug: 'a', section: 'workspace' });
  });

  it('returns only into the dashboard after sign-in', () => {
    expect(safeReturn('/app/lumen/leads?view=table')).to.equal('/app/lumen/leads?view=table');
    for (const value of [
      null,
      '',
      'https://evil.example',
      '//evil.example/app/x',
      '/\\evil.example',
      '/docs',
      '/app/sign-in',
      '/app/../docs',
    ]) {
      expect(safeReturn(value), String(value)).to.equal(undefined);
    }
  });
});
