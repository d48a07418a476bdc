import { hash, randomInt } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const secretLength = 30;
const checksumLength = 6;

/** Six characters that tell a mistyped key from a real one without asking the database, and let scanners find leaks. */
function checksum(text: string): string {
  const digest = hash('sha256', text, 'buffer');
  let result = '';
  for (let index = 0; index < checksumLength; index += 1) result += alphabet[digest[index]! % alphabet.length];
  return result;
}

/** A new API key: `pk_live_` or the like, 178 random bits, checksum. */
export function makeKey(kind: 'publishable' | 'secret', mode: 'live' | 'test'): string {
  let random = '';
  for (let index = 0; index < secretLength; index += 1) random += alphabet[randomInt(alphabet.length)];
  const body = `${kind === 'secret' ? 'sk' : 'pk'}_${mode}_${random}`;
  return body + checksum(body);
}

export function isWellFormedKey(key: string): boolean {
  return (
    /^(pk|sk)_(live|test)_[0-9A-Za-z]{36}$/.test(key) &&
    checksum(key.slice(0, -checksumLength)) === key.slice(-checksumLength)
  );
}
