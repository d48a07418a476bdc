import { readFile } from 'node:fs/promises';
import { type Context, Hono } from 'hono';
import { createGoogleStandIn } from './google.ts';
import { page } from './page.ts';
import { type RecordedRequest, RequestRecord } from './record.ts';
import { createResendStandIn } from './resend.ts';
import type { SandboxMail } from './resend-mail.ts';
import { createS3StandIn, type S3Object } from './s3.ts';

/** Scripts and styles only from files, nothing from elsewhere, and only our own frames. */
const pagePolicy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-src 'self'", 'img-src data:'],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ');

/** A mail may show pictures and open links in a new tab; it can't run scripts, post forms or leave its frame. */
const mailPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  ...["style-src 'unsafe-inline'", 'img-src http: https: data:', "base-uri 'none'", "frame-ancestors 'self'"],
].join('; ');

export interface Sandbox {
  /** To be mounted at `/sandbox`. */
  app: Hono;
  /** The mails sent, newest first. */
  mails(): SandboxMail[];
  /** The files that were moved to the object store, by key. */
  objects: ReadonlyMap<string, S3Object>;
  /** Every request that reached a stand-in, oldest first; the newest 1,000 are kept. */
  requests(vendor?: string): RecordedRequest[];
}

/**
 * The vendors' stand-ins, and pages that show what reached them. For development and tests: it shows mails and keys to
 * anyone who asks. `credentials` gives the demo's sign-in, keys and addresses.
 */
export function createSandbox(options: { credentials: () => Promise<object>; mailsPerSecond?: number }): Sandbox {
  const { credentials, mailsPerSecond = 100 } = options;
  const record = new RequestRecord();
  const resend = createResendStandIn({ perSecond: mailsPerSecond });
  const s3 = createS3StandIn();
  const google = createGoogleStandIn();

  const app = new Hono();
  app.use('/resend/*', record.middleware('resend', '/resend'));
  app.route('/resend', resend.app);
  app.use('/s3/*', record.middleware('s3', '/s3'));
  app.route('/s3', s3.app);
  app.use('/google/*', record.middleware('google', '/google'));
  app.route('/google', google.app);

  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    c.header('x-content-type-options', 'nosniff');
  });
  app.get('/requests', (c) => c.json({ items: record.list(c.req.query('vendor')) }));
  app.get('/credentials.json', async (c) => c.json(await credentials()));
  app.get('/mails.json', (c) => c.json({ items: found(resend.mails(), c.req.query('q')) }));
  app.get('/page.css', (c) => file(c, 'page.css', 'text/css; charset=utf-8'));
  app.get('/renew.mjs', (c) => file(c, 'renew.mjs', 'text/javascript; charset=utf-8'));

  const show = async (c: Context, selected?: SandboxMail) => {
    const search = c.req.query('q') ?? '';
    const view = c.req.query('view') === 'text' ? 'text' : 'html';
    const shown = { mails: found(resend.mails(), search), search, selected, view, now: Date.now() } as const;
    c.header('content-security-policy', pagePolicy);
    return c.html(page({ ...shown, credentials: await credentials() }));
  };
  app.get('/', (c) => show(c));
  app.get('/mails/:id', (c) => {
    const mail = resend.mails().find(({ id }) => id === c.req.param('id'));
    return mail ? show(c, mail) : c.redirect('/sandbox');
  });
  app.get('/mails/:id/html', (c) => {
    const mail = resend.mails().find(({ id }) => id === c.req.param('id'));
    if (!mail?.html) return c.text('This mail has no HTML.', 404);
    c.header('content-security-policy', mailPolicy);
    return c.html(mail.html);
  });

  return {
    app,
    mails: () => resend.mails(),
    objects: s3.objects,
    requests: (vendor) => record.list(vendor),
  };
}

/** Mails with these letters in an address or the subject. */
function found(mails: SandboxMail[], search = '') {
  const letters = search.trim().toLowerCase();
  return mails.filter(({ to, cc, bcc, from, subject }) =>
    [...to, ...cc, ...bcc, from, subject].some((text) => text.toLowerCase().includes(letters)),
  );
}

async function file(c: Context, name: string, type: string) {
  return c.body(await readFile(new URL(name, import.meta.url), 'utf8'), 200, { 'content-type': type });
}
