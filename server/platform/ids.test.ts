import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { TypeID } from 'typeid-js';
import { type Noun, newId, parseAnyId, prefixes, publicId, storedId } from './ids.ts';

const nouns = Object.keys(prefixes) as Noun[];
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
  const uuid = newId();
  for (const noun of nouns) {
    for (const other of nouns) assert.equal(storedId(other, publicId(noun, uuid)), other === noun ? uuid : null);
  }
});

test('every noun has a prefix of its own, which tells it', () => {
  assert.equal(new Set(Object.values(prefixes)).size, nouns.length);
  for (const noun of nouns) {
    const uuid = newId();
    assert.deepEqual(parseAnyId(publicId(noun, uuid)), { noun, uuid });
  }
});

test('what is almost an id is none', () => {
  const id = publicId('lead', '01890a5d-ac96-774b-bcce-b302099a8057');
  assert.equal(id, 'lead_01h455vb4pex5vsknk084sn02q');
  const suffix = id.slice('lead_'.length);
  for (const other of [
    ...[
      '',
      'lead',
      'lead_',
      '_',
      suffix,
      `_${suffix}`,
      `client_${suffix}`,
      `toString_${suffix}`,
      `__proto___${suffix}`,
    ],
    ...[
      `lead-${suffix}`,
      `lead__${suffix}`,
      `lead_lead_${suffix}`,
      id.toUpperCase(),
      `Lead_${suffix}`,
      ` ${id}`,
      `${id}\n`,
    ],
    ...[id.slice(0, -1), `${id}0`, `lead_8${suffix.slice(1)}`, `lead_z${suffix.slice(1)}`, id.replace('q', 'l')],
    ...[id.replace('q', 'u'), id.replace('q', 'Q'), id.replace('0', 'o'), '01890a5d-ac96-774b-bcce-b302099a8057'],
  ]) {
    assert.equal(storedId('lead', other), null, other);
    assert.equal(parseAnyId(other), null, other);
  }
});

test('ids made later sort later', () => {
  const made = Array.from({ length: 1000 }, () => newId());
  assert.deepEqual([...made].sort(), made);
  const shown = made.map((uuid) => publicId('lead', uuid));
  assert.deepEqual([...shown].sort(), shown);
});
