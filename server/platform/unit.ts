import { type Context, type Pending, pendingOf, type Services } from './context.ts';
import { begin, query, type Transaction } from './database.ts';
import { flushRecords } from './events.ts';
import { newId } from './ids.ts';
import { insertJobs, insertMails } from './outbox.ts';

export interface Unit {
  ctx: Context;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Opens a transaction and the context of one unit of work; `commit` writes all that was announced, then tells readers. */
export async function openUnit(
  services: Services,
  workspaceId: string,
  actor: Context['actor'],
  options: { snapshot?: boolean } = {},
): Promise<Unit> {
  const scope = { role: 'alloza_app', workspaceId, userId: actor.userId, ...options } as const;
  const transaction = await begin(services.orm, scope);
  const pending: Pending = { events: [], jobs: [], mails: [], changes: [] };
  const ctx: Context = {
    em: transaction.em,
    workspace: { id: workspaceId },
    actor,
    now: transaction.now,
    log: services.log,
    config: services.config,
    vendors: services.vendors,
    emit: (type, data, links = {}) => void pending.events.push({ id: newId(), type, data, ...links }),
    enqueue: (queue, payload, options) =>
      void pending.jobs.push({ queue, data: { workspaceId: ctx.workspace.id, ...payload }, ...options }),
    mail: (order) => void pending.mails.push({ id: newId(), order }),
  };
  pendingOf.set(ctx, pending);
  return {
    ctx,
    commit: () => commit(services, transaction, ctx, pending),
    rollback: () => transaction.rollback(),
  };
}

async function commit(services: Services, transaction: Transaction, ctx: Context, pending: Pending): Promise<void> {
  await ctx.em.flush();
  if (pending.mails.length > 0) {
    await insertMails(ctx, pending.mails);
    for (const mail of pending.mails) ctx.enqueue('mail.send', { mailId: mail.id });
  }
  const jobs = pending.jobs;
  const recorded = pending.events.length + pending.changes.length > 0;
  const last = recorded ? await flushRecords(ctx, pending.events, pending.changes) : 0;
  if (pending.events.some((event) => services.jobs.hasListener(event.type))) {
    const from = last - pending.events.length + 1;
    jobs.push({ queue: 'event.fanout', data: { workspaceId: ctx.workspace.id, from, to: last } });
  }
  if (jobs.length > 0) {
    if (!recorded) await query(ctx.em, "select set_config('role', 'alloza_jobs', true)");
    await insertJobs(services.jobs, ctx.em, jobs);
  }
  await transaction.commit();
  if (pending.events.length > 0) services.live.announce(ctx.workspace.id);
}

/** Runs a function in a unit of work of its own. */
export async function inUnit<T>(
  services: Services,
  workspaceId: string,
  actor: Context['actor'],
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const unit = await openUnit(services, workspaceId, actor);
  let result: T;
  try {
    result = await work(unit.ctx);
    await unit.commit();
  } catch (error) {
    await unit.rollback().catch(() => {});
    throw error;
  }
  return result;
}
