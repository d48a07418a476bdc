import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { mistakesIn } from './testing/compile.ts';
import { serveStudio } from './testing/studio.ts';

const readme = await readFile(new URL('README.md', import.meta.url), 'utf8');
const snippets = [...readme.matchAll(/^```ts(?<run> run)?\n(?<code>.*?)^```$/gms)].map(({ index, groups }) => ({
  line: readme.slice(0, index).split('\n').length + 1,
  code: groups!.code!,
  isRunnable: Boolean(groups!.run),
}));

// Inside the repository, so that packages are found by their names.
const cache = fileURLToPath(new URL('../.cache/', import.meta.url));
let folder: string;
before(async () => {
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'readme-'));
});
after(() => rm(folder, { recursive: true, force: true }));

test('every snippet of the README compiles', () => {
  const files = Object.fromEntries(snippets.map(({ line, code }) => [`readme-line-${line}.ts`, code]));
  assert.ok(snippets.length >= 10);
  assert.deepEqual(mistakesIn(files), []);
});

for (const { line, code } of snippets.filter(({ isRunnable }) => isRunnable)) {
  test(`the snippet at line ${line} of the README runs and prints what it says`, async () => {
    await using studio = await serveStudio();
    const file = join(folder, `line-${line}.ts`);
    await writeFile(file, code);
    const env = { ALLOZA_URL: studio.url, ALLOZA_SECRET_KEY: 'sk_test_demo' };
    const run = promisify(execFile)(process.execPath, ['--conditions=alloza-source', file], { env, timeout: 20_000 });
    const { stdout, stderr } = await run;
    assert.equal(stderr, '');
    const promises = [...code.matchAll(/console\.log\(.*\)[;,] \/\/ (.*)$/gm)];
    assert.ok(promises.length > 0, 'a snippet that runs should say what it prints');
    for (const [, said] of promises) {
      assert.ok(stdout.split('\n').includes(said!), `printed:\n${stdout}but the README says: ${said}`);
    }
  });
}
