import { type Context, Hono } from 'hono';
import { serveAuth } from './account/auth.ts';
import { mailTemplates as accountMails } from './account/mail.ts';
import { audienceOf } from './activity/audience.ts';
import { registerMergeHooks } from './clients/service.ts';
import { mailTemplates as leadMails } from './leads/mail.ts';
import { encryptedColumns, rooms, routes } from './modules.ts';
import { mailTemplates as noteMails } from './notes/mail.ts';
import { serveAssets } from './pages/assets.ts';
import { serveDashboard } from './pages/dashboard.ts';
import { serveDocs } from './pages/docs.ts';
import { serveFiles } from './pages/files.ts';
import { serveHealth } from './pages/health.ts';
import { servePublicForm } from './pages/public-form.ts';
import { openAccessLog } from './platform/access-log.ts';
import { answerToUnread } from './platform/body.ts';
import type { Config } from './platform/config.ts';
import type { Services, Vendors } from './platform/context.ts';
import { type BeforeHook, type Env, type Layer, observe, serveContract } from './platform/contract.ts';
import { connect, disconnect } from './platform/database.ts';
import { fileErrors } from './platform/files.ts';
import { startJobs } from './platform/jobs.ts';
import { requireKeys } from './platform/key-rotation.ts';
import { startLive } from './platform/live.ts';
import type { Log } from './platform/log.ts';
import { registerMailTemplates } from './platform/mail.ts';
import type { Module } from './platform/module.ts';
import { theContract } from './platform/openapi.ts';
import { type ErrorRow, Problem, problems } from './platform/problem.ts';
import { proofErrors } from './platform/proof.ts';
import { startPurging } from './platform/purge.ts';
import { collectTouches } from './platform/touches.ts';
import { mailTemplates as teamMails } from './team/mail.ts';

export interface App {
  hono: Hono<Env>;
  services: Services;
  layer: Layer;
  /** Says that this process ends: `/readyz` turns, streams close, answers ask their connections to close, no job starts. */
  drain(): Promise<void>;
  /** Lets what runs finish and closes everything behind the server. */
  stop(): Promise<void>;
}

export interface AppParts {
  config: Config;
  log: Log;
  vendors: Vendors;
  /** In the sandbox only: the vendors' stand-ins, mounted at /sandbox. */
  sandbox?: Hono;
  before?: BeforeHook;
}

/** Puts the whole server together from its parts; main and every test use it. */
export async function createApp({ config, log, vendors, sandbox, before }: AppParts): Promise<App> {
  registerMailTemplates({ ...accountMails, ...noteMails, ...leadMails, ...teamMails });
  registerMergeHooks(rooms.flatMap((room) => room.merge ?? []));
  const orm = await connect(
    config,
    rooms.flatMap((room) => room.entities ?? []),
  );
  await requireKeys(orm, config, encryptedColumns).catch(async (error) => {
    await disconnect(orm);
    throw error;
  });
  const [jobs, live] = await Promise.all([startJobs(config, log, rooms), startLive(config, orm, log, audienceOf)]);
  const services: Services = { orm, config, log, vendors, jobs, live, modules: rooms };
  const touches = collectTouches(orm, log);
  const accessLog = openAccessLog(orm, log);
  const contract = theContract();
  const layer: Layer = { services, contract, routes, touches, accessLog, ...(before ? { before } : {}) };
  let stopping = false;

  const hono = new Hono<Env>();
  hono.use(observe(layer));
  hono.use(async (c, next) => {
    secure(c.header.bind(c), config);
    const scheme = config.TRUSTED_PROXIES > 0 ? c.req.header('x-forwarded-proto') : undefined;
    if (!config.sandbox && scheme === 'http') return c.redirect(`${config.PUBLIC_URL}${c.req.path}`, 308);
    if (!isDecodable(c.req.url)) throw problems.invalid_encoding();
    await next();
    if (stopping) c.header('connection', 'close');
  });
  serveHealth(hono, services, () => stopping);
  serveAssets(hono);
  serveContract(hono, layer);
  serveAuth(hono, services);
  servePublicForm(hono, services, contract);
  serveFiles(hono, services);
  serveDocs(hono, contract, errorRows(rooms));
  if (sandbox && config.sandbox) hono.route('/sandbox', sandbox as unknown as Hono<Env>);
  serveDashboard(hono, config);
  hono.notFound((c) => answer(c, problems.not_found()));
  hono.onError((error, c) => {
    if (error instanceof Problem) return answer(c, error);
    log.error({ err: error, requestId: c.get('requestId'), method: c.req.method }, 'request failed');
    return answer(c, problems.internal_error());
  });

  if (config.ALLOZA_ROLE !== 'web') await jobs.work(services);
  const purging = config.ALLOZA_ROLE === 'web' ? null : startPurging(services);

  return {
    hono,
    services,
    layer,
    async drain() {
      stopping = true;
      await Promise.all([live.stop(), jobs.drain()]);
    },
    async stop() {
      stopping = true;
      purging?.stop();
      await live.stop();
      await jobs.stop();
      await Promise.all([touches.stop(), accessLog.stop()]);
      await disconnect(orm);
    },
  };
}

function answer(c: Context<Env>, problem: Problem): Response {
  const text = JSON.stringify(problem.body(c.get('requestId') ?? 'req_unknown'));
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  c.header('content-type', 'application/problem+json');
  if (c.env?.incoming?.complete !== false) return c.body(text, problem.status as never);
  c.header('connection', 'close');
  c.header('content-length', String(Buffer.byteLength(text)));
  return c.body(answerToUnread(text, c.req.raw) as never, problem.status as never);
}

function secure(header: (name: string, value: string) => void, config: Config): void {
  header('x-content-type-options', 'nosniff');
  header('referrer-policy', 'no-referrer');
  header('cache-control', 'no-store');
  header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  if (!config.sandbox) header('strict-transport-security', 'max-age=63072000; includeSubDomains');
}

/** Whether the percent-encoding of an address is whole: what can't be decoded is not guessed at. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.slice(url.indexOf('/', 8)).replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
}

/** Every problem code with its status and title, for the pages that explain them. */
export function errorRows(rooms: readonly Module[]): Record<string, ErrorRow> {
  return Object.assign(
    {},
    problems.rows,
    proofErrors.rows,
    fileErrors.rows,
    ...rooms.map((room) => room.errors?.rows ?? {}),
  );
}
