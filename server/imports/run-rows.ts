import { attempt, attemptEach } from '../platform/attempt.ts';
import { type Batch, batchMs, doWith, isProblem, type Result, rowsTogether } from './batches.ts';
import { type Draft, type Known, keyColumns, problemsOf, sameKeys } from './drafts.ts';

/** Does what each row of the batch says, as far as there is time. */
export async function run(batch: Batch): Promise<Result[]> {
  const end = performance.now() + batchMs;
  const results: Result[] = [];
  while (results.length < batch.rows.length && (results.length === 0 || performance.now() < end)) {
    const { places, areNew } = nextRows(batch, results);
    const together = areNew ? await createTogether(batch, places) : null;
    results.push(...(together ?? (await oneByOne(batch, places, results))));
  }
  return results;
}

/** The next rows that all make records of their own, or that all don't. */
function nextRows({ drafts, rows, matches }: Batch, results: readonly Result[]): { places: number[]; areNew: boolean } {
  const from = results.length;
  const taken = new Set<string>();
  const isNew = (draft: Draft): boolean => {
    const { first, second } = sameKeys(draft);
    const isFree = [...first, ...second].every((key) => !taken.has(key));
    return draft.problems.length === 0 && !matches.get(draft) && isFree && !madeFor(drafts, draft, results);
  };
  const places: number[] = [];
  const areNew = isNew(drafts[from]!);
  for (let index = from; index < rows.length && places.length < rowsTogether; index += 1) {
    const draft = drafts[index]!;
    if (isNew(draft) !== areNew) break;
    places.push(index);
    for (const key of draft.keys) taken.add(key);
  }
  return { places, areNew };
}

/** Makes the records of rows in one statement; null if that can not be, and then nothing was done. */
async function createTogether({ ctx, adapter, drafts, rows }: Batch, places: readonly number[]) {
  const some = places.map((index) => drafts[index]!);
  if (!adapter.createMany) return null;
  const made = await attempt(ctx, () => adapter.createMany!(ctx, some)).catch(() => null);
  if (!made) return null;
  return places.map((index, place): Result => {
    const { id, version } = made[place]!;
    const draft = drafts[index]!;
    const n = rows[index]!.rowNumber;
    return { n, action: 'create', problems: [], ...keyColumns(draft), record: id, outcome: 'done', version };
  });
}

const oneByOne = (batch: Batch, places: readonly number[], results: readonly Result[]): Promise<Result[]> =>
  attemptEach<number, Result>(
    batch.ctx,
    places,
    (index, earlier) => runRow(batch, index, [...results, ...earlier]),
    (error, index) => ({
      n: batch.rows[index]!.rowNumber,
      action: 'error',
      problems: problemsOf(error, batch.found.columns),
    }),
  );

/** @param earlier what the rows of the batch before this one have done, in their order */
async function runRow(batch: Batch, index: number, earlier: readonly Result[]): Promise<Result> {
  const { ctx, adapter, rows, drafts } = batch;
  const draft = drafts[index]!;
  const n = rows[index]!.rowNumber;
  const keys = keyColumns(draft);
  let match = batch.matches.get(draft);
  if (draft.problems.length > 0) return { n, action: 'error', problems: draft.problems };
  if (isProblem(match)) return { n, action: 'error', problems: [match] };
  const before = match ? match.id : madeFor(drafts, draft, earlier);
  // What an earlier row of the batch has made or changed is another than when the batch was read.
  if (before && earlier.some(({ outcome, record }) => outcome && record === before))
    match = await reread(batch, before);
  if (!match) {
    const { id, version } = await adapter.create(ctx, draft);
    return { n, action: 'create', problems: [], ...keys, record: id, outcome: 'done', version };
  }
  const todo = doWith(batch, match, draft);
  if ('problem' in todo) return { n, action: 'skip', problems: [todo.problem], ...keys, record: match.id };
  const { id, version: formerVersion } = match;
  const former = adapter.former(match, todo.patch);
  const { version } = await adapter.update(ctx, id, todo.patch);
  return {
    ...{ n, action: 'update', problems: [], ...keys, record: id },
    ...{ outcome: 'done', version, formerVersion, former },
  };
}

/** The record that an earlier row of the batch has made and that is the same as this row's. */
function madeFor(drafts: readonly Draft[], draft: Draft, earlier: readonly Result[]): string | null {
  const { first, second } = sameKeys(draft);
  const found = earlier.find(({ action, match, second: other }, index) => {
    if (action !== 'create') return false;
    const has = drafts[index]!.keys.filter((key) => key === match || key.startsWith('email:'));
    return first.some((key) => has.includes(key)) || second.some((key) => key === other);
  });
  return found?.record ?? null;
}

const reread = async ({ ctx, adapter }: Batch, id: string): Promise<Known | null> =>
  (await adapter.getMany(ctx, [id])).get(id) ?? null;
