import type { components } from '../../sdk/schema.ts';
import { visibleFields } from './changes.ts';
import type { Context } from './context.ts';
import { query } from './database.ts';
import { type Noun, publicId } from './ids.ts';
import type { Page, PageRequest } from './pages.ts';
import { invalid } from './problem.ts';
import { type Hidden, linkedRecords } from './record-links.ts';
import { instant } from './time.ts';

type Schemas = components['schemas'];
type Entry = Schemas['TimelineEntry'];

interface EntryRow {
  id: string;
  subject_id: string;
  at: string;
  /** The same instant in microseconds since 1970. */
  micros: string;
  kind: Entry['kind'];
  actor: Schemas['Actor'];
  action: string;
  fields: Schemas['FieldChange'][];
  note: {
    body: string;
    mentions: string[];
    custom: Record<string, unknown>;
    updatedAt: string;
    version: number;
  } | null;
}

/**
 * All that happened to a record and to what hangs on it, newest first: changes, notes and sent mails. The caller has
 * made sure that the record may be read.
 * @param hidden what hangs on it and may not be seen by this reader
 */
export async function timeline(
  ctx: Context,
  noun: Noun,
  uuid: string,
  request: PageRequest,
  hidden?: Hidden,
): Promise<Page<Entry>> {
  const limit = request.limit ?? 25;
  const cursor = readCursor(request.after);
  const records = await linkedRecords(ctx, { noun, id: uuid }, hidden);
  const rows = await query<EntryRow>(
    ctx.em,
    `select *, (extract(epoch from at) * 1000000)::bigint as micros from (
       select id, subject_id, at, 'change' as kind, actor, action, fields, null::jsonb as note
         from changes where workspace_id = $1 and subject_id = any($2)
       union all
       select id, subject_id, created_at, 'note', author, 'note_written', '[]'::jsonb,
              jsonb_build_object('body', body, 'mentions', mentions, 'custom', custom, 'updatedAt', updated_at, 'version', version)
         from notes where workspace_id = $1 and subject_id = any($2)
       union all
       select id, subject_id, sent_at, 'mail', '{"kind":"system","id":null,"name":null}'::jsonb, template, '[]'::jsonb, null
         from mails where workspace_id = $1 and subject_id = any($2) and status = 'sent'
     ) entries
      where $3::bigint is null or (at, id) < (timestamptz 'epoch' + $3 * interval '1 microsecond', $4::uuid)
      order by at desc, id desc limit $5`,
    [ctx.workspace.id, records.map((record) => record.id), cursor?.micros ?? null, cursor?.id ?? null, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nouns = new Map(records.map((record) => [record.id, record.noun]));
  return {
    items: shown.map((row) =>
      presentEntry(row, publicId(nouns.get(row.subject_id)!, row.subject_id), visibleFields(ctx, row.fields)),
    ),
    next: rows.length > limit && last ? Buffer.from(`${last.micros}|${last.id}`).toString('base64url') : null,
  };
}

function presentEntry(row: EntryRow, subject: string, fields: Entry['fields']): Entry {
  const id = publicId(row.kind, row.id);
  const at = instant(row.at);
  const note = row.note && {
    id,
    subject,
    body: row.note.body,
    author: row.actor,
    mentions: row.note.mentions.map((memberId) => publicId('member', memberId)),
    custom: row.note.custom,
    createdAt: at,
    updatedAt: instant(row.note.updatedAt),
    version: row.note.version,
  };
  return { id, subject, at, kind: row.kind, actor: row.actor, action: row.action, fields, note };
}

function readCursor(after: string | undefined): { micros: string; id: string } | null {
  if (after === undefined) return null;
  const text = Buffer.from(after, 'base64url').toString('utf8');
  const [, micros, id] = /^(\d{1,17})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (!micros || !id) throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  return { micros, id };
}
