import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { actorOf, type Caller } from './authenticate.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { begin, type Orm, query, queryOnce } from './database.ts';
import { eventsAfter, presentEvent } from './events.ts';
import type { Log } from './log.ts';
import { scopeOf } from './scope.ts';

const channel = 'alloza_events';
/** In place of a workspace: all streams. */
const everyone = '*';
const encoder = new TextEncoder();
const beat = encoder.encode(':\n\n');
/** How often a process tells the others at most: every notification costs it a round trip. */
const tellMs = 20;
const pollMs = 2000;
const beatMs = 20_000;
const maxBacklog = 500;

/**
 * Which of a workspace's events, behind `after` up to `to`, members who are limited to own jobs may be told of: their
 * sequences by the stored ids of the members.
 */
export type AudienceOf = (
  em: Parameters<typeof query>[0],
  workspaceId: string,
  memberIds: readonly string[],
  span: { after: number; to: number },
) => Promise<Map<string, Set<number>>>;

interface Reader {
  controller: ReadableStreamDefaultController<Uint8Array>;
  sequence: number;
  /** The member whose own jobs alone it is told of. */
  memberId: string | null;
  isAllowed(): Promise<boolean>;
}

interface Room {
  readers: Set<Reader>;
  reading: boolean;
  again: boolean;
}

/** The live stream: one reader of the database a workspace and process, each frame encoded once for all its readers. */
export interface Live {
  /** Says that a workspace has new events; coalesced into few notifications. */
  announce(workspaceId: string): void;
  open(caller: Caller, lastSequence: number | null, isAllowed: () => Promise<boolean>): Promise<Response>;
  readerCount(): number;
  stop(): Promise<void>;
}

/** Says, when the transaction commits, that a credential has lost its rights: every process checks its streams at once. */
export const recheckStreams = (ctx: Pick<Context, 'em'>): Promise<unknown> =>
  query(ctx.em, 'select pg_notify($1, $2)', [channel, everyone]);

