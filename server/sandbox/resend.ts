import { randomUUID } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { Faults } from './faults.ts';
import { idempotency } from './idempotency.ts';
import { rateLimit } from './rate.ts';
import { mailOf, refusalOf, resendEmail, type SandboxMail } from './resend-mail.ts';

const kept = 1000;
const largestBatch = 100;

/** Messages of the errors that don't come with one of their own. */
const messages: Record<string, string> = {
  missing_api_key: 'Missing API key in the authorization header.',
  invalid_api_key: 'API key is invalid',
  invalid_idempotency_key: 'The key must be between 1-256 chars.',
  invalid_idempotent_request: 'Same idempotency key used with a different request payload.',
  concurrent_idempotent_requests: 'Same idempotency key used while original request is still in progress.',
  rate_limit_exceeded: 'Too many requests. You can only make a limited number of requests per second.',
  not_found: 'The requested endpoint does not exist.',
  internal_server_error: 'Something went wrong. Please try again later.',
};

const defaultNames: Record<number, string> = {
  400: 'validation_error',
  401: 'missing_api_key',
  403: 'invalid_api_key',
  404: 'not_found',
  409: 'concurrent_idempotent_requests',
  422: 'validation_error',
  429: 'rate_limit_exceeded',
};

export interface ResendStandIn {
  app: Hono;
  /** Every mail accepted, newest first; the newest 1,000 are kept. */
  mails(): SandboxMail[];
}

/**
 * Resend's part of sending mail, over HTTP and with Resend's errors. Any key that begins with `re_` is good. It allows 2
 * requests a second like a new account, unless told otherwise. Its control side is described in faults.ts.
 */
export function createResendStandIn(options: { perSecond?: number; now?: () => number } = {}): ResendStandIn {
  const { perSecond = 2, now = Date.now } = options;
  const mails: SandboxMail[] = [];
  const faults = new Faults();

  function accept(body: Record<string, unknown>) {
    const mail = mailOf(body, randomUUID(), now());
    mails.unshift(mail);
    mails.splice(kept);
    return { id: mail.id };
  }

  const app = new Hono();
  app.route('/control', faults.control());
  app.get('/mails', (c) => c.json({ items: mails }));
  app.use('/emails/*', authenticated, rateLimit({ perSecond, now, error }));
  app.on('POST', ['/emails', '/emails/batch'], idempotency({ now, error }));
  app.use('/emails/*', faults.middleware(error));

  app.post('/emails', async (c) => {
    const body = await jsonBody(c);
    const refusal = refusalOf(body);
    return refusal ? error(c, 422, refusal.name, refusal.message) : c.json(accept(body));
  });

  app.post('/emails/batch', async (c) => {
    const bodies: unknown = await jsonBody(c);
    if (!Array.isArray(bodies) || bodies.length < 1 || bodies.length > largestBatch) {
      return error(c, 422, 'validation_error', `A batch holds 1 to ${largestBatch} emails.`);
    }
    const refusals = bodies.map((body) => refusalOf(body) ?? batchRefusalOf(body));
    const first = refusals.find(Boolean);
    const permissive = c.req.header('x-batch-validation') === 'permissive';
    if (first && !permissive) return error(c, 422, first.name, first.message);
    const data = bodies.filter((_, index) => !refusals[index]).map(accept);
    const errors = refusals.flatMap((refusal, index) => (refusal ? [{ index, message: refusal.message }] : []));
    return c.json(permissive ? { data, errors } : { data });
  });

  app.get('/emails/:id', (c) => {
    const mail = mails.find(({ id }) => id === c.req.param('id'));
    return mail ? c.json(resendEmail(mail)) : error(c, 404, 'not_found', 'Email not found');
  });

  const change = async (c: Context, apply: (mail: SandboxMail) => void) => {
    const mail = mails.find(({ id }) => id === c.req.param('id'));
    if (!mail) return error(c, 404, 'not_found', 'Email not found');
    if (mail.state !== 'scheduled') return error(c, 422, 'validation_error', 'Only a scheduled email can be changed.');
    apply(mail);
    return c.json({ object: 'email', id: mail.id });
  };
  app.post('/emails/:id/cancel', (c) => change(c, (mail) => (mail.state = 'canceled')));
  app.patch('/emails/:id', async (c) => {
    const { scheduled_at } = await jsonBody(c);
    if (typeof scheduled_at !== 'string')
      return error(c, 422, 'missing_required_field', 'Missing `scheduled_at` field.');
    return change(c, (mail) => (mail.scheduledAt = scheduled_at));
  });

  app.all('*', (c) => error(c, 404, 'not_found'));
  app.onError((cause, c) => {
    if (cause instanceof SyntaxError) return error(c, 400, 'validation_error', 'The body is not valid JSON.');
    throw cause;
  });
  return { app, mails: () => [...mails] };
}

const authenticated: MiddlewareHandler = async (c, next) => {
  const [scheme, key = ''] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || key === '') return error(c, 401, 'missing_api_key');
  if (!key.startsWith('re_')) return error(c, 403, 'invalid_api_key');
  return next();
};

async function jsonBody(c: Context) {
  return JSON.parse(await c.req.text());
}

function batchRefusalOf(body: { attachments?: unknown; scheduled_at?: unknown }) {
  if (body.attachments === undefined && body.scheduled_at === undefined) return undefined;
  return { name: 'validation_error', message: 'A batch takes neither attachments nor `scheduled_at`.' } as const;
}

function error(c: Context, status: number, name = defaultNames[status] ?? 'internal_server_error', message?: string) {
  const answer = { statusCode: status, name, message: message ?? messages[name] ?? messages.internal_server_error };
  return c.json(answer, status as 500);
}
