import { setTimeout as sleep } from 'node:timers/promises';
import { startTestServer } from '../../platform/testing.ts';
import { type Studio, solveProof } from '../../platform/testing-studio.ts';
import {
  type Call,
  newClient,
  newLead,
  newMerge,
  newNote,
  newProject,
  newTask,
  png,
  type SpecialCall,
} from './fixtures.ts';
import { withoutPassword } from './fixtures-connections.ts';
import { googleCalls } from './special-calls-google.ts';
import { teamCalls } from './special-calls-team.ts';
import { importCalls } from './special-import-calls.ts';

const visitor = (studio: Studio, headers: Record<string, string>): Call => ({
  as: 'publishable',
  body: { formId: studio.formId, name: 'Ana', email: 'ana@example.com' },
  headers,
});

const withEmail = (email: string) => ({ contacts: [{ name: 'Ana Ruiz', email }] });

const clientCalls: SpecialCall[] = [
  {
    operation: 'clients.create',
    code: 'email_taken',
    call: async (studio) => {
      await newClient(studio, withEmail('taken@example.com'));
      return { body: { displayName: 'Ana', ...withEmail('taken@example.com') } };
    },
  },
  {
    operation: 'clients.update',
    code: 'email_taken',
    call: async (studio) => {
      await newClient(studio, withEmail('taken@example.com'));
      return {
        path: { clientId: await newClient(studio) },
        body: withEmail('taken@example.com'),
        headers: { 'if-match': '"1"' },
      };
    },
  },
  {
    operation: 'clients.restore',
    code: 'not_deleted',
    call: async (studio) => ({ path: { clientId: await newClient(studio) } }),
  },
  {
    operation: 'clients.restore',
    code: 'email_taken',
    call: async (studio) => {
      const clientId = await newClient(studio, withEmail('given-up@example.com'));
      await studio.api('DELETE', `/v1/clients/${clientId}`);
      await newClient(studio, withEmail('given-up@example.com'));
      return { path: { clientId } };
    },
  },
  {
    operation: 'clients.restore',
    code: 'merged',
    call: async (studio) => {
      const otherId = await newClient(studio);
      await studio.api('POST', `/v1/clients/${await newClient(studio)}/merge`, { body: { otherId } });
      return { path: { clientId: otherId } };
    },
  },
  {
    operation: 'clients.merge',
    code: 'merge_impossible',
    call: async (studio) => {
      const clientId = await newClient(studio);
      return { path: { clientId }, body: { otherId: clientId } };
    },
  },
  {
    operation: 'clients.merge',
    code: 'client_not_found',
    call: async (studio) => ({ path: { clientId: await newClient(studio) }, body: { otherId: 'nonsense' } }),
  },
  {
    operation: 'clients.unmerge',
    code: 'merge_not_found',
    call: async (studio) => ({ path: { clientId: await newClient(studio) }, body: { mergeId: 'nonsense' } }),
  },
  {
    operation: 'clients.unmerge',
    code: 'merge_final',
    call: async (studio) => {
      const { clientId, mergeId } = await newMerge(studio);
      await studio.api('POST', `/v1/clients/${clientId}/unmerge`, { body: { mergeId } });
      return { path: { clientId }, body: { mergeId } };
    },
  },
  {
    operation: 'clients.unmerge',
    code: 'email_taken',
    call: async (studio) => {
      const clientId = await newClient(studio);
      const otherId = await newClient(studio, withEmail('passed-on@example.com'));
      const merged = await studio.api('POST', `/v1/clients/${clientId}/merge`, { body: { otherId } });
      await studio.api('PATCH', `/v1/clients/${clientId}`, { body: { contacts: [] }, headers: { 'if-match': '"2"' } });
      await newClient(studio, withEmail('passed-on@example.com'));
      return { path: { clientId }, body: { mergeId: merged.body.id } };
    },
  },
];

