import { isDeepStrictEqual } from 'node:util';
import type { HttpBindings } from '@hono/node-server';
import type { Hono, Context as HonoContext } from 'hono';
import type { AccessLog } from './access-log.ts';
import { actorOf, anonymous, authenticate, type Caller, sessionCookie } from './authenticate.ts';
import { clientAddress, parseJson, readBytes } from './body.ts';
import type { Services } from './context.ts';
import type { Download, Handler, Input, ManualRoute, OperationId, Routes } from './contract-types.ts';
import { noWorkspace, sqlState } from './database.ts';
import { admit } from './guard.ts';
import { type Claim, claimKey, type StoredAnswer, storeAnswer } from './idempotency.ts';
import { newId, publicId } from './ids.ts';
import { LocalLimit, limitHeaders, networkOf, takeShared } from './limits.ts';
import type { Log } from './log.ts';
import type { Contract, Operation } from './openapi.ts';
import { Problem, problems } from './problem.ts';
import type { Touches } from './touches.ts';
import { inUnit, openUnit, type Unit } from './unit.ts';

export type Env = { Bindings: HttpBindings; Variables: { requestId: string; ip: string; caller: Caller } };

/** Looks at, and may refuse or change, the draft of an operation marked `x-alloza-before`; plugins will hook in here. */
export type BeforeHook = (operation: OperationId, draft: unknown) => Promise<unknown>;

export interface Layer {
  services: Services;
  contract: Contract;
  routes: Routes;
  touches: Touches;
  accessLog: AccessLog;
  before?: BeforeHook;
}

const exposed = 'ETag, Link, Request-Id, Retry-After, RateLimit, RateLimit-Policy, Idempotent-Replayed';

/** Serves every operation of openapi.yaml: authenticates, validates, opens the transaction, checks the answer. */
export function serveContract(app: Hono<Env>, layer: Layer): void {
  const general = new LocalLimit({ name: 'default', points: layer.services.config.REQUESTS_PER_MINUTE, seconds: 60 });
  const methodsOf = new Map<string, string[]>();
  for (const operation of layer.contract.operations) {
    const route = operation.path.replaceAll(/{(\w+)}/g, ':$1');
    methodsOf.set(route, [...(methodsOf.get(route) ?? []), operation.method]);
    app.on(operation.method, route, (c) => serve(layer, operation, general, c));
  }
  for (const [route, methods] of methodsOf) {
    const open = layer.contract.operations.filter(
      (operation) => operation.path.replaceAll(/{(\w+)}/g, ':$1') === route && isPublic(operation),
    );
    app.options(route, (c) => {
      if (open.length === 0) throw problems.method_not_allowed({ headers: { allow: methods.join(', ') } });
      c.header('access-control-allow-origin', '*');
      c.header('access-control-allow-methods', open.map((operation) => operation.method).join(', '));
      c.header('access-control-allow-headers', 'Authorization, Content-Type, Idempotency-Key, Alloza-Proof, If-Match');
      c.header('access-control-max-age', '7200');
      return c.body(null, 204);
    });
    app.all(route, () => {
      throw problems.method_not_allowed({ headers: { allow: methods.join(', ') } });
    });
  }
}

const isPublic = (operation: Operation): boolean => operation.auth !== 'none' && operation.auth.publishable === true;

