import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sign } from '../platform/crypto.ts';
import { storedId } from '../platform/ids.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { settle, snapshot } from '../platform/testing-snapshot.ts';
import { freshNetwork, openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server, { name: 'Lumen' });
});
after(() => server.stop());

type Fields = Record<string, string> | [string, string][];

const address = (form = 'default') => `${server.url}/f/${studio.slug}/${form}`;
const post = (fields: Fields | string, headers: Record<string, string> = {}, form?: string) =>
  fetch(address(form), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': freshNetwork(),
      ...headers,
    },
    body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
  });

/** The hidden fields of a review page. */
async function hiddenOf(answer: Response): Promise<Record<string, string>> {
  const page = await answer.text();
  const plain = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  const found = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name, value]) => [plain(name!), plain(value!)]));
}

/** What the review page will send. */
async function reviewed(fields: Fields, form?: string): Promise<Record<string, string>> {
  const hidden = await hiddenOf(await post(fields, {}, form));
  assert.ok(hidden.token, 'the review page holds a token');
  return hidden;
}
/** As long as a person needs to read it, by the clock: a timer set in a busy loop counts from before it was set. */
async function read(): Promise<void> {
  const end = Date.now() + 2050;
  while (Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A token as the server signed it so many milliseconds ago, for tests that need not wait themselves. */
function tokenOfPast(ms: number, formId = studio.formId): string {
  const [issued, nonce] = [String(Date.now() - ms), crypto.randomUUID()];
  const text = `${storedId('workspace', studio.workspaceId)}.${storedId('leadForm', formId)}.${issued}.${nonce}`;
  return `${issued}.${nonce}.${sign(server.app.services.config.AUTH_SECRET, 'plain-form', text)}`;
}

const leads = async (name: string) =>
  (await server.database.owner.query('select * from leads where name = $1', [name])).rows;
const rowsOf = async () => {
  const { spent_proofs: _spent, ...rest } = await snapshot(server.database);
  return rest;
};

test('the first post stores nothing and shows what will be sent; the second stores it once, however often it is sent', async () => {
  await settle(server.database);
  const before = await snapshot(server.database);
  const hidden = await reviewed({ name: 'Paula', email: 'paula@example.com', message: 'We marry <b>"soon"</b> & far' });
  assert.deepEqual(await snapshot(server.database), before);
  assert.equal(hidden.message, 'We marry <b>"soon"</b> & far');
  await read();
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(hidden)));
  const pages = await Promise.all(answers.map((answer) => answer.text()));
  assert.equal(answers.filter((answer) => answer.status === 200).length, 20);
  assert.equal(pages.filter((page) => page.includes('Thank you')).length, 20, 'each press is thanked');
  const [lead, ...others] = await leads('Paula');
  assert.equal(others.length, 0);
  assert.equal(lead.source.kind, 'page');
  assert.equal(lead.status, 'open');
  await eventually('both mails', () => {
    const mails = server.sandbox.mails();
    return (
      mails.some((mail) => mail.subject.includes('Paula')) &&
      mails.some((mail) => mail.to.includes('paula@example.com'))
    );
  });
});

test('a token is refused when it is too fresh, older than an hour, forged or of another form, and nothing is stored', async () => {
  const other = await studio.api('POST', '/v1/lead-forms', {
    body: {
      name: 'Other',
      fields: [
        { key: 'name', type: 'text', label: 'Name' },
        { key: 'email', type: 'email', label: 'E-mail' },
      ],
    },
  });
  const fields = { name: 'Tokens', email: 'tokens@example.com' };
  const fresh = await reviewed(fields);
  const early = await post(fresh);
  assert.equal(early.status, 422);
  assert.match(await early.text(), /very fast/);
  const elsewhere = await reviewed(fields, other.body.id);
  await read();
  const [issued, nonce, signature] = fresh.token!.split('.') as [string, string, string];
  const hourAgo = String(Number(issued) - 60 * 60_000);
  const forged = [
    `${Number(issued) - 5000}.${nonce}.${signature}`,
    `${hourAgo}.${nonce}.${signature}`,
    `${issued}.${nonce}x.${signature}`,
    `${issued}.${nonce}.${signature.slice(0, -1)}`,
    `${issued}.${nonce}.`,
    `${issued}.${nonce}`,
    'NaN.x.y',
    '',
    '..',
    elsewhere.token!,
  ];
  for (const token of forged) {
    const answer = await post({ ...fields, token });
    assert.equal(answer.status, 422, token);
    assert.match(await answer.text(), /review your enquiry and send it again/i, token);
  }
  assert.deepEqual(await leads('Tokens'), []);
  assert.equal((await post(fresh)).status, 200, 'the untouched one is good');
});

