import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { rollup } from 'rollup';
import { formerFiles } from './rollup-plugins.mjs';

const folder = mkdtempSync(join(tmpdir(), 'alloza-build-'));
after(() => rmSync(folder, { recursive: true }));
const hour = 60 * 60_000;
const start = Date.UTC(2031, 5, 14, 12);

/** A build of a loader that fetches a chunk, made a number of hours after the first. Answers the chunk's name. */
async function build(content, hours) {
  const former = formerFiles(folder, start + hours * hour);
  const modules = { loader: "import('chunk')", chunk: `console.log(${JSON.stringify(content)})` };
  const source = { name: 'source', resolveId: (id) => id, load: (id) => modules[id] };
  const bundle = await rollup({ input: { alloza: 'loader' }, plugins: [source, former.note, former.sweep] });
  const { output } = await bundle.write({
    dir: folder,
    entryFileNames: 'v1/[name].js',
    chunkFileNames: 'v1/[name]-[hash].js',
  });
  return output.find(({ name }) => name === 'chunk').fileName;
}

const isThere = (name) => existsSync(join(folder, name));

test('a chunk that a build replaced is kept for a day from then on, however old it is, and gone after that', async () => {
  const first = await build('first', 0);
  const second = await build('second', 100);
  assert.notEqual(first, second);
  assert.deepEqual([isThere(first), isThere(second)], [true, true]);
  const third = await build('third', 123);
  assert.deepEqual([isThere(first), isThere(second)], [true, true]);
  await build('third', 125);
  assert.deepEqual([isThere(first), isThere(second), isThere(third)], [false, true, true]);
  await build('third', 148);
  assert.deepEqual(readdirSync(join(folder, 'v1')).sort(), ['alloza.js', third.replace('v1/', '')].sort());
});

test('a chunk that comes back is no former one', async () => {
  const one = await build('one', 200);
  const other = await build('other', 201);
  assert.equal(await build('one', 202), one);
  await build('one', 230);
  assert.deepEqual([isThere(one), isThere(other)], [true, false]);
});
