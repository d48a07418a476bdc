import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { root } from './paths.mjs';
import { ensureDatabase, startPostgres, testSettings } from './postgres.mjs';
import { stopOnSignals } from './processes.mjs';
import { program, runStep, summary, testProgram } from './test-steps.mjs';

const template = 'alloza_template';
const nodeSuites = ['sdk', 'server', 'examples', 'tools'];
const source = '--conditions=alloza-source';
const minutes = (count) => count * 60_000;

/** Runs what the arguments ask for and resolves to the exit code. */
export async function runTests(argv) {
  const plan = readPlan(argv);
  const began = Date.now();
  const done = [];
  const lane = async (steps) => {
    for (const step of steps) done.push(await runStep(step));
  };
  let database;
  stopOnSignals(() => database?.stop());

  // Both cores are busy from the start; the tests that drive a server come after, so that nothing disturbs them.
  await Promise.all([lane([...buildSteps(plan), ...widgetSteps(plan)]), lane(staticSteps(plan))]);
  if (plan.nodeFiles.every((path) => path.startsWith('tools/'))) {
    if (plan.nodeFiles.length > 0) await lane([nodeStep(plan)]);
  } else {
    try {
      database = await startPostgres({ settings: testSettings });
      await lane([migrationStep(database), nodeStep(plan, database)]);
    } finally {
      await database?.stop();
    }
  }
  const { text, failed } = summary(done, Date.now() - began);
  console.log(text);
  return failed > 0 ? 1 : 0;
}

/** What to run: `{ long, only: Set<suite>, widgetFiles, nodeFiles }`. */
function readPlan(argv) {
  const options = { only: { type: 'string' }, long: { type: 'boolean', default: false } };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const suites = ['static', 'widgets', ...nodeSuites];
  const only = new Set(values.only?.split(',') ?? (positionals.length > 0 ? [...nodeSuites, 'widgets'] : suites));
  for (const name of only) {
    if (!suites.includes(name)) throw new Error(`--only=${name} is not known; choose from ${suites.join(', ')}`);
  }
  const wanted = positionals.map((path) => path.replace(/^\.\//, ''));
  const files = testFiles().filter((path) => wanted.length === 0 || wanted.some((prefix) => path.startsWith(prefix)));
  const inSuites = (names) =>
    files.filter((path) => names.some((name) => only.has(name) && path.startsWith(`${name}/`)));
  const plan = { long: values.long, only, widgetFiles: inSuites(['widgets']), nodeFiles: inSuites(nodeSuites) };
  if (wanted.length > 0 && plan.widgetFiles.length + plan.nodeFiles.length === 0) {
    throw new Error(`No test file begins with ${wanted.join(' or ')}`);
  }
  return plan;
}

function testFiles() {
  const found = globSync('{sdk,server,widgets,examples,tools}/**/*.test.{ts,mjs}', {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist'].includes(String(name).split('/').at(-1)),
  });
  // The journeys take longest, so they begin first and the rest fills the gaps.
  return found.sort(
    (a, b) => Number(b.includes('/journeys/')) - Number(a.includes('/journeys/')) || a.localeCompare(b),
  );
}

function buildSteps({ only, widgetFiles, nodeFiles }) {
  const wanted =
    only.has('static') || nodeFiles.some((path) => path.startsWith('server/') || path.startsWith('examples/'));
  const build = { name: 'build', run: program('rollup', ['-c', '--silent']) };
  const budgets = { name: 'budgets', run: program('size-limit') };
  if (only.has('static')) return [build, budgets];
  return wanted && widgetFiles.length === 0 ? [build] : [];
}

function staticSteps({ only }) {
  if (!only.has('static')) return [];
  const quiet = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return [
    { name: 'generated files match', run: program('node', ['tools/generate.mjs', '--check']) },
    { name: 'format and lint', run: program('biome', ['check', '--error-on-warnings', '.']) },
    { name: 'structure', run: program('node', ['tools/check-structure.mjs']) },
    { name: 'types: sdk, server', run: program('tsc', ['--project', '.']) },
    { name: 'types: widgets', run: program('tsc', ['--project', 'widgets']) },
    { name: 'contract lint', run: program('redocly', ['lint', 'openapi.yaml'], { env: quiet }) },
    { name: 'contract conventions', run: program('node', ['tools/contract-lint.mjs']) },
  ];
}

function widgetSteps({ widgetFiles }) {
  if (widgetFiles.length === 0) return [];
  return [{ name: 'widget tests', run: testProgram('wtr', ['--files', ...widgetFiles], { limit: minutes(10) }) }];
}

function migrationStep({ ownerUrl }) {
  return {
    name: 'migrations',
    async run() {
      const env = { ...cleanEnvironment(), DATABASE_OWNER_URL: await ensureDatabase(ownerUrl, template) };
      return program('node', [source, 'server/migrate.ts'], { env })();
    },
  };
}

function nodeStep({ nodeFiles, long }, database) {
  const flags = ['--test-concurrency=3', '--test-reporter=./tools/test-reporter.mjs'];
  // One test may take so long; a file left hanging by a failed test is ended instead of waited for.
  const limits = [`--test-timeout=${minutes(long ? 60 : 5)}`, '--test-force-exit'];
  const env = {
    ...cleanEnvironment(),
    TEST_POSTGRES_URL: database?.ownerUrl,
    TEST_TEMPLATE_DATABASE: template,
    CHAOS_SEEDS: process.env.CHAOS_SEEDS ?? (long ? '100' : '10'),
    CSV_ROWS: process.env.CSV_ROWS ?? (long ? '50000' : '1500'),
    ROTATION_KILLS: process.env.ROTATION_KILLS ?? (long ? '20' : '3'),
    ...(long && { FUZZ_RUNS: process.env.FUZZ_RUNS ?? '100' }),
  };
  const args = [source, '--test', ...flags, ...limits, ...nodeFiles];
  return { name: 'node tests', run: testProgram('node', args, { env, limit: minutes(long ? 240 : 20), live: true }) };
}

/** A developer's own settings must neither change a test's outcome nor let a test reach their database. */
function cleanEnvironment() {
  const names = Object.keys(process.env).filter((name) =>
    /^(DATABASE_|ALLOZA_|AUTH_|RESEND_|GOOGLE_|PORT$|PUBLIC_URL$|SITE_URL$)/.test(name),
  );
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
