/**
 * Builds what leaves the repository: the widgets for browsers (`dist/browser`, served at `/v1/`), and the SDK as
 * plain ES modules with types (`sdk/dist`). The server runs from its source.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { minifyLiterals } from './tools/minify-literals.mjs';
import { inRoot } from './tools/paths.mjs';
import { declarations, manifest, ownLit } from './tools/rollup-plugins.mjs';

const compile = (tsconfig, options) => esbuild({ target: 'es2022', tsconfig: inRoot(tsconfig), ...options });

const tags = existsSync(inRoot('widgets/define'))
  ? readdirSync(inRoot('widgets/define')).filter((name) => /^alloza-.*(?<!\.test)\.ts$/.test(name))
  : [];
const widgetEntries = {
  alloza: inRoot('widgets/loader/loader.ts'),
  ...Object.fromEntries(tags.map((name) => [basename(name, '.ts'), inRoot('widgets/define', name)])),
};

const sdkEntries = ['index', 'core', 'operations', 'webhooks', 'plugin/index']
  .map((name) => [name, inRoot('sdk', `${name}.ts`)])
  .filter(([, file]) => existsSync(file));

const empty = (...path) => ({
  name: 'empty-folder',
  buildStart: () => rmSync(inRoot(...path), { recursive: true, force: true }),
});

const widgets = {
  input: widgetEntries,
  // An element's chunk is loaded for its side effect, defining the element; nobody imports names from it.
  preserveEntrySignatures: false,
  output: {
    dir: inRoot('dist/browser'),
    format: 'es',
    entryFileNames: ({ name }) => (name === 'alloza' ? 'v1/alloza.js' : 'v1/[name]-[hash].js'),
    chunkFileNames: 'v1/[name]-[hash].js',
    sourcemap: 'hidden',
    sourcemapExcludeSources: false,
  },
  plugins: [
    empty('dist', 'browser'),
    nodeResolve({ browser: true, extensions: ['.js', '.ts'], exportConditions: ['alloza-source'] }),
    ownLit(),
    compile('widgets/tsconfig.json', { define: { 'process.env.NODE_ENV': '"production"' } }),
    minifyLiterals(),
    minify({ target: 'es2022', legalComments: 'none' }),
    manifest('manifest.json'),
  ],
};

const sdk = {
  input: Object.fromEntries(sdkEntries),
  output: { dir: inRoot('sdk/dist'), format: 'es', chunkFileNames: 'shared/[name].js', sourcemap: true },
  plugins: [empty('sdk', 'dist'), compile('tsconfig.json'), declarations(inRoot('sdk'))],
};

export default [...(existsSync(widgetEntries.alloza) ? [widgets] : []), ...(sdkEntries.length > 0 ? [sdk] : [])];
