import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResendStandIn } from './resend.ts';

const mail = { from: 'Lumen <studio@example.com>', to: 'ana@example.com', subject: 'Hello', text: 'Hello' };

function start(perSecond = 1000) {
  const clock = { now: Date.parse('2026-11-24T12:00:00Z') };
  const standIn = createResendStandIn({ perSecond, now: () => clock.now });
  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await standIn.app.request(path, {
      method,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { authorization: 'Bearer re_test', ...headers },
    });
    return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
  }
  return { clock, standIn, request };
}

test('a sent mail can be read back as Resend shows it', async () => {
  const { request } = start();
  const sent = await request('POST', '/emails', { ...mail, reply_to: 'hello@example.com' });
  const { status, body } = await request('GET', `/emails/${sent.body.id}`);
  assert.equal(status, 200);
  assert.partialDeepStrictEqual(body, {
    object: 'email',
    id: sent.body.id,
    from: mail.from,
    to: [mail.to],
    reply_to: ['hello@example.com'],
    subject: 'Hello',
    html: null,
    text: 'Hello',
    created_at: '2026-11-24 12:00:00.000000+00',
    last_event: 'delivered',
  });
});

const refusals: [what: string, body: unknown, name: string][] = [
  ['nothing', {}, 'missing_required_field'],
  ['a list', [], 'validation_error'],
  ['no recipient', { ...mail, to: [] }, 'missing_required_field'],
  ['neither html nor text', { ...mail, text: undefined }, 'missing_required_field'],
  ['51 recipients', { ...mail, to: Array.from({ length: 51 }, () => 'a@example.com') }, 'validation_error'],
  ['an unquoted comma in the name', { ...mail, from: 'Oak, Inc. <a@example.com>' }, 'invalid_from_address'],
  ['two senders', { ...mail, from: 'a@example.com, b@example.com' }, 'invalid_from_address'],
  ['a sender without a domain', { ...mail, from: 'studio@localhost' }, 'invalid_from_address'],
  ['a broken reply address', { ...mail, reply_to: 'hello' }, 'validation_error'],
  ['a text that is a number', { ...mail, text: 7 }, 'validation_error'],
  ['a header that is a number', { ...mail, headers: { 'X-Id': 7 } }, 'validation_error'],
];
for (const [what, body, name] of refusals) {
  test(`a send of ${what} is a 422 ${name}`, async () => {
    const { standIn, request } = start();
    const answer = await request('POST', '/emails', body);
    assert.equal(answer.status, 422);
    assert.partialDeepStrictEqual(answer.body, { statusCode: 422, name });
    assert.ok(answer.body.message.length > 0);
    assert.equal(standIn.mails().length, 0);
  });
}

for (const from of [
  'a@example.com',
  'Müller & Söhne <a@example.com>',
  '"Oak, \\"Inc.\\"" <a.b+c@mail.example.co.uk>',
]) {
  test(`${from} may send`, async () => {
    const { request } = start();
    assert.equal((await request('POST', '/emails', { ...mail, from })).status, 200);
  });
}

test('a request without a key is a 401, with a foreign one a 403, with a broken body a 400', async () => {
  const { request } = start();
  const without = await request('POST', '/emails', mail, { authorization: '' });
  assert.deepEqual([without.status, without.body.name], [401, 'missing_api_key']);
  const foreign = await request('POST', '/emails', mail, { authorization: 'Bearer sk_other' });
  assert.deepEqual([foreign.status, foreign.body.name], [403, 'invalid_api_key']);
  const broken = await request('POST', '/emails', '{"from":');
  assert.deepEqual([broken.status, broken.body.name], [400, 'validation_error']);
});

test('what does not exist is a 404', async () => {
  const { request } = start();
  for (const path of ['/emails/unknown', '/domains', '/']) {
    const { status, body } = await request('GET', path);
    assert.deepEqual([status, body.name], [404, 'not_found']);
  }
});

