/**
 * Takes a picture of a page:
 *
 *   node tools/screenshot.mjs <url> <out.png> [--width 1440] [--height 900] [--dark] [--lang de]
 *     [--cookie name=value] [--wait <selector>] [--full] [--scale 2]
 *
 * For a flow of several steps import `openPage` and drive it with playwright; `picture` waits until it looks finished.
 */
import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';

/**
 * Opens a page in a Chromium of its own.
 *
 * @param {object} [options]
 * @param {number} [options.width] of the viewport, in CSS pixels
 * @param {number} [options.height]
 * @param {boolean} [options.dark] asks for the dark colour scheme
 * @param {string} [options.lang] the browser's language, such as `de` or `ar`
 * @param {string[]} [options.cookies] `name=value`, sent to `url`
 * @param {string} [options.url] where to go first
 * @param {number} [options.scale] device pixels for each CSS pixel
 * @returns {Promise<{ page: import('playwright-core').Page, problems: string[], close(): Promise<void> }>}
 *   `problems` collects console errors, uncaught errors and failed requests
 */
export async function openPage(options = {}) {
  const { width = 1440, height = 900, dark = false, lang = 'en-GB', cookies = [], url, scale = 1 } = options;
  const browser = await launchChromium();
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: lang,
  });
  if (url) await context.addCookies(cookies.map((cookie) => asCookie(cookie, url)));
  const page = await context.newPage();
  const problems = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.status()} ${response.url()}`),
  );
  page.on('requestfailed', (request) => problems.push(`${request.failure()?.errorText} ${request.url()}`));
  if (url) await page.goto(url);
  return { page, problems, close: () => browser.close() };
}

/** Writes a PNG once fonts and pictures are loaded and what `wait` selects (shadow roots included) is visible. */
export async function picture(page, file, { wait, full = false } = {}) {
  if (wait) await page.locator(wait).first().waitFor();
  // A live stream never goes idle, so silence is hoped for, not insisted on.
  await page.waitForLoadState('networkidle', { timeout: 1500 }).catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  mkdirSync(dirname(resolve(file)), { recursive: true });
  await page.screenshot({ path: file, fullPage: full, animations: 'disabled' });
}

function asCookie(cookie, url) {
  const at = cookie.indexOf('=');
  const name = cookie.slice(0, at);
  // __Host- and __Secure- demand `Secure`: localhost may read such a cookie over plain HTTP, but not be given it.
  const from = name.startsWith('__') ? url.replace(/^http:/, 'https:') : url;
  return { name, value: cookie.slice(at + 1), url: from };
}

async function main(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      width: { type: 'string' },
      height: { type: 'string' },
      scale: { type: 'string' },
      dark: { type: 'boolean' },
      lang: { type: 'string' },
      cookie: { type: 'string', multiple: true },
      wait: { type: 'string' },
      full: { type: 'boolean' },
    },
  });
  const [url, file] = positionals;
  if (!url || !file)
    throw new Error('Usage: node tools/screenshot.mjs <url> <out.png>, with the options its source lists');
  const number = (text) => (text === undefined ? undefined : Number(text));
  const { width, height, scale, cookie, ...rest } = values;
  const sizes = { width: number(width), height: number(height), scale: number(scale) };
  const { page, problems, close } = await openPage({ ...rest, ...sizes, cookies: cookie, url });
  try {
    await picture(page, file, values);
    for (const problem of problems) console.error(problem);
  } finally {
    await close();
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2));
