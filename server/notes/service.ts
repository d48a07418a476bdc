import type { components } from '../../sdk/schema.ts';
import { peopleOf } from '../account/service.ts';
import { blankChanges, diff, type FieldChange, recordChange } from '../platform/changes.ts';
import { type Context, recordedActor } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import type { MergeHook } from '../platform/module.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { loadForWrite, mergeCustom, touch } from '../platform/records.ts';
import { Note } from './entities.ts';
import { errors } from './errors.ts';
import { presentNote } from './present.ts';
import { findSubject, readersOf, type Subject } from './subjects.ts';

type NoteInput = components['schemas']['NoteInput'];
type NotePatch = components['schemas']['NotePatch'];

/** The record a note is on. @throws 404 if it is none of the caller's */
async function subjectOf(ctx: Context, note: Note): Promise<Subject> {
  const subject = await findSubject(ctx, publicId(note.subjectNoun, note.subjectId));
  if (!subject) throw problems.not_found();
  return subject;
}

function announce(
  ctx: Context,
  note: Note,
  { links }: Subject,
  action: 'created' | 'updated' | 'deleted',
  fields: FieldChange[] = [],
): void {
  recordChange(ctx, 'note', note.id, action, fields);
  const subject = publicId(note.subjectNoun, note.subjectId);
  ctx.emit(
    `note.${action}`,
    { id: publicId('note', note.id), subject, changed: fields.map((field) => field.field), version: note.version },
    links,
  );
}

/** The stored ids of members who may read the note. @throws 422 with the place of one who is none */
async function readMentions(ctx: Context, subject: Subject, memberIds: string[]): Promise<string[]> {
  const ids = memberIds.map((id) => storedId('member', id));
  const readers = await readersOf(
    ctx,
    subject,
    ids.filter((id) => id !== null),
  );
  const missing = ids.findIndex((id) => id === null || !readers.has(id));
  if (missing < 0) return ids as string[];
  const message = 'is no member of this studio who sees the record';
  throw errors.member_not_found({ errors: [{ pointer: `/mentions/${missing}`, code: 'not_found', message }] });
}

/** Tells members who were not mentioned before. Nobody is told of what they write themselves. */
async function tell(ctx: Context, note: Note, memberIds: string[]): Promise<void> {
  const others = memberIds.filter((id) => id !== ctx.actor.member?.id);
  if (others.length === 0) return;
  for (const { email, memberId } of await peopleOf(ctx, others))
    ctx.mail({ template: 'notes.mention', to: email, data: { noteId: publicId('note', note.id), memberId } });
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
    mentions: await readMentions(ctx, subject, input.mentions ?? []),
    custom: input.custom ?? {},
    createdAt: ctx.now,
    updatedAt: ctx.now,
    version: 1,
  });
  ctx.em.persist(note);
  announce(ctx, note, subject, 'created');
  await tell(ctx, note, note.mentions);
  return note;
}

export async function get(ctx: Context, noteId: string): Promise<Note> {
  const id = storedId('note', noteId);
  const note = id ? await ctx.em.findOne(Note, { id }) : null;
  if (!note) throw problems.not_found();
  await subjectOf(ctx, note);
  return note;
}

/** The notes on a record, newest first; none for a record that is not of this workspace or none of the caller's. */
export async function list(
  ctx: Context,
  request: PageRequest & { subject: string },
): Promise<Page<components['schemas']['Note']>> {
  const limit = request.limit ?? 25;
  const after = cursorId('note', request.after);
  const subject = await findSubject(ctx, request.subject);
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
  // Whose it is comes first: that a version is stale would tell that the note is there.
  const subject = await subjectOf(ctx, await get(ctx, noteId));
  const note = await loadForWrite<Note>(ctx, Note, 'note', noteId, ifMatch);
  const { mentions, custom, ...plain } = patch;
  const next = {
    ...plain,
    ...(mentions ? { mentions: await readMentions(ctx, subject, mentions) } : {}),
    ...(custom ? { custom: mergeCustom(note.custom, custom) } : {}),
  };
  const fields = diff({ ...note }, next);
  if (fields.length === 0) return note;
  const added = (next.mentions ?? []).filter((id) => !note.mentions.includes(id));
  Object.assign(note, next);
  touch(ctx, note);
  announce(ctx, note, subject, 'updated', fields.map(inPublic));
  await tell(ctx, note, added);
  return note;
}

/** Records of change speak of members as the contract does. */
const inPublic = (change: FieldChange): FieldChange => {
  const named = (ids: unknown) => (ids as string[]).map((id) => publicId('member', id));
  return change.field === 'mentions' ? { ...change, before: named(change.before), after: named(change.after) } : change;
};

export async function remove(ctx: Context, noteId: string): Promise<void> {
  const subject = await subjectOf(ctx, await get(ctx, noteId));
  const note = await loadForWrite<Note>(ctx, Note, 'note', noteId);
  ctx.em.remove(note);
  await blankChanges(ctx, [note.id]);
  announce(ctx, note, subject, 'deleted');
}

/** Lets notes follow a client into another. */
export const moveNotes: MergeHook = async (ctx, { from, to, only }) => {
  const rows = await query<{ id: string }>(
    ctx.em,
    `update notes set subject_id = $3 where workspace_id = $1 and subject_id = $2 and ($4::uuid[] is null or id = any($4::uuid[]))
      returning id`,
    [ctx.workspace.id, from, to, only ?? null],
  );
  return [{ resource: 'notes', ids: rows.map((row) => row.id) }];
};
