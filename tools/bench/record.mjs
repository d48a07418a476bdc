/**
 * Which statements a request of the product is made of, so that the reference sends the very same ones: whatever the
 * product's queries become, the comparison stays fair.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

const recording = new AsyncLocalStorage();
// The driver that the product's database layer has, which may be another copy than ours.
const mikroOrm = createRequire(import.meta.url).resolve('@mikro-orm/postgresql');
const { Client } = createRequire(mikroOrm)('pg');
const original = Client.prototype.query;
Client.prototype.query = function query(text, values, ...rest) {
  if (typeof text === 'string') recording.getStore()?.push({ text, values: values && [...values] });
  return original.call(this, text, values, ...rest);
};

/** Runs a function and answers the statements that it sent, up to the last commit: what follows serves other readers. */
export async function record(work) {
  const statements = [];
  const result = await recording.run(statements, work);
  const end = statements.findLastIndex(({ text }) => text === 'commit');
  return { result, statements: statements.slice(0, end + 1) };
}
