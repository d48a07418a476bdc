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

/**
 * Does pieces of work of which each may fail alone. They share one savepoint as long as none does, since a savepoint costs
 * as much as a small piece; when one fails, all are undone and each is done again in a savepoint of its own.
 * @param work gets the results of the pieces before it, and notes nothing outside of the unit
 * @param refused what came of a piece that failed, or throws on, which ends the unit
 */
export async function attemptEach<Item, Result>(
  ctx: Context,
  items: readonly Item[],
  work: (item: Item, earlier: readonly Result[]) => Promise<Result>,
  refused: (error: unknown, item: Item) => Result,
): Promise<Result[]> {
  try {
    return await attempt(ctx, async () => {
      const results: Result[] = [];
      for (const item of items) {
        results.push(await work(item, results));
        await ctx.em.flush();
        ctx.em.clear();
      }
      return results;
    });
  } catch {
    // Which one it was shows when they are alone.
  }
  const results: Result[] = [];
  for (const item of items) {
    try {
      results.push(await attempt(ctx, () => work(item, results)));
    } catch (error) {
      results.push(refused(error, item));
    }
  }
  return results;
}
