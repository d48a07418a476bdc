import type { Context, Hono } from 'hono';
import type { html } from 'hono/html';
import { getWorkspace } from '../account/service.ts';
import * as leads from '../leads/service.ts';
import { readBytes } from '../platform/body.ts';
import type { Services, Context as Unit } from '../platform/context.ts';
import type { Env } from '../platform/contract.ts';
import { hashToken, sameText, sign } from '../platform/crypto.ts';
import { query, queryOnce } from '../platform/database.ts';
import { networkOf, takeShared } from '../platform/limits.ts';
import type { Contract } from '../platform/openapi.ts';
import { Problem, problems } from '../platform/problem.ts';
import { inUnit } from '../platform/unit.ts';
import { atFields, readDraft, readPosted } from './form-draft.ts';
import { type FormView, fieldsView, messageView, reviewView } from './form-views.ts';
import { htmlHeaders, plainPolicy } from './headers.ts';

const minimumMs = 2000;
const lifetimeMs = 60 * 60_000;
const bodyLimit = 51_200;
const visitor = { kind: 'visitor' as const, id: null, name: null };

/**
 * The enquiry form without JavaScript. The first post stores nothing and answers a page to review; its Send button
 * carries a signed, timed, one-use token, which stands in for the widget's proof of work. Cookies are ignored, and any
 * origin may post here.
 */
