import { type Context, systemActor } from './context.ts';
import { publicId } from './ids.ts';
import { loadLayout, type MailBrand, type MailContent, mailbox, renderMail } from './mail-layout.ts';
import { abandon, claim, end, record } from './mail-rows.ts';
import type { JobDefinition } from './module.ts';
import { inUnit } from './unit.ts';

export interface MailFrame {
  /** The sender's name as people see it. */
  fromName: string;
  replyTo?: string;
  brand: MailBrand;
  content: MailContent;
}

/** Turns a row's data into what is said, with the studio's brand. Null: the mail has lost its reason and is dropped. */
export type MailTemplate = (ctx: Context, data: never, meta: { publicUrl: string }) => Promise<MailFrame | null>;

const templates = new Map<string, MailTemplate>();

/** Rooms register what they say by mail under `room.name`. */
export function registerMailTemplates(entries: Record<string, MailTemplate>): void {
  for (const [name, template] of Object.entries(entries)) templates.set(name, template);
}

/**
 * Sends one mail: claim a try, write it, hand it to the provider under the row's own idempotency key, record. Trouble at
 * the provider is an outcome, and the row orders its next try itself; the job fails only where we do.
 */
export const mailJobs: Record<string, JobDefinition> = {
  'mail.send': {
    prepare: loadLayout,
    async runManually(services, payload) {
      const { workspaceId, mailId } = payload as unknown as { workspaceId: string; mailId: string };
      const inStudio = <T>(work: (ctx: Context) => Promise<T>) => inUnit(services, workspaceId, systemActor, work);
      const ready = await inStudio((ctx) => prepare(ctx, mailId));
      if (!ready) return;
      // Neither writing nor waiting for the provider holds a connection to the database.
      const written = await renderMail(ready.frame.content, ready.frame.brand);
      const outcome = await services.vendors.mail.send({ ...written, ...ready.envelope });
      await inStudio((ctx) => record(ctx, ready.attempt, outcome));
    },
    async gaveUp(ctx, payload) {
      await abandon(ctx, (payload as unknown as { mailId: string }).mailId);
    },
  },
};

async function prepare(ctx: Context, mailId: string) {
  const attempt = await claim(ctx, mailId);
  if (!attempt) return null;
  const frame = await templates.get(attempt.template)?.(ctx, attempt.data as never, {
    publicUrl: ctx.config.PUBLIC_URL,
  });
  if (!frame) {
    await end(ctx, mailId, 'failed', 'dropped');
    return null;
  }
  const envelope = {
    from: mailbox(frame.fromName, `studio@${ctx.config.MAIL_DOMAIN}`),
    to: attempt.recipient,
    ...(frame.replyTo ? { replyTo: frame.replyTo } : {}),
    idempotencyKey: publicId('mail', mailId),
  };
  return { attempt, frame, envelope };
}
