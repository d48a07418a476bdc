import assert from 'node:assert/strict';
import { generateKeyPairSync, sign as signEd25519 } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { type AllozaEvent, handlers, sign, verify, WebhookVerificationError } from '@alloza/sdk/webhooks';
import { publicVectors } from './testing/webhook-vectors.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const otherSecret = 'whsec_c29tZSBvdGhlciBzZWNyZXQgb2YgMjQgYnl0ZXM=';
const event = {
  id: 'evt_1',
  type: 'lead.created',
  createdAt: '2026-11-24T10:00:00Z',
  sequence: 1,
  data: { id: 'lead_1' },
};
const body = JSON.stringify(event);
const bytesOf = (text: string) => new TextEncoder().encode(text);

for (const vector of publicVectors) {
  const headers = {
    'webhook-id': vector.id,
    'webhook-timestamp': vector.timestamp,
    'webhook-signature': vector.signature,
  };
  const now = () => Number(vector.timestamp) * 1000;

  test(`the published ${vector.scheme} vector verifies, and not one byte of it may differ`, async () => {
    assert.deepEqual(await verify(vector.body, headers, vector.key, { now }), JSON.parse(vector.body));
    const changes: [string, Record<string, string>][] = [
      [`${vector.body} `, headers],
      [vector.body, { ...headers, 'webhook-id': `${vector.id}x` }],
      [vector.body, { ...headers, 'webhook-timestamp': String(Number(vector.timestamp) + 1) }],
      [vector.body, { ...headers, 'webhook-signature': vector.signature.replace(/...$/, 'AA=') }],
      [vector.body, { ...headers, 'webhook-signature': vector.signature.replace(/^v1a?/, 'v2') }],
    ];
    for (const [text, changed] of changes) {
      await assert.rejects(verify(text, changed, vector.key, { now }), WebhookVerificationError);
    }
  });
}

test('sign makes what the published vector says', async () => {
  const [v1] = publicVectors;
  const now = () => Number(v1!.timestamp) * 1000;
  const headers = await sign(v1!.body, v1!.key, { id: v1!.id, now });
  assert.equal(headers['webhook-signature'], v1!.signature);
  assert.equal(headers['webhook-timestamp'], v1!.timestamp);
  assert.equal(headers['webhook-id'], v1!.id);
});

test('a body is accepted as text, bytes or buffer, under any kind of headers', async () => {
  const headers = await sign(body, secret);
  const upper = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), [value]]));
  const bytes = bytesOf(body);
  for (const raw of [body, bytes, bytes.buffer, Buffer.from(body)])
    assert.deepEqual(await verify(raw, headers, secret), event);
  assert.deepEqual(await verify(body, new Headers(headers), secret), event);
  assert.deepEqual(await verify(body, upper, secret), event);
});

test('a body that something has parsed is a mistake with a name', async () => {
  const headers = await sign(body, secret);
  await assert.rejects(verify(event as unknown as string, headers, secret), { name: 'TypeError', message: /raw body/ });
});

test('while secrets rotate, either side may hold both', async () => {
  const older = await sign(body, secret, { id: 'msg_1' });
  const newer = await sign(body, otherSecret, { id: 'msg_1' });
  const both = { ...older, 'webhook-signature': `${older['webhook-signature']} ${newer['webhook-signature']}` };
  assert.deepEqual(await verify(body, newer, [secret, otherSecret]), event);
  assert.deepEqual(await verify(body, both, otherSecret), event);
  assert.deepEqual(await verify(body, both, secret), event);
  await assert.rejects(verify(body, older, otherSecret), WebhookVerificationError);
});

test('an Ed25519 key verifies its own signature beside an HMAC one', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const headers = await sign(body, secret);
  const message = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const v1a = `v1a,${signEd25519(null, Buffer.from(message), privateKey).toString('base64')}`;
  const whpk = `whpk_${publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')}`;
  const both = { ...headers, 'webhook-signature': `${headers['webhook-signature']} ${v1a}` };
  assert.deepEqual(await verify(body, both, whpk), event);
  assert.deepEqual(await verify(body, both, secret), event);
  await assert.rejects(verify(body, headers, whpk), WebhookVerificationError);
});

test('five minutes of difference are tolerated in either direction, and no more', async () => {
  const headers = await sign(body, secret, { now: () => 1_000_000_000_000 });
  const at = (seconds: number) => ({ now: () => 1_000_000_000_000 + seconds * 1000 });
  for (const seconds of [-300, 0, 300]) assert.deepEqual(await verify(body, headers, secret, at(seconds)), event);
  for (const seconds of [-301, 301]) {
    await assert.rejects(verify(body, headers, secret, at(seconds)), {
      name: 'WebhookVerificationError',
      message: /old/,
    });
  }
  assert.deepEqual(await verify(body, headers, secret, { ...at(3000), tolerance: 3600 }), event);
});

test('what is missing or malformed is refused, never a crash', async () => {
  const headers = await sign(body, secret);
  for (const name of Object.keys(headers)) {
    await assert.rejects(verify(body, { ...headers, [name]: undefined }, secret), WebhookVerificationError);
  }
  for (const timestamp of ['', 'soon', '1e9', '-5', ' 1700000000']) {
    await assert.rejects(
      verify(body, { ...headers, 'webhook-timestamp': timestamp }, secret),
      WebhookVerificationError,
    );
  }
  for (const signature of ['', 'v1', 'v1,', 'v1,***', ',', 'v1a,AAAA', ' '.repeat(9)]) {
    await assert.rejects(
      verify(body, { ...headers, 'webhook-signature': signature }, secret),
      WebhookVerificationError,
    );
  }
});

test('something that is not a secret is refused without repeating it', async () => {
  const headers = await sign(body, secret);
  for (const wrong of ['', 'hunter2', 'whsec_', 'whsec_***', 'sk_live_x']) {
    await assert.rejects(verify(body, headers, wrong), (error: Error) => {
      return error instanceof TypeError && (wrong === '' || !error.message.includes(wrong));
    });
  }
  await assert.rejects(sign(body, 'whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4='), TypeError);
});

test('handlers calls the function of the event, and otherwise the fallback', async () => {
  const handle = handlers<string | Promise<string>>({
    'lead.created': async ({ type, data }) => `${type} ${data.id}`,
    otherwise: ({ type }) => `other ${type}`,
  });
  assert.equal(await handle(event as AllozaEvent), 'lead.created lead_1');
  for (const type of ['lead.won', 'invoice.paid', 'toString', '__proto__']) {
    assert.equal(handle({ ...event, type } as AllozaEvent), `other ${type}`);
  }
});

test('a webhook that arrives at a node:http server is verified from its raw body', async () => {
  const received: AllozaEvent[] = [];
  const server = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      received.push(await verify(Buffer.concat(chunks), request.headers, secret));
      response.writeHead(204).end();
    } catch {
      response.writeHead(400).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const headers = await sign(body, secret);
  assert.equal((await fetch(url, { method: 'POST', body, headers })).status, 204);
  assert.equal((await fetch(url, { method: 'POST', body: `${body} `, headers })).status, 400);
  assert.deepEqual(received, [event]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
