/**
 * `npm test`: every check and every test, with a summary. Developers narrow it:
 *
 *   npm test -- --only=static           checks without tests; also sdk, server, widgets, tools, examples (comma-separated)
 *   npm test -- server/leads            only the test files whose path begins so
 *   npm run test:long                   every seed of the chaos tests
 *
 * Starts on any Node >= 20 with nothing installed.
 */
import { continueInPinnedNode, ensureInstalled } from './install.mjs';

try {
  await ensureInstalled();
  await continueInPinnedNode();
  const { runTests } = await import('./test-run.mjs');
  process.exit(await runTests(process.argv.slice(2)));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
