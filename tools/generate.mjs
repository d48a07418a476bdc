// Writes sdk/schema.ts and sdk/operations.ts from openapi.yaml. With --check it writes nothing and fails on a difference.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { kebab, rowsOf, usualOf } from '../sdk/table.ts';

const root = new URL('../', import.meta.url);
const notice = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n';

/**
 * sdk/operations.ts: one exported string a resource, its verbs separated by blanks. A verb says only what sdk/table.ts
 * would not expect of its name.
 */
function operationsTable(contract) {
  const resources = new Map();
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (method === 'parameters') continue;
      const [resource, verb] = operation.operationId.split('.');
      if (!resources.has(resource)) resources.set(resource, []);
      resources.get(resource).push(entryOf(resource, verb, method.toUpperCase(), path, flagsOf(contract, operation)));
    }
  }
  const names = [...resources.keys()];
  const tables = names.map((name) => [name, resources.get(name).join(' ')]);
  return `${notice}// How to read it: table.ts.

export { rowsOf } from './table.ts';

// Each resource by itself, for clients of a few.
${tables.map(([name, table]) => `export const ${name} =\n  '${table}';\n`).join('')}
// All resources, written out again: an object made of the constants above would cost a bundle 5 bytes a resource.
export const operations = {
${tables.map(([name, table]) => `  ${name}: '${table}',\n`).join('')}};
`;
}

function entryOf(resource, verb, method, path, flags) {
  const [, id, tail] = /^(\/\{\w+\})?(\/[\w-]+)?$/.exec(path.replace(`/v1/${kebab(resource)}`, '')) ?? [];
  const how = `${method}${id ? ':' : ''}${tail ? '/' : ''}${flags}`;
  const entry = how === usualOf(verb) ? verb : `${verb}=${how}`;
  const [, called] = rowsOf(resource, entry)[verb];
  if (called !== path.replaceAll(/\{\w+\}/g, '{}')) {
    const rule = `/v1/${kebab(resource)}, then an id or none, then /${kebab(verb)} or nothing`;
    throw new Error(`${resource}.${verb}: the SDK can't call ${method} ${path}; make its path ${rule}`);
  }
  return entry;
}

function flagsOf(contract, operation) {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    parameter.$ref ? contract.components.parameters[parameter.$ref.split('/').pop()] : parameter,
  );
  const content = Object.keys(operation.requestBody?.content ?? {});
  let flags = '';
  if (content.length > 0) flags += 'b';
  if (content.length > 0 && !content[0].endsWith('json')) flags += 'r';
  if (parameters.some((parameter) => parameter.in === 'query')) flags += 'q';
  if (operation['x-alloza-paginated']) flags += 'p';
  if (operation['x-alloza-stream']) flags += 's';
  return flags;
}

const source = await readFile(new URL('openapi.yaml', root), 'utf8');
const schema = await openapiTS(source, { alphabetize: false, exportType: false });
const files = {
  'sdk/schema.ts': notice + astToString(schema),
  'sdk/operations.ts': operationsTable(parse(source)),
};

const check = process.argv.includes('--check');
for (const [name, text] of Object.entries(files)) {
  const path = fileURLToPath(new URL(name, root));
  const current = await readFile(path, 'utf8').catch(() => '');
  if (current === text) continue;
  if (check) {
    console.error(`${name} differs from openapi.yaml: run \`npm run generate\` and commit the result`);
    process.exitCode = 1;
  } else {
    await writeFile(path, text);
    console.log(`wrote ${name}`);
  }
}
