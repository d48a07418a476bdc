import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshEmail, post, register, registration, session, tokenOf, waitForMail } from '../account/testing-account.ts';
import { eventually, startTestServer, type TestServer } from '../platform/testing.ts';
import { openStudio, type Studio } from '../platform/testing-studio.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
});
after(() => server.stop());

const password = 'a password to choose';

/** Every link that lets somebody in or changes an account: how one is got, and what uses it up. */
const kinds: Record<string, { path: string; ask: () => Promise<string>; body?: object; table: string }> = {
  registration: {
    path: 'account/verify-email',
    body: { password },
    table: 'account_tokens',
    async ask() {
      const email = freshEmail();
      await post(server, '/v1/account/register', registration(email));
      return tokenOf(await waitForMail(server, email));
    },
  },
  'new password': {
    path: 'account/reset-password',
    body: { password },
    table: 'account_tokens',
    async ask() {
      const email = freshEmail();
      await register(server, email);
      await post(server, '/v1/account/request-password-reset', { email });
      return tokenOf(await waitForMail(server, email, 2));
    },
  },
  'new address': {
    path: 'account/confirm-email',
    table: 'account_tokens',
    async ask() {
      const [email, next] = [freshEmail(), freshEmail()];
      await register(server, email);
      const headers = { cookie: await session(server, email), origin: server.url };
      await post(server, '/v1/account/change-email', { email: next, password: 'correct horse battery' }, { headers });
      return tokenOf(await waitForMail(server, next));
    },
  },
  invitation: {
    path: 'invitations/accept',
    body: { name: 'Noa', password },
    table: 'invitations',
    async ask() {
      const email = freshEmail();
      await studio.api('POST', '/v1/invitations', { body: { email, role: 'member' } });
      return tokenOf(await waitForMail(server, email));
    },
  },
};

const use = async ({ path, body }: { path: string; body?: object }, token: string) => {
  const answer = await post(server, `/v1/${path}`, { token, ...body });
  return { status: answer.status, text: (await answer.text()).replace(/req_\w+/, '') };
};

/** Where a text, or its bytes, stand in the whole database. */
async function placesOf(text: string): Promise<string[]> {
  const { owner } = server.database;
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const hex = Buffer.from(text).toString('hex');
  const places: string[] = [];
  for (const { name } of rows) {
    const found = await owner.query(`select 1 from ${name} t where t::text like any($1) limit 1`, [
      [`%${text}%`, `%${hex}%`],
    ]);
    if (found.rowCount) places.push(name);
  }
  return places;
}

for (const [kind, each] of Object.entries(kinds)) {
  test(`the link of a ${kind} has 128 bits or more, is nowhere in the database, works once and for nothing else`, async () => {
    const token = await each.ask();
    assert.ok(Buffer.from(token, 'base64url').length >= 16);
    await eventually('the mail to have left', async () => {
      const { rows } = await server.database.owner.query(
        "select count(*)::int as n from mails where status = 'queued'",
      );
      return rows[0].n === 0;
    });
    assert.deepEqual(await placesOf(studio.slug), ['public.workspaces'], 'what is kept is found');
    assert.deepEqual(await placesOf(token), []);
    assert.deepEqual(
      server.logged.filter((line) => JSON.stringify(line).includes(token)),
      [],
    );
    const others = Object.values(kinds).filter(({ path }) => path !== each.path);
    const refused = await Promise.all(others.map((other) => use(other, token)));
    assert.deepEqual(
      refused.map(({ status }) => status),
      others.map(() => 409),
    );
    const tries = await Promise.all(Array.from({ length: 20 }, () => use(each, token)));
    assert.deepEqual(tries.map(({ status }) => status).sort(), [200, ...Array(19).fill(409)]);
    const answers = [...refused, ...tries.filter(({ status }) => status === 409)].map(({ text }) => text);
    assert.equal(new Set(answers).size, 1, 'every refusal is the same');
  });

  test(`the link of a ${kind} ends by itself`, async () => {
    const token = await each.ask();
    await server.database.owner.query(`update ${each.table} set expires_at = now()`);
    assert.equal((await use(each, token)).status, 409);
  });
}
