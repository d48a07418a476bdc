// How a row of the operations table becomes a typed method. No code: everything here disappears in the build.
import type { Call } from './call.ts';
import type { ListCall } from './pages.ts';
import type { components, operations, webhooks } from './schema.ts';

/** A named object of the contract, for example `Schema<'Lead'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The name of an event, for example `'lead.created'`. */
export type EventType = keyof webhooks;

/** One event of the catalogue by its name; `AllozaEvent` alone is the union of all, told apart by `type`. */
export type AllozaEvent<Type extends EventType = EventType> = {
  [T in Type]: Omit<JsonOf<webhooks[T]['post']['requestBody']>, 'type'> & { type: T };
}[Type];

/** Resources by name, as `@alloza/sdk/operations` exports them: `{ leads }`. */
export type Resources = Readonly<Record<string, string>>;

/** The client of a set of resources: `client.<resource>.<verb>(...)`. */
export type Client<R extends Resources> = { readonly [Name in keyof R]: Verbs<Name & string> };

type Verbs<Resource extends string> = {
  readonly [Op in keyof operations as Op extends `${Resource}.${infer Verb}` ? Verb : never]: Method<operations[Op]>;
};

/** What every call takes as its last argument. */
export interface CallOptions {
  /** Ends the call at once, also between two tries. The call then throws the signal's reason. */
  signal?: AbortSignal;
  /** Milliseconds that one try may take. For a stream: milliseconds of silence before it reconnects. */
  timeout?: number;
  /** Milliseconds that the call may take with all its tries and the waits between them. */
  deadline?: number;
  /** Further headers. They win over those that the client sets. */
  headers?: Record<string, string>;
}

/** Options that exist only where the operation takes the header. */
interface HeaderOptions {
  'Idempotency-Key': {
    /** Names this write for 24 hours: sending it again changes nothing. By default each call makes its own key. */
    idempotencyKey?: string;
  };
  'If-Match': {
    /** The `version` that you read, or its ETag. A secret key may send `'*'` to overwrite whatever is there. */
    ifMatch: number | string;
  };
  'Alloza-Proof': {
    /** The solution of a challenge (`challenges.create`). Needed with a publishable key. */
    proof?: string;
  };
  'Last-Event-ID': {
    /** The `sequence` of the last event that you have; the stream goes on behind it. */
    lastEventId?: number | string;
  };
}

interface RawOptions {
  /** The media type of the bytes, for example `'image/png'`. By default the Blob's own type. */
  contentType?: string;
}

interface StreamOptions {
  /** Told each time the stream opens (`'live'`) and each time it breaks and waits to reconnect (`'waiting'`). */
  onStatus?: (status: 'live' | 'waiting') => void;
}

type Method<Op extends Operation> = (
  ...args: [...PathArgument<Op>, ...BodyArgument<Op>, ...QueryArgument<Op>, ...OptionsArgument<Op>]
) => Answer<Op>;

interface Operation {
  parameters: { path?: unknown; query?: unknown; header?: unknown };
  requestBody?: unknown;
  responses: object;
}

/** The operations name one id at most in their path. */
type PathArgument<Op extends Operation> = [NonNullable<Op['parameters']['path']>] extends [never] ? [] : [id: string];

type BodyArgument<Op extends Operation> = [NonNullable<Op['requestBody']>] extends [never]
  ? []
  : TakesBytes<Op> extends true
    ? [bytes: Blob | Uint8Array<ArrayBuffer> | ArrayBuffer]
    : undefined extends Op['requestBody']
      ? [body?: JsonOf<Op['requestBody']>]
      : [body: JsonOf<Op['requestBody']>];

type TakesBytes<Op extends Operation> = [NonNullable<Op['requestBody']>] extends [never]
  ? false
  : [JsonOf<Op['requestBody']>] extends [never]
    ? true
    : false;

/** Parameters that the operation does not have are `never`; here they become `{}`, since `keyof never` is every key. */
type Given<Parameters> = [NonNullable<Parameters>] extends [never] ? Record<never, never> : NonNullable<Parameters>;

type QueryArgument<Op extends Operation> = [NonNullable<Op['parameters']['query']>] extends [never]
  ? []
  : undefined extends Op['parameters']['query']
    ? [query?: NonNullable<Op['parameters']['query']>]
    : [query: Op['parameters']['query']];

type OptionsArgument<Op extends Operation> =
  Record<never, never> extends OptionsOf<Op> ? [options?: OptionsOf<Op>] : [options: OptionsOf<Op>];

type OptionsOf<Op extends Operation> = CallOptions &
  Intersection<HeaderOptions[keyof HeaderOptions & keyof Given<Op['parameters']['header']>]> &
  (TakesBytes<Op> extends true ? RawOptions : unknown) &
  (IsStream<Op> extends true ? StreamOptions : unknown);

type Answer<Op extends Operation> =
  IsStream<Op> extends true
    ? AsyncGenerator<AllozaEvent, void, undefined>
    : Success<Op> extends { items: (infer Item)[]; next: string | null }
      ? ListCall<Item>
      : Call<Success<Op>>;

type IsStream<Op extends Operation> = Op['responses'] extends { 200: { content: { 'text/event-stream': unknown } } }
  ? true
  : false;

/** The body of the 2xx answer: JSON, nothing (204), or a Blob for any other media type. */
type Success<Op extends Operation> = {
  [Status in keyof Op['responses'] & (200 | 201 | 202 | 204)]: Op['responses'][Status] extends { content: infer C }
    ? C extends { 'application/json': infer Json }
      ? Json
      : Blob
    : undefined;
}[keyof Op['responses'] & (200 | 201 | 202 | 204)];

type JsonOf<Body> =
  NonNullable<Body> extends { content: infer C }
    ? C[keyof C & ('application/json' | 'application/merge-patch+json')]
    : never;

type Intersection<Union> = [Union] extends [never]
  ? unknown
  : (Union extends unknown ? (each: Union) => void : never) extends (all: infer All) => void
    ? All
    : never;
