import type { operations } from '../../../sdk/schema.ts';
import { testPassword } from '../../platform/testing.ts';
import type { As } from '../../platform/testing-studio.ts';
import { type Studio, signInAs, solveProof } from '../../platform/testing-studio.ts';
import { newConnection } from './fixtures-connections.ts';
import { clientsCsv, newImport } from './fixtures-imports.ts';
import {
  asMember,
  emailToken,
  forgetGuesses,
  fresh,
  invitation,
  invited,
  mailedToken,
  mayInvite,
  newInvitation,
  newMember,
  registered,
  registration,
} from './fixtures-people.ts';

export type OperationId = Exclude<keyof operations, `on.${string}`>;

/** One valid call of an operation. */
export interface Call {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  raw?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  as?: As;
}

/** A call that is answered by a code of the operation's own. */
export interface SpecialCall {
  operation: OperationId;
  code: string;
  call: (studio: Studio) => Call | Promise<Call>;
}

type Fixture = (studio: Studio) => Call | Promise<Call>;

/** A real PNG of one pixel. */
export const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export const newLead = async (studio: Studio, more: object = {}): Promise<string> =>
  (await studio.api('POST', '/v1/leads', { body: { name: 'Ana Ruiz', email: 'ana@example.com', ...more } })).body.id;

export const newNote = async (studio: Studio): Promise<string> =>
  (await studio.api('POST', '/v1/notes', { body: { subject: await newProject(studio), body: 'A note' } })).body.id;

export const formInput = {
  name: 'Weddings',
  fields: [
    { key: 'name', type: 'text', label: 'Name', required: true },
    { key: 'email', type: 'email', label: 'E-mail', required: true },
    { key: 'venue', type: 'choice', label: 'Venue', options: ['Lake', 'Barn'] },
  ],
};

export const newForm = async (studio: Studio): Promise<string> =>
  (await studio.api('POST', '/v1/lead-forms', { body: formInput })).body.id;

export const newKey = async (studio: Studio, body: object = { kind: 'publishable', name: 'Site' }): Promise<string> =>
  (await studio.api('POST', '/v1/api-keys', { body })).body.apiKey.id;

export const newClient = async (studio: Studio, more: object = {}): Promise<string> =>
  (await studio.api('POST', '/v1/clients', { body: { displayName: 'Ana & Luis Ruiz', ...more } })).body.id;

/** A merge and the client that survived it. */
export const newMerge = async (studio: Studio): Promise<{ clientId: string; mergeId: string }> => {
  const clientId = await newClient(studio);
  const body = { otherId: await newClient(studio, { tags: ['wedding'] }) };
  return { clientId, mergeId: (await studio.api('POST', `/v1/clients/${clientId}/merge`, { body })).body.id };
};

const viewInput = { resource: 'clients', name: 'Weddings', filter: { tag: 'wedding', order: 'name' } };

export const newView = async (studio: Studio): Promise<string> =>
  (await studio.api('POST', '/v1/saved-views', { body: viewInput })).body.id;

export const newProject = async (studio: Studio, more: object = {}): Promise<string> =>
  (await studio.api('POST', '/v1/projects', { body: { title: 'Ruiz wedding', ...more } })).body.id;

export const newTask = async (studio: Studio): Promise<string> =>
  (await studio.api('POST', '/v1/tasks', { body: { projectId: await newProject(studio), title: 'Call the venue' } }))
    .body.id;

const templateInput = {
  name: 'Weddings',
  items: [
    { title: 'Call the venue', dueRule: { days: -30, from: 'mainDate' } },
    { title: 'Send the questionnaire', dueRule: null },
  ],
};

export const newTemplate = async (studio: Studio): Promise<string> =>
  (await studio.api('POST', '/v1/task-templates', { body: templateInput })).body.id;

const newFile = async (studio: Studio): Promise<string> =>
  (
    await studio.api('POST', '/v1/files?purpose=attachment&name=a.png', {
      raw: png,
      headers: { 'content-type': 'image/png' },
    })
  ).body.id;

/** Two clients that nobody has yet. */
const newSession = async (studio: Studio): Promise<string> => {
  await signInAs(studio.server, studio.email);
  const sessions = (await studio.api('GET', '/v1/sessions')).body.items as { id: string; current: boolean }[];
  return sessions.find((session) => !session.current)!.id;
};

const first = { 'if-match': '"1"' };
const versionOf = async (studio: Studio, path: string): Promise<Record<string, string>> => ({
  'if-match': (await studio.api('GET', path)).headers.get('etag')!,
});