export async function startLive(config: Config, orm: Orm, log: Log, audienceOf: AudienceOf): Promise<Live> {
  const rooms = new Map<string, Room>();
  const dirty = new Set<string>();
  let telling = false;
  let stopped = false;
  let listener: pg.Client | null = null;

  async function listen(): Promise<void> {
    if (stopped) return;
    const client = new pg.Client({
      connectionString: config.directUrl,
      application_name: 'alloza-live',
      keepAlive: true,
    });
    let replaced = false;
    // A connection that is cut reports more than one error; one new listener takes its place.
    const again = () => {
      if (listener === client) listener = null;
      if (stopped || replaced) return;
      replaced = true;
      setTimeout(() => void listen(), 1000).unref();
    };
    client.on('error', again);
    client.on('notification', ({ payload }) => {
      if (payload === everyone) void recheckAll();
      else for (const workspaceId of (payload ?? '').split(',')) void pump(workspaceId);
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (stopped) return await client.end();
      listener = client;
    } catch (error) {
      log.warn({ err: error }, 'live falls back to polling');
      again();
    }
  }

  /** A lost notification loses nothing: readers are polled besides. */
  const poll = setInterval(() => {
    for (const workspaceId of rooms.keys()) void pump(workspaceId);
  }, pollMs);
  const beats = setInterval(() => {
    // Who is told of few events resumes behind those they are not told of too.
    for (const room of rooms.values())
      for (const reader of room.readers)
        push(room, reader, reader.memberId ? encoder.encode(`id: ${reader.sequence}\n\n`) : beat);
    void recheckAll();
  }, beatMs);
  poll.unref();
  beats.unref();

  async function tell(): Promise<void> {
    if (telling) return;
    telling = true;
    while (dirty.size > 0) {
      const batch = [...dirty].slice(0, 150);
      for (const workspaceId of batch) dirty.delete(workspaceId);
      // It need not survive a crash, and commits that notify wait for each other: this one must not wait for the disk.
      await queryOnce(orm, "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)", [
        channel,
        batch.join(','),
      ]).catch((error) => log.warn({ err: error }, 'notify'));
      // The first is told at once; those that follow closely share a notification.
      await delay(tellMs, undefined, { ref: false });
    }
    telling = false;
  }

  async function recheckAll(): Promise<void> {
    for (const room of [...rooms.values()]) {
      for (const reader of [...room.readers]) {
        if (!(await reader.isAllowed().catch(() => true))) close(room, reader);
      }
    }
  }

  function close(room: Room, reader: Reader): void {
    room.readers.delete(reader);
    try {
      reader.controller.close();
    } catch {
      // The client had closed it already.
    }
  }

  function push(room: Room, reader: Reader, frame: Uint8Array): void {
    // A reader that does not read is dropped; it resumes by Last-Event-ID.
    if ((reader.controller.desiredSize ?? 0) < -maxBacklog) {
      close(room, reader);
      return;
    }
    try {
      reader.controller.enqueue(frame);
    } catch {
      room.readers.delete(reader);
    }
  }

  /** The next events, and who of the limited readers may be told of which: looked up only if there are both. */
  async function read(workspaceId: string, after: number, readers: Reader[]) {
    const transaction = await begin(orm, { role: 'alloza_app', workspaceId });
    try {
      const rows = await eventsAfter({ em: transaction.em, workspace: { id: workspaceId } }, after, 200);
      const limited = [...new Set(readers.flatMap(({ memberId }) => memberId ?? []))];
      const last = rows.at(-1);
      const audience =
        last && limited.length > 0
          ? await audienceOf(transaction.em, workspaceId, limited, { after, to: Number(last.sequence) })
          : null;
      return { rows, audience };
    } finally {
      await transaction.commit();
    }
  }

  async function pump(workspaceId: string): Promise<void> {
    const room = rooms.get(workspaceId);
    if (!room) return;
    if (room.reading) {
      room.again = true;
      return;
    }
    room.reading = true;
    try {
      do {
        room.again = false;
        if (room.readers.size === 0) {
          rooms.delete(workspaceId);
          return;
        }
        // Those who wait now: one that comes while the database is read may be further behind, and gets the next round.
        const readers = [...room.readers];
        const lowest = Math.min(...readers.map((reader) => reader.sequence));
        const { rows, audience } = await read(workspaceId, lowest, readers);
        for (const row of rows) {
          const event = presentEvent(row);
          const frame = encoder.encode(
            `id: ${event.sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
          );
          for (const reader of readers) {
            if (!room.readers.has(reader) || reader.sequence >= event.sequence) continue;
            const isTold = !reader.memberId || audience?.get(reader.memberId)?.has(event.sequence);
            if (isTold) push(room, reader, frame);
            reader.sequence = event.sequence;
          }
        }
        if (rows.length === 200) room.again = true;
      } while (room.again);
    } catch (error) {
      log.warn({ err: error }, 'live read');
    } finally {
      room.reading = false;
    }
  }

  async function currentSequence(workspaceId: string): Promise<number> {
    const transaction = await begin(orm, { role: 'alloza_app', workspaceId });
    const rows = await query<{ sequence: string }>(
      transaction.em,
      'select sequence from event_counters where workspace_id = $1',
      [workspaceId],
    );
    await transaction.commit();
    return Number(rows[0]?.sequence ?? 0);
  }

  await listen();

  return {
    announce(workspaceId) {
      dirty.add(workspaceId);
      void pump(workspaceId);
      void tell();
    },
    async open(caller, lastSequence, isAllowed) {
      const { workspaceId } = caller;
      const sequence = lastSequence ?? (await currentSequence(workspaceId));
      let reader: Reader;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          const memberId = scopeOf({ actor: actorOf(caller) })?.memberId ?? null;
          reader = { controller, sequence, memberId, isAllowed };
          const room = rooms.get(workspaceId) ?? { readers: new Set(), reading: false, again: false };
          rooms.set(workspaceId, room);
          room.readers.add(reader);
          // An id at once: a stream that breaks before its first event knows where to resume.
          controller.enqueue(encoder.encode(`retry: 1000\nid: ${sequence}\n\n`));
          void pump(workspaceId);
        },
        cancel() {
          rooms.get(workspaceId)?.readers.delete(reader);
        },
      });
      return new Response(stream, {
        headers: {
          'content-type': 'text/event-stream',
          'cache-control': 'no-store, no-transform',
          'x-accel-buffering': 'no',
        },
      });
    },
    readerCount: () => [...rooms.values()].reduce((sum, room) => sum + room.readers.size, 0),
    async stop() {
      stopped = true;
      clearInterval(poll);
      clearInterval(beats);
      for (const room of rooms.values()) for (const reader of [...room.readers]) close(room, reader);
      rooms.clear();
      await listener?.end().catch(() => {});
    },
  };
}
