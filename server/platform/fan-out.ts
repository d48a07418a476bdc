import { query } from './database.ts';
import { type EventRow, type EventType, presentEvent } from './events.ts';
import { publicId, storedId } from './ids.ts';
import type { JobDefinition, Listener, Module } from './module.ts';

/** Carries a transaction's events to the rooms that listen: one job for the transaction, then one for each listener. */
export interface FanOut {
  hasListener(type: EventType): boolean;
  jobs: Record<string, JobDefinition>;
}

export function createFanOut(modules: readonly Module[]): FanOut {
  const listeners = new Map<EventType, { name: string; listen: Listener }[]>();
  for (const module of modules) {
    for (const [type, listen] of Object.entries(module.on ?? {})) {
      const listed = listeners.get(type as EventType) ?? [];
      listeners.set(type as EventType, [...listed, { name: module.name, listen }]);
    }
  }

  const fanOut: JobDefinition['run'] = async (ctx, payload) => {
    const { from, to } = payload as unknown as { from: number; to: number };
    const rows = await query<EventRow>(
      ctx.em,
      'select id, type from events where workspace_id = $1 and sequence between $2 and $3 order by sequence',
      [ctx.workspace.id, from, to],
    );
    for (const row of rows) {
      for (const { name } of listeners.get(row.type) ?? []) {
        ctx.enqueue('event.listener', { eventId: publicId('event', row.id), listener: name });
      }
    }
  };

  const runListener: JobDefinition['run'] = async (ctx, payload) => {
    const { eventId, listener } = payload as unknown as { eventId: string; listener: string };
    const rows = await query<EventRow>(
      ctx.em,
      `with handled as (
         insert into handled_events (workspace_id, event_id, listener) values ($1, $2, $3)
         on conflict do nothing returning event_id
       )
       select e.id, e.sequence, e.type, e.data, e.created_at from events e join handled on handled.event_id = e.id
        where e.workspace_id = $1`,
      [ctx.workspace.id, storedId('event', eventId), listener],
    );
    const listen = rows[0] && listeners.get(rows[0].type)?.find((entry) => entry.name === listener)?.listen;
    if (rows[0] && listen) await listen(ctx, presentEvent(rows[0]));
  };

  return {
    hasListener: (type) => listeners.has(type),
    jobs: { 'event.fanout': { run: fanOut }, 'event.listener': { run: runListener } },
  };
}
