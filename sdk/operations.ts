// Generated from openapi.yaml by `npm run generate`. Do not edit.
// How to read it: table.ts.

export { rowsOf } from './table.ts';

export const account =
  'register=P/register:b previewRegistration=P/preview-registration:b verifyEmail=P/verify-email:b requestPasswordReset=P/request-password-reset:b resetPassword=P/reset-password:b me=G update=M:b';
export const sessions =
  'list revoke=D/{}';
export const workspaces =
  'list create';
export const workspace =
  'get=G update=M:b public=G/public';
export const apiKeys =
  'list create get update revoke';
export const challenges =
  'create';
export const files =
  'create:brq get';
export const changes =
  'list';
export const notes =
  'list create get update delete';
export const leadForms =
  'list create get update delete public=G/{}/public';
export const leadPipeline =
  'get=G update=M:b';
export const leads =
  'list create summary=G/summary get update delete restore move:b timeline=G/{}/timeline:qp convert:b';
export const events =
  'list stream=G/stream:s get';
export const clients =
  'list create tags=G/tags duplicates=G/duplicates:qp get update delete restore merge:b unmerge:b timeline=G/{}/timeline:qp';
export const savedViews =
  'list create get update delete';
export const projectPipeline =
  'get=G update=M:b';
export const projects =
  'list create summary=G/summary get update delete restore move:b archive:b timeline=G/{}/timeline:qp applyTaskTemplate:b';
export const tasks =
  'list create get update delete';
export const taskTemplates =
  'list create get update delete';

export const operations = { account, sessions, workspaces, workspace, apiKeys, challenges, files, changes, notes, leadForms, leadPipeline, leads, events, clients, savedViews, projectPipeline, projects, tasks, taskTemplates };
