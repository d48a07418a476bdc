import { setTimeout as delay } from 'node:timers/promises';
import { type Config, ConfigError } from './config.ts';
import { DecryptionError } from './crypto.ts';
import { begin, type EntityManager, noWorkspace, type Orm, query } from './database.ts';
import { type Cell, type EncryptedColumn, seal, unseal } from './encrypted.ts';

/** Rows of one transaction: short enough that nobody waits for it. */
const batch = 200;
/** A row that somebody else holds is passed over and looked for again. */
const passes = 20;

export interface Rotated {
  table: string;
  column: string;
  /** Values that are under the newest key now. */
  done: number;
  /** Values still under an older key. */
  left: number;
  /** Of those, the ones that no key opens: somebody has changed them. */
  unreadable: number;
}

/**
 * Encrypts every value of the columns anew with the newest key, in short transactions: readers and writers go on.
 * Killed in the middle it loses nothing, and run again it goes on where it was; several at once share the work.
 * @param report hears how far it is after each batch
 */
export async function rotateKeys(
  orm: Orm,
  config: Config,
  columns: readonly EncryptedColumn[],
  report: (progress: Rotated) => void = () => {},
): Promise<Rotated[]> {
  const older = config.encryptionKeys.slice(1).map(({ id }) => id);
  const results: Rotated[] = [];
  for (const column of columns) {
    const progress: Rotated = { ...column, done: 0, left: await countUnder(orm, column, older), unreadable: 0 };
    for (let pass = 0; pass < passes && progress.left > progress.unreadable; pass += 1) {
      if (pass > 0) await delay(250);
      await runPass(orm, config, column, older, progress, report);
      progress.left = await countUnder(orm, column, older);
    }
    results.push(progress);
  }
  return results;
}

interface Row {
  id: string;
  workspaceId?: string;
  sealed: Buffer;
}

async function runPass(
  orm: Orm,
  config: Config,
  column: EncryptedColumn,
  older: string[],
  progress: Rotated,
  report: (progress: Rotated) => void,
): Promise<void> {
  progress.unreadable = 0;
  for (let after: string | null = null; ; ) {
    const rows = await inSystem(orm, async (em) => {
      const found = await lockRows(em, column, older, after);
      const renewed = found.flatMap((row) => renew(config, column, row) ?? []);
      await write(em, column, renewed);
      progress.done += renewed.length;
      progress.unreadable += found.length - renewed.length;
      return found;
    });
    if (rows.length === 0) return;
    progress.left = Math.max(0, progress.left - rows.length);
    report({ ...progress });
    after = rows.at(-1)!.id;
  }
}

function renew(config: Config, column: EncryptedColumn, { sealed, ...cell }: Row): Row | null {
  const given: Cell = column.inWorkspace ? cell : { id: cell.id };
  try {
    return { ...cell, sealed: seal(config, column, given, unseal(config, column, given, sealed)) };
  } catch (error) {
    if (error instanceof DecryptionError) return null;
    throw error;
  }
}

const lockRows = (em: EntityManager, column: EncryptedColumn, older: string[], after: string | null): Promise<Row[]> =>
  query(
    em,
    `select id, ${column.inWorkspace ? 'workspace_id as "workspaceId", ' : ''}${column.column} as sealed from ${column.table}
      where ${column.column} is not null and key_of(${column.column}) = any($1) and ($2::uuid is null or id > $2)
      order by id limit ${batch} for update skip locked`,
    [older, after],
  );

const write = (em: EntityManager, column: EncryptedColumn, rows: Row[]): Promise<unknown> =>
  query(
    em,
    `update ${column.table} as t set ${column.column} = renewed.sealed
       from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as renewed (id, workspace_id, sealed)
      where t.id = renewed.id ${column.inWorkspace ? 'and t.workspace_id = renewed.workspace_id' : ''}`,
    [rows.map(({ id }) => id), rows.map(({ workspaceId }) => workspaceId ?? null), rows.map(({ sealed }) => sealed)],
  );

const countUnder = (orm: Orm, { table, column }: EncryptedColumn, keyIds: string[]): Promise<number> =>
  inSystem(orm, async (em) => {
    const [row] = await query<{ count: number }>(
      em,
      `select count(*)::int as count from ${table} where ${column} is not null and key_of(${column}) = any($1)`,
      [keyIds],
    );
    return row!.count;
  });

/** Makes sure at start that everything can be read. @throws ConfigError naming the keys that are missing */
export async function requireKeys(orm: Orm, config: Config, columns: readonly EncryptedColumn[]): Promise<void> {
  const known = config.encryptionKeys.map(({ id }) => id);
  const lines = await inSystem(orm, async (em) => {
    const found: string[] = [];
    for (const { table, column } of columns) {
      const used = await query<{ id: string }>(
        em,
        `select distinct key_of(${column}) as id from ${table} where ${column} is not null`,
      );
      const missing = used.map(({ id }) => id).filter((id) => !known.includes(id));
      if (missing.length > 0)
        found.push(`  ENCRYPTION_KEYS lacks ${missing.toSorted().join(', ')}, which ${table}.${column} needs`);
    }
    return found;
  });
  if (lines.length > 0) throw new ConfigError(`The configuration is not usable:\n${lines.join('\n')}`);
}

async function inSystem<T>(orm: Orm, work: (em: EntityManager) => Promise<T>): Promise<T> {
  const transaction = await begin(orm, { role: 'alloza_system', workspaceId: noWorkspace });
  try {
    const result = await work(transaction.em);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback().catch(() => {});
    throw error;
  }
}
