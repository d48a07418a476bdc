import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { ensureDatabase, removePostgres, startPostgres, testSettings } from './postgres.mjs';

async function ask(url, text) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

test('a cluster keeps its data, its port and its password from one start to the next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alloza-cluster-'));
  const dataDir = join(folder, 'postgres');
  // The database's own user has to get in.
  const said = [];
  const options = { dataDir, say: (text) => said.push(text) };
  try {
    const first = await startPostgres(options);
    const url = await ensureDatabase(first.ownerUrl, 'shop');
    await ask(url, 'create table things as select 1 as id');
    await assert.rejects(startPostgres(options), /is in use \(process \d+\)\. Stop it first/);
    await assert.rejects(removePostgres(dataDir), /is in use/);
    await first.stop();

    const second = await startPostgres(options);
    assert.equal(second.ownerUrl, first.ownerUrl);
    assert.deepEqual(await ask(await ensureDatabase(second.ownerUrl, 'shop'), 'select id from things'), [{ id: 1 }]);
    await second.stop();
    await removePostgres(dataDir);
    assert.ok(!existsSync(dataDir));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a cluster of the tests is fast and leaves nothing behind', async () => {
  const { ownerUrl, stop } = await startPostgres({ settings: testSettings });
  const [row] = await ask(
    ownerUrl,
    "select current_setting('fsync') as fsync, current_setting('data_directory') as home",
  );
  assert.equal(row.fsync, 'off');
  await stop();
  assert.ok(!existsSync(dirname(row.home)));
});