/** How to call every operation. A new operation without a row here does not compile. */
export const fixtures: Record<OperationId, Fixture> = {
  'account.register': () => ({ as: 'none', body: registration(`${fresh('r')}@example.com`) }),
  'account.previewRegistration': async (studio) => ({
    as: 'none',
    body: { token: await registered(studio, `${fresh('q')}@example.com`) },
  }),
  'account.verifyEmail': async (studio) => ({
    as: 'none',
    body: { token: await registered(studio, `${fresh('v')}@example.com`), password: testPassword },
  }),
  'account.requestPasswordReset': () => ({ as: 'none', body: { email: `${fresh('p')}@example.com` } }),
  'account.resetPassword': async (studio) => {
    const email = `${fresh('w')}@example.com`;
    const token = await registered(studio, email);
    await studio.api('POST', '/v1/account/verify-email', { as: 'none', body: { token, password: testPassword } });
    const reset = await mailedToken(studio, '/v1/account/request-password-reset', { email }, email);
    return { as: 'none', body: { token: reset, password: testPassword } };
  },
  'account.changePassword': async (studio) => ({
    body: { currentPassword: testPassword, newPassword: testPassword },
    headers: await asMember(studio),
  }),
  'account.changeEmail': () => ({ body: { email: `${fresh('e')}@example.com`, password: testPassword } }),
  'account.confirmEmail': async (studio) => ({ as: 'none', body: { token: await emailToken(studio) } }),
  'account.me': () => ({}),
  'account.update': async (studio) => ({
    body: { name: fresh('Name') },
    headers: await versionOf(studio, '/v1/account'),
  }),
  'account.unlinkGoogle': () => ({}),
  'sessions.list': () => ({}),
  'sessions.revoke': async (studio) => ({ path: { sessionId: await newSession(studio) } }),
  'workspaces.list': () => ({}),
  'workspaces.create': () => ({ body: { name: fresh('Studio') } }),
  'workspace.get': () => ({}),
  'workspace.update': async (studio) => ({
    body: { name: fresh('Studio') },
    headers: await versionOf(studio, '/v1/workspace'),
  }),
  'workspace.public': () => ({ as: 'publishable' }),
  'members.list': () => ({}),
  'members.get': async (studio) => ({ path: { memberId: (await newMember(studio)).memberId } }),
  'members.update': async (studio) => ({
    path: { memberId: (await newMember(studio)).memberId },
    body: { seesMoney: false },
    headers: first,
  }),
  'members.remove': async (studio) => ({ path: { memberId: (await newMember(studio)).memberId } }),
  'members.leave': async (studio) => ({ headers: await asMember(studio) }),
  'members.transferOwnership': async (studio) => {
    await forgetGuesses(studio);
    // A studio of its own, so that this one keeps its owner.
    const { id, slug } = (await studio.api('POST', '/v1/workspaces', { body: { name: fresh('Studio') } })).body;
    const { memberId } = await newMember({ ...studio, workspaceId: id });
    return { path: { memberId }, body: { password: testPassword }, headers: { 'alloza-workspace': slug } };
  },
  'invitations.list': () => ({}),
  'invitations.create': async (studio) => {
    await mayInvite(studio);
    return { body: { ...invitation(), ownJobsOnly: true } };
  },
  'invitations.revoke': async (studio) => ({ path: { invitationId: await newInvitation(studio) } }),
  'invitations.view': async (studio) => ({
    as: 'none',
    body: { token: await invited(studio) },
  }),
  'invitations.accept': async (studio) => ({
    as: 'none',
    body: { token: await invited(studio), name: 'Guest', password: testPassword },
  }),
  'apiKeys.list': () => ({}),
  'apiKeys.create': () => ({ body: { kind: 'publishable', name: 'Site' } }),
  'apiKeys.get': async (studio) => ({ path: { apiKeyId: await newKey(studio) } }),
  'apiKeys.update': async (studio) => ({
    path: { apiKeyId: await newKey(studio) },
    body: { name: 'Other' },
    headers: first,
  }),
  'apiKeys.rotate': async (studio) => ({ path: { apiKeyId: await newKey(studio) }, body: {} }),
  'apiKeys.revoke': async (studio) => ({ path: { apiKeyId: await newKey(studio) } }),
  'connections.list': () => ({}),
  'connections.disconnect': async (studio) => ({ path: { connectionId: await newConnection(studio) } }),
  'challenges.create': (studio) => ({ as: 'publishable', body: { operation: 'leads.create', formId: studio.formId } }),
  'files.create': () => ({
    query: { purpose: 'logo', name: 'logo.png' },
    raw: png,
    headers: { 'content-type': 'image/png' },
  }),
  'files.get': async (studio) => ({ path: { fileId: await newFile(studio) } }),
  'changes.list': () => ({}),
  'notes.list': async (studio) => ({ query: { subject: await newProject(studio) } }),
  'notes.create': async (studio) => ({ body: { subject: await newProject(studio), body: 'A note' } }),
  'notes.get': async (studio) => ({ path: { noteId: await newNote(studio) } }),
  'notes.update': async (studio) => ({
    path: { noteId: await newNote(studio) },
    body: { body: 'Other' },
    headers: first,
  }),
  'notes.delete': async (studio) => ({ path: { noteId: await newNote(studio) } }),
  'leadForms.list': () => ({}),
  'leadForms.create': () => ({ body: formInput }),
  'leadForms.get': (studio) => ({ path: { leadFormId: studio.formId } }),
  'leadForms.update': async (studio) => ({
    path: { leadFormId: await newForm(studio) },
    body: { name: 'Other' },
    headers: first,
  }),
  'leadForms.delete': async (studio) => ({ path: { leadFormId: await newForm(studio) } }),
  'leadForms.public': (studio) => ({ as: 'publishable', path: { leadFormId: studio.formId } }),
  'leadPipeline.get': () => ({}),
  'leadPipeline.update': async (studio) => ({
    body: { lostReasons: ['Budget', fresh('reason')] },
    headers: await versionOf(studio, '/v1/lead-pipeline'),
  }),
  'leads.list': () => ({}),
  'leads.create': async (studio) => ({
    as: 'publishable',
    body: { formId: studio.formId, name: 'Ana Ruiz', email: `${fresh('visitor')}@example.com` },
    headers: { 'alloza-proof': await solveProof(studio) },
  }),
  'leads.summary': () => ({}),
  'leads.get': async (studio) => ({ path: { leadId: await newLead(studio) } }),
  'leads.update': async (studio) => ({
    path: { leadId: await newLead(studio) },
    body: { place: 'Lake' },
    headers: first,
  }),
  'leads.delete': async (studio) => ({ path: { leadId: await newLead(studio) } }),
  'leads.restore': async (studio) => {
    const leadId = await newLead(studio);
    await studio.api('DELETE', `/v1/leads/${leadId}`);
    return { path: { leadId } };
  },
  'leads.move': async (studio) => ({ path: { leadId: await newLead(studio) }, body: { status: 'won' } }),
  'leads.convert': async (studio) => ({ path: { leadId: await newLead(studio) }, body: { title: 'Ruiz wedding' } }),
  'leads.timeline': async (studio) => ({ path: { leadId: await newLead(studio) } }),
  'clients.list': () => ({}),
  'clients.create': () => ({
    body: { displayName: 'Ana & Luis Ruiz', contacts: [{ name: 'Ana Ruiz', email: `${fresh('client')}@example.com` }] },
  }),
  'clients.tags': () => ({}),
  'clients.duplicates': async (studio) => {
    await newClient(studio);
    return { query: { clientId: await newClient(studio) } };
  },
  'clients.get': async (studio) => ({ path: { clientId: await newClient(studio) } }),
  'clients.update': async (studio) => ({
    path: { clientId: await newClient(studio) },
    body: { tags: ['wedding'] },
    headers: first,
  }),
  'clients.delete': async (studio) => ({ path: { clientId: await newClient(studio) } }),
  'clients.restore': async (studio) => {
    const clientId = await newClient(studio);
    await studio.api('DELETE', `/v1/clients/${clientId}`);
    return { path: { clientId } };
  },
  'clients.merge': async (studio) => ({
    path: { clientId: await newClient(studio) },
    body: { otherId: await newClient(studio) },
  }),
  'clients.unmerge': async (studio) => {
    const { clientId, mergeId } = await newMerge(studio);
    return { path: { clientId }, body: { mergeId } };
  },
  'clients.timeline': async (studio) => ({ path: { clientId: await newClient(studio) } }),
  'savedViews.list': () => ({}),
  'savedViews.create': () => ({ body: viewInput }),
  'savedViews.get': async (studio) => ({ path: { savedViewId: await newView(studio) } }),
  'savedViews.update': async (studio) => ({
    path: { savedViewId: await newView(studio) },
    body: { name: 'Autumn weddings' },
    headers: first,
  }),
  'savedViews.delete': async (studio) => ({ path: { savedViewId: await newView(studio) } }),
  'projectPipeline.get': () => ({}),
  'projectPipeline.update': async (studio) => {
    const pipeline = await studio.api('GET', '/v1/project-pipeline');
    const [draft, ...stages] = pipeline.body.stages;
    return {
      body: { stages: [{ ...draft, name: fresh('Draft') }, ...stages] },
      headers: { 'if-match': pipeline.headers.get('etag')! },
    };
  },
  'projects.list': () => ({}),
  'projects.create': () => ({ body: { title: 'Ruiz wedding', dates: [{ label: 'Wedding', date: '2027-06-12' }] } }),
  'projects.summary': () => ({}),
  'projects.get': async (studio) => ({ path: { projectId: await newProject(studio) } }),
  'projects.update': async (studio) => ({
    path: { projectId: await newProject(studio) },
    body: { projectType: 'Wedding' },
    headers: first,
  }),
  'projects.delete': async (studio) => ({ path: { projectId: await newProject(studio) } }),
  'projects.restore': async (studio) => {
    const projectId = await newProject(studio);
    await studio.api('DELETE', `/v1/projects/${projectId}`);
    return { path: { projectId } };
  },
  'projects.move': async (studio) => ({
    path: { projectId: await newProject(studio) },
    body: { to: 'cancelled', reason: 'Moved away' },
  }),
  'projects.archive': async (studio) => ({ path: { projectId: await newProject(studio) }, body: { archived: true } }),
  'projects.timeline': async (studio) => ({ path: { projectId: await newProject(studio) } }),
  'projects.applyTaskTemplate': async (studio) => ({
    path: { projectId: await newProject(studio) },
    body: { templateId: await newTemplate(studio) },
  }),
  'tasks.list': () => ({}),
  'tasks.create': async (studio) => ({ body: { projectId: await newProject(studio), title: 'Call the venue' } }),
  'tasks.get': async (studio) => ({ path: { taskId: await newTask(studio) } }),
  'tasks.update': async (studio) => ({ path: { taskId: await newTask(studio) }, body: { done: true }, headers: first }),
  'tasks.delete': async (studio) => ({ path: { taskId: await newTask(studio) } }),
  'taskTemplates.list': () => ({}),
  'taskTemplates.create': () => ({ body: templateInput }),
  'taskTemplates.get': async (studio) => ({ path: { taskTemplateId: await newTemplate(studio) } }),
  'taskTemplates.update': async (studio) => ({
    path: { taskTemplateId: await newTemplate(studio) },
    body: { name: 'Elopements' },
    headers: first,
  }),
  'taskTemplates.delete': async (studio) => ({ path: { taskTemplateId: await newTemplate(studio) } }),
  'clients.export': async (studio) => {
    await newClient(studio);
    return {};
  },
  'leads.export': async (studio) => {
    await newLead(studio);
    return {};
  },
  'projects.export': async (studio) => {
    await newProject(studio);
    return {};
  },
  'imports.list': () => ({}),
  'imports.create': () => ({
    query: { resource: 'clients', name: 'clients.csv' },
    raw: clientsCsv,
    headers: { 'content-type': 'text/csv' },
  }),
  'imports.get': async (studio) => ({ path: { importId: await newImport(studio) } }),
  'imports.update': async (studio) => ({
    path: { importId: await newImport(studio) },
    body: { duplicates: 'update' },
    headers: first,
  }),
  'imports.delete': async (studio) => ({ path: { importId: await newImport(studio) } }),
  'imports.check': async (studio) => ({ path: { importId: await newImport(studio) } }),
  'imports.run': async (studio) => ({ path: { importId: await newImport(studio, 'checked') } }),
  'imports.cancel': async (studio) => ({ path: { importId: await newImport(studio, 'checking') } }),
  'imports.undo': async (studio) => ({ path: { importId: await newImport(studio, 'finished') } }),
  'imports.rows': async (studio) => ({ path: { importId: await newImport(studio) } }),
  'events.list': () => ({}),
  'events.get': async (studio) => {
    await newLead(studio);
    return { path: { eventId: (await studio.api('GET', '/v1/events?limit=1')).body.items[0].id } };
  },
  'events.stream': () => ({}),
};
