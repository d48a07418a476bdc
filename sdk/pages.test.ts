import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './index.ts';
import { type Answerer, inTurn, problem, serve } from './testing/serve.ts';

/** Seven leads, in pages as large as asked, each cursor the place where its page begins. */
const sevenLeads: Answerer = ({ url }) => {
  const after = Number(url.searchParams.get('after') ?? 0);
  const end = after + Number(url.searchParams.get('limit') ?? 3);
  const items = [0, 1, 2, 3, 4, 5, 6].map((n) => ({ id: `lead_${n}` })).slice(after, end);
  return { json: { items, next: end < 7 ? String(end) : null } };
};

const leadsOf = (baseUrl: string) => createClient({ secretKey: 'sk_test_1', baseUrl }).leads;
const all = ['lead_0', 'lead_1', 'lead_2', 'lead_3', 'lead_4', 'lead_5', 'lead_6'];

test('awaiting a list gives its first page', async () => {
  await using server = await serve(sevenLeads);
  const page = await leadsOf(server.url).list();
  assert.equal(page.items.length, 3);
  assert.equal(page.next, '3');
  const { data } = await leadsOf(server.url).list({ after: '6' }).withResponse();
  assert.deepEqual([data.items.length, data.next], [1, null]);
  assert.equal(server.seen.length, 2);
});

test('iterating over a list walks all pages under the same filter', async () => {
  await using server = await serve(sevenLeads);
  const ids: string[] = [];
  for await (const lead of leadsOf(server.url).list({ status: 'open', limit: 2 })) ids.push(lead.id);
  assert.deepEqual(ids, all);
  assert.deepEqual(
    server.seen.map(({ url }) => url.search),
    [
      '?status=open&limit=2',
      '?status=open&limit=2&after=2',
      '?status=open&limit=2&after=4',
      '?status=open&limit=2&after=6',
    ],
  );
});

test('pages that nobody asked for are not fetched', async () => {
  await using server = await serve(sevenLeads);
  for await (const lead of leadsOf(server.url).list()) if (lead.id === 'lead_3') break;
  assert.equal(server.seen.length, 2);
});

test('toArray collects everything, or as many as wanted', async () => {
  await using server = await serve(sevenLeads);
  const leads = leadsOf(server.url);
  assert.deepEqual(
    (await leads.list().toArray()).map(({ id }) => id),
    all,
  );
  assert.equal((await leads.list().toArray({ limit: 4 })).length, 4);
  assert.equal(server.seen.length, 3 + 2);
  assert.equal((await leads.list().toArray({ limit: 3 })).length, 3);
  assert.equal(server.seen.length, 3 + 2 + 1);
  assert.deepEqual(await leads.list().toArray({ limit: 0 }), []);
});

test('a page that fails for a moment is tried again, and one that keeps failing ends the walk', async () => {
  const page = { json: { items: [{ id: 'lead_0' }], next: '1' } };
  await using server = await serve(inTurn(page, problem(503, 'unavailable'), page, problem(403, 'forbidden')));
  const ids: string[] = [];
  await assert.rejects(
    async () => {
      for await (const lead of leadsOf(server.url).list()) ids.push(lead.id);
    },
    { code: 'forbidden' },
  );
  assert.equal(ids.length, 2);
});

test('the signal of a walk ends it between its pages', async () => {
  await using server = await serve(sevenLeads);
  const controller = new AbortController();
  const list = leadsOf(server.url).list({}, { signal: controller.signal });
  await assert.rejects(
    async () => {
      for await (const lead of list) if (lead.id === 'lead_2') controller.abort();
    },
    { name: 'AbortError' },
  );
  assert.equal(server.seen.length, 1);
});
