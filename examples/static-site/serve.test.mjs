import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const given = { publishableKey: 'pk_test_abc', formId: 'lform_1', workspaceSlug: 'lumen-and-oak' };
const script = fileURLToPath(new URL('serve.mjs', import.meta.url));
let refusals = 2;
// Stands for the product: at first it is not ready, as when both start together.
const product = createServer((_request, response) => {
  if (refusals-- > 0) response.writeHead(503).end();
  else response.setHeader('content-type', 'application/json').end(JSON.stringify(given));
});
let site;
let allozaUrl;
let siteUrl;

before(async () => {
  await once(product.listen(0, '127.0.0.1'), 'listening');
  allozaUrl = `http://127.0.0.1:${product.address().port}`;
  const free = createServer();
  await once(free.listen(0, '127.0.0.1'), 'listening');
  const { port } = free.address();
  await new Promise((resolve) => free.close(resolve));
  siteUrl = `http://localhost:${port}`;
  site = spawn(process.execPath, [script], {
    env: { ...process.env, PORT: String(port), ALLOZA_URL: allozaUrl },
  });
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(siteUrl).catch(() => null)) return;
    await delay(50);
  }
});

after(async () => {
  site.kill('SIGTERM');
  await once(site, 'exit');
  product.closeAllConnections();
  product.close();
});

test('the contact page holds exactly what a studio pastes, filled in', async () => {
  const page = await (await fetch(`${siteUrl}/contact`)).text();
  assert.ok(page.includes(`<script type="module" src="${allozaUrl}/v1/alloza.js"></script>`));
  assert.ok(page.includes('<alloza-lead-form publishable-key="pk_test_abc" form="lform_1">'));
  assert.ok(page.includes(`<form method="post" action="${allozaUrl}/f/lumen-and-oak/lform_1">`));
  assert.ok(!page.includes('{{'));
});

for (const path of ['/', '/portfolio', '/about', '/contact']) {
  test(`P30 ${path} is there, and asks only itself and the product`, async () => {
    const response = await fetch(siteUrl + path);
    assert.equal(response.status, 200);
    const page = await response.text();
    for (const [, address] of page.matchAll(/(?:src|href|action)="([^"#]*)"/g)) {
      assert.ok(address.startsWith('/') || address.startsWith(allozaUrl), address);
      if (address.startsWith('/')) assert.equal((await fetch(siteUrl + address)).status, 200, address);
    }
  });
}

test('the policy allows scripts of the product and styles of the site, nothing inline', async () => {
  const policy = (await fetch(siteUrl)).headers.get('content-security-policy');
  assert.ok(policy.startsWith("default-src 'none'"));
  assert.ok(policy.includes(`script-src ${allozaUrl};`));
  assert.ok(policy.includes("require-trusted-types-for 'script'"));
  assert.ok(!policy.includes('unsafe'));
});

test('the plain form has a labelled control for each field of the studio’s first form, and the consent', async () => {
  const page = await (await fetch(`${siteUrl}/contact`)).text();
  for (const name of ['name', 'email', 'phone', 'projectType', 'eventDate', 'place', 'message', 'consent.email']) {
    const [, id] = new RegExp(`id="([^"]+)" name="${name}"`).exec(page) ?? assert.fail(`${name} is not asked for`);
    assert.ok(page.includes(`<label for="${id}">`), name);
  }
});

test('a second start on the same port ends with an error that names the port', async () => {
  const { port } = new URL(siteUrl);
  const second = spawn(process.execPath, [script], { env: { ...process.env, PORT: port, ALLOZA_URL: allozaUrl } });
  let said = '';
  second.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const [code] = await once(second, 'close');
  assert.equal(code, 1);
  assert.match(said, new RegExp(`^The studio's website could not start\\. Port ${port} is taken; .*\\n$`));
});

test('nothing outside of its pages is served', async () => {
  for (const path of [
    '/serve.mjs',
    '/pages/index.html',
    '/../package.json',
    '/images/..%2fserve.mjs',
    '//',
    '/nowhere',
  ])
    assert.equal((await fetch(siteUrl + path)).status, 404, path);
});