test('a token ends after an hour', async () => {
  const fields = { name: 'Hour', email: 'hour@example.com' };
  const hour = 60 * 60_000;
  assert.equal((await post({ ...fields, token: tokenOfPast(hour - 5000) })).status, 200);
  assert.equal((await post({ ...fields, token: tokenOfPast(hour) })).status, 422);
});

test('what the trap field catches is kept as spam, and mails nobody', async () => {
  const hidden = await reviewed({ name: 'Botty', email: 'botty@example.com', website: 'https://spam.example' });
  await read();
  assert.equal((await post(hidden)).status, 200, 'a bot learns nothing');
  const [lead] = await leads('Botty');
  assert.equal(lead.status, 'spam');
  await settle(server.database);
  assert.ok(
    !server.sandbox.mails().some((mail) => mail.to.includes('botty@example.com') || mail.subject.includes('Botty')),
  );
});

test('any origin may post here, cookies count for nothing, and no script may read the answer', async () => {
  const origins = ['null', 'https://studio.example', 'https://evil.example'];
  for (const origin of origins) {
    const answer = await post({ name: 'Origins', email: 'o@example.com' }, { origin, cookie: studio.cookie });
    assert.equal(answer.status, 200, origin);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
  const hidden = await reviewed({ name: 'Origins', email: 'o@example.com' });
  await read();
  await post(hidden, { cookie: studio.cookie, origin: 'null' });
  const { rows } = await server.database.owner.query(
    "select actor from changes c join leads l on l.id = c.subject_id where l.name = 'Origins'",
  );
  assert.deepEqual(rows, [{ actor: { kind: 'visitor', id: null, name: null } }]);
});

test('what is wrong is said beside its field, what was written stays, and nothing is stored', async () => {
  await settle(server.database);
  const before = await rowsOf();
  const answer = await post({ name: 'Wrong "Quote"', email: 'not an address', message: 'kept <text>' });
  assert.equal(answer.status, 422);
  const page = await answer.text();
  assert.match(page, /name="email"[\s\S]*?<p class="error">[^<]+<\/p>/);
  assert.ok(page.includes('value="Wrong &quot;Quote&quot;"'));
  assert.ok(page.includes('kept &lt;text&gt;'));
  for (const fields of [
    { email: 'a@example.com' },
    { name: '   ', email: 'a@example.com' },
    { name: 'No contact' },
  ] as Fields[])
    assert.equal((await post(fields)).status, 422, JSON.stringify(fields));
  assert.deepEqual(await rowsOf(), before);
});

test('no post brings a server error: bytes, numbers and sizes that no browser sends are refused with a page', async () => {
  const form = await studio.api('POST', '/v1/lead-forms', {
    body: {
      name: 'Everything',
      fields: [
        { key: 'name', type: 'text', label: 'Name' },
        { key: 'email', type: 'email', label: 'E-mail' },
        { key: 'guestCount', type: 'number', label: 'Guests' },
        { key: 'budget', type: 'budget', label: 'Budget' },
        { key: 'eventDate', type: 'date', label: 'Date' },
        { key: 'message', type: 'longText', label: 'Message' },
        { key: 'place', type: 'text', label: 'Place' },
        { key: 'size', type: 'number', label: 'Size' },
        { key: 'extras', type: 'choices', label: 'Extras', options: ['Album'] },
        { key: 'drone', type: 'yesNo', label: 'Drone' },
      ],
    },
  });
  const base = 'name=Odd&email=odd%40example.com';
  const bodies = [
    'guestCount=abc',
    'guestCount=1.5',
    'guestCount=-1',
    'guestCount=1e300',
    'guestCount=99999999999',
    'size=NaN',
    'size=Infinity',
    'budget.min=99999999999999999999',
    'budget.min=-5&budget.max=1',
    'budget.min=9&budget.max=1',
    'budget.min=1e9e9',
    'eventDate=2026-02-30',
    'eventDate=0000-00-00',
    'eventDate=99999-01-01',
    `message=${'m'.repeat(5001)}`,
    `place=${'p'.repeat(301)}`,
    'extras=Album&extras=Moon',
    'drone=maybe',
    'unknown=field',
    '__proto__=x',
    'constructor=x&name=y',
    'message=%00',
    'message=%%0000',
    'message=a\u0000b',
    'message=%ff%fe',
    'message=%ED%A0%80',
    '%',
    '&&&===',
    `website=${'w'.repeat(2000)}`,
    `pageUrl=${encodeURIComponent('javascript:alert(1)')}`,
    `pageUrl=${'h'.repeat(5000)}`,
  ];
  const before = (await server.database.owner.query('select count(*)::int as count from leads')).rows[0].count;
  for (const body of bodies) {
    const first = await post(`${base}&${body}`, {}, form.body.id);
    assert.ok([200, 422].includes(first.status), `${body.slice(0, 40)}: ${first.status}`);
    if (first.status !== 200) continue;
    const hidden = await hiddenOf(first);
    const { token: _token, ...fields } = hidden;
    const second = await post({ ...fields, token: tokenOfPast(10_000, form.body.id) }, {}, form.body.id);
    assert.ok([200, 422].includes(second.status), `sending ${body.slice(0, 40)}: ${second.status}`);
  }
  const { rows } = await server.database.owner.query(
    'select guest_count, message, place, answers, source from leads order by created_at offset $1',
    [before],
  );
  for (const row of rows) {
    assert.ok(row.guest_count === null || Number.isInteger(row.guest_count));
    assert.ok((row.message ?? '').length <= 5000 && (row.place ?? '').length <= 300);
    assert.doesNotMatch(JSON.stringify(row.answers), /null/);
    assert.notEqual(row.source.pageUrl?.slice(0, 11), 'javascript:');
  }
});

test('P09 a card number sent by the plain form is masked before it is stored', async () => {
  const fields = {
    name: 'Card 4111 1111 1111 1111',
    email: 'card@example.com',
    message: 'Charge 4242-4242-4242-4242 please',
  };
  const hidden = await reviewed(fields);
  await post({ ...hidden, token: tokenOfPast(10_000) });
  const { rows } = await server.database.owner.query("select * from leads where email = 'card@example.com'");
  assert.equal(rows.length, 1);
  assert.match(rows[0].message, /^Charge •+4242 please$/);
  assert.doesNotMatch(JSON.stringify(rows), /4111 1111|4242-4242/);
});

test('one network has 20 posts in ten minutes, exactly, also at once', async () => {
  const from = freshNetwork();
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => post({ name: 'Many', email: 'many@example.com' }, { 'x-forwarded-for': from })),
  );
  assert.equal(answers.filter((answer) => answer.status === 200).length, 20);
  assert.equal(answers.filter((answer) => answer.status === 429).length, 40);
});

test('other types than a form, 10 MB and unknown studios or forms are refused', async () => {
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x'])
    assert.equal((await post('{}', { 'content-type': type })).status, 415, type);
  assert.equal((await post(`message=${'m'.repeat(10 * 1024 * 1024)}`)).status, 413);
  assert.equal((await post({ name: 'x' }, {}, 'lform_00000000000000000000000000')).status, 404);
  assert.equal((await fetch(`${server.url}/f/no-such-studio/default`)).status, 404);
});

test('the pages run no script, load nothing from elsewhere and post only to us', async () => {
  const page = await fetch(address());
  const policy = page.headers.get('content-security-policy')!;
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /form-action 'self'/);
  assert.doesNotMatch(policy, /unsafe|script-src/);
  assert.doesNotMatch(await page.text(), /<script|\sstyle=|\son\w+=/);
});