/** The codes that single operations add to the common ones, each with a call that meets it. */
export const specialCalls: SpecialCall[] = [
  ...importCalls,
  {
    operation: 'account.previewRegistration',
    code: 'token_invalid',
    call: () => ({ as: 'none', body: { token: 'x'.repeat(32) } }),
  },
  {
    operation: 'account.verifyEmail',
    code: 'token_invalid',
    call: () => ({ as: 'none', body: { token: 'x'.repeat(32), password: 'a long password' } }),
  },
  {
    operation: 'account.resetPassword',
    code: 'token_invalid',
    call: () => ({ as: 'none', body: { token: 'x'.repeat(32), password: 'a long password' } }),
  },
  {
    operation: 'account.changePassword',
    code: 'password_wrong',
    call: () => ({ body: { currentPassword: 'another password', newPassword: 'a long password' } }),
  },
  {
    operation: 'account.changeEmail',
    code: 'password_wrong',
    call: () => ({ body: { email: 'ana@example.com', password: 'another password' } }),
  },
  {
    operation: 'account.confirmEmail',
    code: 'token_invalid',
    call: () => ({ as: 'none', body: { token: 'x'.repeat(32) } }),
  },
  ...teamCalls,
  ...googleCalls,
  { operation: 'account.unlinkGoogle', code: 'only_sign_in', call: withoutPassword },
  {
    operation: 'workspaces.create',
    code: 'slug_taken',
    call: (studio) => ({ body: { name: 'Again', slug: studio.slug } }),
  },
  {
    operation: 'workspace.update',
    code: 'slug_taken',
    call: async (studio) => {
      const other = (await studio.api('POST', '/v1/workspaces', { body: { name: 'Taken address' } })).body.slug;
      return {
        body: { slug: other },
        headers: { 'if-match': (await studio.api('GET', '/v1/workspace')).headers.get('etag')! },
      };
    },
  },
  {
    operation: 'workspace.update',
    code: 'file_not_found',
    call: async (studio) => ({
      body: { brand: { logoFileId: 'file_01h455vb4pex5vsknk084sn02q' } },
      headers: { 'if-match': (await studio.api('GET', '/v1/workspace')).headers.get('etag')! },
    }),
  },
  {
    operation: 'challenges.create',
    code: 'form_not_found',
    call: () => ({ as: 'publishable', body: { operation: 'leads.create', formId: 'nonsense' } }),
  },
  {
    operation: 'files.create',
    code: 'file_type_mismatch',
    call: () => ({ query: { purpose: 'logo' }, raw: png, headers: { 'content-type': 'image/jpeg' } }),
  },
  {
    operation: 'notes.create',
    code: 'subject_not_found',
    call: () => ({ body: { subject: 'lead_01h455vb4pex5vsknk084sn02q', body: 'x' } }),
  },
  {
    operation: 'notes.create',
    code: 'member_not_found',
    call: async (studio) => ({ body: { subject: await newClient(studio), body: 'x', mentions: ['nonsense'] } }),
  },
  {
    operation: 'notes.update',
    code: 'member_not_found',
    call: async (studio) => ({
      path: { noteId: await newNote(studio) },
      body: { mentions: ['nonsense'] },
      headers: { 'if-match': '"1"' },
    }),
  },
  ...clientCalls,
  {
    operation: 'leadForms.delete',
    code: 'last_form',
    call: async (studio) => {
      const forms = (await studio.api('GET', '/v1/lead-forms?limit=100')).body.items as { id: string }[];
      for (const form of forms) if (form.id !== studio.formId) await studio.api('DELETE', `/v1/lead-forms/${form.id}`);
      return { path: { leadFormId: studio.formId } };
    },
  },
  {
    operation: 'leadPipeline.update',
    code: 'stage_in_use',
    call: async (studio) => {
      await newLead(studio);
      const pipeline = await studio.api('GET', '/v1/lead-pipeline');
      return {
        body: { stages: pipeline.body.stages.slice(1) },
        headers: { 'if-match': pipeline.headers.get('etag')! },
      };
    },
  },
  { operation: 'leads.create', code: 'proof_required', call: (studio) => visitor(studio, {}) },
  {
    operation: 'leads.create',
    code: 'proof_invalid',
    call: (studio) => visitor(studio, { 'alloza-proof': 'bm9uc2Vuc2U=' }),
  },
  {
    operation: 'leads.create',
    code: 'proof_spent',
    call: async (studio) => {
      const proof = { 'alloza-proof': await solveProof(studio) };
      const { body, headers, as } = visitor(studio, proof);
      await studio.api('POST', '/v1/leads', { as: as!, body, headers: headers! });
      return visitor(studio, proof);
    },
  },
  {
    operation: 'leads.create',
    code: 'too_fast',
    call: async (studio) => {
      // A server that asks for a minute of filling in gives the challenge; the tested one holds the solution against it.
      const patient = await startTestServer({ ALLOZA_ROLE: 'web', MINIMUM_FILL_MS: '60000' }, studio.server.database);
      const elsewhere = {
        ...studio,
        api: (method: string, path: string, options: object) =>
          studio.api(method, path, { ...options, url: patient.url }),
      };
      const proof = await solveProof(elsewhere as Studio);
      await patient.stop();
      await sleep(1);
      return visitor(studio, { 'alloza-proof': proof });
    },
  },
  {
    operation: 'leads.create',
    code: 'form_not_found',
    call: () => ({ body: { formId: 'nonsense', name: 'Ana', email: 'ana@example.com' } }),
  },
  {
    operation: 'leads.create',
    code: 'stage_not_found',
    call: () => ({ body: { stageId: 'nonsense', name: 'Ana', email: 'ana@example.com' } }),
  },
  {
    operation: 'leads.restore',
    code: 'not_deleted',
    call: async (studio) => ({ path: { leadId: await newLead(studio) } }),
  },
  {
    operation: 'leads.move',
    code: 'invalid_transition',
    call: async (studio) => {
      const leadId = await newLead(studio);
      await studio.api('POST', `/v1/leads/${leadId}/move`, { body: { status: 'spam' } });
      return { path: { leadId }, body: { status: 'won' } };
    },
  },
  {
    operation: 'leads.move',
    code: 'stage_not_found',
    call: async (studio) => ({
      path: { leadId: await newLead(studio) },
      body: { status: 'open', stageId: 'nonsense' },
    }),
  },
  {
    operation: 'leads.convert',
    code: 'invalid_transition',
    call: async (studio) => {
      const leadId = await newLead(studio);
      await studio.api('POST', `/v1/leads/${leadId}/move`, { body: { status: 'spam' } });
      return { path: { leadId }, body: {} };
    },
  },
  {
    operation: 'leads.convert',
    code: 'client_not_found',
    call: async (studio) => ({ path: { leadId: await newLead(studio) }, body: { clientId: 'nonsense' } }),
  },
  {
    operation: 'leads.convert',
    code: 'project_not_found',
    call: async (studio) => ({ path: { leadId: await newLead(studio) }, body: { projectId: 'nonsense' } }),
  },
  {
    operation: 'projectPipeline.update',
    code: 'stage_in_use',
    call: async (studio) => {
      await newProject(studio);
      const pipeline = await studio.api('GET', '/v1/project-pipeline');
      const [draft, ...stages] = pipeline.body.stages as { name: string; meaning: string }[];
      return {
        body: { stages: [{ name: draft!.name, meaning: draft!.meaning }, ...stages] },
        headers: { 'if-match': pipeline.headers.get('etag')! },
      };
    },
  },
  {
    operation: 'projectPipeline.update',
    code: 'stage_not_found',
    call: async (studio) => {
      const pipeline = await studio.api('GET', '/v1/project-pipeline');
      return {
        body: { stages: [...pipeline.body.stages, { id: 'nonsense', name: 'Other', meaning: 'draft' }] },
        headers: { 'if-match': pipeline.headers.get('etag')! },
      };
    },
  },
  ...(['clientIds', 'memberIds'] as const).flatMap((people): SpecialCall[] => [
    {
      operation: 'projects.create',
      code: people === 'clientIds' ? 'client_not_found' : 'member_not_found',
      call: () => ({ body: { title: 'Ruiz wedding', [people]: ['nonsense'] } }),
    },
    {
      operation: 'projects.update',
      code: people === 'clientIds' ? 'client_not_found' : 'member_not_found',
      call: async (studio) => ({
        path: { projectId: await newProject(studio) },
        body: { [people]: ['nonsense'] },
        headers: { 'if-match': '"1"' },
      }),
    },
  ]),
  {
    operation: 'projects.create',
    code: 'stage_not_found',
    call: () => ({ body: { title: 'Ruiz wedding', stageId: 'nonsense' } }),
  },
  {
    operation: 'projects.restore',
    code: 'not_deleted',
    call: async (studio) => ({ path: { projectId: await newProject(studio) } }),
  },
  {
    operation: 'projects.move',
    code: 'invalid_transition',
    call: async (studio) => ({ path: { projectId: await newProject(studio) }, body: { to: 'postponed' } }),
  },
  {
    operation: 'projects.move',
    code: 'stage_not_found',
    call: async (studio) => ({
      path: { projectId: await newProject(studio) },
      body: { to: 'stage', stageId: 'nonsense' },
    }),
  },
  {
    operation: 'projects.applyTaskTemplate',
    code: 'task_template_not_found',
    call: async (studio) => ({ path: { projectId: await newProject(studio) }, body: { templateId: 'nonsense' } }),
  },
  {
    operation: 'tasks.create',
    code: 'project_not_found',
    call: () => ({ body: { projectId: 'nonsense', title: 'Call the venue' } }),
  },
  {
    operation: 'tasks.create',
    code: 'member_not_found',
    call: async (studio) => ({
      body: { projectId: await newProject(studio), title: 'Call the venue', assigneeId: 'nonsense' },
    }),
  },
  {
    operation: 'tasks.update',
    code: 'member_not_found',
    call: async (studio) => ({
      path: { taskId: await newTask(studio) },
      body: { assigneeId: 'nonsense' },
      headers: { 'if-match': '"1"' },
    }),
  },
];
