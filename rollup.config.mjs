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
import { declarations, elsewhere, formerFiles, manifest, ownLit } from './tools/rollup-plugins.mjs';

// Written as they are, letters of other scripts take a third of the room of their escapes.
const output = { target: 'es2022', charset: 'utf8' };
const compile = (tsconfig, options) => esbuild({ ...output, tsconfig: inRoot(tsconfig), ...options });

const tags = existsSync(inRoot('widgets/define'))
  ? readdirSync(inRoot('widgets/define')).filter((name) => /^alloza-.*(?<!\.test)\.ts$/.test(name))
  : [];
const embedTags = ['alloza-lead-form', 'alloza-studio'];
const entryOf = (name) => [basename(name, '.ts'), inRoot('widgets/define', name)];
const isEmbed = (name) => embedTags.includes(basename(name, '.ts'));
const appEntries = Object.fromEntries(tags.filter((name) => !isEmbed(name)).map(entryOf));
const embedEntries = {
  alloza: inRoot('widgets/loader/loader.ts'),
  ...Object.fromEntries(tags.filter(isEmbed).map(entryOf)),
};

const sdkEntries = ['index', 'core', 'operations', 'webhooks', 'plugin/index']
  .map((name) => [name, inRoot('sdk', `${name}.ts`)])
  .filter(([, file]) => existsSync(file));

const empty = (...path) => ({
  name: 'empty-folder',
  buildStart: () => rmSync(inRoot(...path), { recursive: true, force: true }),
});

/** What both builds of widgets made, by entry. */
const entries = {};
const former = formerFiles(inRoot('dist/browser'));
const appFileOf = (path) => Object.entries(appEntries).find(([, entry]) => entry === path)?.[0];

const widgets = (input, { plugins = [], manualChunks } = {}) => ({
  input,
  // Elements are loaded for the side effect of defining them; only the loader exports something (setStrings).
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: inRoot('dist/browser'),
    format: 'es',
    entryFileNames: ({ name }) => (name === 'alloza' ? 'v1/alloza.js' : 'v1/[name]-[hash].js'),
    chunkFileNames: 'v1/[name]-[hash].js',
    sourcemap: 'hidden',
    sourcemapExcludeSources: false,
    manualChunks,
  },
  plugins: [
    ...plugins,
    nodeResolve({ browser: true, extensions: ['.js', '.ts'], exportConditions: ['alloza-source'] }),
    ownLit(),
    compile('widgets/tsconfig.json', { define: { 'process.env.NODE_ENV': '"production"' } }),
    minifyLiterals(),
    minify({ ...output, legalComments: 'none' }),
    manifest('manifest.json', entries),
    former.note,
  ],
});

// Two builds: a module lies in one chunk with all that any entry takes of it, so in one build the embeds would carry
// what only the dashboard uses (the whole operations table, decorators).
const app = widgets(appEntries);

/** One chunk for what a first paint needs: cut in two, the pieces compress 5 % worse. */
const embedChunk = (id) =>
  [
    /node_modules\/(lit|lit-\w+|@lit\/reactive-element)\//,
    /\/sdk\/(?!stream)/,
    /\/widgets\/base\/(?!accent|color|contrast|theme|log)/,
    /\/widgets\/define\/alloza-lead-form\./,
    /\/widgets\/lead-form\/(controls|lead-form|lead-form\.styles|skeleton)\./,
    /\/widgets\/parts\/(button|controls|field)\./,
    /\/widgets\/strings\/(lead-form|lead-form\.en|table)\.ts/,
  ].some((pattern) => pattern.test(id))
    ? 'embed'
    : undefined;

const embeds = widgets(embedEntries, {
  plugins: [elsewhere((path) => entries[appFileOf(path)]?.file), former.sweep],
  manualChunks: embedChunk,
});

const sdk = {
  input: Object.fromEntries(sdkEntries),
  output: { dir: inRoot('sdk/dist'), format: 'es', chunkFileNames: 'shared/[name].js', sourcemap: true },
  plugins: [empty('sdk', 'dist'), compile('tsconfig.json'), declarations(inRoot('sdk'))],
};

export default [app, embeds, ...(sdkEntries.length > 0 ? [sdk] : [])];
