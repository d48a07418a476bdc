import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
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
      // Statements that do not wait for each other's answers travel together.
      pipeline: true,
      statement_timeout: 15_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    ensureDatabase: false,
    debug: false,
  });
}

/** Closes the pool. MikroORM closes only one that it has used itself, and ours carries our own transactions. */
export async function disconnect(orm: Orm): Promise<void> {
  const pool = await poolOf(orm);
  await orm.close();
  if (!pool.ending) await pool.end();
}

export type Role = 'alloza_app' | 'alloza_system' | 'alloza_jobs';
/** The workspace setting of work that belongs to none. Matches no row. */
export const noWorkspace = '00000000-0000-0000-0000-000000000000';

export interface Scope {
  role: Role;
  workspaceId: string;
  userId?: string | undefined;
  /** All its statements see the database at one moment, and none may write. */
  snapshot?: boolean;
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
  const client = await (await poolOf(orm)).connect().catch(unavailable);
  const connection = new OpenTransaction(client);
  try {
    const [, { rows }] = await Promise.all([
      connection.send(scope.snapshot ? 'begin isolation level repeatable read read only' : 'begin'),
      connection.send<{ now: Date }>(
        "select set_config('role', $1, true), set_config('alloza.workspace', $2, true), set_config('alloza.user', $3, true), now()",
        [scope.role, scope.workspaceId, scope.userId ?? noWorkspace],
      ),
    ]);
    const em = orm.em.fork({ clear: true }) as EntityManager;
    em.setTransactionContext(connection);
    return {
      em,
      now: new Date(rows[0]!.now),
      commit: () => connection.end('commit'),
      rollback: () => connection.end('rollback'),
    };
  } catch (error) {
    await connection.end('rollback').catch(() => {});
    throw error;
  }
}

/**
 * A transaction as MikroORM sees one: something that sends compiled statements. It has no query builder of its own,
 * whose layers would cost more than the statements.
 */
class OpenTransaction {
  readonly #client: pg.PoolClient;
  #open = true;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** @throws once the transaction has ended: its connection may be another request's by then */
  async send<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
    if (!this.#open) throw new Error('The transaction has ended');
    return this.#client.query<Row>(text, values as unknown[]);
  }

  async executeQuery(statement: { sql: string; parameters: readonly unknown[] }) {
    const { command, rowCount, rows } = await this.send(statement.sql, statement.parameters);
    return { rows, numAffectedRows: command === 'SELECT' ? undefined : BigInt(rowCount ?? 0) };
  }

  /** Gives the connection back; one that could not end its transaction is closed, which undoes it. Once is enough. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    try {
      await this.#client.query(how);
    } catch (error) {
      this.#client.release(true);
      throw error;
    }
    this.#client.release();
  }
}

const poolOf = (orm: Orm): Promise<pg.Pool> => orm.em.getConnection().getNativeClient();

/** Runs plain SQL (`$1` parameters) in the transaction of an EntityManager and answers its rows. */
export async function query<Row>(em: EntityManager, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const transaction = em.getTransactionContext() as OpenTransaction;
  return (await transaction.send(text, values)).rows as Row[];
}

const rowsAtOnce = 200;

/** The rows of a select in batches, as they were when the first was read: never more than one batch in memory. */
export async function* eachRow<Row>(
  em: EntityManager,
  text: string,
  values: readonly unknown[] = [],
): AsyncGenerator<Row[]> {
  // A cursor is planned for its first rows unless told that all of them are wanted.
  await query(em, "select set_config('cursor_tuple_fraction', '1', true)");
  await query(em, `declare walk no scroll cursor for ${text}`, values);
  for (;;) {
    const rows = await query<Row>(em, `fetch ${rowsAtOnce} from walk`);
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) break;
  }
  await query(em, 'close walk');
}

const columnOf = (property: string): string => property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface Insert {
  text: string;
  columns: string[];
}

/** By table and properties: rows of a table nearly always have the same ones. */
const inserts = new Map<string, Insert>();

function insertOf(table: string, properties: string[]): Insert {
  const shape = `${table} ${properties}`;
  let insert = inserts.get(shape);
  if (!insert) {
    const columns = properties.map(columnOf);
    const text = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`;
    insert = { text, columns };
    inserts.set(shape, insert);
  }
  return insert;
}

/**
 * Inserts one row without a unit of work: for writes that are made very often. Properties are columns in camelCase,
 * and their values what JSON can carry; PostgreSQL gives each the type of its column.
 */
export async function insertRow(em: EntityManager, table: string, row: object): Promise<void> {
  const { text, columns } = insertOf(table, Object.keys(row));
  const values = Object.values(row);
  const record: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index += 1) record[columns[index]!] = values[index];
  await query(em, text, [JSON.stringify(record)]);
}

/** Inserts rows with the same properties as `insertRow` does one. */
export async function insertRows(em: EntityManager, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const properties = Object.keys(rows[0]!);
  const columns = properties.map(columnOf);
  const records = rows.map((row) =>
    Object.fromEntries(properties.map((property, index) => [columns[index]!, row[property as never]])),
  );
  await query(
    em,
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(records)],
  );
}

/** Runs one autocommitted statement outside any transaction, as the login role (definer functions only). */
export async function queryOnce<Row>(orm: Orm, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const pool = await poolOf(orm);
  return (await pool.query(text, values as unknown[]).catch(unavailable)).rows as Row[];
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
