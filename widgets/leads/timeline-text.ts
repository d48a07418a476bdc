/** One entry of a lead's timeline in words. Pure. */
import type { Schema } from '@alloza/sdk/core';
import { formatDate } from '../app/format.ts';
import type { IconName } from '../app/icons.ts';
import type { EntryChange, EntryView } from '../app/record/timeline.ts';
import type { Lead } from './board-state.ts';
import { budgetText } from './budget-text.ts';
import type { LeadText, TranslateLead } from './texts.ts';

type Entry = Schema<'TimelineEntry'>;

interface EntryReading {
  readonly t: TranslateLead;
  readonly locale: string;
  readonly stageName: (id: string) => string | undefined;
}

const actionTexts: Record<string, LeadText> = {
  created: 'timeline.created',
  won: 'timeline.won',
  lost: 'timeline.lost',
  spam: 'timeline.spam',
  reopened: 'timeline.reopened',
  deleted: 'timeline.deleted',
  restored: 'timeline.restored',
  mail_sent: 'timeline.mailSent',
};

const icons: Record<string, IconName> = {
  created: 'inbox',
  moved: 'arrowRight',
  won: 'trophy',
  lost: 'circleX',
  spam: 'ban',
  reopened: 'rotateCcw',
  deleted: 'trash2',
  restored: 'rotateCcw',
  mail_sent: 'send',
  updated: 'pencil',
};

const fieldTexts: Record<string, LeadText> = {
  name: 'lead.name',
  email: 'lead.email',
  phone: 'lead.phone',
  projectType: 'lead.projectType',
  eventDate: 'lead.eventDate',
  dateFlexible: 'lead.dateFlexible',
  dateUndecided: 'lead.dateUndecided',
  place: 'lead.place',
  guestCount: 'lead.guestCount',
  budget: 'column.budget',
  message: 'lead.message',
  heardFrom: 'lead.heardFrom',
  rating: 'lead.rating',
  confidence: 'lead.confidence',
  decideBy: 'lead.decideBy',
  stageId: 'lead.stage',
  status: 'leads.status',
  lostReason: 'column.reason',
};

/** An entry as the timeline shows it. */
export const describeEntry = (entry: Entry, reading: EntryReading): EntryView => ({
  icon: icons[entry.action] ?? (entry.kind === 'mail' ? 'mail' : 'pencil'),
  text: entryText(entry, reading),
  changes: entryChanges(entry, reading),
});

function entryText(entry: Entry, reading: EntryReading): string {
  const { t, stageName } = reading;
  const stage = entry.fields.find(({ field }) => field === 'stageId' || field === 'stage');
  if (entry.action === 'moved' && stage) {
    const name = (value: unknown) => stageName(String(value)) ?? String(value);
    return t('timeline.moved', { from: name(stage.before), to: name(stage.after) });
  }
  const text = actionTexts[entry.action];
  if (text) return t(text);
  const names = entry.fields.map(({ field }) => fieldTexts[field]).filter((key) => key !== undefined);
  if (names.length === 0) return t('timeline.other');
  return t('timeline.updated', {
    fields: listed(
      names.map((key) => t(key)),
      reading.locale,
    ),
  });
}

const listed = (words: string[], locale: string) => new Intl.ListFormat(locale).format(words);

/** What exactly changed, for the lines below an update. The fields of a new lead are on the sheet anyway. */
function entryChanges(entry: Entry, reading: EntryReading): EntryChange[] {
  if (entry.action === 'lost') {
    const reason = entry.fields.find(({ field }) => field === 'lostReason')?.after;
    return typeof reason === 'string' ? [{ label: reading.t('column.reason'), before: '', after: reason }] : [];
  }
  if (entry.action !== 'updated') return [];
  return entry.fields.flatMap(({ field, before, after }) => {
    const key = fieldTexts[field];
    if (!key) return [];
    return [
      { label: reading.t(key), before: valueText(before, field, reading), after: valueText(after, field, reading) },
    ];
  });
}

function valueText(value: unknown, field: string, { t, locale, stageName }: EntryReading): string {
  if (value === null || value === undefined || value === '') return t('sheet.empty');
  if (typeof value === 'boolean') return t(value ? 'sheet.yes' : 'sheet.no');
  if (field === 'stageId') return stageName(String(value)) ?? String(value);
  if ((field === 'eventDate' || field === 'decideBy') && typeof value === 'string') return formatDate(value, locale);
  if (field === 'budget' && typeof value === 'object')
    return budgetText(value as Lead['budget'], t, locale) ?? t('sheet.empty');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
