import account from './account/module.ts';
import clients from './clients/module.ts';
import leads from './leads/module.ts';
import notes from './notes/module.ts';
import type { OperationId, Routes } from './platform/contract-types.ts';
import type { Module } from './platform/module.ts';
import { platformRoutes } from './platform/routes.ts';
import projects from './projects/module.ts';
import team from './team/module.ts';

/** The rooms in their order: each may call those before it, and announces to those after it. */
export const modules = [account, team, notes, clients, projects, leads] as const;

/** The same, as the platform sees them. */
export const rooms: readonly Module[] = modules;

const served = {
  ...platformRoutes,
  ...account.routes,
  ...team.routes,
  ...notes.routes,
  ...clients.routes,
  ...projects.routes,
  ...leads.routes,
};

/** Every operation of openapi.yaml; one without a handler does not compile. */
export const routes: Routes & Record<Exclude<OperationId, keyof typeof served>, never> = served;
