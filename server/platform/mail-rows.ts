import { raiseAlarm, raiseAlarmOnce } from './alarm.ts';
import type { Context } from './context.ts';
import { query } from './database.ts';
import { unseal } from './encrypted.ts';
import { publicId } from './ids.ts';
import { mailSecrets } from './outbox.ts';
import type { SendOutcome, SendRetry } from './ports.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Providers forget an idempotency key after 24 hours; after that, trying again could send twice. */
const unsureMs = 23 * hour;
/** A mail that has waited this long is worth waking somebody for, whatever the reason. */
const lateMs = 15 * minute;
const longestWaitSeconds = 30 * 60;

/** One try of a mail, written down before it is made. */
export interface Attempt {
  mailId: string;
  template: string;
  recipient: string;
  data: object;
  number: number;
  orderedAt: Date;
  /** After this it says nothing any more. */
  expiresAt: Date;
  /** Whether the provider may have taken it at an earlier try. */
  wasUnsure: boolean;
}

interface Row {
  template: string;
  recipient: string;
  data: object;
  secrets: Buffer | null;
  attempts: number;
  created_at: string;
  expires_at: string;
  unsure_since: string;
}

/**
 * Takes the next try of a mail that waits. It counts as unsure from here on, so that a process that dies while it asks
 * leaves the right mark. Null: it has left, or has ended here because its time is over.
 */
export async function claim(ctx: Context, mailId: string): Promise<Attempt | null> {
  const [row] = await query<Row>(
    ctx.em,
    `update mails set attempts = attempts + 1, unsure_since = coalesce(unsure_since, $3)
      where workspace_id = $1 and id = $2 and status = 'queued'
      returning template, recipient, data, secrets, attempts, created_at, expires_at, unsure_since`,
    [ctx.workspace.id, mailId, ctx.now],
  );
  if (!row) return null;
  const unsureFor = ctx.now.getTime() - new Date(row.unsure_since).getTime();
  if (unsureFor > unsureMs || ctx.now > new Date(row.expires_at)) {
    await end(ctx, mailId, unsureFor > 0 ? 'unknown' : 'failed', unsureFor > unsureMs ? 'unsure_too_long' : 'expired');
    return null;
  }
  return {
    mailId,
    template: row.template,
    recipient: row.recipient,
    data: { ...row.data, ...secretsOf(ctx, mailId, row.secrets) },
    number: row.attempts,
    orderedAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
    wasUnsure: unsureFor > 0,
  };
}

const secretsOf = (ctx: Context, mailId: string, sealed: Buffer | null): object =>
  sealed && JSON.parse(unseal(ctx.config, mailSecrets, { workspaceId: ctx.workspace.id, id: mailId }, sealed));

/** Writes down what became of a try, and orders the next one if there is to be one. */
export async function record(ctx: Context, attempt: Attempt, outcome: SendOutcome): Promise<void> {
  if (outcome.kind === 'retry') await again(ctx, attempt, outcome);
  else if (outcome.kind !== 'sent') await end(ctx, attempt.mailId, outcome.kind, outcome.code);
  else
    await query(
      ctx.em,
      `update mails set status = 'sent', provider_id = $3, sent_at = $4, failure = null, unsure_since = null, secrets = null
        where workspace_id = $1 and id = $2 and status <> 'sent'`,
      [ctx.workspace.id, attempt.mailId, outcome.providerId, ctx.now],
    );
}

/** Orders the next try, unless another run of the job has taken it already. */
async function again(ctx: Context, attempt: Attempt, { code, mayHaveLeft, ...outcome }: SendRetry): Promise<void> {
  const { mailId, number } = attempt;
  const waiting = await query(
    ctx.em,
    `update mails set failure = $4, unsure_since = case when $5 then unsure_since end
      where workspace_id = $1 and id = $2 and status = 'queued' and attempts = $3 returning 1`,
    [ctx.workspace.id, mailId, number, code, mayHaveLeft || attempt.wasUnsure],
  );
  if (waiting.length === 0) return;
  // A wish of nought is none. A mail that is over before its next try ends then, and its secrets with it.
  const secondsLeft = Math.max(Math.floor((attempt.expiresAt.getTime() - ctx.now.getTime()) / 1000), 0);
  const startAfterSeconds = Math.min(outcome.afterSeconds || waitSeconds(number), secondsLeft + 1);
  ctx.enqueue('mail.send', { mailId }, { startAfterSeconds });
  ctx.log.warn({ code, reason: outcome.reason, mailId: publicId('mail', mailId), startAfterSeconds }, 'a mail waits');
  if (outcome.needsOperator)
    raiseAlarmOnce(ctx.log, 'mail_blocked', { code }, 'no mail leaves until the configuration is corrected');
  else if (ctx.now.getTime() - attempt.orderedAt.getTime() > lateMs)
    raiseAlarmOnce(ctx.log, 'mail_late', { code }, 'mails have been waiting for long');
}

/** 1 to 2 s, then twice as long with every try up to half an hour; spread, so that a crowd does not come back as one. */
const waitSeconds = (tries: number): number =>
  Math.ceil(Math.min(2 ** Math.min(tries, 20), longestWaitSeconds) * (0.5 + Math.random() / 2));

/** Ends a mail whose job is given up. Between a try and what became of it, nobody knows whether it has left. */
export async function abandon(ctx: Context, mailId: string): Promise<void> {
  const [row] = await query<{ unsure: boolean }>(
    ctx.em,
    'select unsure_since is not null as unsure from mails where workspace_id = $1 and id = $2',
    [ctx.workspace.id, mailId],
  );
  if (row) await end(ctx, mailId, row.unsure ? 'unknown' : 'failed', 'job_failed');
}

/**
 * Ends a mail that still waits. `dropped` ones have lost their reason, which is no trouble; anything else raises the
 * alarm. The secrets go, since whoever wanted the link will ask for another.
 */
export async function end(ctx: Context, mailId: string, status: 'failed' | 'unknown', code: string): Promise<void> {
  const [ended] = await query<{ template: string; before: string | null }>(
    ctx.em,
    `update mails set status = $3, failure = $4, secrets = null
       from (select failure as before from mails where workspace_id = $1 and id = $2) earlier
      where workspace_id = $1 and id = $2 and status = 'queued' returning template, before`,
    [ctx.workspace.id, mailId, status, code],
  );
  if (!ended || code === 'dropped') return;
  const details = { status, code, before: ended.before, template: ended.template, mailId: publicId('mail', mailId) };
  raiseAlarm(ctx.log, 'mail_lost', details, 'a mail could not be sent');
}
