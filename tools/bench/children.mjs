/** Programs of the bench, each in a process of its own and bound to this one by a channel: it ends when we do. */
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { inRoot, pinnedNode } from '../paths.mjs';

const profiles = inRoot('.cache', 'bench');

/**
 * Starts a Node program below the repository's folder.
 *
 * @param {string} file
 * @param {object} [options]
 * @param {Record<string, string>} [options.env] all it is told; nothing of ours reaches it but PATH
 * @param {string} [options.profile] writes a CPU profile under this name when it ends
 * @returns {{ ask(question: string, details?: object): Promise<any>, line(text: string): Promise<void>, stop(): Promise<void> }}
 *   `ask` puts a question to the program (or to its probe), `line` waits for a line of its output
 */
export function startChild(file, { env = {}, profile } = {}) {
  const profiling = profile
    ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${profile}.cpuprofile`]
    : [];
  if (profile) mkdirSync(profiles, { recursive: true });
  const child = fork(inRoot(file), [], {
    cwd: inRoot('.'),
    execPath: pinnedNode,
    execArgv: [
      '--conditions=alloza-source',
      '--expose-gc',
      `--import=${inRoot('tools/bench/probe.mjs')}`,
      ...profiling,
    ],
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const waiting = new Map();
  let output = '';
  let onOutput = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
      onOutput();
    });
  }
  const failure = () => new Error(`${file} ended:\n${output.slice(-3000)}`);
  child.on('message', ({ id, answer, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${file}: ${error}`));
    else resolve(answer);
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(failure());
    onOutput();
  });

  let lastId = 0;
  return {
    ask(question, details = {}) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, question, ...details }, (error) => error && reject(failure()));
      });
    },
    line(text) {
      return new Promise((resolve, reject) => {
        onOutput = () => {
          if (output.includes(text)) resolve();
          else if (child.exitCode !== null || child.signalCode !== null) reject(failure());
        };
        onOutput();
      });
    },
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** In a child: answers the questions that its parent puts by name. */
export function answerQuestions(answers) {
  process.on('message', async ({ id, question, ...details }) => {
    if (!(question in answers)) return;
    try {
      process.send({ id, answer: await answers[question](details) });
    } catch (error) {
      process.send({ id, error: error.stack ?? error.message });
    }
  });
  process.channel.ref();
  process.once('SIGTERM', () => process.exit());
}
