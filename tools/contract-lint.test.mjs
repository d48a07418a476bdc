import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintContract } from './contract-lint.mjs';

const problem = { content: { 'application/problem+json': { schema: {} } } };
const answers = (...statuses) => Object.fromEntries([...statuses, 'default'].map((status) => [status, problem]));
const body = (type, schema) => ({ content: { [type]: { schema } } });

/** A small contract that keeps every convention. */
function contract() {
  return {
    paths: {
      '/v1/leads': {
        get: {
          operationId: 'leads.list',
          'x-alloza-auth': { session: 'member', jobs: 'all' },
          'x-alloza-paginated': true,
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } },
            { name: 'after', in: 'query', schema: { type: 'string', maxLength: 300 } },
          ],
          responses: { 200: {}, ...answers('401', '403', '422', '429') },
        },
        post: {
          operationId: 'leads.create',
          'x-alloza-auth': { publishable: true },
          'x-alloza-limit': { per: 'ip', points: 1, seconds: 1 },
          'x-alloza-codes': { form_closed: 409 },
          parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 255 } }],
          requestBody: body('application/json', { $ref: '#/components/schemas/LeadInput' }),
          responses: { 201: {}, ...answers('400', '401', '403', '409', '413', '415', '422', '429') },
        },
      },
      '/v1/leads/{leadId}': {
        parameters: [{ name: 'leadId', in: 'path', schema: { type: 'string', maxLength: 60 } }],
        patch: {
          operationId: 'leads.update',
          'x-alloza-auth': { session: 'member', jobs: 'all' },
          parameters: [{ name: 'If-Match', in: 'header', schema: { type: 'string', maxLength: 40 } }],
          requestBody: body('application/merge-patch+json', { $ref: '#/components/schemas/LeadInput' }),
          responses: {
            200: {},
            ...answers('400', '401', '403', '404', '412', '413', '415', '422', '428', '429'),
          },
        },
      },
    },
    components: {
      schemas: {
        LeadInput: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string', maxLength: 120 }, guests: { type: 'integer', maximum: 1000 } },
          additionalProperties: false,
          examples: [{ name: 'Ana', guests: 80 }],
        },
        Lead: {
          type: 'object',
          properties: { id: { type: 'string' }, createdAt: { type: 'string', format: 'date-time' } },
          additionalProperties: false,
        },
      },
    },
  };
}

test('a contract that keeps the conventions passes', () => {
  assert.deepEqual(lintContract(contract()), []);
});

const list = (c) => c.paths['/v1/leads'].get;
const create = (c) => c.paths['/v1/leads'].post;
const update = (c) => c.paths['/v1/leads/{leadId}'].patch;
const input = (c) => c.components.schemas.LeadInput;

const mistakes = [
  ['a name without a verb', (c) => (list(c).operationId = 'leads'), 'leads', /resource\.verb/],
  ['a path in camelCase', (c) => (c.paths['/v1/leadForms'] = { get: list(c) }), 'leads.list', /kebab-case/],
  ['a path outside /v1', (c) => (c.paths['/leads-too'] = { get: list(c) }), 'leads.list', /under \/v1/],
  ['no word on who may call', (c) => delete list(c)['x-alloza-auth'], 'leads.list', /x-alloza-auth/],
  ['no word on own jobs', (c) => delete list(c)['x-alloza-auth'].jobs, 'leads.list', /jobs: own/],
  ['an open operation marked as closed', (c) => (list(c).security = []), 'leads.list', /agree/],
  ['an unlimited public write', (c) => delete create(c)['x-alloza-limit'], 'leads.create', /x-alloza-limit/],
  ['a POST that can not be repeated', (c) => (create(c).parameters = []), 'leads.create', /Idempotency-Key/],
  ['a PATCH that overwrites blindly', (c) => (update(c).parameters = []), 'leads.update', /If-Match/],
  [
    'a PATCH of plain JSON',
    (c) => (update(c).requestBody = body('application/json', {})),
    'leads.update',
    /merge patch/,
  ],
  ['a list that is not marked', (c) => delete list(c)['x-alloza-paginated'], 'leads.list', /x-alloza-paginated/],
  ['a list without a cursor', (c) => list(c).parameters.pop(), 'leads.list', /`after`/],
  ['a create that answers 200', (c) => delete create(c).responses[201], 'leads.create', /describe 201/],
  ['an id that is always found', (c) => delete update(c).responses[404], 'leads.update', /describe 404/],
  ['a body that always fits', (c) => delete create(c).responses[422], 'leads.create', /describe 422/],
  ['a version that is never stale', (c) => delete update(c).responses[412], 'leads.update', /describe 412/],
  ['an error that is no problem', (c) => (list(c).responses[403] = {}), 'leads.list', /403 with application\/problem/],
  [
    'a code of a status not described',
    (c) => (create(c)['x-alloza-codes'] = { gone: 410 }),
    'leads.create',
    /code gone/,
  ],
  ['an open object', (c) => delete c.components.schemas.Lead.additionalProperties, 'Lead', /close the object/],
  [
    'a property in snake_case',
    (c) => (c.components.schemas.Lead.properties.lead_id = {}),
    'Lead',
    /lead_id in camelCase/,
  ],
  [
    'an instant without a format',
    (c) => delete c.components.schemas.Lead.properties.createdAt.format,
    'Lead',
    /createdAt/,
  ],
  ['a required property without words', (c) => (c.components.schemas.Lead.required = ['id', 'name']), 'Lead', /name/],
  ['an endless string', (c) => delete input(c).properties.name.maxLength, 'LeadInput.name', /maxLength/],
  ['an endless number', (c) => delete input(c).properties.guests.maximum, 'LeadInput.guests', /maximum/],
  ['an endless list', (c) => (input(c).properties.tags = { type: 'array' }), 'LeadInput.tags', /maxItems/],
  ['an endless parameter', (c) => delete list(c).parameters[1].schema.maxLength, 'parameter after', /maxLength/],
  ['an example that does not fit', (c) => (input(c).examples = [{ guests: 'many' }]), 'LeadInput', /example fit/],
];
for (const [what, make, where, message] of mistakes) {
  test(`${what} is told`, () => {
    const changed = contract();
    make(changed);
    const problems = lintContract(changed);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.equal(problems[0].where, where);
    assert.match(problems[0].message, message);
  });
}
