import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio, solveProof } from './testing-studio.ts';

const minimum = 1500;

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1', MINIMUM_FILL_MS: String(minimum) });
  studio = await openStudio(server);
});
after(() => server.stop());

const enquire = (proof: string, body: object = {}) =>
  studio.api('POST', '/v1/leads', {
    as: 'publishable',
    body: { formId: studio.formId, name: 'Ana', email: 'ana@example.com', ...body },
    headers: { 'alloza-proof': proof },
  });
const count = async (): Promise<number> =>
  (await server.database.owner.query('select count(*)::int as count from leads')).rows[0].count;
const filled = () => new Promise((resolve) => setTimeout(resolve, minimum));
const encode = (payload: unknown): string => Buffer.from(JSON.stringify(payload)).toString('base64');

interface Payload {
  challenge: Challenge & { parameters: Record<string, unknown> };
  solution: { counter: number; derivedKey: string };
}
const decode = (proof: string): Payload => JSON.parse(Buffer.from(proof, 'base64').toString());

test('a form sent faster than a person fills it in is refused; the same proof is good when the time has passed', async () => {
  const proof = await solveProof(studio);
  const early = await enquire(proof);
  assert.equal(early.status, 422);
  assert.equal(early.body.code, 'too_fast');
  await filled();
  assert.equal((await enquire(proof)).status, 201);
});

test('a proof is not spent by a request that is refused for something else', async () => {
  const proof = await solveProof(studio);
  await filled();
  assert.equal((await enquire(proof, { phone: '123456789012345678' })).status, 422);
  assert.equal((await enquire(proof, { email: 'not an address' })).status, 422);
  assert.equal((await enquire(proof)).status, 201);
  assert.equal((await enquire(proof)).body.code, 'proof_spent');
});

test('one challenge makes one enquiry, however often it is solved again', async () => {
  const first = decode(await solveProof(studio));
  const counterStart = first.solution.counter + 1;
  const solution = await solveChallenge({ challenge: first.challenge, deriveKey, counterStart });
  await filled();
  assert.equal((await enquire(encode(first))).status, 201);
  assert.notEqual(solution!.counter, first.solution.counter);
  assert.equal((await enquire(encode({ ...first, solution }))).body.code, 'proof_spent');
  const spelled = { ...first, challenge: { ...first.challenge, signature: first.challenge.signature!.toUpperCase() } };
  assert.equal((await enquire(encode(spelled))).body.code, 'proof_invalid', 'another spelling is no other challenge');
});

test('whatever a proof says that is none, the answer is a plain refusal and nothing is stored', async () => {
  const payload = decode(await solveProof(studio));
  await filled();
  const before = await count();
  const parameters = (change: object) => ({
    ...payload,
    challenge: { ...payload.challenge, parameters: { ...payload.challenge.parameters, ...change } },
  });
  const solution = (change: object) => ({ ...payload, solution: { ...payload.solution, ...change } });
  const data = payload.challenge.parameters.data as object;
  const forged: unknown[] = [
    null,
    [],
    'text',
    42,
    {},
    { challenge: null },
    { challenge: {}, solution: {} },
    { ...payload, solution: null },
    { ...payload, challenge: { ...payload.challenge, signature: '' } },
    { ...payload, challenge: { ...payload.challenge, signature: 'f'.repeat(64) } },
    { ...payload, challenge: { ...payload.challenge, signature: { length: 64 } } },
    parameters({ cost: 0 }),
    parameters({ cost: -1 }),
    parameters({ cost: 1e9 }),
    parameters({ cost: '1' }),
    parameters({ keyLength: 1e9 }),
    parameters({ keyLength: 0 }),
    parameters({ algorithm: 'SHA-256' }),
    parameters({ algorithm: 'SCRYPT', memoryCost: 2 ** 30 }),
    parameters({ keyPrefix: '' }),
    parameters({ nonce: 'zz' }),
    parameters({ salt: 'abc' }),
    parameters({ expiresAt: undefined }),
    parameters({ expiresAt: 'never' }),
    parameters({ data: { ...data, notBefore: 0 } }),
    parameters({ data: { ...data, operation: 'bookings.start' } }),
    parameters({ data: null }),
    solution({ counter: -1 }),
    solution({ counter: 0.5 }),
    solution({ counter: 2 ** 40 }),
    solution({ counter: '1' }),
    solution({ derivedKey: 'abc' }),
    solution({ derivedKey: payload.solution.derivedKey.toUpperCase() }),
    solution({ derivedKey: '00'.repeat(32) }),
  ];
  for (const each of forged) {
    const answer = await enquire(encode(each));
    assert.equal(answer.status, 422, JSON.stringify(each));
    assert.equal(answer.body.code, 'proof_invalid', JSON.stringify(each));
  }
  for (const text of ['%%%', 'bm90IGpzb24=', '{}'.repeat(900)])
    assert.equal((await enquire(text)).body.code, 'proof_invalid', text);
  assert.equal((await enquire('x'.repeat(4001))).status, 422);
  assert.equal(await count(), before);
  assert.equal((await enquire(encode(payload))).status, 201, 'the one they were made of is good');
});

test('a challenge ends after half an hour by the clock of the database', async () => {
  const { body } = await studio.api('POST', '/v1/challenges', {
    as: 'publishable',
    body: { operation: 'leads.create', formId: studio.formId },
  });
  const [{ now }] = (await server.database.owner.query('select now()')).rows;
  assert.ok(Math.abs(Date.parse(body.expiresAt) - now.getTime() - 30 * 60_000) < 2000);
  assert.ok(Math.abs(Date.parse(body.notBefore) - now.getTime() - minimum) < 2000);
});

test('spent proofs are kept no longer than their challenge lives', async () => {
  const { rows } = await server.database.owner.query(
    'select expires_at - now() as left, extract(epoch from expires_at - now()) as seconds from spent_proofs',
  );
  assert.ok(rows.length > 0);
  for (const { seconds } of rows) assert.ok(Number(seconds) > 0 && Number(seconds) <= 30 * 60);
});
