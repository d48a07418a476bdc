import type { Browser } from 'playwright-core';

/** The Chromium of the tests, extracted once into `.cache`, with fonts for Latin, Arabic and Japanese. */
export function launchChromium(): Promise<Browser>;
export function chromiumPath(): Promise<string>;
