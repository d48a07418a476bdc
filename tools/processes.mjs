/** Starting and stopping other programs so that nothing is left behind, however this one ends. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { bin, root } from './paths.mjs';

const running = new Set();

/**
 * The program runs beside a watcher that waits on a pipe from us. Closing the pipe asks the program to stop; the
 * system closes it too when we die by SIGKILL, so a program can't outlive us. Its own process group keeps a
 * terminal's Ctrl-C from reaching it before we have stopped what depends on it; what it leaves in that group ends with it.
 */
const watcher = `
exec 3<&0
"$@" </dev/null 3<&- & child=$!
{ read -r _ <&3; kill -s "$STOP_SIGNAL" "$child"; } >/dev/null 2>&1 &
exec 3<&- 2>/dev/null
wait "$child"; code=$?
trap '' TERM
kill -s TERM 0
exit "$code"
`;

/**
 * Starts a program in the background.
 *
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env] added to our own environment
 * @param {(line: string, stream: 'stdout' | 'stderr') => void} [options.onLine] called with each line it writes
 * @param {'SIGTERM' | 'SIGINT'} [options.stopSignal] what asks it to stop; SIGTERM by default
 * @param {number} [options.graceMs] how long it may take to stop before it is killed
 * @returns {{ pid: number, exited: Promise<number>, stop(): Promise<number> }} both promises give the exit code
 */
export function start(command, args = [], options = {}) {
  const { env, cwd = root, uid, gid, onLine = () => {}, stopSignal = 'SIGTERM', graceMs = 10_000 } = options;
  const child = spawn('/bin/sh', ['-c', watcher, 'sh', command, ...args], {
    cwd,
    uid,
    gid,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...withOwnCommands(process.env), ...env, STOP_SIGNAL: stopSignal.replace('SIG', '') },
  });
  child.stdin.on('error', () => {});
  for (const stream of ['stdout', 'stderr']) createInterface(child[stream]).on('line', (line) => onLine(line, stream));

  const exited = new Promise((resolve, reject) => {
    child.once('error', reject);
    const end = (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 1));
    child.once('close', end);
    // 'close' waits for the last holder of its output, which may be a process that it left behind.
    child.once('exit', (code, signal) => setTimeout(end, 1000, code, signal).unref());
  });
  let stopping;
  const handle = {
    pid: child.pid,
    exited,
    stop() {
      stopping ??= stopTree(child, exited, graceMs);
      return stopping;
    },
  };
  running.add(handle);
  exited.catch(() => {}).finally(() => running.delete(handle));
  return handle;
}

/** Runs a program to its end; resolves to its exit code and all it wrote. */
export async function run(command, args = [], { onLine, ...options } = {}) {
  const lines = [];
  const keep = (line, stream) => {
    lines.push(line);
    onLine?.(line, stream);
  };
  const code = await start(command, args, { ...options, onLine: keep }).exited;
  return { code, output: lines.join('\n') };
}

/** Stops all that was started and still runs, the youngest first. */
export async function stopAll() {
  for (const handle of [...running].reverse()) await handle.stop();
}

/**
 * Ends this program in order when it is asked to: `onSignal` first, then everything it started. A terminal's Ctrl-C
 * may arrive twice (from the terminal and from npm), so only a repeat after two seconds means "now".
 *
 * @returns {{ stopping: boolean }} whether it has been asked to
 */
export function stopOnSignals(onSignal = () => {}) {
  const state = { stopping: false };
  const stop = async (signal, code) => {
    state.stopping = true;
    await onSignal(signal);
    await stopAll();
    process.exit(code);
  };
  let since;
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.on(signal, () => {
      if (since && Date.now() - since > 2000) killAll(code);
      if (since) return;
      since = Date.now();
      stop(signal, code);
    });
  }
  whenOrphaned(() => process.kill(process.pid, 'SIGTERM'));
  return state;
}

/**
 * Calls back once npm, or the shell in which it runs us, is gone: a SIGTERM to npm ends that shell without reaching
 * what the shell started.
 */
export function whenOrphaned(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}

function killAll(code) {
  for (const { pid } of running) killTree(pid);
  process.exit(code);
}

async function stopTree(child, exited, graceMs) {
  // Read before the parent ends: afterwards nobody could tell whose children they were.
  const children = descendants(child.pid);
  child.stdin.end();
  const timer = new AbortController();
  const late = delay(graceMs, 'late', { signal: timer.signal }).catch(() => {});
  if ((await Promise.race([exited.catch(() => 1), late])) === 'late') killTree(child.pid);
  timer.abort();
  for (const pid of children) kill(pid);
  return exited.catch(() => 1);
}

function killTree(pid) {
  for (const each of [...descendants(pid), pid]) kill(each);
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** All processes below one, children first. Empty where the system has no /proc. */
function descendants(pid) {
  const childrenOf = new Map();
  for (const [child, parent] of parents()) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), child]);
  const below = (id) => (childrenOf.get(id) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function* parents() {
  for (const name of listed('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // "pid (name) state ppid": the name may itself hold spaces and brackets.
      const afterName = readFileSync(`/proc/${name}/stat`, 'utf8').split(')').at(-1).trim().split(' ');
      yield [Number(name), Number(afterName[1])];
    } catch {
      // It ended while we were reading.
    }
  }
}

function listed(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The pinned Node and the commands of our packages come first, whichever Node started us. */
export function withOwnCommands(env) {
  return { ...env, PATH: `${dirname(bin('node'))}:${env.PATH ?? ''}` };
}
