import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import type { EventLinks } from '../platform/events.ts';
import { type Noun, parseAnyId } from '../platform/ids.ts';
import { scopeOf } from '../platform/scope.ts';

/** A record that carries notes, and what events about these belong to. */
export interface Subject {
  noun: Noun;
  uuid: string;
  links: EventLinks;
}

interface SubjectTable {
  table: string;
  /** The column that names what an event about it belongs to. */
  link: [keyof EventLinks, column: string];
  /** Whether it belongs to the jobs that a member is assigned to; null for what is nobody's own. */
  own: ((member: string) => string) | null;
}

const isAssigned = (project: string, member: string): string =>
  `exists (select 1 from project_members pm where pm.workspace_id = s.workspace_id and pm.project_id = ${project} and pm.member_id = ${member})`;

/** Which records carry notes. Their rooms come later in the order, so their tables are named, not imported. */
const subjects: Partial<Record<Noun, SubjectTable>> = {
  lead: { table: 'leads', link: ['leadId', 'id'], own: null },
  client: {
    table: 'clients',
    link: ['clientId', 'id'],
    own: (member) =>
      `exists (select 1 from project_clients pc join projects p on p.workspace_id = pc.workspace_id and p.id = pc.project_id
         where pc.workspace_id = s.workspace_id and pc.client_id = s.id and p.deleted_at is null and ${isAssigned('p.id', member)})`,
  },
  project: { table: 'projects', link: ['projectId', 'id'], own: (member) => isAssigned('s.id', member) },
  task: { table: 'tasks', link: ['projectId', 'project_id'], own: (member) => isAssigned('s.project_id', member) },
};

/** A record by its public id; null for one that carries no notes, is of another studio, or none of the caller's. */
export async function findSubject(ctx: Context, id: string): Promise<Subject | null> {
  const parsed = parseAnyId(id);
  const subject = parsed && subjects[parsed.noun];
  if (!subject) return null;
  const scope = scopeOf(ctx);
  if (scope && !subject.own) return null;
  const [key, column] = subject.link;
  const rows = await query<{ link: string }>(
    ctx.em,
    `select s.${column} as link from ${subject.table} s
      where s.workspace_id = $1 and s.id = $2 ${scope ? `and ${subject.own!('$3')}` : ''}`,
    [ctx.workspace.id, parsed.uuid, ...(scope ? [scope.memberId] : [])],
  );
  return rows[0] ? { ...parsed, links: { [key]: rows[0].link } } : null;
}

/** Which of these members may read what is written on a record. */
export async function readersOf(ctx: Context, { noun, uuid }: Subject, memberIds: string[]): Promise<Set<string>> {
  const { table, own } = subjects[noun]!;
  const rows = await query<{ id: string }>(
    ctx.em,
    `select m.id from members m join ${table} s on s.workspace_id = m.workspace_id and s.id = $2
      where m.workspace_id = $1 and m.id = any($3::uuid[]) and (not m.own_jobs_only or ${own?.('m.id') ?? 'false'})`,
    [ctx.workspace.id, uuid, memberIds],
  );
  return new Set(rows.map((row) => row.id));
}
