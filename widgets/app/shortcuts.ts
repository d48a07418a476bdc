/** Keyboard shortcuts: one registry, so that `?` can list what works right now. */

export interface Shortcut {
  /** What is pressed: a `key` value, or two in a row (`g l`), or with the command key (`mod+k`). */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Works while typing too. Only for combinations that type nothing. */
  readonly always?: boolean;
}

/** The waiting time for the second key of a pair, in milliseconds. */
const pairTime = 1200;

export class Shortcuts {
  readonly #groups = new Map<object, readonly Shortcut[]>();
  #first = '';
  #firstAt = 0;

  /** Registers the shortcuts of one owner in place of its former ones; returns how to remove them. */
  set(owner: object, shortcuts: readonly Shortcut[]): () => void {
    this.#groups.delete(owner);
    this.#groups.set(owner, shortcuts);
    return () => this.#groups.delete(owner);
  }

  /** All that works now. A later owner (a sheet above a list) wins over an earlier one. */
  get all(): Shortcut[] {
    const byKeys = new Map<string, Shortcut>();
    for (const group of this.#groups.values()) for (const shortcut of group) byKeys.set(shortcut.keys, shortcut);
    return [...byKeys.values()];
  }

  /** Runs what the key asks for; true if there was something to run. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing || event.repeat || inModal(event)) return false;
    const pressed = pressedKeys(event);
    if (!pressed) return false;
    const typing = isTyping(event);
    const inPair = event.timeStamp - this.#firstAt < pairTime ? `${this.#first} ${pressed}` : '';
    const usable = this.all.filter((shortcut) => shortcut.always || !typing);
    const found = usable.find(({ keys }) => keys === inPair) ?? usable.find(({ keys }) => keys === pressed);
    this.#first = found || typing ? '' : pressed;
    this.#firstAt = event.timeStamp;
    if (!found) return false;
    event.preventDefault();
    found.run();
    return true;
  }
}

/** The pressed combination as written in a Shortcut, or an empty string for one that no shortcut may take. */
export function pressedKeys(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  if (event.altKey || event.key === undefined) return '';
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** A modal dialog keeps its keys for itself. */
function inModal(event: KeyboardEvent): boolean {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement && node.matches(':modal'));
}

export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'color', 'range'].includes(target.type)
  );
}

/** Whether the command key is called ⌘ here. */
export const isApple = (platform = navigator.platform) => /mac|iphone|ipad/i.test(platform);

/** How the parts of a shortcut are printed on keys. */
export function keyCaps(keys: string, apple = isApple()): string[] {
  const caps: Record<string, string> = {
    mod: apple ? '⌘' : 'Ctrl',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ' ': '␣',
  };
  return keys.split(/[ +]/).map((key) => caps[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
