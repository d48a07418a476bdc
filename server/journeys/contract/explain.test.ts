import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as account from '../../account/service.ts';
import { isKnownNetwork } from '../../account/sign-in.ts';
import { audienceOf } from '../../activity/audience.ts';
import { listChanges } from '../../activity/service.ts';
import * as clients from '../../clients/service.ts';
import importsRoom from '../../imports/module.ts';
import * as imports from '../../imports/service.ts';
import * as leads from '../../leads/service.ts';
import { encryptedColumns, rooms } from '../../modules.ts';
import * as notes from '../../notes/service.ts';
import type { Config } from '../../platform/config.ts';
import { type Context, pendingOf, type Services } from '../../platform/context.ts';
import { begin, connect, type Orm, query } from '../../platform/database.ts';
import { eventsAfter, listEvents } from '../../platform/events.ts';
import { newId, publicId } from '../../platform/ids.ts';
import { requireKeys, rotateKeys } from '../../platform/key-rotation.ts';
import { dayCursor } from '../../platform/pages.ts';
import { purgeOnce } from '../../platform/purge.ts';
import { createTestDatabase, type TestDatabase, testConfig } from '../../platform/testing.ts';
import { recordStatements } from '../../platform/testing-statements.ts';
import { collectTouches } from '../../platform/touches.ts';
import * as projects from '../../projects/service.ts';
import * as team from '../../team/service.ts';
import { explainAs, type Plan, type Step, stepsOf } from './explain-plans.ts';
import { type Seeded, seedPlans } from './explain-seed.ts';

let database: TestDatabase;
let orm: Orm;
let config: Config;
let seeded: Seeded;
const used = new Set<string>();

before(async () => {
  database = await createTestDatabase();
  seeded = await seedPlans(database.owner);
  config = testConfig(database, 'http://localhost');
  orm = await connect(
    config,
    rooms.flatMap((room) => room.entities ?? []),
  );
});
after(async () => {
  await orm.close();
  await database.drop();
});

async function explain(step: Step): Promise<Plan> {
  const plan = await explainAs(database.owner, seeded, step);
  for (const index of plan.indexes) used.add(index);
  return plan;
}

/** What a verb sends to the database when it runs as requests do. */
async function statementsOf(verb: (ctx: Context) => Promise<unknown>): Promise<Step[]> {
  const transaction = await begin(orm, { role: 'alloza_app', workspaceId: seeded.workspaceId, userId: seeded.userId });
  const ctx = {
    em: transaction.em,
    workspace: { id: seeded.workspaceId },
    now: transaction.now,
    actor: { userId: seeded.userId },
    config,
    mail() {},
    emit() {},
    enqueue() {},
  };
  pendingOf.set(ctx as never, { events: [], jobs: [], mails: [], changes: [] });
  try {
    return stepsOf(await recordStatements(() => verb(ctx as unknown as Context)), 'alloza_app');
  } finally {
    await transaction.rollback();
  }
}

const lead = () => publicId('lead', seeded.leadId);
const stage = () => publicId('leadStage', seeded.stageId);
const form = () => publicId('leadForm', seeded.formId);

const project = () => publicId('project', seeded.projectId);
const client = () => publicId('client', seeded.clientId);
const member = () => publicId('member', seeded.memberId);
const someDay = () => dayCursor('2020-01-01', seeded.projectId);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const lateDays = () => ({ dateFrom: inDays(980), dateTo: inDays(990) });
const aMerge = () => ({ from: seeded.leadId, to: seeded.clientId });
const rename = (ctx: Context) => projects.onClientChanged(ctx, { data: { id: client() } } as never);
/** The same, as a member sees it who is limited to own jobs. */
const limited = (ctx: Context): Context => ({
  ...ctx,
  actor: { ...ctx.actor, member: { id: seeded.memberId, role: 'member', ownJobsOnly: true, seesMoney: false } },
});

