import { median } from './numbers.mjs';

const starts = 5;

/** From the start of a process, its database being up and migrated, to its first 200 from /readyz. */
export async function measureReady(stage) {
  const seconds = [];
  for (let count = 0; count < starts; count += 1) {
    const began = performance.now();
    const product = await stage.startProduct('all');
    const response = await fetch(`http://127.0.0.1:${product.port}/readyz`);
    if (response.status !== 200) throw new Error(`/readyz answered ${response.status}`);
    seconds.push((performance.now() - began) / 1000);
    await product.stop();
  }
  return { starts, median: median(seconds), worst: Math.max(...seconds) };
}
