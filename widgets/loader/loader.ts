import { tags } from './tags.ts';

export { setStrings } from '../strings/own-words.ts';

/** What a page pastes: it finds the product's elements, now and whenever they appear, and loads what each needs. */

const asked = new Set<string>();
const seen = new WeakSet<Node>();

const observer = new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) look(node);
});

/** Watches a document or an open shadow root and looks through what is in it already. */
function watch(root: Document | ShadowRoot): void {
  if (seen.has(root)) return;
  seen.add(root);
  observer.observe(root, { childList: true, subtree: true });
  for (const element of root.children) look(element);
}

function look(element: Element): void {
  visit(element);
  for (const inside of element.querySelectorAll('*')) visit(inside);
}

function visit(element: Element): void {
  if (element.shadowRoot) watch(element.shadowRoot);
  const { localName } = element;
  if (!localName.includes('-') || customElements.get(localName)) return;
  void load(localName);
  // Its shadow root, which may hold our elements, comes with its definition.
  if (seen.has(element)) return;
  seen.add(element);
  void customElements.whenDefined(localName).then(() => requestAnimationFrame(() => visit(element)));
}

async function load(tag: string): Promise<void> {
  const define = tags[tag];
  if (!define || asked.has(tag)) return;
  asked.add(tag);
  try {
    await define();
  } catch (error) {
    // Offline or blocked: what stands inside the element keeps showing, and the next one asks again.
    asked.delete(tag);
    console.warn(`<${tag}> could not be loaded.`, error);
  }
}

watch(document);
addEventListener('online', () => look(document.documentElement));
