// Generated from openapi.yaml by `npm run generate`. Do not edit.
// Flags after the path: b body, m merge patch, r raw bytes, q query, p paginated, s stream.

export const account = {
  register: 'POST /v1/account/register b',
  verifyEmail: 'POST /v1/account/verify-email b',
  requestPasswordReset: 'POST /v1/account/request-password-reset b',
  resetPassword: 'POST /v1/account/reset-password b',
  me: 'GET /v1/account',
  update: 'PATCH /v1/account bm',
} as const;

export const sessions = {
  list: 'GET /v1/sessions qp',
  revoke: 'DELETE /v1/sessions/{sessionId}',
} as const;

export const workspaces = {
  list: 'GET /v1/workspaces qp',
  create: 'POST /v1/workspaces b',
} as const;

export const workspace = {
  get: 'GET /v1/workspace',
  update: 'PATCH /v1/workspace bm',
  public: 'GET /v1/workspace/public',
} as const;

export const apiKeys = {
  list: 'GET /v1/api-keys qp',
  create: 'POST /v1/api-keys b',
  get: 'GET /v1/api-keys/{apiKeyId}',
  update: 'PATCH /v1/api-keys/{apiKeyId} bm',
  revoke: 'POST /v1/api-keys/{apiKeyId}/revoke',
} as const;

export const challenges = {
  create: 'POST /v1/challenges b',
} as const;

export const files = {
  create: 'POST /v1/files brq',
  get: 'GET /v1/files/{fileId}',
} as const;

export const changes = {
  list: 'GET /v1/changes qp',
} as const;

export const notes = {
  list: 'GET /v1/notes qp',
  create: 'POST /v1/notes b',
  get: 'GET /v1/notes/{noteId}',
  update: 'PATCH /v1/notes/{noteId} bm',
  delete: 'DELETE /v1/notes/{noteId}',
} as const;

export const leadForms = {
  list: 'GET /v1/lead-forms qp',
  create: 'POST /v1/lead-forms b',
  get: 'GET /v1/lead-forms/{leadFormId}',
  update: 'PATCH /v1/lead-forms/{leadFormId} bm',
  delete: 'DELETE /v1/lead-forms/{leadFormId}',
  public: 'GET /v1/lead-forms/{leadFormId}/public',
} as const;

export const leadPipeline = {
  get: 'GET /v1/lead-pipeline',
  update: 'PATCH /v1/lead-pipeline bm',
} as const;

export const leads = {
  list: 'GET /v1/leads qp',
  create: 'POST /v1/leads b',
  summary: 'GET /v1/leads/summary',
  get: 'GET /v1/leads/{leadId}',
  update: 'PATCH /v1/leads/{leadId} bm',
  delete: 'DELETE /v1/leads/{leadId}',
  restore: 'POST /v1/leads/{leadId}/restore',
  move: 'POST /v1/leads/{leadId}/move b',
  timeline: 'GET /v1/leads/{leadId}/timeline qp',
  convert: 'POST /v1/leads/{leadId}/convert b',
} as const;

export const events = {
  list: 'GET /v1/events qp',
  stream: 'GET /v1/events/stream s',
  get: 'GET /v1/events/{eventId}',
} as const;

export const clients = {
  list: 'GET /v1/clients qp',
  create: 'POST /v1/clients b',
  tags: 'GET /v1/clients/tags',
  duplicates: 'GET /v1/clients/duplicates qp',
  get: 'GET /v1/clients/{clientId}',
  update: 'PATCH /v1/clients/{clientId} bm',
  delete: 'DELETE /v1/clients/{clientId}',
  restore: 'POST /v1/clients/{clientId}/restore',
  merge: 'POST /v1/clients/{clientId}/merge b',
  unmerge: 'POST /v1/clients/{clientId}/unmerge b',
  timeline: 'GET /v1/clients/{clientId}/timeline qp',
} as const;

export const savedViews = {
  list: 'GET /v1/saved-views qp',
  create: 'POST /v1/saved-views b',
  get: 'GET /v1/saved-views/{savedViewId}',
  update: 'PATCH /v1/saved-views/{savedViewId} bm',
  delete: 'DELETE /v1/saved-views/{savedViewId}',
} as const;

export const projectPipeline = {
  get: 'GET /v1/project-pipeline',
  update: 'PATCH /v1/project-pipeline bm',
} as const;

export const projects = {
  list: 'GET /v1/projects qp',
  create: 'POST /v1/projects b',
  summary: 'GET /v1/projects/summary',
  get: 'GET /v1/projects/{projectId}',
  update: 'PATCH /v1/projects/{projectId} bm',
  delete: 'DELETE /v1/projects/{projectId}',
  restore: 'POST /v1/projects/{projectId}/restore',
  move: 'POST /v1/projects/{projectId}/move b',
  archive: 'POST /v1/projects/{projectId}/archive b',
  timeline: 'GET /v1/projects/{projectId}/timeline qp',
  applyTaskTemplate: 'POST /v1/projects/{projectId}/apply-task-template b',
} as const;

export const tasks = {
  list: 'GET /v1/tasks qp',
  create: 'POST /v1/tasks b',
  get: 'GET /v1/tasks/{taskId}',
  update: 'PATCH /v1/tasks/{taskId} bm',
  delete: 'DELETE /v1/tasks/{taskId}',
} as const;

export const taskTemplates = {
  list: 'GET /v1/task-templates qp',
  create: 'POST /v1/task-templates b',
  get: 'GET /v1/task-templates/{taskTemplateId}',
  update: 'PATCH /v1/task-templates/{taskTemplateId} bm',
  delete: 'DELETE /v1/task-templates/{taskTemplateId}',
} as const;

export const operations = { account, sessions, workspaces, workspace, apiKeys, challenges, files, changes, notes, leadForms, leadPipeline, leads, events, clients, savedViews, projectPipeline, projects, tasks, taskTemplates } as const;

/** Every problem code of the contract. */
export const problemCodes = ["body_too_large","client_not_found","credential_not_allowed","csrf_refused","email_taken","file_not_found","file_type_mismatch","forbidden","form_not_found","idempotency_key_in_use","idempotency_key_reused","if_match_required","internal_error","invalid_encoding","invalid_json","invalid_request","invalid_transition","last_form","member_not_found","merge_final","merge_impossible","merge_not_found","merged","method_not_allowed","not_deleted","not_found","origin_not_allowed","project_not_found","proof_invalid","proof_required","proof_spent","rate_limited","secret_key_in_browser","slug_taken","stage_in_use","stage_not_found","subject_not_found","task_template_not_found","token_invalid","too_fast","unauthenticated","unavailable","unsupported_media_type","version_stale"] as const;
