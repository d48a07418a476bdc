/**
 * The reference: bare Hono and `pg` on the same database, in a process of its own. Each request sends the statements
 * that the product sends for the same one, each after the answer to the one before, and answers their rows by
 * JSON.stringify. It checks nothing and shapes nothing.
 */
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { answerQuestions } from './children.mjs';
import { prepare } from './replay.mjs';

answerQuestions({
  async serve({ databaseUrl, pool: max, studios }) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max });
    const lists = studios.map(({ list }) => prepare(list));
    const creates = studios.map(({ create }) => prepare(create));
    const app = new Hono();
    app.get('/list/:studio', async (c) => {
      const results = await replay(pool, lists[Number(c.req.param('studio'))]());
      return c.json({ items: results.at(-2).rows });
    });
    app.post('/create/:studio', async (c) => {
      const body = await c.req.json();
      await replay(pool, creates[Number(c.req.param('studio'))]());
      return c.json({ lead: body }, 201);
    });
    const server = createServer(getRequestListener(app.fetch));
    await new Promise((resolve) => server.listen(0, resolve));
    return server.address().port;
  },
});

/** Looks the caller up outside the transaction, as the product does, and sends the rest inside. */
async function replay(pool, statements) {
  const results = [];
  const start = statements.findIndex(({ text }) => text === 'begin');
  for (const { text, values } of statements.slice(0, start)) results.push(await pool.query(text, values));
  const client = await pool.connect();
  try {
    for (const { text, values } of statements.slice(start)) results.push(await client.query(text, values));
  } finally {
    client.release();
  }
  return results;
}