async function serve(layer: Layer, operation: Operation, general: LocalLimit, c: HonoContext<Env>): Promise<Response> {
  const { services } = layer;
  if (isPublic(operation)) {
    c.header('access-control-allow-origin', '*');
    c.header('access-control-expose-headers', exposed);
  }
  try {
    const caller = await authenticate(services.orm, services.config, layer.touches, {
      authorization: c.req.header('authorization'),
      cookie: readCookie(c.req.header('cookie')),
      workspace: c.req.header('alloza-workspace'),
    }).catch((error) => {
      // A stale cookie must not keep anyone from registering or resetting.
      if (operation.auth === 'none') return anonymous;
      throw error;
    });
    c.set('caller', caller);
    const standing = general.take(caller.id ?? networkOf(c.get('ip')));
    for (const [name, value] of Object.entries(limitHeaders(standing))) c.header(name, value);
    admit(operation, caller, provenance(c), services.config.PUBLIC_URL);
    if (operation.limit && (caller.credential === 'none' || caller.credential === 'publishable')) {
      const quota = { name: operation.id, ...operation.limit };
      const shared = await takeShared(services.orm, quota, networkOf(c.get('ip')));
      for (const [name, value] of Object.entries(limitHeaders(shared))) c.header(name, value);
    }
    const { input, raw } = await readInput(layer, operation, caller, c);
    if (operation.stream || operation.download) {
      const sent = operation.stream
        ? await openStream(layer, caller, c)
        : await openDownload(layer, operation, caller, input, c);
      // Nobody reads the body that a GET would send: what stands open for it is closed.
      if (c.req.method === 'HEAD') await sent.body?.cancel();
      return sent;
    }
    const answer = await run(layer, operation, caller, input, c.req.header('idempotency-key'), raw);
    return respond(layer, operation, c, answer);
  } catch (error) {
    throw translate(error);
  }
}

const provenance = (c: HonoContext<Env>) => ({
  method: c.req.method,
  origin: c.req.header('origin'),
  fetchSite: c.req.header('sec-fetch-site'),
});

/** The session cookie's value, split Auth.js chunks joined. */
function readCookie(header: string | undefined): string | undefined {
  if (!header?.includes(sessionCookie)) return undefined;
  return header
    .split(/; */)
    .find((part) => part.startsWith(`${sessionCookie}=`))
    ?.slice(sessionCookie.length + 1);
}

async function readInput(layer: Layer, operation: Operation, caller: Caller, c: HonoContext<Env>) {
  const url = new URL(c.req.url);
  const query: Record<string, string> = {};
  const errors = [];
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(query, name))
      errors.push({ pointer: `query/${name}`, code: 'repeated', message: 'is given twice' });
    if (value.includes('\u0000') || value.includes('\ufffd'))
      errors.push({ pointer: `query/${name}`, code: 'control_character', message: 'is not valid text' });
    query[name] = value;
  }
  const queried = layer.contract.checkParameters(operation, 'query', query);
  errors.push(...queried.errors.map((error) => ({ ...error, pointer: error.pointer.replace('query//', 'query/') })));
  const path = c.req.param() as Record<string, string>;
  for (const { name, maxLength, pattern } of operation.headers) {
    const value = c.req.header(name);
    if (value !== undefined && (value.length < 1 || value.length > maxLength || pattern?.test(value) === false)) {
      errors.push({
        pointer: `header/${name}`,
        code: 'header',
        message: 'has not the form the contract asks for',
      });
    }
  }
  const types = Object.keys(operation.body);
  const contentType = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  let body: unknown;
  let raw: Uint8Array = new Uint8Array();
  if (types.length > 0) {
    const accepted =
      types.includes(contentType) ||
      (contentType === 'application/json' && types[0] === 'application/merge-patch+json');
    if (!accepted) throw problems.unsupported_media_type({ detail: `Send ${types.join(' or ')}` });
    raw = await readBytes(c.req.raw, operation.bodyLimit);
    if (contentType.endsWith('json')) {
      body = parseJson(raw);
      errors.push(...layer.contract.check(operation.body[types[0]!]!, body));
    } else body = raw;
  }
  if (errors.length > 0) throw problems.invalid_request({ errors: errors.slice(0, 50) });
  const input = {
    path,
    query: queried.values,
    body,
    ifMatch: operation.wantsIfMatch ? readIfMatch(c.req.header('if-match'), caller) : '*',
    meta: {
      caller,
      requestId: c.get('requestId'),
      ip: c.get('ip'),
      userAgent: (c.req.header('user-agent') ?? '').slice(0, 400),
      contentType,
      proof: c.req.header('alloza-proof'),
    },
  };
  return { input: input as unknown as Input<OperationId>, raw };
}

