import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import type { components } from '../../sdk/schema.ts';
import type { Context } from '../platform/context.ts';

type Schemas = components['schemas'];
export type Resource = Schemas['ImportResource'];
export type Status = Schemas['ImportStatus'];
export type Action = Schemas['ImportAction'];
export type Column = Schemas['ImportColumn'];
export type RowProblem = Schemas['ImportProblem'];

export const Import = defineEntity({
  name: 'Import',
  tableName: 'imports',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    resource: p.text().$type<Resource>(),
    fileName: p.text(),
    status: p.text().$type<Status>(),
    columns: p.json<Column[]>(),
    duplicates: p.text().$type<Schemas['ImportDuplicates']>(),
    dateOrder: p.text().$type<Schemas['ImportDateOrder']>().nullable(),
    rowCount: p.integer(),
    processed: p.integer(),
    position: p.integer(),
    counts: p.json<Schemas['ImportCounts']>(),
    undone: p.integer(),
    kept: p.integer(),
    startedBy: p.json<Context['actor']>().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    version: p.integer(),
  },
});
export type Import = InferEntity<typeof Import>;

export const noCounts = (): Schemas['ImportCounts'] => ({ create: 0, update: 0, skip: 0, error: 0 });

/** What people may ask of an import in each of its states; work under way can only be cancelled. */
const allowed: Record<Status, readonly Verb[]> = {
  uploaded: ['update', 'check', 'delete'],
  checking: ['cancel'],
  checked: ['update', 'check', 'run', 'delete'],
  running: ['cancel'],
  finished: ['undo', 'delete'],
  cancelled: ['run', 'undo', 'delete'],
  undoing: [],
  undone: ['delete'],
  failed: ['check', 'run', 'undo', 'delete'],
};
export type Verb = 'update' | 'check' | 'run' | 'cancel' | 'undo' | 'delete';

/**
 * Whether an import may be asked for this. One that failed goes on with what it was doing: a check from its beginning,
 * a run that has imported something from where it stood, and what is being taken back only that way.
 */
export function may(
  found: Pick<Import, 'status' | 'position' | 'undone' | 'kept'>,
  verb: Verb,
  hasRun: boolean,
): boolean {
  if (!allowed[found.status].includes(verb)) return false;
  if (found.status !== 'failed' || verb === 'delete') return true;
  if (found.undone + found.kept > 0) return verb === 'undo';
  return hasRun ? verb !== 'check' : verb === 'check';
}
