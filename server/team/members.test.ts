import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio } from '../platform/testing-studio.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());
test('x', async () => {
  const studio = await openStudio(server);
  console.log((await studio.api('GET', '/v1/members')).body);
  console.log((await studio.api('POST', '/v1/invitations', { body: { email: 'a@example.com', role: 'member' } })).body);
  console.log(
    (await studio.api('POST', '/v1/invitations', { body: { email: 'a@example.com', role: 'manager' } })).body,
  );
});
