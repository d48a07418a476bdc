import type { components } from '../../sdk/schema.ts';
import { recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { query } from '../platform/database.ts';
import { type EncryptedColumn, seal, unseal } from '../platform/encrypted.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { type Page, type PageRequest, pageOf } from '../platform/pages.ts';
import { problems } from '../platform/problem.ts';
import { instant } from '../platform/time.ts';

type Connection = components['schemas']['Connection'];
export type Provider = Connection['provider'];

export const connectionTokens: EncryptedColumn = { table: 'connections', column: 'tokens', inWorkspace: true };

/** In the order in which people see them. */
const providers: readonly Provider[] = ['google', 'instagram', 'stripe'];

interface Row {
  id: string;
  provider: Provider;
  status: 'connected' | 'reconnect_needed';
  account: string;
  scopes: string[];
  created_at: Date;
  last_sync_at: Date | null;
  last_error: string | null;
}

const columns = 'id, provider, status, account, scopes, created_at, last_sync_at, last_error';

const disconnected = (provider: Provider): Connection => ({
  id: null,
  provider,
  status: 'disconnected',
  account: null,
  scopes: [],
  connectedAt: null,
  lastSyncAt: null,
  lastError: null,
});

const present = (row: Row): Connection => ({
  id: publicId('connection', row.id),
  provider: row.provider,
  status: row.status,
  account: row.account,
  scopes: row.scopes,
  connectedAt: instant(row.created_at),
  lastSyncAt: row.last_sync_at && instant(row.last_sync_at),
  lastError: row.last_error,
});

/** Every service a studio can connect, connected or not. */
export async function list(ctx: Context, request: PageRequest): Promise<Page<Connection>> {
  const rows = await query<Row>(ctx.em, `select ${columns} from connections where workspace_id = $1`, [
    ctx.workspace.id,
  ]);
  const found = new Map(rows.map((row) => [row.provider, present(row)]));
  return pageOf(
    request,
    providers.map((provider) => found.get(provider) ?? disconnected(provider)),
    ({ provider }) => provider,
  );
}

/** Forgets a connection and its tokens at once. @throws 404 */
export async function disconnect(ctx: Context, connectionId: string): Promise<void> {
  const id = storedId('connection', connectionId);
  const gone = await query(ctx.em, 'delete from connections where workspace_id = $1 and id = $2 returning 1', [
    ctx.workspace.id,
    id,
  ]);
  if (!id || gone.length === 0) throw problems.not_found();
  announce(ctx, id, 'disconnected');
}

/** What a provider gives once a studio has agreed, and again with every refresh. */
export interface Grant {
  provider: Provider;
  /** Whose account it is there, as people know it: an address or a name. */
  account: string;
  scopes: string[];
  /** Kept encrypted; opened only by `tokensOf`. */
  tokens: Record<string, unknown>;
}

/** Keeps what a provider has granted, in place of what it granted before. */
export async function keep(ctx: Context, { provider, account, scopes, tokens }: Grant): Promise<void> {
  const [former] = await query<Row>(
    ctx.em,
    `select ${columns} from connections where workspace_id = $1 and provider = $2 for update`,
    [ctx.workspace.id, provider],
  );
  const id = former?.id ?? newId();
  const sealed = seal(ctx.config, connectionTokens, { workspaceId: ctx.workspace.id, id }, JSON.stringify(tokens));
  await query(
    ctx.em,
    `insert into connections (workspace_id, id, provider, status, account, scopes, tokens, created_at, updated_at)
     values ($1, $2, $3, 'connected', $4, $5, $6, $7, $7)
     on conflict (workspace_id, id) do update set status = 'connected', account = excluded.account, scopes = excluded.scopes,
       tokens = excluded.tokens, last_error = null, updated_at = excluded.updated_at, version = connections.version + 1`,
    [ctx.workspace.id, id, provider, account, scopes, sealed, ctx.now],
  );
  // A refresh of tokens is no news.
  if (former?.status !== 'connected' || former.account !== account) announce(ctx, id, 'connected');
}

/** The tokens of a connection that works, locked: of many who refresh them at once, the second finds the first's. */
export async function tokensOf(ctx: Context, provider: Provider): Promise<Record<string, unknown> | null> {
  const [row] = await query<{ id: string; tokens: Buffer }>(
    ctx.em,
    `select id, tokens from connections
      where workspace_id = $1 and provider = $2 and status = 'connected' for update`,
    [ctx.workspace.id, provider],
  );
  return row
    ? JSON.parse(unseal(ctx.config, connectionTokens, { workspaceId: ctx.workspace.id, id: row.id }, row.tokens))
    : null;
}

/** How an exchange with a provider ended. `error` is a stable code without content; `refused`: its tokens are dead. */
export type Exchange = { kind: 'synced' } | { kind: 'failed' | 'refused'; error: string };

/** Writes down how an exchange ended; tells the studio once when it has to connect again. */
export async function noteExchange(ctx: Context, provider: Provider, exchange: Exchange): Promise<void> {
  const isSynced = exchange.kind === 'synced';
  const [row] = await query<{ id: string; before: Row['status'] }>(
    ctx.em,
    `update connections c set updated_at = $3, last_sync_at = case when $4 then $3 else c.last_sync_at end, last_error = $5,
            status = case when $6 then 'reconnect_needed' else c.status end
       from (select id, status from connections where workspace_id = $1 and provider = $2 for update) before
      where c.workspace_id = $1 and c.id = before.id returning c.id, before.status as before`,
    [ctx.workspace.id, provider, ctx.now, isSynced, isSynced ? null : exchange.error, exchange.kind === 'refused'],
  );
  if (row?.before === 'connected' && exchange.kind === 'refused') announce(ctx, row.id, 'reconnect_needed');
}

function announce(ctx: Context, id: string, action: 'connected' | 'reconnect_needed' | 'disconnected'): void {
  recordChange(ctx, 'connection', id, action);
  ctx.emit(`connection.${action}`, { id: publicId('connection', id) });
}
