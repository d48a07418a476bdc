import type { Schema } from '@alloza/sdk/core';
import { iso, page, Refusal } from './answers.ts';
import { type Client, makeClient } from './client-routes.ts';
import { testNow } from './fixtures.ts';
import type { Context, Handler } from './handlers.ts';
import type { Responder } from './responder.ts';

export type Project = Schema<'Project'>;
type Task = Schema<'Task'>;
type Entry = Schema<'TimelineEntry'>;

const projectStages: Schema<'ProjectStage'>[] = [
  { id: 'pstg_draft', name: 'Draft', meaning: 'draft' },
  { id: 'pstg_booked', name: 'Booked', meaning: 'booked' },
  { id: 'pstg_shooting', name: 'Shooting', meaning: 'in_production' },
  { id: 'pstg_editing', name: 'Editing', meaning: 'in_production' },
  { id: 'pstg_delivered', name: 'Delivered', meaning: 'delivered' },
  { id: 'pstg_closed', name: 'Closed', meaning: 'closed' },
];

let count = 0;

const inDays = (days: number) => new Date(testNow + days * 86_400_000).toISOString().slice(0, 10);

export function makeProject(change: Partial<Project> = {}): Project {
  count++;
  const createdAt = change.createdAt ?? new Date(testNow - count * 3_600_000).toISOString();
  const stageId = change.stageId ?? 'pstg_draft';
  const stage = projectStages.find(({ id }) => id === stageId)!.meaning;
  const dates = change.dates ?? [];
  return {
    id: `proj_${String(count).padStart(4, '0')}`,
    title: 'A job',
    clients: [],
    memberIds: [],
    status: stage,
    stageId,
    stage,
    projectType: null,
    description: null,
    dates,
    mainDate: dates[0]?.date ?? null,
    value: null,
    tags: [],
    cancelReason: null,
    openTasks: 0,
    doneTasks: 0,
    archivedAt: null,
    lastActivityAt: createdAt,
    custom: {},
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    version: 1,
    ...change,
  };
}

const day = (label: string, days: number, place: string | null = null, startTime: string | null = null) => ({
  label,
  date: inDays(days),
  startTime,
  place,
});

const sampleProjects = (client: Client): Project[] => [
  makeProject({
    title: 'Emil and Frida',
    clients: [{ id: client.id, displayName: client.displayName }],
    stageId: 'pstg_booked',
    projectType: 'Wedding',
    dates: [day('Wedding', 12, 'Schloss Marquardt', '13:00')],
    value: { amount: 420_000, currency: 'EUR' },
    memberIds: ['mem_lena'],
    tags: ['album'],
  }),
  makeProject({ title: 'Book jacket', stageId: 'pstg_booked', dates: [day('Portrait', 3)] }),
  makeProject({ title: 'Menu and team', stageId: 'pstg_editing', dates: [day('Business', -4, 'Bergmannstraße')] }),
  makeProject({ title: 'Kita portraits' }),
  makeProject({ title: 'Premiere', stageId: 'pstg_booked', status: 'postponed', dates: [day('Premiere', 20)] }),
  makeProject({
    title: 'Ida and Paul',
    stageId: 'pstg_booked',
    status: 'cancelled',
    cancelReason: 'They moved abroad',
  }),
];

/** The projects of the studio in memory, with their tasks. */
export class ProjectBook {
  all: Project[];
  tasks: Task[] = [];
  pipeline: Schema<'ProjectPipeline'> = { stages: projectStages, version: 1 };
  templates: Schema<'TaskTemplate'>[] = [
    {
      id: 'ttpl_wedding',
      name: 'Wedding',
      items: [
        { title: 'Plan the day', dueRule: { days: -7, from: 'mainDate' } },
        { title: 'Deliver the gallery', dueRule: { days: 42, from: 'mainDate' } },
      ],
      createdAt: iso(),
      updatedAt: iso(),
      version: 1,
    },
  ];

  constructor(client: Client) {
    this.all = sampleProjects(client);
    this.addTask({ projectId: this.all[0]!.id, title: 'Send the questionnaire', dueOn: inDays(-2) });
  }

  find(id: string | undefined): Project {
    const found = this.all.find((project) => project.id === id);
    if (!found) throw new Refusal(404, 'not_found');
    return found;
  }

  replace(project: Project): Project {
    const after = { ...project, version: this.find(project.id).version + 1, updatedAt: iso() };
    this.all = this.all.map((one) => (one.id === after.id ? after : one));
    return after;
  }

