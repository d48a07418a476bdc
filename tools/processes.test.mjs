import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot } from './paths.mjs';
import { run, start } from './processes.mjs';

const forever = 'setInterval(() => {}, 1000);';
/** A program that leaves a child outside its process group, tells both ids, and stays. */
const withChild = `
  const options = { detached: true, stdio: 'ignore' };
  const child = require('node:child_process').spawn(process.execPath, ['-e', '${forever}'], options);
  console.log(process.pid + ' ' + child.pid);
  ${forever}`;

/** Starts a program and waits for its first line. */
async function started(script, options) {
  let handle;
  const line = await new Promise((resolve) => {
    handle = start('node', ['-e', script], { ...options, onLine: resolve });
  });
  return { handle, line };
}

/** A process that has ended but was not waited for yet counts as ended. */
function runs(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)[0] !== 'Z';
}

async function ended(pid) {
  for (let i = 0; i < 100 && runs(pid); i += 1) await delay(50);
  return !runs(pid);
}

test('a program runs with the pinned Node; its exit code and output come back', async () => {
  const { code, output } = await run('node', ['-e', 'console.log(process.version); console.error(2); process.exit(3)']);
  assert.equal(code, 3);
  assert.match(output, /^v24\./);
  assert.match(output, /^2$/m);
});

test('stopping lets the program finish what it does, and gives its own exit code', async () => {
  const { handle } = await started(
    `process.on('SIGTERM', () => setTimeout(process.exit, 100, 7)); ${forever} console.log()`,
  );
  assert.equal(await handle.stop(), 7);
});

test('stopping ends what the program started, outside its process group too', async () => {
  const { handle, line } = await started(withChild);
  const [parent, child] = line.split(' ').map(Number);
  assert.ok(runs(parent) && runs(child));
  await handle.stop();
  assert.ok(await ended(parent));
  assert.ok(await ended(child));
});

test('a program that ignores the request is killed when its time is up', async () => {
  const { handle } = await started(`process.on('SIGTERM', () => {}); ${forever} console.log()`, { graceMs: 200 });
  assert.equal(await handle.stop(), 137);
});

test('a program does not outlive us, even if we are killed', async (t) => {
  const script = `
    import { start } from ${JSON.stringify(inRoot('tools/processes.mjs'))};
    start('node', ['-e', 'console.log(process.pid); ${forever}'], { onLine: console.log });`;
  const us = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => us.kill('SIGKILL'));
  const [text] = await once(us.stdout, 'data');
  const pid = Number.parseInt(text, 10);
  assert.ok(runs(pid));
  us.kill('SIGKILL');
  assert.ok(await ended(pid));
});
