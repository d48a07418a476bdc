import { type Context, pendingOf } from './context.ts';
import { query } from './database.ts';

/**
 * Does a piece of work and takes it back: a preview made so is what would really happen. Nothing remains of what it
 * writes, announces, enqueues or mails.
 */
export async function rehearse<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await ctx.em.flush();
  const lists: unknown[][] = Object.values(pendingOf.get(ctx)!);
  const lengths = lists.map((list) => list.length);
  await query(ctx.em, 'savepoint rehearsal');
  try {
    return await work();
  } finally {
    await query(ctx.em, 'rollback to savepoint rehearsal');
    ctx.em.clear();
    for (const [index, list] of lists.entries()) list.length = lengths[index]!;
  }
}
