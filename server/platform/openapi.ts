import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { OperationId } from './contract-types.ts';
import { formats } from './formats.ts';
import type { FieldError } from './problem.ts';

type Schema = Record<string, unknown>;

export interface Operation {
  id: OperationId | 'events.stream';
  method: string;
  /** As in the contract: `/v1/leads/{leadId}`. */
  path: string;
  auth:
    | {
        session?: 'user' | 'member' | 'manager' | 'owner';
        secret?: string;
        publishable?: boolean;
        /** What a member limited to own jobs may do with it: see own jobs, or nothing (`all`). */
        jobs?: 'own' | 'all';
      }
    | 'none';
  limit: { per: 'ip'; points: number; seconds: number } | null;
  bodyLimit: number;
  /** Content type to schema; empty without a body. */
  body: Record<string, string>;
  parameters: Parameter[];
  /** Of the headers among them. */
  headers: { name: string; maxLength: number; pattern: RegExp | null }[];
  wantsIfMatch: boolean;
  stream: boolean;
  /** Answers a text that is sent while it is made, of one moment of the database. */
  download: boolean;
  before: boolean;
  /** Status to the schema of its JSON body, or null for none. */
  responses: Record<string, string | null>;
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Schema;
}

export interface Contract {
  operations: Operation[];
  document: Document;
  /** Validates a value against a JSON pointer into openapi.yaml; compiled on first use. */
  check(pointer: string, value: unknown, prefix?: string): FieldError[];
  /** Validates and converts path, query and header values. */
  checkParameters(
    operation: Operation,
    place: 'path' | 'query',
    values: Record<string, string>,
  ): { values: Record<string, unknown>; errors: FieldError[] };
}

interface Document {
  info: { version: string };
  paths: Record<string, Record<string, RawOperation>>;
  components: {
    parameters: Record<string, Parameter>;
    schemas: Record<string, Schema>;
    responses: Record<string, unknown>;
  };
}

interface RawOperation {
  operationId: OperationId;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
  [extension: `x-${string}`]: unknown;
}

const escapePart = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const defaultBodyLimit = 102_400;

/** Reads openapi.yaml, the one source of what the server accepts and answers. */
export function loadContract(file = new URL('../../openapi.yaml', import.meta.url)): Contract {
  const document = parse(readFileSync(file, 'utf8')) as Document;
  const ajv = newAjv(false);
  const coercing = newAjv(true);
  for (const instance of [ajv, coercing]) instance.addSchema(document as never, 'openapi');

  const targets = new Map<string, Target>();
  const compiled = new Map<string, ValidateFunction>();
  const validator = (instance: Ajv2020, key: string, schema: Schema): ValidateFunction => {
    let validate = compiled.get(key);
    if (!validate) {
      validate = instance.compile(schema);
      compiled.set(key, validate);
    }
    return validate;
  };

  const operations: Operation[] = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, raw] of Object.entries(item)) {
      if (method !== 'parameters')
        operations.push(readOperation(document, path, method, raw, (item.parameters ?? []) as never));
    }
  }

  return {
    operations,
    document,
    check(pointer, value, prefix = '') {
      let target = targets.get(pointer);
      if (!target) {
        target = targetOf(document, pointer);
        targets.set(pointer, target);
      }
      const branch = branchOf(target, value);
      if (typeof branch !== 'string') return branch.map((error) => ({ ...error, pointer: prefix + error.pointer }));
      const validate = validator(ajv, branch, { $ref: `openapi#${branch}` });
      return validate(value) ? [] : fieldErrors(validate.errors ?? [], prefix);
    },
    checkParameters(operation, place, values) {
      const listed = operation.parameters.filter((parameter) => parameter.in === place);
      const validate = validator(coercing, `${operation.id} ${place}`, {
        type: 'object',
        required: listed.filter((parameter) => parameter.required).map((parameter) => parameter.name),
        properties: Object.fromEntries(listed.map((parameter) => [parameter.name, absolute(parameter.schema)])),
        additionalProperties: false,
      });
      const converted: Record<string, unknown> = { ...values };
      const errors = validate(converted) ? [] : fieldErrors(validate.errors ?? [], place);
      // Ajv makes a number of the text `Infinity`, and holds no limit against it.
      for (const [name, value] of Object.entries(converted)) {
        if (typeof value === 'number' && !Number.isFinite(value))
          errors.push({ pointer: `${place}/${name}`, code: 'type', message: 'must be a finite number' });
      }
      return { values: converted, errors };
    },
  };
}

let read: Contract | undefined;

/** The contract of this process, read once. */
export function theContract(): Contract {
  read ??= loadContract();
  return read;
}

function newAjv(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
    coerceTypes,
    useDefaults: true,
    formats,
  });
  // Unions are narrowed by `discriminate`, so that errors speak of one branch.
  ajv.addKeyword('discriminator');
  // The whole document is added so that references resolve; its own members are no schema.
  ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'webhooks', 'components']);
  return ajv;
}

