import type { components } from '../../sdk/schema.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { storedId } from '../platform/ids.ts';
import type { Page, PageRequest } from '../platform/pages.ts';
import { invalid } from '../platform/problem.ts';
import { presentClient } from './present.ts';
import { findClients } from './queries.ts';

type Duplicate = components['schemas']['ClientDuplicate'];

interface PairRow {
  newer: string;
  older: string;
  reasons: Duplicate['reasons'];
}

/** Each client beside the oldest of those it shares a number or a name with: as many rows as clients, not as pairs. */
const everyPair = `
  select client_id as newer, first as older, kind as reason from (
    select client_id, kind, first_value(client_id) over (partition by value order by client_id) as first
      from client_identities where workspace_id = $1 and kind = 'phone') numbers where client_id <> first
  union all
  select id, first, 'name' from (
    select id, first_value(id) over (partition by folded_name order by id) as first
      from clients where workspace_id = $1 and deleted_at is null and folded_name <> '') names where id <> first`;

/** One client beside every other that it shares a number or a name with. */
const pairsOfOne = `
  select greatest(a.client_id, b.client_id) as newer, least(a.client_id, b.client_id) as older, a.kind as reason
    from client_identities a
    join client_identities b on b.workspace_id = $1 and b.kind = 'phone' and b.value = a.value and b.client_id <> a.client_id
   where a.workspace_id = $1 and a.kind = 'phone' and a.client_id = $5
  union all
  select greatest(a.id, b.id), least(a.id, b.id), 'name'
    from clients a
    join clients b on b.workspace_id = $1 and b.folded_name = a.folded_name and b.deleted_at is null and b.id <> a.id
   where a.workspace_id = $1 and a.id = $5 and a.deleted_at is null and a.folded_name <> ''`;

/**
 * Pairs of clients that look like the same person, the one with the newest client first. A pair whose merge was undone
 * is not suggested again.
 */
export async function duplicates(
  ctx: Context,
  request: PageRequest & { clientId?: string | undefined },
): Promise<Page<Duplicate>> {
  const limit = request.limit ?? 25;
  const cursor = readCursor(request.after);
  const of = request.clientId === undefined ? [] : [storedId('client', request.clientId)];
  const rows = await query<PairRow>(
    ctx.em,
    `select newer, older, array_agg(distinct reason order by reason desc) as reasons
       from (${of.length > 0 ? pairsOfOne : everyPair}) pairs
      where ($2::uuid is null or (newer, older) < ($2, $3::uuid))
        and not exists (select 1 from client_merges m where m.workspace_id = $1 and m.undone_at is not null
              and ((m.survivor_id = newer and m.other_id = older) or (m.survivor_id = older and m.other_id = newer)))
      group by newer, older order by newer desc, older desc limit $4`,
    [ctx.workspace.id, cursor?.newer ?? null, cursor?.older ?? null, limit + 1, ...of],
  );
  const shown = rows.slice(0, limit);
  const clients = await findClients(
    ctx,
    shown.flatMap(({ newer, older }) => [newer, older]),
  );
  const last = shown.at(-1);
  return {
    items: shown.map(({ newer, older, reasons }) => ({
      clients: [older, newer].map((id) => presentClient(clients.get(id)!)) as Duplicate['clients'],
      reasons,
    })),
    next: rows.length > limit && last ? Buffer.from(`${last.newer}|${last.older}`).toString('base64url') : null,
  };
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const cursorForm = new RegExp(`^(${uuid})\\|(${uuid})$`);

function readCursor(after: string | undefined): { newer: string; older: string } | null {
  if (after === undefined) return null;
  const [, newer, older] = cursorForm.exec(Buffer.from(after, 'base64url').toString('utf8')) ?? [];
  if (!newer || !older) throw invalid('query/after', 'cursor', 'Pass the `next` of the page before');
  return { newer, older };
}
