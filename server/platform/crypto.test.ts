import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { DecryptionError, decrypt, encrypt, hashToken, randomToken, sameText, sign } from './crypto.ts';

const newKey = (id: string) => ({ id, key: createSecretKey(randomBytes(32)) });
const older = newKey('k1');
const newer = newKey('k2');
const place = 'workspace|mails|secrets|row';
const secret = 'a token that nobody else may read, مرحبا 😀';

test('what was encrypted opens at its place, whichever of the keys it was made with', () => {
  const sealed = encrypt([older], place, secret);
  assert.equal(decrypt([newer, older], place, sealed), secret);
  assert.equal(decrypt([newer, older], place, encrypt([newer, older], place, '')), '');
  assert.equal(sealed.includes(Buffer.from('token')), false);
});

test('new ciphertexts are made with the first key, so that the old one can go', () => {
  assert.equal(decrypt([newer], place, encrypt([newer, older], place, secret)), secret);
});

test('moved to another row, column, table or workspace it does not open', () => {
  const sealed = encrypt([older], place, secret);
  for (const other of [
    'workspace|mails|secrets|row2',
    'workspace|mails|data|row',
    'workspace|files|secrets|row',
    'other|mails|secrets|row',
    '',
  ])
    assert.throws(() => decrypt([older], other, sealed), DecryptionError);
});

test('a tag of fewer than 16 bytes is refused, even one that begins right', () => {
  const sealed = encrypt([older], place, '');
  for (let length = 0; length < 16; length += 1) {
    const short = sealed.subarray(0, sealed.length - 16 + length);
    assert.throws(() => decrypt([older], place, short), DecryptionError, `a tag of ${length} bytes`);
  }
});

test('a ciphertext of another version is refused, not guessed at', () => {
  const sealed = encrypt([older], place, secret);
  for (const version of [0, 2, 255])
    assert.throws(
      () => decrypt([older], place, Buffer.concat([Buffer.from([version]), sealed.subarray(1)])),
      DecryptionError,
    );
});

test('any one byte changed, cut off or added makes it unreadable, with an error that tells nothing', () => {
  const sealed = encrypt([older], place, secret);
  const changed = [...sealed.keys()].map((index) => {
    const copy = Buffer.from(sealed);
    copy[index]! ^= 1;
    return copy;
  });
  const cut = [...sealed.keys()].map((length) => sealed.subarray(0, length));
  for (const broken of [...changed, ...cut, Buffer.concat([sealed, Buffer.alloc(1)])]) {
    assert.throws(
      () => decrypt([older], place, broken),
      (error: Error) =>
        error instanceof DecryptionError && error.message === 'The ciphertext is not readable' && !error.cause,
    );
  }
});

test('another key, or one whose id is known but whose bytes differ, does not open it', () => {
  const sealed = encrypt([older], place, secret);
  assert.throws(() => decrypt([newer], place, sealed), DecryptionError);
  assert.throws(() => decrypt([{ id: 'k1', key: newer.key }], place, sealed), DecryptionError);
  assert.throws(() => decrypt([], place, sealed), DecryptionError);
});

test('the same text never gives the same ciphertext: every byte of the IV is made anew', () => {
  const ivs = Array.from({ length: 2000 }, () => encrypt([older], place, 'x').subarray(4, 16));
  assert.equal(new Set(ivs.map((iv) => iv.toString('hex'))).size, ivs.length);
  for (let index = 0; index < 12; index += 1) {
    const values = new Set(ivs.map((iv) => iv[index]));
    assert.ok(values.size > 240, `byte ${index} took ${values.size} values`);
  }
});

test('tokens have 192 random bits and are stored as a hash', () => {
  const tokens = Array.from({ length: 10_000 }, randomToken);
  assert.equal(new Set(tokens).size, tokens.length);
  for (const token of tokens.slice(0, 100)) assert.equal(Buffer.from(token, 'base64url').length, 24);
  assert.equal(hashToken('abc').toString('hex'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a signature is bound to its purpose, its secret and its text', () => {
  const signature = sign('secret', 'file', 'text');
  assert.equal(sign('secret', 'file', 'text'), signature);
  for (const other of [
    sign('secret', 'network', 'text'),
    sign('Secret', 'file', 'text'),
    sign('secret', 'file', 'text2'),
  ])
    assert.notEqual(other, signature);
});

test('texts are equal or not, whatever their lengths', () => {
  assert.equal(sameText('a', 'a'), true);
  assert.equal(sameText('', ''), true);
  for (const [left, right] of [
    ['a', 'b'],
    ['a', ''],
    ['a', 'aa'],
    ['ä', 'a\u0308'],
  ] as const)
    assert.equal(sameText(left, right), false);
});
