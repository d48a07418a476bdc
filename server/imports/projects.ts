import type { components } from '../../sdk/schema.ts';
import * as clients from '../clients/service.ts';
import { writeList, writeMoney } from '../platform/cells.ts';
import type { Context } from '../platform/context.ts';
import type { Download } from '../platform/contract-types.ts';
import { publicId, storedId } from '../platform/ids.ts';
import * as projects from '../projects/service.ts';
import {
  type Adapter,
  amountOf,
  Cells,
  csvOf,
  customPatch,
  FieldProblem,
  fieldsNamed,
  formerOf,
  type Known,
  members,
  openMembers,
  setAll,
  spelled,
  stageOf,
  type Values,
  wordsFor,
} from './drafts.ts';
import type { RowProblem } from './entities.ts';
import { groupFields } from './fields.ts';

type Schemas = components['schemas'];
type Stages = Awaited<ReturnType<typeof projects.getPipeline>>['stages'];

const texts = ['title', 'projectType', 'description'] as const;
const dateFields = ['label', 'date', 'startTime', 'place'];

const knownOf = (record: Schemas['Project']): Known<Schemas['Project']> => ({
  id: storedId('project', record.id)!,
  version: record.version,
  record,
});

const several: RowProblem = {
  column: null,
  code: 'ambiguous',
  message: 'More than one project has this title: name its client or its ID',
};

/** The clients that a row names: by e-mail address where there is one, else by name. @throws FieldProblem for one that is none */
async function clientsOf(ctx: Context, values: Values): Promise<string[] | null> {
  const names = (values.get('clientNames') ?? []) as string[];
  const emails = (values.get('clientEmails') ?? []) as string[];
  if (names.length === 0 && emails.length === 0) return null;
  const ids: string[] = [];
  for (let index = 0; index < Math.max(names.length, emails.length); index += 1) {
    const [name, email] = [names[index] || null, emails[index] || null];
    if (!name && !email) continue;
    const id = email ? await byEmail(ctx, email) : await byName(ctx, name!);
    if (!ids.includes(id)) ids.push(id);
  }
  return ids.map((id) => publicId('client', id));
}

async function byEmail(ctx: Context, email: string): Promise<string> {
  const id = await clients.clientByEmail(ctx, email);
  if (id) return id;
  throw new FieldProblem('clientEmails', 'client_not_found', `${email} is no client yet: import the clients first`);
}

async function byName(ctx: Context, name: string): Promise<string> {
  const alike = await clients.clientsNamed(ctx, name);
  const same = alike.filter((client) => client.displayName === name);
  const [one, other] = same.length > 0 ? same : alike;
  if (one && !other) return one.id;
  const code = one ? 'ambiguous' : 'client_not_found';
  const message = one ? `${name} is more than one client` : `${name} is no client yet: import the clients first`;
  throw new FieldProblem('clientNames', code, message);
}

function stageIdOf(values: Values, stages: Stages): string | null {
  if (values.has('stage')) return stageOf(stages, values.get('stage') as string).id;
  const status = values.get('status');
  const meaning = status === 'postponed' ? 'booked' : status;
  return stages.find((stage) => stage.meaning === meaning)?.id ?? null;
}

function moveOf(values: Values, locale: string): Schemas['ProjectMove'] | null {
  const status = values.get('status');
  if (status === 'postponed') return { to: status };
  if (status !== 'cancelled') return null;
  const reason = (values.get('cancelReason') as string | undefined) ?? wordsFor(locale).reason;
  return { to: status, reason: reason.slice(0, 300) };
}

