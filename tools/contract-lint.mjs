/**
 * Checks openapi.yaml against our own conventions (CONTRIBUTING.md), which no general linter knows: names, credentials,
 * the headers and answers of each kind of operation, closed objects, bounded input, examples that fit. Prints what to
 * do instead. `node tools/contract-lint.mjs`
 */
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { operationsOf } from './contract-lint/document.mjs';
import { operationProblems } from './contract-lint/operation-rules.mjs';
import { exampleProblems, inputProblems, schemaProblems } from './contract-lint/schema-rules.mjs';
import { inRoot } from './paths.mjs';

/** @returns {{ where: string, message: string }[]} what breaks a convention */
export function lintContract(contract) {
  return [
    ...operationsOf(contract).flatMap((operation) => operationProblems(operation, contract)),
    ...schemaProblems(contract),
    ...inputProblems(contract),
    ...exampleProblems(contract),
  ];
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const problems = lintContract(parse(await readFile(inRoot('openapi.yaml'), 'utf8')));
  for (const { where, message } of problems) console.error(`${where}  ${message}`);
  if (problems.length > 0) console.error(`\n${problems.length} to correct`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
