import type { components } from '../../sdk/schema.ts';
import * as leads from '../leads/service.ts';
import { writeMoney } from '../platform/cells.ts';
import type { Context } from '../platform/context.ts';
import type { Download } from '../platform/contract-types.ts';
import { publicId, storedId } from '../platform/ids.ts';
import { theContract } from '../platform/openapi.ts';
import { problems } from '../platform/problem.ts';
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
  nameOf,
  openMembers,
  setAll,
  spelled,
  stageOf,
  type Values,
  wordsFor,
} from './drafts.ts';

type Schemas = components['schemas'];
type Stages = Awaited<ReturnType<typeof leads.getPipeline>>['stages'];

/** What the form does not ask, and is edited later. */
const later = ['rating', 'confidence', 'decideBy'] as const;
const texts = [
  'projectType',
  'eventDate',
  'dateUndecided',
  'dateFlexible',
  'place',
  'guestCount',
  'message',
  'heardFrom',
] as const;

const knownOf = (record: Schemas['Lead']): Known<Schemas['Lead']> => ({
  id: storedId('lead', record.id)!,
  version: record.version,
  record,
});

/** An enquiry is told by who asks for what on which day. */
const keyOf = (lead: Pick<Schemas['Lead'], 'email' | 'phone' | 'projectType' | 'eventDate'>): string =>
  [lead.email ?? lead.phone, (lead.projectType ?? '').toLowerCase(), lead.eventDate ?? ''].join('|');

function budgetOf(values: Values, ...[settings]: [Parameters<typeof amountOf>[2]]): Schemas['Budget'] | undefined {
  const [min, max] = [amountOf(values, 'budget.min', settings), amountOf(values, 'budget.max', settings)];
  const currency = min?.currency ?? max?.currency;
  if (!currency) return undefined;
  if (max && max.currency !== currency) throw new FieldProblem('budget.max', 'currency', 'is in another currency');
  if (min && max && min.amount > max.amount) throw new FieldProblem('budget.max', 'minimum', 'is below the minimum');
  return { min: min?.amount ?? null, max: max?.amount ?? null, currency };
}

function statusOf(values: Values, locale: string): Schemas['LeadMove'] | null {
  const status = values.get('status') as Schemas['LeadStatus'] | undefined;
  if (!status || status === 'open') return null;
  const reason = (values.get('lostReason') as string | undefined) ?? wordsFor(locale).reason;
  return status === 'lost' ? { status, lostReason: reason.slice(0, 300) } : { status };
}

