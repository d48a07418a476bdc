import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Hono } from 'hono';
import { createSandbox } from './sandbox.ts';

const credentials = {
  site: 'http://localhost:4401/',
  dashboard: 'http://localhost:4400/app/lumen',
  owner: { email: 'owner@example.com', password: 'a long <password>' },
  secretKey: 'sk_test_1',
};

function start() {
  const sandbox = createSandbox({ credentials: async () => credentials });
  const app = new Hono().route('/sandbox', sandbox.app);
  async function send(mail: Record<string, unknown>) {
    const response = await app.request('/sandbox/resend/emails', {
      method: 'POST',
      body: JSON.stringify({ from: 'studio@example.com', to: 'ana@example.com', subject: 'Hello', text: 'x', ...mail }),
      headers: { authorization: 'Bearer re_secret', 'idempotency-key': crypto.randomUUID() },
    });
    assert.equal(response.status, 200);
    return ((await response.json()) as { id: string }).id;
  }
  async function get(path: string) {
    const response = await app.request(path);
    return { status: response.status, headers: response.headers, body: await response.text() };
  }
  const json = async (path: string) => JSON.parse((await get(path)).body);
  return { sandbox, app, send, get, json };
}

test('every request is recorded as the vendor saw it, with its credentials masked', async () => {
  const { sandbox, app, send, json } = start();
  await send({ subject: 'First' });
  await app.request('/sandbox/resend/emails/unknown?access_token=secret&limit=2', {
    headers: { authorization: 'Bearer sk_wrong', cookie: 'a=secret', 'x-api-key': 'secret' },
  });
  const { items } = await json('/sandbox/requests?vendor=resend');
  assert.deepEqual(items, sandbox.requests());
  const [first, second] = sandbox.requests();
  assert.partialDeepStrictEqual(first, { vendor: 'resend', method: 'POST', path: '/emails' });
  assert.equal(first?.headers.authorization, 'Bearer re_***');
  assert.equal(JSON.parse(first?.body ?? '').subject, 'First');
  assert.ok(Math.abs(Date.parse(first?.at ?? '') - Date.now()) < 60_000);
  assert.equal(second?.path, '/emails/unknown?access_token=***&limit=2');
  assert.doesNotMatch(JSON.stringify(items), /secret|sk_wrong/);
  assert.deepEqual((await json('/sandbox/requests?vendor=stripe')).items, []);
});

test('the record keeps the newest 1,000 requests and no orders to the control side', async () => {
  const { sandbox, app } = start();
  for (let i = 0; i < 1005; i++) await app.request(`/sandbox/resend/emails/${i}`);
  await app.request('/sandbox/resend/control/fail', { method: 'POST', body: '{}' });
  const requests = sandbox.requests();
  assert.equal(requests.length, 1000);
  assert.equal(requests[0]?.path, '/emails/5');
  assert.equal(requests.at(-1)?.path, '/emails/1004');
});

test('mails are listed newest first and found by address or subject', async () => {
  const { send, json, sandbox } = start();
  await send({ to: 'ana@example.com', subject: 'First' });
  await send({ to: ['ben@example.com'], subject: 'Second' });
  const subjects = async (query: string) =>
    (await json(`/sandbox/mails.json${query}`)).items.map(({ subject }: { subject: string }) => subject);
  assert.deepEqual(await subjects(''), ['Second', 'First']);
  assert.deepEqual(await subjects('?q=ANA@'), ['First']);
  assert.deepEqual(await subjects('?q=second'), ['Second']);
  assert.deepEqual(await subjects('?q=nobody'), []);
  assert.equal(sandbox.mails().length, 2);
});

test('the credentials are given as JSON and on the page', async () => {
  const { json, get } = start();
  assert.deepEqual(await json('/sandbox/credentials.json'), credentials);
  const { body } = await get('/sandbox');
  assert.match(body, /<a class="go" href="http:\/\/localhost:4401\/">Site<\/a>/);
  assert.match(body, /<dt>Owner password<\/dt>\s*<dd>\s*<code>a long &lt;password&gt;<\/code>/);
});

test('the page shows a mail without running any of it', async () => {
  const { send, get } = start();
  const html = '<script>alert(1)</script><p>Hi</p>';
  const id = await send({ subject: '<b>Bold</b>', from: '"<i>" <studio@example.com>', html, text: '<u>text</u>' });
  const page = await get(`/sandbox/mails/${id}`);
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'/);
  assert.doesNotMatch(page.body, /<b>Bold|<i>|alert\(1\)|<u>|<script>|style=| on\w+=/);
  assert.match(page.body, /<iframe[^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  assert.match((await get(`/sandbox/mails/${id}?view=text`)).body, /&lt;u&gt;text/);

  const framed = await get(`/sandbox/mails/${id}/html`);
  assert.equal(framed.body, html);
  const policy = framed.headers.get('content-security-policy') ?? '';
  assert.match(policy, /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/);
  assert.doesNotMatch(policy, /script|same-origin|connect/);
});

test('a mail that is gone leads back to the list', async () => {
  const { get } = start();
  const gone = await get('/sandbox/mails/unknown');
  assert.deepEqual([gone.status, gone.headers.get('location')], [302, '/sandbox']);
  assert.equal((await get('/sandbox/mails/unknown/html')).status, 404);
});

test('the page brings its own style and script', async () => {
  const { get } = start();
  const { body } = await get('/sandbox');
  const files = [...body.matchAll(/(?:href|src)="(\/sandbox\/[a-z]+\.[a-z]+)"/g)].map(([, path = '']) => path);
  assert.deepEqual(files, ['/sandbox/page.css', '/sandbox/renew.mjs']);
  for (const path of files) assert.equal((await get(path)).status, 200);
  assert.match((await get('/sandbox/renew.mjs')).headers.get('content-type') ?? '', /^text\/javascript/);
});

test('nothing but tests imports the sandbox outright, so production never loads it', async () => {
  const server = new URL('../', import.meta.url);
  const files = await readdir(server, { recursive: true });
  const sources = files.filter(
    (file) => /\.ts$/.test(file) && !/node_modules|\.test\.ts$|testing|^(sandbox|journeys)\//.test(file),
  );
  assert.ok(sources.length > 0);
  for (const file of sources) {
    const source = await readFile(new URL(file, server), 'utf8');
    const imports = source.match(/^(?:import|export)\s(?!type\b)[^;]*?from\s+'[^']*\/sandbox\/[^']*'/gm);
    assert.equal(imports, null, `${file} imports the sandbox; let app.ts load it when the configuration says so`);
  }
});
