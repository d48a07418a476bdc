import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const kB = (value) => `${value.toFixed(1)} kB`;
const times = (value) => `${value.toFixed(2)}x`;
const perSecond = (value) => `${Math.round(value)}/s`;

const upTo = (limit, value, show) => ({
  target: `<= ${show(limit)}`,
  figure: show(value),
  verdict: value <= limit ? 'holds' : 'misses',
});
const withoutTarget = (figure) => ({ target: '', figure, verdict: '' });

const spreadText = ({ p95, worst }) => `median; 95 % ${ms(p95)}, worst ${ms(worst)}`;

/** What each measure's figures say, in rows of `{ measure, target, figure, verdict, beside }`. */
const rowMakers = {
  list: (figures) => requestRows('List 25 leads', 1.5, figures),
  create: (figures) => requestRows('Create a lead (key, event, job)', 2, figures),
  events: ({ announce, announceMore, transaction, fanOut }) => [
    {
      measure: 'Announce an event: CPU of the transaction more than without',
      ...withoutTarget(ms(announce.cpuMs)),
      beside: `with its job; a further event of the same transaction ${ms(announceMore.cpuMs)}; an empty transaction ${ms(transaction.cpuMs)}`,
    },
    {
      measure: 'Carry an event to its listener: CPU of the worker',
      ...withoutTarget(ms(fanOut.cpuMs)),
      beside: `two jobs; ${fanOut.events} events in a row at ${perSecond(fanOut.perSecond)}, as fast as one writer announces them`,
    },
  ],
  pickup: ({ samples, job, live, answer }) => [
    { measure: 'A job is picked up', ...upTo(100, job.median, ms), beside: `${spreadText(job)}; ${samples} jobs` },
    {
      measure: 'A live event reaches a reader of another replica',
      ...withoutTarget(ms(live.median)),
      beside: `${spreadText(live)}; from sending the request, whose answer takes ${ms(answer.median)}`,
    },
  ],
  streams: ({ count, product, reference, ratio }) => [
    {
      measure: `Memory of an idle stream, ${count} open`,
      ...withoutTarget(times(ratio)),
      beside: `${kB(product.kilobytes)} against ${kB(reference.kilobytes)} of bare node:http; of that live objects ${kB(product.heapKilobytes)} against ${kB(reference.heapKilobytes)}`,
    },
  ],
  ready: ({ starts, median, worst }) => [
    {
      measure: 'Ready after the process starts',
      ...upTo(1.5, median, (value) => `${value.toFixed(2)} s`),
      beside: `median of ${starts}, worst ${worst.toFixed(2)} s`,
    },
  ],
  search: ({ sizes, questions }) =>
    questions.map(({ q, hits, fewMs, manyMs, p95, ratio }) => ({
      measure: `Search ${sizes.many} clients for "${q}", ${hits} found, against ${sizes.few}`,
      ...upTo(3, ratio, times),
      beside: `${ms(manyMs)} against ${ms(fewMs)}; 95 % ${ms(p95)}`,
    })),
};

function requestRows(name, limit, { ratio, lowestRatio, highestRatio, statements, product, reference }) {
  return [
    {
      measure: `${name}: server CPU`,
      ...upTo(limit, ratio, times),
      beside: `${ms(product.cpuMs)} against ${ms(reference.cpuMs)}; ${statements} statements; rounds from ${times(lowestRatio)} to ${times(highestRatio)}`,
    },
    {
      measure: `${name}: throughput`,
      ...withoutTarget(perSecond(product.perSecond)),
      beside: `against ${perSecond(reference.perSecond)}; 8 connections; load, server and database share the machine`,
    },
  ];
}

export const rowsOf = (figures) => Object.entries(figures).flatMap(([name, figure]) => rowMakers[name](figure));

const columns = ['measure', 'target', 'figure', 'verdict', 'beside'];

export function asTable(rows) {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index]))
      .join('  ')
      .trimEnd();
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column])))].join('\n');
}

/** Replaces the table between the marks of MEASUREMENTS.md. */
export function writeMeasurements({ date, commit, machine, node }, rows) {
  const file = inRoot('MEASUREMENTS.md');
  const [begin, end] = ['<!-- bench: begin -->', '<!-- bench: end -->'];
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`MEASUREMENTS.md lacks the marks ${begin} and ${end}`);
  const table = [
    '| measure | target | figure | verdict | beside it |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${columns.map((column) => row[column]).join(' | ')} |`),
  ];
  const head = `${date}, commit ${commit}, ${machine}, Node ${node}, \`npm run bench\`.`;
  writeFileSync(file, `${before}${begin}\n\n${head}\n\n${table.join('\n')}\n\n${end}${after}`);
}
