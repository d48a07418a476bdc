import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, eventually, type TestDatabase } from '../platform/testing.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const canary = 'Quillfeather';

let database: TestDatabase;
let child: ChildProcess;
let url: string;
let output = '';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

before(async () => {
  database = await createTestDatabase();
  const port = await freePort();
  url = `http://localhost:${port}`;
  const owner = new URL(process.env.TEST_POSTGRES_URL!);
  owner.pathname = new URL(database.url).pathname;
  child = spawn(process.execPath, ['--conditions=alloza-source', main], {
    env: {
      PATH: process.env.PATH ?? '',
      ALLOZA_ENV: 'sandbox',
      ALLOZA_SEED: 'demo',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: owner.href,
      AUTH_SECRET: `a secret with a ${canary} in it, long enough`,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 3).toString('base64')}`,
      RESEND_API_KEY: `re_${canary}`,
      LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk) => (output += chunk));
  await eventually(
    'the server',
    () =>
      fetch(`${url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ),
    20_000,
  );
});
after(async () => {
  child.kill();
  await once(child, 'exit');
  await database.drop();
});

const json = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('whatever people send, and however it fails, the log names none of it', async () => {
  const { secretKey, workspaceSlug, publishableKey } = (await (
    await fetch(`${url}/sandbox/credentials.json`)
  ).json()) as Record<string, string>;
  const key = { authorization: `Bearer ${secretKey}` };
  const email = `${canary}@example.com`;
  await json('/v1/account/register', { name: canary, email, studioName: canary });
  await json('/v1/account/register', { name: canary, email: canary, password: canary });
  await json('/v1/account/register', `{"name": "${canary}`);
  const choice = { token: canary, password: `${canary} long password` };
  for (const path of ['reset-password', 'verify-email']) await json(`/v1/account/${path}`, choice);
  await json('/v1/account/preview-registration', { token: canary });
  await fetch(`${url}/auth/callback/credentials`, {
    method: 'POST',
    headers: { origin: url, cookie: `__Host-alloza=${canary}` },
    body: new URLSearchParams({ email, password: canary }),
  });
  const everything = {
    name: canary,
    email,
    message: canary,
    place: canary,
    custom: { [canary]: canary },
    answers: [{ key: 'a', value: canary }],
  };
  const made = (await (await json('/v1/leads', everything, { ...key, 'idempotency-key': canary })).json()) as {
    id: string;
  };
  await json('/v1/leads', { ...everything, name: 'Other' }, { ...key, 'idempotency-key': canary });
  await json('/v1/leads', { ...everything, unknown: canary }, key);
  await json('/v1/leads', everything, {
    authorization: `Bearer ${publishableKey}`,
    origin: `https://${canary.toLowerCase()}.example`,
    'alloza-proof': canary,
  });
  await json('/v1/notes', { subject: made.id, body: canary }, key);
  await fetch(`${url}/v1/leads?q=${canary}&after=${canary}`, {
    headers: { ...key, 'user-agent': canary, referer: `https://x.example/${canary}` },
  });
  await fetch(`${url}/f/${workspaceSlug}/default?q=${canary}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ name: canary, email: canary, message: canary }),
  });
  // Failures of the database and of the provider are logged, without what they were about.
  await database.owner.query('alter table notes add constraint trip check (body <> $$Quillfeather trips$$)');
  assert.equal((await json('/v1/notes', { subject: made.id, body: `${canary} trips` }, key)).status, 500);
  await database.owner.query(
    'alter table mails add constraint trip check (failure is distinct from $$invalid_attachment$$)',
  );
  await json('/sandbox/resend/control/fail', { status: 422, name: 'validation_error' });
  await json('/sandbox/resend/control/fail', { status: 422, name: 'invalid_attachment' });
  await json('/sandbox/resend/control/fail', { status: 500, times: 2, body: canary });
  await json('/v1/leads', { name: `${canary} again`, email }, key);
  await json('/v1/leads', { name: `${canary} again`, email }, key);
  await eventually(
    'the failures to be logged',
    () => [/request failed/, /job failed/, /mail_lost/, /a mail waits/].every((line) => line.test(output)),
    20_000,
  );
  const told = output.split('\n').filter((line) => /quillfeather/i.test(line));
  assert.deepEqual(told, []);
  for (const line of output.trim().split('\n')) assert.doesNotThrow(() => JSON.parse(line), line);
});
