import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isWellFormedKey } from '../platform/keys.ts';
import { startTestServer, type TestServer, testPassword } from '../platform/testing.ts';
import { settle } from '../platform/testing-snapshot.ts';
import { openStudio, type Studio, solveProof } from '../platform/testing-studio.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server, { name: 'Lumen & Söhne' });
});
after(() => server.stop());

const sql = async (text: string, values: unknown[] = []) => (await server.database.owner.query(text, values)).rows;

/** The tables one of whose rows holds a text. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await sql(
    "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('public', 'jobs') and table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql(`select count(*)::int as count from ${name} t where position($1 in t::text) > 0`, [text]);
    if (row.count > 0) found.push(name);
  }
  return found;
}

test('P01 an account is a name, an e-mail address and a hashed password, and nothing else', async () => {
  const columns = await sql(
    "select column_name as name from information_schema.columns where table_name = 'users' and table_schema = 'public' order by 1",
  );
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['created_at', 'email', 'id', 'name', 'password_hash', 'picture_url', 'updated_at', 'version'],
  );
  const [user] = await sql('select * from users where email = $1', [studio.email]);
  assert.match(user.password_hash, /^\$argon2id\$/);
  assert.equal(user.picture_url, null);
  assert.deepEqual(await tablesWith(testPassword), [], 'the password is nowhere');
});

test('P01 what a session keeps of a person is where they are signed in, in words, and no address', async () => {
  const columns = await sql(
    "select column_name as name from information_schema.columns where table_name = 'sessions' and table_schema = 'public' order by 1",
  );
  assert.deepEqual(
    columns.map(({ name }) => name),
    ['created_at', 'device', 'expires_at', 'id', 'last_seen_at', 'network_hash', 'revoked_at', 'token_hash', 'user_id'],
  );
  const [session] = await sql('select network_hash from sessions limit 1');
  assert.doesNotMatch(session.network_hash, /127|::|172/);
});

test('P12 mail leaves in the name of the studio, and its answers go to people', async () => {
  const made = await studio.api('POST', '/v1/leads', {
    as: 'publishable',
    body: { formId: studio.formId, name: 'Vera "V" Visitor', email: 'vera@example.com' },
    headers: { 'alloza-proof': await solveProof(studio) },
  });
  assert.equal(made.status, 201);
  await settle(server.database);
  const mails = server.sandbox.mails();
  const thanks = mails.find((mail) => mail.to.includes('vera@example.com'))!;
  assert.match(thanks.from, /^"?Lumen & Söhne"? <studio@/);
  assert.deepEqual(thanks.replyTo, [studio.email]);
  const news = mails.find((mail) => mail.subject.includes('Vera'))!;
  assert.deepEqual(news.to, [studio.email]);
  assert.deepEqual(news.replyTo, ['vera@example.com']);
  for (const mail of [thanks, news]) {
    assert.ok(mail.text && mail.html, 'as text and as HTML');
    assert.doesNotMatch(mail.html, /<script|<img[^>]+(width="1"|pixel)/i, 'nothing that tracks');
  }
});

test('P17 what browsers get knows no database', () => {
  const bundles = globSync('{dist/browser,sdk/dist}/**/*.js', { cwd: root });
  assert.ok(bundles.length > 5, 'build first: npm run build');
  for (const file of bundles) {
    const text = readFileSync(root + file, 'utf8');
    assert.doesNotMatch(
      text,
      /postgres(ql)?:\/\/|DATABASE_URL|AUTH_SECRET|ENCRYPTION_KEYS|kysely|mikro-orm|pg-boss|select \w+ from \w+ where/i,
      file,
    );
  }
  for (const folder of ['sdk', 'widgets']) {
    const { dependencies = {} } = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
    for (const name of Object.keys(dependencies)) assert.doesNotMatch(name, /pg|postgres|kysely|orm/i);
  }
});

test('P18 no source file holds a secret', () => {
  const files = globSync('**/*.{ts,mjs,js,json,yaml,md,sql,css,html,svg}', {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|dist|\.data|\.cache|\.git)$/.test(String(path)),
  });
  assert.ok(files.length > 300);
  const found: string[] = [];
  for (const file of files) {
    const text = readFileSync(root + file, 'utf8');
    const keys = text.match(/\b(pk|sk)_(live|test)_[0-9A-Za-z]{36}\b/g) ?? [];
    if (keys.some(isWellFormedKey)) found.push(`${file}: a key of ours`);
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) found.push(`${file}: a private key`);
    // All but the key that Amazon's own documentation prints as an example.
    if (
      /\b(AKIA(?!IOSFODNN7EXAMPLE)[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|xox[abp]-[\w-]{20,}|re_[0-9A-Za-z]{8}_[0-9A-Za-z]{20,})\b/.test(
        text,
      )
    )
      found.push(`${file}: a vendor's key`);
    if (/postgres(ql)?:\/\/[^\s:'"`$]+:[^\s@'"`$]{12,}@(?!127\.0\.0\.1:1\/)/.test(text))
      found.push(`${file}: a database password`);
  }
  assert.deepEqual(found, []);
});

test('P26 who changed what is on record, for the studio’s data and for its settings', async () => {
  const settings = await studio.api('GET', '/v1/workspace');
  await studio.api('PATCH', '/v1/workspace', {
    body: { currency: 'EUR' },
    headers: { 'if-match': settings.headers.get('etag')! },
  });
  const key = await studio.api('POST', '/v1/api-keys', { body: { kind: 'publishable', name: 'Audit' } });
  await studio.api('POST', `/v1/api-keys/${key.body.apiKey.id}/revoke`);
  const changes = (await studio.api('GET', '/v1/changes?limit=100')).body.items as {
    subject: string;
    action: string;
    actor: { kind: string; name: string };
    fields: { field: string; before: unknown; after: unknown }[];
  }[];
  const of = (subject: string) => changes.filter((change) => change.subject === subject);
  const [currency] = of(studio.workspaceId);
  assert.deepEqual(currency!.fields, [{ field: 'currency', before: 'USD', after: 'EUR' }]);
  assert.deepEqual([currency!.actor.kind, currency!.actor.name], ['user', 'Test Owner']);
  assert.deepEqual(
    of(key.body.apiKey.id).map(({ action }) => action),
    ['revoked', 'created'],
  );
  assert.doesNotMatch(JSON.stringify(changes), new RegExp(key.body.key), 'the record holds no key');
  const client = await server.database.owner.connect();
  try {
    for (const text of ['delete from changes', "update changes set action = 'x'", 'update changes set at = now()']) {
      await client.query('begin');
      await client.query('set local role alloza_app');
      await assert.rejects(client.query(text), /permission denied/, text);
      await client.query('rollback');
    }
  } finally {
    client.release();
  }
});