const oneEmail = 'client_identities_one_email or client_identities_pkey';
const aName = () => Buffer.from(`client a|${seeded.clientId}`).toString('base64url');
const aChange = () => publicId('change', seeded.changeId);
const someDays = { from: '2020-01-01T00:00:00Z', to: new Date(Date.now() - 298 * 86_400_000).toISOString() };
/** What the trigger on clients does. */
const reindexed = async (ctx: Context) => {
  for (const table of ['client_tags', 'client_identities'])
    await query(ctx.em, `delete from ${table} where workspace_id = $1 and client_id = $2`, [
      seeded.workspaceId,
      seeded.clientId,
    ]);
};

const anImport = () => publicId('import', seeded.importId);
/** One batch of an import in a state, as the worker does it. */
const batchOf = async (ctx: Context, status: string, resource = 'clients') => {
  const text = 'update imports set status = $3, resource = $4 where workspace_id = $1 and id = $2';
  await query(ctx.em, text, [seeded.workspaceId, seeded.importId, status, resource]);
  const payload = { workspaceId: seeded.workspaceId, importId: seeded.importId, version: 1, processed: 0 };
  await importsRoom.jobs['import.work']!.run!(ctx, payload as never);
};

/** What is read, by which verb, through which index. */
const anInvitation = { email: 'user-1@example.com', role: 'member', ownJobsOnly: false, seesMoney: true } as const;