const absolute = (schema: Schema): Schema =>
  typeof schema.$ref === 'string' ? { $ref: `openapi${schema.$ref}` } : schema;

function readOperation(
  document: Document,
  path: string,
  method: string,
  raw: RawOperation,
  shared: never[],
): Operation {
  const resolved = [...shared, ...(raw.parameters ?? [])].map((parameter) =>
    '$ref' in (parameter as object)
      ? document.components.parameters[(parameter as { $ref: string }).$ref.split('/').pop()!]!
      : (parameter as Parameter),
  );
  const base = `/paths/${escapePart(path)}/${method}`;
  const content = Object.keys(raw.requestBody?.content ?? {});
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    auth: raw['x-alloza-auth'] as Operation['auth'],
    limit: (raw['x-alloza-limit'] as Operation['limit'] | undefined) ?? null,
    bodyLimit: (raw['x-alloza-body-limit'] as number | undefined) ?? defaultBodyLimit,
    body: Object.fromEntries(content.map((type) => [type, `${base}/requestBody/content/${escapePart(type)}/schema`])),
    parameters: resolved.map((parameter) => ({ ...parameter, required: parameter.required ?? false })),
    headers: resolved
      .filter((parameter) => parameter.in === 'header')
      .map(({ name, schema }) => {
        const { maxLength = 4000, pattern } = schema as { maxLength?: number; pattern?: string };
        return { name, maxLength, pattern: pattern === undefined ? null : new RegExp(pattern) };
      }),
    wantsIfMatch: resolved.some((parameter) => parameter.name === 'If-Match'),
    stream: raw['x-alloza-stream'] === true,
    download: Object.values(raw.responses).some(({ content }) => content?.['text/csv'] !== undefined),
    before: raw['x-alloza-before'] === true,
    responses: Object.fromEntries(
      Object.entries(raw.responses).map(([status, response]) => {
        if (response.$ref) return [status, '/components/schemas/Problem'];
        const hasJson = response.content?.['application/json'] !== undefined;
        return [status, hasJson ? `${base}/responses/${status}/content/application~1json/schema` : null];
      }),
    ),
  };
}

/** What a pointer leads to once references are followed. */
interface Target {
  place: string;
  discriminator: { propertyName: string; mapping: Record<string, string> } | undefined;
}

function targetOf(document: Document, pointer: string): Target {
  let schema = at(document, pointer);
  let place = pointer;
  while (typeof schema?.$ref === 'string') {
    place = schema.$ref.slice(1);
    schema = at(document, place);
  }
  return { place, discriminator: schema?.discriminator as Target['discriminator'] };
}

/** The pointer to validate against: of a union tagged by a discriminator the tag's branch, or the error that names the tags. */
function branchOf({ place, discriminator }: Target, value: unknown): string | FieldError[] {
  if (!discriminator) return place;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [{ pointer: '', code: 'type', message: 'must be an object' }];
  const tag = (value as Record<string, unknown>)[discriminator.propertyName];
  const branch =
    typeof tag === 'string' && Object.hasOwn(discriminator.mapping, tag) ? discriminator.mapping[tag] : undefined;
  if (branch) return branch.slice(1);
  const tags = Object.keys(discriminator.mapping).join(', ');
  return [
    {
      pointer: `/${discriminator.propertyName}`,
      code: tag === undefined ? 'required' : 'enum',
      message: `must be one of ${tags}`,
    },
  ];
}

function at(document: Document, pointer: string): Schema | undefined {
  let value: unknown = document;
  for (const part of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value as Schema | undefined;
}

const maxErrors = 50;

function fieldErrors(errors: ErrorObject[], prefix: string): FieldError[] {
  const seen = new Set<string>();
  const result: FieldError[] = [];
  for (const error of errors) {
    if (error.keyword === 'oneOf' || error.keyword === 'if') continue;
    const { missingProperty, additionalProperty } = error.params as {
      missingProperty?: string;
      additionalProperty?: string;
    };
    const extra = missingProperty ?? additionalProperty;
    const pointer = prefix + error.instancePath + (extra === undefined ? '' : `/${escapePart(extra)}`);
    const key = `${pointer} ${error.keyword}`;
    if (seen.has(key)) continue;
    seen.add(key);
    result.push({ pointer, code: error.keyword, message: messageOf(error) });
    if (result.length === maxErrors) break;
  }
  return result.length > 0 ? result : [{ pointer: prefix, code: 'invalid', message: 'does not fit the contract' }];
}

function messageOf(error: ErrorObject): string {
  if (error.keyword === 'required') return 'is required';
  if (error.keyword === 'additionalProperties') return 'is not known here';
  if (error.keyword === 'enum') return `must be one of ${(error.params.allowedValues as unknown[]).join(', ')}`;
  return error.message ?? 'does not fit the contract';
}
