import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually, startTestServer } from './platform/testing.ts';
import { signInAs } from './platform/testing-studio.ts';

test('the demo studio has a manager, a photographer who sees her own jobs, and an invitation under way', async () => {
  await using server = await startTestServer({ ALLOZA_SEED: 'demo' });
  const told = await (await fetch(`${server.url}/sandbox/credentials.json`)).json();
  const { signIn, team, workspaceSlug } = told as {
    signIn: { email: string; password: string };
    team: { email: string; role: string }[];
    workspaceSlug: string;
  };
  assert.deepEqual(
    team.map(({ role }) => role),
    ['manager', 'member'],
  );
  const seen = async (email: string) => {
    const headers = { cookie: await signInAs(server, email, {}, signIn.password), 'alloza-workspace': workspaceSlug };
    return async (path: string) => {
      const answer = await fetch(`${server.url}/v1/${path}`, { headers });
      return { status: answer.status, ...((await answer.json()) as { items: { value?: unknown; title: string }[] }) };
    };
  };
  const [owner, manager, photographer] = await Promise.all([signIn.email, ...team.map(({ email }) => email)].map(seen));
  const all = (await owner!('projects?limit=100')).items;
  assert.equal((await manager!('projects?limit=100')).items.length, all.length);
  const own = (await photographer!('projects?limit=100')).items;
  assert.ok(own.length >= 3 && own.length < all.length, `${own.length} of ${all.length} jobs are hers`);
  assert.ok(own.every(({ value }) => !value) && all.every(({ value }) => value));
  assert.ok((await photographer!('tasks?limit=100')).items.length > 0);
  assert.equal((await owner!('members')).items.length, 3);
  assert.equal((await manager!('invitations')).items.length, 1);
  assert.equal((await photographer!('invitations')).status, 403);
  await eventually('the invitation', () =>
    server.sandbox.mails().find(({ subject }) => /^Join Lumen & Oak/.test(subject)),
  );
});
