import fc, { type Arbitrary } from 'fast-check';
import type { Contract } from '../../platform/openapi.ts';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  minProperties?: number;
  maxProperties?: number;
  oneOf?: Schema[];
  discriminator?: { propertyName: string; mapping: Record<string, string> };
}

type Value = unknown;
export type Members = Record<string, Value>;

/** Follows references. */
export function resolve(contract: Contract, schema: Schema): Schema {
  let current = schema;
  while (current.$ref) current = at(contract, current.$ref.slice(1));
  return current;
}

/** The schema at a JSON pointer into openapi.yaml. */
export function at(contract: Contract, pointer: string): Schema {
  let value: unknown = contract.document;
  for (const part of pointer.split('/').slice(1))
    value = (value as Members)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  return value as Schema;
}

/** One code point that JSON and PostgreSQL can keep. */
const character = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
    { weight: 2, arbitrary: fc.integer({ min: 0xa0, max: 0x2fff }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff) },
  )
  .map((code) => String.fromCodePoint(code));

const formats: Record<string, Arbitrary<string>> = {
  email: fc.stringMatching(/^[a-z0-9]{1,12}(\.[a-z0-9]{1,6})?@[a-z]{2,12}\.(com|example|museum)$/),
  phone: fc.constantFrom('+14155550123', '+49 30 12345678', '+44 20 7946 0958', '+81-3-1234-5678'),
  date: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  'time-zone': fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'),
  currency: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD'),
  'web-origin': fc.constantFrom('https://a.example', 'http://localhost:8080', 'https://*.studio.example'),
};

/** Values of the form a schema describes, small and large, plain and strange. */
export function valuesOf(contract: Contract, given: Schema): Arbitrary<Value> {
  const schema = resolve(contract, given);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map((branch) => valuesOf(contract, branch)));
  if (schema.type === undefined) return anything;
  const types = [schema.type].flat();
  return fc.oneof(...types.map((type) => valueOfType(contract, schema, type)));
}

/** What stands in fields that take anything. */
const anything = fc
  .jsonValue({ maxDepth: 2, stringUnit: character })
  .filter((value) => !JSON.stringify(value).includes('__proto__'));

function valueOfType(contract: Contract, schema: Schema, type: string): Arbitrary<Value> {
  const { minimum = -(2 ** 31), maximum = 2 ** 31 } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(
        fc.integer({ min: minimum, max: Math.min(maximum, minimum + 1000) }),
        fc.constantFrom(minimum, maximum),
      );
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'string':
      return text(schema);
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 50, uniqueItems } = schema;
      const size = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 5) };
      const item = valuesOf(contract, items);
      return uniqueItems
        ? fc.uniqueArray(item, { ...size, selector: (value) => JSON.stringify(value) })
        : fc.array(item, size);
    }
    default:
      return members(contract, schema);
  }
}

function text({ format, pattern, minLength = 0, maxLength = 300 }: Schema): Arbitrary<string> {
  if (format && formats[format]) return formats[format];
  if (pattern)
    return fc
      .stringMatching(new RegExp(pattern.replaceAll('+', '{1,6}').replaceAll('*', '{0,3}')))
      .filter((value) => value.length >= minLength && value.length <= maxLength);
  const most = Math.max(minLength, Math.min(maxLength, 40));
  return fc.oneof(
    { weight: 5, arbitrary: fc.string({ unit: character, minLength, maxLength: most }) },
    { weight: 1, arbitrary: fc.string({ unit: character, minLength: maxLength, maxLength }) },
  );
}

function members(contract: Contract, schema: Schema): Arbitrary<Members> {
  const { properties, required = [], minProperties = 0, additionalProperties } = schema;
  if (!properties) {
    const value = typeof additionalProperties === 'object' ? valuesOf(contract, additionalProperties) : anything;
    return fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z.-]{0,20}$/), value, { maxKeys: 4 });
  }
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, valuesOf(contract, member)]),
  );
  return fc.record(model, { requiredKeys: required }).filter((value) => Object.keys(value).length >= minProperties);
}

export interface Place {
  /** JSON pointer of the object. */
  pointer: string;
  schema: Schema;
  value: Members;
}

/** Every object of a value whose members the schema lists, the value itself first. */
export function* objectsIn(contract: Contract, given: Schema, value: Value, pointer = ''): Generator<Place> {
  const schema = resolve(contract, given);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* objectsIn(contract, schema.items ?? {}, item, `${pointer}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    const tag = schema.discriminator && (value as Members)[schema.discriminator.propertyName];
    if (schema.discriminator)
      return yield* objectsIn(contract, { $ref: schema.discriminator.mapping[String(tag)]! }, value, pointer);
    if (!schema.properties) return;
    yield { pointer, schema, value: value as Members };
    for (const [name, member] of Object.entries(schema.properties))
      yield* objectsIn(contract, member, (value as Members)[name], `${pointer}/${name}`);
  }
}

/** A copy of a value with one member of one of its objects set, or taken away by `undefined`. */
export function withMember(value: Value, pointer: string, name: string, member: Value): Value {
  const copy = structuredClone(value);
  const object = pointer
    .split('/')
    .slice(1)
    .reduce((inner, part) => (inner as Members)[part], copy) as Members;
  if (member === undefined) delete object[name];
  else Object.defineProperty(object, name, { value: member, enumerable: true, configurable: true, writable: true });
  return copy;
}
