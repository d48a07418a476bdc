import account from './account/module.ts';
import activity from './activity/module.ts';
import clients from './clients/module.ts';
import connections from './connections/module.ts';
import imports from './imports/module.ts';
import leads from './leads/module.ts';
import notes from './notes/module.ts';
import type { OperationId, Routes } from './platform/contract-types.ts';
import type { EncryptedColumn } from './platform/encrypted.ts';
import { fileJobs } from './platform/file-store.ts';
import { mailJobs } from './platform/mail.ts';
import type { Module } from './platform/module.ts';
import { mailSecrets } from './platform/outbox.ts';
import { platformRoutes } from './platform/routes.ts';
import projects from './projects/module.ts';
import team from './team/module.ts';

/** The rooms in their order: each may call those before it, and announces to those after it. */
export const modules = [account, team, connections, notes, clients, projects, leads, imports, activity] as const;

const platformModule: Module = {
  name: 'platform',
  jobs: { ...mailJobs, ...fileJobs },
  encrypted: [mailSecrets],
};

/** The rooms, and what belongs to none. */
export const rooms: readonly Module[] = [platformModule, ...modules];

/** Everything that is encrypted at rest. */
export const encryptedColumns: readonly EncryptedColumn[] = rooms.flatMap((room) => room.encrypted ?? []);

const served = {
  ...platformRoutes,
  ...account.routes,
  ...team.routes,
  ...connections.routes,
  ...notes.routes,
  ...clients.routes,
  ...projects.routes,
  ...leads.routes,
  ...imports.routes,
  ...activity.routes,
};

/** Every operation of openapi.yaml; one without a handler does not compile. */
export const routes: Routes & Record<Exclude<OperationId, keyof typeof served>, never> = served;
