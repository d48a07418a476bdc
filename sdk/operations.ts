// Generated from openapi.yaml by `npm run generate`. Do not edit.
// Flags after the path: b body, m merge patch, r raw bytes, q query, p paginated, s stream.

export const account = {
  register: 'POST /v1/account/register b',
  previewRegistration: 'POST /v1/account/preview-registration b',
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
} as const;

export const events = {
  list: 'GET /v1/events qp',
  stream: 'GET /v1/events/stream s',
  get: 'GET /v1/events/{eventId}',
} as const;

export const operations = { account, sessions, workspaces, workspace, apiKeys, challenges, files, changes, notes, leadForms, leadPipeline, leads, events } as const;

/** Every problem code of the contract. */
export const problemCodes = ["body_too_large","credential_not_allowed","csrf_refused","file_not_found","file_type_mismatch","forbidden","form_not_found","idempotency_key_in_use","idempotency_key_reused","if_match_required","internal_error","invalid_encoding","invalid_json","invalid_request","invalid_transition","last_form","method_not_allowed","not_deleted","not_found","origin_not_allowed","proof_invalid","proof_required","proof_spent","rate_limited","secret_key_in_browser","slug_taken","stage_in_use","stage_not_found","subject_not_found","token_invalid","too_fast","unauthenticated","unavailable","unsupported_media_type","version_stale"] as const;
