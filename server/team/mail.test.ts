import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshEmail, mailsTo, waitForMail } from '../account/testing-account.ts';
import { mailJobs } from '../platform/mail.ts';
import { eventually, startTestServer, type TestServer, testPassword } from '../platform/testing.ts';
import { joinStudio } from '../platform/testing-members.ts';
import { openStudio } from '../platform/testing-studio.ts';

let server: TestServer;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
});
after(() => server.stop());

const subjects = {
  en: ['Join Licht & Eiche on Alloza', 'You own Licht & Eiche now', 'You have left Licht & Eiche'],
  de: [
    'Einladung zu Licht & Eiche bei Alloza',
    'Licht & Eiche gehört jetzt Ihnen',
    'Sie gehören nicht mehr zu Licht & Eiche',
  ],
  ar: ['انضم إلى Licht & Eiche على Alloza', 'أصبحت مالك Licht & Eiche', 'لم تعد عضوًا في Licht & Eiche'],
};

for (const [locale, [invitation, handedOver, removed]] of Object.entries(subjects)) {
  test(`mails of a team speak the studio's language, with every name filled in: ${locale}`, async () => {
    const studio = await openStudio(server);
    const headers = { 'if-match': '"1"' };
    await studio.api('PATCH', '/v1/workspace', { body: { locale, name: 'Licht & Eiche' }, headers });
    const [next, leaver] = [await joinStudio(studio), await joinStudio(studio)];
    const guest = freshEmail();
    await studio.api('POST', '/v1/invitations', { body: { email: guest, role: 'member' } });
    await studio.api('DELETE', `/v1/members/${leaver.memberId}`);
    const body = { password: testPassword };
    await studio.api('POST', `/v1/members/${next.memberId}/transfer-ownership`, { body });
    const mails = [
      await waitForMail(server, guest),
      await waitForMail(server, next.email, 2),
      await waitForMail(server, leaver.email, 2),
    ];
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      [invitation, handedOver, removed],
    );
    for (const { text, html } of mails) {
      assert.match(text ?? '', /Test Owner/);
      assert.doesNotMatch(text ?? '', /[{}]|undefined|null/);
      assert.equal(/dir="rtl"/.test(html ?? ''), locale === 'ar');
    }
  });
}

test('an invitation that is taken back before its mail leaves is not mailed', async () => {
  const studio = await openStudio(server);
  const email = freshEmail();
  const { rows } = await server.database.owner.query('select id from workspaces where slug = $1', [studio.slug]);
  await studio.api('POST', '/v1/invitations', { body: { email, role: 'member' } });
  await waitForMail(server, email);
  await studio.api('POST', '/v1/invitations', { body: { email, role: 'member' } });
  await waitForMail(server, email, 2);
  await eventually('both to be done with', async () => {
    const sent = await server.database.owner.query("select 1 from mails where recipient = $1 and status = 'sent'", [
      email,
    ]);
    return sent.rowCount === 2;
  });
  // The same row once more, as if it had waited: its invitation was replaced by the second.
  await server.database.owner.query(
    `update mails set status = 'queued', attempts = 0, unsure_since = null
      where id = (select id from mails where workspace_id = $1 and recipient = $2 order by id limit 1)`,
    [rows[0].id, email],
  );
  const [{ id }] = (
    await server.database.owner.query("select id from mails where recipient = $1 and status = 'queued'", [email])
  ).rows;
  await mailJobs['mail.send']!.runManually!(server.app.services, { workspaceId: rows[0].id, mailId: id } as never);
  const failure = await eventually('the end of it', async () => {
    const found = await server.database.owner.query('select failure from mails where id = $1', [id]);
    return found.rows[0].failure as string | null;
  });
  assert.equal(failure, 'dropped');
  assert.equal(mailsTo(server, email).length, 2);
});
