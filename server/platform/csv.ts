import { isUtf8 } from 'node:buffer';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

/** Why a file is no table, in words for people; a line of the file where there is one. */
export class CsvUnreadable extends Error {
  override name = 'CsvUnreadable';
}

/** Parsed at once before other work of the process has its turn: about two milliseconds. */
const sliceBytes = 32 * 1024;
/** A quote that is opened and never closed would swallow the rest of the file. */
const maxRecordBytes = 256 * 1024;
const separators = [',', ';', '\t', '|'];

/** What the bytes are, from their beginning: how they are decoded, and how many of them are a mark of that. */
function encodingOf(bytes: Uint8Array): { encoding: string; skip: number } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  // Without a mark, half of the first characters of a table in UTF-16 are zeros all the same.
  const head = bytes.subarray(0, 400);
  const zeros = (parity: number) => head.filter((byte, index) => index % 2 === parity && byte === 0).length;
  if (zeros(1) > head.length / 5 && zeros(0) === 0) return { encoding: 'utf-16le', skip: 0 };
  if (zeros(0) > head.length / 5 && zeros(1) === 0) return { encoding: 'utf-16be', skip: 0 };
  return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', skip: 0 };
}

/** The separator that the first row uses most, outside of quotes. */
function separatorOf(text: string): string {
  const counts = new Map(separators.map((separator) => [separator, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

/** The text in slices, with a turn for other work after each. */
async function* decoded(bytes: Uint8Array): AsyncGenerator<string> {
  const { encoding, skip } = encodingOf(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  for (let from = skip; from < bytes.byteLength; from += sliceBytes) {
    const isLast = from + sliceBytes >= bytes.byteLength;
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(from, from + sliceBytes), { stream: !isLast });
    } catch {
      throw new CsvUnreadable(`It looks like ${encoding.toUpperCase()} and is not`);
    }
    if (text.includes('\u0000')) throw new CsvUnreadable('It holds the character U+0000, so it is no text');
    yield text;
    await nextTurn();
  }
}

/**
 * The records of a CSV file, one after the other. Encoding and separator are found out; quotes are held to the rules.
 * Other work of the process has its turn every few milliseconds.
 * @throws CsvUnreadable
 */
export async function* readCsv(bytes: Uint8Array): AsyncGenerator<string[]> {
  const slices = decoded(bytes);
  const first = await slices.next();
  if (first.done) return;
  const parser = parse({
    delimiter: separatorOf(first.value),
    relax_column_count: true,
    max_record_size: maxRecordBytes,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const feed = async () => {
    try {
      for (let slice: IteratorResult<string> = first; !slice.done; slice = await slices.next())
        if (!parser.write(slice.value)) await new Promise<void>((resolve) => parser.once('drain', resolve));
      parser.end();
    } catch (error) {
      parser.destroy(error as Error);
    }
  };
  const fed = feed();
  try {
    for await (const record of parser) yield record as string[];
    await fed;
  } catch (error) {
    throw error instanceof CsvError ? new CsvUnreadable(reasonOf(error)) : error;
  } finally {
    parser.destroy();
  }
}

function reasonOf(error: CsvError & { lines?: number }): string {
  const line = `Line ${error.lines ?? '?'}`;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${line}: a quote is opened and not closed`;
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `${line}: more follows a closing quote; write a quote inside quotes twice`;
    case 'INVALID_OPENING_QUOTE':
      return `${line}: a quote stands within a cell that does not begin with one`;
    case 'CSV_MAX_RECORD_SIZE':
      return `${line}: a row is larger than ${maxRecordBytes / 1024} KiB; a quote may not be closed`;
    default:
      return `${line}: it can not be read as CSV`;
  }
}

/**
 * What spreadsheets run as a formula, also in full-width characters, behind blanks and behind quotes. Text that only
 * looks guarded already is guarded once more, so that taking one apostrophe away always gives back what was there.
 */
const formula = /^[\s'"]*[=+\-@＝＋－＠]|^['"]*[\t\r]/;

const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A cell as people meant it: without the apostrophe that keeps a spreadsheet from running it. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text;

const cellOf = (text: string): string => {
  const safe = guarded(text);
  return /[",;\t|\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One row of a CSV file, with its end of line. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

/** What a spreadsheet knows UTF-8 by. */
export const csvMark = '\ufeff';
