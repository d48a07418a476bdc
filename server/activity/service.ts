import type { components } from '../../sdk/schema.ts';
import { type FieldChange, visibleFields } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { type Noun, parseAnyId, publicId } from '../platform/ids.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { instant } from '../platform/time.ts';
import { idsIn, namesOf } from './names.ts';
import { ownRecords, visibleNouns } from './readers.ts';

type Schemas = components['schemas'];
type Change = Schemas['Change'];

const nouns: Record<Schemas['ChangeResource'], Noun> = {
  leads: 'lead',
  clients: 'client',
  projects: 'project',
  tasks: 'task',
  notes: 'note',
  leadForms: 'leadForm',
  taskTemplates: 'taskTemplate',
  savedViews: 'savedView',
  apiKeys: 'apiKey',
  connections: 'connection',
  imports: 'import',
  members: 'member',
  invitations: 'invitation',
  workspace: 'workspace',
};

export interface ChangeFilter extends PageRequest {
  subject?: string | undefined;
  actorId?: string | undefined;
  resource?: Schemas['ChangeResource'] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

interface ChangeRow {
  id: string;
  subject_noun: Noun;
  subject_id: string;
  action: string;
  actor: Change['actor'];
  reason: string | null;
  fields: FieldChange[];
  at: Date;
}

/** Changes newest first, of one record or of all that the caller may see. */
export async function listChanges(ctx: Context, filter: ChangeFilter): Promise<Page<Change>> {
  const limit = filter.limit ?? 25;
  const own = await ownRecords(ctx);
  const { text, values } = statement(ctx, filter, own, limit + 1);
  const rows = await query<ChangeRow>(ctx.em, text, values);
  const shown = rows.slice(0, limit);
  const places = await placesOf(ctx, shown);
  const changes = shown.map(
    (row): Omit<Change, 'names'> => ({
      id: publicId('change', row.id),
      subject: publicId(row.subject_noun, row.subject_id),
      record: isPart(row) ? (places.get(row.subject_id) ?? null) : publicId(row.subject_noun, row.subject_id),
      action: row.action,
      actor: row.actor,
      at: instant(row.at),
      reason: row.reason,
      fields: visibleFields(ctx, row.fields),
    }),
  );
  const mentioned = changes.map(({ subject, record, fields }) => idsIn([subject, record, fields]));
  const names = await namesOf(ctx, mentioned.flat(), own);
  const called = (ids: string[]) =>
    Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : [])));
  return {
    items: changes.map((change, index) => ({ ...change, names: called(mentioned[index]!) })),
    next: rows.length > limit ? publicId('change', shown.at(-1)!.id) : null,
  };
}

/** The statement of a list; only the filters that are set stand in it, so that each finds its index. */
function statement(ctx: Context, filter: ChangeFilter, own: Set<string> | null, limit: number) {
  const values: unknown[] = [ctx.workspace.id];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const where = ['c.workspace_id = $1'];
  if (filter.subject) where.push(`c.subject_id = ${bind(parseAnyId(filter.subject)?.uuid ?? null)}`);
  if (filter.actorId) where.push(`c.actor_id = ${bind(filter.actorId)}`);
  if (filter.resource) where.push(`c.subject_noun = ${bind(nouns[filter.resource])}`);
  if (filter.from) where.push(`c.at >= ${bind(filter.from)}`);
  if (filter.to) where.push(`c.at < ${bind(filter.to)}`);
  const visible = visibleNouns(ctx);
  if (visible) where.push(`c.subject_noun = any(${bind(visible)})`);
  const after = cursorId('change', filter.after);
  if (after) where.push(`c.id < ${bind(after)}`);
  // Ids are made under the record's lock; `at` is when a transaction began, which may have waited for another.
  const newest = `order by c.id desc limit ${bind(limit)}`;
  const columns = 'c.id, c.subject_noun, c.subject_id, c.action, c.actor, c.reason, c.fields, c.at';
  const some = `select ${columns} from changes c where ${where.join(' and ')}`;
  if (!own) return { text: `${some} ${newest}`, values };
  // From each of the own records its newest: what that reads grows with their jobs, not with the studio.
  const text = `select ${columns} from unnest(${bind([...own])}::uuid[]) as own(id)
    cross join lateral (${some} and c.subject_id = own.id ${newest}) c ${newest}`;
  return { text, values };
}

/** What is seen on the page of another record. */
const isPart = ({ subject_noun: noun }: ChangeRow): boolean => noun === 'note' || noun === 'task';

/** Where notes and tasks are seen, by their stored ids. */
async function placesOf(ctx: Context, rows: ChangeRow[]): Promise<Map<string, string>> {
  const parts = rows.filter(isPart).map((row) => row.subject_id);
  if (parts.length === 0) return new Map();
  const found = await query<{ id: string; noun: Noun; place: string }>(
    ctx.em,
    `select id, subject_noun as noun, subject_id as place from notes where workspace_id = $1 and id = any($2::uuid[])
     union all select id, 'project', project_id from tasks where workspace_id = $1 and id = any($2::uuid[])`,
    [ctx.workspace.id, parts],
  );
  return new Map(found.map(({ id, noun, place }) => [id, publicId(noun, place)]));
}
