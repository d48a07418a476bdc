import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';

const stampFile = inRoot('dist/.built');
const sources = [
  '{widgets,sdk}/**/*.{ts,json}',
  'rollup.config.mjs',
  'tools/{rollup-plugins,minify-literals}.mjs',
  'package-lock.json',
];

/** Builds the widgets and the SDK when a source changed since the last time. */
export async function ensureBuilt(say = console.log) {
  const stamp = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building the widgets');
  const { code, output } = await run('rollup', ['-c', '--silent']);
  if (code !== 0) throw new Error(`The widgets could not be built:\n${output}`);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function hashOfSources() {
  const hash = createHash('sha256');
  const exclude = (path) => /(^|\/)(node_modules|dist)$|\.test\.ts$/.test(path);
  for (const path of globSync(sources, { cwd: root, exclude }).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(inRoot(path)))
      .update('\0');
  }
  return hash.digest('hex');
}
