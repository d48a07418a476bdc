import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readCsv } from '../platform/csv.ts';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';
import { exported, importFile } from './testing-imports.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

async function table(csv: string): Promise<Record<string, string>[]> {
  const rows: string[][] = [];
  for await (const row of readCsv(Buffer.from(csv))) rows.push(row);
  const [head, ...rest] = rows;
  return rest.map((row) => Object.fromEntries(head!.map((name, index) => [name, row[index]!])));
}

test('an export of more rows than are read at once holds each of them once', async () => {
  const lines = Array.from({ length: 450 }, (_, n) => `Client ${n},client${n}@many.example`);
  await importFile(studio, ['Name,E-mail', ...lines].join('\n'));
  const rows = await table(await exported(studio, 'clients'));
  assert.equal(new Set(rows.map((row) => row['Contact 1 e-mail'])).size, 450);
  assert.equal(rows.length, 450);
});
