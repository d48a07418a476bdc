import type { components } from './schema.ts';

/** An RFC 9457 problem, as the server answers it. */
export type Problem = components['schemas']['Problem'];

/**
 * Every `code` an `AllozaError` can have: those of the contract, and three of the client itself.
 * `network_error`: no answer arrived. `timeout`: not in time. `unexpected_response`: the answer is not of this API
 * (a proxy's error page, or a wrong `baseUrl`).
 */
export type ErrorCode = components['schemas']['ProblemCode'] | 'network_error' | 'timeout' | 'unexpected_response';

/** Marks the errors of every copy of the SDK, since `instanceof` fails between two copies of it on one page. */
const brand = Symbol.for('alloza.error');

/** What an `AllozaError` tells beside its message. */
export interface ErrorDetails extends ErrorOptions {
  /** The stable code; those of the contract each have a page under /docs/errors. */
  readonly code: ErrorCode;
  /** The HTTP status; undefined when no answer arrived. */
  readonly status?: number;
  /** Names the request in the server's log. Tell it to support. */
  readonly requestId?: string;
  /** Whether the same call may succeed later. The client has used up its own retries by then. */
  readonly retryable: boolean;
  /** Seconds that the server asked to wait, if it did. */
  readonly retryAfter?: number;
  /** The server's own words, with a JSON Pointer for every field that it did not accept. */
  readonly problem?: Problem;
}

export interface AllozaError extends ErrorDetails {}

/** The base of all errors that a call throws, except a caller's own abort, which throws the signal's reason. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor assigns every detail
export class AllozaError extends Error {
  override name = 'AllozaError';
  readonly [brand] = true;

  constructor(message: string, details: ErrorDetails) {
    super(message, details);
    Object.assign(this, details);
  }
}

/** 401: the key or the session is missing, wrong, revoked or expired. */
export class AuthenticationError extends AllozaError {
  override name = 'AuthenticationError';
}

/** 403: the caller is known but may not do this, or not from this origin. */
export class PermissionError extends AllozaError {
  override name = 'PermissionError';
}

/** 404: there is no such object, or it belongs to another studio. */
export class NotFoundError extends AllozaError {
  override name = 'NotFoundError';
}

/** 409 and 412: the object's state does not allow this, or somebody changed it since you read it (`version_stale`). */
export class ConflictError extends AllozaError {
  override name = 'ConflictError';
}

/** 400, 413, 415, 422 and 428: the request is not acceptable as sent; `problem.errors` points at the fields. */
export class ValidationError extends AllozaError {
  override name = 'ValidationError';
}

/** 429: too many requests; `retryAfter` says how long to wait. */
export class RateLimitError extends AllozaError {
  override name = 'RateLimitError';
}

/** 5xx: the server failed. */
export class ServerError extends AllozaError {
  override name = 'ServerError';
}

/** No answer arrived: offline, DNS, TLS, a refused or broken connection, or CORS in a browser. */
export class ConnectionError extends AllozaError {
  override name = 'ConnectionError';
}

/** No answer arrived in time. */
export class TimeoutError extends AllozaError {
  override name = 'TimeoutError';
}

/** Whether a thrown value is an error of this SDK, whichever copy of it threw. */
export function isAllozaError(error: unknown): error is AllozaError {
  return error instanceof Error && brand in error;
}

const byStatus: Record<number, typeof AllozaError> = {
  400: ValidationError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  412: ConflictError,
  413: ValidationError,
  415: ValidationError,
  422: ValidationError,
  428: ValidationError,
  429: RateLimitError,
};

/**
 * The error that an answer stands for.
 *
 * @param problem The answer's body, if that is a problem. Without it the answer is not of this API.
 */
export function errorOf({ status, headers }: Response, problem: Problem | undefined): AllozaError {
  const {
    code = 'unexpected_response',
    detail,
    title,
    requestId = headers.get('request-id') ?? undefined,
  } = problem ?? {};
  const Kind = byStatus[status] ?? (status >= 500 ? ServerError : AllozaError);
  return new Kind(detail ?? title ?? `The answer (${status}) is not one of Alloza. Is baseUrl right?`, {
    code,
    status,
    requestId,
    retryable: status >= 500 || status === 429 || status === 408 || code === 'idempotency_key_in_use',
    retryAfter: secondsOf(headers.get('retry-after')),
    problem,
  });
}

/** `Retry-After` holds seconds or an HTTP date. */
function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = Number(retryAfter) || (Date.parse(retryAfter ?? '') - Date.now()) / 1000;
  return Math.max(0, seconds) || undefined;
}
