import type { components } from '../../sdk/schema.ts';
import type { Caller } from '../platform/authenticate.ts';
import { diff, recordChange } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import { hashToken } from '../platform/crypto.ts';
import { newId, publicId, storedId } from '../platform/ids.ts';
import { makeKey } from '../platform/keys.ts';
import { recheckStreams } from '../platform/live.ts';
import { cursorId, type Page, type PageRequest } from '../platform/pages.ts';
import { invalid, problems } from '../platform/problem.ts';
import { loadForWrite, touch } from '../platform/records.ts';
import { ApiKey, type Workspace } from './entities.ts';
import { errors } from './errors.ts';
import { presentApiKey } from './present.ts';

type Schemas = components['schemas'];
type KeyInput = Schemas['ApiKeyInput'];

/** Makes a key of a workspace; its text is known only here and, if publishable, in its row. */
export function createKey(
  ctx: Context,
  workspace: Pick<Workspace, 'id' | 'mode'>,
  input: KeyInput,
): { row: ApiKey; key: string } {
  const key = makeKey(input.kind, workspace.mode);
  const row = ctx.em.create(ApiKey, {
    id: newId(),
    workspaceId: workspace.id,
    kind: input.kind,
    name: input.name,
    ...textOf(input.kind, key),
    origins: input.origins ?? [],
    scopes: input.scopes ?? [],
    createdAt: ctx.now,
    updatedAt: ctx.now,
    lastUsedAt: null,
    formerHash: null,
    formerWorksUntil: null,
    revokedAt: null,
    version: 1,
  });
  ctx.em.persist(row);
  return { row, key };
}

/** What is kept of a key's text. */
const textOf = (kind: ApiKey['kind'], key: string): Pick<ApiKey, 'keyHash' | 'value' | 'hint'> => ({
  keyHash: hashToken(key),
  value: kind === 'publishable' ? key : null,
  hint: `${key.slice(0, 11)}…${key.slice(-4)}`,
});

/** Makes a key on a person's behalf. Only owners make secret keys. */
export async function create(
  ctx: Context,
  caller: Caller,
  mode: 'live' | 'test',
  input: KeyInput,
): Promise<Schemas['CreatedApiKey']> {
  if (input.kind === 'secret' && caller.role !== 'owner')
    throw problems.forbidden({ detail: 'Only owners make secret keys' });
  checkUse(input.kind, input);
  if (input.kind === 'secret' && !input.scopes) throw invalid('/scopes', 'required', 'says what a secret key may do');
  const { row, key } = createKey(ctx, { id: ctx.workspace.id, mode }, input);
  announce(ctx, row, 'created');
  return { apiKey: presentApiKey(row), key };
}

function checkUse(kind: ApiKey['kind'], use: { origins?: unknown; scopes?: unknown }): void {
  if (kind === 'secret' && use.origins) throw invalid('/origins', 'not_applicable', 'belongs to publishable keys');
  if (kind === 'publishable' && use.scopes) throw invalid('/scopes', 'not_applicable', 'belongs to secret keys');
}

function announce(
  ctx: Context,
  row: ApiKey,
  action: 'created' | 'updated' | 'rotated' | 'revoked',
  fields: ReturnType<typeof diff> = [],
): void {
  recordChange(ctx, 'apiKey', row.id, action, fields);
  ctx.emit(`api_key.${action}`, {
    id: publicId('apiKey', row.id),
    changed: fields.map((field) => field.field),
    version: row.version,
  });
}

export async function list(ctx: Context, request: PageRequest): Promise<Page<Schemas['ApiKey']>> {
  const limit = request.limit ?? 25;
  const after = cursorId('apiKey', request.after);
  const rows = await ctx.em.find(
    ApiKey,
    { workspaceId: ctx.workspace.id, ...(after ? { id: { $lt: after } } : {}) },
    { orderBy: { id: 'desc' }, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  return { items: shown.map(presentApiKey), next: rows.length > limit ? publicId('apiKey', shown.at(-1)!.id) : null };
}

export async function get(ctx: Context, apiKeyId: string): Promise<ApiKey> {
  const id = storedId('apiKey', apiKeyId);
  const row = id ? await ctx.em.findOne(ApiKey, { id }) : null;
  if (!row) throw problems.not_found();
  return row;
}

export async function update(
  ctx: Context,
  caller: Caller,
  apiKeyId: string,
  patch: Schemas['ApiKeyPatch'],
  ifMatch: number | '*',
): Promise<ApiKey> {
  const row = await loadForWrite<ApiKey>(ctx, ApiKey, 'apiKey', apiKeyId, ifMatch);
  if (row.kind === 'secret' && caller.role !== 'owner')
    throw problems.forbidden({ detail: 'Only owners change secret keys' });
  checkUse(row.kind, patch);
  const fields = diff(row as unknown as Record<string, unknown>, patch);
  if (fields.length === 0) return row;
  Object.assign(row, patch);
  touch(ctx, row);
  announce(ctx, row, 'updated', fields);
  return row;
}

/**
 * Gives a key another text; the former one works on until the overlap ends, and one from before that ends now.
 * @throws 409 `key_revoked`
 */
export async function rotate(
  ctx: Context,
  caller: Caller,
  mode: 'live' | 'test',
  apiKeyId: string,
  { overlapMinutes }: Schemas['KeyRotation'],
): Promise<Schemas['CreatedApiKey']> {
  const row = await loadForWrite<ApiKey>(ctx, ApiKey, 'apiKey', apiKeyId);
  if (row.kind === 'secret' && caller.role !== 'owner')
    throw problems.forbidden({ detail: 'Only owners replace secret keys' });
  if (row.revokedAt) throw errors.key_revoked();
  const key = makeKey(row.kind, mode);
  const next = textOf(row.kind, key);
  const fields = diff({ hint: row.hint }, { hint: next.hint });
  const formerWorksUntil = new Date(ctx.now.getTime() + overlapMinutes * 60_000);
  Object.assign(row, next, { formerHash: row.keyHash, formerWorksUntil });
  touch(ctx, row);
  await recheckStreams(ctx);
  announce(ctx, row, 'rotated', fields);
  return { apiKey: presentApiKey(row), key };
}

/** Refuses the key from now on, everywhere. Doing it twice is no error. */
export async function revoke(ctx: Context, apiKeyId: string): Promise<ApiKey> {
  const row = await loadForWrite<ApiKey>(ctx, ApiKey, 'apiKey', apiKeyId);
  if (row.revokedAt) return row;
  row.revokedAt = ctx.now;
  touch(ctx, row);
  await recheckStreams(ctx);
  announce(ctx, row, 'revoked');
  return row;
}
