import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { settle } from '../platform/testing-snapshot.ts';
import { openStudio, type Studio, solveProof } from '../platform/testing-studio.ts';

interface Entry {
  id: string;
  at: string;
  kind: string;
  action: string;
  actor: { kind: string; name: string | null };
  fields: { field: string; before: unknown; after: unknown }[];
  note: { body: string } | null;
}

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

async function walk(leadId: string, limit: number): Promise<Entry[]> {
  const seen: Entry[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Studio['api']>> = await studio.api(
      'GET',
      `/v1/leads/${leadId}/timeline?limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`,
    );
    assert.equal(page.status, 200);
    assert.ok(page.body.items.length <= limit);
    seen.push(...page.body.items);
    after = page.body.next;
    if (!after) return seen;
  }
}

test('a timeline tells all that happened to a lead: changes, notes and mails, newest first', async () => {
  const made = await studio.api('POST', '/v1/leads', {
    as: 'publishable',
    body: { formId: studio.formId, name: 'Tilda', email: 'tilda@example.com' },
    headers: { 'alloza-proof': await solveProof(studio) },
  });
  const leadId = made.body.id;
  await settle(server.database);
  await studio.api('POST', '/v1/notes', { body: { subject: leadId, body: 'Call her' } });
  await studio.api('PATCH', `/v1/leads/${leadId}`, { body: { place: 'Lake' }, headers: { 'if-match': '"1"' } });
  await studio.api('POST', `/v1/leads/${leadId}/move`, { body: { status: 'lost', lostReason: 'Budget' } });
  const entries = await walk(leadId, 100);
  const told = entries.map(({ kind, action }) => `${kind} ${action}`);
  assert.deepEqual(told.slice(0, 3), ['change lost', 'change updated', 'note note_written']);
  assert.deepEqual(told.slice(3).toSorted(), ['change created', 'mail leads.notify', 'mail leads.thanks']);
  assert.equal(entries[2]!.note!.body, 'Call her');
  assert.deepEqual(entries[1]!.fields, [{ field: 'place', before: null, after: 'Lake' }]);
  assert.equal(entries[0]!.actor.kind, 'user');
  assert.equal(entries.find(({ action }) => action === 'created')!.actor.kind, 'visitor');
  const times = entries.map(({ at }) => at);
  assert.deepEqual(times, times.toSorted().toReversed());
});

test('pages of a timeline hold every entry once, also when many happened in one instant', async () => {
  const { body } = await studio.api('POST', '/v1/leads', { body: { name: 'Pages', email: 'pages@example.com' } });
  const leadId = body.lead.id;
  for (let index = 0; index < 7; index += 1) {
    await studio.api('POST', '/v1/notes', { body: { subject: leadId, body: `Note ${index}` } });
    await studio.api('PATCH', `/v1/leads/${leadId}`, {
      body: { place: `P${index}` },
      headers: { 'if-match': `"${index + 1}"` },
    });
  }
  const instant = '2026-03-04 05:06:07.891';
  const owner = server.database.owner;
  await owner.query('update notes set created_at = $1 where body like $2', [instant, 'Note %']);
  const whole = await walk(leadId, 100);
  assert.equal(whole.length, 15);
  for (const limit of [1, 2, 4])
    assert.deepEqual(
      (await walk(leadId, limit)).map(({ id }) => id),
      whole.map(({ id }) => id),
      `pages of ${limit}`,
    );
});

test('a cursor that is none is refused, and the timeline of another studio is not there', async () => {
  const { body } = await studio.api('POST', '/v1/leads', { body: { name: 'Cursor', email: 'c@example.com' } });
  for (const after of ['x', 'bm9wZQ', Buffer.from('2026-01-01|no-uuid').toString('base64url')]) {
    const answer = await studio.api('GET', `/v1/leads/${body.lead.id}/timeline?after=${after}`);
    assert.equal(answer.status, 422, after);
  }
  const other = await openStudio(server);
  assert.equal((await other.api('GET', `/v1/leads/${body.lead.id}/timeline`)).status, 404);
});
