import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Note } from '../notes/entities.ts';
import { begin, connect, type Orm, query, queryOnce } from './database.ts';
import { newId } from './ids.ts';
import { createTestDatabase, type TestDatabase, testConfig } from './testing.ts';

let database: TestDatabase;
let orm: Orm;
const workspaces = Array.from({ length: 20 }, () => newId());
const notesEach = 5;

before(async () => {
  database = await createTestDatabase();
  orm = await connect(testConfig(database, 'http://localhost', { DATABASE_POOL: '5' }), [Note]);
  await database.owner.query(
    `insert into workspaces (id, name, slug, mode, twin_id, time_zone, locale, currency, accent, radius, sender_name, reply_to, notification_email, created_at, updated_at)
     select id, 'W', id::text, 'live', id, 'UTC', 'en', 'EUR', '#000000', 0, 'W', '', '', now(), now() from unnest($1::uuid[]) id`,
    [workspaces],
  );
  await database.owner.query(
    `insert into notes (workspace_id, id, subject_noun, subject_id, body, author, created_at, updated_at)
     select id, gen_random_uuid(), 'lead', gen_random_uuid(), 'seeded', '{}', now(), now()
       from unnest($1::uuid[]) id, generate_series(1, $2)`,
    [workspaces, notesEach],
  );
});
after(async () => {
  await orm.close();
  await database.drop();
});

/** Numbers that look random and come back with the seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

const insertNote = `insert into notes (workspace_id, id, subject_noun, subject_id, body, author, created_at, updated_at)
  values ($1, $2, 'lead', $2, 'written', '{}', now(), now())`;

test('interleaved units of 20 workspaces over 5 connections see no foreign row, though many fail or lose their connection', async (t) => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
  t.diagnostic(`seed ${seed} (FUZZ_SEED=${seed} runs it again)`);
  const random = randomFrom(seed);
  const kept = new Map<string, number>();
  const ends = { committed: 0, 'rolled back': 0, failed: 0, killed: 0 };
  let foreign = 0;

  async function unit(workspaceId: string, fate: keyof typeof ends): Promise<void> {
    const transaction = await begin(orm, { role: 'alloza_app', workspaceId });
    try {
      const rows = await query<{ workspace_id: string }>(transaction.em, 'select workspace_id from notes');
      foreign += rows.filter((row) => row.workspace_id !== workspaceId).length;
      assert.ok(rows.length >= notesEach, 'its own rows are all there');
      await query(transaction.em, insertNote, [workspaceId, newId()]);
      if (fate === 'failed') await query(transaction.em, 'select 1 / 0');
      if (fate === 'killed') await query(transaction.em, 'select pg_terminate_backend(pg_backend_pid())');
      const found = await transaction.em.find(Note, {});
      foreign += found.filter((note) => note.workspaceId !== workspaceId).length;
      if (fate === 'rolled back') throw new Error('aborted');
      await transaction.commit();
      kept.set(workspaceId, (kept.get(workspaceId) ?? 0) + 1);
    } catch (error) {
      await transaction.rollback().catch(() => {});
      if (fate === 'committed') throw error;
    }
    ends[fate] += 1;
  }

  const plan = Array.from({ length: 600 }, () => {
    const roll = random();
    const fate = roll < 0.02 ? 'killed' : roll < 0.15 ? 'failed' : roll < 0.35 ? 'rolled back' : 'committed';
    return [workspaces[Math.floor(random() * workspaces.length)]!, fate] as const;
  });
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      for (let next = plan.pop(); next; next = plan.pop()) await unit(...next);
    }),
  );
  t.diagnostic(JSON.stringify(ends));
  assert.equal(foreign, 0);
  const { rows } = await database.owner.query(
    "select workspace_id, count(*)::int as count from notes where body = 'written' group by 1",
  );
  assert.deepEqual(
    new Map(rows.map((row) => [row.workspace_id, row.count])),
    kept,
    'what was committed is there, what was aborted is not',
  );
});

test('a connection keeps neither role nor workspace after a transaction', async () => {
  for (const end of ['commit', 'rollback'] as const) {
    const transaction = await begin(orm, { role: 'alloza_app', workspaceId: workspaces[0]!, userId: newId() });
    await transaction[end]();
    const settings = await Promise.all(
      Array.from({ length: 5 }, () =>
        queryOnce<{ role: string; workspace: string; user: string }>(
          orm,
          `select current_setting('role') as role, coalesce(current_setting('alloza.workspace', true), '') as workspace,
                  coalesce(current_setting('alloza.user', true), '') as user`,
        ),
      ),
    );
    for (const [row] of settings) assert.deepEqual({ ...row }, { role: 'none', workspace: '', user: '' });
  }
});

test('writing a row for another workspace is refused, by statement and by entity', async () => {
  const [mine, theirs] = workspaces as [string, string];
  const attempts = [
    { text: insertNote, values: [theirs, newId()] },
    { text: 'update notes set workspace_id = $1', values: [theirs] },
  ];
  for (const { text, values } of attempts) {
    const transaction = await begin(orm, { role: 'alloza_app', workspaceId: mine });
    await assert.rejects(query(transaction.em, text, values), { code: '42501' });
    await transaction.rollback();
  }
  const transaction = await begin(orm, { role: 'alloza_app', workspaceId: mine });
  const untouched = await query(transaction.em, "update notes set body = 'x' where workspace_id = $1 returning 1", [
    theirs,
  ]);
  assert.deepEqual(untouched, []);
  assert.equal(
    (await query(transaction.em, 'delete from notes where workspace_id = $1 returning 1', [theirs])).length,
    0,
  );
  await transaction.rollback();
});
