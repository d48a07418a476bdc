import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startTestServer, type TestServer } from '../platform/testing.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({
    ALLOZA_ENV: 'production',
    PUBLIC_URL: 'https://alloza.example',
    TRUSTED_PROXIES: '1',
  });
});
after(() => server.stop());

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

interface Ended {
  code: number | null;
  output: string;
}

/** Boots the server with an environment of its own and waits until it ends. */
function boot(env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, ['--conditions=alloza-source', main], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

const complete = {
  ALLOZA_ENV: 'production',
  PUBLIC_URL: 'https://alloza.example',
  DATABASE_URL: 'postgres://canary-user:canary-password@127.0.0.1:1/canary',
  AUTH_SECRET: 'canary secret which is long enough for it',
  ENCRYPTION_KEYS: `canary:${Buffer.alloc(32, 1).toString('base64')}`,
  RESEND_API_KEY: 're_canary',
};

test('production serves nothing of the sandbox, to nobody', async () => {
  const paths = [
    '/sandbox',
    '/sandbox/',
    '/sandbox/credentials.json',
    '/sandbox/requests',
    '/sandbox/requests?vendor=resend',
    '/sandbox/mails.json',
    '/sandbox/resend/mails',
    '/sandbox/page.css',
    '//sandbox',
    '/sandbox%2Fcredentials.json',
    '/%73andbox/credentials.json',
    '/SANDBOX/credentials.json',
    '/app/../sandbox/credentials.json',
  ];
  for (const path of paths) {
    const answer = await fetch(server.url + path, { headers: { 'x-forwarded-proto': 'https' } });
    assert.equal(answer.status, 404, path);
  }
  for (const path of ['/sandbox/resend/emails', '/sandbox/resend/control/fail']) {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: 'Bearer re_x' },
      body: '{}',
    });
    assert.equal(answer.status, 404, path);
  }
});

test('production has no default of a secret: it names what is missing and ends', async () => {
  const { code, output } = await boot({ ALLOZA_ENV: 'production' });
  assert.equal(code, 1);
  for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'AUTH_SECRET', 'ENCRYPTION_KEYS', 'RESEND_API_KEY'])
    assert.match(output, new RegExp(`${name} is missing`));
  assert.doesNotMatch(output, /\bat .*\.ts:\d+/, 'a sentence and no stack');
});

test('P18 what is wrong with a variable is said without its value', async () => {
  const wrong = {
    ...complete,
    PUBLIC_URL: 'canary-not-a-url',
    DATABASE_URL: 'mysql://canary-user:canary-password@host/db',
    AUTH_SECRET: 'canary too short',
    ENCRYPTION_KEYS: 'canary:bm90IDMyIGJ5dGVz',
    PORT: 'canary-port',
  };
  const { code, output } = await boot(wrong);
  assert.equal(code, 1);
  for (const name of ['PUBLIC_URL', 'DATABASE_URL', 'AUTH_SECRET', 'ENCRYPTION_KEYS', 'PORT'])
    assert.match(output, new RegExp(name));
  assert.doesNotMatch(output, /canary/);
});

test('a database that does not answer ends the start, and its password is not told', async () => {
  const { code, output } = await boot(complete);
  assert.notEqual(code, 0);
  assert.doesNotMatch(output, /canary-password|canary secret|re_canary/);
});

test('P15 plain HTTP is redirected behind a proxy, and answers over HTTPS say to stay there', async () => {
  const plain = await fetch(`${server.url}/app?x=1`, { headers: { 'x-forwarded-proto': 'http' }, redirect: 'manual' });
  assert.equal(plain.status, 308);
  assert.equal(plain.headers.get('location'), 'https://alloza.example/app');
  const safe = await fetch(`${server.url}/app`, { headers: { 'x-forwarded-proto': 'https' } });
  assert.match(safe.headers.get('strict-transport-security')!, /max-age=\d{8}/);
});

test('P15 a key or cookie sent over plain HTTP is not accepted', async () => {
  for (const headers of [{ authorization: 'Bearer sk_live_x' }, { cookie: '__Host-alloza=x' }] as Record<
    string,
    string
  >[]) {
    const answer = await fetch(`${server.url}/v1/leads`, {
      headers: { ...headers, 'x-forwarded-proto': 'http' },
      redirect: 'manual',
    });
    assert.equal(answer.status, 308);
    assert.equal(await answer.text(), '');
  }
});
