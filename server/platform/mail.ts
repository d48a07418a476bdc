import { type Context, systemActor } from './context.ts';
import { decrypt } from './crypto.ts';
import { query } from './database.ts';
import { publicId } from './ids.ts';
import { type MailBrand, type MailContent, mailbox, renderMail } from './mail-layout.ts';
import type { JobDefinition } from './module.ts';
import { secretsPlace } from './outbox.ts';
import type { OutgoingMail } from './ports.ts';
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

interface MailRow {
  template: string;
  recipient: string;
  data: object;
  secrets: Buffer | null;
  status: string;
}

/** Sends one mail: read, hand to the provider under the row's own idempotency key, record. */
export const mailJobs: Record<string, JobDefinition> = {
  'mail.send': {
    retryLimit: 15,
    async runManually(services, payload) {
      const { workspaceId, mailId } = payload as unknown as { workspaceId: string; mailId: string };
      const prepared = await inUnit(services, workspaceId, systemActor, (ctx) => prepare(ctx, mailId));
      if (!prepared) return;
      const outcome = prepared === 'dropped' ? null : await services.vendors.mail.send(prepared);
      if (outcome?.kind === 'retry') throw new MailNotSent(outcome.reason);
      await inUnit(services, workspaceId, systemActor, (ctx) =>
        query(
          ctx.em,
          'update mails set status = $3, provider_id = $4, failure = $5, sent_at = $6, secrets = null where workspace_id = $1 and id = $2',
          [
            workspaceId,
            mailId,
            outcome?.kind === 'sent' ? 'sent' : 'failed',
            outcome?.kind === 'sent' ? outcome.providerId : null,
            outcome === null ? 'dropped' : outcome.kind === 'failed' ? outcome.code : null,
            outcome?.kind === 'sent' ? ctx.now : null,
          ],
        ),
      );
      if (outcome?.kind === 'failed') services.log.error({ code: outcome.code, mailId }, 'mail refused for good');
    },
  },
};

class MailNotSent extends Error {
  override name = 'MailNotSent';
}

async function prepare(ctx: Context, mailId: string): Promise<OutgoingMail | 'dropped' | null> {
  const rows = await query<MailRow>(
    ctx.em,
    'select template, recipient, data, secrets, status from mails where workspace_id = $1 and id = $2',
    [ctx.workspace.id, mailId],
  );
  const row = rows[0];
  if (row?.status !== 'queued') return null;
  const secrets = row.secrets && JSON.parse(decrypt(ctx.config.encryptionKeys, secretsPlace(ctx, mailId), row.secrets));
  const data = { ...row.data, ...secrets } as never;
  const frame = await templates.get(row.template)?.(ctx, data, { publicUrl: ctx.config.PUBLIC_URL });
  if (!frame) return 'dropped';
  const rendered = await renderMail(frame.content, frame.brand);
  return {
    ...rendered,
    from: mailbox(frame.fromName, `studio@${ctx.config.MAIL_DOMAIN}`),
    to: row.recipient,
    ...(frame.replyTo ? { replyTo: frame.replyTo } : {}),
    idempotencyKey: publicId('mail', mailId),
  };
}
