/** The steps of `npm test`: how one runs, is told and is counted. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin } from './paths.mjs';
import { start } from './processes.mjs';

/** A step that is one check: it passes when the program ends with exit code 0. */
export function program(command, args = [], options = {}) {
  return async () => {
    const { code, output } = await runLimited(command, args, options);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
  };
}

/** A step that is many tests: the program writes their numbers into the file named by `TEST_COUNTS_FILE`. */
export function testProgram(command, args, options = {}) {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alloza-counts-'));
    const file = join(folder, 'counts.json');
    try {
      const env = { ...options.env, TEST_COUNTS_FILE: file };
      const { code, output } = await runLimited(command, args, { ...options, env });
      const { passed, failed } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0 };
      // A runner that fails for a reason of its own counts as one failure.
      return { passed, failed: failed || (code === 0 ? 0 : 1), output: options.live ? '' : output };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

async function runLimited(command, args, { env, limit = 5 * 60_000, live = false }) {
  const lines = [];
  const onLine = (line) => (live ? console.log(line) : lines.push(line));
  const child = start(bin(command), args, { env: { FORCE_COLOR: '0', ...env }, onLine });
  const timer = setTimeout(() => {
    onLine(`Stopped: it did not end within ${limit / 60_000} minutes`);
    child.stop();
  }, limit);
  const code = await child.exited;
  clearTimeout(timer);
  return { code, output: lines.join('\n') };
}

/** Runs one step, tells how it went, and what it wrote if it failed. */
export async function runStep({ name, run }) {
  const began = Date.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.stack };
  }
  const step = { name, ms: Date.now() - began, passed: result.passed, failed: result.failed };
  console.log(line(step));
  if (step.failed > 0 && result.output.trim()) console.log(indented(result.output.trim().split('\n')));
  return step;
}

const maxLines = 200;

function indented(lines) {
  const shown = lines.slice(0, maxLines).map((text) => `      ${text}`);
  if (lines.length > maxLines) shown.push(`      and ${lines.length - maxLines} more lines`);
  return shown.join('\n');
}

/** The closing table, ending in the line that says it all: `N passed, N failed`. */
export function summary(steps, ms) {
  const total = (key) => steps.reduce((sum, step) => sum + step[key], 0);
  const counts = `${total('passed')} passed, ${total('failed')} failed`;
  return { failed: total('failed'), text: ['', ...steps.map(line), '', `in ${seconds(ms)}`, counts].join('\n') };
}

function line({ name, ms, passed, failed }) {
  const counts = passed + failed === 1 ? '' : failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  return `${failed > 0 ? 'FAIL' : 'ok  '}  ${name.padEnd(24)}${seconds(ms).padStart(9)}  ${counts}`.trimEnd();
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
