import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio, solveProof } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
});
after(() => server.stop());

const nameField = { key: 'name', type: 'text', label: 'Name', required: true };
const emailField = { key: 'email', type: 'email', label: 'E-mail' };
const create = (more: object[] = [], input: object = {}) =>
  studio.api('POST', '/v1/lead-forms', { body: { name: 'Form', fields: [nameField, emailField, ...more], ...input } });
const update = (form: { id: string; version: number }, body: object) =>
  studio.api('PATCH', `/v1/lead-forms/${form.id}`, { body, headers: { 'if-match': `"${form.version}"` } });

test('a new consent text gets a new version, other edits do not, and an enquiry keeps the version it agreed to', async () => {
  let { body: form } = await create();
  assert.equal(form.consent.textVersion, 1);
  const enquire = async (textVersion: number) =>
    studio.api('POST', '/v1/leads', {
      as: 'publishable',
      body: {
        formId: form.id,
        name: 'Ana',
        email: 'ana@example.com',
        consent: { email: true, sms: false, textVersion },
      },
      headers: { 'alloza-proof': await solveProof(studio, form.id) },
    });
  assert.equal((await enquire(2)).body.errors[0].pointer, '/consent/textVersion', 'a text that was never shown');
  const agreed = (await enquire(1)).body.id;
  ({ body: form } = await update(form, { title: 'Another title' }));
  assert.equal(form.consent.textVersion, 1);
  ({ body: form } = await update(form, { consent: { emailText: 'You may write to me.' } }));
  assert.equal(form.consent.textVersion, 2);
  ({ body: form } = await update(form, { consent: { emailText: 'You may write to me.' } }));
  assert.equal(form.consent.textVersion, 2, 'the same text is no new version');
  ({ body: form } = await update(form, { consent: { smsText: 'You may text me.' } }));
  assert.equal(form.consent.textVersion, 3);
  const kept = (await studio.api('GET', `/v1/leads/${agreed}`)).body.consent;
  assert.equal(kept.textVersion, 1);
  assert.ok(Date.parse(kept.at) > 0);
});

test('consent to texts can not be given to a form that does not ask for it', async () => {
  const { body: form } = await create();
  const answer = await studio.api('POST', '/v1/leads', {
    body: { formId: form.id, name: 'Ana', email: 'a@example.com', consent: { email: true, sms: true, textVersion: 1 } },
  });
  assert.equal(answer.body.errors[0].pointer, '/consent/sms');
});

test('fields that do not fit together are pointed at, all at once', async () => {
  const answer = await create([
    { key: 'email', type: 'email', label: 'Again' },
    { key: 'eventDate', type: 'text', label: 'Date as text' },
    { key: 'pick', type: 'choice', label: 'No options' },
    { key: 'words', type: 'text', label: 'Options', options: ['A'] },
    { key: 'money', type: 'budget', label: 'Budget under another key' },
  ]);
  assert.equal(answer.status, 422);
  assert.deepEqual(
    answer.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/fields/2/key', '/fields/3/type', '/fields/4/options', '/fields/5/options', '/fields/6/type'],
  );
  const none = await studio.api('POST', '/v1/lead-forms', {
    body: { name: 'F', fields: [{ key: 'venue', type: 'text', label: 'V' }] },
  });
  assert.deepEqual(
    none.body.errors.map(({ code }: { code: string }) => code),
    ['name', 'contact'],
  );
});

