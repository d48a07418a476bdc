import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { encryptedColumns } from '../modules.ts';
import { ConfigError } from './config.ts';
import { DecryptionError } from './crypto.ts';
import { type Cell, type EncryptedColumn, seal, unseal } from './encrypted.ts';
import { newId } from './ids.ts';
import { requireKeys, rotateKeys } from './key-rotation.ts';
import { startTestServer, type TestServer, testConfig } from './testing.ts';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const older = key('k1', 7);
const newer = key('k2', 8);

let server: TestServer;
let studioIds: string[];
before(async () => {
  server = await startTestServer({ ALLOZA_ROLE: 'web' });
  studioIds = [];
  for (let index = 0; index < 3; index += 1) {
    const [id, twin] = [newId(), newId()];
    await server.database.owner.query(
      `insert into workspaces (id, name, slug, mode, twin_id, time_zone, locale, currency, accent, radius, sender_name, reply_to, notification_email, created_at, updated_at)
       values ($1, 'S', $2, 'live', $3, 'UTC', 'en', 'EUR', '#000000', 8, 'S', 's@s.example', 's@s.example', now(), now())`,
      [id, `studio-${index}`, twin],
    );
    studioIds.push(id);
  }
});
after(() => server.stop());

const config = (keys: string) => testConfig(server.database, server.url, { ENCRYPTION_KEYS: keys });
const nameOf = ({ table, column }: EncryptedColumn) => `${table}.${column}`;
/** What rows hold that were written anew. */
const rewritten = new Map<string, string>();
const textOf = ({ id }: Cell) => rewritten.get(id) ?? `secret of ${id}`;

/** How each table takes a row; a new encrypted column needs one here. */
const inserts: Record<string, (cell: Cell, sealed: Buffer) => { text: string; values: unknown[] }> = {
  'mails.secrets': ({ workspaceId, id }, sealed) => ({
    text: `insert into mails (workspace_id, id, template, recipient, data, secrets, created_at, expires_at)
           values ($1, $2, 'none', 'x@example.com', '{}', $3, now(), now() + interval '1 day')`,
    values: [workspaceId, id, sealed],
  }),
  'account_tokens.payload': ({ id }, sealed) => ({
    text: `insert into account_tokens (id, purpose, email, token_hash, payload, created_at, expires_at)
           values ($1, 'register', gen_random_uuid()::text, sha256(gen_random_uuid()::text::bytea), $2, now(), now() + interval '1 day')`,
    values: [id, sealed],
  }),
  'connections.tokens': ({ workspaceId, id }, sealed) => ({
    text: `insert into connections (workspace_id, id, provider, status, account, scopes, tokens, created_at, updated_at)
           values ($1, $2, (array['google', 'instagram', 'stripe'])[1 + (select count(*) from connections where workspace_id = $1)], 'connected', 'x', '{}', $3, now(), now())`,
    values: [workspaceId, id, sealed],
  }),
};

async function addRow(column: EncryptedColumn, keys: string, studio = 0): Promise<Cell> {
  const cell: Cell = column.inWorkspace ? { id: newId(), workspaceId: studioIds[studio]! } : { id: newId() };
  await server.database.owner.query(inserts[nameOf(column)]!(cell, seal(config(keys), column, cell, textOf(cell))));
  return cell;
}

interface Stored extends Cell {
  sealed: Buffer;
  keyId: string;
}

async function stored(column: EncryptedColumn): Promise<Stored[]> {
  const { rows } = await server.database.owner.query(
    `select id, ${column.inWorkspace ? 'workspace_id as "workspaceId", ' : ''}${column.column} as sealed, key_of(${column.column}) as "keyId"
       from ${column.table} where ${column.column} is not null`,
  );
  return rows;
}

/** Reads everything with these keys. */
async function readAll(keys: string): Promise<number> {
  let count = 0;
  for (const column of encryptedColumns) {
    for (const { sealed, keyId: _, ...cell } of await stored(column)) {
      assert.equal(unseal(config(keys), column, cell, sealed), textOf(cell), nameOf(column));
      count += 1;
    }
  }
  return count;
}

async function fill(rows: number, keys = older): Promise<void> {
  for (const { table } of encryptedColumns) await server.database.owner.query(`delete from ${table}`);
  for (const column of encryptedColumns) {
    const many = column.table === 'connections' ? 9 : rows;
    for (let index = 0; index < many; index += 1) await addRow(column, keys, index % 3);
  }
}

