import { LockMode } from '@mikro-orm/core';
import type { Context } from './context.ts';
import { type Noun, storedId } from './ids.ts';
import { invalid, problems } from './problem.ts';

/**
 * Loads one record for writing: locked, so that two writers take turns, and of the version the caller read.
 * @throws 404 if there is none in this workspace, 412 if it has changed since
 */
export async function loadForWrite<Entity extends { version: number }>(
  ctx: Context,
  entity: unknown,
  noun: Noun,
  id: string,
  ifMatch: number | '*' = '*',
): Promise<Entity> {
  const uuid = storedId(noun, id);
  const record = uuid
    ? ((await ctx.em.findOne(entity as never, { id: uuid } as never, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      })) as Entity | null)
    : null;
  if (!record) throw problems.not_found();
  checkVersion(record, ifMatch);
  return record;
}

/** @throws 412 unless the caller read the current version */
export function checkVersion(record: { version: number }, ifMatch: number | '*'): void {
  if (ifMatch !== '*' && ifMatch !== record.version) {
    throw problems.version_stale({
      detail: `It is at version ${record.version}`,
      headers: { etag: `"${record.version}"` },
    });
  }
}

/** Marks a record as changed now. */
export function touch(ctx: Context, record: { version: number; updatedAt: Date }): void {
  record.version += 1;
  record.updatedAt = ctx.now;
}

/** That an import has made or changed a record; `$1` is the workspace, `importId` the parameter with the stored id. */
export const isOfImport = (column: string, importId: string): string =>
  `${column} in (select record_id from import_rows
    where workspace_id = $1 and import_id = ${importId} and record_id is not null and outcome in ('done', 'kept'))`;

const maxNamespaces = 50;

/** Namespaced custom fields: a namespace set to null goes, others are replaced whole. @throws 422 once there are too many */
export function mergeCustom(
  current: Record<string, unknown>,
  patch: Record<string, unknown> | undefined,
): Record<string, unknown> {
  if (!patch) return current;
  const merged = Object.entries({ ...current, ...patch }).filter(([, value]) => value !== null);
  if (merged.length > maxNamespaces)
    throw invalid('/custom', 'maxProperties', `must not hold more than ${maxNamespaces} namespaces`);
  return Object.fromEntries(merged);
}
