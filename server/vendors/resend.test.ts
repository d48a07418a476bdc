import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutgoingMail } from '../platform/ports.ts';
import { createResendStandIn } from '../sandbox/resend.ts';
import { serveStandIn } from '../sandbox/testing.ts';
import { createResendSender } from './resend.ts';

const mail: OutgoingMail = {
  from: '"Lumen & Oak, Photography" <studio@mail.example.com>',
  to: 'ana@example.com',
  replyTo: 'hello@lumenandoak.example',
  subject: 'We got your enquiry',
  html: '<p>Thank you</p>',
  text: 'Thank you',
  headers: { 'X-Entity-Ref-ID': 'lead_1' },
  tags: [{ name: 'kind', value: 'lead-received' }],
  idempotencyKey: 'mail_1',
};

async function start(options: { perSecond?: number; timeoutMs?: number; apiKey?: string } = {}) {
  const { perSecond = 1000, timeoutMs = 2000, apiKey = 're_test' } = options;
  const standIn = createResendStandIn({ perSecond });
  const server = await serveStandIn(standIn.app);
  const sender = await createResendSender({ apiKey, baseUrl: server.url, timeoutMs });
  return { standIn, server, sender };
}

test('a mail leaves with every field and comes back with the id of the vendor', async () => {
  const { standIn, server, sender } = await start();
  await using _ = server;
  const outcome = await sender.send(mail);
  const [sent] = standIn.mails();
  assert.deepEqual(outcome, { kind: 'sent', providerId: sent?.id });
  assert.partialDeepStrictEqual(sent, {
    from: mail.from,
    to: [mail.to],
    replyTo: [mail.replyTo],
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: mail.headers,
    tags: mail.tags,
  });
});

test('the same mail sent again under its key leaves once and gets the first id', async () => {
  const { standIn, server, sender } = await start();
  await using _ = server;
  const first = await sender.send(mail);
  const again = await sender.send(mail);
  assert.equal(first.kind, 'sent');
  assert.deepEqual(again, first);
  assert.equal(standIn.mails().length, 1);
});

test('another mail under a used key may be a second one: it is not tried again, and not said to have failed', async () => {
  const { standIn, server, sender } = await start();
  await using _ = server;
  await sender.send(mail);
  const outcome = await sender.send({ ...mail, subject: 'Another' });
  assert.partialDeepStrictEqual(outcome, { kind: 'unknown', code: 'invalid_idempotent_request' });
  assert.equal(standIn.mails().length, 1);
});

