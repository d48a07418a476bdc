import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hash,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { takeRandom } from './random.ts';

export interface EncryptionKey {
  id: string;
  key: KeyObject;
}

/** Raised when a ciphertext can't be opened; never carries plaintext or key material. */
export class DecryptionError extends Error {}

const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM under the newest key. Layout: version byte, key id length, key id, 96-bit random IV, ciphertext, tag.
 * @param place what the ciphertext belongs to (`workspace|table|column|row`); opening it elsewhere fails
 */
export function encrypt(keys: EncryptionKey[], place: string, plaintext: string): Buffer {
  const { id, key } = keys[0]!;
  const iv = takeRandom(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([1, id.length]), Buffer.from(id), iv, sealed, cipher.getAuthTag()]);
}

/** The reverse of `encrypt`. @throws DecryptionError for an unknown key, another place or a changed byte */
export function decrypt(keys: EncryptionKey[], place: string, sealed: Buffer): string {
  const idLength = sealed[1] ?? 0;
  const body = sealed.subarray(2 + idLength);
  const id = sealed.subarray(2, 2 + idLength).toString();
  const key = keys.find((candidate) => candidate.id === id)?.key;
  if (sealed[0] !== 1 || !key || body.length < ivBytes + tagBytes)
    throw new DecryptionError('The ciphertext is not readable');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(body.subarray(-tagBytes));
    return Buffer.concat([decipher.update(body.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8');
  } catch {
    throw new DecryptionError('The ciphertext is not readable');
  }
}

/** A random secret of 192 bits in URL-safe base64. */
export const randomToken = (): string => randomBytes(24).toString('base64url');

/** What is stored of a random secret. Plain SHA-256 is enough for 192 random bits. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer');

/** A keyed hash for one purpose, as URL-safe base64. */
export const sign = (secret: string, purpose: string, text: string): string =>
  createHmac('sha256', `${purpose}\n${secret}`).update(text).digest('base64url');

/** Whether two strings are equal, in time that tells nothing. */
export function sameText(a: string, b: string): boolean {
  const left = hash('sha256', a, 'buffer');
  const right = hash('sha256', b, 'buffer');
  return timingSafeEqual(left, right);
}