test('a key is remembered for 24 hours, per API key', async () => {
  const { clock, standIn, request } = start();
  const key = { 'idempotency-key': 'mail_1' };
  const first = await request('POST', '/emails', mail, key);
  clock.now += 24 * 60 * 60 * 1000 - 1;
  assert.deepEqual((await request('POST', '/emails', mail, key)).body, first.body);
  await request('POST', '/emails', mail, { ...key, authorization: 'Bearer re_other' });
  assert.equal(standIn.mails().length, 2);
  clock.now += 1;
  assert.notDeepEqual((await request('POST', '/emails', mail, key)).body, first.body);
  assert.equal(standIn.mails().length, 3);
});

test('a refused mail does not use up its key', async () => {
  const { request } = start();
  const key = { 'idempotency-key': 'mail_1' };
  assert.equal((await request('POST', '/emails', { ...mail, to: 'nobody' }, key)).status, 422);
  assert.equal((await request('POST', '/emails', mail, key)).status, 200);
});

test('the third request within a second is a 429, the next second is free', async () => {
  const { clock, request } = start(2);
  const first = await request('POST', '/emails', mail);
  assert.equal(first.headers.get('ratelimit-limit'), '2');
  assert.equal(first.headers.get('ratelimit-remaining'), '1');
  await request('POST', '/emails', mail);
  const third = await request('POST', '/emails', mail);
  assert.deepEqual([third.status, third.body.name], [429, 'rate_limit_exceeded']);
  assert.equal(third.headers.get('retry-after'), '1');
  assert.equal(third.headers.get('ratelimit-remaining'), '0');
  clock.now += 1000;
  assert.equal((await request('POST', '/emails', mail)).status, 200);
});

test('a strict batch is sent whole or not at all, a permissive one says what was left out', async () => {
  const { standIn, request } = start();
  const batch = [mail, { ...mail, to: 'nobody' }, { ...mail, scheduled_at: '2026-12-01T00:00:00Z' }];
  assert.equal((await request('POST', '/emails/batch', batch)).status, 422);
  assert.equal(standIn.mails().length, 0);
  const { status, body } = await request('POST', '/emails/batch', batch, { 'x-batch-validation': 'permissive' });
  assert.equal(status, 200);
  assert.equal(body.data.length, 1);
  assert.deepEqual(
    body.errors.map(({ index }: { index: number }) => index),
    [1, 2],
  );
  assert.equal((await request('POST', '/emails/batch', [mail, mail])).body.data.length, 2);
  assert.equal((await request('POST', '/emails/batch', Array(101).fill(mail))).status, 422);
});

test('a scheduled mail can be moved and canceled, a sent one can not', async () => {
  const { request } = start();
  const sent = await request('POST', '/emails', mail);
  assert.equal((await request('POST', `/emails/${sent.body.id}/cancel`)).status, 422);
  const { body } = await request('POST', '/emails', { ...mail, scheduled_at: '2026-12-01T00:00:00Z' });
  const moved = await request('PATCH', `/emails/${body.id}`, { scheduled_at: '2026-12-02T00:00:00Z' });
  assert.deepEqual(moved.body, { object: 'email', id: body.id });
  assert.equal((await request('GET', `/emails/${body.id}`)).body.scheduled_at, '2026-12-02T00:00:00Z');
  assert.equal((await request('POST', `/emails/${body.id}/cancel`)).status, 200);
  assert.equal((await request('GET', `/emails/${body.id}`)).body.last_event, 'canceled');
});

test('the control side queues trouble for as many calls as asked', async () => {
  const { standIn, request } = start();
  await request('POST', '/control/fail', { status: 503, name: 'application_error', times: 2, retryAfter: 4 });
  for (const status of [503, 503, 200]) assert.equal((await request('POST', '/emails', mail)).status, status);
  assert.equal(standIn.mails().length, 1);
  assert.equal((await request('GET', '/mails')).body.items.length, 1);
});
