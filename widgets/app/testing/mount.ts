import { fixture, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../define/alloza-dashboard.ts';
import type { AllozaDashboard } from '../../dashboard/dashboard.ts';
import { memoryPlace, Navigator } from '../navigator.ts';
import { testNow } from './fixtures.ts';
import { Responder } from './responder.ts';

export interface Mounted {
  readonly dashboard: AllozaDashboard;
  readonly responder: Responder;
  readonly navigator: Navigator;
  readonly place: ReturnType<typeof memoryPlace>;
  /** The first element below the dashboard, through shadow roots, that matches; waits for it. */
  find<T extends Element = HTMLElement>(selector: string, text?: string | RegExp): Promise<T>;
  all<T extends Element = HTMLElement>(selector: string): T[];
  /** Waits until no request and no update is under way. */
  settled(): Promise<void>;
  press(key: string, options?: KeyboardEventInit): void;
  type(selector: string, text: string): Promise<HTMLInputElement>;
  spoken(): string;
}

export const slug = 'lumen-and-oak';

/** The dashboard in memory: its own address, its own server. */
export async function mount(
  path: string,
  options: ConstructorParameters<typeof Responder>[0] & {
    responder?: Responder;
    lang?: string;
    theme?: 'light' | 'dark';
  } = {},
): Promise<Mounted> {
  const responder = options.responder ?? new Responder(options);
  const place = memoryPlace(path);
  const navigator = new Navigator(place);
  localStorage.clear();
  const dashboard = await fixture<AllozaDashboard>(html`
    <alloza-dashboard
      .navigator=${navigator}
      .fetch=${responder.fetch}
      base-url="https://studio.example"
      locale=${options.lang ?? 'en'}
      theme=${options.theme ?? 'light'}
    ></alloza-dashboard>
  `);
  return mounted(dashboard, responder, navigator, place);
}

function mounted(
  dashboard: AllozaDashboard,
  responder: Responder,
  navigator: Navigator,
  place: ReturnType<typeof memoryPlace>,
): Mounted {
  const all = <T extends Element>(selector: string) => deepAll<T>(dashboard, selector);
  const find = async <T extends Element>(selector: string, text?: string | RegExp): Promise<T> => {
    const found = () =>
      all<T>(selector).find((element) => {
        const content = element.textContent ?? '';
        return text === undefined || (typeof text === 'string' ? content.includes(text) : text.test(content));
      });
    await waitUntil(() => found() !== undefined, `no ${selector}${text ? ` with ${text}` : ''}`, { timeout: 3000 });
    return found()!;
  };
  return {
    dashboard,
    responder,
    navigator,
    place,
    all,
    find,
    settled: () => settle(dashboard, responder),
    press: (key, init = {}) => pressOn(deepActive(), key, init),
    type: async (selector, text) => {
      const control = await find<HTMLInputElement>(selector);
      control.focus();
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      control.dispatchEvent(new Event('change', { bubbles: true }));
      return control;
    },
    spoken: () =>
      all('[role=status], [role=alert]')
        .map((element) => element.textContent?.trim() ?? '')
        .filter(Boolean)
        .join(' | '),
  };
}

/** Presses a key on an element the way a keyboard does; a button or link acts on Enter. */
function pressOn(target: Element, key: string, init: KeyboardEventInit): void {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
  const wanted = target.dispatchEvent(event);
  if (wanted && key === 'Enter' && target instanceof HTMLElement) target.click();
}

/** Waits for a condition, on a busy machine too. */
export const until = (condition: () => unknown): Promise<void> => waitUntil(condition, undefined, { timeout: 4000 });

/** The focused element, through shadow roots. */
export function deepActive(): Element {
  let active = document.activeElement ?? document.body;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

export function deepAll<T extends Element>(root: Element, selector: string): T[] {
  const found: T[] = [];
  const visit = (node: ParentNode): void => {
    for (const element of node.querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element as T);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  if (root.shadowRoot) visit(root.shadowRoot);
  return found;
}

async function settle(dashboard: AllozaDashboard, responder: Responder): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    const before = responder.seen.length;
    await new Promise((resolve) => setTimeout(resolve, 15));
    await Promise.all(deepAll<LitElement>(dashboard, '*').map((element) => element.updateComplete));
    quiet = responder.seen.length === before ? quiet + 1 : 0;
  }
}

/** Keeps the clock at the instant the fixtures are about. Call in a `describe`. */
export function useTestClock(): void {
  const { now } = Date;
  const offset = testNow - now();
  before(() => {
    Date.now = () => now() + offset;
  });
  after(() => {
    Date.now = now;
  });
}
