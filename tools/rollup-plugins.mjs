import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { inRoot, pinnedNode, root } from './paths.mjs';

/** The names by which one copy of Lit meets another on the same page. */
const litNames = {
  // Two versions of ours may meet too, and a list without 'allow-duplicates' grants a name once: they share the policy.
  's?s.createPolicy("lit-html",{createHTML:t=>t}):void 0':
    's?(t[Symbol.for("alloza.policy")]??=s.createPolicy("alloza",{createHTML:t=>t})):void 0',
  litHtmlVersions: 'allozaLitHtmlVersions',
  litElementVersions: 'allozaLitElementVersions',
  reactiveElementVersions: 'allozaReactiveElementVersions',
};

/**
 * Gives our Lit its own names. A host page may run a Lit too: under an enforced `trusted-types` list the second
 * policy called "lit-html" is refused and nothing renders, and a development build warns of "multiple versions".
 */
export function ownLit() {
  const files =
    /node_modules\/(lit-html\/lit-html|lit-element\/lit-element|@lit\/reactive-element\/reactive-element)\.js$/;
  const found = new Set();
  return {
    name: 'own-lit',
    transform(code, id) {
      if (id.includes('/development/')) this.error(`The build took Lit's development files: ${id}`);
      if (!files.test(id)) return null;
      let renamed = code;
      for (const [name, own] of Object.entries(litNames)) {
        if (!renamed.includes(name)) continue;
        found.add(name);
        renamed = renamed.replaceAll(name, own);
      }
      return { code: renamed, map: null };
    },
    buildEnd(error) {
      const usesLit = [...this.getModuleIds()].some((id) => files.test(id));
      const missing = Object.keys(litNames).filter((name) => !found.has(name));
      if (!error && usesLit && missing.length > 0) {
        this.error(`Lit no longer contains ${missing.join(', ')}; look how its names changed and correct ownLit()`);
      }
    },
  };
}

/**
 * Writes which file each entry became and what it imports at once and later:
 * `{ [entry]: { file, imports: [files], dynamicImports: [files] } }`. Pages preload by it, budgets are summed by it.
 *
 * @param entriesSoFar Shared by several builds into one folder: each adds its entries and writes all.
 */
export function manifest(fileName, entriesSoFar = {}) {
  return {
    name: 'manifest',
    generateBundle(_options, bundle) {
      const withAllImports = (file, seen = new Set()) => {
        for (const imported of bundle[file]?.imports ?? []) {
          if (seen.has(imported)) continue;
          seen.add(imported);
          withAllImports(imported, seen);
        }
        return [...seen];
      };
      const entries = Object.values(bundle)
        .filter((chunk) => chunk.type === 'chunk' && chunk.isEntry)
        .map((chunk) => [
          chunk.name,
          { file: chunk.fileName, imports: withAllImports(chunk.fileName), dynamicImports: chunk.dynamicImports },
        ]);
      Object.assign(entriesSoFar, Object.fromEntries(entries));
      this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(entriesSoFar, null, 2)}\n` });
    },
  };
}

/** Writes the package's `.d.ts` files beside its modules. */
export function declarations(folder) {
  return {
    name: 'declarations',
    writeBundle({ dir }) {
      const flags = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', dir];
      const only = ['--project', join(folder, 'tsconfig.build.json')];
      const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
      const { status, stdout } = spawnSync(pinnedNode, [tsc, ...only, ...flags], { cwd: root, encoding: 'utf8' });
      if (status !== 0) this.error(`The types of ${relative(root, folder)} could not be written:\n${stdout}`);
    },
  };
}

/**
 * Imports of modules that an earlier build into the same folder has made files of, `v1/` both, become imports of
 * those files.
 *
 * @param fileOf The file that a module's path became, such as `v1/x-hash.js`; undefined if it is not one of them.
 */
export function elsewhere(fileOf) {
  return {
    name: 'elsewhere',
    resolveDynamicImport(specifier, importer) {
      const file =
        typeof specifier === 'string' && specifier.startsWith('.') && fileOf(resolve(dirname(importer), specifier));
      return file ? { id: `./${basename(file)}`, external: true } : null;
    },
  };
}

const day = 24 * 60 * 60_000;

/**
 * Keeps the chunks of former builds for a day: pages that stand open, and loaders that a browser or a cache still holds,
 * ask for them after a deploy. Which file was replaced when is noted in `former.json`; what was made again is no longer
 * former. Use one for all builds into the folder, and `sweep` in the last.
 *
 * @param folder The folder that is built into; its files are in `v1/`, and their names change with their content.
 * @param now Milliseconds since 1970.
 */
export function formerFiles(folder, now = Date.now()) {
  const made = new Set();
  const note = {
    name: 'note-made-files',
    generateBundle(_options, bundle) {
      for (const name of Object.keys(bundle)) made.add(name);
    },
  };
  const sweep = {
    name: 'sweep-former-files',
    writeBundle() {
      const list = join(folder, 'former.json');
      const before = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
      const former = {};
      for (const name of readdirSync(join(folder, 'v1')).map((file) => `v1/${file}`)) {
        if (made.has(name)) continue;
        const replaced = before[name] ?? new Date(now).toISOString();
        if (now - Date.parse(replaced) < day) former[name] = replaced;
        else rmSync(join(folder, name));
      }
      writeFileSync(list, `${JSON.stringify(former, null, 2)}\n`);
    },
  };
  return { note, sweep };
}
