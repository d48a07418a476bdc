import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './index.ts';
import { type ClientOptions, settingsOf } from './settings.ts';

const baseUrl = 'https://app.example';

/** Runs something as if in a web page. */
function inBrowser<T>(work: () => T): T {
  const page = { window: {}, document: {}, location: { href: 'https://studio.example/contact?x=1#form' } };
  Object.assign(globalThis, page);
  try {
    return work();
  } finally {
    for (const name of Object.keys(page)) Reflect.deleteProperty(globalThis, name);
  }
}

test('a client needs exactly one credential', () => {
  const wrong = [{}, { session: false }, { publishableKey: '' }, { publishableKey: 'pk_1', secretKey: 'sk_1' }];
  for (const options of wrong) {
    assert.throws(() => createClient({ baseUrl, ...options } as ClientOptions), {
      name: 'TypeError',
      message: /one of/,
    });
  }
});

test('a credential of another kind is refused, and not repeated in the message', () => {
  const mixed: ClientOptions[] = [{ publishableKey: 'sk_live_x' }, { secretKey: 'pk_x' }, { clientSecret: 'pk_x' }];
  for (const options of mixed) {
    assert.throws(
      () => createClient({ baseUrl, ...options }),
      (error: Error) => {
        return error instanceof TypeError && /begins with/.test(error.message) && !/_x/.test(error.message);
      },
    );
  }
});

test('a secret key is refused in a browser, under whatever name', () => {
  const secrets: ClientOptions[] = [{ secretKey: 'sk_live_x' }, { publishableKey: 'sk_test_x' }];
  for (const options of secrets) {
    assert.throws(() => inBrowser(() => createClient({ baseUrl, ...options })), /does not belong in a browser/);
  }
  createClient({ baseUrl, secretKey: 'sk_live_x' });
  inBrowser(() => createClient({ baseUrl, publishableKey: 'pk_x' }));
});

test('the base URL is the page of a browser, and has to be given elsewhere', () => {
  assert.equal(inBrowser(() => settingsOf({ publishableKey: 'pk_x' })).base, 'https://studio.example');
  assert.equal(
    inBrowser(() => settingsOf({ publishableKey: 'pk_x', baseUrl: '/crm' })).base,
    'https://studio.example/crm',
  );
  assert.throws(() => createClient({ secretKey: 'sk_x' }), /baseUrl is missing/);
  assert.throws(() => createClient({ secretKey: 'sk_x', baseUrl: '/crm' }), /baseUrl is not a URL/);
});

test('only a session sends cookies', () => {
  assert.equal(inBrowser(() => settingsOf({ publishableKey: 'pk_x' })).credentials, 'omit');
  assert.equal(inBrowser(() => settingsOf({ session: true })).credentials, 'same-origin');
  assert.equal(settingsOf({ secretKey: 'sk_x', baseUrl }).credentials, undefined);
});
