import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Context, systemActor } from './context.ts';
import { createFanOut } from './fan-out.ts';
import { newId, publicId } from './ids.ts';
import { startTestServer, type TestServer } from './testing.ts';
import { openStudio, type Studio } from './testing-studio.ts';
import { inUnit } from './unit.ts';

let server: TestServer;
let studio: Studio;
before(async () => {
  server = await startTestServer({ TRUSTED_PROXIES: '1' });
  studio = await openStudio(server);
  // Only the test runs jobs from here on: the server's own workers know no listener of these names.
  await server.app.services.jobs.drain();
});
after(() => server.stop());

test('events of one transaction are heard in few jobs; one that fails is heard again alone, and each once', async () => {
  const { rows: found } = await server.database.owner.query('select id from workspaces where slug = $1', [studio.slug]);
  const inStudio = <T>(work: Parameters<typeof inUnit<T>>[3]) =>
    inUnit(server.app.services, found[0].id, systemActor, work);
  let isBroken = true;
  const listen = async (ctx: Context, { data }: { data: { id: string } }) => {
    if (isBroken && data.id === publicId('client', ids[3]!)) throw new Error('not now');
    ctx.emit('client.updated', { id: data.id, version: 2 });
  };
  const ids = Array.from({ length: 120 }, newId);
  const { jobs } = createFanOut([{ name: 'ear', on: { 'client.created': listen } }] as never);
  await inStudio(async (ctx) => {
    for (const id of ids) ctx.emit('client.created', { id: publicId('client', id), version: 1 });
  });
  const { rows } = await server.database.owner.query(
    "select min(sequence)::int as from, max(sequence)::int as to from events where type = 'client.created'",
  );
  const listed = async () =>
    (
      await server.database.owner.query<{ data: never }>(
        "select data from jobs.job where name = 'event.listener' and data ->> 'listener' = 'ear' order by created_on, id",
      )
    ).rows.map(({ data }) => data);
  const heard = async () =>
    (
      await server.database.owner.query("select data ->> 'id' as id from events where type = 'client.updated'")
    ).rows.map(({ id }) => id);
  await inStudio((ctx) => jobs['event.fanout']!.run!(ctx, rows[0]));
  const together = await listed();
  assert.equal(together.length, 3);
  for (const payload of together) await inStudio((ctx) => jobs['event.listener']!.run!(ctx, payload));
  assert.equal(new Set(await heard()).size, 119);
  assert.equal((await heard()).length, 119);
  const [alone] = (await listed()).slice(3);
  assert.match(JSON.stringify(alone), /"eventId"/);
  isBroken = false;
  await inStudio((ctx) => jobs['event.listener']!.run!(ctx, alone!));
  for (const payload of together) await inStudio((ctx) => jobs['event.listener']!.run!(ctx, payload));
  assert.deepEqual((await heard()).toSorted(), ids.map((id) => publicId('client', id)).toSorted());
});
