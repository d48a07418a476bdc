import { at } from './document.mjs';

/** What every operation of a kind must say. */
export function operationProblems(operation, contract) {
  const { path, method, operationId = '', requestBody, responses = {} } = operation;
  const auth = operation['x-alloza-auth'];
  const codes = operation['x-alloza-codes'] ?? {};
  const parameters = operation.parameters.map(({ name }) => name);
  const isOpen = auth === 'none' || Boolean(auth?.publishable);
  const fixedPath = path.replaceAll(/\{[^}]*\}/g, '');
  const rules = [
    [/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(operationId), 'name it `resource.verb`: the SDK calls it by that path'],
    [path.startsWith('/v1/'), 'put it under /v1'],
    [/^[a-z\d/-]+$/.test(fixedPath), 'write the path in kebab-case'],
    [auth !== undefined, 'say who may call it in `x-alloza-auth`'],
    [
      !auth?.session || !isAboutJobs(path) || auth.session !== 'member' || auth.jobs,
      'say what a member limited to own jobs may do: `jobs: own` or `jobs: all`',
    ],
    [(auth === 'none') === (operation.security?.length === 0), 'let `security: []` and `x-alloza-auth: none` agree'],
    [!isOpen || method === 'get' || operation['x-alloza-limit'], 'limit what strangers may write: `x-alloza-limit`'],
    [method !== 'post' || parameters.includes('Idempotency-Key'), 'let every POST take an Idempotency-Key'],
    [method !== 'patch' || parameters.includes('If-Match'), 'let every PATCH need If-Match'],
    [method !== 'patch' || requestBody?.content?.['application/merge-patch+json'], 'take a JSON merge patch'],
    [!operationId.endsWith('.list') || operation['x-alloza-paginated'], 'mark a list `x-alloza-paginated`'],
    [!operation['x-alloza-paginated'] || parameters.includes('limit'), 'let a list take `limit`'],
    [!operation['x-alloza-paginated'] || parameters.includes('after'), 'let a list take `after`'],
    ...neededAnswers(operation).map(([, status, why]) => [responses[status], `describe ${status}: ${why}`]),
    ...Object.entries(responses).map(([status, response]) => [
      /^[123]/.test(status) || at(contract, response).content?.['application/problem+json'],
      `answer ${status} with application/problem+json`,
    ]),
    ...Object.entries(codes).map(([code, status]) => [
      /^[a-z]+(_[a-z]+)*$/.test(code) && responses[status],
      `write the code ${code} in snake_case and describe its status`,
    ]),
  ];
  const where = operationId || `${method} ${path}`;
  return rules.filter(([holds]) => !holds).map(([, message]) => ({ where, message }));
}

/** Whether it shows or writes what belongs to jobs, of which some members see their own only. */
const isAboutJobs = (path) => /^\/v1\/(leads|clients|projects|tasks|notes|events)(\/|$)/.test(path);

/** The answers that operations of a kind can't help giving. */
function neededAnswers({ path, method, parameters, requestBody, operationId = '', 'x-alloza-auth': auth }) {
  const types = Object.keys(requestBody?.content ?? {});
  const makes = operationId.endsWith('.create') && !operationId.startsWith('challenges.');
  return [
    [true, 'default', 'anything unforeseen is a problem too'],
    [true, '429', 'every operation is limited'],
    [auth !== 'none', '401', 'a credential may be missing'],
    [auth !== 'none', '403', 'a credential may not suffice'],
    [makes, '201', 'a create answers 201'],
    [path.includes('{'), '404', 'the id may be of no object here'],
    [types.some((type) => type.endsWith('json')), '400', 'a body may be unreadable'],
    [types.length > 0, '413', 'a body may be too large'],
    [types.length > 0, '415', 'a body may be of another type'],
    [types.length > 0 || parameters.length > 0, '422', 'what was sent may not fit'],
    [method === 'patch', '412', 'the version may be stale'],
    [method === 'patch', '428', 'the version may be missing'],
    [method === 'post', '409', 'the key may be in use'],
  ].filter(([applies]) => applies);
}
