// Generated from openapi.yaml by `npm run generate`. Do not edit.
// How to read it: table.ts.

export { rowsOf } from './table.ts';

// Each resource by itself, for clients of a few.
export const account =
  'register=POST/b previewRegistration=POST/b verifyEmail=POST/b requestPasswordReset=POST/b resetPassword=POST/b me=GET update=PATCHb unlinkGoogle=POST/ changePassword=POST/b changeEmail=POST/b confirmEmail=POST/b';
export const sessions =
  'list revoke=DELETE:';
export const workspaces =
  'list create';
export const workspace =
  'get=GET update=PATCHb public=GET/';
export const apiKeys =
  'list create get update revoke rotate=POST:/b';
export const challenges =
  'create';
export const files =
  'create=POSTbrq get';
export const changes =
  'list';
export const notes =
  'list create get update delete';
export const leadForms =
  'list create get update delete public=GET:/';
export const leadPipeline =
  'get=GET update=PATCHb';
export const leads =
  'list create summary=GET/ export=GET/q get update delete restore move=POST:/b timeline=GET:/qp convert=POST:/b';
export const events =
  'list stream=GET/s get';
export const clients =
  'list create tags=GET/ duplicates=GET/qp export=GET/q get update delete restore merge=POST:/b unmerge=POST:/b timeline=GET:/qp';
export const savedViews =
  'list create get update delete';
export const projectPipeline =
  'get=GET update=PATCHb';
export const projects =
  'list create summary=GET/ export=GET/q get update delete restore move=POST:/b archive=POST:/b timeline=GET:/qp applyTaskTemplate=POST:/b';
export const tasks =
  'list create get update delete';
export const taskTemplates =
  'list create get update delete';
export const imports =
  'list create=POSTbrq get update delete check run cancel undo rows=GET:/qp';
export const members =
  'list get update remove=DELETE: transferOwnership=POST:/b leave=POST/';
export const connections =
  'list disconnect=DELETE:';
export const invitations =
  'list create revoke=DELETE: view=POST/b accept=POST/b';

// All resources, written out again: an object made of the constants above would cost a bundle 5 bytes a resource.
export const operations = {
  account: 'register=POST/b previewRegistration=POST/b verifyEmail=POST/b requestPasswordReset=POST/b resetPassword=POST/b me=GET update=PATCHb unlinkGoogle=POST/ changePassword=POST/b changeEmail=POST/b confirmEmail=POST/b',
  sessions: 'list revoke=DELETE:',
  workspaces: 'list create',
  workspace: 'get=GET update=PATCHb public=GET/',
  apiKeys: 'list create get update revoke rotate=POST:/b',
  challenges: 'create',
  files: 'create=POSTbrq get',
  changes: 'list',
  notes: 'list create get update delete',
  leadForms: 'list create get update delete public=GET:/',
  leadPipeline: 'get=GET update=PATCHb',
  leads: 'list create summary=GET/ export=GET/q get update delete restore move=POST:/b timeline=GET:/qp convert=POST:/b',
  events: 'list stream=GET/s get',
  clients: 'list create tags=GET/ duplicates=GET/qp export=GET/q get update delete restore merge=POST:/b unmerge=POST:/b timeline=GET:/qp',
  savedViews: 'list create get update delete',
  projectPipeline: 'get=GET update=PATCHb',
  projects: 'list create summary=GET/ export=GET/q get update delete restore move=POST:/b archive=POST:/b timeline=GET:/qp applyTaskTemplate=POST:/b',
  tasks: 'list create get update delete',
  taskTemplates: 'list create get update delete',
  imports: 'list create=POSTbrq get update delete check run cancel undo rows=GET:/qp',
  members: 'list get update remove=DELETE: transferOwnership=POST:/b leave=POST/',
  connections: 'list disconnect=DELETE:',
  invitations: 'list create revoke=DELETE: view=POST/b accept=POST/b',
};
