/** What of a draft differs from what is stored: the merge patch that a save sends. Pure. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined if nothing differs. Objects are compared field by field, lists and the rest as a whole. */
export function difference<T extends object>(stored: T, draft: Partial<T>): Partial<T> | undefined {
  const patch: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) {
    const before = (stored as Fields)[name];
    if (isFields(value) && isFields(before)) {
      const inner = difference(before, value);
      if (inner) patch[name] = inner;
    } else if (JSON.stringify(value) !== JSON.stringify(before)) patch[name] = value;
  }
  return Object.keys(patch).length > 0 ? (patch as Partial<T>) : undefined;
}
