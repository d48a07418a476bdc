/**
 * `npm run bench`: what the product costs, as ratios against a bare reference measured in the same run. It never
 * fails because of a figure; a program that can't run is an error all the same.
 *
 *   npm run bench -- --json              figures as JSON
 *   npm run bench -- --write             also puts them into MEASUREMENTS.md
 *   npm run bench -- --only=list,create  also events, pickup, streams, ready, search
 *   npm run bench -- --profile           CPU profiles of the product's processes, in .cache/bench
 *
 * Starts on any Node >= 20 with nothing installed.
 */
import { continueInPinnedNode, ensureInstalled } from './install.mjs';

try {
  await ensureInstalled();
  await continueInPinnedNode();
  const { runBench } = await import('./bench/run.mjs');
  await runBench(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  console.error(`\n${error.stack ?? error.message}`);
  const { stopAll } = await import('./processes.mjs');
  await stopAll();
  process.exit(1);
}
