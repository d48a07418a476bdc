import account from './account/module.ts';
import activity from './activity/module.ts';
import clients from './clients/module.ts';
import leads from './leads/module.ts';
import notes from './notes/module.ts';
import type { OperationId, Routes } from './platform/contract-types.ts';
import type { Module } from './platform/module.ts';
import { platformRoutes } from './platform/routes.ts';
import projects from './projects/module.ts';

/** The rooms in their order: each may call those before it, and announces to those after it. */
export const modules: readonly Module[] = [account, notes, clients, projects, leads, activity];

const served = {
  ...platformRoutes,
  ...account.routes,
  ...notes.routes,
  ...clients.routes,
  ...projects.routes,
  ...leads.routes,
  ...activity.routes,
};

/** Every operation of openapi.yaml; one without a handler does not compile. */
export const routes: Routes & Record<Exclude<OperationId, keyof typeof served>, never> = served;
