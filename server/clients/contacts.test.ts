import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { type Answer, type As, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const create = (body: object, as: As = 'session'): Promise<Answer> =>
  studio.api('POST', '/v1/clients', { as, body: { displayName: 'Ana Ruiz', ...body } });
const patch = (id: string, version: number, body: object): Promise<Answer> =>
  studio.api('PATCH', `/v1/clients/${id}`, { body, headers: { 'if-match': `"${version}"` } });

test('contacts have roles, one spelling of address and number, and keep their ids through edits', async () => {
  const made = await create({
    contacts: [
      { name: ' Ana Ruiz ', email: 'Ana.Ruiz@Example.com', phone: '+49 (30) 901820' },
      { name: 'Luis Ruiz', role: 'partner' },
      { name: 'Oma Ruiz', role: 'payer', email: null },
    ],
  });
  assert.equal(made.status, 201);
  const [ana, luis, oma] = made.body.contacts;
  assert.match(ana.id, /^con_/);
  const { id: _id, ...shown } = ana;
  assert.deepEqual(shown, { name: 'Ana Ruiz', email: 'ana.ruiz@example.com', phone: '+4930901820', role: 'client' });
  assert.deepEqual([luis.role, oma.role, oma.email], ['partner', 'payer', null]);
  const same = await patch(made.body.id, 1, { contacts: made.body.contacts });
  assert.equal(same.body.version, 1, 'sent back as they were read, they change nothing');
  const reordered = [{ ...oma, name: 'Grandma Ruiz' }, { name: 'Pia', role: 'planner' }, ana];
  const edited = await patch(made.body.id, 1, { contacts: reordered });
  assert.equal(edited.status, 200);
  const after = edited.body.contacts;
  assert.deepEqual([after[0].id, after[2].id], [oma.id, ana.id]);
  assert.deepEqual([after[0].name, after[2].email], ['Grandma Ruiz', 'ana.ruiz@example.com']);
  assert.ok(![ana.id, luis.id, oma.id].includes(after[1].id), 'a new one has an id of its own');
});

test('a contact id must be one that the client has, once', async () => {
  const [made, foreign] = [
    (await create({ contacts: [{ name: 'A' }] })).body,
    (await create({ contacts: [{ name: 'B' }] })).body,
  ];
  const { id } = made.contacts[0];
  for (const contacts of [
    [{ id: foreign.contacts[0].id, name: 'X' }],
    [{ id: 'con_00000000000000000000000000', name: 'X' }],
    [{ id: 'nonsense', name: 'X' }],
  ])
    assert.equal((await patch(made.id, 1, { contacts })).body.errors[0].pointer, '/contacts/0/id');
  const twice = [
    { id, name: 'X' },
    { id, name: 'Y' },
  ];
  assert.equal((await patch(made.id, 1, { contacts: twice })).body.errors[0].pointer, '/contacts/1/id');
  assert.equal((await patch(made.id, 1, { contacts: [{ name: ' ' }] })).body.errors[0].pointer, '/contacts/0/name');
  assert.equal(
    (await patch(made.id, 1, { contacts: [{ name: 'X', phone: '00000' }] })).body.errors[0].pointer,
    '/contacts/0/phone',
  );
});

test('a national number is read by the country of the studio', async () => {
  const settings = await studio.api('GET', '/v1/workspace');
  await studio.api('PATCH', '/v1/workspace', {
    body: { timeZone: 'Europe/Berlin' },
    headers: { 'if-match': settings.headers.get('etag')! },
  });
  const made = await create({ contacts: [{ name: 'A', phone: '030 901820' }] });
  assert.equal(made.body.contacts[0].phone, '+4930901820');
});

test('an address belongs to one client, in every spelling; the refusal says where and nothing about the other', async () => {
  const first = (await create({ contacts: [{ name: 'Zed', email: 'one@example.com' }] })).body;
  const taken = await create({
    contacts: [
      { name: 'A', email: 'two@example.com' },
      { name: 'B', email: 'ONE@example.com' },
    ],
  });
  assert.equal(taken.status, 409);
  assert.equal(taken.body.code, 'email_taken');
  assert.deepEqual(
    taken.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/contacts/1/email'],
  );
  assert.doesNotMatch(JSON.stringify(taken.body), /Zed|cli_/);
  const second = (await create({ contacts: [{ name: 'A', email: 'two@example.com' }] })).body;
  assert.equal((await patch(second.id, 1, { contacts: [{ name: 'A', email: 'one@example.com' }] })).status, 409);
  assert.equal((await patch(first.id, 1, { contacts: [] })).status, 200);
  assert.equal((await patch(second.id, 1, { contacts: [{ name: 'A', email: 'one@example.com' }] })).status, 200);
  const elsewhere = await openStudio(server);
  const body = { displayName: 'A', contacts: [{ name: 'A', email: 'one@example.com' }] };
  assert.equal((await elsewhere.api('POST', '/v1/clients', { body })).status, 201, 'of one studio');
});

test('of 10 who take one address at once, one gets it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => create({ contacts: [{ name: 'A', email: 'race@example.com' }] })),
  );
  assert.deepEqual(
    [201, 409].map((status) => answers.filter((answer) => answer.status === status).length),
    [1, 9],
  );
});

test('a deleted client gives its address up, and comes back only while nobody has taken it', async () => {
  const contacts = [{ name: 'A', email: 'freed@example.com' }];
  const first = (await create({ contacts })).body;
  await studio.api('DELETE', `/v1/clients/${first.id}`);
  const second = (await create({ contacts })).body;
  const refused = await studio.api('POST', `/v1/clients/${first.id}/restore`);
  assert.deepEqual([refused.status, refused.body.code], [409, 'email_taken']);
  await studio.api('DELETE', `/v1/clients/${second.id}`);
  assert.equal((await studio.api('POST', `/v1/clients/${first.id}/restore`)).status, 200);
});

test('tags lose blanks and repetitions that differ in case alone', async () => {
  const made = await create({ tags: [' Wedding ', 'wedding', 'VIP', ' '] });
  assert.deepEqual(made.body.tags, ['Wedding', 'VIP']);
});

test('consents are kept per channel, with time and source; saying the same again changes nothing', async () => {
  const made = (await create({ consents: { email: true } })).body;
  assert.equal(made.consents.sms, null, 'nobody has asked');
  const { given, source, textVersion, at } = made.consents.email;
  assert.deepEqual([given, source, textVersion], [true, 'staff', null]);
  assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000);
  assert.equal((await patch(made.id, 1, { consents: { email: true } })).body.version, 1);
  const withdrawn = (await patch(made.id, 1, { consents: { email: false, sms: true } })).body;
  assert.deepEqual([withdrawn.consents.email.given, withdrawn.consents.sms.given], [false, true]);
  assert.ok(Date.parse(withdrawn.consents.email.at) > Date.parse(at));
  const { items } = (await studio.api('GET', `/v1/changes?subject=${made.id}`)).body;
  assert.deepEqual(items[0].fields[0].before.email, made.consents.email, 'the history proves what held before');
  const byKey = (await create({ consents: { sms: false } }, 'secret')).body;
  assert.deepEqual([byKey.consents.sms.source, byKey.consents.sms.given], ['api', false]);
});

test('P09 a card number in a client is masked', async () => {
  const made = await create({ source: 'Card 5555 5555 5555 4444' });
  assert.equal(made.body.source, 'Card ••••••••••••4444');
});

test('P10 a custom field that asks for a tax number is refused', async () => {
  assert.equal((await create({ custom: { books: { ssn: '1' } } })).status, 422);
});
