import type { components } from '../../sdk/schema.ts';
import type { PendingChange } from './changes.ts';
import { type Context, recordedActor } from './context.ts';
import { query } from './database.ts';
import { publicId, storedId } from './ids.ts';
import type { Page } from './pages.ts';
import { invalid, problems } from './problem.ts';
import { instant } from './time.ts';

export type Event = components['schemas']['Event'];
export type EventType = Event['type'];

/** Stored ids of what an event is about. */
export interface EventLinks {
  leadId?: string;
  clientId?: string;
  projectId?: string;
}

export interface PendingEvent extends EventLinks {
  id: string;
  type: EventType;
  data: Event['data'];
}

export interface EventRow {
  id: string;
  sequence: string;
  type: EventType;
  data: Event['data'];
  created_at: Date;
}

export const presentEvent = (row: EventRow): Event => ({
  id: publicId('event', row.id),
  type: row.type,
  createdAt: instant(row.created_at),
  sequence: Number(row.sequence),
  data: row.data,
});

/**
 * Writes a transaction's changes and events and takes their sequence numbers, in one statement that comes last: the
 * counter row's lock makes sequence order the order of commits, without gaps. It also becomes `alloza_jobs`, the only
 * role that may add jobs, since only jobs follow.
 * @returns the last sequence taken
 */
export async function flushRecords(ctx: Context, events: PendingEvent[], changes: PendingChange[]): Promise<number> {
  const rows = await query<{ sequence: string }>(
    ctx.em,
    `with change_rows as (
       insert into changes (workspace_id, id, subject_noun, subject_id, action, actor, reason, fields, at)
       select $1, c.id, c.noun, c."subjectId", c.action, $2, c.reason, c.fields, $3
         from jsonb_to_recordset($4) as c(id uuid, noun text, "subjectId" uuid, action text, reason text, fields jsonb)
     ), counter as (
       insert into event_counters (workspace_id, sequence) values ($1, $5)
       on conflict (workspace_id) do update set sequence = event_counters.sequence + $5
       returning sequence
     ), event_rows as (
       insert into events (workspace_id, id, sequence, type, data, actor, lead_id, client_id, project_id, created_at)
       select $1, e.id, counter.sequence - $5 + e.ordinal, e.type, e.data, $2, e."leadId", e."clientId", e."projectId", $3
         from counter, rows from (jsonb_to_recordset($6) as (id uuid, type text, data jsonb, "leadId" uuid, "clientId" uuid, "projectId" uuid))
              with ordinality as e(id, type, data, "leadId", "clientId", "projectId", ordinal)
     )
     select sequence, set_config('role', 'alloza_jobs', true) from counter`,
    [
      ctx.workspace.id,
      JSON.stringify(recordedActor(ctx.actor)),
      ctx.now,
      JSON.stringify(changes),
      events.length,
      JSON.stringify(events),
    ],
  );
  return Number(rows[0]!.sequence);
}

const columns = 'id, sequence, type, data, created_at';

/** Events with a higher sequence, oldest first. */
export const eventsAfter = (
  ctx: Pick<Context, 'em' | 'workspace'>,
  sequence: number,
  limit: number,
): Promise<EventRow[]> =>
  query<EventRow>(
    ctx.em,
    `select ${columns} from events where workspace_id = $1 and sequence > $2 order by sequence limit $3`,
    [ctx.workspace.id, sequence, limit],
  );

export interface EventFilter {
  limit?: number | undefined;
  after?: string | undefined;
  type?: EventType | undefined;
  leadId?: string | undefined;
  clientId?: string | undefined;
  projectId?: string | undefined;
  afterSequence?: number | undefined;
}

/** Events in commit order, oldest first; the cursor is a sequence. */
export async function listEvents(ctx: Context, filter: EventFilter): Promise<Page<Event>> {
  const limit = filter.limit ?? 25;
  if (filter.after && !/^\d{1,15}$/.test(filter.after))
    throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  const values: unknown[] = [ctx.workspace.id, Math.max(Number(filter.after ?? 0), filter.afterSequence ?? 0)];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['workspace_id = $1', 'sequence > $2'];
  if (filter.type) where.push(`type = ${bind(filter.type)}`);
  if (filter.leadId) where.push(`lead_id = ${bind(storedId('lead', filter.leadId))}`);
  if (filter.clientId) where.push(`client_id = ${bind(storedId('client', filter.clientId))}`);
  if (filter.projectId) where.push(`project_id = ${bind(storedId('project', filter.projectId))}`);
  const rows = await query<EventRow>(
    ctx.em,
    `select ${columns} from events where ${where.join(' and ')} order by sequence limit ${bind(limit + 1)}`,
    values,
  );
  const shown = rows.slice(0, limit);
  return { items: shown.map(presentEvent), next: rows.length > limit ? String(shown.at(-1)!.sequence) : null };
}

export async function getEvent(ctx: Context, eventId: string): Promise<Event> {
  const rows = await query<EventRow>(ctx.em, `select ${columns} from events where workspace_id = $1 and id = $2`, [
    ctx.workspace.id,
    storedId('event', eventId),
  ]);
  if (!rows[0]) throw problems.not_found();
  return presentEvent(rows[0]);
}
