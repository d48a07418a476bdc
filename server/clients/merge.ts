import type { components } from '../../sdk/schema.ts';
import { moveNotes } from '../notes/service.ts';
import { diff } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { insertRow, query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import type { MergeHook } from '../platform/module.ts';
import { linkRecord, moveLinks, unlinkRecord } from '../platform/record-links.ts';
import { rehearse } from '../platform/rehearse.ts';
import { carry, combine, type Face, faceOf } from './combine.ts';
import { Client } from './entities.ts';
import { errors } from './errors.ts';
import { get, load, requireFreeEmails, save } from './write.ts';

type Schemas = components['schemas'];
type Moved = { resource: string; ids: string[] };

/** The record of a merge as it is stored; without faces once the other client is gone for good. */
interface MergeRow {
  id: string;
  otherId: string;
  before: Face | null;
  after: Face | null;
  moved: Moved[];
  undoneAt: Date | null;
}

const columns = 'id, other_id as "otherId", before, after, moved, undone_at as "undoneAt"';
const most = { contacts: 20, addresses: 10, tags: 50, custom: 50 } as const;

let hooks: readonly MergeHook[] = [];

/** Tells how the rooms that come later let their records follow a client. */
export function registerMergeHooks(given: readonly MergeHook[]): void {
  hooks = given;
}

/**
 * Merges another client into one, or shows what would come of it.
 * @throws 409 `merge_impossible`, 422 `client_not_found`
 */
export async function merge(
  ctx: Context,
  clientId: string,
  { otherId, dryRun }: Schemas['ClientMergeInput'],
): Promise<Schemas['ClientMerge']> {
  if (!dryRun) return mergeNow(ctx, clientId, otherId);
  return { ...(await rehearse(ctx, () => mergeNow(ctx, clientId, otherId))), id: null };
}

async function mergeNow(ctx: Context, clientId: string, otherId: string): Promise<Schemas['ClientMerge']> {
  await lockInOrder(ctx, [storedId('client', clientId), storedId('client', otherId)]);
  const survivor = await load(ctx, clientId);
  const other = await loadOther(ctx, otherId);
  if (survivor === other) throw errors.merge_impossible({ detail: 'It is the same client' });
  const before = faceOf(survivor);
  const after = combine(before, faceOf(other));
  requireRoom(after);
  // The one that goes gives up its addresses before the survivor takes them.
  Object.assign(other, { deletedAt: ctx.now, mergedIntoId: survivor.id });
  await save(ctx, other, 'client.deleted', 'merged_away', mergedInto(null, survivor));
  Object.assign(survivor, after);
  const fields = diff({ ...before }, { ...after });
  await save(ctx, survivor, 'client.merged', 'merged', fields);
  const moved = await moveAll(ctx, { from: other.id, to: survivor.id });
  await linkRecord(ctx, survivor.id, 'client', other.id);
  const id = newId();
  const row = { workspaceId: ctx.workspace.id, id, survivorId: survivor.id, otherId: other.id };
  await insertRow(ctx.em, 'client_merges', { ...row, before, after, moved, mergedAt: ctx.now });
  return {
    id: publicId('clientMerge', id),
    client: await get(ctx, clientId),
    other: await get(ctx, otherId),
    moved: moved
      .filter(({ resource, ids }) => resource !== 'links' && ids.length > 0)
      .map(({ resource, ids }) => ({ resource, count: ids.length })),
  };
}

const mergedInto = (before: Client | null, after: Client | null) => [
  {
    field: 'mergedIntoId',
    before: before && publicId('client', before.id),
    after: after && publicId('client', after.id),
  },
];

/** Two who merge the same clients, either way round, take turns rather than wait for each other. */
const lockInOrder = (ctx: Context, ids: (string | null)[]): Promise<unknown> =>
  query(ctx.em, 'select 1 from clients where workspace_id = $1 and id = any($2::uuid[]) order by id for update', [
    ctx.workspace.id,
    ids.filter((id) => id !== null),
  ]);

async function loadOther(ctx: Context, otherId: string): Promise<Client> {
  const id = storedId('client', otherId);
  const found = id ? await ctx.em.findOne(Client, { id }) : null;
  if (found && !found.deletedAt) return found;
  throw errors.client_not_found({
    errors: [{ pointer: '/otherId', code: 'not_found', message: 'is no client of this studio' }],
  });
}

function requireRoom(face: Face): void {
  for (const [name, limit] of Object.entries(most) as [keyof typeof most, number][])
    if (Object.keys(face[name]).length > limit)
      throw errors.merge_impossible({ detail: `Together they have more than ${limit} ${name}` });
}

/** Lets all that hangs on one client follow to another: notes, links, and the records of later rooms. */
async function moveAll(ctx: Context, move: { from: string; to: string; only?: Moved[] }): Promise<Moved[]> {
  const { from, to, only } = move;
  const ids = only?.filter(({ resource }) => resource !== 'links').flatMap((entry) => entry.ids);
  const links = only?.filter(({ resource }) => resource === 'links').flatMap((entry) => entry.ids);
  const moved: Moved[] = [{ resource: 'links', ids: await moveLinks(ctx, from, to, links) }];
  for (const hook of [moveNotes, ...hooks]) moved.push(...(await hook(ctx, { from, to, only: ids })));
  return moved;
}

/**
 * Undoes a merge, whichever came after it: both clients have again what they had. What was edited since stays with the
 * survivor.
 * @throws 409 `merge_final` if it is undone or the other client is gone, 409 `email_taken`, 422 `merge_not_found`
 */
export async function unmerge(ctx: Context, clientId: string, mergeId: string): Promise<Schemas['ClientUnmerge']> {
  const survivorId = storedId('client', clientId);
  await lockInOrder(ctx, [survivorId, (await findMerge(ctx, survivorId, mergeId))?.otherId ?? null]);
  const survivor = await load(ctx, clientId);
  const row = await findMerge(ctx, survivorId, mergeId);
  if (!row) {
    const message = 'is no merge of this client';
    throw errors.merge_not_found({ errors: [{ pointer: '/mergeId', code: 'not_found', message }] });
  }
  const { before, after } = row;
  if (row.undoneAt || !before || !after) throw errors.merge_final();
  const otherId = publicId('client', row.otherId);
  const other = await load(ctx, otherId, '*', true);
  const current = faceOf(survivor);
  const next = await withoutMerge(ctx, survivor, { ...row, before, after, other: faceOf(other) });
  Object.assign(survivor, next);
  await save(ctx, survivor, 'client.unmerged', 'unmerged', diff({ ...current }, { ...next }));
  await requireFreeEmails(ctx, other);
  Object.assign(other, { deletedAt: null, mergedIntoId: null });
  await save(ctx, other, 'client.restored', 'unmerged', mergedInto(survivor, null));
  await unlinkRecord(ctx, survivor.id, other.id);
  await moveAll(ctx, { from: survivor.id, to: other.id, only: row.moved });
  await query(ctx.em, 'update client_merges set undone_at = $3 where workspace_id = $1 and id = $2', [
    ctx.workspace.id,
    row.id,
    ctx.now,
  ]);
  await followAgain(ctx, survivor.id);
  return { client: await get(ctx, clientId), other: await get(ctx, otherId) };
}

async function findMerge(ctx: Context, survivorId: string | null, mergeId: string): Promise<MergeRow | null> {
  const rows = await query<MergeRow>(
    ctx.em,
    `select ${columns} from client_merges where workspace_id = $1 and id = $2 and survivor_id = $3`,
    [ctx.workspace.id, storedId('clientMerge', mergeId), survivorId],
  );
  return rows[0] ?? null;
}

interface Undoing {
  id: string;
  before: Face;
  after: Face;
  other: Face;
}

/** The survivor as if one merge had never been: the later ones are done again without it, and remember it no more. */
async function withoutMerge(ctx: Context, survivor: Client, { id, before, after, other }: Undoing): Promise<Face> {
  const returned = new Set(other.contacts.flatMap(({ email }) => email ?? []));
  let [from, to] = [after, before];
  for (const later of (await mergesInto(ctx, survivor.id)).filter((row) => row.id > id)) {
    const laterBefore = carry(later.before!, from, to, returned);
    const laterAfter = combine(laterBefore, faceOf(await ctx.em.findOneOrFail(Client, { id: later.otherId })));
    await query(ctx.em, 'update client_merges set before = $3, after = $4 where workspace_id = $1 and id = $2', [
      ctx.workspace.id,
      later.id,
      JSON.stringify(laterBefore),
      JSON.stringify(laterAfter),
    ]);
    [from, to] = [later.after!, laterAfter];
  }
  return carry(faceOf(survivor), from, to, returned);
}

/** What a client had in common with one whose merge was undone did not follow before; it does now. */
async function followAgain(ctx: Context, survivorId: string): Promise<void> {
  for (const { id, otherId, moved } of await mergesInto(ctx, survivorId)) {
    const more = await moveAll(ctx, { from: otherId, to: survivorId });
    await query(ctx.em, 'update client_merges set moved = $3 where workspace_id = $1 and id = $2', [
      ctx.workspace.id,
      id,
      JSON.stringify([...moved, ...more]),
    ]);
  }
}

/** Merges into a client that may be undone, in their order. */
export const mergesInto = (ctx: Context, survivorId: string): Promise<MergeRow[]> =>
  query<MergeRow>(
    ctx.em,
    `select ${columns} from client_merges
      where workspace_id = $1 and survivor_id = $2 and undone_at is null and before is not null order by id`,
    [ctx.workspace.id, survivorId],
  );
