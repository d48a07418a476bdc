import type { components } from '../../sdk/schema.ts';
import { diff, recordChange } from '../platform/changes.ts';
import { type Context, recordedActor } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { type Noun, newId, parseAnyId, publicId, storedId } from '../platform/ids.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { loadForWrite, mergeCustom, touch } from '../platform/records.ts';
import { Note } from './entities.ts';
import { errors } from './errors.ts';
import { presentNote } from './present.ts';

type NoteInput = components['schemas']['NoteInput'];
type NotePatch = components['schemas']['NotePatch'];

/** The tables whose records can carry notes. Rooms come later in the order, so their tables are named, not imported. */
const subjectTables: Partial<Record<Noun, string>> = { lead: 'leads' };

async function findSubject(ctx: Context, subject: string): Promise<{ noun: Noun; uuid: string } | null> {
  const parsed = parseAnyId(subject);
  const table = parsed && subjectTables[parsed.noun];
  if (!table) return null;
  const rows = await query(ctx.em, `select 1 from ${table} where workspace_id = $1 and id = $2`, [
    ctx.workspace.id,
    parsed.uuid,
  ]);
  return rows.length > 0 ? parsed : null;
}

const links = (note: Note) => (note.subjectNoun === 'lead' ? { leadId: note.subjectId } : {});

function announce(
  ctx: Context,
  note: Note,
  action: 'created' | 'updated' | 'deleted',
  fields: ReturnType<typeof diff> = [],
): void {
  recordChange(ctx, 'note', note.id, action, fields);
  const subject = publicId(note.subjectNoun, note.subjectId);
  ctx.emit(
    `note.${action}`,
    { id: publicId('note', note.id), subject, changed: fields.map((field) => field.field), version: note.version },
    links(note),
  );
}

/** Writes a note on a record of the workspace. */
export async function create(ctx: Context, input: NoteInput): Promise<Note> {
  const subject = await findSubject(ctx, input.subject);
  if (!subject)
    throw errors.subject_not_found({
      errors: [{ pointer: '/subject', code: 'not_found', message: 'is no record of this workspace' }],
    });
  const note = ctx.em.create(Note, {
    id: newId(),
    workspaceId: ctx.workspace.id,
    subjectNoun: subject.noun,
    subjectId: subject.uuid,
    body: input.body,
    author: recordedActor(ctx.actor),
    custom: input.custom ?? {},
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  ctx.em.persist(note);
  announce(ctx, note, 'created');
  return note;
}

export async function get(ctx: Context, noteId: string): Promise<Note> {
  const id = storedId('note', noteId);
  const note = id ? await ctx.em.findOne(Note, { id }) : null;
  if (!note) throw problems.not_found();
  return note;
}

/** The notes on a record, newest first; none for a record that is not of this workspace. */
export async function list(
  ctx: Context,
  request: PageRequest & { subject: string },
): Promise<Page<components['schemas']['Note']>> {
  const limit = request.limit ?? 25;
  const after = cursorId('note', request.after);
  const subject = parseAnyId(request.subject);
  if (!subject) return { items: [], next: null };
  const rows = await ctx.em.find(
    Note,
    { workspaceId: ctx.workspace.id, subjectId: subject.uuid, ...(after ? { id: { $lt: after } } : {}) },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  return { items: shown.map(presentNote), next: rows.length > limit ? publicId('note', shown.at(-1)!.id) : null };
}

export async function update(ctx: Context, noteId: string, patch: NotePatch, ifMatch: number | '*'): Promise<Note> {
  const note = await loadForWrite<Note>(ctx, Note, 'note', noteId, ifMatch);
  const next = { ...patch, ...(patch.custom ? { custom: mergeCustom(note.custom, patch.custom) } : {}) };
  const fields = diff(note as unknown as Record<string, unknown>, next);
  if (fields.length === 0) return note;
  Object.assign(note, next);
  touch(ctx, note);
  announce(ctx, note, 'updated', fields);
  return note;
}

export async function remove(ctx: Context, noteId: string): Promise<void> {
  const note = await loadForWrite<Note>(ctx, Note, 'note', noteId);
  ctx.em.remove(note);
  announce(ctx, note, 'deleted');
}
