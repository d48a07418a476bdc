import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { seedDemo } from '../demo.ts';
import { startTestServer } from '../platform/testing.ts';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);
const readme = await readFile(new URL('README.md', root), 'utf8');
const snippets = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((match) => match[1]!);

test('the SDK snippet of the README runs against the server and does what it says', async () => {
  await using server = await startTestServer();
  const { secretKey } = (await (await seedDemo(server.app))()) as { secretKey: string };
  const [snippet] = snippets('ts run');
  assert.ok(snippet);
  const file = new URL(`server/journeys/.readme-${process.pid}.ts`, root);
  await writeFile(file, snippet);
  try {
    const { stdout } = await run(process.execPath, ['--conditions=alloza-source', fileURLToPath(file)], {
      env: { PATH: process.env.PATH, ALLOZA_KEY: secretKey, ALLOZA_URL: server.url },
    });
    assert.equal(stdout.trim().split('\n').length, 13);
    assert.match(stdout, /Mia Fischer/);
    assert.doesNotMatch(stdout, /Ana Ruiz/);
  } finally {
    await rm(file);
  }
});

test('the commands of the README are scripts of package.json', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = snippets('sh').map((snippet) => snippet.trim());
  assert.deepEqual(commands, ['npm start', 'npm test']);
  for (const command of commands) assert.ok(scripts[command.slice('npm '.length)]);
  for (const [, name] of readme.matchAll(/`npm run ([\w:]+)`/g)) assert.ok(scripts[name!], `npm run ${name}`);
});

test('the embed snippet of the README names an element that exists and an address that answers', async () => {
  await using server = await startTestServer();
  await seedDemo(server.app);
  const [snippet] = snippets('html');
  const [, path] = /href="https:\/\/app\.example(\/f\/[^"]+)"/.exec(snippet!)!;
  const tag = /<(alloza-[a-z-]+)/.exec(snippet!)![1]!;
  await readFile(new URL(`widgets/define/${tag}.ts`, root));
  const page = await fetch(server.url + path!.replace('your-studio', 'lumen-and-oak'));
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<form method="post"/);
});
