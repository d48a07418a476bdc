/**
 * Checks the house rules that a compiler can't see (ARCHITECTURE.md): who may import whom, cycles, file sizes and
 * names, where the environment is read. Prints what to do instead. `node tools/check-structure.mjs`
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';
import { importCycles } from './structure/cycles.mjs';
import { fileProblems, roomProblems } from './structure/file-rules.mjs';
import { importProblems } from './structure/import-rules.mjs';
import { readRooms, readSources } from './structure/sources.mjs';

/** @returns {{ file: string, line?: number, message: string }[]} what breaks a rule below a repository's folder */
export function checkStructure(folder) {
  const sources = readSources(folder);
  const rooms = readRooms(sources);
  return [
    ...sources.flatMap((source) => [...fileProblems(source)]),
    ...roomProblems(sources, rooms),
    ...sources.flatMap((source) => [...importProblems(source, rooms)]),
    ...importCycles(sources),
  ];
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const problems = checkStructure(root);
  for (const { file, line, message } of problems) console.error(`${file}${line ? `:${line}` : ''}  ${message}`);
  if (problems.length > 0) console.error(`\n${problems.length} to correct`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
