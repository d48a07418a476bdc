import 'axe-core/axe.min.js';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';

declare global {
  var axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
}

/** WCAG 2.2 AA and axe's best practices that concern a part of a page. */
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    // A widget is no page.
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

/**
 * Fails with what axe finds in an element, its shadow root included, once its animations have ended.
 *
 * @param contrast false with forced colours: the browser chooses them then, and axe reads those that it overruled.
 */
export async function expectAccessible(element: Element, { contrast = true } = {}): Promise<void> {
  await new Promise(requestAnimationFrame);
  const moving = element.shadowRoot?.getAnimations() ?? [];
  const ending = moving.filter((animation) => animation.effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
  const { violations } = await axe.run(element, {
    ...rules,
    rules: { ...rules.rules, 'color-contrast': { enabled: contrast } },
  });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
  if (found.length > 0) throw new Error(`Not accessible:\n${found.join('\n')}`);
}
