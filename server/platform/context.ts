import type { components } from '../../sdk/schema.ts';
import type { PendingChange } from './changes.ts';
import type { Config } from './config.ts';
import { type EntityManager, type Orm, query } from './database.ts';
import type { EventLinks, EventType, PendingEvent } from './events.ts';
import type { Jobs } from './jobs.ts';
import type { Live } from './live.ts';
import type { Log } from './log.ts';
import type { Module } from './module.ts';
import type { MailOrder, PendingJob, PendingMail } from './outbox.ts';
import type { MailSender, ObjectStore } from './ports.ts';

export type Actor = components['schemas']['Actor'];

/** What the signed-in person is in the workspace; keys and the system have none, and see all. */
export interface Membership {
  /** The stored id. */
  id: string;
  role: 'owner' | 'manager' | 'member';
  ownJobsOnly: boolean;
  seesMoney: boolean;
}

/** The outside world, plugged in at the roof. */
export interface Vendors {
  mail: MailSender;
  /** Where files are kept if not in the database. */
  files?: ObjectStore;
}

/** What lives as long as the process. */
export interface Services {
  orm: Orm;
  config: Config;
  log: Log;
  vendors: Vendors;
  jobs: Jobs;
  live: Live;
  modules: readonly Module[];
}

/** What a verb gets. It can't tell whether a request or a job called it. */
export interface Context {
  /** Bound to the one open transaction and, by row-level security, to the workspace. */
  em: EntityManager;
  workspace: { id: string };
  actor: Actor & { userId?: string | undefined; member?: Membership | undefined };
  /** PostgreSQL's clock, read when the transaction opened. */
  now: Date;
  log: Log;
  config: Config;
  vendors: Vendors;
  /** Announces a fact to the live stream and to listeners, if and when the transaction commits. */
  emit(type: EventType, data: PendingEvent['data'], links?: EventLinks): void;
  /** Adds a job to the transaction. Payloads hold ids, never content. */
  enqueue(queue: string, payload: Record<string, string | number>, options?: { startAfterSeconds?: number }): void;
  /** Adds a mail to the transaction; it is sent after the commit, once. */
  mail(order: MailOrder): void;
}

/** What a unit of work will write when it commits. */
export interface Pending {
  events: PendingEvent[];
  jobs: PendingJob[];
  mails: PendingMail[];
  changes: PendingChange[];
}

/** Kept beside the context, so that verbs can add to it only through `emit`, `enqueue`, `mail` and `recordChange`. */
export const pendingOf = new WeakMap<Context, Pending>();

/** Who acts, as records show it. */
export const recordedActor = ({ kind, id, name }: Context['actor']): Actor => ({ kind, id, name });

export const systemActor: Context['actor'] = { kind: 'system', id: null, name: null };

/** Points the rest of the transaction at another workspace: only for work that has just made or found it. */
export async function enterWorkspace(ctx: Context, workspaceId: string): Promise<void> {
  ctx.workspace.id = workspaceId;
  await query(ctx.em, "select set_config('alloza.workspace', $1, true)", [workspaceId]);
}