function readIfMatch(header: string | undefined, caller: Caller): number | '*' {
  if (header === undefined) throw problems.if_match_required();
  if (header === '*' && caller.credential === 'secret') return '*';
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (!version)
    throw problems.invalid_request({
      errors: [{ pointer: 'header/If-Match', code: 'header', message: 'must be a quoted version' }],
    });
  return Number(version);
}

interface Outcome extends StoredAnswer {
  replayed: boolean;
}

async function run(
  layer: Layer,
  operation: Operation,
  caller: Caller,
  input: Input<OperationId>,
  key: string | undefined,
  raw: Uint8Array,
): Promise<Outcome> {
  const status = Number(Object.keys(operation.responses).find((candidate) => candidate.startsWith('2')));
  const route = layer.routes[operation.id as OperationId] as Handler<OperationId> | ManualRoute<OperationId>;
  const actor = actorOf(caller);
  const handler =
    typeof route === 'function'
      ? route
      : await route.manually((work) => inUnit(layer.services, caller.workspaceId, actor, work), input);
  const unit = await openUnit(layer.services, caller.workspaceId, actor);
  try {
    let claim: Claim | StoredAnswer | null = null;
    if (key !== undefined && operation.method === 'POST') {
      const scope = `${operation.id} ${caller.id ?? networkOf(input.meta.ip)}`;
      claim = await claimKey(unit.ctx, scope, unquote(key), [`${JSON.stringify([input.path, input.query])}\n`, raw]);
      if ('status' in claim) {
        await unit.rollback();
        return { ...claim, replayed: true };
      }
    }
    if (operation.before && layer.before)
      input.body = (await layer.before(operation.id as OperationId, input.body)) as never;
    const body = await handler(unit.ctx, input);
    // Sent without waiting for it: if it fails, so does all that follows it in the transaction.
    await Promise.all([claim && storeAnswer(unit.ctx, claim, { status, body }), unit.commit()]);
    return { status, body, replayed: false };
  } catch (error) {
    await unit.rollback().catch(() => {});
    throw error;
  }
}

const unquote = (key: string): string => (/^".*"$/.test(key) ? key.slice(1, -1) : key);

function respond(
  layer: Layer,
  operation: Operation,
  c: HonoContext<Env>,
  { status, body, replayed }: Outcome,
): Response {
  if (layer.services.config.VALIDATE_ANSWERS) assertDescribed(layer.contract, operation, status, body);
  if (replayed) c.header('idempotent-replayed', 'true');
  const { version, next } = (body ?? {}) as { version?: unknown; next?: unknown };
  if (typeof version === 'number') c.header('etag', `"${version}"`);
  if (typeof next === 'string') {
    const url = new URL(c.req.url);
    url.searchParams.set('after', next);
    c.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  }
  if (status === 204) return c.body(null, 204);
  return c.json(body as object, status as 200);
}

/** In tests: the answer must be one that the contract describes. */
export function assertDescribed(contract: Contract, operation: Operation, status: number, body: unknown): void {
  const pointer = operation.responses[String(status)];
  if (pointer === undefined)
    throw new Error(`${operation.id} answered ${status}, which openapi.yaml does not describe`);
  if (pointer === null) return;
  const errors = contract.check(pointer, JSON.parse(JSON.stringify(body)));
  if (errors.length > 0)
    throw new Error(`${operation.id} ${status} differs from openapi.yaml: ${JSON.stringify(errors)}`);
}

async function openStream(layer: Layer, caller: Caller, c: HonoContext<Env>): Promise<Response> {
  const { services, touches } = layer;
  const lastEventId = c.req.header('last-event-id');
  const credentials = {
    authorization: c.req.header('authorization'),
    cookie: readCookie(c.req.header('cookie')),
    workspace: c.req.header('alloza-workspace'),
  };
  const isAllowed = async () => {
    try {
      const current = await authenticate(services.orm, services.config, touches, credentials);
      return (
        current.id === caller.id &&
        current.workspaceId === caller.workspaceId &&
        current.role === caller.role &&
        isDeepStrictEqual(current.member, caller.member)
      );
    } catch (error) {
      if (error instanceof Problem && error.status === 401) return false;
      throw error;
    }
  };
  const response = await services.live.open(caller, lastEventId === undefined ? null : Number(lastEventId), isAllowed);
  for (const name of ['content-type', 'cache-control', 'x-accel-buffering'])
    c.header(name, response.headers.get(name) ?? '');
  return c.body(response.body as ReadableStream<Uint8Array<ArrayBuffer>>, 200);
}

