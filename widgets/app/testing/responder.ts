/**
 * A studio's server in memory, for the client's `fetch` option: the operations the app uses, with their versions,
 * conflicts, events and problems, typed by the contract. What a test wants to go wrong it announces by `fail`.
 */
import type { Schema } from '@alloza/sdk/core';
import { accountRoutes, onePixel } from './account-routes.ts';
import { csv, iso, json, page, problem, Refusal } from './answers.ts';
import { changeRoutes } from './change-routes.ts';
import { ClientBook, clientRoutes } from './client-routes.ts';
import { EventStream } from './event-stream.ts';
import {
  type Lead,
  type LeadForm,
  makeLead,
  sampleAccount,
  sampleForms,
  sampleKeys,
  sampleLeads,
  sampleSessions,
  sampleWorkspace,
  stages,
  testNow,
} from './fixtures.ts';
import type { Context, Handler, Seen } from './handlers.ts';
import { ImportBook, importRoutes } from './import-routes.ts';
import { listLeads, summarize } from './lead-queries.ts';
import { ProjectBook, projectRoutes } from './project-routes.ts';
import { type Connection, sampleConnections, settingsRoutes } from './settings-routes.ts';
import { sampleInvitations, sampleMembers, teamRoutes } from './team-routes.ts';
import { type Change, sampleChanges, sampleClients, sampleProjects, sampleTasks } from './work-fixtures.ts';

type Entry = Schema<'TimelineEntry'>;
type Note = Schema<'Note'>;

interface Failure {
  readonly match: string;
  readonly problem: { status: number; code: string; detail?: string; errors?: Schema<'Problem'>['errors'] } | 'offline';
  times: number;
}

const me: Schema<'Actor'> = { kind: 'user', id: 'user_lena', name: 'Lena Hartmann' };

export class Responder {
  signedIn = true;
  account: Schema<'Account'>;
  workspace: Schema<'Workspace'>;
  leads: Lead[];
  forms: LeadForm[] = sampleForms();
  keys: Schema<'ApiKey'>[] = sampleKeys();
  sessions: Schema<'Session'>[] = sampleSessions();
  connections: Connection[] = sampleConnections();
  members: Schema<'Member'>[];
  invitations: Schema<'Invitation'>[] = sampleInvitations();
  notes: Note[] = [];
  readonly clients = new ClientBook();
  readonly projects = new ProjectBook(this.clients.all[0]!);
  changes: Change[] = [];
  readonly imports = new ImportBook();
  entries: Entry[] = [];
  pipeline: Schema<'LeadPipeline'> = {
    stages,
    lostReasons: ['Too expensive', 'Date not free', 'Chose someone else', 'No answer'],
    version: 1,
  };
  /** What was asked, in order. */
  readonly seen: Seen[] = [];
  readonly stream = new EventStream();
  /** Milliseconds before each answer. */
  delay = 0;
  readonly #failures: Failure[] = [];
  #nextId = 1;

  /** @param options `work`: clients and jobs as the panels want them, a day's work around now, or none. */
  constructor({
    leads = sampleLeads(),
    role = 'owner' as Schema<'Role'>,
    mode = 'live' as 'live' | 'test',
    ownJobsOnly = false,
    work = 'panels' as 'panels' | 'day' | 'none',
  } = {}) {
    this.leads = leads;
    this.account = sampleAccount(role, ownJobsOnly);
    this.members = sampleMembers(role);
    this.workspace = sampleWorkspace(mode);
    if (work !== 'panels') {
      this.clients.all = work === 'day' ? sampleClients() : [];
      this.projects.all = work === 'day' ? sampleProjects(this.clients.all) : [];
      this.projects.tasks = work === 'day' ? sampleTasks(this.projects.all) : [];
    }
    if (work === 'day')
      this.changes = sampleChanges(this.clients.all, this.projects.all, this.projects.tasks, leads[0]);
    for (const lead of leads)
      this.log(lead.id, 'created', [], { kind: 'visitor', id: null, name: null }, lead.createdAt);
  }

  /** Answers the next requests to `METHOD /path` (or any that begin so) with a problem. */
  fail(match: string, problem: Failure['problem'], times = 1): void {
    this.#failures.push({ match, problem, times });
  }