const reads: [what: string, verb: (ctx: Context) => Promise<unknown>, index: string][] = [
  ['leads, newest first', (ctx) => leads.listLeads(ctx, {}), 'leads_pkey'],
  ['leads, the next page', (ctx) => leads.listLeads(ctx, { after: lead() }), 'leads_pkey'],
  ['leads, oldest first', (ctx) => leads.listLeads(ctx, { order: 'oldest' }), 'leads_pkey'],
  ['leads of a stage', (ctx) => leads.listLeads(ctx, { stageId: stage() }), 'leads_by_stage'],
  ['leads of a status', (ctx) => leads.listLeads(ctx, { status: 'lost' }), 'leads_by_status'],
  ['leads of a form', (ctx) => leads.listLeads(ctx, { formId: form() }), 'leads_by_form'],
  ['deleted leads', (ctx) => leads.listLeads(ctx, { deleted: true }), 'leads_deleted'],
  ['leads by words', (ctx) => leads.listLeads(ctx, { q: 'name' }), 'leads_pkey'],
  ['one lead', (ctx) => leads.get(ctx, lead()), 'leads_pkey'],
  ['the leads of a person', (ctx) => leads.erase(ctx, { email: 'lead-7@example.com' }), 'leads_by_email'],
  ['the summary of the pipeline', (ctx) => leads.summarize(ctx), 'leads_by_status or leads_pkey'],
  ['the changes of a timeline', (ctx) => leads.timeline(ctx, lead(), {}), 'changes_by_subject'],
  ['the notes of a timeline', (ctx) => leads.timeline(ctx, lead(), {}), 'notes_by_subject'],
  ['the mails of a timeline', (ctx) => leads.timeline(ctx, lead(), {}), 'mails_by_subject'],
  ['notes on a record', (ctx) => notes.list(ctx, { subject: lead() }), 'notes_by_subject'],
  ['changes of a record', (ctx) => listChanges(ctx, { subject: lead() }), 'changes_by_subject'],
  ['changes, newest first', (ctx) => listChanges(ctx, {}), 'changes_pkey'],
  ['changes, the next page', (ctx) => listChanges(ctx, { after: aChange() }), 'changes_pkey'],
  ['changes of some days', (ctx) => listChanges(ctx, someDays), 'changes_by_time'],
  ['what a person did', (ctx) => listChanges(ctx, { actorId: 'user_7' }), 'changes_by_actor'],
  ['changes of a kind', (ctx) => listChanges(ctx, { resource: 'leadForms' }), 'changes_by_noun'],
  ['changes of own jobs', (ctx) => listChanges(limited(ctx), {}), 'changes_by_subject'],
  ['events after a sequence', (ctx) => eventsAfter(ctx, 2900, 200), 'events_workspace_id_sequence_key'],
  [
    'events that members limited to own jobs may be told of',
    (ctx) => audienceOf(ctx.em, seeded.workspaceId, [seeded.memberId], { after: 2900, to: 3000 }),
    'events_workspace_id_sequence_key',
  ],
  ['events of a lead', (ctx) => listEvents(ctx, { leadId: lead() }), 'events_by_lead'],
  ['events of a type', (ctx) => listEvents(ctx, { type: 'lead.won' }), 'events_by_type'],
  ['clients, newest first', (ctx) => clients.listClients(ctx, {}), 'clients_pkey'],
  ['clients, oldest first', (ctx) => clients.listClients(ctx, { order: 'oldest', after: client() }), 'clients_pkey'],
  ['clients by name', (ctx) => clients.listClients(ctx, { order: 'name' }), 'clients_by_name'],
  ['clients by name, on', (ctx) => clients.listClients(ctx, { order: 'name', after: aName() }), 'clients_by_name'],
  ['companies', (ctx) => clients.listClients(ctx, { kind: 'company' }), 'clients_by_kind'],
  ['clients with a tag', (ctx) => clients.listClients(ctx, { tag: 'VIP' }), 'client_tags_pkey'],
  ['the client with an address', (ctx) => clients.listClients(ctx, { email: 'client-7@example.com' }), oneEmail],
  ['clients with a number', (ctx) => clients.listClients(ctx, { phone: '+4930100007' }), 'client_identities_pkey'],
  ['deleted clients', (ctx) => clients.listClients(ctx, { deleted: true }), 'clients_deleted'],
  ['clients by words', (ctx) => clients.listClients(ctx, { q: 'client' }), 'clients_pkey'],
  ['clients of own jobs', (ctx) => clients.listClients(limited(ctx), {}), 'project_members_by_member'],
  ['one client', (ctx) => clients.get(ctx, client()), 'clients_pkey'],
  ['one client of own jobs', (ctx) => clients.get(limited(ctx), client()), 'project_members_by_member'],
  ['a client by address', (ctx) => clients.clientByEmail(ctx, 'client-7@example.com'), oneEmail],
  ['tags in use', (ctx) => clients.tagsInUse(ctx), 'client_tags_pkey or client_tags_by_client'],
  ['duplicates by name', (ctx) => clients.duplicates(ctx, {}), 'clients_by_name or clients_pkey'],
  [
    'duplicates by number',
    (ctx) => clients.duplicates(ctx, {}),
    'client_identities_pkey or client_identities_by_client',
  ],
  ['duplicates of a client', (ctx) => clients.duplicates(ctx, { clientId: client() }), 'client_identities_by_client'],
  ['the timeline of a client', (ctx) => clients.timeline(limited(ctx), client(), {}), 'changes_by_subject'],
  ['the clients of a person', (ctx) => clients.onlyClientsOf(ctx, { email: 'client-7@example.com' }), oneEmail],
  ['what is purged with clients', (ctx) => clients.purge(ctx, [seeded.clientId]), 'clients_merged'],
  ['merges of a client that is purged', (ctx) => clients.purge(ctx, [seeded.clientId]), 'client_merges_by_other'],
  ['merges into a client', (ctx) => clients.mergesInto(ctx, seeded.clientId), 'client_merges_by_survivor'],
  ['tags and addresses of a client', reindexed, 'client_tags_by_client'],
  ['saved views', (ctx) => clients.listViews(ctx, {}), 'saved_views_pkey'],
  ['saved views of a list', (ctx) => clients.listViews(ctx, { resource: 'leads' }), 'saved_views_by_resource'],
  ['events of a client', (ctx) => listEvents(ctx, { clientId: client() }), 'events_by_client'],
  ['events of a project', (ctx) => listEvents(ctx, { projectId: project() }), 'events_by_project'],
  ['projects, newest first', (ctx) => projects.listProjects(ctx, {}), 'projects_pkey'],
  ['projects without a date', (ctx) => projects.listProjects(ctx, { dated: false }), 'projects_by_date'],
  ['projects by date', (ctx) => projects.listProjects(ctx, { order: 'date' }), 'projects_by_date'],
  [
    'projects with a date in a span',
    (ctx) => projects.listProjects(ctx, { ...lateDays(), order: 'date' }),
    'projects_by_last_date',
  ],
  [
    'projects by date, on',
    (ctx) => projects.listProjects(ctx, { order: 'date', after: someDay() }),
    'projects_by_date',
  ],
  [
    'projects of a stage',
    (ctx) => projects.listProjects(ctx, { stageId: publicId('projectStage', seeded.projectStageId) }),
    'projects_by_stage',
  ],
  ['projects of a status', (ctx) => projects.listProjects(ctx, { status: 'closed' }), 'projects_by_status'],
  ['archived projects', (ctx) => projects.listProjects(ctx, { archived: true }), 'projects_archived'],
  ['deleted projects', (ctx) => projects.listProjects(ctx, { deleted: true }), 'projects_deleted'],
  ['projects by words', (ctx) => projects.listProjects(ctx, { q: 'job' }), 'projects_pkey or projects_by_stage'],
  ['projects of a client', (ctx) => projects.listProjects(ctx, { clientId: client() }), 'project_clients_by_client'],
  ['projects of a member', (ctx) => projects.listProjects(ctx, { memberId: member() }), 'project_members_by_member'],
  [
    'own projects',
    (ctx) => projects.listProjects(limited(ctx), {}),
    'project_members_pkey or project_members_by_member',
  ],
  ['one project', (ctx) => projects.get(ctx, project()), 'tasks_by_project'],
  ['the summary of projects', (ctx) => projects.summarize(limited(ctx)), 'project_members_by_member'],
  ['tasks by words', (ctx) => projects.listTasks(ctx, { q: 'task' }), 'tasks_pkey or tasks_by_due'],
  ['tasks', (ctx) => projects.listTasks(ctx, {}), 'tasks_by_due'],
  ['open tasks', (ctx) => projects.listTasks(ctx, { done: false }), 'tasks_open_by_due'],
  ['open tasks, on', (ctx) => projects.listTasks(ctx, { done: false, after: someDay() }), 'tasks_open_by_due'],
  ['tasks of a project', (ctx) => projects.listTasks(ctx, { projectId: project() }), 'tasks_by_project'],
  ['tasks of a member', (ctx) => projects.listTasks(ctx, { assigneeId: member() }), 'tasks_by_assignee'],
  ['own tasks', (ctx) => projects.listTasks(limited(ctx), { done: false }), 'project_members_by_member'],
  ['the projects of a client that is renamed', rename, 'project_clients_by_client'],
  [
    'the projects of a client that is merged',
    (ctx) => projects.mergeClients(ctx, aMerge()),
    'project_clients_by_client',
  ],
  ['the leads of a client that is merged', (ctx) => leads.mergeClients(ctx, aMerge()), 'leads_by_client'],
  ['imports, newest first', (ctx) => imports.listImports(ctx, {}), 'imports_pkey'],
  ['the rows of an import', (ctx) => imports.listRows(ctx, anImport(), {}), 'import_rows_pkey'],
  ['rows that do something', (ctx) => imports.listRows(ctx, anImport(), { action: 'error' }), 'import_rows_by_action'],
  ['rows that stayed', (ctx) => imports.listRows(ctx, anImport(), { outcome: 'kept' }), 'import_rows_pkey'],
  ['clients of an import', (ctx) => clients.listClients(ctx, { importId: anImport() }), 'import_rows_by_record'],
  ['leads of an import', (ctx) => leads.listLeads(ctx, { importId: anImport() }), 'import_rows_by_record'],
  ['projects of an import', (ctx) => projects.listProjects(ctx, { importId: anImport() }), 'import_rows_by_record'],
  ['rows of a file that are the same', (ctx) => batchOf(ctx, 'checking'), 'import_rows_by_key'],
  ['rows of a file with the same number', (ctx) => batchOf(ctx, 'checking'), 'import_rows_by_second_key'],
  ['clients that rows are about', (ctx) => batchOf(ctx, 'checking'), oneEmail],
  ['leads that rows are about', (ctx) => batchOf(ctx, 'checking', 'leads'), 'leads_by_phone'],
  ['projects that rows are about', (ctx) => batchOf(ctx, 'checking', 'projects'), 'projects_by_title'],
  ['what an import has made', (ctx) => batchOf(ctx, 'checking', 'leads'), 'import_rows_by_record'],
  ['what is taken back', (ctx) => batchOf(ctx, 'undoing'), 'import_rows_pkey'],
  ['the sessions of a person', (ctx) => account.listSessions(ctx, { id: '' } as never, {}), 'sessions_by_user'],
  ['the studios of a person', (ctx) => account.workspacesOf(ctx, seeded.userId), 'members_by_user'],
  ['the mails to an address', (ctx) => account.requestPasswordReset(ctx, seeded.email), 'mails_by_recipient'],
  ['the tokens of an address', (ctx) => account.requestPasswordReset(ctx, seeded.email), 'account_tokens_by_email'],
  ['the members', (ctx) => team.listMembers(ctx, {}), 'members_pkey'],
  ['the invitations', (ctx) => team.listInvitations(ctx, {}), 'invitations_workspace_id_email_key'],
  ['the invitation of a token', (ctx) => noMatter(team.viewInvitation(ctx, 'x')), 'invitations_token_hash_key'],
  [
    'the invitation of an address',
    (ctx) => noMatter(team.createInvitation(ctx, { role: 'owner' } as never, anInvitation)),
    'invitations_workspace_id_email_key',
  ],
  ['whether a studio knows who has joined', (ctx) => team.announceJoined(ctx, newId()), 'changes_by_subject'],
  ['the networks of a person', (ctx) => isKnownNetwork(ctx, seeded.email, '10.0.0.1'), 'sessions_by_user'],
];

