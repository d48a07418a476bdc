import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mistakesIn } from './testing/compile.ts';

test('right calls compile and wrong ones do not', () => {
  assert.deepEqual(mistakesIn({ 'testing/calls.ts': undefined }), []);
});

test('the SDK compiles against the types of a browser alone', () => {
  assert.deepEqual(mistakesIn({ 'testing/calls.ts': undefined }, 'browser'), []);
});

test('a mistake that compiles would be noticed', () => {
  const [mistake] = mistakesIn({ 'wrong.ts': `// @ts-expect-error: nothing is wrong here\nexport const one = 1;\n` });
  assert.match(String(mistake), /^wrong\.ts:1 Unused '@ts-expect-error'/);
});
