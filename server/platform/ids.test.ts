import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { TypeID } from 'typeid-js';
import { newId, prefixes, publicId, storedId } from './ids.ts';

const samples = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ...Array.from({ length: 500 }, () => newId()),
  ...Array.from({ length: 500 }, () => randomUUID()),
];

test('public ids are TypeIDs as the library that parses them writes them', () => {
  for (const uuid of samples) assert.equal(publicId('lead', uuid), TypeID.fromUUID(prefixes.lead, uuid).toString());
});

test('a public id leads back to the stored one, and only for its own noun', () => {
  for (const uuid of samples) {
    assert.equal(storedId('lead', publicId('lead', uuid)), uuid);
    assert.equal(storedId('note', publicId('lead', uuid)), null);
  }
});