/** What a verb has read until then is what counts. */
const noMatter = (work: Promise<unknown>): Promise<unknown> => work.catch(() => null);

for (const [what, verb, index] of reads) {
  test(`${what}: read through ${index}`, async () => {
    const statements = await statementsOf(verb);
    assert.ok(statements.length > 0);
    const plans = await Promise.all(statements.map(explain));
    for (const plan of plans) assert.deepEqual(plan.scanned, [], plan.text);
    assert.ok(
      plans.some((plan) => index.split(' or ').some((name) => plan.indexes.has(name))),
      plans.map((plan) => plan.text).join('\n'),
    );
  });
}

/** The statement inside a definer function, its arguments as parameters. */
async function inside(name: string, values: unknown[]): Promise<Step> {
  const { rows } = await database.owner.query<{ prosrc: string; names: string[]; types: string[] }>(
    `select prosrc, proargnames as names, (select array_agg(format_type(t, null)) from unnest(proargtypes::oid[]) t) as types
       from pg_proc where proname = $1`,
    [name],
  );
  const { prosrc, names, types } = rows[0]!;
  const text = types.reduce(
    (sql, type, index) => sql.replaceAll(new RegExp(`\\b${names[index]}\\b`, 'g'), `$${index + 1}::${type}`),
    prosrc,
  );
  return { text, values, role: 'alloza_definer' };
}

