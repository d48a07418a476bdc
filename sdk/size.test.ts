import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Bytes of some code that uses the SDK, bundled and minified, as gzip sends them. */
async function gzipped(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    conditions: ['alloza-source'],
  });
  return gzipSync(outputFiles[0]!.contents).length;
}

test('the whole SDK, webhooks included, is under 5 kB gzip', async (t) => {
  const whole = await gzipped(`export * from '@alloza/sdk'; export * from '@alloza/sdk/webhooks';`);
  const core = await gzipped(
    `import { createClient } from '@alloza/sdk/core'; import { leads } from '@alloza/sdk/operations'; createClient({ resources: { leads } });`,
  );
  t.diagnostic(`whole: ${whole} bytes; core with one resource: ${core} bytes`);
  assert.ok(whole < 5000, `whole: ${whole} bytes`);
  assert.ok(core < whole - 500, `core: ${core} bytes, so it carries what it does not use`);
});

test('the SDK depends on nothing, and imports nothing but its own files', async () => {
  const manifest = JSON.parse(await readFile(`${folder}package.json`, 'utf8'));
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.peerDependencies, undefined);
  const { metafile } = await build({
    entryPoints: ['index.ts', 'core.ts', 'operations.ts', 'webhooks.ts'].map((name) => folder + name),
    bundle: true,
    write: false,
    outdir: 'out',
    metafile: true,
    absWorkingDir: folder,
    platform: 'neutral',
  });
  for (const input of Object.keys(metafile.inputs)) assert.match(input, /^[a-z]+\.ts$/);
});
