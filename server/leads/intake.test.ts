import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient } from '@alloza/sdk';
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { sign } from '../platform/crypto.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio, siteOrigin, solveProof } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;

before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

let people = 0;
const person = () => {
  people += 1;
  return { name: `Visitor ${people}`, email: `visitor-${people}@example.com` };
};

const enquire = (proof: string | undefined, body: object = {}, headers: Record<string, string> = {}) =>
  studio.api('POST', '/v1/leads', {
    as: 'publishable',
    body: { formId: studio.formId, ...person(), ...body },
    headers: { ...(proof ? { 'alloza-proof': proof } : {}), ...headers },
  });

const count = async (): Promise<number> =>
  (await server.database.owner.query('select count(*)::int as count from leads')).rows[0].count;

test('one solution posted 100 times at once is accepted once', async () => {
  const proof = await solveProof(studio);
  const before = await count();
  const answers = await Promise.all(Array.from({ length: 100 }, () => enquire(proof)));
  assert.equal(answers.filter((answer) => answer.status === 201).length, 1);
  assert.equal(answers.filter((answer) => answer.body.code === 'proof_spent').length, 99);
  assert.equal(await count(), before + 1);
});

const decode = (proof: string) => JSON.parse(Buffer.from(proof, 'base64').toString());
const encode = (payload: object) => Buffer.from(JSON.stringify(payload)).toString('base64');

test('a solution for another form or key, one that is altered, and one that has expired are refused', async () => {
  const other = (
    await studio.api('POST', '/v1/lead-forms', {
      body: {
        name: 'B',
        fields: [
          { key: 'name', type: 'text', label: 'N' },
          { key: 'email', type: 'email', label: 'E' },
        ],
      },
    })
  ).body;
  const refused = async (proof: string, what: string) =>
    assert.equal((await enquire(proof)).body.code, 'proof_invalid', what);
  await refused(await solveProof(studio, other.id), 'another form');
  const key = (await studio.api('POST', '/v1/api-keys', { body: { kind: 'publishable', name: 'Other' } })).body.key;
  await refused(
    await solveProof({
      ...studio,
      api: (method, path, options) =>
        studio.api(method, path, {
          ...options,
          as: 'none',
          headers: { authorization: `Bearer ${key}`, origin: siteOrigin },
        }),
    }),
    'another key',
  );

  const payload = decode(await solveProof(studio));
  const altered = (change: object) =>
    encode({
      ...payload,
      challenge: { ...payload.challenge, parameters: { ...payload.challenge.parameters, ...change } },
    });
  await refused(altered({ cost: 1 }), 'altered difficulty');
  await refused(altered({ keyPrefix: '0' }), 'altered prefix');
  await refused(altered({ expiresAt: payload.challenge.parameters.expiresAt + 1000 }), 'altered expiry');
  const { nonce, expiresAt } = payload.challenge.parameters;
  await refused(
    altered({ nonce: nonce.slice(0, -2), expiresAt: Number(`${nonce.slice(-2)}${expiresAt}`) || expiresAt }),
    'spliced expiry',
  );
  await refused(
    encode({ ...payload, solution: { ...payload.solution, counter: payload.solution.counter + 1 } }),
    'another counter',
  );

  const expired = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    deriveKey,
    cost: 10,
    expiresAt: new Date(Date.now() - 1000),
    hmacSignatureSecret: sign(server.app.services.config.AUTH_SECRET, 'proof-of-work', 'v1'),
    data: payload.challenge.parameters.data,
  });
  await refused(
    encode({ challenge: expired, solution: await solveChallenge({ challenge: expired, deriveKey }) }),
    'expired',
  );
});

test('difficulty grows when a form is asked for many challenges in a minute', async () => {
  const cost = async () => {
    const answer = await studio.api('POST', '/v1/challenges', {
      as: 'publishable',
      body: { operation: 'leads.create', formId: studio.formId },
    });
    return JSON.parse(answer.body.challenge).parameters.cost as number;
  };
  const calm = await cost();
  await Promise.all(Array.from({ length: 210 }, cost));
  assert.ok((await cost()) >= calm * 4);
});

