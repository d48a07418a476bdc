import { addAbortSignal, type Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore, StoreFailure } from '../platform/ports.ts';

export interface S3Options {
  bucket: string;
  /** Where the service is, for example `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Bounds one call with its tries, 20 seconds unless told. */
  timeoutMs?: number;
}

/**
 * Keeps objects in a bucket of S3 or of a service that speaks like it. The package is loaded on first use, and nothing
 * of it is read from the environment.
 */
export function createS3Store(options: S3Options): ObjectStore {
  const { bucket: Bucket, timeoutMs = 20_000 } = options;
  let loading: ReturnType<typeof load> | undefined;

  /** Runs one call; what it throws is told as a failure. */
  async function call<T>(
    work: (sdk: Awaited<ReturnType<typeof load>>, options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T | StoreFailure> {
    try {
      loading ??= load(options);
      return await work(await loading, { abortSignal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  return {
    put: (Key, Body, ContentType) =>
      call(async ({ client, PutObjectCommand }, bounds) => {
        const { ETag } = await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType }), bounds);
        // The caller gives up its own copy after this: an answer that S3 would not give keeps nothing.
        return ETag ? { kind: 'kept' } : { kind: 'failed', reason: 'The answer has no ETag' };
      }),
    get: (Key, size) =>
      call(async ({ client, GetObjectCommand }, bounds) => {
        try {
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }), bounds);
          const bytes = await readExactly(Body as Readable, size, bounds.abortSignal);
          return bytes ? { kind: 'found', bytes } : { kind: 'failed', reason: 'The object has another size' };
        } catch (error) {
          if (error instanceof Error && error.name === 'NoSuchKey') return { kind: 'missing' };
          throw error;
        }
      }),
    remove: (Key) =>
      call(async ({ client, DeleteObjectCommand }, bounds) => {
        await client.send(new DeleteObjectCommand({ Bucket, Key }), bounds);
        return { kind: 'removed' };
      }),
  };
}

async function load(options: S3Options) {
  const { S3Client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand } = await import('@aws-sdk/client-s3');
  const { endpoint, region, accessKeyId, secretAccessKey } = options;
  const client: S3Client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // A bucket's own host name needs DNS and certificates that services other than Amazon's seldom have.
    forcePathStyle: true,
    // The checksums that the package adds of late are refused by services that don't know them; bodies are signed anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    retryMode: 'standard',
    maxAttempts: 3,
  });
  return { client, PutObjectCommand, GetObjectCommand, DeleteObjectCommand };
}

/** The bytes of a stream if there are exactly `size`; it stops reading at the first too many. */
async function readExactly(body: Readable, size: number, signal: AbortSignal): Promise<Uint8Array | null> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for await (const chunk of addAbortSignal(signal, body) as AsyncIterable<Buffer>) {
    if (length + chunk.length > size) return null;
    length += chunk.copy(bytes, length);
  }
  return length === size ? bytes : null;
}

/** Messages name keys and addresses, so only the status and the stable name are told. */
function reasonOf(error: unknown): string {
  const { name = 'Error', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return `${$metadata?.httpStatusCode ?? 'no status'} ${name}`;
}
