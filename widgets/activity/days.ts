/** Entries under the day they happened on, in the studio's zone. Pure. */

import { dayIn } from '../app/format.ts';

export interface Day<T> {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly entries: readonly T[];
}

export function byDay<T extends { readonly at: string }>(entries: readonly T[], timeZone: string): Day<T>[] {
  const days: { date: string; entries: T[] }[] = [];
  for (const entry of entries) {
    const date = dayIn(entry.at, timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}

/** How far apart what belongs to one go may be. */
const oneGo = 10 * 60_000;

interface Told {
  readonly at: string;
  readonly subject: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly fields: readonly unknown[];
}

/** Neighbours that say the same of different records, such as fifty clients created in one go, as one entry. */
export function bundles<T extends Told>(entries: readonly T[]): T[][] {
  const all: T[][] = [];
  for (const entry of entries) {
    const last = all.at(-1);
    if (last && isSameGo(last.at(-1)!, entry)) last.push(entry);
    else all.push([entry]);
  }
  return all;
}

const kindOf = (id: string) => id.slice(0, id.indexOf('_'));

const isSameGo = (one: Told, other: Told): boolean =>
  one.fields.length + other.fields.length === 0 &&
  one.subject !== other.subject &&
  kindOf(one.subject) === kindOf(other.subject) &&
  one.action === other.action &&
  one.actor.kind === other.actor.kind &&
  one.actor.id === other.actor.id &&
  Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= oneGo;

export const spans = ['today', 'week', 'month', 'year'] as const;
export type Span = (typeof spans)[number];

const days: Record<Exclude<Span, 'today'>, number> = { week: 7, month: 30, year: 365 };

/** The instant a span of time begins at: today's midnight in the studio's zone, or so many days ago. */
export function beginOf(span: Span, now: number, timeZone: string): string {
  if (span !== 'today') return new Date(now - days[span] * 86_400_000).toISOString();
  const today = dayIn(now, timeZone);
  const midnight = Date.parse(`${today}T00:00:00Z`);
  // The zone's distance from UTC near that midnight; a second look settles the days on which clocks change.
  const distance = (at: number) => Date.parse(`${wallTime(at, timeZone)}Z`) - at;
  const first = midnight - distance(midnight);
  return new Date(midnight - distance(first)).toISOString();
}

function wallTime(at: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
}