test('a mail whose first try is still under way is tried later, and then gets the first id', async () => {
  const { standIn, server, sender } = await start({ timeoutMs: 20_000 });
  await using _ = server;
  await server.control('hang', { ms: 1000 });
  const slow = sender.send(mail);
  while (standIn.mails().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const during = await sender.send(mail);
  assert.equal(during.kind, 'retry');
  assert.match(during.kind === 'retry' ? during.reason : '', /concurrent_idempotent_requests/);
  const first = await slow;
  assert.equal(first.kind, 'sent');
  assert.deepEqual(await sender.send(mail), first);
  assert.equal(standIn.mails().length, 1);
});

test('a vendor that never answers costs one timeout and no second mail', async () => {
  const { standIn, server, sender } = await start({ timeoutMs: 150 });
  await using _ = server;
  await server.control('hang', { ms: 60_000 });
  const startedAt = performance.now();
  const outcome = await sender.send(mail);
  const took = performance.now() - startedAt;
  assert.equal(outcome.kind, 'retry');
  assert.ok(took >= 145 && took < 5000, `gave up after ${took} ms`);
  assert.equal((await sender.send(mail)).kind, 'retry');
  assert.equal(standIn.mails().length, 1);
});

for (const done of [false, true]) {
  test(`a connection dropped ${done ? 'after' : 'before'} the work is tried again and sends once`, async () => {
    const { standIn, server, sender } = await start();
    await using _ = server;
    await server.control('drop', { done });
    assert.equal((await sender.send(mail)).kind, 'retry');
    assert.equal(standIn.mails().length, done ? 1 : 0);
    assert.deepEqual(await sender.send(mail), { kind: 'sent', providerId: standIn.mails()[0]?.id });
    assert.equal(standIn.mails().length, 1);
  });
}

test('a vendor that is not there is tried again', async () => {
  const { server, sender } = await start();
  await server[Symbol.asyncDispose]();
  assert.equal((await sender.send(mail)).kind, 'retry');
});

test('beyond the rate limit the wait the vendor asks for is passed on', async () => {
  const { server, sender } = await start({ perSecond: 2 });
  await using _ = server;
  const outcomes = await Promise.all(['a', 'b', 'c'].map((key) => sender.send({ ...mail, idempotencyKey: key })));
  assert.equal(outcomes.filter(({ kind }) => kind === 'sent').length, 2);
  const refused = outcomes.find(({ kind }) => kind !== 'sent');
  assert.partialDeepStrictEqual(refused, { kind: 'retry', afterSeconds: 1 });
});

const temporary = [
  { status: 500, name: 'internal_server_error' },
  { status: 500, name: 'application_error' },
  { status: 503, name: 'application_error', retryAfter: 20, afterSeconds: 20 },
  { status: 429, name: 'rate_limit_exceeded', retryAfter: 7, afterSeconds: 7 },
  { status: 429, name: 'daily_quota_exceeded', retryAfter: 999_999, afterSeconds: 86_400 },
  { status: 409, name: 'concurrent_idempotent_requests' },
];
for (const { afterSeconds, ...fault } of temporary) {
  test(`${fault.status} ${fault.name} is tried again`, async () => {
    const { server, sender } = await start();
    await using _ = server;
    await server.control('fail', fault);
    const outcome = await sender.send(mail);
    assert.equal(outcome.kind, 'retry');
    assert.equal(outcome.kind === 'retry' ? outcome.afterSeconds : undefined, afterSeconds);
    assert.equal((await sender.send(mail)).kind, 'sent');
  });
}

const final = [
  { status: 400, name: 'validation_error' },
  { status: 422, name: 'invalid_attachment' },
];
for (const fault of final) {
  test(`${fault.status} ${fault.name} is final`, async () => {
    const { server, sender } = await start();
    await using _ = server;
    await server.control('fail', fault);
    assert.partialDeepStrictEqual(await sender.send(mail), { kind: 'failed', code: fault.name });
  });
}

const ofConfiguration = [
  { status: 401, name: 'restricted_api_key' },
  { status: 403, name: 'validation_error' },
  { status: 404, name: 'not_found' },
  { status: 405, name: 'method_not_allowed' },
];
for (const fault of ofConfiguration) {
  test(`${fault.status} ${fault.name} is about the configuration: it is tried again, and somebody is called`, async () => {
    const { server, sender } = await start();
    await using _ = server;
    await server.control('fail', fault);
    assert.partialDeepStrictEqual(await sender.send(mail), {
      kind: 'retry',
      code: fault.name,
      mayHaveLeft: false,
      needsOperator: true,
    });
    assert.equal((await sender.send(mail)).kind, 'sent');
  });
}

const unsendable: [what: string, change: Partial<OutgoingMail>, code: string][] = [
  ['a sender that is no address', { from: 'Lumen & Oak' }, 'invalid_from_address'],
  ['a recipient that is no address', { to: 'ana at example.com' }, 'validation_error'],
  ['no subject', { subject: '' }, 'missing_required_field'],
  ['a line break in the subject', { subject: 'Hello\nBcc: eve@example.com' }, 'validation_error'],
  ['a tag with a space', { tags: [{ name: 'kind', value: 'lead received' }] }, 'validation_error'],
  ['a key of 257 characters', { idempotencyKey: 'k'.repeat(257) }, 'invalid_idempotency_key'],
];
for (const [what, change, code] of unsendable) {
  test(`a mail with ${what} is refused for good`, async () => {
    const { standIn, server, sender } = await start();
    await using _ = server;
    assert.partialDeepStrictEqual(await sender.send({ ...mail, ...change }), { kind: 'failed', code });
    assert.equal(standIn.mails().length, 0);
  });
}

test('a key the vendor does not know is tried again, once somebody has corrected it', async () => {
  const { server, sender } = await start({ apiKey: 'sk_wrong' });
  await using _ = server;
  assert.partialDeepStrictEqual(await sender.send(mail), {
    kind: 'retry',
    code: 'invalid_api_key',
    needsOperator: true,
  });
});

test('a value that fits no header is never quoted, and calls somebody', async () => {
  const { server, sender } = await start();
  await using _ = server;
  const outcome = await sender.send({ ...mail, idempotencyKey: 'secret\nkey' });
  assert.partialDeepStrictEqual(outcome, {
    kind: 'retry',
    code: 'unsendable',
    mayHaveLeft: false,
    needsOperator: true,
  });
  assert.doesNotMatch(JSON.stringify(outcome), /secret/);
});

const garbage: [what: string, fault: Record<string, unknown>][] = [
  ['a page instead of an answer', { status: 200, body: '<html>Welcome</html>' }],
  ['an answer without an id', { status: 200, body: '{"id":7}' }],
  ['nothing', { status: 200, body: 'null' }],
  ['an error page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }],
  ['an error of another shape', { status: 400, body: '{"error":"unexpected"}' }],
  ['an error that is null', { status: 500, body: 'null' }],
  ['ten megabytes', { status: 200, body: 'x'.repeat(10_000_000) }],
];
for (const [what, fault] of garbage) {
  test(`an answer that is ${what} is tried again`, async () => {
    const { server, sender } = await start();
    await using _ = server;
    await server.control('fail', fault);
    assert.equal((await sender.send(mail)).kind, 'retry');
    assert.equal((await sender.send(mail)).kind, 'sent');
  });
}

test('P27 a redirect does not carry the mail to another host', async () => {
  const other = createResendStandIn({ perSecond: 1000 });
  const { server, sender } = await start();
  await using _ = server;
  await using elsewhere = await serveStandIn(other.app);
  await server.control('fail', { status: 307, body: '', location: `${elsewhere.url}/emails` });
  assert.equal((await sender.send(mail)).kind, 'retry');
  assert.equal(other.mails().length, 0);
});

test('the reason of a failure holds no address', async () => {
  const { server, sender } = await start();
  await using _ = server;
  const message = 'You can only send testing emails to your own email address (owner@example.com).';
  await server.control('fail', {
    status: 403,
    body: JSON.stringify({ statusCode: 403, name: 'validation_error', message }),
  });
  const outcome = await sender.send(mail);
  assert.match(JSON.stringify(outcome), /\(address\)/);
  assert.doesNotMatch(JSON.stringify(outcome), /@/);
});

test('a date in retry-after becomes a wait in seconds', async () => {
  const { server, sender } = await start();
  await using _ = server;
  const retryAfter = new Date(Date.now() + 30_000).toUTCString();
  await server.control('fail', { status: 429, retryAfter });
  const outcome = await sender.send(mail);
  const wait = outcome.kind === 'retry' ? (outcome.afterSeconds ?? -1) : -1;
  assert.ok(wait >= 28 && wait <= 30, `waits ${wait} s`);
});

test('nothing of a mail is written to the console', async (t) => {
  const { server, sender } = await start();
  await using _ = server;
  const lines: unknown[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    t.mock.method(console, method, (...line: unknown[]) => lines.push(line));
  }
  await server.control('fail', { status: 422 });
  await sender.send(mail);
  await sender.send(mail);
  assert.deepEqual(lines, []);
});
