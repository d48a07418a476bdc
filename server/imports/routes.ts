import type { Routes } from '../platform/contract-types.ts';
import { exportClients } from './clients.ts';
import { exportLeads } from './leads.ts';
import { presentImport } from './present.ts';
import { exportProjects } from './projects.ts';
import * as imports from './service.ts';

export const routes = {
  'imports.list': (ctx, { query }) => imports.listImports(ctx, query),
  'imports.create': async (ctx, { query, body }) =>
    presentImport(await imports.createImport(ctx, query.resource, query.name, body)),
  'imports.get': async (ctx, { path }) => presentImport(await imports.getImport(ctx, path.importId)),
  'imports.update': async (ctx, { path, body, ifMatch }) =>
    presentImport(await imports.updateImport(ctx, path.importId, body, ifMatch)),
  'imports.delete': (ctx, { path }) => imports.deleteImport(ctx, path.importId),
  'imports.check': async (ctx, { path }) => presentImport(await imports.start(ctx, path.importId, 'check')),
  'imports.run': async (ctx, { path }) => presentImport(await imports.start(ctx, path.importId, 'run')),
  'imports.cancel': async (ctx, { path }) => presentImport(await imports.cancel(ctx, path.importId)),
  'imports.undo': async (ctx, { path }) => presentImport(await imports.start(ctx, path.importId, 'undo')),
  'imports.rows': (ctx, { path, query }) => imports.listRows(ctx, path.importId, query),
  'clients.export': async (ctx, { query }) => exportClients(ctx, query),
  'leads.export': async (ctx, { query }) => exportLeads(ctx, query),
  'projects.export': async (ctx, { query }) => exportProjects(ctx, query),
} satisfies Routes;
