/**
 * Makes the packages of package-lock.json present, and the pinned Node the one that runs. Runs before anything is
 * installed, on any Node >= 20: built-in modules only.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { createInterface } from 'node:readline';
import { inRoot, pinnedNode, root } from './paths.mjs';
import { whenOrphaned } from './processes.mjs';

const stampFile = inRoot('node_modules', '.alloza-installed');

/** Installs what is missing, telling how far it is. Does nothing when package-lock.json is installed already. */
export async function ensureInstalled() {
  const stamp = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  if (existsSync(pinnedNode) && read(stampFile) === stamp) return;
  if (!(existsSync(pinnedNode) && installedByHand())) await install();
  writeFileSync(stampFile, stamp);
}

/** Someone has run `npm install` themselves: npm's own record names every package of the lockfile. */
function installedByHand() {
  const record = JSON.parse(read(inRoot('node_modules', '.package-lock.json')) || '{}').packages ?? {};
  const wanted = JSON.parse(read(inRoot('package-lock.json'))).packages;
  return Object.entries(wanted).every(([path, { version, link, optional, peer }]) => {
    // Workspaces aren't in npm's record (their links are), nor are packages for other systems.
    if (!path.includes('node_modules/') || optional || peer) return true;
    return record[path] && (link || record[path].version === version);
  });
}

async function install() {
  console.log('Installing packages (only the first time, and when package-lock.json changes)');
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const { command, args } = npm();
  // Not `npm ci`: it refuses a lockfile without the packages of every other system, which a machine that can't reach
  // those does not write. This takes the locked versions too and leaves the lockfile as it is.
  const quiet = ['--loglevel=http', '--no-audit', '--no-fund', '--no-progress'];
  const child = spawn(command, [...args, 'install', '--no-save', ...quiet], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutPackages() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = [];
  let fetched = 0;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      if (/http (fetch|cache)/.test(line)) fetched += 1;
      else if (/^npm err/i.test(line)) errors.push(line);
    });
  }
  const progress = setInterval(() => console.log(`  ${fetched} downloads, ${seconds()}`), 3000);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  clearInterval(progress);
  if (code !== 0) throw new Error(`npm install failed (exit code ${code}):\n${errors.slice(0, 20).join('\n')}`);
  console.log(`  installed in ${seconds()}`);
}

/** The npm that started us, run by the machine's own Node: ours is inside the folder that is about to be replaced. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const usable = script?.endsWith('.js') && node && !node.startsWith(inRoot('node_modules'));
  return usable ? { command: node, args: [script] } : { command: 'npm', args: [] };
}

function pathWithoutPackages() {
  const ours = inRoot('node_modules');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(ours))
    .join(delimiter);
}

/**
 * Goes on in the pinned Node when another one started us. Resolves only in the pinned one; the other waits for it,
 * passes signals on and ends with its exit code.
 */
export async function continueInPinnedNode() {
  if (realpathSync(process.execPath) === realpathSync(pinnedNode)) return;
  const child = spawn(pinnedNode, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  whenOrphaned(() => child.kill('SIGTERM'));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve(exitCode ?? (signal ? 1 : 0)));
  });
  process.exit(code);
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