export const leadAdapter: Adapter<Schemas['Lead'], Schemas['LeadInput']> = {
  noun: 'lead',
  table: 'leads',
  schema: 'LeadInput',
  prepare: async (ctx) => (await leads.getPipeline(ctx)).stages,

  async draft(_ctx, values, settings, stages) {
    const name = nameOf(values, 'name');
    const budget = budgetOf(values, settings);
    const answers = Object.entries(openMembers(values, 'answers')).map(([key, value]) => ({ key, value }));
    const input: Record<string, unknown> = {
      ...(name === undefined ? {} : { name }),
      custom: openMembers(values, 'custom'),
    };
    setAll(input, values, ['email', 'phone', 'pageUrl', ...texts]);
    if (budget) input.budget = budget;
    if (answers.length > 0) input.answers = answers;
    if (values.has('stage'))
      input.stageId = publicId('leadStage', stageOf(stages as Stages, values.get('stage') as string).id);
    if (!input.email && !input.phone)
      throw new FieldProblem('email', 'required', 'An e-mail address or a phone number is needed');
    const patch = Object.fromEntries(later.flatMap((field) => (values.has(field) ? [[field, values.get(field)]] : [])));
    const errors =
      Object.keys(patch).length > 0 ? theContract().check('/components/schemas/LeadPatch', { ...patch }) : [];
    if (errors.length > 0) throw problems.invalid_request({ errors });
    const told = { email: null, phone: null, projectType: null, eventDate: null, ...input };
    values.set('move', statusOf(values, settings.locale));
    return { input, values, id: (values.get('id') as string | undefined) ?? null, keys: [keyOf(told)] };
  },

  async find(ctx, drafts, made) {
    const records = await leads.leadsLike(ctx, {
      ids: drafts.flatMap(({ id }) => storedId('lead', id ?? '') ?? []),
      emails: drafts.flatMap(({ input }) => input.email ?? []),
      phones: drafts.flatMap(({ input }) => (input.email ? [] : (input.phone ?? []))),
    });
    const byKey = Map.groupBy(records, keyOf);
    const own = await made(records.map((record) => storedId('lead', record.id)!));
    return drafts.map(({ id, keys }) => {
      const named = id === null ? undefined : records.find((record) => record.id === id);
      // Two rows of an export are two records, however alike they are.
      const alike = (byKey.get(keys[0]!) ?? []).filter(
        (record) => id === null || !own.has(storedId('lead', record.id)!),
      );
      const found = named ?? alike[0];
      return found ? knownOf(found) : null;
    });
  },

  async getMany(ctx, ids) {
    const records = await leads.leadsLike(ctx, { ids, emails: [], phones: [] });
    return new Map(records.map(knownOf).map((known) => [known.id, known]));
  },

  patch({ record }, { input, values }) {
    const patch: Record<string, unknown> = {};
    const told = new Set<string>(['name', 'email', 'phone', 'budget', ...texts]);
    const wanted = Object.fromEntries(Object.entries(input).filter(([field]) => told.has(field)));
    setAll(wanted, values, later);
    for (const [field, value] of Object.entries(wanted))
      if (spelled(record[field as keyof typeof record]) !== spelled(value)) patch[field] = value;
    const custom = customPatch(record.custom, input.custom);
    if (Object.keys(custom).length > 0) patch.custom = custom;
    return patch;
  },
  former: ({ record }, patch) => formerOf(record, patch),

  async create(ctx, { input, values }) {
    const { lead } = await leads.createLead(ctx, input, { kind: 'import' });
    const leadId = publicId('lead', lead.id);
    const patch: Record<string, unknown> = {};
    setAll(patch, values, later);
    let { version } = lead;
    if (Object.keys(patch).length > 0) version = (await leads.update(ctx, leadId, patch, '*')).version;
    const move = values.get('move') as Schemas['LeadMove'] | null;
    if (move) version = (await leads.move(ctx, leadId, move)).version;
    return { id: lead.id, version };
  },
  async update(ctx, id, patch) {
    return { id, version: (await leads.update(ctx, publicId('lead', id), patch, '*')).version };
  },
  remove: (ctx, id) => leads.remove(ctx, publicId('lead', id)),
  inUse: () => null,
};

/** The leads of a list as CSV. */
export function exportLeads(ctx: Context, filter: leads.LeadFilter): Download {
  let stages: Map<string, string>;
  const columns = async () => {
    stages = await leads.stageNames(ctx);
    const shape = await leads.shapeOfLeads(ctx, filter);
    return [
      ...['id', 'name', 'email', 'phone', ...texts, 'budget.min', 'budget.max', 'budget.currency', 'pageUrl'],
      ...['status', 'stage', 'lostReason', ...later],
      ...fieldsNamed('answers', shape.answers),
      ...fieldsNamed('custom', shape.custom),
      'createdAt',
    ];
  };
  const cellsOf = (lead: Schemas['Lead']) => {
    const cells = new Cells()
      .put('id', lead.id)
      .put('name', lead.name)
      .put('email', lead.email)
      .put('phone', lead.phone);
    for (const field of [...texts, ...later]) cells.put(field, lead[field]);
    const { budget } = lead;
    if (budget) {
      for (const end of ['min', 'max'] as const)
        if (budget[end] != null) cells.put(`budget.${end}`, writeMoney(budget[end], budget.currency));
      cells.put('budget.currency', budget.currency);
    }
    return cells
      .put('pageUrl', lead.source.pageUrl)
      .put('status', lead.status)
      .put('stage', stages.get(lead.stageId))
      .put('lostReason', lead.lostReason)
      .putOpen('answers', Object.fromEntries(lead.answers.map(({ key, value }) => [key, value])))
      .putOpen('custom', lead.custom)
      .put('createdAt', lead.createdAt);
  };
  return csvOf('leads', columns, () => leads.eachLead(ctx, filter), cellsOf);
}
