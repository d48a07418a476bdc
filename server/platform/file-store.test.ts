import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoStudio } from '../demo-data.ts';
import { createS3StandIn, type S3Object, s3Sandbox } from '../sandbox/s3.ts';
import { serveStandIn } from '../sandbox/testing.ts';
import { systemActor } from './context.ts';
import { query } from './database.ts';
import { fileJobs, objectKey, tidyObjectStore } from './file-store.ts';
import { newId, publicId, storedId } from './ids.ts';
import { eventually, startTestServer, type TestServer } from './testing.ts';
import { signInAs } from './testing-studio.ts';
import { inUnit } from './unit.ts';

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const standIn = createS3StandIn();
const objects = standIn.objects as Map<string, S3Object>;
let store: Awaited<ReturnType<typeof serveStandIn>>;
let settings: Record<string, string>;
/** Works on no job by itself, so that a test can stop between the steps. */
let server: TestServer;
let headers: Record<string, string>;
let workspaceId: string;

before(async () => {
  store = await serveStandIn(standIn.app);
  settings = {
    FILES_S3_BUCKET: s3Sandbox.bucket,
    FILES_S3_REGION: s3Sandbox.region,
    FILES_S3_ENDPOINT: store.url,
    FILES_S3_ACCESS_KEY_ID: s3Sandbox.accessKeyId,
    FILES_S3_SECRET_ACCESS_KEY: s3Sandbox.secretAccessKey,
  };
  server = await startTestServer({ ...settings, ALLOZA_ROLE: 'web', ALLOZA_SEED: 'demo' });
  const cookie = await signInAs(server, demoStudio.email, {}, demoStudio.password);
  headers = { cookie, origin: server.url, 'alloza-workspace': demoStudio.slug };
  workspaceId = (await sql('select id from workspaces where slug = $1', [demoStudio.slug]))[0].id;
});
after(async () => {
  await server.stop();
  await store[Symbol.asyncDispose]();
});

const sql = async (text: string, values: unknown[] = []) => (await server.database.owner.query(text, values)).rows;

/** Uploads as the dashboard does. */
async function upload(purpose: 'logo' | 'attachment') {
  const answer = await fetch(`${server.url}/v1/files?purpose=${purpose}&name=d%C3%B6t.png`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'image/png' },
    body: new Uint8Array(dot),
  });
  assert.equal(answer.status, 201);
  const file = (await answer.json()) as { id: string; url: string };
  const id = storedId('file', file.id)!;
  return {
    ...file,
    uuid: id,
    key: objectKey(workspaceId, id),
    row: async () => (await sql('select * from files where id = $1', [id]))[0],
    move: () => move(id),
  };
}

const move = (fileId: string) =>
  fileJobs['file.store']!.runManually!(server.app.services, { workspaceId, fileId } as never);