  /** The requests to `METHOD /path`. */
  asked(match: string): Seen[] {
    return this.seen.filter(({ method, path }) => `${method} ${path}`.startsWith(match));
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const type = request.headers.get('content-type') ?? '';
    const body = type.includes('json')
      ? await request.json()
      : type.includes('form')
        ? Object.fromEntries(new URLSearchParams(await request.text()))
        : undefined;
    const seen = {
      method: request.method,
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body,
    };
    this.seen.push(seen);
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const failure = this.#failures.find(
      ({ match, times }) => times > 0 && `${seen.method} ${seen.path}`.startsWith(match),
    );
    if (failure) {
      failure.times--;
      if (failure.problem === 'offline') throw new TypeError('Failed to fetch');
      const { status, code, detail, errors } = failure.problem;
      return problem(status, code, detail, errors);
    }
    try {
      return this.#answer(seen, request);
    } catch (error) {
      if (error instanceof Refusal) return problem(error.status, error.code, error.message);
      throw error;
    }
  };

  #answer(seen: Seen, request: Request): Response {
    const { method, path } = seen;
    if (path === '/v1/events/stream') return this.stream.open(request);
    for (const [pattern, handler] of Object.entries(this.#routes)) {
      const [verb, template] = pattern.split(' ') as [string, string];
      const found = verb === method && new RegExp(`^${template.replaceAll('*', '([^/]+)')}$`).exec(path);
      if (!found) continue;
      if (path.startsWith('/v1/') && !this.signedIn && !/^\/v1\/(account\/|invitations\/(view|accept))/.test(path))
        throw new Refusal(401, 'unauthenticated');
      const answer = handler({ ...seen, ids: found.slice(1) });
      if (answer instanceof Response) return answer;
      if (answer === undefined) return new Response(null, { status: 204 });
      return json(
        answer,
        method === 'POST' &&
          !/move|restore|merge|revoke|rotate|view|accept|transfer|auth|archive|apply|convert/.test(path)
          ? 201
          : 200,
      );
    }
    return problem(404, 'not_found');
  }

  readonly #routes: Record<string, Handler> = {
    ...accountRoutes(this),
    'GET /v1/clients/export': () => csv('Name\r\nAna & Luis Ruiz\r\n'),
    'GET /v1/leads/export': () => csv('Name\r\n'),
    ...clientRoutes(this),
    ...teamRoutes(this),
    ...projectRoutes(this),
    ...settingsRoutes(this),
    ...changeRoutes(this),
    ...importRoutes(this),
    'GET /v1/workspace': () => this.workspace,
    'GET /v1/workspace/public': () => this.workspace,
    'PATCH /v1/workspace': (context) => {
      const { brand, sender, ...rest } = context.body as Partial<Schema<'Workspace'>>;
      const before = this.workspace;
      if (rest.slug === 'taken') throw new Refusal(409, 'slug_taken', 'This address is taken.');
      this.workspace = this.patched(before, { ...context, body: rest });
      Object.assign(this.workspace, { brand: { ...before.brand, ...brand }, sender: { ...before.sender, ...sender } });
      if (brand?.logoFileId) this.workspace.brand.logoUrl = onePixel;
      return this.workspace;
    },
    'GET /v1/api-keys': () => page(this.keys),
    'POST /v1/api-keys': ({ body }) => {
      const input = body as Schema<'ApiKeyInput'>;
      const start = input.kind === 'secret' ? 'sk_live_' : 'pk_live_';
      const key = `${start}N3wK3yN3wK3yN3wK3y${this.#nextId}`;
      const apiKey: Schema<'ApiKey'> = {
        id: `key_${this.#nextId++}`,
        origins: [],
        scopes: [],
        ...input,
        value: input.kind === 'secret' ? null : key,
        hint: `${key.slice(0, 12)}…${key.slice(-4)}`,
        createdAt: iso(),
        updatedAt: iso(),
        lastUsedAt: null,
        formerWorksUntil: null,
        revokedAt: null,
        version: 1,
      };
      this.keys = [apiKey, ...this.keys];
      return { apiKey, key };
    },
    'PATCH /v1/api-keys/*': (context) => this.#replace('keys', context),
    'POST /v1/api-keys/*/rotate': ({ ids, body }) => {
      const { overlapMinutes = 1440 } = body as Schema<'KeyRotation'>;
      const before = this.find(this.keys, ids[0]);
      const key = `${before.kind === 'secret' ? 'sk_live_' : 'pk_live_'}R0t4t3dR0t4t3d${this.#nextId++}`;
      const apiKey = {
        ...before,
        value: before.value && key,
        hint: `${key.slice(0, 12)}…${key.slice(-4)}`,
        formerWorksUntil: new Date(testNow + overlapMinutes * 60_000).toISOString(),
        version: before.version + 1,
      };
      this.keys = this.keys.map((each) => (each === before ? apiKey : each));
      return { apiKey, key };
    },
    'POST /v1/api-keys/*/revoke': ({ ids }) => {
      const key = this.find(this.keys, ids[0]);
      key.revokedAt = iso();
      return key;
    },
    'GET /v1/lead-forms': () => page(this.forms),
    'POST /v1/lead-forms': ({ body }) => {
      const form = { ...sampleForms()[0]!, ...(body as object), id: `lform_${this.#nextId++}`, version: 1 };
      this.forms = [...this.forms, form];
      return form;
    },
    'GET /v1/lead-forms/*': ({ ids }) => this.find(this.forms, ids[0]),
    'GET /v1/lead-forms/*/public': ({ ids }) => (ids[0] === 'default' ? this.forms[0]! : this.find(this.forms, ids[0])),
    'PATCH /v1/lead-forms/*': (context) => this.#replace('forms', context),
    'DELETE /v1/lead-forms/*': ({ ids }) => {
      if (this.forms.length === 1) throw new Refusal(409, 'last_form', 'A studio keeps at least one form.');
      this.forms = this.forms.filter(({ id }) => id !== ids[0]);
    },
    'GET /v1/lead-pipeline': () => this.pipeline,
    'PATCH /v1/lead-pipeline': (context) => {
      const { stages: given, lostReasons } = context.body as Schema<'LeadPipelinePatch'>;
      const all = given?.map((stage) => ({ ...stage, id: stage.id ?? `stage_${this.#nextId++}` }));
      const gone = this.pipeline.stages.filter(({ id }) => all && !all.some((stage) => stage.id === id));
      if (gone.some(({ id }) => this.leads.some(({ stageId, status }) => stageId === id && status === 'open'))) {
        throw new Refusal(409, 'stage_in_use', 'Open leads stand in this stage.');
      }
      this.pipeline = this.patched(this.pipeline, {
        ...context,
        body: { ...(all && { stages: all }), ...(lostReasons && { lostReasons }) },
      });
      return this.pipeline;
    },
    'GET /v1/leads': ({ query }) => listLeads(this.leads, query),
    'GET /v1/leads/summary': () => summarize(this.leads, this.pipeline),
    'POST /v1/leads': ({ body }) => {
      const input = body as Partial<Lead>;
      const lead = makeLead({
        formId: null,
        consent: null,
        source: { kind: 'manual', pageUrl: null, campaign: {} },
        email: null,
        projectType: null,
        createdAt: iso(),
        ...input,
      });
      this.leads.push(lead);
      this.log(lead.id, 'created', []);
      return { id: lead.id, thanks: null, lead };
    },
    'GET /v1/leads/*': ({ ids }) => this.find(this.leads, ids[0]),
    'PATCH /v1/leads/*': (context) => {
      const before = this.find(this.leads, context.ids[0]);
      const fields = Object.entries(context.body as object).map(([field, after]) => ({
        field,
        before: before[field as keyof Lead] ?? null,
        after,
      }));
      const { budget } = context.body as Partial<Lead>;
      const body = budget ? { ...(context.body as object), budget: { ...before.budget, ...budget } } : context.body;
      const lead = this.#replace('leads', { ...context, body }) as Lead;
      this.log(lead.id, 'updated', fields);
      return lead;
    },
    'DELETE /v1/leads/*': ({ ids }) => {
      this.#change(this.find(this.leads, ids[0]), { deletedAt: iso() }, 'deleted');
    },
    'POST /v1/leads/*/restore': ({ ids }) =>
      this.#change(this.find(this.leads, ids[0]), { deletedAt: null }, 'restored'),
    'POST /v1/leads/*/move': ({ ids, body }) => {
      const lead = this.find(this.leads, ids[0]);
      const move = body as Schema<'LeadMove'>;
      const stageId = move.status === 'open' ? (move.stageId ?? lead.stageId) : lead.stageId;
      const action = move.status !== 'open' ? move.status : lead.status === 'open' ? 'moved' : 'reopened';
      const stage = this.pipeline.stages.find(({ id }) => id === stageId)?.meaning ?? 'new';
      const fields = stageId === lead.stageId ? [] : [{ field: 'stageId', before: lead.stageId, after: stageId }];
      const lostReason = move.status === 'lost' ? move.lostReason : null;
      return this.#change(lead, { status: move.status, stageId, stage, lostReason }, action, fields);
    },
    'GET /v1/leads/*/timeline': ({ ids }) => this.timelineOf(ids[0]!),
    'POST /v1/notes': ({ body }) => {
      const note: Note = {
        id: `note_${this.#nextId++}`,
        author: me,
        mentions: [],
        custom: {},
        createdAt: iso(),
        updatedAt: iso(),
        version: 1,
        ...(body as { subject: string; body: string }),
      };
      this.notes.push(note);
      return note;
    },
    'PATCH /v1/notes/*': (context) => this.#replace('notes', context),
    'DELETE /v1/notes/*': ({ ids }) => {
      this.notes = this.notes.filter(({ id }) => id !== ids[0]);
    },
  };

  /** What happened to a record, and its notes, newest first. */
  timelineOf(id: string): { items: Entry[]; next: string | null } {
    const entries = this.entries.filter(({ subject }) => subject === id);
    const notes = this.notes
      .filter(({ subject }) => subject === id)
      .map(
        (note): Entry => ({
          id: `tl_${note.id}`,
          subject: note.subject,
          at: note.createdAt,
          kind: 'note',
          actor: note.author,
          action: 'noted',
          fields: [],
          note,
        }),
      );
    return page([...entries, ...notes].sort((a, b) => b.at.localeCompare(a.at)));
  }

  find<T extends { id: string }>(list: readonly T[], id: string | undefined): T {
    const found = list.find((item) => item.id === id);
    if (!found) throw new Refusal(404, 'not_found');
    return found;
  }

  patched<T extends { version: number }>(before: T, { headers, body }: Pick<Context, 'headers' | 'body'>): T {
    if (headers.get('if-match') !== `"${before.version}"`) throw new Refusal(412, 'version_stale');
    return { ...before, ...(body as object), version: before.version + 1 };
  }

  #replace(name: 'keys' | 'forms' | 'leads' | 'notes', context: Context): unknown {
    const list = this[name] as { id: string; version: number }[];
    const before = this.find(list, context.ids[0]);
    const after = this.patched(before, context);
    list.splice(list.indexOf(before), 1, after);
    return after;
  }

  #change(lead: Lead, change: Partial<Lead>, action: string, fields: Entry['fields'] = []): Lead {
    const after = { ...lead, ...change, version: lead.version + 1 };
    this.leads.splice(this.leads.indexOf(lead), 1, after);
    this.log(after.id, action, fields);
    return after;
  }

  log(subject: string, action: string, fields: Entry['fields'] = [], actor = me, at = iso()): void {
    this.entries.push({
      id: `tl_${this.#nextId++}`,
      subject,
      at,
      kind: 'change',
      actor,
      action,
      fields,
      note: null,
    });
  }

  /** Somebody else changes a lead: the next save from here finds a newer version. */
  changeElsewhere(id: string, change: Partial<Lead>): Lead {
    return this.#change(this.find(this.leads, id), change, 'updated');
  }

  /** A visitor sends an enquiry: it is stored, and the stream tells of it. */
  arrive(change: Partial<Lead>): Lead {
    const lead = makeLead({ createdAt: iso(), ...change });
    this.leads.push(lead);
    this.log(lead.id, 'created', [], { kind: 'visitor', id: null, name: null });
    this.stream.send('lead.created', { id: lead.id, version: lead.version });
    return lead;
  }
}
