import type { Context } from './context.ts';
import { type EntityManager, query } from './database.ts';
import { type EncryptedColumn, seal } from './encrypted.ts';
import { crowdPriority, studioOf } from './job-turns.ts';
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
  /** How long it makes sense, such as the time of the link in it; three days unless told. */
  minutes?: number;
  /** The record the mail is about, for its timeline. */
  subjectId?: string;
}

export interface PendingMail {
  id: string;
  order: MailOrder;
}

export const mailSecrets: EncryptedColumn = { table: 'mails', column: 'secrets', inWorkspace: true };

/** Over a weekend of trouble. */
const newsMinutes = 72 * 60;
/** A statement of 50,000 jobs would hold up the process while it is written. */
const insertedAtOnce = 1000;

/** Writes the rows of the mails a transaction ordered. */
export async function insertMails(ctx: Context, mails: PendingMail[]): Promise<void> {
  for (const { id, order } of mails) {
    const cell = { workspaceId: ctx.workspace.id, id };
    const sealed = order.secrets && seal(ctx.config, mailSecrets, cell, JSON.stringify(order.secrets));
    await query(
      ctx.em,
      `insert into mails (workspace_id, id, template, recipient, data, secrets, subject_id, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + make_interval(mins => $9))`,
      [
        ctx.workspace.id,
        id,
        order.template,
        order.to,
        JSON.stringify(order.data),
        sealed ?? null,
        order.subjectId ?? null,
        ctx.now,
        order.minutes ?? newsMinutes,
      ],
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
    for (let from = 0; from < list.length; from += insertedAtOnce) {
      await jobs.boss.insert(queue, list.slice(from, from + insertedAtOnce).map(rowOf), { db });
    }
  }
}

function rowOf({ queue, data, startAfterSeconds }: PendingJob) {
  const id = studioOf(data);
  if (!id) throw new TypeError(`A job of ${queue} belongs to no studio`);
  return {
    data,
    group: { id },
    priority: crowdPriority(id),
    ...(startAfterSeconds ? { startAfter: startAfterSeconds } : {}),
  };
}
