import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as account from '../../account/service.ts';
import { isKnownNetwork } from '../../account/sign-in.ts';
import * as clients from '../../clients/service.ts';
import * as leads from '../../leads/service.ts';
import { modules } from '../../modules.ts';
import * as notes from '../../notes/service.ts';
import { listChanges } from '../../platform/changes.ts';
import type { Config } from '../../platform/config.ts';
import type { Context, Services } from '../../platform/context.ts';
import { begin, connect, type Orm, query } from '../../platform/database.ts';
import { eventsAfter, listEvents } from '../../platform/events.ts';
import { publicId } from '../../platform/ids.ts';
import { dayCursor } from '../../platform/pages.ts';
import { purgeOnce } from '../../platform/purge.ts';
import { createTestDatabase, type TestDatabase, testConfig } from '../../platform/testing.ts';
import { recordStatements, type Statement } from '../../platform/testing-statements.ts';
import { collectTouches } from '../../platform/touches.ts';
import * as projects from '../../projects/service.ts';
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
    modules.flatMap((room): readonly unknown[] => room.entities ?? []),
  );
});
after(async () => {
  await orm.close();
  await database.drop();
});

/** Tables that grow with the business: none may be read from end to end. */
const bigTables = new Set([
  ...['leads', 'notes', 'changes', 'events', 'mails', 'files', 'idempotency_keys', 'spent_proofs', 'access_log'],
  ...['projects', 'project_clients', 'project_members', 'tasks', 'record_links'],
  ...['clients', 'client_identities', 'client_tags', 'client_merges', 'saved_views'],
  ...['workspaces', 'members', 'users', 'sessions', 'api_keys', 'account_tokens'],
]);

interface Plan {
  indexes: Set<string>;
  scanned: string[];
  text: string;
}

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Node[];
}

/** How PostgreSQL would run a statement as one of the server's roles, within the studio. */
async function explain(statement: Step): Promise<Plan> {
  const client = await database.owner.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('alloza.workspace', $1, true), set_config('alloza.user', $2, true)", [
      seeded.workspaceId,
      seeded.userId,
    ]);
    await client.query(`set local role ${statement.role}`);
    const { rows } = await client.query(`explain (format json) ${statement.text}`, statement.values as unknown[]);
    const plan: Plan = {
      indexes: new Set(),
      scanned: [],
      text: JSON.stringify(rows[0]['QUERY PLAN'][0].Plan, null, 1),
    };
    walk(rows[0]['QUERY PLAN'][0].Plan, plan);
    return plan;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

function walk(node: Node, plan: Plan): void {
  if (node['Index Name']) {
    plan.indexes.add(node['Index Name']);
    used.add(node['Index Name']);
  }
  if (node['Node Type'] === 'Seq Scan' && bigTables.has(node['Relation Name']!))
    plan.scanned.push(node['Relation Name']!);
  for (const child of node.Plans ?? []) walk(child, plan);
}

const isPlannable = ({ text }: Statement): boolean =>
  /^\s*(select|insert|update|delete|with)\b/i.test(text) && !/set_config|pg_notify|advisory/.test(text);

interface Step extends Statement {
  role: string;
}

/** The statements that read or write, each with the role they were sent as. */
function stepsOf(statements: Statement[], role: string): Step[] {
  let current = role;
  return statements.flatMap((statement) => {
    const taken = /set_config\('role', (?:'(\w+)'|\$1)/.exec(statement.text);
    if (taken) current = taken[1] ?? String(statement.values[0]);
    return isPlannable(statement) ? [{ ...statement, role: current }] : [];
  });
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
  };
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
const aMerge = () => ({ from: seeded.leadId, to: seeded.clientId });
const rename = (ctx: Context) => projects.onClientChanged(ctx, { data: { id: client() } } as never);
/** The same, as a member sees it who is limited to own jobs. */
const limited = (ctx: Context): Context => ({
  ...ctx,
  actor: { ...ctx.actor, member: { id: seeded.memberId, ownJobsOnly: true, seesMoney: false } },
});

const oneEmail = 'client_identities_one_email or client_identities_pkey';
const aName = () => Buffer.from(`client a|${seeded.clientId}`).toString('base64url');
/** What the trigger on clients does. */
const reindexed = async (ctx: Context) => {
  for (const table of ['client_tags', 'client_identities'])
    await query(ctx.em, `delete from ${table} where workspace_id = $1 and client_id = $2`, [
      seeded.workspaceId,
      seeded.clientId,
    ]);
};

/** What is read, by which verb, through which index. */
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
  ['events after a sequence', (ctx) => eventsAfter(ctx, 2900, 200), 'events_workspace_id_sequence_key'],
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
  ['projects by date', (ctx) => projects.listProjects(ctx, { order: 'date' }), 'projects_by_date'],
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
  ['the sessions of a person', (ctx) => account.listSessions(ctx, { id: '' } as never, {}), 'sessions_by_user'],
  ['the studios of a person', (ctx) => account.workspacesOf(ctx, seeded.userId), 'members_by_user'],
  ['the mails to an address', (ctx) => account.requestPasswordReset(ctx, seeded.email), 'mails_by_recipient'],
  ['the tokens of an address', (ctx) => account.requestPasswordReset(ctx, seeded.email), 'account_tokens_by_email'],
  ['the networks of a person', (ctx) => isKnownNetwork(ctx, seeded.email, '10.0.0.1'), 'sessions_by_user'],
];

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
  ['authenticate', () => ['key', Buffer.alloc(32), null], ['api_keys_key_hash_key']],
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
    () => purgeOnce({ orm, log, modules } as unknown as Services),
    [
      ...['idempotency_keys_by_age', 'spent_proofs_by_age', 'access_log_by_age'],
      ...['account_tokens_by_age', 'sessions_by_end', 'leads_deleted', 'projects_deleted', 'clients_deleted'],
    ],
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
