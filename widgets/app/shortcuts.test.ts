import { expect } from '@open-wc/testing';
import { keyCaps, Shortcuts } from './shortcuts.ts';

function press(
  shortcuts: Shortcuts,
  key: string,
  target: EventTarget = document.body,
  init: KeyboardEventInit = {},
): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  let handled = false;
  target.addEventListener('keydown', (heard) => (handled = shortcuts.handle(heard as KeyboardEvent)), { once: true });
  target.dispatchEvent(event);
  return handled;
}

function make() {
  const ran: string[] = [];
  const shortcuts = new Shortcuts();
  const all = ['c', 'g l', 'mod+k', '?'];
  shortcuts.set(
    {},
    all.map((keys) => ({ keys, label: keys, always: keys.startsWith('mod'), run: () => ran.push(keys) })),
  );
  return { ran, shortcuts };
}

describe('shortcuts', () => {
  it('run on a key, a pair of keys and with the command key', () => {
    const { ran, shortcuts } = make();
    press(shortcuts, 'c');
    press(shortcuts, 'g');
    press(shortcuts, 'l');
    press(shortcuts, 'k', document.body, { metaKey: true });
    press(shortcuts, 'l');
    expect(ran).to.deep.equal(['c', 'g l', 'mod+k']);
  });

  it('let people type', () => {
    const { ran, shortcuts } = make();
    const input = document.body.appendChild(document.createElement('input'));
    press(shortcuts, 'c', input);
    press(shortcuts, '?', input);
    press(shortcuts, 'k', input, { ctrlKey: true });
    expect(ran).to.deep.equal(['mod+k']);
    input.remove();
  });

  it('leave the keys of a modal dialog alone', () => {
    const { ran, shortcuts } = make();
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.showModal();
    press(shortcuts, 'c', dialog);
    dialog.close();
    dialog.remove();
    expect(ran).to.deep.equal([]);
  });

  it('the later owner wins, and gives back what it took', () => {
    const { ran, shortcuts } = make();
    const remove = shortcuts.set({}, [{ keys: 'c', label: 'other', run: () => ran.push('other') }]);
    press(shortcuts, 'c');
    expect(shortcuts.all.find(({ keys }) => keys === 'c')!.label).to.equal('other');
    remove();
    press(shortcuts, 'c');
    expect(ran).to.deep.equal(['other', 'c']);
  });

  it('are printed as on the keys', () => {
    expect(keyCaps('mod+k', false)).to.deep.equal(['Ctrl', 'K']);
    expect(keyCaps('mod+k', true)).to.deep.equal(['⌘', 'K']);
    expect(keyCaps('g l', false)).to.deep.equal(['G', 'L']);
  });
});