test('a shared limit is exact under concurrency: of 100 enquiries at once from one network, 20 pass it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => enquire(undefined, {}, { 'x-forwarded-for': '198.51.100.7' })),
  );
  assert.equal(answers.filter((answer) => answer.status === 429).length, 80);
  assert.equal(answers.filter((answer) => answer.body.code === 'proof_required').length, 20);
  assert.ok(Number(answers.find((answer) => answer.status === 429)!.headers.get('retry-after')) > 0);
});

test('addresses of one IPv6 network count as one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, index) =>
      enquire(undefined, {}, { 'x-forwarded-for': `2001:db8:1:2::${index.toString(16)}` }),
    ),
  );
  assert.equal(answers.filter((answer) => answer.status === 429).length, 5);
});

test('a publishable key answers the listed origins only, exactly or by one label', async () => {
  const origins = ['https://www.lumen.example', 'https://*.oak.example', 'http://localhost:3000'];
  const key = (await studio.api('POST', '/v1/api-keys', { body: { kind: 'publishable', name: 'Listed', origins } }))
    .body.key;
  const ask = async (origin: string | null) => {
    const headers: Record<string, string> = { authorization: `Bearer ${key}`, ...(origin === null ? {} : { origin }) };
    const answer = await fetch(`${server.url}/v1/lead-forms/default/public`, { headers });
    assert.equal(answer.headers.get('access-control-allow-origin'), '*', 'the refusal stays readable');
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    return answer.status;
  };
  for (const origin of ['https://www.lumen.example', 'https://a.oak.example', 'http://localhost:3000'])
    assert.equal(await ask(origin), 200, origin);
  const spoofs = [
    null,
    'null',
    'http://www.lumen.example',
    'https://lumen.example',
    'https://www.lumen.example:444',
    'https://www.lumen.example.evil.example',
    'https://evil-www.lumen.example',
    'https://www.lumen.examples',
    'https://wwwxlumen.example',
    'https://oak.example',
    'https://a.b.oak.example',
    'https://.oak.example',
    'https://evil.example/.oak.example',
    'https://aoak.example',
    'https://a.oak.example.evil',
    'http://a.oak.example',
    'https://a.oak.example:8443',
    'http://localhost',
    'http://localhost:3001',
    'http://localhost:30000',
    'http://127.0.0.1:3000',
    'file://',
    'https://',
    'https://WWW.lumen.example@evil.example',
    'https://www.lumen.example#',
    'https://www.lumen.example/',
    'https://www.lumen.example ',
    'ftp://www.lumen.example',
    'chrome-extension://www.lumen.example',
    'https://xn--lumen.example',
  ];
  // Header values lose surrounding blanks on the way; that one spelling is the listed origin itself.
  for (const origin of spoofs.filter((origin) => origin?.trim() !== origins[0]))
    assert.equal(await ask(origin), 403, String(origin));
});

test('the same enquiry sent three times is stored once, one after the other and at once, raw and by the SDK', async () => {
  const before = await count();
  const proof = await solveProof(studio);
  const body = person();
  const raw = () => enquire(proof, body, { 'idempotency-key': 'three-times', 'x-forwarded-for': '203.0.113.9' });
  const answers = [await raw(), await raw(), await raw()];
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [201, 201, 201],
  );
  assert.deepEqual(
    answers.map((answer) => answer.headers.get('idempotent-replayed')),
    [null, 'true', 'true'],
  );
  assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 1);
  assert.equal(await count(), before + 1);

  const withOrigin: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    request.headers.set('origin', siteOrigin);
    return fetch(request);
  };
  const alloza = createClient({ publishableKey: studio.publishableKey, baseUrl: server.url, fetch: withOrigin });
  const second = await solveProof(studio);
  const visitor = { formId: studio.formId, ...person() };
  const send = () => alloza.leads.create(visitor, { idempotencyKey: 'at-once', proof: second });
  const created = await Promise.all([send(), send(), send()]);
  assert.equal(new Set(created.map((answer) => answer.id)).size, 1);
  assert.equal(created[0]!.lead, null, 'a visitor is told no more than the id and the thanks');
  assert.equal(await count(), before + 2);
});

