import type { Context } from './context.ts';
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
    await query(
      ctx.em,
      `insert into mails (workspace_id, id, template, recipient, data, subject_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [ctx.workspace.id, id, order.template, order.to, JSON.stringify(order.data), order.subjectId ?? null, ctx.now],
    );
  }
}

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
