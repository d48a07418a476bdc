import Ajv2020 from 'ajv/dist/2020.js';
import { formats } from '../../server/platform/formats.ts';
import { at, operationsOf, walk } from './document.mjs';

/** Names and shapes, wherever a schema is used. */
export function schemaProblems(contract) {
  return namedSchemas(contract).flatMap(([where, schema]) => {
    const { properties = {}, required = [] } = schema;
    return broken(where, [
      [!schema.properties || 'additionalProperties' in schema, 'close the object: `additionalProperties: false`'],
      ...Object.keys(properties).map((name) => [/^[a-z][a-zA-Z\d]*$/.test(name), `write ${name} in camelCase`]),
      ...Object.entries(properties).map(([name, value]) => [
        !name.endsWith('At') || at(contract, value).format === 'date-time',
        `${name} is an instant: \`format: date-time\``,
      ]),
      ...required.map((name) => [!schema.properties || name in properties, `describe ${name}, which is required`]),
    ]);
  });
}

const closedFormats = ['date', 'date-time', 'uuid', 'binary', 'currency', 'time-zone'];

/** What a caller may send has an end: endless strings, lists and numbers are how a server is made to work. */
export function inputProblems(contract) {
  return [...inputSchemas(contract)].flatMap(([schema, where]) => {
    const types = [schema.type ?? []].flat();
    const isListed = 'enum' in schema || 'const' in schema;
    const isBounded = isListed || 'maxLength' in schema || 'pattern' in schema || closedFormats.includes(schema.format);
    return broken(where, [
      [!types.includes('string') || isBounded, 'bound the string: `maxLength`'],
      [!types.includes('array') || 'maxItems' in schema, 'bound the list: `maxItems`'],
      [!types.includes('integer') || isListed || 'maximum' in schema, 'bound the number: `maximum`'],
    ]);
  });
}

/** Every schema that a parameter or body reaches, each once, with where it was met first. */
function inputSchemas(contract) {
  const found = new Map();
  const follow = (root, name) => {
    for (const [where, schema] of walk(root, name)) {
      const target = at(contract, schema);
      if (found.has(target)) continue;
      if (schema.$ref) follow(target, schema.$ref.split('/').at(-1));
      else found.set(schema, where);
    }
  };
  for (const { operationId, parameters, requestBody } of operationsOf(contract)) {
    for (const { name, schema } of parameters) follow(schema, `parameter ${name}`);
    for (const { schema } of Object.values(requestBody?.content ?? {})) follow(schema, operationId);
  }
  return found;
}

/** Examples are read as the truth, so they have to be true. */
export function exampleProblems(contract) {
  const ajv = new Ajv2020({ strict: false, formats });
  ajv.addSchema(contract, 'contract');
  return namedSchemas(contract).flatMap(([where, schema]) => {
    if (!schema.examples) return [];
    const fits = ajv.compile(seenFromOutside(schema));
    return schema.examples.flatMap((example) =>
      broken(where, [[fits(example), `make the example fit: ${ajv.errorsText(fits.errors)}`]]),
    );
  });
}

/** A copy whose references find the contract by its name. */
function seenFromOutside(schema) {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && String(value).startsWith('#') ? `contract${value}` : value,
  );
}

function namedSchemas(contract) {
  return Object.entries(contract.components?.schemas ?? {}).flatMap(([name, schema]) => walk(schema, name));
}

function broken(where, rules) {
  return rules.filter(([holds]) => !holds).map(([, message]) => ({ where, message }));
}
