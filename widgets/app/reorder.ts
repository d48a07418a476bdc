/** Lists whose order a person decides. Pure. */

/** The list with one item moved to another place; the same list where that changes nothing. */
export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || from === to || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

export const replaceItem = <T>(items: readonly T[], at: number, item: T): readonly T[] => items.with(at, item);

export const removeItem = <T>(items: readonly T[], at: number): readonly T[] => items.toSpliced(at, 1);
