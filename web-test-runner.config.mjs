import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { launchOptions } from './tools/chromium.mjs';
import { inRoot } from './tools/paths.mjs';
import { countingReporter } from './tools/widget-reporter.mjs';

export default {
  rootDir: inRoot(),
  files: ['widgets/**/*.test.ts', '!**/node_modules/**', '!**/dist/**'],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: await launchOptions() })],
  concurrency: 2,
  // Lit's development build names the mistakes that its production build lets pass in silence.
  nodeResolve: { exportConditions: ['alloza-source', 'browser', 'development', 'import'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: inRoot('widgets', 'tsconfig.json') })],
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
  testFramework: { config: { timeout: 5000 } },
  testsFinishTimeout: 180_000,
};
