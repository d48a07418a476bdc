import type { Context } from './context.ts';
import { query } from './database.ts';
import type { Noun } from './ids.ts';

/** A record by its stored id. */
export interface RecordRef {
  noun: Noun;
  id: string;
}

/** Says that a record hangs on another: a project on its client, a task on its project. Saying it twice is once. */
export async function linkRecord(ctx: Context, parentId: string, noun: Noun, subjectId: string): Promise<void> {
  await query(
    ctx.em,
    'insert into record_links (workspace_id, parent_id, subject_noun, subject_id) values ($1, $2, $3, $4) on conflict do nothing',
    [ctx.workspace.id, parentId, noun, subjectId],
  );
}

export async function unlinkRecord(ctx: Context, parentId: string, subjectId: string): Promise<void> {
  await query(ctx.em, 'delete from record_links where workspace_id = $1 and parent_id = $2 and subject_id = $3', [
    ctx.workspace.id,
    parentId,
    subjectId,
  ]);
}

/**
 * Hangs on one record what hung on another. What already hangs on both stays on both, so that moving back what moved
 * restores them exactly.
 * @param only limits it to these subjects
 * @returns the stored ids that moved
 */
export async function moveLinks(
  ctx: Context,
  fromParent: string,
  toParent: string,
  only?: string[],
): Promise<string[]> {
  const rows = await query<{ subject_id: string }>(
    ctx.em,
    `update record_links link set parent_id = $3
      where workspace_id = $1 and parent_id = $2 and ($4::uuid[] is null or subject_id = any($4))
        and not exists (select 1 from record_links there
          where there.workspace_id = $1 and there.parent_id = $3 and there.subject_id = link.subject_id)
     returning subject_id`,
    [ctx.workspace.id, fromParent, toParent, only ?? null],
  );
  return rows.map((row) => row.subject_id);
}

/** Forgets every link of records that go for good, in both directions. */
export async function dropLinks(ctx: Context, ids: string[]): Promise<void> {
  for (const end of ['parent_id', 'subject_id'])
    await query(ctx.em, `delete from record_links where workspace_id = $1 and ${end} = any($2)`, [
      ctx.workspace.id,
      ids,
    ]);
}

/** What a reader may not see of what hangs on a record; nothing below it is followed either. */
export interface Hidden {
  nouns?: readonly Noun[];
  ids?: readonly string[];
}

/** A record and all that hangs on it, directly or through others. */
export function linkedRecords(ctx: Context, root: RecordRef, hidden: Hidden = {}): Promise<RecordRef[]> {
  return query<RecordRef>(
    ctx.em,
    `with recursive reached (noun, id) as (
       select $2::text, $3::uuid
       union
       select link.subject_noun, link.subject_id
         from reached join record_links link on link.workspace_id = $1 and link.parent_id = reached.id
        where not (link.subject_noun = any($4)) and not (link.subject_id = any($5))
     )
     select noun, id from reached`,
    [ctx.workspace.id, root.noun, root.id, hidden.nouns ?? [], hidden.ids ?? []],
  );
}