const functions: [name: string, values: () => unknown[], indexes: string[]][] = [
  ['search_leads', () => ['name 7', 2000], ['leads_search']],
  ['search_clients', () => ['client 7', 2000], ['clients_search']],
  ['search_projects', () => ['job 7', 2000], ['projects_search']],
  ['search_tasks', () => ['task 7', 2000], ['tasks_search']],
  ['authenticate', () => ['key', Buffer.alloc(32), null], ['api_keys_key_hash_key', 'api_keys_by_former']],
  [
    'authenticate',
    () => ['session', Buffer.alloc(32), seeded.workspaceId],
    ['sessions_token_hash_key', 'workspaces_slug_key', 'workspaces_pkey', 'members_by_user'],
  ],
  ['find_workspace', () => ['studio-x'], ['workspaces_slug_key']],
  ['find_file', () => [seeded.leadId], ['files_by_id']],
];

for (const [name, values, indexes] of functions) {
  test(`${name} reads through ${indexes.join(', ')}, as alloza_definer`, async () => {
    const plan = await explain(await inside(name, values()));
    assert.deepEqual(plan.scanned, [], plan.text);
    // A connection keeps a function's plan, so none of a search may suit only the size of the studio it was made for.
    if (name.startsWith('search_')) assert.deepEqual([...plan.indexes], indexes, plan.text);
    assert.deepEqual(
      indexes.filter((index) => !plan.indexes.has(index)),
      [],
      plan.text,
    );
  });
}

