import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTestServer } from './platform/testing.ts';

type Project = { status: string; mainDate: string | null; clients: unknown[]; memberIds: string[]; value: unknown };
type Task = { dueOn: string; doneAt: string | null; assigneeId: string | null };

test('the demo studio has jobs in every state, ahead of it as well as behind it, and something to do today', async () => {
  await using server = await startTestServer({ ALLOZA_SEED: 'demo', ALLOZA_ROLE: 'web' });
  const { secretKey } = (await (await fetch(`${server.url}/sandbox/credentials.json`)).json()) as { secretKey: string };
  const items = async <Item>(path: string): Promise<Item[]> => {
    const answer = await fetch(`${server.url}/v1/${path}`, { headers: { authorization: `Bearer ${secretKey}` } });
    return ((await answer.json()) as { items: Item[] }).items;
  };
  const projects = await items<Project>('projects?limit=100');
  const states = ['booked', 'cancelled', 'closed', 'delivered', 'draft', 'in_production', 'postponed'];
  assert.deepEqual([...new Set(projects.map(({ status }) => status))].toSorted(), states);
  const today = new Date().toISOString().slice(0, 10);
  assert.ok(projects.some(({ mainDate }) => mainDate && mainDate > today));
  assert.ok(projects.some(({ mainDate }) => mainDate && mainDate < today));
  assert.ok(projects.every(({ clients, memberIds, value }) => clients.length > 0 && memberIds.length > 0 && value));
  const tasks = await items<Task>('tasks?limit=100&done=false');
  assert.ok(tasks.some(({ dueOn, assigneeId }) => dueOn === today && assigneeId));
  assert.ok(
    tasks.some(({ dueOn }) => dueOn < today),
    'something is late',
  );
  const leads = await items<{ status: string; projectId: string | null }>('leads?limit=100&status=won');
  assert.ok(leads.length > 0 && leads.every(({ projectId }) => projectId));
});
