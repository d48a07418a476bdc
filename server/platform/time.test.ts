import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from './time.ts';

test("PostgreSQL's text form of an instant is read to the millisecond, whatever its zone and precision", () => {
  const forms = {
    '2026-11-24 03:14:15.123456+00': '2026-11-24T03:14:15.123Z',
    '2026-11-24 03:14:15.1+00': '2026-11-24T03:14:15.100Z',
    '2026-11-24 03:14:15.999999+00': '2026-11-24T03:14:15.999Z',
    '2026-11-24 03:14:15+00': '2026-11-24T03:14:15.000Z',
    '2026-11-24 03:14:15.5+05:30': '2026-11-23T21:44:15.500Z',
    '2026-11-24 03:14:15-08': '2026-11-24T11:14:15.000Z',
    '2026-11-24T03:14:15.123Z': '2026-11-24T03:14:15.123Z',
  };
  for (const [text, expected] of Object.entries(forms)) assert.equal(instant(text), expected);
  assert.equal(instant(new Date(1_795_489_000_123)), new Date(1_795_489_000_123).toISOString());
});
