import { formatBudget } from '../app/format.ts';
import type { Lead } from './board-state.ts';
import type { TranslateLead } from './texts.ts';

/** A budget in words; undefined for one without amounts. */
export const budgetText = (budget: Lead['budget'], t: TranslateLead, locale: string) =>
  formatBudget(budget, locale, {
    from: (amount) => t('budget.from', { amount }),
    upTo: (amount) => t('budget.upTo', { amount }),
  });