  addTask({ projectId, title, dueOn = null, dueRule = null, assigneeId = null }: Schema<'TaskInput'>): Task {
    const { title: projectTitle, mainDate } = this.find(projectId);
    const due = dueRule && mainDate ? dayAfter(mainDate, dueRule.days) : dueOn;
    const more = { projectId, projectTitle, title, dueOn: due, dueRule, assigneeId, doneAt: null };
    const task = { ...more, id: `task_${++count}`, createdAt: iso(), updatedAt: iso(), version: 1 };
    this.tasks.push(task);
    return task;
  }
}

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

const isAside = ({ status }: Project) => status === 'postponed' || status === 'cancelled';

function listed(projects: readonly Project[], query: URLSearchParams): unknown {
  const words = (query.get('q') ?? '').toLowerCase();
  const is = (name: string, there: boolean) => (query.get(name) === 'true') === there;
  const found = projects
    .filter(({ deletedAt }) => is('deleted', deletedAt !== null))
    .filter(({ archivedAt }) => query.has('deleted') || is('archived', archivedAt !== null))
    .filter(({ status }) => !query.has('status') || status === query.get('status'))
    .filter((one) => !query.has('stageId') || (one.stageId === query.get('stageId') && !isAside(one)))
    .filter(({ clients }) => !query.has('clientId') || clients.some(({ id }) => id === query.get('clientId')))
    .filter(({ memberIds }) => !query.has('memberId') || memberIds.includes(query.get('memberId')!))
    .filter(({ dates }) => {
      const [from, to] = [query.get('dateFrom') ?? '', query.get('dateTo') ?? '9999'];
      const isOpen = !query.has('dateFrom') && !query.has('dateTo');
      return isOpen || dates.some(({ date }) => date >= from && date < to);
    })
    .filter(({ mainDate }) => !query.has('dated') || is('dated', mainDate !== null))
    .filter(({ title, clients }) => JSON.stringify([title, clients]).toLowerCase().includes(words))
    .sort((a, b) => {
      if (query.get('order') !== 'date') return b.createdAt.localeCompare(a.createdAt);
      return (a.mainDate ?? '9999').localeCompare(b.mainDate ?? '9999') || a.id.localeCompare(b.id);
    });
  return page(found, Number(query.get('limit') ?? 25), Number(query.get('after') ?? 0));
}