const log = { error() {}, warn() {} };

const housekeeping: [what: string, work: () => Promise<unknown>, indexes: string[]][] = [
  [
    'purging finds what is due',
    () => purgeOnce({ orm, log, modules: rooms } as unknown as Services),
    [
      ...['idempotency_keys_by_age', 'spent_proofs_by_age', 'access_log_by_age'],
      ...[
        'account_tokens_by_age',
        'invitations_by_age',
        'sessions_by_end',
        'leads_deleted',
        'projects_deleted',
        'clients_deleted',
      ],
    ],
  ],
  [
    'the change of keys, and the check at start, find what is encrypted',
    async () => {
      const [k1, k2] = [1, 2].map((byte) => `k${byte}:${Buffer.alloc(32, byte).toString('base64')}`);
      const both = testConfig(database, 'http://localhost', { ENCRYPTION_KEYS: `${k2},${k1}` });
      await requireKeys(orm, both, encryptedColumns);
      await rotateKeys(orm, both, encryptedColumns);
    },
    ['mails_by_key', 'account_tokens_by_key'],
  ],
  [
    '"last used" finds its sessions and keys',
    async () => {
      const touches = collectTouches(orm, log as never);
      touches.session(seeded.leadId, null);
      touches.key(seeded.leadId, null);
      await touches.stop();
    },
    ['sessions_pkey', 'api_keys_by_id'],
  ],
];

for (const [what, work, indexes] of housekeeping) {
  test(`${what} through indexes, as alloza_system`, async () => {
    const steps = stepsOf(await recordStatements(work), 'alloza_system');
    const plans = await Promise.all(steps.map(explain));
    for (const [index, plan] of plans.entries())
      assert.deepEqual(plan.scanned, [], `${steps[index]!.text}\n${plan.text}`);
    const through = new Set(plans.flatMap((plan) => [...plan.indexes]));
    assert.deepEqual(
      indexes.filter((index) => !through.has(index)),
      [],
    );
  });
}

/** Indexes that no read above goes through, each with who needs it. */
const otherwiseNeeded: Record<string, string> = {
  access_log_by_workspace: 'for a studio that asks who reached its data',
  leads_by_project: 'for a project that is purged, whose enquiries lose their link',
};

test('every index is one that something reads through, or is needed for a reason', async (t) => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and not i.indisunique order by 1`,
  );
  const idle = rows.map(({ name }) => name).filter((name) => !used.has(name));
  t.diagnostic(`${rows.length} indexes, ${rows.length - idle.length} seen in plans`);
  assert.deepEqual(idle, Object.keys(otherwiseNeeded));
});
