import type { Studio } from '../../platform/testing-studio.ts';
import type { OperationId } from './fixtures.ts';
import type { Members } from './schema-values.ts';

type Refine = (body: Members, given: Members, studio: Studio) => Members | Promise<Members>;

const without = (body: Members, ...names: string[]): Members =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/** Names of people hold more than blanks, which no schema says. */
const named = (body: Members): Members =>
  'name' in body ? { ...body, name: `N${String(body.name).slice(2)}`.toWellFormed() } : body;

/** Titles too. */
const titled = (body: Members): Members =>
  'title' in body ? { ...body, title: `T${String(body.title).slice(2)}`.toWellFormed() } : body;

const withoutPeople = (body: Members): Members => without(body, 'clientIds', 'memberIds');

/** A task is due on a day or by a rule. */
const oneDue = (body: Members): Members => (body.dueOn && body.dueRule ? without(body, 'dueRule') : body);

/** Clients are called something, contacts too; addresses belong to one client, numbers to a country. */
function asClient(body: Members): Members {
  const { displayName, contacts } = body as { displayName?: string; contacts?: Members[] };
  return {
    ...body,
    ...(displayName === undefined ? {} : { displayName: `C${[...displayName].slice(1).join('')}` }),
    ...(contacts ? { contacts: contacts.map((contact) => named(without(contact, 'id', 'email', 'phone'))) } : {}),
  };
}

function withBudget(body: Members): Members {
  const budget = body.budget as { min?: number | null; max?: number | null } | null | undefined;
  if (!budget) return body;
  const ends = [budget.min, budget.max].filter((end) => typeof end === 'number').sort((a, b) => a - b);
  return { ...body, budget: { min: ends[0] ?? null, max: ends[1] ?? null, currency: 'EUR' } };
}

/** What a form's fields keep to besides their schema: a name and an address are asked for, keys are used once, choices have options. */
function withFields(body: Members): Members {
  if (!Array.isArray(body.fields)) return body;
  const asked = (body.fields as Members[]).slice(0, 30).map((field, index) => {
    const isChoice = field.type === 'choice' || field.type === 'choices';
    const options = [field.options ?? []].flat().length > 0 ? field.options : ['One'];
    const type = field.type === 'budget' ? 'text' : field.type;
    return { ...without(field, 'options'), key: `question${index}`, type, ...(isChoice ? { options } : {}) };
  });
  const fields = [
    { key: 'name', type: 'text', label: 'Name' },
    { key: 'email', type: 'email', label: 'E-mail' },
    ...asked,
  ];
  return { ...body, fields };
}

function withUse(body: Members, kind: unknown): Members {
  if (kind === 'secret') return { ...without(body, 'origins'), scopes: body.scopes ?? ['leads:read'] };
  return without(body, 'scopes');
}

/** Only members can be limited. */
const withSwitches = (body: Members): Members =>
  body.role === 'member' ? body : without(body, 'ownJobsOnly', 'seesMoney');

const withToken: Refine = (body, given) => ({ ...body, token: given.token });

/** What a body must keep to besides its schema to be accepted: ids that exist, secrets that fit, rules of the domain. */
export const refine: Partial<Record<OperationId, Refine>> = {
  'account.previewRegistration': withToken,
  'account.verifyEmail': withToken,
  'account.resetPassword': withToken,
  // The studio's owner goes on with the password they have.
  'account.changePassword': (_body, given) => given,
  'account.changeEmail': (body, given) => ({ ...body, password: given.password }),
  'account.confirmEmail': withToken,
  'members.update': (body) => withSwitches('role' in body ? body : { ...body, role: 'member' }),
  'members.transferOwnership': (_body, given) => given,
  'invitations.create': (body, given) => ({ ...withSwitches(body), email: given.email }),
  'invitations.view': withToken,
  'invitations.accept': (body, given) => ({
    ...named({ name: given.name, ...body }),
    token: given.token,
    password: given.password,
  }),
  // Another slug would lead the test's next calls elsewhere; namespaces would add up until there are too many.
  'workspace.update': (body, given) => ({
    ...given,
    ...without(body, 'slug', 'custom'),
    ...(body.custom ? { custom: { 'a.namespace': body.custom } } : {}),
    ...(body.brand ? { brand: without(body.brand as Members, 'logoFileId') } : {}),
  }),
  'apiKeys.create': (body) => withUse(body, body.kind),
  'apiKeys.update': (body) => ({ name: 'Site', ...withUse(body, 'publishable') }),
  'challenges.create': (body, given) => ({ ...body, formId: given.formId }),
  'notes.create': (body, given) => ({ ...without(body, 'mentions'), subject: given.subject }),
  'notes.update': (body) => ({ body: 'A note', ...without(body, 'mentions') }),
  'leadForms.create': withFields,
  'leadForms.update': withFields,
  'leadPipeline.update': async (body, _given, studio) => {
    if (!Array.isArray(body.stages)) return body;
    const wanted = body.stages as Members[];
    const { stages } = (await studio.api('GET', '/v1/lead-pipeline')).body as { stages: { id: string }[] };
    return { ...body, stages: stages.map(({ id }, index) => ({ ...wanted[index % wanted.length], id })) };
  },
  'leads.create': (body) =>
    withBudget({ email: 'ana@example.com', ...named(without(body, 'formId', 'stageId', 'answers', 'consent')) }),
  'leads.update': (body) => {
    const patch = withBudget(named(body.email === null ? without(body, 'email') : body));
    return Object.keys(patch).length > 0 ? patch : { place: 'Lake' };
  },
  'leads.move': (body) => without(body, 'stageId'),
  'leads.convert': (body) => titled(without(body, 'clientId', 'projectId')),
  'clients.create': asClient,
  'clients.update': asClient,
  'clients.merge': (_body, given) => given,
  'clients.unmerge': (_body, given) => given,
  // One entry for each column of the fixture's file.
  'imports.update': (body) => (body.fields ? { ...body, fields: ['displayName', null] } : body),
  'savedViews.create': (body, given) => ({ ...named(body), resource: given.resource, filter: given.filter }),
  'savedViews.update': (body) => named({ name: 'Weddings', ...without(body, 'filter') }),
  'projectPipeline.update': async (body, _given, studio) => {
    const wanted = body.stages as Members[];
    const { stages } = (await studio.api('GET', '/v1/project-pipeline')).body as { stages: Members[] };
    return { stages: stages.map((stage, index) => ({ ...stage, name: wanted[index % wanted.length]!.name })) };
  },
  'projects.create': (body) => titled(withoutPeople(without(body, 'stageId'))),
  'projects.update': (body) => {
    const patch = titled(withoutPeople(body));
    return Object.keys(patch).length > 0 ? patch : { projectType: 'Wedding' };
  },
  'projects.move': (body, given) => (body.to === 'stage' ? given : body),
  'projects.applyTaskTemplate': (_body, given) => given,
  'tasks.create': (body, given) => ({ ...titled(oneDue(without(body, 'assigneeId'))), projectId: given.projectId }),
  'tasks.update': (body) => {
    const patch = titled(oneDue(without(body, 'assigneeId')));
    return Object.keys(patch).length > 0 ? patch : { done: true };
  },
};
