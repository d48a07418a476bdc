import { attemptEach } from './attempt.ts';
import type { Context } from './context.ts';
import { query } from './database.ts';
import { type EventRow, type EventType, presentEvent } from './events.ts';
import { publicId, storedId } from './ids.ts';
import type { JobDefinition, Listener, Module } from './module.ts';

/** Events of one transaction that a listener hears in one job: thousands of jobs cost more than what they do. */
const eventsTogether = 50;

/** Carries a transaction's events to the rooms that listen: one job for the transaction, then some for each listener. */
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
      'select id, type, sequence from events where workspace_id = $1 and sequence between $2 and $3 order by sequence',
      [ctx.workspace.id, from, to],
    );
    const names = new Set(rows.flatMap((row) => (listeners.get(row.type) ?? []).map(({ name }) => name)));
    for (const name of names) {
      const heard = rows.filter((row) => listeners.get(row.type)?.some((entry) => entry.name === name));
      for (let at = 0; at < heard.length; at += eventsTogether) {
        const some = heard.slice(at, at + eventsTogether);
        if (some.length === 1)
          ctx.enqueue('event.listener', { eventId: publicId('event', some[0]!.id), listener: name });
        else {
          const [first, last] = [Number(some[0]!.sequence), Number(some.at(-1)!.sequence)];
          ctx.enqueue('event.listener', { from: first, to: last, listener: name });
        }
      }
    }
  };

  const listenerOf = (type: EventType, name: string) =>
    listeners.get(type)?.find((entry) => entry.name === name)?.listen;

  const hearOne = async (ctx: Context, eventId: string | null, name: string) => {
    const rows = await query<EventRow>(
      ctx.em,
      `with handled as (
         insert into handled_events (workspace_id, event_id, listener) values ($1, $2, $3)
         on conflict do nothing returning event_id
       )
       select e.id, e.sequence, e.type, e.data, e.created_at from events e join handled on handled.event_id = e.id
        where e.workspace_id = $1`,
      [ctx.workspace.id, eventId, name],
    );
    const [row] = rows;
    if (row) await listenerOf(row.type, name)?.(ctx, presentEvent(row));
  };

  /** Hears the events of a transaction together. One that fails is tried again by itself, with tries of its own. */
  const hearSome = async (ctx: Context, from: number, to: number, name: string) => {
    const types = [...listeners].flatMap(([type, list]) => (list.some((entry) => entry.name === name) ? type : []));
    const rows = await query<EventRow>(
      ctx.em,
      `with handled as (
         insert into handled_events (workspace_id, event_id, listener)
         select $1, id, $4 from events where workspace_id = $1 and sequence between $2 and $3 and type = any($5)
         on conflict do nothing returning event_id
       )
       select e.id, e.sequence, e.type, e.data, e.created_at from events e join handled on handled.event_id = e.id
        where e.workspace_id = $1 order by e.sequence`,
      [ctx.workspace.id, from, to, name, types],
    );
    const failed: string[] = [];
    await attemptEach<EventRow, void>(
      ctx,
      rows,
      async (row) => listenerOf(row.type, name)?.(ctx, presentEvent(row)),
      (error, row) => {
        ctx.log.error({ err: error, listener: name, event: row.type }, 'an event is heard again by itself');
        failed.push(row.id);
      },
    );
    if (failed.length === 0) return;
    await query(ctx.em, 'delete from handled_events where workspace_id = $1 and listener = $2 and event_id = any($3)', [
      ctx.workspace.id,
      name,
      failed,
    ]);
    for (const id of failed) ctx.enqueue('event.listener', { eventId: publicId('event', id), listener: name });
  };

  const runListener: JobDefinition['run'] = async (ctx, payload) => {
    const given = payload as unknown as { listener: string } & ({ eventId: string } | { from: number; to: number });
    if ('from' in given) await hearSome(ctx, given.from, given.to, given.listener);
    else await hearOne(ctx, storedId('event', given.eventId), given.listener);
  };

  return {
    hasListener: (type) => listeners.has(type),
    jobs: { 'event.fanout': { run: fanOut }, 'event.listener': { run: runListener } },
  };
}