test('P10 a form that asks for an SSN or EIN is refused, in label, hint, option or key; German and other words are not', async () => {
  const refused = [
    { key: 'tax', type: 'text', label: 'Your S.S.N.' },
    { key: 'tax', type: 'text', label: 'Social Security No.' },
    { key: 'tax', type: 'text', label: 'social-security number' },
    { key: 'tax', type: 'text', label: 'Company EIN' },
    { key: 'tax', type: 'text', label: 'Employer identification number' },
    { key: 'tax', type: 'text', label: 'Number', hint: 'Please give your SSN' },
    { key: 'tax', type: 'choice', label: 'Which one', options: ['EIN', 'None'] },
    { key: 'ssn', type: 'text', label: 'Number' },
    { key: 'clientSsn', type: 'text', label: 'Number' },
    { key: 'socialSecurityNumber', type: 'text', label: 'Number' },
  ];
  for (const field of refused) {
    const answer = await create([field]);
    assert.equal(answer.status, 422, JSON.stringify(field));
    assert.match(answer.body.errors[0].pointer, /^\/fields\/2\//);
    assert.equal(answer.body.errors[0].code, 'tax_number');
  }
  const fine = [
    { key: 'budgetAsk', type: 'text', label: 'Haben Sie ein Budget?' },
    { key: 'lesson', type: 'text', label: 'Which lesson?' },
    { key: 'session', type: 'text', label: 'Session length' },
    { key: 'reinvite', type: 'text', label: 'Einladung' },
  ];
  for (const field of fine) assert.equal((await create([field])).status, 201, field.label);
});

test('P10 custom fields and answers to no form that ask for one are refused too', async () => {
  const post = (body: object) =>
    studio.api('POST', '/v1/leads', { body: { name: 'A', email: 'a@example.com', ...body } });
  assert.equal((await post({ custom: { crm: { ssn: '123-45-6789' } } })).status, 422);
  assert.equal((await post({ custom: { ein: '12-3456789' } })).status, 422);
  assert.equal((await post({ custom: { crm: { social_security_number: '1' } } })).status, 422);
  assert.equal((await post({ answers: [{ key: 'ssn', value: '123-45-6789' }] })).status, 422);
  assert.equal((await post({ custom: { crm: { session: 'fine' } } })).status, 201);
});

test('a form in use can be changed and removed, but never the last one', async () => {
  const other = await openStudio(server);
  const only = (await other.api('GET', '/v1/lead-forms')).body.items;
  assert.equal(only.length, 1);
  const refused = await other.api('DELETE', `/v1/lead-forms/${only[0].id}`);
  assert.equal(refused.body.code, 'last_form');
  const second = (
    await other.api('POST', '/v1/lead-forms', { body: { name: 'Second', fields: [nameField, emailField] } })
  ).body;
  const answers = await Promise.all([only[0].id, second.id].map((id) => other.api('DELETE', `/v1/lead-forms/${id}`)));
  assert.deepEqual(answers.map((answer) => answer.status).toSorted(), [204, 409], 'one of two at once');
  const left = (await other.api('GET', '/v1/lead-forms')).body.items;
  assert.equal(left.length, 1);
  assert.equal((await other.api('GET', `/v1/lead-forms/${left[0].id}/public`, { as: 'publishable' })).status, 200);
  const gone = [only[0].id, second.id].find((id) => id !== left[0].id);
  assert.equal((await other.api('GET', `/v1/lead-forms/${gone}`)).status, 404);
  assert.equal((await other.api('GET', `/v1/lead-forms/${gone}/public`, { as: 'publishable' })).status, 404);
});

test('a visitor sees of a form what it shows, not how the studio names it or answers', async () => {
  const { body: form } = await create([], {
    name: 'Internal name',
    autoReply: { enabled: true, subject: 'Private', message: 'Words' },
  });
  const { body } = await studio.api('GET', `/v1/lead-forms/${form.id}/public`, { as: 'publishable' });
  assert.deepEqual(Object.keys(body).sort(), ['consent', 'fields', 'id', 'intro', 'submitLabel', 'title']);
  assert.doesNotMatch(JSON.stringify(body), /Internal name|Private/);
});

test('a stale edit of a form is refused', async () => {
  const { body: form } = await create();
  assert.equal((await update(form, { title: 'One' })).status, 200);
  assert.equal((await update(form, { title: 'Two' })).status, 412);
});
