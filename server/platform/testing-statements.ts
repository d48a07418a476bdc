import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';
import type pg from 'pg';

export interface Statement {
  text: string;
  values: unknown[];
}

const recording = new AsyncLocalStorage<Statement[]>();
// The driver that the server's statements go through is MikroORM's own copy.
const { Client } = createRequire(import.meta.resolve('@mikro-orm/postgresql'))('pg') as typeof pg;
const send = Client.prototype.query;

Client.prototype.query = function query(this: pg.Client, ...given: unknown[]) {
  const [first, values] = given as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
  const statement = typeof first === 'string' ? { text: first, values } : first;
  if (statement?.text) recording.getStore()?.push({ text: statement.text, values: statement.values ?? values ?? [] });
  return (send as (...all: unknown[]) => unknown).apply(this, given);
} as typeof send;

/** Runs a piece of work and answers every statement that it, and nothing beside it, sent to PostgreSQL. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  await recording.run(statements, work);
  return statements;
}
