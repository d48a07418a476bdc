import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readConfig, readMigrationUrls } from './config.ts';

const whole = {
  PUBLIC_URL: 'https://app.example/',
  DATABASE_URL: 'postgres://login:pass@db/alloza',
  AUTH_SECRET: 'a secret of at least thirty-two characters',
  ENCRYPTION_KEYS: `k2:${Buffer.alloc(32, 2).toString('base64')},k1:${Buffer.alloc(32, 1).toString('base64')}`,
  RESEND_API_KEY: 're_secret',
};

/** What a configuration is refused with. */
function complaint(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return assert.fail('was accepted');
}

test('what is needed is enough, and the rest has defaults that are right in production', () => {
  const config = readConfig(whole);
  assert.equal(config.PUBLIC_URL, 'https://app.example', 'without the slash that addresses begin with');
  assert.equal(config.sandbox, false);
  assert.equal(config.directUrl, whole.DATABASE_URL);
  assert.equal(config.PORT, 4400);
  assert.equal(config.VALIDATE_ANSWERS, false);
  assert.deepEqual(
    config.encryptionKeys.map(({ id, key }) => [id, key.export()]),
    [
      ['k2', Buffer.alloc(32, 2)],
      ['k1', Buffer.alloc(32, 1)],
    ],
  );
});

test('every variable that is missing is named, in one message', () => {
  const text = complaint({});
  for (const name of Object.keys(whole)) assert.match(text, new RegExp(`^ {2}${name} is missing$`, 'm'));
  for (const name of Object.keys(whole)) {
    assert.equal(complaint({ ...whole, [name]: undefined }), `The configuration is not usable:\n  ${name} is missing`);
    assert.equal(
      complaint({ ...whole, [name]: '' }),
      `The configuration is not usable:\n  ${name} is missing`,
      'empty is missing',
    );
  }
});

test('every variable of the wrong form is named, and no value is told', () => {
  const wrong: Record<string, string> = {
    PUBLIC_URL: 'ftp://hidden-value',
    DATABASE_URL: 'mysql://hidden-value',
    AUTH_SECRET: 'hidden-value',
    ENCRYPTION_KEYS: 'k1:hidden-value',
    PORT: '70000',
    DATABASE_POOL: '1',
    TRUSTED_PROXIES: 'hidden-value',
    ALLOZA_ENV: 'hidden-value',
    LOG_LEVEL: 'hidden-value',
    PROOF_COST: '0',
  };
  const text = complaint({ ...whole, ...wrong });
  for (const name of Object.keys(wrong)) assert.match(text, new RegExp(`^ {2}${name} `, 'm'));
  assert.doesNotMatch(text, /hidden-value|re_secret|pass@db|thirty-two/);
  for (const [name, value] of Object.entries(wrong))
    assert.match(complaint({ ...whole, [name]: value }), new RegExp(`^ {2}${name} `, 'm'));
});

test('an encryption key has 32 bytes, or the server does not start', () => {
  for (const length of [0, 16, 31, 33, 64])
    assert.match(
      complaint({ ...whole, ENCRYPTION_KEYS: `k1:${Buffer.alloc(length).toString('base64')}` }),
      /ENCRYPTION_KEYS/,
    );
});

test('Google signs in where both of its values are given, in the sandbox by its stand-in, and over TLS only', () => {
  const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'hidden-value' };
  assert.equal(readConfig(whole).google, null);
  const issuer = 'https://accounts.google.com';
  assert.deepEqual(readConfig({ ...whole, ...google }).google, {
    issuer,
    clientId: 'id',
    clientSecret: 'hidden-value',
  });
  assert.equal(readConfig({ ...whole, ALLOZA_ENV: 'sandbox' }).google?.issuer, 'https://app.example/sandbox/google');
  assert.match(complaint({ ...whole, GOOGLE_CLIENT_ID: 'id' }), /^ {2}GOOGLE_CLIENT_SECRET is missing, and other/m);
  assert.match(complaint({ ...whole, ...google, GOOGLE_ISSUER: 'http://x.example' }), /^ {2}GOOGLE_ISSUER must be/m);
});

test('two encryption keys of one id are refused: what the second had sealed could never be opened', () => {
  const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
  assert.match(
    complaint({ ...whole, ENCRYPTION_KEYS: `k1:${key(1)},k1:${key(2)}` }),
    /ENCRYPTION_KEYS names an id twice/,
  );
  assert.equal(readConfig({ ...whole, ENCRYPTION_KEYS: `k1:${key(1)},k10:${key(1)}` }).encryptionKeys.length, 2);
});

test('migrations run as the owner, and the server under its own login', () => {
  assert.deepEqual(readMigrationUrls({ DATABASE_URL: 'a', DATABASE_DIRECT_URL: 'b', DATABASE_OWNER_URL: 'c' }), {
    ownerUrl: 'c',
    loginUrl: 'a',
  });
  assert.deepEqual(readMigrationUrls({ DATABASE_URL: 'a', DATABASE_DIRECT_URL: 'b' }), {
    ownerUrl: 'b',
    loginUrl: 'a',
  });
  assert.deepEqual(readMigrationUrls({ DATABASE_OWNER_URL: 'c' }), { ownerUrl: 'c', loginUrl: 'c' });
  assert.throws(() => readMigrationUrls({}), ConfigError);
});
