import { blankChanges } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { normalizeEmail } from '../platform/formats.ts';
import { dropLinks } from '../platform/record-links.ts';

/** Removes leads for good: the rows, the notes on them, the mails about them, and the words in their record of change. */
export async function purge(ctx: Context, ids: string[]): Promise<void> {
  const inWorkspace = [ctx.workspace.id, ids];
  const notes = await query<{ id: string }>(
    ctx.em,
    'delete from notes where workspace_id = $1 and subject_id = any($2) returning id',
    inWorkspace,
  );
  await blankChanges(ctx, [...ids, ...notes.map((note) => note.id)]);
  await query(ctx.em, 'delete from mails where workspace_id = $1 and subject_id = any($2)', inWorkspace);
  await dropLinks(ctx, ids);
  await query(ctx.em, 'delete from leads where workspace_id = $1 and id = any($2)', inWorkspace);
}

/** Removes the enquiries of a person, and the mails to them. */
export async function erase(ctx: Context, person: { email: string }): Promise<number> {
  const email = normalizeEmail(person.email);
  const rows = await query<{ id: string }>(ctx.em, 'select id from leads where workspace_id = $1 and email = $2', [
    ctx.workspace.id,
    email,
  ]);
  await purge(
    ctx,
    rows.map((row) => row.id),
  );
  await query(ctx.em, 'delete from mails where workspace_id = $1 and recipient = $2', [ctx.workspace.id, email]);
  return rows.length;
}
