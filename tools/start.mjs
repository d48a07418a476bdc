/**
 * `npm start`: the product with a demo studio, on this machine. `npm start -- --fresh` forgets all data first.
 * Starts on any Node >= 20 with nothing installed.
 */
import { continueInPinnedNode, ensureInstalled } from './install.mjs';

try {
  await ensureInstalled();
  await continueInPinnedNode();
  const { startProduct } = await import('./start-run.mjs');
  await startProduct(process.argv.slice(2), process.env);
} catch (error) {
  console.error(`\n${error.message}`);
  const { stopAll } = await import('./processes.mjs');
  await stopAll();
  process.exit(1);
}
