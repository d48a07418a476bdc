/**
 * Reporter of `node --test`: a line for each file, failures in full, and the counts for the summary of `npm test` in
 * the file that `TEST_COUNTS_FILE` names.
 */
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';

export default async function* report(events) {
  const counts = { passed: 0, failed: 0 };
  const files = new Map();
  const of = (file) => {
    const name = file ? relative(process.cwd(), file) : 'unknown file';
    if (!files.has(name)) files.set(name, { name, passed: 0, failures: [], output: [] });
    return files.get(name);
  };

  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') of(data.file).output.push(data.message);
    if (type === 'test:pass' && isOneTest(data)) of(data.file).passed += 1;
    if (type === 'test:fail' && isReported(data)) of(data.file).failures.push(data);
    if (type === 'test:summary' && data.file) yield* tellFile(of(data.file), data.duration_ms, counts, files);
    if (type === 'test:interrupted') for (const test of data.tests) yield `  did not end: ${test.name}\n`;
  }
  // A file that ends before its summary (a crash, an endless wait) is told here.
  for (const file of [...files.values()]) yield* tellFile(file, 0, counts, files);
  if (process.env.TEST_COUNTS_FILE) writeFileSync(process.env.TEST_COUNTS_FILE, JSON.stringify(counts));
}

const isOneTest = ({ details, skip, todo }) => details?.type !== 'suite' && skip === undefined && todo === undefined;

/** A suite or a file fails with its tests, which are told themselves; it is told only when the fault is its own. */
const isReported = ({ details, todo }) => todo === undefined && details?.error?.failureType !== 'subtestsFailed';

function* tellFile(file, duration, counts, files) {
  files.delete(file.name);
  counts.passed += file.passed;
  counts.failed += file.failures.length;
  const failed = file.failures.length > 0;
  const total = failed ? `${file.failures.length} failed, ${file.passed} passed` : `${file.passed} passed`;
  yield `  ${failed ? 'FAIL' : 'ok  '} ${file.name}  ${total}, ${(duration / 1000).toFixed(1)} s\n`;
  for (const { name, details, line } of file.failures) {
    const error = details.error?.cause ?? details.error;
    yield `\n    ${file.name}${line ? `:${line}` : ''}  ${name}\n${indented(explained(error))}\n`;
  }
  const output = file.output.join('').trimEnd();
  if (failed && output) yield `    what it wrote:\n${indented(lastLines(output, 60))}\n`;
}

const explained = (error) =>
  (typeof error === 'string' ? error : inspect(error, { depth: 6, colors: false })).replace(/\n.*node:internal.*/g, '');
const indented = (text) => text.replace(/^/gm, '      ');
const lastLines = (text, count) => text.split('\n').slice(-count).join('\n');
