import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Both halves together: what start-up takes anyhow, and room for the objects of many requests at once. */
const youngMb = 32;
/** How much garbage may lie beside what is in use before it is looked for, in percent. */
const oldPercent = 25;

const isGrown = (): boolean =>
  (getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0) >= youngMb * 2 ** 20;

/**
 * Keeps garbage from growing with the machine: V8 would let the young generation alone take 128 MB where there is much
 * memory, and the old one several times what it holds. Unlike sizes given at start, these two limits may be set by the
 * process itself, so that they hold however it is started.
 */
export function limitGarbage(): void {
  setFlagsFromString(`--heap-growing-percent=${oldPercent}`);
  let factor = 0;
  const look = () => {
    // A young generation that V8 has shrunk in a quiet hour may grow again.
    const next = isGrown() ? 1 : 2;
    if (next !== factor) setFlagsFromString(`--semi-space-growth-factor=${next}`);
    factor = next;
  };
  look();
  new PerformanceObserver(look).observe({ entryTypes: ['gc'] });
}
