import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A path below the repository's folder. */
export const inRoot = (...parts) => join(root, ...parts);

/** The Node that package.json pins; it exists once packages are installed. */
export const pinnedNode = inRoot('node_modules', 'node', 'bin', 'node');

/** A command that came with the packages. */
export const bin = (name) => inRoot('node_modules', '.bin', name);
