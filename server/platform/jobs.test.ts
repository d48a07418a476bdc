import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Context, systemActor } from './context.ts';
import { createFile } from './files.ts';
import { newId, publicId, storedId } from './ids.ts';
import { deadLetters } from './job-queues.ts';
import { eventually, startTestServer, type TestServer } from './testing.ts';
import { joinStudio } from './testing-members.ts';
import { settle, snapshot } from './testing-snapshot.ts';
import { openStudio, type Studio } from './testing-studio.ts';
import { inUnit } from './unit.ts';

let server: TestServer;
let studio: Studio;
let workspaceId: string;
before(async () => {
  server = await startTestServer();
  studio = await openStudio(server);
  workspaceId = storedId('workspace', studio.workspaceId)!;
});
after(() => server.stop());

const sql = async (text: string, values: unknown[] = []) => (await server.database.owner.query(text, values)).rows;
const inStudio = (work: (ctx: Context) => Promise<void>) => inUnit(server.app.services, workspaceId, systemActor, work);
/** Sending a mail that is not there is done at once: a job that leaves no trace but its own row. */
const idle = (mailId: string) => ['mail.send', { mailId }] as const;
const enquire = async (name: string): Promise<string> =>
  (await studio.api('POST', '/v1/leads', { as: 'secret', body: { name, email: 'visitor@example.com' } })).body.id;
const mailsAbout = (name: string) =>
  server.sandbox.mails().filter((mail) => mail.subject === `New enquiry from ${name}`);

test('of 200 transactions at once, each that commits leaves its one job, and each that rolls back leaves none', async () => {
  const ids = Array.from({ length: 200 }, () => newId());
  const outcomes = await Promise.allSettled(
    ids.map((id, index) =>
      inStudio(async (ctx) => {
        ctx.enqueue(...idle(id));
        if (index % 3 === 0) throw new Error('rolled back');
      }),
    ),
  );
  const committed = ids.filter((_, index) => outcomes[index]!.status === 'fulfilled');
  assert.equal(committed.length, 133);
  const rows = await sql("select data->>'mailId' as id from jobs.job where data->>'mailId' = any($1)", [ids]);
  assert.deepEqual(rows.map(({ id }) => id).toSorted(), committed.toSorted());
});

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** For every queue: a payload whose effect is seen, made once and left. A queue without a row here fails. */
const cases: Record<string, (name: string) => Promise<Record<string, string | number>>> = {
  'mail.send': async (name) => {
    await enquire(name);
    const [row] = await eventually('the mail', async () => {
      const rows = await sql('select m.id from mails m join leads l on l.id = m.subject_id where l.name = $1', [name]);
      return rows.length > 0 && rows;
    });
    return { mailId: row!.id };
  },
  'event.fanout': async (name) => {
    const id = await enquire(name);
    const [row] = await sql("select sequence::int as at from events where lead_id = $1 and type = 'lead.created'", [
      storedId('lead', id),
    ]);
    return { from: row!.at, to: row!.at };
  },
  'event.listener': async (name) => {
    const id = await enquire(name);
    const [row] = await sql("select id from events where lead_id = $1 and type = 'lead.created'", [
      storedId('lead', id),
    ]);
    return { eventId: publicId('event', row!.id), listener: 'leads' };
  },
  'file.store': async (name) => {
    await enquire(name);
    let fileId = '';
    await inStudio(async (ctx) => {
      const { id } = await createFile(ctx, { purpose: 'logo', name: 'dot.png', contentType: 'image/png', bytes: dot });
      fileId = storedId('file', id)!;
    });
    return { fileId };
  },
  'import.work': async (name) => {
    await enquire(name);
    const headers = { 'content-type': 'text/csv' };
    const raw = Uint8Array.from(Buffer.from('Name\r\nAna Ruiz\r\n'));
    const { id } = (await studio.api('POST', '/v1/imports?resource=clients&name=clients.csv', { raw, headers })).body;
    assert.equal((await studio.api('POST', `/v1/imports/${id}/check`)).status, 202);
    await settle(server.database);
    assert.equal((await studio.api('GET', `/v1/imports/${id}`)).body.status, 'checked');
    const [row] = await sql("select data from jobs.job where name = 'import.work'");
    return row!.data;
  },
  'team.joined': async (name) => {
    await enquire(name);
    const memberId = storedId('member', (await joinStudio(studio)).memberId)!;
    await inStudio(async (ctx) => ctx.enqueue('team.joined', { memberId }));
    await settle(server.database);
    assert.equal((await sql("select 1 from events where type = 'member.joined'")).length, 1);
    return { memberId };
  },
};

