import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWellFormedKey, makeKey } from './keys.ts';

test('keys tell their kind and mode, and no two are alike', () => {
  assert.match(makeKey('publishable', 'live'), /^pk_live_[0-9A-Za-z]{36}$/);
  assert.match(makeKey('secret', 'test'), /^sk_test_[0-9A-Za-z]{36}$/);
  const keys = Array.from({ length: 10_000 }, () => makeKey('secret', 'live'));
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(keys.every(isWellFormedKey));
});

test('any one character mistyped, missing or doubled is noticed without asking the database', () => {
  const key = makeKey('secret', 'live');
  for (let index = 0; index < key.length; index += 1) {
    const other = key[index] === 'a' ? 'b' : 'a';
    assert.equal(isWellFormedKey(key.slice(0, index) + other + key.slice(index + 1)), false, `changed at ${index}`);
    assert.equal(isWellFormedKey(key.slice(0, index) + key.slice(index + 1)), false, `without ${index}`);
    assert.equal(isWellFormedKey(key.slice(0, index) + key[index] + key.slice(index)), false, `doubled at ${index}`);
  }
});

test('a key does not pass for one of another kind or mode', () => {
  const key = makeKey('publishable', 'test');
  for (const other of [
    key.replace('pk_', 'sk_'),
    key.replace('_test_', '_live_'),
    key.toUpperCase(),
    ` ${key}`,
    `${key}\n`,
    '',
  ])
    assert.equal(isWellFormedKey(other), false, other);
});

test('every character of the alphabet is used about equally often', () => {
  const counts = new Map<string, number>();
  for (let index = 0; index < 2000; index += 1) {
    for (const character of makeKey('secret', 'live').slice(8, 38))
      counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  assert.equal(counts.size, 62);
  const expected = (2000 * 30) / 62;
  for (const [character, count] of counts)
    assert.ok(Math.abs(count - expected) < expected * 0.25, `${character} came ${count} times, not about ${expected}`);
});