test('every column of the type `encrypted` is named by the room that keeps it, and nothing else is', async () => {
  const { rows } = await server.database.owner.query(
    `select c.relname || '.' || a.attname as name,
            exists (select 1 from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace_id' and not w.attisdropped) as "inWorkspace"
       from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.atttypid = 'encrypted'::regtype and c.relkind in ('r', 'p') and not a.attisdropped order by 1`,
  );
  assert.deepEqual(
    encryptedColumns
      .map((column) => ({ name: nameOf(column), inWorkspace: column.inWorkspace }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    rows,
  );
  assert.deepEqual(Object.keys(inserts).toSorted(), encryptedColumns.map(nameOf).toSorted());
});

/** Columns of bytes that are not encrypted, and why they need not be. */
const plain: Record<string, string> = {
  'account_tokens.token_hash': 'a hash of 192 random bits',
  'api_keys.former_hash': 'a hash of a random key',
  'api_keys.key_hash': 'a hash of a random key',
  'files.bytes': 'what the studio has uploaded',
  'idempotency_keys.answer': 'gone after 24 hours; holds what the caller was told',
  'idempotency_keys.key_hash': 'a hash',
  'idempotency_keys.request_hash': 'a hash',
  'invitations.token_hash': 'a hash of 192 random bits',
  'sessions.token_hash': 'a hash of 192 random bits',
  'spent_proofs.proof_hash': 'a hash',
};

test('a column of bytes is encrypted, or reviewed here', async () => {
  const { rows } = await server.database.owner.query(
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'bytea'::regtype and not a.attisdropped order by 1`,
  );
  assert.deepEqual(
    rows.map(({ name }) => name),
    Object.keys(plain).toSorted(),
  );
});

test('what was encrypted for one row opens in no other row, column or studio', async () => {
  for (const column of encryptedColumns) {
    const cell = await addRow(column, older);
    const sealed = seal(config(older), column, cell, 'x');
    const elsewhere: [EncryptedColumn, Cell][] = encryptedColumns
      .filter((other) => other !== column)
      .map((other) => [other, other.inWorkspace ? { ...cell, workspaceId: studioIds[0]! } : { id: cell.id }]);
    elsewhere.push([column, { ...cell, id: newId() }]);
    if (column.inWorkspace) elsewhere.push([column, { ...cell, workspaceId: studioIds[1]! }]);
    for (const [other, place] of elsewhere)
      assert.throws(() => unseal(config(older), other, place, sealed), DecryptionError, nameOf(other));
    assert.throws(
      () => seal(config(older), column, { id: cell.id, ...(column.inWorkspace ? {} : { workspaceId: '1' }) }, 'x'),
      TypeError,
    );
  }
});

test('P16 after the keys are changed everything reads without the old one, and doing it twice changes nothing', async () => {
  await fill(450);
  const progress: string[] = [];
  const both = config(`${newer},${older}`);
  const results = await rotateKeys(server.app.services.orm, both, encryptedColumns, ({ table, done, left }) =>
    progress.push(`${table} ${done} ${left}`),
  );
  assert.deepEqual(
    results.map(({ done, left, unreadable }) => [done, left, unreadable]),
    encryptedColumns.map(({ table }) => [table === 'connections' ? 9 : 450, 0, 0]),
  );
  assert.deepEqual(progress.slice(0, 3), ['mails 200 250', 'mails 400 50', 'mails 450 0']);
  assert.equal(await readAll(newer), 909);
  const before = await Promise.all(encryptedColumns.map(stored));
  const again = await rotateKeys(server.app.services.orm, both, encryptedColumns);
  assert.ok(again.every(({ done, left }) => done === 0 && left === 0));
  assert.deepEqual(await Promise.all(encryptedColumns.map(stored)), before);
  await requireKeys(server.app.services.orm, config(newer), encryptedColumns);
});

test('a server whose configuration lacks a key that is needed does not start, and names it', async () => {
  await fill(1);
  await assert.rejects(
    startTestServer({ ENCRYPTION_KEYS: newer, ALLOZA_ROLE: 'web' }, server.database),
    (error: Error) =>
      error instanceof ConfigError &&
      encryptedColumns.every((column) => error.message.includes(`lacks k1, which ${nameOf(column)} needs`)),
  );
});

test('rows that are held for a moment are passed over and found again; a value nobody can read is told, not lost', async () => {
  await fill(3);
  const [mails] = encryptedColumns.filter(({ table }) => table === 'mails');
  const [held, broken] = await stored(mails!);
  const holder = await server.database.owner.connect();
  await holder.query('begin');
  await holder.query('select 1 from mails where id = $1 for update', [held!.id]);
  const damaged = Buffer.from(broken!.sealed);
  damaged[damaged.length - 1]! ^= 1;
  await server.database.owner.query('update mails set secrets = $2 where id = $1', [broken!.id, damaged]);
  const rotating = rotateKeys(server.app.services.orm, config(`${newer},${older}`), encryptedColumns);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await holder.query('commit');
  holder.release();
  const [result] = (await rotating).filter(({ table }) => table === 'mails');
  assert.deepEqual([result!.done, result!.left, result!.unreadable], [2, 1, 1]);
  const kept = (await stored(mails!)).find(({ id }) => id === broken!.id);
  assert.deepEqual(kept!.sealed, damaged);
});

const script = fileURLToPath(new URL('../rotate-keys.ts', import.meta.url));

/** Runs the command; kills it once it has said something `killAfter` times. */
async function command(
  keys: string,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<{ code: number | null; out: string }> {
  const env = {
    PATH: process.env.PATH,
    ALLOZA_ENV: 'sandbox',
    PUBLIC_URL: server.url,
    DATABASE_URL: server.database.url,
    AUTH_SECRET: 'a secret of the tests, which is long enough',
    ENCRYPTION_KEYS: keys,
    RESEND_API_KEY: 're_test',
  };
  const child = spawn(process.execPath, [...process.execArgv.filter((arg) => arg.startsWith('--conditions')), script], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  const hear = (chunk: Buffer) => {
    out += chunk;
    if (out.split('\n').length - 1 >= killAfter) child.kill('SIGKILL');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = await once(child, 'close');
  return { code, out };
}

/**
 * Reads and writes encrypted values beside a rotation, as servers do that know both keys: each value that is read is the
 * one that was last written, at every moment.
 */
function traffic(keys: string): { stop(): Promise<{ reads: number; writes: number }> } {
  let isOver = false;
  const both = config(keys);
  const read = async (column: EncryptedColumn): Promise<Cell> => {
    const { rows } = await server.database.owner.query(
      `select id, ${column.inWorkspace ? 'workspace_id as "workspaceId", ' : ''}${column.column} as sealed from ${column.table}
        where ${column.column} is not null order by random() limit 1`,
    );
    const [row] = rows;
    const cell: Cell = column.inWorkspace ? { id: row.id, workspaceId: row.workspaceId } : { id: row.id };
    assert.equal(unseal(both, column, cell, row.sealed), textOf(cell), nameOf(column));
    return cell;
  };
  const work = (async () => {
    const counts = { reads: 0, writes: 0 };
    for (let turn = 0; !isOver; turn += 1) {
      const column = encryptedColumns[turn % encryptedColumns.length]!;
      const cell = await read(column);
      counts.reads += 1;
      const text = `written anew in turn ${turn}`;
      await server.database.owner.query(`update ${column.table} set ${column.column} = $2 where id = $1`, [
        cell.id,
        seal(both, column, cell, text),
      ]);
      rewritten.set(cell.id, text);
      if (column.table !== 'connections' && turn % 10 === 0) await addRow(column, keys);
      counts.writes += 1;
    }
    return counts;
  })();
  // A value that can't be read ends it, which is told by `stop`.
  work.catch(() => {});
  return {
    stop() {
      isOver = true;
      return work;
    },
  };
}

const kills = Number(process.env.ROTATION_KILLS ?? 3);

test('P16 killed again and again under traffic, the command loses nothing and goes on where it was; then the old key can go', async (t) => {
  await fill(500 * kills);
  const both = `${newer},${older}`;
  const total = { reads: 0, writes: 0 };
  const beside = async <T>(work: () => Promise<T>): Promise<T> => {
    const running = traffic(both);
    const result = await work();
    const { reads, writes } = await running.stop();
    assert.ok(reads > 0 && writes > 0);
    total.reads += reads;
    total.writes += writes;
    return result;
  };
  let left = Number.POSITIVE_INFINITY;
  for (let kill = 1; kill <= kills; kill += 1) {
    const { code } = await beside(() => command(both, 1));
    assert.notEqual(code, 0, 'it was killed in the middle');
    assert.ok((await readAll(both)) >= 1000 * kills, 'everything is readable');
    const now = (await Promise.all(encryptedColumns.map(stored))).flat().filter(({ keyId }) => keyId === 'k1').length;
    assert.ok(now < left, `${now} are left after ${left}`);
    left = now;
  }
  t.diagnostic(`${left} were left after ${kills} kills`);
  const { code, out } = await beside(() => command(both));
  assert.equal(code, 0, out);
  assert.match(out, /Nothing needs k1 any more.\n$/);
  t.diagnostic(`${total.reads} reads and ${total.writes} writes beside it`);
  const rows = await readAll(newer);
  assert.ok(rows >= 1000 * kills + 9, `${rows}`);
  assert.equal((await command(newer)).code, 0);
  const wrong = await command(older);
  assert.deepEqual([wrong.code, /ENCRYPTION_KEYS lacks k2/.test(wrong.out)], [1, true]);
});
