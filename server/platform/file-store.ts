import { type Services, systemActor } from './context.ts';
import { begin, noWorkspace, query } from './database.ts';
import type { JobDefinition } from './module.ts';
import type { ObjectStore } from './ports.ts';
import { inUnit } from './unit.ts';

/*
 * A file is written in its verb's transaction like any other row. If an object store is plugged in, a job then moves the
 * bytes there. So nothing waits for the store with a transaction open, a store that is down delays and loses nothing, and
 * wherever a process dies, the row knows: `in_store` is set before an object can exist, and deleting such a row leaves a
 * row of `loose_objects` behind until the object is gone.
 */

export const objectKey = (workspaceId: string, fileId: string): string => `${workspaceId}/${fileId}`;

/** Moves the bytes of a file from its row to the object store. Doing it twice, or at the same time, is doing it once. */
async function moveToStore(services: Services, workspaceId: string, fileId: string): Promise<void> {
  const store = services.vendors.files;
  if (!store) return;
  const inWorkspace = <Row>(text: string) =>
    inUnit(services, workspaceId, systemActor, (ctx) => query<Row>(ctx.em, text, [workspaceId, fileId]));
  const [file] = await inWorkspace<{ content_type: string; bytes: Buffer }>(
    `update files set in_store = true where workspace_id = $1 and id = $2 and bytes is not null
     returning content_type, bytes`,
  );
  if (!file) return;
  const outcome = await store.put(objectKey(workspaceId, fileId), file.bytes, file.content_type);
  if (outcome.kind === 'failed') throw new ObjectStoreFailed(outcome.reason);
  await inWorkspace('update files set bytes = null where workspace_id = $1 and id = $2');
}

class ObjectStoreFailed extends Error {
  override name = 'ObjectStoreFailed';
}

export const fileJobs: Record<string, JobDefinition> = {
  'file.store': {
    runManually: (services, payload) => {
      const { workspaceId, fileId } = payload as unknown as { workspaceId: string; fileId: string };
      return moveToStore(services, workspaceId, fileId);
    },
  },
};

const batch = 100;
/** By then no upload is under way that began before, nor a job that has not had its first try. */
const settled = "interval '10 minutes'";

/**
 * Moves what no job has moved, such as files from the time before there was a store, and removes the objects of deleted
 * files. @throws at the first failure of the store: it would fail with the others too, and the next look is soon
 */
export async function tidyObjectStore(services: Services): Promise<{ moved: number; removed: number }> {
  const store = services.vendors.files;
  if (!store) return { moved: 0, removed: 0 };
  // Removing comes first: what somebody deleted must not wait for a file that the store won't take.
  const removed = await removeLoose(services, store);
  return { moved: await moveRest(services), removed };
}

async function moveRest(services: Services): Promise<number> {
  for (let moved = 0; ; ) {
    const files = await inSystem<{ workspace_id: string; id: string }>(
      services,
      `select workspace_id, id from files where bytes is not null and created_at < now() - ${settled} limit ${batch}`,
    );
    for (const file of files) await moveToStore(services, file.workspace_id, file.id);
    moved += files.length;
    if (files.length < batch) return moved;
  }
}

/** A file that was deleted by mistake and put back from a backup keeps its object. */
const restored = `exists (select 1 from files where workspace_id = split_part(key, '/', 1)::uuid
                            and id = split_part(key, '/', 2)::uuid)`;

async function removeLoose(services: Services, store: ObjectStore): Promise<number> {
  await inSystem(services, `delete from loose_objects where ${restored}`);
  for (let removed = 0; ; ) {
    const objects = await inSystem<{ key: string }>(
      services,
      `select key from loose_objects where since < now() - ${settled} and not ${restored} limit ${batch}`,
    );
    for (const { key } of objects) {
      const outcome = await store.remove(key);
      if (outcome.kind === 'failed') throw new ObjectStoreFailed(outcome.reason);
      await inSystem(services, 'delete from loose_objects where key = $1', [key]);
    }
    removed += objects.length;
    if (objects.length < batch) return removed;
  }
}

async function inSystem<Row>(services: Services, text: string, values: unknown[] = []): Promise<Row[]> {
  const transaction = await begin(services.orm, { role: 'alloza_system', workspaceId: noWorkspace });
  try {
    const rows = await query<Row>(transaction.em, text, values);
    await transaction.commit();
    return rows;
  } catch (error) {
    await transaction.rollback().catch(() => {});
    throw error;
  }
}