function listedTasks(tasks: readonly Task[], query: URLSearchParams): Task[] {
  const words = (query.get('q') ?? '').toLowerCase();
  return tasks
    .filter(({ projectId }) => !query.has('projectId') || projectId === query.get('projectId'))
    .filter(({ title }) => title.toLowerCase().includes(words))
    .filter(({ assigneeId }) => !query.has('assigneeId') || assigneeId === query.get('assigneeId'))
    .filter(({ doneAt }) => query.get('done') !== 'false' || doneAt === null)
    .filter(({ dueOn }) => !query.has('dueBefore') || (dueOn !== null && dueOn < query.get('dueBefore')!))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

/** The operations on projects, their tasks and templates, and the conversion of leads. */
export function projectRoutes(responder: Responder): Record<string, Handler> {
  const book = responder.projects;
  const change = (id: string | undefined, fields: Partial<Project>, action: string): Project => {
    const before = book.find(id);
    const changed = Object.entries(fields).map(([field, after]): Entry['fields'][number] => ({
      field,
      before: before[field as keyof Project],
      after,
    }));
    responder.log(before.id, action, changed);
    return book.replace({ ...before, ...fields });
  };
  const named = (ids: readonly string[] = []) =>
    ids.map((id) => ({ id, displayName: responder.clients.find(id).displayName }));
  const update = (context: Context): Project => {
    const before = book.find(context.ids[0]);
    const { clientIds, ...rest } = context.body as Schema<'ProjectPatch'>;
    const body = { ...rest, ...(clientIds && { clients: named(clientIds) }) } as Partial<Project>;
    if (body.dates) body.mainDate = body.dates[0]?.date ?? null;
    responder.patched(before, { ...context, body });
    return change(before.id, body, 'updated');
  };
  const move = (id: string | undefined, to: Schema<'ProjectMove'>): Project => {
    if (to.to === 'postponed') return change(id, { status: 'postponed' }, 'postponed');
    if (to.to === 'cancelled') return change(id, { status: 'cancelled', cancelReason: to.reason }, 'cancelled');
    const { meaning } = projectStages.find((stage) => stage.id === to.stageId)!;
    return change(id, { status: meaning, stage: meaning, stageId: to.stageId, cancelReason: null }, 'moved');
  };
  const task = (id: string | undefined): Task => {
    const found = book.tasks.find((one) => one.id === id);
    if (!found) throw new Refusal(404, 'not_found');
    return found;
  };
  const convert = (leadId: string, input: Schema<'LeadConversionInput'>): Schema<'LeadConversion'> => {
    const lead = responder.leads.find(({ id }) => id === leadId)!;
    const { name, email } = lead;
    const known = responder.clients.all.find(({ id }) => id === (input.clientId ?? lead.knownClientId));
    const client = known ?? makeClient({ displayName: name, contacts: [] });
    if (!known) responder.clients.all = [client, ...responder.clients.all];
    const there = book.all.find(({ id }) => id === input.projectId);
    const clients = [{ id: client.id, displayName: client.displayName }];
    const project = there ?? makeProject({ title: input.title ?? `${name}: ${email}`, clients });
    if (!there) book.all = [project, ...book.all];
    const ids = { clientId: client.id, projectId: project.id };
    const after = responder.changeElsewhere(leadId, { ...ids, knownClientId: null, status: 'won' });
    return { lead: after, ...ids, madeClient: !known, madeProject: !there };
  };
  return {
    'GET /v1/project-pipeline': () => book.pipeline,
    'GET /v1/projects/summary': () => {
      const alive = book.all.filter(({ deletedAt, archivedAt }) => !deletedAt && !archivedAt);
      const inStage = (id: string) => alive.filter((one) => one.stageId === id && !isAside(one)).length;
      return {
        stages: projectStages.map(({ id }) => ({ stageId: id, count: inStage(id) })),
        postponed: alive.filter(({ status }) => status === 'postponed').length,
        cancelled: alive.filter(({ status }) => status === 'cancelled').length,
      };
    },
    'GET /v1/projects': ({ query }) => listed(book.all, query),
    'POST /v1/projects': ({ body }) => {
      const { clientIds, dates = [], ...rest } = body as Schema<'ProjectInput'>;
      const whole = dates.map((date) => ({ startTime: null, place: null, ...date }));
      const project = makeProject({ ...rest, clients: named(clientIds), dates: whole, createdAt: iso() });
      book.all = [project, ...book.all];
      responder.log(project.id, 'created');
      return project;
    },
    'GET /v1/projects/*': ({ ids: [id] }) => book.find(id),
    'PATCH /v1/projects/*': update,
    'DELETE /v1/projects/*': ({ ids: [id] }) => void change(id, { deletedAt: iso() }, 'deleted'),
    'POST /v1/projects/*/restore': ({ ids: [id] }) => change(id, { deletedAt: null }, 'restored'),
    'POST /v1/projects/*/move': ({ ids: [id], body }) => move(id, body as Schema<'ProjectMove'>),
    'POST /v1/projects/*/archive': ({ ids: [id], body }) => {
      const { archived } = body as Schema<'ProjectArchive'>;
      return change(id, { archivedAt: archived ? iso() : null }, archived ? 'archived' : 'unarchived');
    },
    'GET /v1/projects/*/timeline': ({ ids: [id] }) => responder.timelineOf(id!),
    'POST /v1/projects/*/apply-task-template': ({ ids: [id], body }) => {
      const template = book.templates.find((one) => one.id === (body as { templateId: string }).templateId)!;
      return { items: template.items.map((item) => book.addTask({ projectId: id!, ...item })) };
    },
    'GET /v1/tasks': ({ query }) =>
      page(listedTasks(book.tasks, query), Number(query.get('limit') ?? 25), Number(query.get('after') ?? 0)),
    'POST /v1/tasks': ({ body }) => book.addTask(body as Schema<'TaskInput'>),
    'GET /v1/tasks/*': ({ ids: [id] }) => task(id),
    'PATCH /v1/tasks/*': (context) => {
      const before = task(context.ids[0]);
      const { done, ...body } = context.body as Schema<'TaskPatch'>;
      const doneAt = done === undefined ? before.doneAt : done ? iso() : null;
      const after = { ...responder.patched(before, { ...context, body }), doneAt };
      book.tasks = book.tasks.map((one) => (one.id === after.id ? after : one));
      return after;
    },
    'DELETE /v1/tasks/*': ({ ids: [id] }) => {
      book.tasks = book.tasks.filter((one) => one.id !== id);
    },
    'GET /v1/task-templates': () => page(book.templates),
    'POST /v1/leads/*/convert': ({ ids: [id], body }) => convert(id!, body as Schema<'LeadConversionInput'>),
  };
}