async function served(url: string) {
  const answer = await fetch(url);
  const { date: _date, 'x-request-id': _id, ...told } = Object.fromEntries(answer.headers);
  const shown = Object.fromEntries(Object.entries(told).filter(([name]) => !name.includes('request-id')));
  return { status: answer.status, headers: shown, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const later = () => sql("update loose_objects set since = now() - interval '11 minutes'");
const tidy = () => tidyObjectStore(server.app.services);

test('a file goes to the store once that answers, leaves its row, and is served the same before and after', async () => {
  const files = [await upload('attachment'), await upload('logo')];
  const before = await Promise.all(files.map(({ url }) => served(url)));
  await store.control('fail', { status: 503, times: 6 });
  await using worker = await startTestServer({ ...settings, ALLOZA_ROLE: 'worker' }, server.database);
  await eventually('a try that fails', () => worker.logged.some(({ queue }) => queue === 'file.store'));
  assert.ok(
    (await files[0]!.row()).bytes ?? (await files[1]!.row()).bytes,
    'the row keeps what the store did not take',
  );
  for (const [index, file] of files.entries()) {
    await eventually('the move', async () => (await file.row()).bytes === null, 15_000);
    assert.equal((await file.row()).in_store, true);
    assert.deepEqual(objects.get(file.key), { bytes: dot, contentType: 'image/png' });
    assert.deepEqual(await served(file.url), before[index]);
  }
  const [attachment, logo] = before;
  assert.deepEqual([attachment!.status, attachment!.bytes, logo!.bytes], [200, dot, dot]);
  assert.partialDeepStrictEqual(attachment!.headers, {
    'content-type': 'image/png',
    'content-disposition': "attachment; filename*=UTF-8''d%C3%B6t.png",
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  assert.partialDeepStrictEqual(logo!.headers, {
    'content-disposition': "inline; filename*=UTF-8''d%C3%B6t.png",
    'cache-control': 'public, max-age=86400, immutable',
    'access-control-allow-origin': '*',
  });
});

test('a file in the store opens by its own signed address alone, and only a logo without one', async () => {
  const [file, other] = [await upload('attachment'), await upload('attachment')];
  await Promise.all([file.move(), other.move()]);
  const own = new URL(file.url);
  const { expires, signature } = Object.fromEntries(own.searchParams);
  const past = String(Date.now() - 1);
  const addresses = [
    `/files/${file.id}`,
    `/files/${file.id}?expires=${expires}&signature=${signature!.slice(0, -1)}_`,
    `/files/${file.id}?expires=${Number(expires) + 1}&signature=${signature}`,
    `/files/${file.id}?expires=${past}&signature=${signature}`,
    `/files/${other.id}?expires=${expires}&signature=${signature}`,
    `/brand/${file.id}`,
  ];
  for (const address of addresses) assert.equal((await served(server.url + address)).status, 404, address);
  assert.equal((await served(file.url)).status, 200);
});

test('a store that is down or cuts an answer short is told as such; an object that is gone is not found', async () => {
  const file = await upload('attachment');
  await file.move();
  for (const fault of [
    { status: 503, times: 3 },
    { status: 200, body: 'short' },
    { status: 200, body: 'x'.repeat(dot.length + 1) },
  ]) {
    await store.control('fail', fault);
    const { status, headers: told, bytes } = await served(file.url);
    assert.deepEqual([status, told['retry-after'], told['content-type']], [503, '5', 'application/problem+json']);
    assert.equal(JSON.parse(bytes.toString()).code, 'unavailable');
  }
  assert.deepEqual((await served(file.url)).bytes, dot);
  objects.delete(file.key);
  const gone = await served(file.url);
  assert.deepEqual([gone.status, gone.headers['content-type']], [404, 'application/problem+json']);
  const said = server.logged.filter(({ fileId }) => fileId === file.id);
  assert.equal(said.length, 4);
  assert.match(String(said.at(-1)!.reason), /no such object/);
});

test('however a file is deleted, its object goes once no upload can be under way; those of live files stay', async () => {
  const [byVerb, bySql, alive] = [await upload('attachment'), await upload('attachment'), await upload('attachment')];
  for (const file of [byVerb, bySql, alive]) await file.move();
  await inUnit(server.app.services, workspaceId, systemActor, async (ctx) => {
    await query(ctx.em, 'delete from files where workspace_id = $1 and id = $2', [workspaceId, byVerb.uuid]);
  });
  await sql('delete from files where id = $1', [bySql.uuid]);
  assert.deepEqual(await tidy(), { moved: 0, removed: 0 }, 'not yet');
  await later();
  await store.control('fail', { status: 503, times: 3 });
  await assert.rejects(tidy(), { name: 'ObjectStoreFailed' });
  assert.deepEqual([objects.has(byVerb.key), objects.has(bySql.key)], [true, true]);
  assert.deepEqual(await tidy(), { moved: 0, removed: 2 });
  assert.deepEqual(
    [byVerb, bySql, alive].map(({ key }) => objects.has(key)),
    [false, false, true],
  );
  assert.deepEqual(await tidy(), { moved: 0, removed: 0 });
});

test('a file put back after it was deleted by mistake keeps its object', async () => {
  const file = await upload('attachment');
  await file.move();
  const [{ text }] = await sql('select to_jsonb(f) as text from files f where id = $1', [file.uuid]);
  await sql('delete from files where id = $1', [file.uuid]);
  await sql('insert into files select * from jsonb_populate_record(null::files, $1)', [text]);
  await later();
  assert.deepEqual(await tidy(), { moved: 0, removed: 0 });
  assert.deepEqual((await served(file.url)).bytes, dot);
  await sql('delete from files where id = $1', [file.uuid]);
  await later();
  assert.equal((await tidy()).removed, 1, 'and lets it go when it is deleted again');
});

test('wherever a move stops, nothing is lost: the file is served, moved later, or removed with its object', async () => {
  const [early, late, deleted] = [await upload('attachment'), await upload('attachment'), await upload('attachment')];
  for (const { uuid } of [early, late, deleted]) await sql('update files set in_store = true where id = $1', [uuid]);
  // The process died before the store heard of `early`, and after it kept the others.
  for (const { key } of [late, deleted]) objects.set(key, { bytes: dot, contentType: 'image/png' });
  for (const file of [early, late]) {
    assert.deepEqual((await served(file.url)).bytes, dot);
    await file.move();
    assert.equal((await file.row()).bytes, null);
    assert.deepEqual((await served(file.url)).bytes, dot);
  }
  await sql('delete from files where id = $1', [deleted.uuid]);
  await deleted.move();
  await later();
  await tidy();
  assert.deepEqual(
    [early, late, deleted].map(({ key }) => objects.has(key)),
    [true, true, false],
  );
});

test('a file deleted while it is on its way to the store leaves no object', async () => {
  const file = await upload('attachment');
  await store.control('hang', { ms: 300 });
  const moving = file.move();
  await eventually('the object', () => objects.has(file.key));
  await sql('delete from files where id = $1', [file.uuid]);
  await moving;
  assert.equal(objects.has(file.key), true);
  await later();
  await tidy();
  assert.equal(objects.has(file.key), false);
});

test('files from before there was a store are moved, those of a minute ago are left to their job', async () => {
  const count = 130;
  const ids = Array.from({ length: count }, () => newId());
  await sql(
    `insert into files (workspace_id, id, purpose, name, content_type, size, bytes, created_at)
     select $1, id, 'attachment', 'old.png', 'image/png', $3, $4, now() - interval '1 hour' from unnest($2::uuid[]) id`,
    [workspaceId, ids, dot.length, dot],
  );
  const fresh = await upload('attachment');
  assert.deepEqual(await tidy(), { moved: count, removed: 0 });
  const [{ left }] = await sql('select count(*)::int as left from files where id = any($1) and bytes is not null', [
    ids,
  ]);
  assert.equal(left, 0);
  for (const id of ids) assert.ok(objects.get(objectKey(workspaceId, id))?.bytes.equals(dot));
  assert.ok((await fresh.row()).bytes);
  const address = await fetch(`${server.url}/v1/files/${publicId('file', ids[0]!)}`, { headers });
  assert.deepEqual((await served(((await address.json()) as { url: string }).url)).bytes, dot);
});

test('what somebody deleted goes even while the store takes no new file', async () => {
  const [old, gone] = [await upload('attachment'), await upload('attachment')];
  await gone.move();
  await sql("update files set created_at = now() - interval '1 hour' where id = $1", [old.uuid]);
  await sql('delete from files where id = $1', [gone.uuid]);
  await later();
  // The stand-in meets its trouble in the order of calls: a removal that succeeds, then a put that is refused.
  await store.control('hang', { ms: 0 });
  await store.control('fail', { status: 400, name: 'EntityTooLarge' });
  await assert.rejects(tidy(), { name: 'ObjectStoreFailed' });
  assert.equal(objects.has(gone.key), false);
  assert.deepEqual((await served(old.url)).bytes, dot);
  assert.equal((await tidy()).moved, 1);
});

test('when a studio goes, the objects of all its files go', async () => {
  const [kept] = await sql('select id from workspaces where slug = $1', [demoStudio.slug]);
  assert.ok(objects.size > 100);
  await sql('update workspaces set logo_file_id = null where id = $1', [kept.id]);
  await sql('delete from files where workspace_id = $1', [kept.id]);
  await later();
  await tidy();
  assert.equal(objects.size, 0);
  assert.deepEqual(await sql('select 1 from loose_objects'), []);
});