test('a visitor is held to the form: what is missing or does not fit is pointed at, and nothing is stored', async () => {
  const before = await count();
  const fields = [
    { key: 'name', type: 'text', label: 'Name', required: true },
    { key: 'phone', type: 'phone', label: 'Phone', required: true },
    { key: 'venue', type: 'choice', label: 'Venue', options: ['Lake', 'Barn'], required: true },
    { key: 'extras', type: 'choices', label: 'Extras', options: ['Album'] },
    { key: 'eventDate', type: 'date', label: 'Date', required: true },
  ];
  const form = (await studio.api('POST', '/v1/lead-forms', { body: { name: 'Strict', fields } })).body;
  const ask = async (body: object) => {
    const answer = await studio.api('POST', '/v1/leads', {
      as: 'publishable',
      body: { formId: form.id, name: 'Ana', ...body },
      headers: { 'alloza-proof': await solveProof(studio, form.id) },
    });
    return answer.status === 201 ? [] : answer.body.errors.map((error: { pointer: string }) => error.pointer);
  };
  assert.deepEqual(await ask({ email: 'a@example.com' }), ['/phone', '/answers/venue', '/eventDate']);
  assert.deepEqual(
    await ask({ phone: '+49 30 901820', dateUndecided: true, answers: [{ key: 'venue', value: 'Moon' }] }),
    ['/answers/0/value'],
  );
  assert.deepEqual(
    await ask({
      phone: '+49 30 901820',
      dateUndecided: true,
      answers: [
        { key: 'venue', value: 'Lake' },
        { key: 'pet', value: 'Cat' },
      ],
    }),
    ['/answers/1/key'],
  );
  assert.deepEqual(await ask({ phone: '12345', dateUndecided: true, answers: [{ key: 'venue', value: 'Lake' }] }), [
    '/phone',
  ]);
  assert.equal(await count(), before);
  assert.deepEqual(
    await ask({
      phone: '+49 30 901820',
      dateUndecided: true,
      answers: [
        { key: 'venue', value: 'Lake' },
        { key: 'extras', value: ['Album'] },
      ],
    }),
    [],
  );
  assert.equal(await count(), before + 1);
});

test('P09 what looks like a card number is masked before it is stored; a telephone number is not', async () => {
  const answer = await studio.api('POST', '/v1/leads', {
    body: { name: 'Card', phone: '+14155550123', message: 'Mine is 4242 4242 4242 4242, order 1234567890123456' },
  });
  assert.equal(answer.body.lead.message, 'Mine is ••••••••••••4242, order 1234567890123456');
  assert.equal(answer.body.lead.phone, '+14155550123');
  const { rows } = await server.database.owner.query(
    "select count(*)::int as count from leads where to_jsonb(leads)::text like '%4242 4242%'",
  );
  assert.equal(rows[0].count, 0);
});

test('P10 a form may not ask for a social security or employer number', async () => {
  for (const label of ['Your SSN', 'EIN', 'Social security number']) {
    const fields = [
      { key: 'name', type: 'text', label: 'Name' },
      { key: 'email', type: 'email', label: 'E-mail' },
      { key: 'tax', type: 'text', label },
    ];
    const answer = await studio.api('POST', '/v1/lead-forms', { body: { name: 'Tax', fields } });
    assert.equal(answer.body.errors?.[0].pointer, '/fields/2/label', label);
  }
});

test('an address gets at most three thanks a day from a form, while the studio hears of every enquiry', async () => {
  const email = 'bombed@example.com';
  for (let index = 0; index < 5; index += 1) {
    const answer = await enquire(await solveProof(studio), { name: `Bomb ${index}`, email });
    assert.equal(answer.status, 201);
  }
  const told = () => server.sandbox.mails().filter((mail) => mail.subject.startsWith('New enquiry from Bomb'));
  await eventually('five notifications', () => told().length === 5);
  await eventually('no work left', async () => {
    const { rows } = await server.database.owner.query(
      "select count(*)::int as count from mails where status = 'queued'",
    );
    return rows[0].count === 0;
  });
  assert.equal(server.sandbox.mails().filter((mail) => mail.to.includes(email)).length, 3);
});
