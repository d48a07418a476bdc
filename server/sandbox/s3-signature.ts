import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export interface SignedRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: Uint8Array;
}

/** S3's name of what is wrong with a request's signature (AWS Signature Version 4), or null. */
export function signatureFault(
  request: SignedRequest,
  expected: { region: string; keys: Record<string, string>; now: number },
): string | null {
  const authorization = request.headers.get('authorization');
  if (!authorization) return 'AccessDenied';
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  const [, keyId = '', day = '', region = '', signedHeaders = '', signature = ''] = parts ?? [];
  const time = request.headers.get('x-amz-date') ?? '';
  if (!parts || region !== expected.region || !time.startsWith(day)) return 'AuthorizationHeaderMalformed';
  const secret = expected.keys[keyId];
  if (secret === undefined) return 'InvalidAccessKeyId';
  const names = signedHeaders.split(';');
  const unsigned = [...request.headers.keys()].filter((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (!names.includes('host') || unsigned.length > 0) return 'AccessDenied';
  if (Math.abs(expected.now - instantOf(time)) > 15 * 60_000) return 'RequestTimeTooSkewed';

  const told = request.headers.get('x-amz-content-sha256') ?? '';
  const canonical = [
    request.method,
    request.url.pathname,
    canonicalQuery(request.url),
    ...names.map((name) => `${name}:${(request.headers.get(name) ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders,
    told,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (derived, part) => hmac(derived, part),
    Buffer.from(`AWS4${secret}`),
  );
  const computed = hmac(key, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`);
  if (!timingSafeEqual(computed, Buffer.from(signature, 'hex'))) return 'SignatureDoesNotMatch';
  return told === sha256(request.body) ? null : 'XAmzContentSHA256Mismatch';
}

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** `20260131T235959Z` in milliseconds; NaN for anything else, which is never in time. */
const instantOf = (time: string): number =>
  Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')) ||
  Number.NEGATIVE_INFINITY;

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (url: URL): string =>
  [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
