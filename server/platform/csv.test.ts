import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CsvUnreadable, csvMark, csvRow, readCsv, unguarded } from './csv.ts';

async function read(bytes: Uint8Array | string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readCsv(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)) rows.push(row);
  return rows;
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

test('UTF-8, UTF-16 and Windows-1252 are told apart, with and without a mark', async () => {
  const text = 'Name;Ort\r\nJürgen Groß;Zürich\r\n';
  const wanted = [
    ['Name', 'Ort'],
    ['Jürgen Groß', 'Zürich'],
  ];
  const wide = Buffer.from(text, 'utf16le');
  for (const bytes of [
    Buffer.from(text),
    Buffer.from(csvMark + text),
    wide,
    Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
    swapped(wide),
    Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(wide)]),
    Buffer.from(text, 'latin1'),
  ])
    assert.deepEqual(await read(bytes), wanted);
  assert.deepEqual(await read(Buffer.from([0x80, 0x2c, 0x31])), [['€', '1']]);
});

test('commas, semicolons, tabs and bars separate, whatever stands in quotes', async () => {
  for (const mark of [',', ';', '\t', '|'])
    assert.deepEqual(await read(`"a,;\t|"${mark}b\nc${mark}"d\ne"`), [
      ['a,;\t|', 'b'],
      ['c', 'd\ne'],
    ]);
});

test('characters of several bytes survive the border between two slices', async () => {
  const rows = Array.from({ length: 9000 }, (_, n) => `${n},😀ü€`);
  assert.deepEqual(
    await read(rows.join('\n')),
    rows.map((row) => row.split(',')),
  );
});

test('broken quotes are told with their line', async () => {
  for (const [file, message] of [
    ['a,b\n1,"2\n3,4', /^Line \d: a quote is opened and not closed$/],
    ['a,b\n1,2\n"3"x,4', /^Line 3: more follows a closing quote/],
    ['a,b\n1,2\n3"x,4', /^Line 3: a quote stands within a cell/],
    ['a\0b,c', /U\+0000/],
  ] as const)
    await assert.rejects(read(file), (error) => error instanceof CsvUnreadable && message.test(error.message));
  await assert.rejects(read(`a\n"${'x'.repeat(300_000)}`), /a quote may not be closed/);
});

const triggers = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

test('no cell of a written file begins a formula, also behind quotes and blanks, and each is read back as it was', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
    fc
      .tuple(
        fc.constantFrom('', '"', "'", "''", ' ', '\'"', '""'),
        fc.constantFrom(...triggers),
        fc.string({ maxLength: 5 }),
      )
      .map(([before, trigger, after]) => (before + trigger + after).replaceAll('\0', '')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 2, maxLength: 6 }), async (cells) => {
      const [written] = await read(`${csvMark}h,i\r\n${csvRow(cells)}`).then((rows) => rows.slice(1));
      assert.deepEqual(written!.map(unguarded), cells);
      for (const text of written!) assert.doesNotMatch(text, /^[\s"]*[=+\-@＝＋－＠]|^[\t\r]/);
    }),
    { numRuns: 500 },
  );
});

test('very many rows are read one after the other, and other work has its turn all the while', async () => {
  const bytes = Buffer.from('a,b\n1,2\n'.repeat(Math.max(50_000, Number(process.env.CSV_ROWS ?? 0) * 10)));
  let turns = 0;
  let count = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  for await (const _row of readCsv(bytes)) count += 1;
  clearInterval(timer);
  assert.equal(count, bytes.byteLength / 4);
  assert.ok(turns > bytes.byteLength / 64 / 1024, `${turns} turns`);
});
