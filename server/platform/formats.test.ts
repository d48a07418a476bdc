import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats, normalizeEmail } from './formats.ts';

const accepts = (format: string, value: string): boolean => (formats[format] as (value: string) => boolean)(value);

/** Holds a table of values against a format. */
function table(format: string, good: string[], bad: string[]): void {
  for (const value of good) assert.equal(accepts(format, value), true, `${format} takes ${JSON.stringify(value)}`);
  for (const value of bad) assert.equal(accepts(format, value), false, `${format} refuses ${JSON.stringify(value)}`);
}

test('an e-mail address has one spelling: lower case, its domain in ASCII', () => {
  assert.equal(normalizeEmail('Ana.Ruiz+Wedding@Example.COM'), 'ana.ruiz+wedding@example.com');
  assert.equal(normalizeEmail('post@bücher.example'), 'post@xn--bcher-kva.example');
  assert.equal(normalizeEmail('post@例え.example'), 'post@xn--r8jz45g.example');
  assert.equal(normalizeEmail("o'brien@mail.example.co"), "o'brien@mail.example.co");
});

test('what is not exactly one plain address is refused, not repaired', () => {
  table(
    'email',
    ['a@b.co', 'a.b@c-d.example', `${'a'.repeat(64)}@example.com`],
    [
      ...[
        '',
        '@',
        'a@',
        '@b.co',
        'a@b',
        'a@localhost',
        'a b@c.de',
        ' a@b.co',
        'a@b.co ',
        'a@b.co\n',
        'a@b..co',
        '.a@b.co',
      ],
      ...[
        'a.@b.co',
        'a..b@c.de',
        '"a b"@c.de',
        'a@b@c.de',
        'a,b@c.de',
        'a@b.co,c@d.ef',
        'Ana <a@b.co>',
        'a@[127.0.0.1]',
      ],
      ...[
        'a@127.0.0.1',
        'a＠b.co',
        'a@b．co',
        'ä@b.co',
        'а@b.co',
        'a@b.c',
        'a@-b.co',
        'a@b-.co',
        'a@b_c.de',
        'a\u0000@b.co',
      ],
      ...['a@b.co\r\nBcc: c@d.ef', 'a@ﬁnance.example', `${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(64)}.com`],
      ...[
        'a@exa\nmple.com',
        'a@exa%6dple.com',
        'a@exa\u00admple.com',
        'a@example。com',
        'a@exam\u200bple.com',
        'a@[::1]',
      ],
      `a@${'bcdefghi.'.repeat(30)}com`,
    ],
  );
});

test('dates exist in the calendar', () => {
  table(
    'date',
    ['2024-02-29', '2000-02-29', '1900-02-28', '0001-01-01', '9999-12-31', '2027-06-12'],
    [
      ...['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '0000-01-01', '2024-1-1'],
      ...[
        '24-01-01',
        '2024-01-01T00:00:00Z',
        ' 2024-01-01',
        '2024-01-01\n',
        '２０２４-01-01',
        '+2024-01-01',
        '',
        'today',
      ],
    ],
  );
});

test('instants are whole, with an offset that exists', () => {
  table(
    'date-time',
    [
      '2024-02-29T23:59:59Z',
      '2024-01-01T00:00:00.123456789Z',
      '2024-01-01T00:00:00+05:45',
      '2024-01-01T00:00:00-12:00',
      '2024-01-01T00:00:00+14:00',
    ],
    [
      ...['2024-01-01', '2024-01-01T00:00:00', '2024-01-01 00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01T00:60:00Z'],
      ...['2024-01-01T00:00:60Z', '2023-02-29T00:00:00Z', '2024-01-01T00:00:00+15:00', '2024-01-01T00:00:00+23:59'],
      ...['2024-01-01T00:00:00z', '2024-01-01T00:00:00.Z', '2024-01-01T00:00:00.1234567890Z', '2024-01-01T00:00:00Z\n'],
    ],
  );
});

test('time zones are those of the tz database, under their old and their new names', () => {
  table(
    'time-zone',
    [
      'UTC',
      'Europe/Berlin',
      'America/Argentina/Buenos_Aires',
      'Asia/Kolkata',
      'Asia/Calcutta',
      'Europe/Kyiv',
      'Asia/Kathmandu',
      'America/Port-au-Prince',
      'Etc/GMT+3',
    ],
    [
      '',
      'utc',
      'europe/berlin',
      'Europe/Atlantis',
      'Mars/Base',
      '+01:00',
      'CEST',
      'Europe/Berlin ',
      "'; drop",
      'Europe',
    ],
  );
});

test('currencies are those of ISO 4217', () => {
  table('currency', ['EUR', 'USD', 'JPY', 'KWD'], ['', 'eur', 'XXY', 'EURO', '€', 'EU', 'EUR ']);
});

test('telephone numbers look like some', () => {
  table(
    'phone',
    ['+14155550123', '030 1234567', '(415) 555-0123', '+49 (0)30 / 12.34-56', '1234 5'],
    [
      '',
      '123',
      '()()()()',
      'call me',
      '+1 415 555 0123 ext. 5',
      'tel:+14155550123',
      '１２３４５６７',
      '1'.repeat(31),
      '+49\u0000301234567',
    ],
  );
});

test('origins are scheme, host and port, with at most one wildcard label in front', () => {
  table(
    'web-origin',
    [
      'https://studio.example',
      'http://localhost',
      'http://localhost:8080',
      'https://*.studio.example',
      'http://127.0.0.1:3000',
      'https://xn--bcher-kva.example',
    ],
    [
      ...[
        '',
        '*',
        'null',
        'studio.example',
        '//studio.example',
        'https://',
        'https://studio.example/',
        'https://studio.example/a',
      ],
      ...[
        'https://*',
        'https://*.com',
        'https://*.*.example',
        'https://a.*.example',
        'https://*studio.example',
        'ftp://a.example',
      ],
      ...[
        'https://a@b.example',
        'https://a.example:99999',
        'https://a.example:',
        'https://A.example',
        'https://a.example?x',
        'https://bücher.example',
      ],
      ...['https://a.example\n', 'https://a..example', 'https://.example', 'javascript://a.example', 'https://[::1]'],
    ],
  );
});