export function servePublicForm(app: Hono<Env>, services: Services, contract: Contract): void {
  app.get('/f/page.css', (c) => {
    c.header('content-type', 'text/css; charset=utf-8');
    c.header('cache-control', 'public, max-age=3600');
    return c.body(styles);
  });

  // The studio's colour as a file of its own: no style attribute and no inline sheet is allowed on these pages.
  app.get('/f/:sheet{accent-[0-9a-f]{6}\\.css}', (c) => {
    const hex = c.req.param('sheet').slice('accent-'.length, -'.css'.length);
    c.header('content-type', 'text/css; charset=utf-8');
    c.header('cache-control', 'public, max-age=3600');
    return c.body(`:root{--accent:#${hex};--on-accent:${isLight(hex) ? '#000' : '#fff'}}`);
  });

  app.get('/f/:slug/:formId', (c) =>
    within(services, c, async (ctx) => {
      const view = await viewOf(ctx, c);
      return show(c, fieldsView(view, new URLSearchParams(), []));
    }),
  );

  app.post('/f/:slug/:formId', async (c) => {
    const quota = { name: 'plain-form', points: services.config.FORM_POSTS_PER_TEN_MINUTES, seconds: 600 };
    await takeShared(services.orm, quota, networkOf(c.get('ip')));
    if (!(c.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
      throw problems.unsupported_media_type();
    const form = readPosted(await readBytes(c.req.raw, bodyLimit));
    return within(services, c, async (ctx) => {
      const view = await viewOf(ctx, c);
      const draft = readDraft(view.form, form, view.currency);
      const token = form.get('token');
      try {
        // A dry run of the same verb: what it would refuse is said before anything is sent.
        leads.checkDraft(view.form, draft);
        const errors = contract.check('/components/schemas/LeadInput', draft);
        if (errors.length > 0) throw problems.invalid_request({ errors });
        if (token === null) return show(c, reviewView(view, draft, form, newToken(ctx, view)));
        // A second press of the button is thanked too, and stores nothing: the first has sent it.
        if (await spendToken(ctx, view, token))
          await leads.createLead(
            ctx,
            { ...draft, formId: view.formId },
            { kind: 'page', isSpam: Boolean(form.get('website')) },
          );
        return show(c, messageView(view, view.form.thanks.title, view.form.thanks.message));
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 422) throw error;
        const errors = error.errors ?? [{ pointer: '', code: error.code, message: error.title }];
        return show(c, fieldsView(view, form, atFields(errors, draft)), 422);
      }
    });
  });
}

async function within(services: Services, c: Context<Env>, work: (ctx: Unit) => Promise<Response>): Promise<Response> {
  const [row] = await queryOnce<{ id: string | null }>(services.orm, 'select find_workspace($1) as id', [
    c.req.param('slug') ?? '',
  ]);
  if (!row?.id) throw problems.not_found();
  return inUnit(services, row.id, visitor, work);
}

async function viewOf(ctx: Unit, c: Context<Env>): Promise<FormView> {
  const form = await leads.getForm(ctx, c.req.param('formId') ?? '');
  const workspace = await getWorkspace(ctx);
  return {
    form,
    formId: c.req.param('formId')!,
    studio: workspace.name,
    locale: workspace.locale,
    currency: workspace.currency,
    action: c.req.path,
    accent: workspace.accent.slice(1),
  };
}

const signature = (ctx: Unit, view: FormView, issued: string, nonce: string): string =>
  sign(ctx.config.AUTH_SECRET, 'plain-form', `${ctx.workspace.id}.${view.form.id}.${issued}.${nonce}`);

function newToken(ctx: Unit, view: FormView): string {
  const issued = String(ctx.now.getTime());
  const nonce = crypto.randomUUID();
  return `${issued}.${nonce}.${signature(ctx, view, issued, nonce)}`;
}

/** Whether the token is spent now for the first time; one that is none of ours, or out of its time, is refused. */
async function spendToken(ctx: Unit, view: FormView, token: string): Promise<boolean> {
  const refuse = (message: string) => problems.invalid_request({ errors: [{ pointer: '', code: 'token', message }] });
  const [issued = '', nonce = '', given = ''] = token.split('.');
  const age = ctx.now.getTime() - Number(issued);
  if (!sameText(given, signature(ctx, view, issued, nonce)) || !(age < lifetimeMs))
    throw refuse('Please review your enquiry and send it again.');
  if (age < minimumMs) throw refuse('That was very fast. Please review your enquiry and send it again.');
  const spent = await query(
    ctx.em,
    'insert into spent_proofs (workspace_id, proof_hash, expires_at) values ($1, $2, $3) on conflict do nothing returning 1',
    [ctx.workspace.id, hashToken(token), new Date(Number(issued) + lifetimeMs)],
  );
  return spent.length > 0;
}

function show(c: Context<Env>, body: ReturnType<typeof html>, status: 200 | 422 = 200): Response | Promise<Response> {
  htmlHeaders(c, plainPolicy);
  return c.html(body, status);
}

/** Whether black reads better than white on a colour (relative luminance as WCAG defines it). */
function isLight(hex: string): boolean {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18;
}

const styles = `:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0;font:16px/24px system-ui,sans-serif;background:light-dark(#f7f8f7,#151817);color:light-dark(#1b1f1e,#e8ecea)}
main{max-width:560px;margin:0 auto;padding:40px 20px 72px}h1{font-size:28px;line-height:34px;font-weight:500;margin:4px 0 24px}
.studio{color:light-dark(#5b6562,#9aa5a1);margin:0}label,legend{display:block;font-weight:500;margin:20px 0 4px;padding:0}
input:not([type=checkbox],[type=radio]),select,textarea{width:100%;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:light-dark(#fff,#1d2120);border:1px solid light-dark(#b9c1be,#4a5451);border-radius:8px}
textarea{min-height:120px}fieldset{border:0;margin:20px 0 0;padding:0}.line{display:flex;gap:10px;align-items:flex-start;font-weight:400;margin:8px 0}.line input{margin-top:5px}
.hint{color:light-dark(#5b6562,#9aa5a1);font-size:14px;margin:4px 0 0}.error{color:light-dark(#a3241c,#ff9d94);font-size:14px;margin:4px 0 0}
button{min-height:44px;padding:8px 20px;margin-top:28px;font:inherit;font-weight:500;color:var(--on-accent);background:var(--accent);border:0;border-radius:8px;cursor:pointer}
button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
dt{color:light-dark(#5b6562,#9aa5a1);font-size:14px;margin-top:16px}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.trap{position:absolute;inset-inline-start:-9999px}
`;