test('every job run again, in a row and at the same time, leaves what one run leaves', async () => {
  const queues = (await server.app.services.jobs.boss.getQueues())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('__') && name !== deadLetters);
  assert.deepEqual(Object.keys(cases).toSorted(), queues.toSorted(), 'a queue without a case');
  for (const [queue, make] of Object.entries(cases)) {
    const name = `Twice ${queue}`;
    const payload = await make(name);
    await settle(server.database);
    await eventually('the mail', () => mailsAbout(name).length === 1);
    const before = await snapshot(server.database);
    await inStudio(async (ctx) => ctx.enqueue(queue, payload));
    await settle(server.database);
    await inStudio(async (ctx) => {
      for (let copy = 0; copy < 5; copy += 1) ctx.enqueue(queue, payload);
    });
    await settle(server.database);
    assert.deepEqual(await snapshot(server.database), before, queue);
    assert.equal(mailsAbout(name).length, 1, queue);
  }
});

test('a job that always fails is tried again later and holds up no other', async () => {
  await inStudio(async (ctx) => {
    for (let index = 0; index < 40; index += 1)
      ctx.enqueue('event.listener', { eventId: 'no event', listener: `canary ${index}` });
  });
  const names = Array.from({ length: 10 }, (_, index) => `Behind ${index}`);
  await Promise.all(names.map(enquire));
  await eventually('all mails', () => names.every((name) => mailsAbout(name).length === 1), 20_000);
  const poisoned = await eventually('the second try', async () => {
    const rows = await sql("select state, retry_count, output from jobs.job where data->>'listener' like 'canary%'");
    return rows.every(({ retry_count: count }) => count >= 1) && rows;
  });
  assert.equal(poisoned.length, 40);
  assert.ok(poisoned.every(({ state }) => state !== 'completed'));
  assert.doesNotMatch(
    JSON.stringify(poisoned.map(({ output }) => output)),
    /canary|select|insert/i,
    'how it failed is kept without content',
  );
  await sql("delete from jobs.job where data->>'listener' like 'canary%'");
});

test('a job knows its studio and holds ids, never content', async () => {
  await studio.api('POST', '/v1/account/request-password-reset', { as: 'none', body: { email: studio.email } });
  await enquire('Content Canary');
  const rows = await sql("select name, data, group_id from jobs.job where name not like '\\_\\_%'");
  assert.ok(rows.length > 10);
  const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]+_[0-9a-z]{26}|[a-z]+|\d+)$/;
  for (const { name, data, group_id: group } of rows) {
    assert.match(data.workspaceId, /^[0-9a-f-]{36}$/, name);
    assert.equal(group, data.workspaceId);
    for (const value of Object.values(data)) assert.match(String(value), id, name);
  }
});

test('no role of a verb can add or read a job', async () => {
  const client = await server.database.owner.connect();
  try {
    for (const role of ['alloza_app', 'alloza_system', 'alloza_definer']) {
      await client.query('begin');
      await client.query(`set local role ${role}`);
      await assert.rejects(client.query('select * from jobs.job'), /permission denied/);
      await client.query('rollback');
    }
  } finally {
    client.release();
  }
});

test('a job is picked up at once after its commit', async (t) => {
  await settle(server.database);
  const ids = Array.from({ length: 30 }, () => newId());
  for (const id of ids) {
    await inStudio(async (ctx) => ctx.enqueue(...idle(id)));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await settle(server.database);
  const rows = await sql(
    "select extract(epoch from started_on - created_on) * 1000 as ms from jobs.job where data->>'mailId' = any($1) order by 1",
    [ids],
  );
  const waits = rows.map(({ ms }) => Number(ms));
  assert.equal(waits.length, 30);
  t.diagnostic(`pick-up: median ${waits[15]!.toFixed(1)} ms, worst ${waits.at(-1)!.toFixed(1)} ms`);
  assert.ok(waits[15]! < 2000);
});

test('a long queue drains: a job behind 1,500 others starts within seconds', async (t) => {
  await settle(server.database);
  const last = newId();
  await inStudio(async (ctx) => {
    for (let index = 0; index < 1500; index += 1) ctx.enqueue(...idle(newId()));
    ctx.enqueue(...idle(last));
  });
  const [row] = await eventually(
    'the last job',
    async () => {
      const rows = await sql(
        "select extract(epoch from started_on - created_on) as seconds from jobs.job where data->>'mailId' = $1 and started_on is not null",
        [last],
      );
      return rows.length > 0 && rows;
    },
    30_000,
  );
  t.diagnostic(`it waited ${Number(row!.seconds).toFixed(2)} s`);
  assert.ok(Number(row!.seconds) < 15);
});
