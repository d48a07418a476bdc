import type { components } from '../../sdk/schema.ts';
import { recordedActor } from '../platform/context.ts';
import { publicId } from '../platform/ids.ts';
import { instant } from '../platform/time.ts';
import type { Action, Import, Resource, RowProblem } from './entities.ts';
import { fieldOf, needed, offered } from './fields.ts';

type Schemas = components['schemas'];

/** Fields of which one is needed and none is filled. */
export function missingFields(found: Pick<Import, 'resource' | 'columns'>): string[] {
  const filled = new Set(found.columns.map((column) => column.field));
  return needed[found.resource].find((choices) => !choices.some((name) => filled.has(name)))?.slice() ?? [];
}

export const presentImport = (found: Import): Schemas['Import'] => ({
  id: publicId('import', found.id),
  resource: found.resource,
  fileName: found.fileName,
  status: found.status,
  columns: found.columns,
  availableFields: offered(found.resource).map((name) => ({ name, head: fieldOf(found.resource, name)!.head })),
  missingFields: missingFields(found),
  duplicates: found.duplicates,
  dateOrder: found.dateOrder ?? null,
  rowCount: found.rowCount,
  processed: found.processed,
  counts: found.counts,
  undone: found.undone,
  kept: found.kept,
  startedBy: found.startedBy ? recordedActor(found.startedBy) : null,
  createdAt: instant(found.createdAt),
  updatedAt: instant(found.updatedAt),
  version: found.version,
});

export interface Row {
  rowNumber: number;
  cells: string[];
  action: Action | null;
  problems: RowProblem[];
  outcome: 'done' | 'undone' | 'kept' | null;
  recordId: string | null;
}

const nouns = { clients: 'client', leads: 'lead', projects: 'project' } as const;

/** @param isDecided whether the check in force has come to the row */
export const presentRow = (row: Row, resource: Resource, isDecided: boolean): Schemas['ImportRow'] => ({
  rowNumber: row.rowNumber,
  cells: row.cells,
  action: isDecided ? row.action : null,
  problems: isDecided ? row.problems : [],
  outcome: row.outcome,
  recordId: isDecided && row.recordId ? publicId(nouns[resource], row.recordId) : null,
});
