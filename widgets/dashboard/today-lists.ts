/** What of the open leads needs somebody today. Pure. */
import type { Schema } from '@alloza/sdk/core';
import { daysUntil } from '../app/format.ts';

type Lead = Schema<'Lead'>;

export interface Today {
  /** Not answered yet, the newest first. */
  readonly fresh: readonly Lead[];
  /** Quiet for seven days, the longest first. */
  readonly stale: readonly Lead[];
  /** Decision due within a week or over, the nearest first. */
  readonly deciding: readonly { readonly lead: Lead; readonly days: number }[];
}

/** How many days ahead a decision is due soon. */
const soon = 7;

/** Each lead stands once: what is due first, then what is new, then what went quiet. */
export function sortToday(leads: readonly Lead[], now: number, timeZone?: string): Today {
  const deciding = leads
    .flatMap((lead) => (lead.decideBy ? [{ lead, days: daysUntil(lead.decideBy, now, timeZone) }] : []))
    .filter(({ days }) => days <= soon)
    .sort((a, b) => a.days - b.days);
  const taken = new Set(deciding.map(({ lead }) => lead.id));
  const rest = leads.filter(({ id }) => !taken.has(id));
  const fresh = rest.filter(({ stage, stale }) => stage === 'new' && !stale);
  const stale = rest.filter((lead) => lead.stale).sort((a, b) => a.lastActivityAt.localeCompare(b.lastActivityAt));
  return { fresh, stale, deciding };
}

/** Which greeting fits the hour in the studio's zone. */
export function daytime(now: number, timeZone?: string): 'morning' | 'afternoon' | 'evening' {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone }).format(now));
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
