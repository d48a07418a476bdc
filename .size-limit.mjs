/**
 * Sizes nobody may exceed without deciding it. A widget counts with everything it loads before it can show itself;
 * each file is compressed by itself, as it travels.
 */
import { existsSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { inRoot } from './tools/paths.mjs';

const manifestFile = inRoot('dist/browser/manifest.json');
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};

const together = (...entries) => {
  const files = entries
    .filter((name) => manifest[name])
    .flatMap((name) => [manifest[name].file, ...manifest[name].imports]);
  return [...new Set(files)].map((file) => inRoot('dist/browser', file));
};

const sdkBundle = inRoot('dist/sizes/sdk.js');
if (existsSync(inRoot('sdk/index.ts'))) {
  const target = { format: 'esm', target: 'es2022', minify: true, bundle: true };
  await build({ entryPoints: [inRoot('sdk/index.ts')], outfile: sdkBundle, ...target, logLevel: 'error' });
}

const budgets = [
  { name: 'loader', path: together('alloza'), limit: '2 kB' },
  { name: 'lead form', path: together('alloza-lead-form'), limit: '15 kB' },
  { name: 'dashboard, first screen', path: together('alloza-dashboard', 'alloza-leads'), limit: '120 kB' },
  { name: 'SDK whole', path: existsSync(sdkBundle) ? [sdkBundle] : [], limit: '5 kB', gzip: true },
];

export default budgets.filter(({ path }) => path.length > 0);
