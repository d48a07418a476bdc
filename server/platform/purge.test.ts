import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { purgeOnce } from './purge.ts';
import { startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio } from './testing-studio.ts';

let server: TestServer;
let studio: Studio;
let workspaceId: string;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  workspaceId = (await server.database.owner.query('select id from workspaces where slug = $1', [studio.slug])).rows[0]
    .id;
});
after(() => server.stop());

const sql = (text: string, values: unknown[] = []) => server.database.owner.query(text, values);

/** For each kind of row that ends by itself: how to make one that ends so many seconds from now. */
const kinds: Record<string, (secondsLeft: number, mark: string) => Promise<unknown>> = {
  idempotency_keys: (left, mark) =>
    sql(
      `insert into idempotency_keys (workspace_id, scope, key_hash, request_hash, status, answer, created_at)
       values ($1, $3, '\\x00', '\\x00', 200, '\\x00', now() - interval '24 hours' + make_interval(secs => $2))`,
      [workspaceId, left, mark],
    ),
  spent_proofs: (left, mark) =>
    sql(
      "insert into spent_proofs (workspace_id, proof_hash, expires_at) values ($1, convert_to($3, 'utf8'), now() + make_interval(secs => $2))",
      [workspaceId, left, mark],
    ),
  access_log: (left, mark) =>
    sql(
      `insert into access_log (at, ip, method, path, status, duration_ms, request_id)
       values (now() - interval '90 days' + make_interval(secs => $1), '::1', 'GET', '/', 200, 1, $2)`,
      [left, mark],
    ),
  account_tokens: (left, mark) =>
    sql(
      `insert into account_tokens (id, purpose, email, token_hash, created_at, expires_at)
       values (gen_random_uuid(), 'reset', $2, convert_to($2, 'utf8'), now(), now() + make_interval(secs => $1))`,
      [left, mark],
    ),
  rate_limits: (left, mark) =>
    sql('insert into rate_limits (key, points, resets_at) values ($2, 1, now() + make_interval(secs => $1))', [
      left,
      mark,
    ]),
  sessions: (left, mark) =>
    sql(
      `insert into sessions (id, user_id, token_hash, device, network_hash, created_at, last_seen_at, expires_at)
       select gen_random_uuid(), id, convert_to($2, 'utf8'), $2, '', now(), now(), now() - interval '30 days' + make_interval(secs => $1)
         from users limit 1`,
      [left, mark],
    ),
};

for (const [table, insert] of Object.entries(kinds)) {
  test(`${table}: what has ended goes, what has not stays, a second look finds nothing`, async () => {
    await insert(-1, `ended-${table}`);
    await insert(60, `lives-${table}`);
    const counts = await purgeOnce(server.app.services);
    assert.equal(counts[table], 1);
    const { rows } = await sql(`select t::text as text from ${table} t`);
    const text = rows.map((row) => row.text).join('\n');
    const spelled = (mark: string) => text.includes(mark) || text.includes(Buffer.from(mark).toString('hex'));
    assert.deepEqual([spelled(`ended-${table}`), spelled(`lives-${table}`)], [false, true]);
    assert.equal((await purgeOnce(server.app.services))[table], 0);
  });
}

test('a revoked session is kept for 30 days as well, so that its owner can still ask about it', async () => {
  await sql(
    "update sessions set revoked_at = now() - interval '30 days' + interval '1 minute' where device = 'lives-sessions'",
  );
  assert.equal((await purgeOnce(server.app.services)).sessions, 0);
  await sql("update sessions set revoked_at = now() - interval '30 days 1 second' where device = 'lives-sessions'");
  assert.equal((await purgeOnce(server.app.services)).sessions, 1);
});

test('P25 nothing else ends by itself: ten years later every business record is there', async () => {
  await studio.api('POST', '/v1/leads', { body: { name: 'Old friend', email: 'old@example.com' } });
  const { rows: columns } = await sql(
    `select table_name as name, string_agg(format('%1$I = %1$I - interval ''10 years''', column_name), ', ') as sets
       from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp with time zone'
        and table_name in ('leads', 'notes', 'lead_forms', 'events', 'changes', 'mails', 'workspaces', 'members', 'users', 'files', 'api_keys')
      group by 1`,
  );
  const count = async () => {
    const counts: Record<string, number> = {};
    for (const { name } of columns)
      counts[name] = (await sql(`select count(*)::int as count from ${name}`)).rows[0].count;
    return counts;
  };
  for (const { name, sets } of columns) await sql(`update ${name} set ${sets}`);
  const before = await count();
  await purgeOnce(server.app.services);
  assert.deepEqual(await count(), before);
});

test('two that purge at once share the work and neither fails', async () => {
  await sql(
    `insert into access_log (at, ip, method, path, status, duration_ms, request_id)
     select now() - interval '91 days', '::1', 'GET', '/', 200, 1, 'req_x' from generate_series(1, 5000)`,
  );
  const [one, two] = await Promise.all([purgeOnce(server.app.services), purgeOnce(server.app.services)]);
  assert.equal((one!.access_log ?? 0) + (two!.access_log ?? 0), 5000);
});
