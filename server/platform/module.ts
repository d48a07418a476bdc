import type { Context, Services } from './context.ts';
import type { Routes } from './contract-types.ts';
import type { EncryptedColumn } from './encrypted.ts';
import type { Event, EventType } from './events.ts';
import type { ErrorRow } from './problem.ts';

export interface JobDefinition {
  /** Runs in a transaction of its own, which completes with the job. May run more than once: make it repeatable. */
  run?: (ctx: Context, payload: Record<string, never> & { workspaceId: string }) => Promise<void>;
  /** Opens its transactions itself, because it waits for a vendor between them. */
  runManually?: (services: Services, payload: Record<string, never> & { workspaceId: string }) => Promise<void>;
  retryLimit?: number;
  /** Loads what the first run needs, before the process says that it is ready. */
  prepare?: () => Promise<void>;
  /** Called once the last try has failed, so that nothing waits for it for ever. May run more than once. */
  gaveUp?: (ctx: Context, payload: Record<string, never> & { workspaceId: string }) => Promise<void>;
}

export type Listener = (ctx: Context, event: Event) => Promise<void>;

/** What a room promises about the personal data it keeps. */
export interface PrivacyPlan {
  /** Tables of the room that an export holds whole. */
  export: readonly string[];
  /** Removes what the room holds about the person with this e-mail address; answers how many records it touched. */
  erase: (ctx: Context, person: { email: string }) => Promise<number>;
  /** The table (with `deleted_at`) of records that people delete, and what removes them for good 30 days later. */
  deleted?: { table: string; purge: (ctx: Context, ids: string[]) => Promise<void> };
}

/** What follows from one client to another when two are merged; `only` limits the way back to what had moved. */
export type MergeHook = (
  ctx: Context,
  move: { from: string; to: string; only?: string[] | undefined },
) => Promise<{ resource: string; ids: string[] }[]>;

export interface ModuleDefinition {
  name: string;
  entities?: readonly unknown[];
  routes?: Routes;
  errors?: { rows: Record<string, ErrorRow> };
  jobs?: Record<string, JobDefinition>;
  on?: Partial<Record<EventType, Listener>>;
  /** Lets the room's records follow a merged client. Ids are stored ones. */
  merge?: MergeHook;
  /** Every column of the room that has the type `encrypted`. */
  encrypted?: readonly EncryptedColumn[];
  privacy?: PrivacyPlan;
}

export type Module = Readonly<ModuleDefinition>;

/** The one door of a room. Every field but `name` is optional, but a room with entities must have a privacy plan. */
export function defineModule<const Definition extends ModuleDefinition>(definition: Definition): Definition {
  if (definition.entities?.length && !definition.privacy) {
    throw new Error(`The room ${definition.name} keeps data, so its module needs \`privacy\``);
  }
  return definition;
}