export const projectAdapter: Adapter<Schemas['Project'], Schemas['ProjectInput']> = {
  noun: 'project',
  table: 'projects',
  schema: 'ProjectInput',
  prepare: async (ctx) => (await projects.getPipeline(ctx)).stages,

  async draft(ctx, values, settings, stages) {
    const input: Record<string, unknown> = { custom: openMembers(values, 'custom') };
    setAll(input, values, texts);
    const clientIds = await clientsOf(ctx, values);
    if (clientIds) input.clientIds = clientIds;
    const days = members(values, 'dates');
    if (days.length > 0)
      input.dates = days.map((day) => ({
        label: wordsFor(settings.locale).date,
        startTime: null,
        place: null,
        ...day,
      }));
    const value = amountOf(values, 'value.amount', settings);
    if (value) input.value = value;
    const tags = ((values.get('tags') ?? []) as string[]).filter(Boolean);
    if (tags.length > 0) input.tags = [...new Set(tags)];
    const stageId = stageIdOf(values, stages as Stages);
    if (stageId) input.stageId = publicId('projectStage', stageId);
    values.set('move', moveOf(values, settings.locale));
    const key = [String(input.title ?? '').trim(), ...(clientIds ?? []).toSorted()].join('|');
    return { input, values, id: (values.get('id') as string | undefined) ?? null, keys: [key] };
  },

  async find(ctx, drafts, made) {
    const records = await projects.projectsLike(ctx, {
      ids: drafts.flatMap(({ id }) => storedId('project', id ?? '') ?? []),
      titles: drafts.flatMap(({ input }) => input.title?.trim() ?? []),
    });
    const own = await made(records.map((record) => storedId('project', record.id)!));
    return drafts.map(({ id, input }) => {
      const named = id === null ? undefined : records.find((record) => record.id === id);
      if (named) return knownOf(named);
      const wanted = new Set<string>(input.clientIds ?? []);
      const alike = records.filter(
        (record) =>
          record.title === input.title?.trim() &&
          (id === null || !own.has(storedId('project', record.id)!)) &&
          (wanted.size === 0 || record.clients.some((client) => wanted.has(client.id))),
      );
      if (alike.length > 1 && wanted.size === 0 && id === null) return several;
      return alike[0] ? knownOf(alike[0]) : null;
    });
  },

  async getMany(ctx, ids) {
    const records = await projects.projectsLike(ctx, { ids, titles: [] });
    return new Map(records.map(knownOf).map((known) => [known.id, known]));
  },

  patch({ record }, { input }) {
    const patch: Record<string, unknown> = {};
    for (const field of [...texts, 'value', 'dates'] as const)
      if (field in input && spelled(record[field]) !== spelled(input[field])) patch[field] = input[field];
    const tags = (input.tags ?? []).filter((tag) => !record.tags.includes(tag));
    if (tags.length > 0) patch.tags = [...record.tags, ...tags];
    const clientIds = record.clients.map((client) => client.id);
    if (input.clientIds && spelled(input.clientIds) !== spelled(clientIds)) patch.clientIds = input.clientIds;
    const custom = customPatch(record.custom, input.custom);
    if (Object.keys(custom).length > 0) patch.custom = custom;
    return patch;
  },
  former({ record }, patch) {
    const former = formerOf(record, patch);
    if ('clientIds' in patch) former.clientIds = record.clients.map((client) => client.id);
    return former;
  },

  async create(ctx, { input, values }) {
    let row = await projects.create(ctx, input);
    const move = values.get('move') as Schemas['ProjectMove'] | null;
    if (move) row = await projects.move(ctx, publicId('project', row.id), move);
    return { id: row.id, version: row.version };
  },
  async update(ctx, id, patch) {
    return { id, version: (await projects.update(ctx, publicId('project', id), patch, '*')).version };
  },
  remove: (ctx, id) => projects.remove(ctx, publicId('project', id)),
  inUse: ({ record }) => (record.openTasks + record.doneTasks > 0 ? 'It has tasks' : null),
};

/** The projects of a list as CSV. */
export function exportProjects(ctx: Context, filter: projects.ProjectFilter): Download {
  let stages: Map<string, string>;
  const columns = async () => {
    stages = await projects.stageNames(ctx);
    const shape = await projects.shapeOfProjects(ctx, filter);
    return [
      ...[
        'id',
        'title',
        'clientNames',
        'clientEmails',
        'projectType',
        'status',
        'stage',
        'cancelReason',
        'description',
      ],
      ...groupFields('projects', 'dates', Math.max(1, shape.dates)),
      ...['value.amount', 'value.currency', 'tags'],
      ...fieldsNamed('custom', shape.custom),
      'createdAt',
    ];
  };
  const cellsOf = (project: Schemas['Project'] & { emails: string[] }) =>
    new Cells()
      .put('id', project.id)
      .put('title', project.title)
      .put('clientNames', writeList(project.clients.map((client) => client.displayName)))
      .put('clientEmails', writeList(project.emails))
      .put('projectType', project.projectType)
      .put('status', project.status)
      .put('stage', stages.get(project.stageId))
      .put('cancelReason', project.cancelReason)
      .put('description', project.description)
      .putGroup('dates', project.dates, dateFields)
      .put('value.amount', project.value && writeMoney(project.value.amount, project.value.currency))
      .put('value.currency', project.value?.currency)
      .put('tags', writeList(project.tags))
      .putOpen('custom', project.custom)
      .put('createdAt', project.createdAt);
  return csvOf('projects', columns, () => withEmails(ctx, projects.eachProject(ctx, filter)), cellsOf);
}

/** Beside each project the addresses that its clients are reached at. */
async function* withEmails(ctx: Context, batches: AsyncIterable<Schemas['Project'][]>) {
  for await (const items of batches) {
    const ids = items.flatMap((project) => project.clients.map((client) => storedId('client', client.id)!));
    const found = await clients.getMany(ctx, [...new Set(ids)]);
    yield items.map((project) => ({
      ...project,
      emails: project.clients.map(
        ({ id }) => found.get(storedId('client', id)!)?.contacts.find(({ email }) => email)?.email ?? '',
      ),
    }));
  }
}
