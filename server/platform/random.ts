import { randomFillSync } from 'node:crypto';

/** Asking the system costs more than most uses of what it gives, so it is asked for much at a time. */
const pool = Buffer.alloc(8192);
let used = pool.length;

/** Random bytes fit for secrets, at most 64. They are nobody else's, now or later. */
export function takeRandom(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const taken = Buffer.from(pool.subarray(used, used + count));
  // What was handed out stays nowhere but with its owner.
  pool.fill(0, used, used + count);
  used += count;
  return taken;
}
