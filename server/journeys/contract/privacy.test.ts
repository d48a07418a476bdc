import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { modules } from '../../modules.ts';
import type { Module } from '../../platform/module.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/testing.ts';

let database: TestDatabase;
before(async () => {
  database = await createTestDatabase();
});
after(() => database.drop());

const rooms: readonly Module[] = modules;

const tablesWith = async (column: string): Promise<string[]> =>
  (
    await database.owner.query<{ name: string }>(
      `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attname = $1 and not attisdropped order by 1`,
      [column],
    )
  ).rows.map(({ name }) => name);

/** What the platform keeps of a studio for itself, each with why no export holds it. */
const kept: Record<string, string> = {
  access_log: 'who reached the data; purged after 90 days',
  event_counters: 'the number of the last event',
  handled_events: 'which listeners have run, by ids',
  idempotency_keys: 'answers to repeat; purged after 24 hours',
  spent_proofs: 'proofs of work; purged once they expire',
};

test('every table of a studio is in what its room promises to export, once, or is reviewed here', async () => {
  const exported = rooms.flatMap((room) => room.privacy?.export ?? []);
  assert.deepEqual(exported.toSorted(), [...new Set(exported)].toSorted());
  const tables = await tablesWith('workspace_id');
  const expected = [...exported.filter((table) => table !== 'workspaces'), ...Object.keys(kept)];
  assert.deepEqual(tables, expected.toSorted());
});

/** Settings that are hidden rather than deleted: enquiries still name the form they came by. */
const hidden = ['lead_forms'];

test('every table whose records people delete is purged by its room', async () => {
  const purged = rooms.flatMap((room) => room.privacy?.deleted?.table ?? []);
  assert.deepEqual(await tablesWith('deleted_at'), [...purged, ...hidden].toSorted());
});

/** Rooms that only read what others keep. */
const readers = ['activity'];

test('every room that keeps data says how it erases a person', () => {
  for (const room of rooms) {
    if (readers.includes(room.name)) assert.deepEqual([room.entities, room.privacy], [undefined, undefined], room.name);
    else assert.equal(typeof room.privacy?.erase, 'function', room.name);
  }
});
