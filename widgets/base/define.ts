import { warn } from './log.ts';
import { version } from './version.ts';

/**
 * Registers a custom element once. A page may hold several copies of a widget (two scripts, a bundle beside the
 * loader): the first one stays, the same version again is silent, another version warns once, nothing ever throws.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const versions = onPage();
  if (!customElements.get(tag)) {
    versions.set(tag, version);
    customElements.define(tag, element);
  } else if (versions.get(tag) !== version) {
    warn(tag, `${versions.get(tag)} is on this page already, so ${version} is left out.`);
    versions.set(tag, version);
  }
}

/** Which version defined which tag, shared by all copies of this module on the page. */
function onPage(): Map<string, string> {
  const page = globalThis as unknown as Record<symbol, Map<string, string> | undefined>;
  page[place] ??= new Map();
  return page[place];
}

const place = Symbol.for('alloza.versions');
