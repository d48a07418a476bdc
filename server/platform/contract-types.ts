import type { operations } from '../../sdk/schema.ts';
import type { Caller } from './authenticate.ts';
import type { Context } from './context.ts';

/** Operations that the server serves; `on.*` are what webhook receivers serve. */
export type OperationId = Exclude<keyof operations, `on.${string}` | 'events.stream'>;

type Parameters<Op extends OperationId, Place extends string> =
  operations[Op]['parameters'] extends Record<Place, infer Values>
    ? NonNullable<Values>
    : operations[Op]['parameters'] extends { [key in Place]?: infer Values }
      ? NonNullable<Values>
      : Record<string, never>;

type BodyOf<Op extends OperationId> = operations[Op] extends { requestBody: { content: infer Content } }
  ? Content extends { 'application/json': infer Body }
    ? Body
    : Content extends { 'application/merge-patch+json': infer Body }
      ? Body
      : Uint8Array
  : undefined;

type Succeeding = 200 | 201 | 202 | 204;
type Answers<Op extends OperationId> = operations[Op]['responses'];

/** A text that is sent while it is made. */
export interface Download {
  fileName: string;
  contentType: string;
  chunks: AsyncIterable<string>;
}

/** The body of an operation's one success status; a handler of a 204 just returns. */
export type Success<Op extends OperationId> = {
  [Status in keyof Answers<Op> & Succeeding]: Answers<Op>[Status] extends {
    content: { 'application/json': infer Body };
  }
    ? Body
    : Answers<Op>[Status] extends { content: { 'text/csv': string } }
      ? Download
      : Awaited<ReturnType<() => void>>;
}[keyof Answers<Op> & Succeeding];

export interface RequestMeta {
  caller: Caller;
  requestId: string;
  /** The address the request came from, after trusted proxies. */
  ip: string;
  userAgent: string;
  contentType: string;
  /** The header Alloza-Proof, if sent. */
  proof: string | undefined;
}

export interface Input<Op extends OperationId> {
  path: Parameters<Op, 'path'>;
  query: Parameters<Op, 'query'>;
  body: BodyOf<Op>;
  /** The version in If-Match; `*` only from secret keys. Present where the operation asks for it. */
  ifMatch: number | '*';
  meta: RequestMeta;
}

/** Three to eight lines between the contract and a verb. */
export type Handler<Op extends OperationId> = (ctx: Context, input: Input<Op>) => Promise<Success<Op>>;

/** Runs a piece of work in a transaction of its own. */
export type Open = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;

/**
 * An operation that has to wait for something no transaction may be held open for: a vendor, a slow hash.
 * `manually` waits, looks up what it needs by `open`, and answers what to do in the operation's own transaction. A state
 * that it finds is refused only there: before it, nobody has asked whether a stored answer is to be replayed.
 */
export interface ManualRoute<Op extends OperationId> {
  manually(open: Open, input: Input<Op>): Promise<(ctx: Context) => Promise<Success<Op>>>;
}

export type Routes = { [Op in OperationId]?: Handler<Op> | ManualRoute<Op> };
