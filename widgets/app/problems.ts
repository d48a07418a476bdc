/** What an error means to the person at the screen. Pure. */
import { isAllozaError } from '@alloza/sdk/core';

export type ProblemKind =
  | 'offline'
  | 'signedOut'
  | 'forbidden'
  | 'missing'
  | 'stale'
  | 'refused'
  | 'invalid'
  | 'busy'
  | 'broken';

export interface ProblemView {
  readonly kind: ProblemKind;
  /** The stable code, for texts of particular cases such as `slug_taken`. */
  readonly code: string;
  /** The server's own sentence, if there is one. */
  readonly detail?: string;
  readonly requestId?: string;
  /** Seconds to wait, as the server asked. */
  readonly retryAfter?: number;
  /** Messages by field name (`name`, `origins`), from the pointers of a 422. */
  readonly fields: Readonly<Record<string, string>>;
}

export function viewProblem(error: unknown): ProblemView {
  if (!isAllozaError(error)) return { kind: 'broken', code: 'unexpected', fields: {} };
  const { code, status, requestId, retryAfter, problem } = error;
  return {
    kind: kindOf(code, status),
    code,
    detail: problem?.detail,
    requestId,
    retryAfter,
    fields: fieldsOf(problem),
  };
}

function kindOf(code: string, status: number | undefined): ProblemKind {
  if (code === 'network_error' || code === 'timeout') return 'offline';
  switch (status) {
    case 401:
      return 'signedOut';
    case 403:
      return 'forbidden';
    case 404:
      return 'missing';
    case 412:
      return 'stale';
    case 409:
      return 'refused';
    case 400:
    case 413:
    case 415:
    case 422:
      return 'invalid';
    case 429:
      return 'busy';
    default:
      return 'broken';
  }
}

function fieldsOf(problem: { errors?: { pointer: string; message: string }[] } | undefined): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { pointer, message } of problem?.errors ?? []) {
    const name = pointer.split('/').find((part) => part !== '' && part !== 'query' && part !== 'header');
    if (name) fields[name] ??= message;
  }
  return fields;
}
