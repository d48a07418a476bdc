// One call on the wire: its request, its tries, its answer.
import type { Answered } from './call.ts';
import { type AllozaError, errorOf, type Problem } from './errors.ts';
import type { Settings } from './settings.ts';
import { pause, within } from './timing.ts';

/** One call of one operation: its row of the table, and the arguments in their places. */
export interface Invocation {
  method: string;
  path: string;
  flags: string;
  id: unknown;
  body: unknown;
  query: Record<string, unknown>;
  options: InvocationOptions;
}

/** The options of any call, in one. */
export interface InvocationOptions {
  signal?: AbortSignal;
  timeout?: number;
  deadline?: number;
  headers?: Record<string, string>;
  idempotencyKey?: string;
  ifMatch?: number | string;
  proof?: string;
  lastEventId?: number | string;
  contentType?: string;
  onStatus?: (status: 'live' | 'waiting') => void;
}

/** Milliseconds that a call waits between two tries at most. Asked to wait longer, it gives up. */
const longestWait = 60_000;

/** Sends a call, again where that is safe and may help, and reads its answer. */
export async function send<T>(settings: Settings, invocation: Invocation): Promise<Answered<T>> {
  const { signal, timeout = settings.timeout, deadline = settings.deadline, ifMatch } = invocation.options;
  // Sent twice it does no more than sent once: a POST has its key, a PATCH needs its precondition.
  const isSafe = invocation.method !== 'PATCH' || ifMatch != null;
  const tryFor = triesOf<T>(settings, invocation);
  const end = Date.now() + deadline;
  for (let attempt = 0; ; attempt++) {
    try {
      return await tryFor(Math.min(timeout, end - Date.now()));
    } catch (thrown) {
      // A caller's abort may throw anything at all.
      const error = thrown as AllozaError | undefined;
      if (!error?.retryable || attempt >= settings.retries || !isSafe) throw thrown;
      await pause(error, attempt, signal, Math.min(longestWait, end - Date.now()));
    }
  }
}

/**
 * Makes a call ready to be sent once or more often, under one idempotency key. What it gives sends it once and reads the
 * answer, in so many milliseconds.
 */
export function triesOf<T>(settings: Settings, invocation: Invocation): (ms: number) => Promise<Answered<T>> {
  const { method, query, options } = invocation;
  const url = new URL(settings.base + invocation.path.replace('{}', () => segmentOf(invocation.id)));
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) if (each != null) url.searchParams.append(name, String(each));
  }
  const { body, contentType } = bodyOf(invocation);
  const given = {
    authorization: settings.authorization,
    'alloza-workspace': settings.workspace,
    'content-type': contentType,
    'idempotency-key': options.idempotencyKey ?? (method === 'POST' ? newKey() : undefined),
    'if-match': options.ifMatch?.toString().replace(/^[^*"]+$/, '"$&"'),
    'alloza-proof': options.proof,
    'last-event-id': options.lastEventId,
  };
  const headers = new Headers();
  for (const [name, value] of Object.entries({ ...given, ...options.headers })) {
    if (value != null) headers.set(name, String(value));
  }
  return (ms) =>
    within(ms, options.signal, async (signal) => {
      // A fresh request for every try, since one can be sent only once.
      const request = new Request(url, { method, headers, body, signal, credentials: settings.credentials });
      const response = await settings.fetch(request);
      return { data: (await read(response)) as T, response };
    });
}

/** A path segment. An empty one, `.` and `..` would make the URL name another operation. */
function segmentOf(id: unknown): string {
  if (typeof id !== 'string' || /^\.{0,2}$/.test(id)) throw new TypeError(`Not an id: "${id}"`);
  return encodeURIComponent(id);
}

function bodyOf({ method, flags, body, options }: Invocation): { body?: BodyOf; contentType?: string } {
  if (body === undefined) return {};
  if (!flags.includes('r')) {
    return { body: JSON.stringify(body), contentType: `application/${method === 'PATCH' ? 'merge-patch+' : ''}json` };
  }
  const contentType = options.contentType ?? (body as Blob).type;
  if (!contentType) throw new TypeError('Bytes need a contentType, or a Blob with a type');
  return { body: body as BodyOf, contentType };
}

type BodyOf = string | Blob | Uint8Array<ArrayBuffer> | ArrayBuffer;

/** 128 random bits. Not `crypto.randomUUID`, which pages without TLS do not have. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => (byte % 16).toString(16)).join('');
}

/**
 * An answer's data; undefined for 204, the bytes as they come for a stream of events, a Blob for anything but JSON.
 * Throws the error that a failed answer stands for.
 */
async function read(response: Response): Promise<unknown> {
  const { ok } = response;
  const type = response.headers.get('content-type') ?? '';
  if (response.status === 204) return undefined;
  if (ok && type.includes('event-stream')) return response.body;
  if (ok && !/json|html/.test(type)) return response.blob();
  const text = await response.text();
  let problem: Problem | undefined;
  try {
    const data = JSON.parse(text);
    if (ok) return data;
    if (type.includes('problem')) problem = data;
  } catch {
    // Cut off, or a page of something else: not an answer of this API.
  }
  throw errorOf(response, problem);
}
