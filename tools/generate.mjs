// Writes sdk/schema.ts and sdk/operations.ts from openapi.yaml. With --check it writes nothing and fails on a difference.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const root = new URL('../', import.meta.url);
const notice = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n';

/** sdk/operations.ts: one exported object a resource, each verb as `METHOD path flags`. */
function operationsTable(contract) {
  const resources = new Map();
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (method === 'parameters') continue;
      const [resource, verb] = operation.operationId.split('.');
      if (!resources.has(resource)) resources.set(resource, []);
      resources.get(resource).push(`  ${verb}: '${method.toUpperCase()} ${path}${flagsOf(contract, operation)}',`);
    }
  }
  const blocks = [...resources].map(([name, rows]) => `export const ${name} = {\n${rows.join('\n')}\n} as const;\n`);
  return `${notice}// Flags after the path: b body, m merge patch, r raw bytes, q query, p paginated, s stream.\n\n${blocks.join('\n')}
export const operations = { ${[...resources.keys()].join(', ')} } as const;

/** Every problem code of the contract. */
export const problemCodes = ${JSON.stringify(contract.components.schemas.ProblemCode.enum)} as const;
`;
}

function flagsOf(contract, operation) {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    parameter.$ref ? contract.components.parameters[parameter.$ref.split('/').pop()] : parameter,
  );
  const content = Object.keys(operation.requestBody?.content ?? {});
  let flags = '';
  if (content.length > 0) flags += 'b';
  if (content[0] === 'application/merge-patch+json') flags += 'm';
  if (content[0]?.startsWith('image/')) flags += 'r';
  if (parameters.some((parameter) => parameter.in === 'query')) flags += 'q';
  if (operation['x-alloza-paginated']) flags += 'p';
  if (operation['x-alloza-stream']) flags += 's';
  return flags && ` ${flags}`;
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
