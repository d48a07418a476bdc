import account from './account/module.ts';
import clients from './clients/module.ts';
import imports from './imports/module.ts';
import leads from './leads/module.ts';
import notes from './notes/module.ts';
import type { OperationId, Routes } from './platform/contract-types.ts';
import { platformRoutes } from './platform/routes.ts';
import projects from './projects/module.ts';

/** The rooms in their order: each may call those before it, and announces to those after it. */
export const modules = [account, notes, clients, projects, leads, imports] as const;

const served = {
  ...platformRoutes,
  ...account.routes,
  ...notes.routes,
  ...clients.routes,
  ...projects.routes,
  ...leads.routes,
  ...imports.routes,
};

/** Every operation of openapi.yaml; one without a handler does not compile. */
export const routes: Routes & Record<Exclude<OperationId, keyof typeof served>, never> = served;
