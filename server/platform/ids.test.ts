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

test('new ids are UUIDs of version 7 that ascend, each another', () => {
  const before = Date.now();
  const ids = Array.from({ length: 5000 }, () => newId());
  assert.deepEqual([...new Set(ids)].sort(), ids);
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const [first] = ids;
  const madeAt = Number.parseInt(first!.replaceAll('-', '').slice(0, 12), 16);
  assert.ok(madeAt >= before && madeAt <= Date.now());
});
