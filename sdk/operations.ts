// Generated from openapi.yaml by `npm run generate`. Do not edit.
// How to read it: table.ts.

export { rowsOf } from './table.ts';

export const account =
  'register=/Pb previewRegistration=/Pb verifyEmail=/Pb requestPasswordReset=/Pb resetPassword=/Pb me=G update=Mb changePassword=/Pb changeEmail=/Pb confirmEmail=/Pb';
export const sessions =
  'list revoke=:D';
export const workspaces =
  'list create';
export const workspace =
  'get=G update=Mb public=/G';
export const apiKeys =
  'list create get update revoke';
export const challenges =
  'create';
export const files =
  'create=Pbrq get';
export const changes =
  'list';
export const notes =
  'list create get update delete';
export const leadForms =
  'list create get update delete public=:/G';
export const leadPipeline =
  'get=G update=Mb';
export const leads =
  'list create summary=/G get update delete restore move=:/Pb timeline=:/Gqp convert=:/Pb';
export const events =
  'list stream=/Gs get';
export const clients =
  'list create tags=/G duplicates=/Gqp get update delete restore merge=:/Pb unmerge=:/Pb timeline=:/Gqp';
export const savedViews =
  'list create get update delete';
export const projectPipeline =
  'get=G update=Mb';
export const projects =
  'list create summary=/G get update delete restore move=:/Pb archive=:/Pb timeline=:/Gqp applyTaskTemplate=:/Pb';
export const tasks =
  'list create get update delete';
export const taskTemplates =
  'list create get update delete';

export const operations = { account, sessions, workspaces, workspace, apiKeys, challenges, files, changes, notes, leadForms, leadPipeline, leads, events, clients, savedViews, projectPipeline, projects, tasks, taskTemplates };
