import type { Context } from './context.ts';
import { encrypt } from './crypto.ts';
import { type EntityManager, query } from './database.ts';
import type { Jobs } from './jobs.ts';

export interface PendingJob {
  queue: string;
  data: Record<string, string | number>;
  startAfterSeconds?: number;
}

export interface MailOrder {
  /** A key of the registered templates. */
  template: string;
  to: string;
  /** What the template fills in. Kept in the row until it is erased. */
  data: Record<string, unknown>;
  /** What it fills in besides, such as a token: encrypted in the row, and gone from it once the mail has left. */
  secrets?: Record<string, string>;
  /** The record the mail is about, for its timeline. */
  subjectId?: string;
}

export interface PendingMail {
  id: string;
  order: MailOrder;
}

/** Writes the rows of the mails a transaction ordered. */
export async function insertMails(ctx: Context, mails: PendingMail[]): Promise<void> {
  for (const { id, order } of mails) {
    const sealed =
      order.secrets && encrypt(ctx.config.encryptionKeys, secretsPlace(ctx, id), JSON.stringify(order.secrets));
    await query(
      ctx.em,
      `insert into mails (workspace_id, id, template, recipient, data, secrets, subject_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ctx.workspace.id,
        id,
        order.template,
        order.to,
        JSON.stringify(order.data),
        sealed ?? null,
        order.subjectId ?? null,
        ctx.now,
      ],
    );
  }
}

/** What the ciphertext of a mail's secrets is bound to. */
export const secretsPlace = (ctx: Context, mailId: string): string => `${ctx.workspace.id}|mails|secrets|${mailId}`;

/** Adds jobs inside an open transaction that has become `alloza_jobs`. */
export async function insertJobs(jobs: Jobs, em: EntityManager, pending: PendingJob[]): Promise<void> {
  const db = {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: await query<unknown>(em, text, values) }),
  };
  const byQueue = Map.groupBy(pending, (job) => job.queue);
  for (const [queue, list] of byQueue) {
    await jobs.boss.insert(
      queue,
      list.map((job) => ({
        data: job.data,
        group: { id: String(job.data.workspaceId) },
        ...(job.startAfterSeconds ? { startAfter: job.startAfterSeconds } : {}),
      })),
      { db },
    );
  }
}
