import type { Route } from './routes.ts';

/** Where a record is seen, by its id; undefined for what has no page. */
export function recordRoute(id: string, slug: string): Route | undefined {
  switch (id.slice(0, id.indexOf('_'))) {
    case 'lead':
      return { name: 'leads', slug, leadId: id };
    case 'cli':
      return { name: 'clients', slug, clientId: id };
    case 'proj':
      return { name: 'projects', slug, projectId: id };
    case 'lform':
      return { name: 'forms', slug, formId: id };
    case 'key':
      return { name: 'settings', slug, section: 'keys' };
    case 'mem':
    case 'inv':
      return { name: 'settings', slug, section: 'team' };
    case 'imp':
      return { name: 'import', slug, importId: id };
    case 'ws':
      return { name: 'settings', slug, section: 'workspace' };
    default:
      return undefined;
  }
}
