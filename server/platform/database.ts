import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type ControlledTransaction } from 'kysely';
import type { Config } from './config.ts';
import { problems } from './problem.ts';

export type { EntityManager };
export type Orm = Awaited<ReturnType<typeof connect>>;

/** Opens the pool. Entities are those of the rooms; the schema comes from migrations, never from them. */
export async function connect(config: Config, entities: readonly unknown[]) {
  return MikroORM.init({
    clientUrl: config.DATABASE_URL,
    entities: entities as never[],
    pool: { min: 0, max: config.DATABASE_POOL },
    discovery: { warnWhenNoEntities: false },
    driverOptions: {
      application_name: 'alloza',
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    ensureDatabase: false,
    debug: false,
  });
}

export type Role = 'alloza_app' | 'alloza_system' | 'alloza_jobs';
/** The workspace setting of work that belongs to none. Matches no row. */
export const noWorkspace = '00000000-0000-0000-0000-000000000000';

export interface Scope {
  role: Role;
  workspaceId: string;
  userId?: string | undefined;
}

export interface Transaction {
  em: EntityManager;
  now: Date;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Opens one transaction on the driver and hands it to a forked EntityManager. Its first round trip takes the role,
 * sets workspace and user for row-level security, and reads the clock.
 */
export async function begin(orm: Orm, scope: Scope): Promise<Transaction> {
  const connection = orm.em.getConnection();
  const raw = (await connection.begin().catch(unavailable)) as ControlledTransaction<unknown>;
  try {
    const { rows } = await raw.executeQuery<{ now: Date }>(
      CompiledQuery.raw(
        "select set_config('role', $1, true), set_config('alloza.workspace', $2, true), set_config('alloza.user', $3, true), now()",
        [scope.role, scope.workspaceId, scope.userId ?? noWorkspace],
      ),
    );
    const em = orm.em.fork({ clear: true }) as EntityManager;
    em.setTransactionContext(raw);
    return {
      em,
      now: new Date(rows[0]!.now),
      commit: () => connection.commit(raw),
      rollback: () => connection.rollback(raw),
    };
  } catch (error) {
    await connection.rollback(raw).catch(() => {});
    throw error;
  }
}

/** Runs plain SQL (`$1` parameters) in the transaction of an EntityManager and answers its rows. */
export async function query<Row>(em: EntityManager, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const transaction = em.getTransactionContext() as ControlledTransaction<unknown>;
  const result = await transaction.executeQuery<Row>(CompiledQuery.raw(text, values as unknown[]));
  return result.rows;
}

/** Runs one autocommitted statement outside any transaction, as the login role (definer functions only). */
export async function queryOnce<Row>(orm: Orm, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = orm.em.getConnection().getClient();
  const result = await client.executeQuery<Row>(CompiledQuery.raw(text, values as unknown[])).catch(unavailable);
  return (result as { rows: Row[] }).rows;
}

const connectionFailures =
  /ECONNREFUSED|ECONNRESET|timeout exceeded|Connection terminated|terminating connection|too many clients|57P0|53300/;

function unavailable(error: unknown): never {
  const text = `${(error as { code?: string }).code ?? ''} ${(error as Error).message ?? ''}`;
  if (connectionFailures.test(text)) throw problems.unavailable({ headers: { 'retry-after': '2' } });
  throw error;
}

/** The SQLSTATE of a database error, whoever wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let current = error as { code?: unknown; cause?: unknown; previous?: unknown } | undefined; current; ) {
    if (typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code)) return current.code;
    current = (current.previous ?? current.cause) as typeof current;
  }
  return undefined;
}
