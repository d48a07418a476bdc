/** When a task of a template is due, as its line in the form says it. Pure. */
import type { Schema } from '@alloza/sdk/core';

export type Item = Schema<'TaskTemplateItem'>;

export const whens = ['none', 'before', 'on', 'after', 'added'] as const;
/** Without a date; before, on or after the day of the job; after the day the task is added. */
export type When = (typeof whens)[number];

export interface ItemDraft {
  readonly title: string;
  readonly when: When;
  /** Days, as they are typed. */
  readonly count: string;
}

export const hasCount = (when: When): boolean => when === 'before' || when === 'after' || when === 'added';

export function draftOf({ title, dueRule }: Item): ItemDraft {
  if (!dueRule) return { title, when: 'none', count: '7' };
  const { days, from } = dueRule;
  const when: When = from === 'created' ? 'added' : days < 0 ? 'before' : days === 0 ? 'on' : 'after';
  // Before it was added there was nothing to be due; such a rule of a program is kept as it is written.
  return { title, when, count: String(from === 'created' ? days : Math.abs(days)) };
}

/** The number of days, or undefined where it is none that a rule takes. */
export function readCount({ when, count }: ItemDraft): number | undefined {
  if (!/^-?\d{1,4}$/.test(count.trim())) return undefined;
  const days = Number(count);
  return Math.abs(days) <= 3650 && (days >= 0 || when === 'added') ? days : undefined;
}

export function itemOf(draft: ItemDraft): Item {
  const title = draft.title.trim();
  const days = readCount(draft) ?? 0;
  switch (draft.when) {
    case 'none':
      return { title, dueRule: null };
    case 'on':
      return { title, dueRule: { from: 'mainDate', days: 0 } };
    case 'added':
      return { title, dueRule: { from: 'created', days } };
    default:
      // In place of -0, which is no number of the contract's.
      return { title, dueRule: { from: 'mainDate', days: draft.when === 'before' ? 0 - days : days } };
  }
}
