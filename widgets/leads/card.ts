/** How a lead looks on the board. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatAge, formatDate, formatInstant } from '../app/format.ts';
import { type IconName, icon } from '../app/icons.ts';
import type { Lead } from './board-state.ts';
import { budgetText } from './budget-text.ts';
import type { TranslateLead } from './texts.ts';

export interface Reading {
  readonly t: TranslateLead;
  readonly locale: string;
  readonly timeZone: string;
  readonly now: number;
}

export const sourceIcons: Record<Lead['source']['kind'], IconName> = {
  widget: 'globe',
  page: 'link',
  api: 'code',
  manual: 'pencil',
  import: 'upload',
};

export function dateText(lead: Lead, { t, locale }: Reading): string | undefined {
  if (lead.eventDate) {
    const date = formatDate(lead.eventDate, locale);
    return lead.dateFlexible ? `${date} (${t('card.flexible')})` : date;
  }
  return lead.dateUndecided ? t('card.undecided') : undefined;
}

const fact = (name: IconName, text: string | undefined) =>
  text ? html`<span class="fact numbers">${icon(name)}<span class="clip">${text}</span></span>` : nothing;

export function cardContent(lead: Lead, reading: Reading): TemplateResult {
  const { t, locale, timeZone, now } = reading;
  const budget = budgetText(lead.budget, t, locale);
  const date = dateText(lead, reading);
  return html`
    <span class="top">
      <span class="name clip" dir="auto">${lead.name}</span>
      <time class="age numbers" datetime=${lead.createdAt} title=${formatInstant(lead.createdAt, locale, timeZone)}
        >${formatAge(lead.createdAt, now, locale)}</time
      >
    </span>
    ${
      lead.projectType || lead.place
        ? html`<span class="line clip muted" dir="auto">${[lead.projectType, lead.place].filter(Boolean).join(' · ')}</span>`
        : nothing
    }
    ${date || budget ? html`<span class="facts">${fact('calendar', date)}${fact('wallet', budget)}</span>` : nothing}
    <span class="foot">
      <span class="fact">${icon(sourceIcons[lead.source.kind])}${t(`source.${lead.source.kind}`)}</span>
      ${
        lead.rating
          ? html`<span class="fact numbers">${icon('star')}${lead.rating}<span class="only-spoken">/5</span></span>`
          : nothing
      }
      ${lead.stale ? html`<span class="pill warning">${icon('hourglass')}${t('card.stale')}</span>` : nothing}
    </span>
  `;
}
