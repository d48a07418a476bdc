import { setTimeout as delay } from 'node:timers/promises';
import { type Context, Hono, type MiddlewareHandler } from 'hono';

/** Answers `status` instead of doing the work; `body` is sent as it is, for answers no vendor should give. */
interface Fail {
  kind: 'fail';
  status: number;
  name?: string;
  /** Seconds. */
  retryAfter?: number;
  body?: string;
  location?: string;
}
/** Does the work at once, and answers `ms` later. */
interface Hang {
  kind: 'hang';
  ms: number;
}
/** Destroys the connection, `done` says whether after doing the work. */
interface Drop {
  kind: 'drop';
  done: boolean;
}
type Fault = Fail | Hang | Drop;

/**
 * Trouble on demand, the same for every stand-in: `POST /control/fail`, `/control/hang` and `/control/drop` queue what
 * the next calls meet; `times` (1) queues it more than once.
 */
export class Faults {
  readonly #queue: Fault[] = [];

  /** The control side, to be mounted at `/control`. */
  control() {
    const queue = (c: Context, fault: Fault, times = 1) => {
      for (let i = 0; i < times; i++) this.#queue.push(fault);
      return c.json({ queued: this.#queue.length });
    };
    return new Hono()
      .post('/fail', async (c) => {
        const { times, status = 500, ...rest } = await c.req.json();
        return queue(c, { kind: 'fail', status, ...rest }, times);
      })
      .post('/hang', async (c) => {
        const { times, ms = 60_000 } = await c.req.json();
        return queue(c, { kind: 'hang', ms }, times);
      })
      .post('/drop', async (c) => {
        const { times, done = false } = await c.req.json();
        return queue(c, { kind: 'drop', done }, times);
      });
  }

  /** Stands right before the work. `error` writes a failure in the vendor's own form. */
  middleware(error: (c: Context, status: number, name?: string) => Response): MiddlewareHandler {
    return async (c, next) => {
      const fault = this.#queue.shift();
      if (fault?.kind === 'fail') return failed(c, fault, error);
      if (fault?.kind === 'drop') return dropped(c, fault, next);
      await next();
      if (fault?.kind === 'hang') await delay(fault.ms, undefined, { ref: false });
    };
  }
}

function failed(c: Context, fault: Fail, error: (c: Context, status: number, name?: string) => Response) {
  if (fault.retryAfter !== undefined) c.header('retry-after', String(fault.retryAfter));
  if (fault.location !== undefined) c.header('location', fault.location);
  if (fault.body !== undefined) return c.body(fault.body, fault.status as 200);
  return error(c, fault.status, fault.name);
}

async function dropped(c: Context, fault: Drop, next: () => Promise<void>) {
  if (fault.done) await next();
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { destroy(): void } } };
  if (!incoming) throw new Error('Only a real connection can be dropped: serve the stand-in by @hono/node-server');
  incoming.socket.destroy();
  // Nobody hears it; the status tells the layers around this one whether the work was done.
  if (!fault.done) return c.body(null, 500);
}
