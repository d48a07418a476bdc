import { warn } from './log.ts';
import { version } from './version.ts';

/** On the constructor rather than in a module: the other copy on the page has modules of its own. */
const mark = Symbol.for('alloza.version');

/**
 * Registers a custom element once. A page may hold several copies of a widget (two scripts, a bundle beside the
 * loader): the first one stays, the same version again is silent, another version warns once, nothing ever throws.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag);
  if (!present) {
    Object.defineProperty(element, mark, { value: version, configurable: true });
    customElements.define(tag, element);
    return;
  }
  const other = versionOf(present);
  if (other === version || warned.has(tag)) return;
  warned.add(tag);
  warn(tag, `${other} is on this page already, so ${version} is left out.`);
}

const warned = new Set<string>();

function versionOf(element: CustomElementConstructor): string {
  return String((element as unknown as Record<symbol, unknown>)[mark] ?? 'unknown');
}
