import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { Faults } from './faults.ts';
import { signatureFault } from './s3-signature.ts';

export interface S3Object {
  contentType: string;
  bytes: Buffer;
}

export interface S3StandIn {
  app: Hono;
  /** The objects of the bucket by key. */
  objects: ReadonlyMap<string, S3Object>;
}

/** What opens the stand-in's bucket, in the words of the server's configuration. */
export const s3Sandbox = {
  bucket: 'alloza',
  region: 'eu-central-1',
  accessKeyId: 'AKIASANDBOX',
  secretAccessKey: 'sandbox-secret-access-key',
} as const;

const largestObject = 50_000_000;

const statuses: Record<string, number> = {
  AccessDenied: 403,
  AuthorizationHeaderMalformed: 400,
  InvalidAccessKeyId: 403,
  RequestTimeTooSkewed: 403,
  SignatureDoesNotMatch: 403,
  XAmzContentSHA256Mismatch: 400,
};

const defaultNames: Record<number, string> = {
  403: 'AccessDenied',
  404: 'NoSuchKey',
  500: 'InternalError',
  503: 'SlowDown',
};

/**
 * S3's part of keeping objects, over HTTP, with one bucket in memory, S3's errors and its signatures checked: putting,
 * reading and deleting single objects. Its control side is described in faults.ts.
 */
export function createS3StandIn(options: { now?: () => number } = {}): S3StandIn {
  const { now = Date.now } = options;
  const { bucket, region, accessKeyId, secretAccessKey } = s3Sandbox;
  const objects = new Map<string, S3Object>();
  const faults = new Faults();

  const app = new Hono<{ Variables: { body: Buffer } }>();
  app.route('/control', faults.control());
  app.use(async (c, next) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    c.set('body', body);
    const { method, url, headers } = c.req.raw;
    const fault = signatureFault(
      { method, url: new URL(url), headers, body },
      { region, keys: { [accessKeyId]: secretAccessKey }, now: now() },
    );
    return fault ? error(c, statuses[fault]!, fault) : next();
  });
  app.use(faults.middleware(error));
  app.use('/:bucket/*', async (c, next) => {
    return c.req.param('bucket') === bucket ? next() : error(c, 404, 'NoSuchBucket');
  });

  app.put('/:bucket/:key{.+}', (c) => {
    const bytes = c.get('body');
    if (bytes.length > largestObject) return error(c, 400, 'EntityTooLarge');
    objects.set(c.req.param('key'), { bytes, contentType: c.req.header('content-type') ?? 'binary/octet-stream' });
    return c.body(null, 200, { etag: etag(bytes) });
  });
  app.get('/:bucket/:key{.+}', (c) => {
    const object = objects.get(c.req.param('key'));
    if (!object) return error(c, 404, 'NoSuchKey');
    const headers = { 'content-type': object.contentType, etag: etag(object.bytes) };
    return c.body(new Uint8Array(object.bytes), 200, headers);
  });
  app.delete('/:bucket/:key{.+}', (c) => {
    objects.delete(c.req.param('key'));
    return c.body(null, 204);
  });
  app.all('*', (c) => error(c, 501, 'NotImplemented'));
  return { app: app as unknown as Hono, objects };
}

const etag = (bytes: Uint8Array): string => `"${createHash('md5').update(bytes).digest('hex')}"`;

function error(c: Context, status: number, name = defaultNames[status] ?? 'InternalError'): Response {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${name}</Code><Message>${name}</Message><RequestId>sandbox</RequestId></Error>`;
  return c.body(text, status as 500, { 'content-type': 'application/xml' });
}