/** Sends a text while it is made. Its transaction stays open until the last of it has been taken, or the client has gone. */
async function openDownload(
  layer: Layer,
  operation: Operation,
  caller: Caller,
  input: Input<OperationId>,
  c: HonoContext<Env>,
): Promise<Response> {
  const handler = layer.routes[operation.id as OperationId] as Handler<OperationId>;
  const unit = await openUnit(layer.services, caller.workspaceId, actorOf(caller), { snapshot: true });
  try {
    const download = (await handler(unit.ctx, input)) as unknown as Download;
    const chunks = download.chunks[Symbol.asyncIterator]();
    // Made before the answer begins: what is wrong with the request shows by the first chunk at the latest.
    const first = await chunks.next();
    c.header('content-type', download.contentType);
    c.header('content-disposition', `attachment; filename="${download.fileName}"`);
    c.header('cache-control', 'no-store');
    return c.body(streamOf(layer.services.log, first, chunks, unit), 200);
  } catch (error) {
    await unit.rollback().catch(() => {});
    throw error;
  }
}

/** The chunks as bytes, the next made when one was taken. What fails half-way cuts the answer off, which clients see. */
function streamOf(
  log: Log,
  first: IteratorResult<string>,
  chunks: AsyncIterator<string>,
  unit: Unit,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let ready: IteratorResult<string> | null = first;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = ready ?? (await chunks.next());
        ready = null;
        if (!done) return controller.enqueue(encoder.encode(value));
        await unit.rollback();
        controller.close();
      } catch (error) {
        await unit.rollback().catch(() => {});
        log.error({ err: error }, 'a download broke off');
        // Whoever prints this one prints nothing of a database's.
        throw new Error('The download broke off');
      }
    },
    cancel: () => unit.rollback(),
  });
}

/** What the database refuses late becomes the answer it would have had early. */
function translate(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const state = sqlState(error);
  if (state === '40001' || state === '40P01' || state === '55P03' || state === '57014')
    return problems.unavailable({ headers: { 'retry-after': '1' } });
  if (state?.startsWith('08') || state?.startsWith('57P') || state === '53300')
    return problems.unavailable({ headers: { 'retry-after': '2' } });
  return error;
}

/** Gives every request an id and an address, and writes the access log once it is answered. */
export function observe(layer: Layer) {
  return async (c: HonoContext<Env>, next: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    const requestId = publicId('request', newId());
    c.set('requestId', requestId);
    c.set('ip', clientAddress(c.env?.incoming, c.req.header('x-forwarded-for'), layer.services.config.TRUSTED_PROXIES));
    c.header('request-id', requestId);
    await next();
    const caller = c.get('caller');
    layer.accessLog.add({
      workspaceId: caller && caller.workspaceId !== noWorkspace ? caller.workspaceId : null,
      at: new Date().toISOString(),
      ip: c.get('ip').replace(/^::ffff:/, ''),
      method: c.req.method.slice(0, 20),
      path: loggedPath(c.req.path),
      status: c.res.status,
      durationMs: Math.round(performance.now() - started),
      requestId,
    });
  };
}

/** The path without what could be a token, a query in disguise, or a character the log can't hold. */
const loggedPath = (path: string): string =>
  path
    .replace(/^(\/(?:go|files|app\/reset-password|app\/verify-email))\/.*/, '$1/…')
    .replace(/(?:[?;]|%3f|%3b).*/is, '')
    .replace(/\p{Cc}/gu, '\ufffd')
    .slice(0, 300)
    .toWellFormed();
