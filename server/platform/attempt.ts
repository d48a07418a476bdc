import { type Context, pendingOf } from './context.ts';
import { query } from './database.ts';

/**
 * Does a piece of a unit of work so that its failure undoes it alone: nothing of what it wrote, announced, enqueued or
 * mailed remains, and the unit goes on. Entities are forgotten either way: thousands of attempts would load thousands.
 */
export async function attempt<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await ctx.em.flush();
  const lists: unknown[][] = Object.values(pendingOf.get(ctx)!);
  const lengths = lists.map((list) => list.length);
  await query(ctx.em, 'savepoint attempt');
  try {
    const result = await work();
    await ctx.em.flush();
    await query(ctx.em, 'release savepoint attempt');
    ctx.em.clear();
    return result;
  } catch (error) {
    await query(ctx.em, 'rollback to savepoint attempt');
    ctx.em.clear();
    for (const [index, list] of lists.entries()) list.length = lengths[index]!;
    throw error;
  }
}
