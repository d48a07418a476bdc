import { parseArgs } from 'node:util';
import { stopAll, stopOnSignals } from '../processes.mjs';
import { measureEvents } from './measure-events.mjs';
import { measurePickUp } from './measure-pick-up.mjs';
import { measureReady } from './measure-ready.mjs';
import { measureRequests } from './measure-requests.mjs';
import { measureSearch } from './measure-search.mjs';
import { measureStreams } from './measure-streams.mjs';
import { asTable, rowsOf, writeMeasurements } from './report.mjs';
import { describeMachine, openStage } from './stage.mjs';

/** In this order: what needs an untouched database comes first, what fills it last. */
const measures = {
  list: (stage) => measureRequests(stage, 'list'),
  create: (stage) => measureRequests(stage, 'create'),
  events: measureEvents,
  pickup: measurePickUp,
  streams: measureStreams,
  ready: measureReady,
  search: measureSearch,
};

const options = {
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
  only: { type: 'string' },
};

export async function runBench(argv) {
  const { values } = parseArgs({ args: argv, options });
  const wanted = values.only?.split(',') ?? Object.keys(measures);
  const unknown = wanted.find((name) => !(name in measures));
  if (unknown) throw new Error(`--only=${unknown} is not known; choose from ${Object.keys(measures).join(', ')}`);
  // Progress goes beside the figures, so that --json can be piped.
  const say = (text) => console.error(text);

  stopOnSignals();
  const machine = await describeMachine();
  const stage = await openStage({ say, profile: values.profile });
  const figures = {};
  for (const [name, measure] of Object.entries(measures)) {
    if (!wanted.includes(name)) continue;
    say(`Measuring ${name}`);
    figures[name] = await measure(stage);
  }
  await stage.stop();
  await stopAll();

  const rows = rowsOf(figures);
  console.log(values.json ? JSON.stringify({ ...machine, figures, rows }, null, 2) : `\n${asTable(rows)}`);
  if (values.write) writeMeasurements(machine, rows);
}
