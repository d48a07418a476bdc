import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createS3StandIn, s3Sandbox } from './s3.ts';
import { signatureFault } from './s3-signature.ts';
import { serveStandIn } from './testing.ts';

// The example that Amazon documents for a signature in the Authorization header, with its published key and result.
const example = () => ({
  method: 'GET',
  url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'),
  headers: new Headers({
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  }),
  body: new Uint8Array(),
});
const expected = {
  region: 'us-east-1',
  keys: { AKIAIOSFODNN7EXAMPLE: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
  now: Date.parse('2013-05-24T00:10:00Z'),
};

test("Amazon's own example of a signed request is accepted", () => {
  assert.equal(signatureFault(example(), expected), null);
});

test('a request that differs from what was signed is refused by the right name', () => {
  const cases: [string, (request: ReturnType<typeof example>) => void, Partial<typeof expected>?][] = [
    ['SignatureDoesNotMatch', (request) => (request.method = 'DELETE')],
    ['SignatureDoesNotMatch', (request) => (request.url = new URL('https://examplebucket.s3.amazonaws.com/test.tx'))],
    ['SignatureDoesNotMatch', (request) => (request.url.search = '?versionId=1')],
    ['SignatureDoesNotMatch', (request) => request.headers.set('range', 'bytes=0-10')],
    ['SignatureDoesNotMatch', (request) => request.headers.set('x-amz-content-sha256', 'UNSIGNED-PAYLOAD')],
    ['SignatureDoesNotMatch', () => {}, { keys: { AKIAIOSFODNN7EXAMPLE: 'another secret' } }],
    ['XAmzContentSHA256Mismatch', (request) => (request.body = Buffer.from('other bytes'))],
    ['InvalidAccessKeyId', () => {}, { keys: { ANOTHER: '' } as never }],
    ['AuthorizationHeaderMalformed', () => {}, { region: 'eu-central-1' }],
    ['AuthorizationHeaderMalformed', (request) => request.headers.set('authorization', 'Bearer token')],
    ['AuthorizationHeaderMalformed', (request) => request.headers.set('x-amz-date', '20130525T000000Z')],
    ['RequestTimeTooSkewed', () => {}, { now: Date.parse('2013-05-24T00:15:01Z') }],
    ['RequestTimeTooSkewed', () => {}, { now: Date.parse('2013-05-23T23:44:59Z') }],
    ['AccessDenied', (request) => request.headers.delete('authorization')],
    ['AccessDenied', (request) => request.headers.set('x-amz-acl', 'public-read')],
  ];
  for (const [name, change, told] of cases) {
    const request = example();
    change(request);
    assert.equal(signatureFault(request, { ...expected, ...told }), name);
  }
});

test('the package of the vendor puts, reads and deletes, whatever letters a key has', async () => {
  const standIn = createS3StandIn();
  await using server = await serveStandIn(standIn.app);
  const client = clientOf(server.url);
  for (const Key of ['a/b.png', 'with space & sign+/ä日本🦄.png', "quote'(1)!*~.png"]) {
    const where = { Bucket: s3Sandbox.bucket, Key };
    const Body = Buffer.from([0, 255, 254, 10, 13, 128]);
    const { ETag } = await client.send(new PutObjectCommand({ ...where, Body, ContentType: 'image/png' }));
    assert.match(ETag ?? '', /^"[0-9a-f]{32}"$/);
    const read = await client.send(new GetObjectCommand(where));
    assert.deepEqual(Buffer.from(await read.Body!.transformToByteArray()), Body);
    assert.equal(read.ContentType, 'image/png');
    assert.equal(standIn.objects.size, 1);
    await client.send(new DeleteObjectCommand(where));
    await client.send(new DeleteObjectCommand(where));
    assert.equal(standIn.objects.size, 0);
    await assert.rejects(client.send(new GetObjectCommand(where)), { name: 'NoSuchKey' });
  }
});

test('a wrong key, secret, region, bucket or operation is answered as S3 answers it', async () => {
  await using server = await serveStandIn(createS3StandIn().app);
  const get = (overrides: Partial<Record<keyof typeof s3Sandbox, string>>) => {
    const { bucket, ...options } = { ...s3Sandbox, ...overrides };
    return clientOf(server.url, options).send(new GetObjectCommand({ Bucket: bucket, Key: 'a' }));
  };
  await assert.rejects(get({ accessKeyId: 'AKIAOTHER' }), { name: 'InvalidAccessKeyId' });
  await assert.rejects(get({ secretAccessKey: 'other' }), { name: 'SignatureDoesNotMatch' });
  await assert.rejects(get({ region: 'us-east-1' }), { name: 'AuthorizationHeaderMalformed' });
  await assert.rejects(get({ bucket: 'other' }), { name: 'NoSuchBucket' });
  await assert.rejects(clientOf(server.url).send(new ListObjectsV2Command({ Bucket: s3Sandbox.bucket })), {
    name: 'NotImplemented',
  });
  assert.equal((await fetch(`${server.url}/${s3Sandbox.bucket}/a`)).status, 403);
});

function clientOf(
  endpoint: string,
  { region, accessKeyId, secretAccessKey }: Omit<Record<keyof typeof s3Sandbox, string>, 'bucket'> = s3Sandbox,
) {
  const credentials = { accessKeyId, secretAccessKey };
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true, maxAttempts: 1 });
}
