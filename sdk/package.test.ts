import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';

const sdk = fileURLToPath(new URL('.', import.meta.url));
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const node = async (...args: string[]) => (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout;

let folder: string;
let installed: string;

// A project that has the compiled package installed, and none of its sources.
before(async () => {
  const cache = join(sdk, '../.cache');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'package-'));
  installed = join(folder, 'node_modules/@alloza/sdk');
  await mkdir(installed, { recursive: true });
  await cp(join(sdk, 'package.json'), join(installed, 'package.json'));
  const out = ['--noEmit', 'false', '--declaration', '--outDir', join(installed, 'dist')];
  await node(tsc, '--project', join(sdk, 'tsconfig.build.json'), ...out);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await copyFile(join(sdk, 'testing/calls.ts'), join(folder, 'calls.ts'));
});
after(() => rm(folder, { recursive: true, force: true }));

for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
]) {
  test(`the installed package has its types under ${moduleResolution} resolution`, async () => {
    const lib = ['es2023', 'dom', 'dom.asynciterable'];
    const compilerOptions = { module, moduleResolution, target: 'es2023', lib, types: [], strict: true, noEmit: true };
    const project = join(folder, `tsconfig.${moduleResolution}.json`);
    await writeFile(project, JSON.stringify({ compilerOptions, files: ['calls.ts'] }));
    assert.equal(await node(tsc, '--project', project).catch(({ stdout }) => stdout), '');
  });
}

test('the installed package runs from every entry', async () => {
  const run = join(folder, 'run.mjs');
  await writeFile(
    run,
    `import { createClient } from '@alloza/sdk';
     import { createClient as createCoreClient } from '@alloza/sdk/core';
     import { leads, operations } from '@alloza/sdk/operations';
     import { sign, verify } from '@alloza/sdk/webhooks';
     const options = { secretKey: 'sk_1', baseUrl: 'https://app.example' };
     const whole = Object.keys(createClient(options)).length === Object.keys(operations).length;
     const core = typeof createCoreClient({ ...options, resources: { leads } }).leads.create;
     console.log(whole, core, await verify('{}', await sign('{}', 'whsec_AAAA'), 'whsec_AAAA'));`,
  );
  assert.equal(await node(run), 'true function {}\n');
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false });
  assert.deepEqual(messages, []);
});
