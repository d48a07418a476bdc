import type { components } from '../../sdk/schema.ts';

export type ProblemBody = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type FieldError = { pointer: string; code: string; message: string };

/** An answer that is an RFC 9457 problem. Thrown anywhere, written out by the contract layer. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, status: number, title: string, more: ProblemDetails = {}) {
    super(title);
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = more.detail;
    this.errors = more.errors;
    this.headers = more.headers ?? {};
  }

  body(requestId: string): ProblemBody {
    return {
      type: `/docs/errors/${this.code}`,
      title: this.title,
      status: this.status,
      ...(this.detail ? { detail: this.detail } : {}),
      code: this.code,
      requestId,
      ...(this.errors ? { errors: this.errors } : {}),
    };
  }
}

export interface ProblemDetails {
  detail?: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
}

export interface ErrorRow {
  status: number;
  title: string;
}

type Factories<Rows> = { readonly [Code in keyof Rows]: (more?: ProblemDetails) => Problem } & { readonly rows: Rows };

/** Turns a table with one row a code into functions that make the problem: `throw errors.stage_in_use()`. */
export function defineErrors<const Rows extends Partial<Record<ProblemCode, ErrorRow>>>(rows: Rows): Factories<Rows> {
  const factories: Record<string, unknown> = { rows };
  for (const [code, row] of Object.entries(rows) as [ProblemCode, ErrorRow][]) {
    factories[code] = (more?: ProblemDetails) => new Problem(code, row.status, row.title, more);
  }
  return factories as Factories<Rows>;
}

/** The problems any operation may answer. */
export const problems = defineErrors({
  invalid_json: { status: 400, title: 'The body is not valid JSON' },
  invalid_encoding: { status: 400, title: 'The address or body is not valid UTF-8' },
  unauthenticated: { status: 401, title: 'A valid credential is needed' },
  forbidden: { status: 403, title: 'Your role or scope does not allow this' },
  credential_not_allowed: { status: 403, title: 'This kind of credential can not do this' },
  origin_not_allowed: { status: 403, title: 'The key may not be used from this origin' },
  csrf_refused: { status: 403, title: 'The request did not come from our own pages' },
  secret_key_in_browser: { status: 403, title: 'A secret key must not be used in a browser' },
  not_found: { status: 404, title: 'There is no such object' },
  method_not_allowed: { status: 405, title: 'The address does not take this method' },
  idempotency_key_in_use: { status: 409, title: 'A request with this Idempotency-Key is under way' },
  version_stale: { status: 412, title: 'The object has changed since you read it' },
  body_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body has another content type' },
  invalid_request: { status: 422, title: 'The request does not fit the contract' },
  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key was used with another request' },
  if_match_required: { status: 428, title: 'Send the version you read in If-Match' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service can not answer now' },
});

/** A 422 for one field. */
export const invalid = (pointer: string, code: string, message: string): Problem =>
  problems.invalid_request({ errors: [{ pointer, code, message }] });
